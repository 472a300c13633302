"""``padanan annotate``: articles in, annotated articles out."""

from __future__ import annotations

import os
import sys
from contextlib import nullcontext
from typing import TYPE_CHECKING

import click

from padanan.cli.corpus import Corpus, check_corpus, corpus_options
from padanan.cli.options import glossary_options
from padanan.cli.pages import Look, page_options, write_pages
from padanan.files.local import read_input
from padanan.files.writing import encoded, write

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from contextlib import AbstractContextManager

    from padanan import Annotator
    from padanan.articles.annotated import AnnotatedArticle

FORMATS = ("terminal", "json", "jsonl", "markdown", "html", "same")
JOINED = frozenset({"terminal", "json", "jsonl"})
"""Formats in which several articles share one output."""
STDIN = "-"
MANY = 20
"""From so many articles on a progress bar is shown."""


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="[FILE|FOLDER|-]…")
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="terminal",
    show_default=True,
    help="What to write; same: an article of the same kind, with its terms marked.",
)
@click.option(
    "--output",
    "-o",
    default="-",
    metavar="PATH",
    help="File to write; for several pages a folder.  [default: standard output]",
)
@glossary_options
@click.option(
    "--domain", multiple=True, metavar="NAME", help="Only terms of this domain."
)
@click.option("--first-only", is_flag=True, help="Mark each term only once an article.")
@click.option("--nested", is_flag=True, help="Give the terms inside longer terms too.")
@click.option(
    "--level",
    type=click.Choice(["term", "all"]),
    default="term",
    show_default=True,
    help="all: mark what every reader knows (level: basic) too.",
)
@click.option("--encoding", metavar="NAME", help="Encoding of the articles.")
@click.option("--no-cache", is_flag=True, help="Compile the glossary afresh.")
@click.option(
    "--explain", is_flag=True, help="Say for each place what matched and decided."
)
@page_options
@corpus_options
def annotate(
    paths: tuple[str, ...],
    *,
    form: str,
    output: str,
    glossary: tuple[str, ...],
    no_shipped: bool,
    domain: tuple[str, ...],
    first_only: bool,
    nested: bool,
    level: str,
    encoding: str | None,
    no_cache: bool,
    explain: bool,
    ui: str,
    main: bool,
    docx_style: str,
    jobs: int | None,
    text_field: str | None,
    dask: str | None,
) -> None:
    """Mark the diplomatic terms of Indonesian articles, with their English.

    PATHS are articles, folders of articles, or - for standard input.
    """
    from padanan import Annotator
    from padanan.articles.readers import articles_in

    corpus = Corpus(paths, output, jobs, dask, text_field)
    if corpus.asked_for:
        check_corpus(form, explain=explain)
    annotator = Annotator.from_files(
        *glossary, shipped=not no_shipped, cache=not no_cache
    )
    read = _reader(
        annotator,
        encoding,
        main=main,
        nested=nested,
        domains=domain,
        level=level,
        first_only=first_only,
    )
    if corpus.asked_for:
        from padanan.cli.corpus_run import run
        from padanan.corpus.work import Job
        from padanan.matching.engine import Options

        options = Options(
            nested=nested, domains=frozenset(domain), basic=level == "all"
        )
        job = Job(annotator.engine, options, first_only, encoding, corpus.field)
        click.get_current_context().exit(run(job, corpus))
    names = articles_in(paths)
    if explain:
        _explain(annotator, names, encoding, domains=domain)
        return
    with _progress(names) as shown:
        pages = (read(name) for name in shown)
        if form in JOINED:
            write(output, encoded(_joined(pages, form, output)))
        else:
            look = Look(form, ui, brackets=docx_style == "brackets")
            write_pages(tuple(pages), look, output)


def _reader(
    annotator: Annotator,
    encoding: str | None,
    *,
    main: bool,
    nested: bool,
    domains: tuple[str, ...],
    level: str,
    first_only: bool,
) -> Callable[[str], AnnotatedArticle]:
    from padanan.articles.annotated import AnnotatedArticle
    from padanan.articles.annotated import first_only as only_first
    from padanan.articles.readers import read

    def page(name: str) -> AnnotatedArticle:
        article = read(read_input(name), name, encoding, main=main)
        found = annotator.annotate(
            article.readable, nested=nested, domains=domains, level=level
        )
        return AnnotatedArticle(article, only_first(found) if first_only else found)

    return page


def _explain(
    annotator: Annotator,
    names: tuple[str, ...],
    encoding: str | None,
    *,
    domains: tuple[str, ...],
) -> None:
    from padanan.articles.readers import read
    from padanan.render.explain import render

    for name in names:
        article = read(read_input(name), name, encoding)
        click.echo(f"── {name}\n")
        click.echo(render(annotator.explain(article.readable, domains=domains)))


def _progress(names: tuple[str, ...]) -> AbstractContextManager[Iterable[str]]:
    """Return the names, with a bar on the terminal where they are many."""
    if len(names) < MANY or not sys.stderr.isatty():
        return nullcontext(names)
    return click.progressbar(names, label="Annotating", file=sys.stderr)


def _joined(pages: Iterable[AnnotatedArticle], form: str, output: str) -> str:
    if form == "json":
        from padanan.render import json

        return json.render(pages)
    if form == "jsonl":
        from padanan.render import json

        return "".join(map(json.render_line, pages))
    from padanan.render import terminal

    colour = output == STDIN and _has_colours()
    return "\n".join(
        _titled(page, terminal.render(page, colour=colour)) for page in pages
    )


def _titled(page: AnnotatedArticle, shown: str) -> str:
    return f"── {page.article.path}\n\n{shown}"


def _has_colours() -> bool:
    # https://no-color.org: set to anything but an empty string.
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")
