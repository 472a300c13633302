"""The lists of words that conditions look for, and how words are compared."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from padanan.matching.conditions import CLASSES

if TYPE_CHECKING:
    from collections.abc import Sequence

COUNTRY = "COUNTRY"
WORD = re.compile(r"\w+")
"""A word, as conditions count them."""

_NUMBERS = frozenset({
    "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan",
    "sepuluh", "puluhan", "ratusan", "ribuan",
})  # fmt: skip
_CLITICS = tuple(
    "".join(pair)
    for pair in product(("", "nya", "ku", "mu"), ("", "lah", "kah", "pun"))
)
_BETWEEN = re.compile(r"[\s-]+")


class Words(NamedTuple):
    """The words that a test looks for, sorted by how they are compared.

    Attributes:
        known: single words in lower case, with every clitic.
        exact: single words all in capitals.
        beginnings: of words, in lower case.
        sequences: several words each.
        classes: names of classes of words.
        longest: how many words the longest sequence has.
    """

    known: frozenset[str]
    exact: frozenset[str]
    beginnings: tuple[str, ...]
    sequences: tuple[tuple[Words, ...], ...]
    classes: frozenset[str]
    longest: int


class Vocabulary(NamedTuple):
    """The words of a stretch of text.

    Attributes:
        words: as they stand there, in order.
        plain: the same, each once.
        lower: in lower case, each once.
    """

    words: tuple[str, ...]
    plain: frozenset[str]
    lower: frozenset[str]


def vocabulary(text: str, span: tuple[int, int]) -> Vocabulary:
    """Return the words between two offsets.

    >>> sorted(vocabulary("Menlu AS dan AS", (0, 15)).lower)
    ['as', 'dan', 'menlu']
    """
    words = tuple(WORD.findall(text, *span))
    plain = frozenset(words)
    return Vocabulary(words, plain, frozenset(map(str.lower, plain)))


def may_have(found: Vocabulary, wanted: Words) -> bool:
    """Whether wanted words can be among those of a text at all; quick."""
    if not wanted.known.isdisjoint(found.lower):
        return True
    if not wanted.exact.isdisjoint(found.plain):
        return True
    if wanted.beginnings and any(w.startswith(wanted.beginnings) for w in found.lower):
        return True
    if wanted.classes:
        return True
    return any(may_have(found, parts[0]) for parts in wanted.sequences)


@lru_cache(maxsize=4096)
def sort_words(words: tuple[str, ...]) -> Words:
    """Sort the words of a test by how they are compared.

    >>> sort_words(("AS", "perjanjian*", "Amerika Serikat")).longest
    2
    """
    split = [_BETWEEN.split(word) for word in words]
    single = [parts[0] for parts in split if len(parts) == 1]
    plain = [word for word in single if word not in CLASSES]
    whole = [word for word in plain if not word.endswith("*")]
    folded = [word.lower() for word in whole if not word.isupper()]
    return Words(
        frozenset(word + clitic for word in folded for clitic in _CLITICS),
        frozenset(word for word in whole if word.isupper()),
        tuple(word[:-1].lower() for word in plain if word.endswith("*")),
        tuple(
            tuple(sort_words((part,)) for part in parts)
            for parts in split
            if len(parts) > 1
        ),
        frozenset(word for word in single if word in CLASSES),
        max(map(len, split), default=1),
    )


def starting_at(found: Sequence[str], at: int, wanted: Words) -> int:
    """Return how many words from an index on are wanted, 0 where they are not.

    >>> starting_at(("Amerika", "Serikat"), 0, sort_words(("Amerika Serikat",)))
    2
    """
    if matches(found[at], wanted):
        return 1
    for parts in wanted.sequences:
        if matches(found[at], parts[0]) and _is_sequence(found, at, parts):
            return len(parts)
    return 0


def ending_at(found: Sequence[str], at: int, wanted: Words) -> int:
    """Return how many words up to an index are wanted, 0 where they are not.

    >>> ending_at(("dari", "Amerika", "Serikat"), 2, sort_words(("Amerika Serikat",)))
    2
    """
    if matches(found[at], wanted):
        return 1
    for parts in wanted.sequences:
        begin = at - len(parts) + 1
        if begin >= 0 and _is_sequence(found, begin, parts):
            return len(parts)
    return 0


def _is_sequence(found: Sequence[str], at: int, parts: tuple[Words, ...]) -> bool:
    return at + len(parts) <= len(found) and all(
        matches(found[at + number], part) for number, part in enumerate(parts)
    )


def matches(word: str, wanted: Words) -> bool:
    """Whether a single word of the text is one that is wanted.

    >>> matches("Pernyataannya", sort_words(("pernyataan",)))
    True
    """
    lower = word.lower()
    if lower in wanted.known or word in wanted.exact:
        return True
    if wanted.beginnings and lower.startswith(wanted.beginnings):
        return True
    return bool(wanted.classes) and _in_class(word, wanted.classes)


def _in_class(word: str, classes: frozenset[str]) -> bool:
    return (
        "ANY" in classes
        or ("NAME" in classes and word[0].isupper())
        or ("NUMBER" in classes and (word[0].isdigit() or word.lower() in _NUMBERS))
    )
