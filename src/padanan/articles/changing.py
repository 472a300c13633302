"""A text in which some stretches are changed while its other parts are copied."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


class Changed:
    """A text with some stretches changed.

    Args:
        text: as it was.
        changes: half-open stretches with their replacements, ordered and disjoint.

    >>> Changed("a peta b", [(2, 6, "map")]).part(0, 8)
    'a map b'
    """

    def __init__(self, text: str, changes: Sequence[tuple[int, int, str]]) -> None:
        self._text = text
        self._changes = changes
        self._starts = [start for start, _, _ in changes]

    def part(self, start: int, end: int) -> str:
        """Return a stretch with its changes; none may cross its ends."""
        parts: list[str] = []
        last = start
        number = bisect_left(self._starts, start)
        while number < len(self._changes) and self._starts[number] < end:
            begin, stop, new = self._changes[number]
            parts += self._text[last:begin], new
            last = stop
            number += 1
        return "".join((*parts, self._text[last:end]))
