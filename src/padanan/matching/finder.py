"""Where the patterns of a glossary stand in a folded text."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from ahocorasick_rs import BytesAhoCorasick, Implementation

from padanan.language.indonesian import CLITICS
from padanan.language.normalise import WORD_BYTES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from padanan.language.normalise import Hit

FEW = 20_000
"""Until so many characters were read, building the whole automaton takes longer than
looking only for the patterns whose first word a text has."""

_SPACE = ord(" ")
_ONLY_WORDS = bytes(code if code in WORD_BYTES else _SPACE for code in range(256))
_CLITICS = tuple(clitic.encode() for clitic in CLITICS if clitic)


class Finder:
    """Finds patterns in folded texts; safe to share between threads.

    Args:
        patterns: sorted, each with a space in front.
    """

    def __init__(self, patterns: Sequence[bytes]) -> None:
        self._patterns = patterns
        self._automaton: BytesAhoCorasick | None = None
        self._read = 0

    def find(self, data: bytes) -> Sequence[Hit]:
        """Return all hits, overlapping ones too, in the order of their ends.

        What no clitic can end may be left out: the beginnings of longer words.

        Args:
            data: a folded text (``normalize.fold``).
        """
        self._read += len(data)
        if self._automaton is None:
            if self._read < FEW:
                return find_few(self._patterns, data)
            # Scanning alone the DFA is faster. It is several times as large, and what
            # is done between two scans drives it out of the processor's cache.
            self._automaton = _automaton(self._patterns)
        return self._automaton.find_matches_as_indexes(data, overlapping=True)


def _automaton(patterns: Sequence[bytes]) -> BytesAhoCorasick:
    return BytesAhoCorasick(patterns, implementation=Implementation.ContiguousNFA)


def find_few(patterns: Sequence[bytes], data: bytes) -> list[Hit]:
    """Find with an automaton of only those patterns that can be in a text.

    >>> find_few((b" damai", b" duta", b" duta besar"), b" dutanya ")
    [(1, 0, 5)]
    """
    numbers = sorted(_possible(patterns, data))
    if not numbers:
        return []
    automaton = _automaton([patterns[number] for number in numbers])
    hits = automaton.find_matches_as_indexes(data, overlapping=True)
    return [(numbers[number], begin, end) for number, begin, end in hits]


def _possible(patterns: Sequence[bytes], data: bytes) -> set[int]:
    words = set(data.translate(_ONLY_WORDS).split())
    found: set[int] = set()
    for word in words:
        found.update(_beginning_with(patterns, word))
        for clitic in _CLITICS:
            if word.endswith(clitic):
                found.update(_only(patterns, word.removesuffix(clitic)))
    for mark in set(data) - WORD_BYTES:  # before the first word of a pattern
        beginning = bytes((_SPACE, mark))
        number = bisect_left(patterns, beginning)
        while number < len(patterns) and patterns[number].startswith(beginning):
            found.add(number)
            number += 1
    return found


def _beginning_with(patterns: Sequence[bytes], word: bytes) -> Iterator[int]:
    """Yield the patterns whose first word is this one."""
    beginning = b" " + word
    end = len(beginning)
    for number in range(bisect_left(patterns, beginning), len(patterns)):
        pattern = patterns[number]
        if not pattern.startswith(beginning):
            break
        if len(pattern) == end or pattern[end] not in WORD_BYTES:
            yield number


def _only(patterns: Sequence[bytes], word: bytes) -> Iterator[int]:
    number = bisect_left(patterns, b" " + word)
    if number < len(patterns) and patterns[number] == b" " + word:
        yield number
