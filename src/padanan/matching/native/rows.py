# cython: annotation_typing=False, wraparound=False, initializedcheck=False
"""Spans of a text as rows of numbers: they cost less than objects."""

from __future__ import annotations

import mmap
from array import array
from contextlib import suppress
from typing import Any

_FIRST = 64
_MANY = 1 << 14
"""Number of zeros from which they are left to the machine."""
_OWN = {"flags": mmap.MAP_PRIVATE} if hasattr(mmap, "MAP_PRIVATE") else {}
_LARGE: int | None = getattr(mmap, "MADV_HUGEPAGE", None)
_NEAR = 8
"""Number of rows that are looked at one by one before the rest is halved."""


class SpanRows:
    """Half-open offsets (code points), by their starts.

    Args:
        size: the number of spans for which there is room at first.

    Attributes:
        count: the number of spans.
        starts: for each of them its offsets.
        ends: likewise.
    """

    def __init__(self, size: int = _FIRST) -> None:
        self.count = 0
        self.starts, self.ends = zeros("i", size), zeros("i", size)

    def first_from(self, offset: int) -> int:
        """Return the number of the first span that begins at an offset or behind it.

        >>> spans = SpanRows()
        >>> spans.starts[1], spans.count = 9, 2
        >>> spans.first_from(0), spans.first_from(5), spans.first_from(10)
        (0, 1, 2)
        """
        low, high = 0, self.count
        while low < high:
            middle = (low + high) >> 1
            if self.starts[middle] < offset:
                low = middle + 1
            else:
                high = middle
        return low


class Rows(SpanRows):
    """Spans of which something is known.

    They sort from the left, the longest first; of those with one span by their orders.

    Args:
        size: the number of spans for which there is room at first.

    Attributes:
        orders: for each span what puts it in order.
        flags: what is to be known of it.
        numbers: the number of what it may be.
        words: the number of the first word that begins at its start or behind it.
        behinds: the number of the first word that begins at its end or behind it.
        held: what was found when it was judged, 0 before that.
    """

    def __init__(self, size: int = _FIRST) -> None:
        SpanRows.__init__(self, size)
        self.size = size
        self.orders = zeros("q", size)
        self.flags, self.numbers = zeros("i", size), zeros("i", size)
        self.words, self.behinds = zeros("i", size), zeros("i", size)
        self.held = zeros("i", size)
        self._last = 0

    def clear(self) -> None:
        """Leave nothing."""
        self.count = self._last = 0

    def add(
        self,
        start: int,
        end: int,
        order: int,
        flags: int,
        number: int,
        word: int,
        behind: int,
    ) -> None:
        """Put a span where it sorts; nearly always that is near the end."""
        if self.count == self.size:
            self._grow()
        at = self.count
        while at > 0 and self._is_before(start, end, order, at - 1):
            self._move(at - 1, at)
            at -= 1
        self.starts[at], self.ends[at] = start, end
        self.orders[at], self.flags[at], self.numbers[at] = order, flags, number
        self.words[at], self.behinds[at], self.held[at] = word, behind, 0
        self.count += 1

    def _is_before(self, start: int, end: int, order: int, at: int) -> bool:
        """Whether something sorts before a row."""
        if self.starts[at] != start:
            return start < self.starts[at]
        if self.ends[at] != end:
            return end > self.ends[at]
        return order < self.orders[at]

    def _move(self, at: int, to: int) -> None:
        self.starts[to], self.ends[to] = self.starts[at], self.ends[at]
        self.orders[to], self.flags[to] = self.orders[at], self.flags[at]
        self.numbers[to], self.words[to] = self.numbers[at], self.words[at]
        self.behinds[to], self.held[to] = self.behinds[at], 0

    def _grow(self) -> None:
        self.size *= 2
        self.starts, self.ends = doubled("i", self.starts), doubled("i", self.ends)
        self.orders, self.flags = doubled("q", self.orders), doubled("i", self.flags)
        self.numbers, self.words = doubled("i", self.numbers), doubled("i", self.words)
        self.behinds, self.held = doubled("i", self.behinds), doubled("i", self.held)

    def at(self, offset: int) -> int:
        """Return the number of the first span that begins at an offset, -1 if none.

        What is asked for mostly stands near what was asked for before.
        """
        number, count = self._last, self.count
        if number < count and self.starts[number] < offset:
            limit = min(number + _NEAR, count)
            while number < limit and self.starts[number] < offset:
                number += 1
            if number == limit < count:
                number = self.first_from(offset)
        else:
            number = self.first_from(offset)
        self._last = number
        return number if number < count and self.starts[number] == offset else -1

    def leave_out(self) -> None:
        """Leave out the spans whose number is -1."""
        count = self._last = 0
        for at in range(self.count):
            if self.numbers[at] >= 0:
                self._move(at, count)
                count += 1
        self.count = count

    def keep_disjoint(self, hidden: int) -> None:
        """Keep the first span and what does not overlap the one kept before it.

        Args:
            hidden: the flags of spans that hide others, and are not kept themselves.
        """
        count = last = 0
        for at in range(self.count):
            if self.starts[at] >= last:
                last = self.ends[at]
                if not self.flags[at] & hidden:
                    self._move(at, count)
                    count += 1
        self.count = count


class Chosen(SpanRows):
    """The terms of a text that are annotated.

    Args:
        size: the number of terms for which there is room at first.

    Attributes:
        words: as in ``Rows``.
        behinds: likewise.
        meanings: what they mean (``memory``).
    """

    def __init__(self, size: int = _FIRST) -> None:
        SpanRows.__init__(self, size)
        self.size = size
        self.words, self.behinds = zeros("i", size), zeros("i", size)
        self.meanings: list[Any] = []

    def clear(self) -> None:
        """Leave nothing."""
        self.count = 0
        self.meanings.clear()

    def add(self, start: int, end: int, word: int, behind: int, one: Any) -> None:
        """Add a term behind the others."""
        at = self.count
        if at == self.size:
            self._grow()
        self.starts[at], self.ends[at] = start, end
        self.words[at], self.behinds[at] = word, behind
        self.meanings.append(one)
        self.count = at + 1

    def _grow(self) -> None:
        self.size *= 2
        self.starts, self.ends = doubled("i", self.starts), doubled("i", self.ends)
        self.words, self.behinds = doubled("i", self.words), doubled("i", self.behinds)


def zeros(code: str, size: int) -> array[int]:
    """Return an array of zeros, or what is used as one where there are many.

    >>> zeros("i", 2)
    array('i', [0, 0])
    >>> zeros("i", 1_000_000)[999_999]
    0
    """
    if size < _MANY:
        return array(code, (0,)) * size
    # The pages of memory that nobody writes are never made: most of them.
    pages = mmap.mmap(-1, size * array(code).itemsize, **_OWN)
    if _LARGE is not None:
        # A page of two megabytes is made sooner than 512 small ones.
        with suppress(OSError):
            pages.madvise(_LARGE)
    return memoryview(pages).cast(code)  # type: ignore[call-overload, no-any-return]


def doubled(code: str, numbers: array[int]) -> array[int]:
    """Return numbers with as many zeros behind them.

    >>> doubled("i", zeros("i", 1))
    array('i', [0, 0])
    """
    found = zeros(code, 2 * len(numbers))
    memoryview(found)[: len(numbers)] = memoryview(numbers)
    return found
