"""In the kind that it came in: an article with its terms marked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from padanan.articles.annotated import english, gloss
from padanan.articles.marks import Mark
from padanan.articles.readers import write
from padanan.render.cards import key
from padanan.render.classes import class_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from padanan.articles.annotated import AnnotatedArticle
    from padanan.matching.annotation import Annotation


DocxStyle: TypeAlias = Literal["comments", "all-comments", "brackets"]
"""Where the English is in Word documents.

In a comment at the first place of each term, in one at every place, or in brackets
after each term.
"""


def render(annotated: AnnotatedArticle, docx_style: DocxStyle = "comments") -> bytes:
    """Return an article as it came, with its terms marked.

    Raises:
        DocumentError: the file cannot be read any more.
    """
    found = tuple(marks(annotated, every=docx_style == "all-comments"))
    return write(annotated.article, found, brackets=docx_style == "brackets")


def marks(annotated: AnnotatedArticle, *, every: bool = False) -> Iterator[Mark]:
    """Yield what is written beside the annotations.

    Args:
        annotated: the article.
        every: comment on each place of a term, not only on the first one with the
            same English.
    """
    seen: set[tuple[str, str]] = set()
    for annotation in annotated.annotations:
        name = key(annotation)
        said = english(annotation)
        here = gloss(annotated.article.text, annotation)
        yield Mark(
            annotation.start,
            annotation.end,
            said,
            class_of(annotation.concept.domain),
            tuple(_about(annotation)),
            here if here != said else "",
            commented=every or name not in seen,
        )
        seen.add(name)


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
