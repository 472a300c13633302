"""``padanan lookup``: a term in the other language."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from padanan.cli.command import command
from padanan.cli.messages import say
from padanan.cli.options import (
    choice,
    glossary_options,
    only_for,
    option,
    reading_of,
)
from padanan.cli.output import as_json, format_of, has_colours, output_options, show
from padanan.jobs.glossary import compiled
from padanan.jobs.lookups import SIMILAR
from padanan.jobs.lookups import lookup as look_up

if TYPE_CHECKING:
    from padanan.cli.output import Output
    from padanan.jobs.glossary import GlossaryOptions

NOTHING_FOUND = 1
FORMATS = ("text", "json")


@command(
    "lookup kuasa usaha",
    "lookup truce --in artikel/",
    "lookup gencatan senjata --format json",
)
@click.argument("term", nargs=-1, required=True, metavar="TERM…")
@click.option(
    "--in",
    "articles",
    multiple=True,
    metavar="PATH",
    help="Article or folder whose lines with the term are shown; may be repeated.",
)
@option("limit", default=SIMILAR)
@choice("form", FORMATS, "text")
@output_options
@glossary_options
@option("encoding")
@option("main")
def lookup(
    term: tuple[str, ...],
    *,
    articles: tuple[str, ...],
    limit: int,
    form: str | None,
    output: Output,
    known: GlossaryOptions,
    encoding: str | None,
    main: bool,
) -> None:
    """Look up an Indonesian or English term in any of its forms.

    If no term matches exactly, similar ones are offered, which also covers misspelt
    and old spellings. Exit status 1 means that nothing was found.
    """
    form = format_of(form, output, FORMATS, "text")
    only_for("--in", "encoding", "main", fits=bool(articles))
    query, glossary = " ".join(term), compiled(known)
    if articles:
        from padanan.cli.input import sources

        reading = reading_of(encoding, main=main)
        found = look_up(query, glossary, limit, sources(articles), reading)
    else:
        found = look_up(query, glossary, limit)
    if form == "json":
        show(output, as_json(found))
    else:
        from padanan.render.lookup import as_text

        colour = has_colours(output)
        show(output, as_text(found.hits, found.lines, colour=colour), colour=colour)
    say(*found.notices)
    if not found.hits and not found.lines:
        click.get_current_context().exit(NOTHING_FOUND)
