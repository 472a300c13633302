"""What recognition returns."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from padanan.model import Concept, Term


class Annotation(NamedTuple):
    """One term in a text, with the English that is right there.

    A ``NamedTuple`` and no dataclass, since archives yield them by the million.

    Attributes:
        start: offset of the first code point in the text as it was given.
        end: offset behind the last one; a clitic belongs to the span.
        text: ``text[start:end]``, unchanged.
        concept: the concept that is meant.
        term: its Indonesian term whose form was found.
        equivalents: English for this occurrence, best first, none deprecated.
        region: code of the country whose office or body it is, where known.
        because: the words of the text from which the region is known.
        phrase: English of the larger name, where its parts are known.
        nested: shorter terms inside the span, where they were asked for.
    """

    start: int
    end: int
    text: str
    concept: Concept
    term: Term
    equivalents: tuple[str, ...]
    region: str | None = None
    because: str | None = None
    phrase: str | None = None
    nested: tuple[Annotation, ...] = ()
