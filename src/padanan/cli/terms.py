"""``padanan terms``: the terms of articles as a term sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from padanan.articles.readers import READERS
from padanan.cli.command import command
from padanan.cli.input import sources
from padanan.cli.messages import say
from padanan.cli.options import (
    choice,
    glossary_options,
    only_for,
    option,
    reading_options,
)
from padanan.cli.output import (
    as_json,
    deliver,
    format_of,
    output_options,
    refuse_terminal,
)
from padanan.jobs.annotations import AnnotateOptions
from padanan.jobs.glossary import annotator
from padanan.jobs.term_sheets import terms as term_sheet

if TYPE_CHECKING:
    from padanan.cli.output import Output
    from padanan.jobs.articles import ReadingOptions
    from padanan.jobs.glossary import GlossaryOptions
    from padanan.jobs.term_sheets import TermsResult

FORMATS = ("text", "csv", "xlsx", "markdown", "json")


SEPARATORS = {"comma": ",", "semicolon": ";", "tab": "\t"}


@command(
    "terms artikel.txt",
    "terms artikel/ --output terms.xlsx",
    "terms artikel/ --output terms.csv --separator semicolon --bom",
)
@click.argument("paths", nargs=-1, required=True, metavar="[FILE|FOLDER|-]…")
@choice("form", FORMATS, "text")
@output_options
@choice("kind", [reader.name for reader in READERS])
@glossary_options
@option("domain")
@reading_options
@click.option(
    "--separator",
    type=click.Choice(tuple(SEPARATORS)),
    default="comma",
    show_default=True,
    help="Between the cells of csv; Excel expects a semicolon where the comma is a"
    " decimal sign.",
)
@option("bom")
def terms(
    paths: tuple[str, ...],
    *,
    form: str | None,
    output: Output,
    kind: str | None,
    known: GlossaryOptions,
    domain: tuple[str, ...],
    reading: ReadingOptions,
    separator: str,
    bom: bool,
) -> None:
    """List the terms of articles as a term sheet.

    Each term is listed with its forms in the text, the English chosen for it, the
    country that decided and why, the number of its occurrences, its first context, its
    usage note, its definition and its domain.
    """
    form = format_of(form, output, FORMATS, "text")
    only_for("--format csv", "separator", "bom", fits=form == "csv")
    refuse_terminal(form, output)
    options = AnnotateOptions(reading, domain)
    found = term_sheet(sources(paths, kind), annotator(known), options)
    if form == "csv":
        from padanan.render.term_sheet import as_csv

        data = as_csv(found.entries, SEPARATORS[separator], bom=bom)
        deliver(output, data)
    else:
        deliver(output, _rendered(found, form))
    say(*found.notices)


def _rendered(found: TermsResult, form: str) -> bytes | str:
    from padanan.render import term_sheet as views

    if form == "xlsx":
        return views.as_xlsx(found.entries)
    if form == "markdown":
        return views.as_markdown(found.entries)
    if form == "json":
        return as_json(found)
    return views.as_text(found.entries)
