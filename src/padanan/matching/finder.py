"""Where the patterns of a glossary stand in a folded text."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import TYPE_CHECKING, overload

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TypeAlias

    from ahocorasick_rs import BytesAhoCorasick

    from padanan.language.normalise import Hit

    Bytes: TypeAlias = bytes | memoryview
    Numbers: TypeAlias = array[int] | memoryview[int]

BLOCK = 32
"""Number of patterns that are cut apart together."""

FEW = 100_000
"""Number of characters up to which it takes longer to build the automaton of all
patterns than to look up each place of a text in their list."""


class Patterns(Sequence[bytes]):
    """Sorted patterns, which are cut apart when they are asked for.

    A short text asks for few of twenty thousand.

    Args:
        joined: the patterns, a line break behind each.
        firsts: every ``BLOCK``-th of them, likewise.
        blocks: where these begin in ``joined``, and a last number where all end.
        count: their number.
        longest: the number of bytes of the longest one.

    >>> patterns = Patterns.of((b" damai", b" duta", b" duta besar"))
    >>> patterns[1], len(patterns), patterns.last_up_to(b" duta barat")
    (b' duta', 3, 1)
    """

    def __init__(
        self, joined: Bytes, firsts: Bytes, blocks: Numbers, count: int, longest: int
    ) -> None:
        self.joined = joined
        self.firsts = firsts
        self.blocks = blocks
        self.longest = longest
        self._count = count
        self._firsts = bytes(firsts).split(b"\n")[:-1]
        self._cut: dict[int, list[bytes]] = {}

    @classmethod
    def of(cls, patterns: Sequence[bytes]) -> Patterns:
        """Return patterns that are sorted."""
        lines = [pattern + b"\n" for pattern in patterns]
        ends = [0, *accumulate(map(len, lines))]
        return cls(
            b"".join(lines),
            b"".join(lines[::BLOCK]),
            array("I", [*ends[:-1:BLOCK], ends[-1]]),
            len(lines),
            max(map(len, patterns), default=0),
        )

    def _block(self, number: int) -> list[bytes]:
        found = self._cut.get(number)
        if found is None:
            begin, end = self.blocks[number], self.blocks[number + 1]
            found = bytes(self.joined[begin : end - 1]).split(b"\n")
            self._cut[number] = found
        return found

    def __len__(self) -> int:
        """Return their number."""
        return self._count

    @overload
    def __getitem__(self, index: int) -> bytes: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[bytes, ...]: ...

    def __getitem__(self, index: int | slice) -> bytes | tuple[bytes, ...]:
        """Return a pattern by its number, or some."""
        if isinstance(index, slice):
            return tuple(self)[index]
        if not 0 <= index < self._count:
            raise IndexError(index)
        return self._block(index // BLOCK)[index % BLOCK]

    def __iter__(self) -> Iterator[bytes]:
        """Return an iterator over all."""
        return iter(bytes(self.joined).split(b"\n")[:-1])

    def __eq__(self, other: object) -> bool:
        """Whether others are the same."""
        return isinstance(other, Patterns) and self.joined == other.joined

    def __hash__(self) -> int:
        """Return the same for equal ones."""
        return hash(bytes(self.joined))

    def last_up_to(self, key: bytes) -> int:
        """Return the number of the last pattern that does not sort behind a key.

        Returns:
            -1 where there is none.
        """
        block = bisect_right(self._firsts, key) - 1
        if block < 0:
            return -1
        return block * BLOCK + bisect_right(self._block(block), key) - 1

    def number(self, pattern: bytes) -> int:
        """Return the number of a pattern, -1 where it is none of these."""
        found = self.last_up_to(pattern)
        return found if found >= 0 and self[found] == pattern else -1


class Finder:
    """Finds patterns in folded texts; safe to share between threads.

    Args:
        patterns: sorted, each with a space in front.
        prefixes: what ``prefixes`` returns for them.

    >>> patterns = Patterns.of((b" damai", b" duta", b" duta besar"))
    >>> Finder(patterns, prefixes(patterns)).find(b" duta besar ")
    [(1, 0, 5), (2, 0, 11)]
    """

    def __init__(self, patterns: Patterns, prefixes: Numbers) -> None:
        self._patterns = patterns
        self._prefixes = prefixes
        self._automaton: BytesAhoCorasick | None = None
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
        patterns, prefixes = self._patterns, self._prefixes
        longest = patterns.longest
        hits: list[Hit] = []
        at = data.find(b" ")
        while at >= 0:
            number = patterns.last_up_to(data[at : at + longest])
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
    return BytesAhoCorasick([*patterns], implementation=Implementation.ContiguousNFA)


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
