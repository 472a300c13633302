"""``padanan terms``: the term sheet of a job."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from padanan.cli.options import glossary_options
from padanan.errors import ExchangeError
from padanan.files.writing import STDOUT, write

if TYPE_CHECKING:
    from collections.abc import Iterator

    from padanan import Annotator
    from padanan.articles.annotated import AnnotatedArticle
    from padanan.articles.term_sheet import TermLine as Entry

STDIN = "-"


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="[FILE|FOLDER|-]…")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "csv", "xlsx", "markdown", "json"]),
    default="text",
    show_default=True,
    help="What to write.",
)
@click.option(
    "--output",
    "-o",
    default=STDOUT,
    metavar="FILE",
    help="File to write.  [default: standard output]",
)
@glossary_options
@click.option(
    "--domain", multiple=True, metavar="NAME", help="Only terms of this domain."
)
@click.option("--encoding", metavar="NAME", help="Encoding of the articles.")
@click.option("--no-cache", is_flag=True, help="Compile the glossary afresh.")
def terms(
    paths: tuple[str, ...],
    *,
    form: str,
    output: str,
    glossary: tuple[str, ...],
    no_shipped: bool,
    domain: tuple[str, ...],
    encoding: str | None,
    no_cache: bool,
) -> None:
    """List the terms of articles: the term sheet of a job.

    Each term with the English chosen for it, how often it occurs, its first place
    and its usage note.
    """
    from padanan import Annotator
    from padanan.articles.term_sheet import sheet

    if form == "xlsx" and output == STDOUT and sys.stdout.isatty():
        raise ExchangeError("xlsx cannot be shown here — name a file with --output")
    annotator = Annotator.from_files(
        *glossary, shipped=not no_shipped, cache=not no_cache
    )
    entries = sheet(_pages(paths, annotator, domain, encoding))
    write(output, _rendered(entries, form))


def _pages(
    paths: tuple[str, ...],
    annotator: Annotator,
    domains: tuple[str, ...],
    encoding: str | None,
) -> Iterator[AnnotatedArticle]:
    from padanan.articles.annotated import AnnotatedArticle
    from padanan.articles.readers import articles_in, read

    for name in articles_in(paths):
        data = sys.stdin.buffer.read() if name == STDIN else Path(name).read_bytes()
        article = read(data, name, encoding)
        yield AnnotatedArticle(
            article, annotator.annotate(article.readable, domains=domains)
        )


def _rendered(entries: tuple[Entry, ...], form: str) -> bytes:
    from padanan.render import term_sheet as sheet_views

    if form == "csv":
        return sheet_views.as_csv(entries)
    if form == "xlsx":
        return sheet_views.as_xlsx(entries)
    if form == "markdown":
        return sheet_views.as_markdown(entries).encode()
    if form == "json":
        return sheet_views.as_json(entries).encode()
    return sheet_views.as_text(entries).encode()
