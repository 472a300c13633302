"""``padanan annotate``: articles in, annotated articles out."""

from __future__ import annotations

import sys
from contextlib import nullcontext
from typing import TYPE_CHECKING, TypeVar

import click

from padanan.articles.readers import READERS
from padanan.cli.command import command
from padanan.cli.corpus import NO_CORPUS, corpus_options
from padanan.cli.input import sources
from padanan.cli.messages import clean, say
from padanan.cli.options import (
    choice,
    glossary_options,
    names_in,
    only_for,
    option,
    reading_options,
)
from padanan.cli.output import (
    deliver,
    format_of,
    has_colours,
    output_options,
)
from padanan.cli.pages import page_options, write_pages
from padanan.corpus.names import ENDINGS, is_corpus
from padanan.errors import PadananError
from padanan.jobs.annotations import AnnotateOptions
from padanan.jobs.annotations import annotate as annotated
from padanan.jobs.annotations import explain as explained
from padanan.jobs.articles import find_articles, passed_over
from padanan.jobs.glossary import annotator

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from contextlib import AbstractContextManager

    from padanan import Annotator
    from padanan.articles.article import Article
    from padanan.cli.corpus import Corpus
    from padanan.cli.output import Output
    from padanan.cli.pages import Pages
    from padanan.jobs.annotations import AnnotateResult, ExplainResult
    from padanan.jobs.articles import ReadingOptions, Source
    from padanan.jobs.glossary import GlossaryOptions

    _Result = TypeVar("_Result", AnnotateResult, ExplainResult)

FORMATS = ("terminal", "json", "jsonl", "markdown", "html", "same")
JOINED = frozenset({"terminal", "json", "jsonl"})
"""Formats in which several articles share one output."""
MANY = 20
"""Minimum number of articles for a progress bar."""


@command(
    "annotate artikel.txt",
    "annotate artikel.docx --output marked.docx",
    "annotate artikel/ --format html --output pages",
    "annotate - --format json --fields definition,note",
)
@click.argument("paths", nargs=-1, required=True, metavar="[FILE|FOLDER|-]…")
@choice("form", FORMATS, "terminal")
@output_options
@choice("kind", [reader.name for reader in READERS])
@glossary_options
@option("domain")
@click.option(
    "--first-only",
    is_flag=True,
    help="Mark only the first occurrence of each term in an article.",
)
@click.option("--nested", is_flag=True, help="Also give the terms inside longer terms.")
@option("level")
@option("fields")
@reading_options
@click.option(
    "--explain", is_flag=True, help="Explain what matched at each place, and why."
)
@page_options
@corpus_options
def annotate(
    paths: tuple[str, ...],
    *,
    form: str | None,
    output: Output,
    kind: str | None,
    known: GlossaryOptions,
    domain: tuple[str, ...],
    first_only: bool,
    nested: bool,
    level: str,
    fields: str,
    reading: ReadingOptions,
    explain: bool,
    pages: Pages,
    corpus: Corpus,
) -> None:
    """Mark diplomatic terms in Indonesian articles and give their English.

    Name articles, folders of articles, or - for standard input. --format same writes
    an article of the same kind (text, Markdown, HTML or Word) with its terms marked.
    """
    many = corpus != NO_CORPUS or any(map(is_corpus, paths))
    form = format_of(form, output, FORMATS, "jsonl" if many else "terminal")
    _check(form, many=many, explain=explain)
    options = AnnotateOptions(
        reading, domain, nested, first_only, names_in(fields), level
    )
    if many:
        from padanan.cli.corpus_run import run

        click.get_current_context().exit(
            run(paths, corpus, annotator(known), options, output)
        )
    given = sources(paths, kind)
    found = find_articles(given)
    say(*passed_over(given, ENDINGS))
    terms = annotator(known)
    if explain:
        _explain(_told(explained(found, terms, options)), form, output)
    else:
        _annotate(found, terms, options, form, pages, output)


def _check(form: str, *, many: bool, explain: bool) -> None:
    """Refuse options that contradict each other.

    Raises:
        PadananError: they do.
    """
    if many and (explain or form != "jsonl"):
        raise PadananError("a corpus is written as JSON lines — say --format jsonl")
    if explain and form not in JOINED:
        message = (
            f"--explain cannot write {form} — say --format terminal, json or jsonl"
        )
        raise PadananError(message)
    only_for("articles, not for a corpus", "kind", fits=not many)
    only_for("annotations, not for --explain", "first_only", "nested", fits=not explain)
    only_for("--format json or jsonl", "fields", fits=form in {"json", "jsonl"})
    only_for("--format html", "ui", fits=form == "html")
    only_for("--format same", "docx_style", fits=form == "same")


def _explain(found: Iterator[ExplainResult], form: str, output: Output) -> None:
    if form == "terminal":
        from padanan.render.explain import render

        shown = (f"{_title(one.article)}{render(one.explanations)}\n" for one in found)
        deliver(output, "".join(shown))
    elif form == "json":
        import json

        data = [one.as_dict() for one in found]
        deliver(output, json.dumps(data, ensure_ascii=False, indent=1) + "\n")
    else:
        import json

        lines = (json.dumps(one.as_dict(), ensure_ascii=False) for one in found)
        deliver(output, "".join(f"{line}\n" for line in lines))


def _annotate(
    articles: tuple[Source, ...],
    terms: Annotator,
    options: AnnotateOptions,
    form: str,
    pages: Pages,
    output: Output,
) -> None:
    found = _told(annotated(articles, terms, options))
    with _progress(found, len(articles)) as shown:
        if form == "terminal":
            colour = has_colours(output)
            deliver(output, _for_terminal(shown, colour=colour), colour=colour)
        elif form in JOINED:
            deliver(output, _as_json(shown, form, options.fields))
        else:
            write_pages(tuple(one.annotated for one in shown), form, pages, output)


def _told(found: Iterable[_Result]) -> Iterator[_Result]:
    """Yield results; report what was passed over in each article as it is read."""
    for one in found:
        say(*one.notices)
        yield one


def _progress(
    found: Iterator[AnnotateResult], count: int
) -> AbstractContextManager[Iterable[AnnotateResult]]:
    """Return the results; if there are many, show a progress bar on the terminal."""
    if count < MANY or not sys.stderr.isatty():
        return nullcontext(found)
    return click.progressbar(found, count, "Annotating", file=sys.stderr)


def _as_json(
    found: Iterable[AnnotateResult], form: str, fields: tuple[str, ...]
) -> str:
    from padanan.render import json

    pages = (one.annotated for one in found)
    if form == "json":
        return json.render(pages, fields)
    return "".join(json.render_line(page, fields) for page in pages)


def _for_terminal(found: Iterable[AnnotateResult], *, colour: bool) -> str:
    from padanan.render.terminal import render

    return "\n".join(
        f"{_title(one.annotated.article)}{render(one.annotated, colour=colour)}"
        for one in found
    )


def _title(article: Article) -> str:
    return f"── {clean(article.path)}\n\n"
