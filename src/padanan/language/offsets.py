"""The way back from a changed copy of a text to the offsets of the original."""

from __future__ import annotations

from bisect import bisect_right
from sys import maxsize
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable


_new = tuple.__new__


class Difference(NamedTuple):
    """Where a copy differs from its original.

    Attributes:
        at: offset in the copy.
        start: offset in the original of what was replaced.
        end: offset after that.
        length: of its replacement in the copy, which may be 0.
    """

    at: int
    start: int
    end: int
    length: int


class Offsets(NamedTuple):
    """All differences of a copy from its original, in order.

    Attributes:
        differences: where the copy differs.
        starts: ``differences[i].at`` for bisection.
    """

    differences: tuple[Difference, ...] = ()
    starts: tuple[int, ...] = ()

    def origin(self, index: int) -> tuple[int, int]:
        """Return the original's half-open offsets of one character of the copy."""
        number = bisect_right(self.starts, index) - 1
        if number < 0:
            return index, index + 1
        found = self.differences[number]
        if index < found.at + found.length:
            return found.start, found.end
        start = found.end + index - found.at - found.length
        return start, start + 1

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the original's half-open offsets of a span that is not empty."""
        # Nothing differs inside most spans: all of it moves by the same number.
        begin, limit, shift = self.stretch(start)
        if begin <= start and end <= limit:
            return start + shift, end + shift
        return self.origin(start)[0], self.origin(end - 1)[1]

    def stretch(self, index: int) -> tuple[int, int, int]:
        """Return where nothing differs around or next behind a character of the copy.

        Returns:
            half-open offsets in the copy, and the number by which they differ from
            those of the same in the original.

        >>> offsets = replaced("AS,UE dan PBB,ASEAN", [(2, 3, ", "), (13, 14, ", ")])[1]
        >>> offsets.stretch(5)
        (4, 14, -1)
        """
        starts = self.starts
        number = bisect_right(starts, index)
        limit = starts[number] if number < len(starts) else maxsize
        if number == 0:
            return 0, limit, 0
        at, _, behind, length = self.differences[number - 1]
        return at + length, limit, behind - at - length


def replaced(
    text: str, replacements: Iterable[tuple[int, int, str]]
) -> tuple[str, Offsets]:
    """Return a copy of a text with some spans replaced, and the way back.

    Args:
        text: the original.
        replacements: half-open offsets and the new text of each, in order.

    >>> copy, offsets = replaced("AS,UE", [(2, 3, ", ")])
    >>> copy, offsets.span(4, 6)
    ('AS, UE', (3, 5))
    """
    pieces: list[str] = []
    differences: list[Difference] = []
    starts: list[int] = []
    last = at = 0
    for start, end, new in replacements:
        pieces += text[last:start], new
        at += start - last
        size = len(new)
        # A third of the time of ``Difference(…)``.
        differences.append(_new(Difference, (at, start, end, size)))
        starts.append(at)
        at += size
        last = end
    pieces.append(text[last:])
    return "".join(pieces), Offsets(tuple(differences), tuple(starts))
