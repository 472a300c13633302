"""Sentences that may be the same in English: names, figures and addresses."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from padanan.articles.plain import addresses
from padanan.language.persons import is_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from padanan.translation.worksheet import WorksheetUnit

_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_FEWEST = 2
"""Minimum number of words of a name; one word with a capital begins any heading."""


def may_stay(units: Iterable[WorksheetUnit], text: str) -> tuple[int, ...]:
    """Return the numbers, from 0, of the units that may be the same in English.

    They have no term, and nothing but figures, addresses, and words with capitals that
    the article has nowhere without.

    Args:
        units: of a worksheet.
        text: of the article.

    >>> from padanan.translation.worksheet import WorksheetUnit
    >>> names = ("Sonata Coulter", "Kata Pengantar", "Pendahuluan", "021-555")
    >>> units = [WorksheetUnit(n, name) for n, name in enumerate(names, 1)]
    >>> may_stay(units, "dengan kata lain")
    (0, 3)
    """
    common = {word for word in _WORD.findall(text) if word.islower()}
    return tuple(
        number
        for number, unit in enumerate(units)
        if not unit.hints and _stays(list(_words(unit.source)), common)
    )


def _stays(words: list[str], common: set[str]) -> bool:
    enough = not words or len(words) >= _FEWEST
    return enough and all(
        is_name(word) and word.lower() not in common for word in words
    )


def _words(text: str) -> Iterator[str]:
    """Yield the words of a text, without those of addresses."""
    passed = addresses(text)
    for match in _WORD.finditer(text):
        if not any(start <= match.start() < end for start, end in passed):
            yield match[0]
