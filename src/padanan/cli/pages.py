"""Articles as pages: one file for each, and for HTML one that leads to them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from padanan.errors import DocumentError
from padanan.files.writing import STDOUT, encoded, write

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from padanan.articles.annotated import AnnotatedArticle

INDEX = "index.html"
ENDINGS = {"markdown": ".md", "html": ".html"}
"""Of the formats that have one; an article as it came keeps its own."""


class Look(NamedTuple):
    """How pages are written.

    Attributes:
        form: ``markdown``, ``html`` or ``same``.
        ui: language of the interface of HTML pages.
        brackets: put the English in brackets into Word documents, not in comments.
    """

    form: str
    ui: str = "en"
    brackets: bool = False


def page_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options of pages to a command."""
    options = (
        click.option(
            "--ui",
            type=click.Choice(["en", "id"]),
            default="en",
            show_default=True,
            help="Language of the buttons of HTML pages.",
        ),
        click.option(
            "--main", is_flag=True, help="Of web pages take only the article."
        ),
        click.option(
            "--docx-style",
            type=click.Choice(["comments", "brackets"]),
            default="comments",
            show_default=True,
            help="Where the English stands in Word documents.",
        ),
    )
    for option in reversed(options):
        command = option(command)
    return command


def write_pages(pages: Sequence[AnnotatedArticle], look: Look, output: str) -> None:
    """Write each article as a page: one to a file, several to a folder.

    Args:
        pages: the annotated articles.
        look: how they are written.
        output: file or folder; ``-`` is stdout.

    Raises:
        DocumentError: several pages have no folder.
        OSError: a file cannot be written.
    """
    render = _renderer(look)
    folder = output != STDOUT and (len(pages) > 1 or Path(output).is_dir())
    if not folder and len(pages) > 1:
        raise DocumentError(
            f"{len(pages)} pages need a folder — name one with --output"
        )
    if not folder:
        write(output, render(pages[0]))
        return
    Path(output).mkdir(parents=True, exist_ok=True)
    named = tuple(zip(file_names(pages, look.form), pages, strict=True))
    for name, page in named:
        write(Path(output) / name, render(page))
    if look.form == "html" and len(pages) > 1:
        write(Path(output) / INDEX, _index(named, look))


def _renderer(look: Look) -> Callable[[AnnotatedArticle], bytes]:
    if look.form == "markdown":
        from padanan.render import markdown

        return lambda page: encoded(markdown.render(page))
    if look.form == "same":
        from padanan.render import same

        return lambda page: same.render(page, brackets=look.brackets)
    from padanan.render import html

    html_look = html.PageOptions(look.ui, _titles())
    return lambda page: encoded(html.render(page, html_look))


def _index(named: Iterable[tuple[str, AnnotatedArticle]], look: Look) -> bytes:
    from padanan.render.html import PageOptions
    from padanan.render.html_index import render_index

    return encoded(render_index(named, PageOptions(look.ui, _titles())))


def _titles() -> dict[str, str]:
    from padanan.glossary import library

    return dict(library.source_titles(library.shipped_path() / library.SOURCES))


def file_names(pages: Iterable[AnnotatedArticle], form: str) -> Iterator[str]:
    """Yield a name for each page: that of its article, numbered where it repeats."""
    seen = {INDEX: 1} if form == "html" else {}
    for page in pages:
        path = Path("article.txt" if page.article.path == STDOUT else page.article.path)
        stem, ending = path.stem, ENDINGS.get(form, path.suffix)
        # Some systems take names that differ in case for the same.
        key = f"{stem}{ending}".casefold()
        seen[key] = seen.get(key, 0) + 1
        number = f"-{seen[key]}" if seen[key] > 1 else ""
        yield f"{stem}{number}{ending}"
