"""What a look-up finds: a concept, the term that answers, and how well it does."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from padanan.model import Concept, Term


class How(StrEnum):
    """How a term answers a query, the surest first."""

    EXACT = "exact"
    INFLECTED = "inflected"
    COMPOSED = "composed"
    PART = "part"
    SIMILAR = "similar"


class Hit(NamedTuple):
    """A concept that a query may mean.

    Attributes:
        concept: the concept.
        term: its term, of either language, that answers the query.
        language: code of the language of that term.
        how: how it does.
        score: from 0 to 100, how alike query and term are written.
        parts: ids of the concepts of which a composed term consists.
    """

    concept: Concept
    term: Term
    language: str
    how: How
    score: float = 100.0
    parts: tuple[str, ...] = ()
