"""Sentences that may be the same in English: names, figures and addresses."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from padanan.articles.plain import addresses
from padanan.language.persons import is_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_FEWEST = 2
"""Minimum number of words of a name, since any heading begins with a capital."""


def may_stay(sentences: Iterable[str], text: str) -> tuple[int, ...]:
    """Return the numbers, from 0, of the sentences that may be the same in English.

    They have only figures, addresses, and words with capitals that the article never
    has without.

    Args:
        sentences: in order; an empty one, in place of a sentence with a term, may not.
        text: of the article.

    >>> names = ("Sonata Coulter", "Kata Pengantar", "Pendahuluan", "021-555", "")
    >>> may_stay(names, "dengan kata lain")
    (0, 3)
    """
    common = {word for word in _WORD.findall(text) if word.islower()}
    return tuple(
        number
        for number, sentence in enumerate(sentences)
        if sentence and _stays(list(_words(sentence)), common)
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
