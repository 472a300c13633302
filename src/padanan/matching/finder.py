"""Where the patterns of a glossary stand in a folded text."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ahocorasick_rs import BytesAhoCorasick

    from padanan.language.normalise import Hit

FEW = 100_000
"""Number of characters up to which it takes longer to build the automaton of all
patterns than to look up each place of a text in their list."""


class Finder:
    """Finds patterns in folded texts; safe to share between threads.

    Args:
        patterns: sorted, each with a space in front.
        prefixes: what ``prefixes`` returns for them.

    >>> patterns = (b" damai", b" duta", b" duta besar")
    >>> Finder(patterns, prefixes(patterns)).find(b" duta besar ")
    [(1, 0, 5), (2, 0, 11)]
    """

    def __init__(self, patterns: Sequence[bytes], prefixes: Sequence[int]) -> None:
        self._patterns = patterns
        self._prefixes = prefixes
        self._automaton: BytesAhoCorasick | None = None
        self._longest = max(map(len, patterns), default=0)
        self._read = 0

    def find(self, data: bytes) -> Sequence[Hit]:
        """Return all hits, overlapping ones too.

        They come in the order of their ends, and of those with one end the longest
        first.

        Args:
            data: a folded text (``normalise.fold``).
        """
        self._read += len(data)
        if self._automaton is None:
            if self._read < FEW:
                return self._look_up(data)
            self._automaton = build(self._patterns)
        return self._automaton.find_matches_as_indexes(data, overlapping=True)

    def _look_up(self, data: bytes) -> list[Hit]:
        """Find patterns without an automaton.

        Whatever begins at a place sorts before all that follows there. The last pattern
        that does so begins with every other one that is found there: all that sorts
        between a beginning and its continuation begins so too.
        """
        patterns, prefixes, longest = self._patterns, self._prefixes, self._longest
        hits: list[Hit] = []
        at = data.find(b" ")
        while at >= 0:
            number = bisect_right(patterns, data[at : at + longest]) - 1
            before = -1
            while number not in {before, -1}:
                pattern = patterns[number]
                if data.startswith(pattern, at):
                    hits.append((at + len(pattern), at, number))
                before, number = number, prefixes[number]
            at = data.find(b" ", at + 1)
        hits.sort()
        return [(number, begin, end) for end, begin, number in hits]


def build(patterns: Sequence[bytes]) -> BytesAhoCorasick:
    """Return the automaton of patterns, which a short text does without."""
    from ahocorasick_rs import BytesAhoCorasick, Implementation

    # A DFA scans faster, but is several times as large: what is done between two scans
    # drives it out of the processor's cache.
    return BytesAhoCorasick(patterns, implementation=Implementation.ContiguousNFA)


def prefixes(patterns: Sequence[bytes]) -> array[int]:
    """Return for each pattern the longest other one with which it begins.

    Args:
        patterns: sorted.

    Returns:
        Its number; the pattern's own where there is none.

    >>> prefixes((b" duta", b" duta besar", b" dutamas", b" kota")).tolist()
    [0, 0, 0, 3]
    """
    found, begun = array("I"), list[int]()
    for number, pattern in enumerate(patterns):
        while begun and not pattern.startswith(patterns[begun[-1]]):
            begun.pop()
        found.append(begun[-1] if begun else number)
        begun.append(number)
    return found
