"""As HTML: one self-contained page that needs no network and no script."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from padanan.render.classes import class_of
from padanan.render.page import english, pieces, term_sheet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from padanan.matching.annotation import Annotation
    from padanan.render.page import Page

_PARAGRAPH = re.compile(r"(?:\r?\n[ \t]*){2,}")


class Piece(NamedTuple):
    """A stretch of a paragraph: plain text, or a term with its annotation."""

    text: str
    annotation: Annotation | None
    kind: str = ""
    english: str = ""


def render(page: Page) -> str:
    """Return an annotated article as one HTML page."""
    from jinja2 import Environment, PackageLoader

    loader = PackageLoader("padanan.render")
    environment = Environment(loader=loader, autoescape=True, trim_blocks=True)
    return environment.get_template("page.html").render(
        title=page.article.path,
        paragraphs=list(paragraphs(page)),
        rows=term_sheet(page.annotations),
    )


def paragraphs(page: Page) -> Iterator[list[Piece]]:
    """Yield the paragraphs of an article, cut at its terms."""
    current: list[Piece] = []
    for text, annotation in pieces(page.article.text, page.annotations):
        if annotation is not None:
            kind = class_of(annotation.concept.domain)
            current.append(Piece(text, annotation, kind, english(annotation)))
            continue
        first, *rest = _PARAGRAPH.split(text)
        current.append(Piece(first, None))
        for start in rest:
            yield current
            current = [Piece(start, None)]
    yield current
