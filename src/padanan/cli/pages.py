"""Articles written as pages: one to a file, several to a folder."""

from __future__ import annotations

from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from padanan.cli.output import deliver, spare
from padanan.errors import PadananError

if TYPE_CHECKING:
    from collections.abc import Callable

    from padanan.articles.annotated import AnnotatedArticle
    from padanan.cli.output import Output
    from padanan.render.same import DocxStyle


class Pages(NamedTuple):
    """How pages look.

    Attributes:
        ui: language of the buttons of HTML pages.
        docx_style: where the English is in Word documents.
    """

    ui: str
    docx_style: DocxStyle


def page_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options of pages; the command gets ``pages``."""

    @click.option(
        "--ui",
        type=click.Choice(["en", "id"]),
        default="en",
        show_default=True,
        help="Language of the buttons of HTML pages.",
    )
    @click.option(
        "--docx-style",
        type=click.Choice(["comments", "all-comments", "brackets"]),
        default="comments",
        show_default=True,
        help="Where to put the English in Word documents: in a comment on each term, "
        "in one at every place, or in brackets.",
    )
    @wraps(function)
    def called(*, ui: str, docx_style: DocxStyle, **rest: Any) -> Any:
        return function(pages=Pages(ui, docx_style), **rest)

    return called


def write_pages(
    articles: tuple[AnnotatedArticle, ...], form: str, pages: Pages, output: Output
) -> None:
    """Write each article as a page.

    Raises:
        PadananError: several pages have no folder, or one would be written over an
            article that was read.
        OSError: a file cannot be written.
    """
    from padanan.jobs.pages import PagesOptions, page_of, pages_of

    options = PagesOptions(form, pages.ui, pages.docx_style)
    read = [article.article.path for article in articles]
    several = len(articles) > 1
    folder = not output.is_stdout and (several or Path(output.path).is_dir())
    if several and not folder:
        message = f"{len(articles)} pages need a folder — name one with --output"
        raise PadananError(message)
    if not folder:
        deliver(output, page_of(articles[0], options))
        return
    Path(output.path).mkdir(parents=True, exist_ok=True)
    for name, data in pages_of(articles, options):
        place = output.inside(name)
        spare(place, read)
        deliver(place, data)
