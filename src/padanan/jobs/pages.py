"""Annotated articles as pages: one file each, and for HTML an index."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import normalize

from padanan.files.local import STDIN
from padanan.files.writing import encoded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from padanan.articles.annotated import AnnotatedArticle
    from padanan.articles.article import Article
    from padanan.render.html import PageOptions as HtmlOptions
    from padanan.render.same import DocxStyle

INDEX = "index.html"
ENDINGS = {"markdown": ".md", "html": ".html"}
"""Of the formats that have one; an article as it came keeps its own."""


class PagesOptions(NamedTuple):
    """How pages are made.

    Attributes:
        form: ``markdown``, ``html`` or ``same``: a file of the article's own kind.
        ui: language of the interface of HTML pages, ``en`` or ``id``.
        docx_style: where the English is in Word documents.
    """

    form: str
    ui: str = "en"
    docx_style: DocxStyle = "comments"


def page_of(annotated: AnnotatedArticle, options: PagesOptions) -> bytes:
    """Return the page of one article.

    Raises:
        DocumentError: its file cannot be read any more.
        MissingExtraError: a package for this kind of article is not installed.
    """
    return _renderer(options)(annotated)


def pages_of(
    articles: Sequence[AnnotatedArticle], options: PagesOptions
) -> Iterator[tuple[str, bytes]]:
    """Yield the files of several articles: their names in a folder, and their bytes.

    Each page is made when it is asked for. Two or more HTML pages have an index.

    Raises:
        DocumentError: a file cannot be read any more.
        MissingExtraError: a package for this kind of article is not installed.
    """
    render = _renderer(options)
    named = tuple(zip(file_names(articles, options.form), articles, strict=True))
    for name, annotated in named:
        yield name, render(annotated)
    if options.form == "html" and len(articles) > 1:
        from padanan.render.html_index import render_index

        yield INDEX, encoded(render_index(named, _html(options)))


def file_names(articles: Iterable[AnnotatedArticle], form: str) -> Iterator[str]:
    """Yield a name for each page: that of its article, with a number if it repeats."""
    seen, last = ({INDEX} if form == "html" else set[str]()), dict[str, int]()
    for annotated in articles:
        path = _path(annotated.article)
        stem, ending = path.stem, ENDINGS.get(form, path.suffix)
        name, usual = f"{stem}{ending}", _key(f"{stem}{ending}")
        while _key(name) in seen:
            last[usual] = last.get(usual, 1) + 1
            name = f"{stem}-{last[usual]}{ending}"
        seen.add(_key(name))
        yield name


def _path(article: Article) -> Path:
    from padanan.articles.readers import READERS, is_text_only

    if article.path != STDIN:
        path = Path(article.path)
    else:
        kinds = {reader.name: reader.endings[0] for reader in READERS}
        path = Path(f"article{kinds[article.kind]}")
    return path.with_suffix(".txt") if is_text_only(article.kind) else path


def _key(name: str) -> str:
    # Some systems take names for the same that differ in case, or in how an accented
    # letter is composed.
    return normalize("NFC", normalize("NFC", name).casefold())


def _renderer(options: PagesOptions) -> Callable[[AnnotatedArticle], bytes]:
    if options.form == "markdown":
        from padanan.render import markdown

        return lambda annotated: encoded(markdown.render(annotated))
    if options.form == "same":
        from padanan.render import same

        return partial(same.render, docx_style=options.docx_style)
    from padanan.render import html

    shown = _html(options)
    return lambda annotated: encoded(html.render(annotated, shown))


def _html(options: PagesOptions) -> HtmlOptions:
    from padanan.glossary import library
    from padanan.render.html import PageOptions

    titles = library.source_titles(library.shipped_path() / library.SOURCES)
    return PageOptions(options.ui, dict(titles))
