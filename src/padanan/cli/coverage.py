"""``padanan coverage``: how much of a corpus the glossary covers."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from padanan.articles import readers
from padanan.cli.command import command
from padanan.cli.input import sources
from padanan.cli.messages import say
from padanan.cli.options import choice, glossary_options, reading_options
from padanan.cli.output import as_json, deliver, format_of, output_options
from padanan.jobs.corpora import coverage as cover
from padanan.jobs.corpora import read_whole
from padanan.translation import file_kinds

if TYPE_CHECKING:
    from padanan.cli.output import Output
    from padanan.jobs.articles import ReadingOptions
    from padanan.jobs.corpora import CoverageResult
    from padanan.jobs.glossary import GlossaryOptions

FORMATS = ("text", "json", "html")
KINDS = tuple(dict.fromkeys(r.name for r in (*readers.READERS, *file_kinds.FILE_KINDS)))


@command("coverage berita/", "coverage berita/ --output coverage.html")
@click.argument("paths", nargs=-1, required=True, metavar="[CORPUS|-]…")
@choice("form", FORMATS, "text")
@output_options
@choice("kind", KINDS)
@glossary_options
@reading_options
def coverage(
    paths: tuple[str, ...],
    *,
    form: str | None,
    output: Output,
    kind: str | None,
    known: GlossaryOptions,
    reading: ReadingOptions,
) -> None:
    """Measure how much of a corpus the glossary covers and what it misses most.

    CORPUS is articles, folders of articles, or files with both languages.
    """
    form = format_of(form, output, FORMATS, "text")
    texts = read_whole(sources(paths, kind), reading)
    say(*texts.unread)
    found = cover(texts.source, known)
    deliver(output, _rendered(found, form, paths))


def _rendered(found: CoverageResult, form: str, paths: tuple[str, ...]) -> str:
    if form == "json":
        return as_json(found)
    from padanan.corpus import coverage_report as views

    if form == "html":
        title = ", ".join(Path(path).name for path in paths)
        return views.as_html(found.coverage, title)
    return views.as_text(found.coverage)
