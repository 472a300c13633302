"""What a test asks for, as a value: the program of the compiled core."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from padanan.matching.conditions.words import Words

SENTENCE = "sentence"
DOCUMENT = "document"


class Look(NamedTuple):
    """Where a test looks for which words.

    Attributes:
        words: what it looks for.
        before: the number of words before the term among which it looks.
        after: the number of words after it.
        beside: whether the one word must stand just beside the term.
        within: ``SENTENCE`` or ``DOCUMENT``, where it looks in all of that; else empty.
    """

    words: Words
    before: int = 0
    after: int = 0
    beside: bool = False
    within: str = ""


class Beside(NamedTuple):
    """Of which domains or concepts another term of the sentence must be."""

    domains: frozenset[str] = frozenset()
    concepts: frozenset[str] = frozenset()


class Capitals(NamedTuple):
    """That the words of the term have capitals, except some.

    Attributes:
        small: the words behind the first one that need none.
    """

    small: frozenset[str]


class TermWords(NamedTuple):
    """Which words the term itself must have, one of them (``words.found_in``)."""

    words: tuple[str, ...]


Asked: TypeAlias = Look | Beside | Capitals | TermWords
"""What a test may ask for."""
