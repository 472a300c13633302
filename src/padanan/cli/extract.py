"""``padanan extract``: new terms for the glossary from a corpus."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from padanan.articles import readers
from padanan.cli.command import command
from padanan.cli.input import refuse_stdin, source, sources
from padanan.cli.messages import say
from padanan.cli.options import (
    choice,
    glossary_options,
    only_for,
    option,
    reading_options,
)
from padanan.cli.output import (
    deliver,
    file_format_of,
    output_options,
    spare,
)
from padanan.errors import PadananError
from padanan.jobs.corpora import MOST, ExtractOptions, open_texts
from padanan.jobs.corpora import extract as propose
from padanan.jobs.rejections import reject as reject_all
from padanan.jobs.rejections import rejected
from padanan.translation import file_kinds

if TYPE_CHECKING:
    from padanan.cli.output import Output
    from padanan.jobs.articles import ReadingOptions
    from padanan.jobs.corpora import ExtractResult
    from padanan.jobs.glossary import GlossaryOptions

FORMATS = {"csv": (".csv",), "po": (".po",)}
DEFAULT = "csv"
KINDS = tuple(dict.fromkeys(r.name for r in (*readers.READERS, *file_kinds.FILE_KINDS)))


@command(
    "extract berita/ --output candidates.csv",
    "extract news.id --english news.en --output candidates.csv",
    "extract memory.tmx --output new.po",
)
@click.argument("paths", nargs=-1, required=True, metavar="[CORPUS|-]…")
@click.option(
    "--english",
    metavar="FILE",
    help="English translation of the corpus file, line by line.",
)
@choice("to", tuple(FORMATS))
@output_options
@option("limit", default=MOST)
@click.option(
    "--at-least",
    type=click.IntRange(min=2),
    default=2,
    show_default=True,
    metavar="N",
    help="Minimum number of occurrences of a candidate.",
)
@click.option(
    "--exclude",
    metavar="FILE",
    help="List of rejected candidates to leave out, one per line.",
)
@click.option(
    "--reject",
    metavar="CSV",
    help="Table whose rows with “no” in the column keep are added to the "
    "--exclude list.",
)
@click.option(
    "--entry-domain",
    default="candidates",
    metavar="NAME",
    help="Domain of the proposed entries.",
)
@choice("kind", KINDS)
@glossary_options
@reading_options
def extract(
    paths: tuple[str, ...],
    *,
    english: str | None,
    to: str | None,
    output: Output,
    limit: int,
    at_least: int,
    exclude: str | None,
    reject: str | None,
    entry_domain: str,
    kind: str | None,
    known: GlossaryOptions,
    reading: ReadingOptions,
) -> None:
    """Propose new terms for the glossary from a corpus.

    CORPUS is articles, folders of articles, or files with both languages (TMX, PO,
    XLIFF, tables); from these, likely equivalents are proposed too. The formats are
    csv, a table in which to accept or reject terms, and po, fuzzy entries to edit.
    """
    form = file_format_of(to or DEFAULT, output, FORMATS)
    only_for("--to po", "entry_domain", fits=form == "po")
    if reject and not exclude:
        message = "--reject needs a list to add to — name it with --exclude"
        raise PadananError(message)
    translation = source(english) if english else None
    texts = open_texts(sources(paths, kind), translation, reading)
    say(*texts.unread)
    excluded = _excluded(exclude, reject, (*paths, english or "-"), output)
    found = propose(texts, known, ExtractOptions(limit, at_least, excluded))
    deliver(output, _written(found, form, entry_domain))
    say(*found.notices)


def _excluded(
    listed: str | None, table: str | None, others: tuple[str, ...], output: Output
) -> tuple[str, ...]:
    """Return what a list rejects after the rejections of the table are added to it.

    Raises:
        PadananError: the list would be written over something else that is read, or
            is standard input.
    """
    if listed is None:
        return ()
    if table is None:
        return rejected(source(listed))
    refuse_stdin(listed, "--exclude", "is added to by --reject")
    spare(output._replace(path=listed), (*others, table))
    return reject_all(Path(listed), source(table))


def _written(found: ExtractResult, form: str, domain: str) -> bytes:
    from padanan.corpus.proposals import as_csv, as_po

    if form == "csv":
        return as_csv(found.proposals)
    return as_po(found.proposals, domain)
