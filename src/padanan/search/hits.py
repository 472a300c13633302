"""What a look-up finds: a concept, the term that answers, and how well it does."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from padanan.model import SOURCE_LANGUAGE, TARGET_LANGUAGE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from padanan.model import Concept, Term


class How(StrEnum):
    """How a term answers a query, the surest first."""

    EXACT = "exact"
    INFLECTED = "inflected"
    SIMILAR = "similar"


class Hit(NamedTuple):
    """A concept that a query may mean.

    Attributes:
        concept: the concept.
        term: its term, of either language, that answers the query.
        language: of that term, ``id`` or ``en``.
        how: how it does.
        score: from 0 to 100, how alike query and term are written.
    """

    concept: Concept
    term: Term
    language: str
    how: How
    score: float = 100.0


def every_term(concept: Concept) -> Iterator[tuple[Term, str]]:
    """Yield the terms of a concept with their languages."""
    for term in concept.terms:
        yield term, SOURCE_LANGUAGE
    for term in concept.equivalents:
        yield term, TARGET_LANGUAGE
