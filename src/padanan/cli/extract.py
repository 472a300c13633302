"""``padanan extract`` and ``padanan coverage``: what a corpus has and we lack."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from padanan.cli.options import glossary_options
from padanan.cli.texts import read_text
from padanan.errors import DocumentError
from padanan.files.writing import STDOUT, write, write_file
from padanan.glossary import library

if TYPE_CHECKING:
    from collections.abc import Iterable

    from padanan.corpus.coverage import Coverage


class Texts(NamedTuple):
    """A corpus: lines, and their translations, as many or none."""

    source: tuple[str, ...]
    english: tuple[str, ...]


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="CORPUS…")
@click.option(
    "--english",
    metavar="FILE",
    help="Translation of the one corpus file, line against line.",
)
@click.option(
    "--to",
    "form",
    type=click.Choice(["csv", "po"]),
    default="csv",
    show_default=True,
    help="A table to decide in, or fuzzy entries to edit.",
)
@click.option(
    "--output",
    "-o",
    default=STDOUT,
    metavar="FILE",
    help="File to write.  [default: standard output]",
)
@click.option(
    "--limit",
    type=click.IntRange(min=1),
    default=500,
    show_default=True,
    help="How many candidates to write.",
)
@click.option(
    "--at-least",
    type=click.IntRange(min=2),
    default=2,
    show_default=True,
    help="How often a candidate occurs.",
)
@click.option(
    "--exclude",
    metavar="FILE",
    help="List of rejected candidates, one a line: they are left out.",
)
@click.option(
    "--reject",
    metavar="CSV",
    help="Table with “no” in the column keep: added to the list of --exclude.",
)
@click.option(
    "--domain", default="candidates", metavar="NAME", help="Domain of the entries."
)
@glossary_options
def extract(
    paths: tuple[str, ...],
    *,
    english: str | None,
    form: str,
    output: str,
    limit: int,
    at_least: int,
    exclude: str | None,
    reject: str | None,
    domain: str,
    glossary: tuple[str, ...],
    no_shipped: bool,
) -> None:
    """Propose terms that a corpus has and the glossary lacks.

    CORPUS is articles, folders of articles, or files with both languages (TMX, PO,
    XLIFF, tables): then likely equivalents are proposed too.
    """
    from padanan.corpus import proposals
    from padanan.corpus.candidates import candidates

    texts = _texts(paths, english)
    known = library.load(*glossary, shipped=not no_shipped)
    excluded = _excluded(exclude, reject)
    found = candidates(texts.source, known, excluded=excluded, at_least=at_least)
    listed = proposals.propose(found[:limit], texts.source, texts.english)
    data = (
        proposals.as_csv(listed) if form == "csv" else proposals.as_po(listed, domain)
    )
    write(output, data)
    click.echo(f"{len(found)} candidates, {min(limit, len(found))} written", err=True)


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="CORPUS…")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "html"]),
    default="text",
    show_default=True,
    help="Tables, values, or a page with a chart.",
)
@click.option(
    "--output",
    "-o",
    default=STDOUT,
    metavar="FILE",
    help="File to write.  [default: standard output]",
)
@glossary_options
def coverage(
    paths: tuple[str, ...],
    *,
    form: str,
    output: str,
    glossary: tuple[str, ...],
    no_shipped: bool,
) -> None:
    """Count how much of a corpus the glossary covers, and what it misses most.

    CORPUS is articles, folders of articles, or files with both languages.
    """
    from padanan import Annotator
    from padanan.corpus.coverage import coverage as cover

    texts = _articles(paths)
    known = library.load(*glossary, shipped=not no_shipped)
    annotator = Annotator.from_files(*glossary, shipped=not no_shipped)
    found = cover(annotator.engine, known, texts)
    write(output, _shown(found, form, paths).encode())


def _shown(found: Coverage, form: str, paths: tuple[str, ...]) -> str:
    from padanan.corpus import coverage_views

    if form == "json":
        data = coverage_views.as_data(found)
        return json.dumps(data, ensure_ascii=False, indent=1) + "\n"
    if form == "html":
        return coverage_views.as_html(found, ", ".join(Path(p).name for p in paths))
    return coverage_views.as_text(found)


def _texts(paths: tuple[str, ...], english: str | None) -> Texts:
    from padanan.translation.file_kinds import is_bilingual, read

    if english:
        return _pair(paths, english)
    if all(map(is_bilingual, paths)):
        units = [unit for p in paths for unit in read(Path(p).read_bytes(), p)]
        return Texts(
            tuple(unit.source for unit in units), tuple(unit.target for unit in units)
        )
    return Texts(tuple(_lines(_articles(paths))), ())


def _pair(paths: tuple[str, ...], english: str) -> Texts:
    from padanan.translation.texts import line_units

    if len(paths) > 1:
        raise DocumentError("--english goes with one file — name one", path=english)
    source, target = _articles((*paths, english))
    units = line_units(source, target, english)
    return Texts(
        tuple(unit.source for unit in units), tuple(unit.target for unit in units)
    )


def _articles(paths: tuple[str, ...]) -> tuple[str, ...]:
    from padanan.articles.readers import articles_in

    return tuple(_text(name) for name in articles_in(paths))


def _text(name: str) -> str:
    """Return an article, or the source of a file with both languages."""
    from padanan.articles.readers import READERS
    from padanan.translation.file_kinds import is_bilingual, read

    article = name.lower().endswith(tuple(e for r in READERS for e in r.endings))
    if is_bilingual(name) and not article:
        units = read(Path(name).read_bytes(), name)
        return "\n\n".join(unit.source for unit in units)
    return read_text(name)


def _lines(texts: Iterable[str]) -> Iterable[str]:
    for text in texts:
        yield from filter(str.strip, text.split("\n"))


def _excluded(exclude: str | None, reject: str | None) -> tuple[str, ...]:
    """Return what is rejected; what is new is added to the list first."""
    from padanan.corpus.proposals import exclusions, rejected, with_exclusions
    from padanan.files.text import decode

    if exclude is None:
        if reject:
            raise DocumentError(
                "--reject needs a list to add to — name it by --exclude"
            )
        return ()
    path = Path(exclude)
    text = decode(path.read_bytes(), exclude) if path.exists() or not reject else ""
    if reject:
        new = rejected(decode(Path(reject).read_bytes(), reject), reject)
        text = with_exclusions(text, new)
        write_file(path, text.encode())
    return exclusions(text)
