"""The words of a text, and the lists of words that conditions look for in it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from padanan.matching.conditions import CLASSES

if TYPE_CHECKING:
    from collections.abc import Sequence

COUNTRY = "COUNTRY"
_NUMBERS = frozenset({
    "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan",
    "sepuluh", "puluhan", "ratusan", "ribuan",
})  # fmt: skip
_CLITICS = ("nya", "ku", "mu", "lah", "kah", "pun")
_WORD = re.compile(r"\w+")
_BETWEEN = re.compile(r"[\s-]+")


class Token(NamedTuple):
    """A word of the text.

    Attributes:
        text: as it stands there.
        lower: in lower case.
        start: offset of its first code point.
        end: offset behind its last one.
    """

    text: str
    lower: str
    start: int
    end: int


def tokens(text: str, start: int, end: int) -> tuple[Token, ...]:
    """Return the words between two offsets, in order.

    >>> [token.lower for token in tokens("Menlu AS-Rusia", 0, 14)]
    ['menlu', 'as', 'rusia']
    """
    return tuple(
        Token(word := match[0], word.lower(), *match.span())
        for match in _WORD.finditer(text, start, end)
    )


class Words(NamedTuple):
    """The words that a test looks for, sorted by how they are compared.

    Attributes:
        folded: single words in lower case.
        exact: single words all in capitals.
        beginnings: of words, in lower case.
        sequences: several words each.
        classes: names of classes of words.
        longest: how many words the longest sequence has.
    """

    folded: frozenset[str]
    exact: frozenset[str]
    beginnings: tuple[str, ...]
    sequences: tuple[tuple[Words, ...], ...]
    classes: frozenset[str]
    longest: int


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
    return Words(
        frozenset(word.lower() for word in whole if not word.isupper()),
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


def starting_at(
    found: Sequence[Token], wanted: Words, countries: Sequence[tuple[int, int]]
) -> tuple[int, int] | None:
    """Return the span of wanted words that tokens begin with.

    Args:
        found: tokens in the order of the text, at least one.
        wanted: what is looked for.
        countries: half-open spans of the countries named in the text.
    """
    first = found[0]
    if _matches(first, wanted):
        return first.start, first.end
    for parts in wanted.sequences:
        if _matches(first, parts[0]) and _is_sequence(found[: len(parts)], parts):
            return first.start, found[len(parts) - 1].end
    if COUNTRY in wanted.classes:
        return next((span for span in countries if span[0] == first.start), None)
    return None


def ending_at(
    found: Sequence[Token], wanted: Words, countries: Sequence[tuple[int, int]]
) -> tuple[int, int] | None:
    """Return the span of wanted words that tokens end with; see ``starting_at``."""
    last = found[-1]
    if _matches(last, wanted):
        return last.start, last.end
    for parts in wanted.sequences:
        if _matches(last, parts[-1]) and _is_sequence(found[-len(parts) :], parts):
            return found[-len(parts)].start, last.end
    if COUNTRY in wanted.classes:
        return next((span for span in countries if span[1] == last.end), None)
    return None


def _is_sequence(found: Sequence[Token], parts: tuple[Words, ...]) -> bool:
    return len(found) == len(parts) and all(
        _matches(token, part) for token, part in zip(found, parts, strict=True)
    )


def _matches(token: Token, wanted: Words) -> bool:
    text, lower = token.text, token.lower
    if lower in wanted.folded or text in wanted.exact:
        return True
    if wanted.beginnings and lower.startswith(wanted.beginnings):
        return True
    if wanted.classes and _in_class(token, wanted.classes):
        return True
    return lower.endswith(_CLITICS) and without_clitics(lower) in wanted.folded


def _in_class(token: Token, classes: frozenset[str]) -> bool:
    text, lower = token.text, token.lower
    return (
        "ANY" in classes
        or ("NAME" in classes and text[0].isupper())
        or ("NUMBER" in classes and (text[0].isdigit() or lower in _NUMBERS))
    )


def without_clitics(word: str) -> str:
    """Return a word without the clitics at its end.

    >>> without_clitics("pernyataannyalah"), without_clitics("nota")
    ('pernyataan', 'nota')
    """
    for endings in (_CLITICS[3:], _CLITICS[:3]):
        for ending in endings:
            if word.endswith(ending) and len(word) > len(ending) + 2:
                word = word.removesuffix(ending)
                break
    return word
