"""The columns of a page, in the order in which they are read."""

from __future__ import annotations

from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from padanan.articles.pdf.pages import LinePiece

DEEPEST = 6
"""Maximum number of times that a column is divided again."""

FEWEST = 4
"""Minimum number of lines in a column."""

_NARROWEST = 0.35
"""Minimum width of that space, as a multiple of the height of the font."""

_TRIED = 8
"""How many spaces are looked at, the emptiest first."""


class _Gap(NamedTuple):
    """A stretch between pieces.

    Attributes:
        crossing: how many pieces cross it.
        start: its left side.
        end: its right side.
    """

    crossing: int
    start: float
    end: float


def columns(pieces: Sequence[LinePiece], depth: int = 0) -> Iterator[list[LinePiece]]:
    """Yield the pieces of one column after another, each from top to bottom.

    What runs across columns divides them: what is above it is read before.

    >>> from padanan.articles.pdf.pages import LinePiece
    >>> left = [LinePiece(f"a{n}", 0, 90 - n * 10, 90, 99 - n * 10) for n in range(5)]
    >>> right = [one._replace(text="b", left=110, right=200) for one in left]
    >>> mixed = [one for both in zip(left, right) for one in both]
    >>> [[one.text for one in column] for column in columns(mixed)]
    [['a0', 'a1', 'a2', 'a3', 'a4'], ['b', 'b', 'b', 'b', 'b']]
    """
    place = _between(pieces) if depth < DEEPEST else None
    if place is None:
        if pieces:
            yield sorted(pieces, key=lambda one: -one.middle)
        return
    across: list[LinePiece] = []
    band: list[LinePiece] = []
    for one in sorted(pieces, key=lambda one: -one.middle):
        if one.left < place < one.right:
            yield from _band(band, across, place, depth)
            across = [*across, one] if not band else [one]
            band = []
        else:
            band.append(one)
    yield from _band(band, across, place, depth, last=True)


def _band(
    band: Sequence[LinePiece],
    across: list[LinePiece],
    place: float,
    depth: int,
    *,
    last: bool = False,
) -> Iterator[list[LinePiece]]:
    """Yield what runs across columns, and the columns below it."""
    right = [one for one in band if one.left >= place]
    top = max((one.top for one in right), default=float("-inf"))
    # The last line of what runs across may be short: no column begins beside it.
    over = [one for one in band if across and one.bottom >= top]
    if (over or band or last) and (across or over):
        yield [*across, *over]
    rest = band[len(over) :]
    if rest:
        yield from columns([one for one in rest if one.right <= place], depth + 1)
        yield from columns([one for one in rest if one.left >= place], depth + 1)


def _between(pieces: Sequence[LinePiece]) -> float | None:
    """Return where the space between two columns is; ``None`` for one column."""
    if len(pieces) < 2 * FEWEST:
        return None
    high = median(one.height for one in pieces)
    wide = [gap for gap in _gaps(pieces) if gap.end - gap.start >= high * _NARROWEST]
    for gap in sorted(wide, key=lambda gap: (gap.crossing, gap.start - gap.end))[
        :_TRIED
    ]:
        place = (gap.start + gap.end) / 2
        left = [one for one in pieces if one.right <= place]
        right = [one for one in pieces if one.left >= place]
        if not (_is_prose(left, high) and _is_prose(right, high)):
            continue
        if _beside(left, right) and _runs_through(pieces, place):
            return place
    return None


def _runs_through(pieces: Sequence[LinePiece], place: float) -> bool:
    """Tell whether a space goes down a page for many lines without a word in it.

    Between the words of lines that are stretched to their column there may be spaces
    below one another too, but only for a few lines.
    """
    runs = [0]
    for row in _rows(pieces):
        if any(one.left < place < one.right for one in row):
            runs.append(0)
        else:
            runs[-1] += 1
    long = sum(run for run in runs if run >= FEWEST)
    short = sum(run for run in runs if run < FEWEST)
    return long >= 3 * short


def _rows(pieces: Sequence[LinePiece]) -> Iterator[list[LinePiece]]:
    row: list[LinePiece] = []
    for one in sorted(pieces, key=lambda one: -one.middle):
        if row and row[0].middle - one.middle > row[0].height / 2:
            yield row
            row = []
        row.append(one)
    if row:
        yield row


def _gaps(pieces: Sequence[LinePiece]) -> Iterator[_Gap]:
    edges = sorted(
        [(one.left, 1) for one in pieces] + [(one.right, -1) for one in pieces]
    )
    crossing = 0
    for (start, change), (end, _) in pairwise(edges):
        crossing += change
        if end > start:
            yield _Gap(crossing, start, end)


def _is_prose(column: Sequence[LinePiece], high: float) -> bool:
    """Tell whether a column has lines of text: cells of a table are short."""
    filled = list(_filled(column))
    if len(filled) < FEWEST:
        return False
    width = max(one.right for one in column) - min(one.left for one in column)
    return width >= high * 7 and median(filled) >= width * 0.5


def _filled(column: Sequence[LinePiece]) -> Iterator[float]:
    """Yield how much of each line is filled; a line may be in several pieces."""
    for row in _rows(column):
        yield sum(one.right - one.left for one in row)


def _beside(left: Sequence[LinePiece], right: Sequence[LinePiece]) -> bool:
    """Tell whether two columns stand side by side for most of the shorter one."""
    top = min(max(one.top for one in column) for column in (left, right))
    bottom = max(min(one.bottom for one in column) for column in (left, right))
    shorter = min(
        max(one.top for one in column) - min(one.bottom for one in column)
        for column in (left, right)
    )
    return top - bottom >= shorter / 2
