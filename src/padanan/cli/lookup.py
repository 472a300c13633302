"""``padanan lookup``: what a term is called in the other language."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from padanan.cli.options import glossary_options

if TYPE_CHECKING:
    from collections.abc import Iterator

    from padanan.matching.compiled import Compiled
    from padanan.search.concordance import Line
    from padanan.search.hits import Hit

NOTHING_FOUND = 1


@click.command()
@click.argument("term", nargs=-1, required=True, metavar="TERM…")
@click.option(
    "--in",
    "places",
    multiple=True,
    metavar="PATH",
    help="Article or folder whose lines with the term are shown; may be repeated.",
)
@click.option(
    "--limit",
    type=click.IntRange(min=1),
    default=5,
    show_default=True,
    help="How many similar terms to offer where none is exactly that one.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How to print what is found.",
)
@glossary_options
@click.option("--no-cache", is_flag=True, help="Compile the glossary afresh.")
def lookup(
    term: tuple[str, ...],
    *,
    places: tuple[str, ...],
    limit: int,
    form: str,
    glossary: tuple[str, ...],
    no_shipped: bool,
    no_cache: bool,
) -> None:
    """Look a term up, Indonesian or English, in any form.

    Where nothing is exactly that term, similar ones are offered: for misspellings
    and old spelling. Exit status 1 means that nothing was found.
    """
    from padanan.matching.cached import compile_files
    from padanan.render.lookup import as_data, as_text
    from padanan.search.index import index_of
    from padanan.search.search import search

    query = " ".join(term)
    compiled = compile_files(*glossary, shipped=not no_shipped, cache=not no_cache)
    hits = search(index_of(compiled), query, limit)
    lines = tuple(_lines(compiled, places, query, hits))
    if form == "json":
        data = as_data(query, hits, lines)
        click.echo(json.dumps(data, ensure_ascii=False, indent=1))
    else:
        click.echo(as_text(hits, lines), nl=False)
    if not hits:
        click.echo(f"“{query}” is not in the glossary", err=True)
        if not lines:
            click.get_current_context().exit(NOTHING_FOUND)


def _lines(
    compiled: Compiled,
    places: tuple[str, ...],
    query: str,
    hits: tuple[Hit, ...],
) -> Iterator[Line]:
    if not places:
        return
    from padanan.articles.readers import articles_in, read
    from padanan.files.local import read_file
    from padanan.matching import make_engine
    from padanan.search.concordance import concordance
    from padanan.search.hits import How

    engine = make_engine(compiled)
    meant = {hit.concept.id for hit in hits if hit.how is not How.SIMILAR}
    for name in articles_in(places):
        article = read(read_file(name), name)
        yield from concordance(engine, article, query, meant)
