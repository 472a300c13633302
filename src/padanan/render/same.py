"""In the kind that it came in: an article with its terms marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from padanan.articles.annotated import english
from padanan.articles.marks import Mark
from padanan.articles.readers import write
from padanan.render.classes import class_of

if TYPE_CHECKING:
    from padanan.articles.annotated import AnnotatedArticle
    from padanan.matching.annotation import Annotation


def render(annotated: AnnotatedArticle, *, brackets: bool = False) -> bytes:
    """Return an article as it came, with its terms marked.

    Args:
        annotated: the article.
        brackets: of a Word document: put the English in brackets, not in comments.

    Raises:
        DocumentError: the file cannot be read any more.
    """
    marks = [mark(annotation) for annotation in annotated.annotations]
    return write(annotated.article, marks, brackets=brackets)


def mark(annotation: Annotation) -> Mark:
    """Return what is written beside an annotation."""
    return Mark(
        annotation.start,
        annotation.end,
        english(annotation),
        class_of(annotation.concept.domain),
        tuple(_about(annotation)),
    )


def _about(annotation: Annotation) -> list[str]:
    others = ", ".join(annotation.equivalents[1:])
    why = f"{annotation.region}: {annotation.because}" if annotation.because else ""
    lines = (
        why,
        f"also {others}" if others else "",
        annotation.concept.definition,
        *annotation.concept.notes,
    )
    return [line for line in lines if line]
