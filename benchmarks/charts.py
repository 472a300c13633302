"""Charts as SVG: bars and lines, for light and dark, with their figures as text.

A chart has a title and a description for those who do not see it.
"""

from __future__ import annotations

from html import escape
from math import log10
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

WIDTH = 760
_ROW, _TOP, _LEFT, _RIGHT = 30, 56, 230, 120
_HEIGHT = 250
"""Of the field of a line chart, in pixels."""
_STYLE = """\
text { font: 13px system-ui, sans-serif; fill: #1f2328 }
.title { font-size: 15px; font-weight: 600 }
.note, .tick { fill: #59636e }
.bar { fill: #2f6f9f } .other { fill: #b8c4ce }
.line { fill: none; stroke: #2f6f9f; stroke-width: 2 }
.dot { fill: #2f6f9f } .second { stroke: #b06a1c } .second.dot { fill: #b06a1c }
.grid { stroke: #d1d9e0 }
@media (prefers-color-scheme: dark) {
  text { fill: #f0f6fc } .note, .tick { fill: #9198a1 }
  .bar, .dot { fill: #6cb0e0 } .other { fill: #4a5560 } .grid { stroke: #3d444d }
  .line { stroke: #6cb0e0 } .second { stroke: #e0a96c } .second.dot { fill: #e0a96c }
}"""


class Bar(NamedTuple):
    """A bar: what it is of, how long it is, what is written behind it."""

    label: str
    value: float
    figure: str
    ours: bool = False


class Line(NamedTuple):
    """A line: what it is of, and its points from left to right."""

    label: str
    points: tuple[tuple[float, float], ...]


def bars(title: str, note: str, rows: Sequence[Bar]) -> str:
    """Return a chart of horizontal bars from 0 on.

    Args:
        title: what the chart shows.
        note: the unit, and how it was measured.
        rows: from top to bottom.
    """
    longest = max(row.value for row in rows)
    field = WIDTH - _LEFT - _RIGHT
    body = "".join(
        f'<text x="{_LEFT - 10}" y="{y + 16}" text-anchor="end">{escape(row.label)}'
        f'</text><rect class="{"bar" if row.ours else "other"}" x="{_LEFT}" y="{y}" '
        f'width="{max(row.value / longest * field, 1):.1f}" height="22"/>'
        f'<text x="{_LEFT + row.value / longest * field + 8:.1f}" y="{y + 16}">'
        f"{escape(row.figure)}</text>\n"
        for y, row in zip(range(_TOP, 10_000, _ROW), rows, strict=False)
    )
    told = "; ".join(f"{row.label}: {row.figure}" for row in rows)
    return _chart(title, note, told, _TOP + _ROW * len(rows) + 8, body)


def lines(title: str, note: str, x_unit: str, rows: Sequence[Line]) -> str:
    """Return a chart of lines, with sizes that grow by factors from left to right.

    Args:
        title: what the chart shows.
        note: the unit of height, and how it was measured; the height begins with 0.
        x_unit: the unit from left to right.
        rows: at most two lines over the same sizes.
    """
    sizes = [x for x, _ in rows[0].points]
    top = max(y for row in rows for _, y in row.points) * 1.15
    low, high = log10(sizes[0]), log10(sizes[-1])
    left, right, floor = 60, WIDTH - 190, _TOP + _HEIGHT

    def place(x: float, y: float) -> tuple[float, float]:
        across = (log10(x) - low) / (high - low) * (right - left)
        return left + across, floor - y / top * _HEIGHT

    body = f'<line class="grid" x1="{left}" y1="{floor}" x2="{right}" y2="{floor}"/>\n'
    for x in sizes:
        body += (
            f'<text class="tick" x="{place(x, 0)[0]:.1f}" y="{floor + 20}" '
            f'text-anchor="middle">{x:,g}</text>'
        )
    body += f'<text class="tick" x="{right + 34}" y="{floor + 20}">{x_unit}</text>\n'
    # Of two figures at one size, the smaller one stands below its line.
    first_is_lower = [
        len(rows) > 1 and first[1] < second[1]
        for first, second in zip(rows[0].points, rows[-1].points, strict=True)
    ]
    second_is_lower = [not lower for lower in first_is_lower]
    for row, name, below in zip(
        rows, ("", " second"), (first_is_lower, second_is_lower), strict=False
    ):
        places = [place(*point) for point in row.points]
        body += "".join(_line(row, name, places, below))
    told = "; ".join(
        f"{row.label}: " + ", ".join(f"{y:.2f} at {x:,g}" for x, y in row.points)
        for row in rows
    )
    return _chart(title, note, told, floor + 34, body)


def _line(
    row: Line, name: str, places: list[tuple[float, float]], below: list[bool]
) -> Iterator[str]:
    points = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
    yield f'<polyline class="line{name}" points="{points}"/>'
    for (x, y), (_, value), is_below in zip(places, row.points, below, strict=True):
        yield f'<circle class="dot{name}" cx="{x:.1f}" cy="{y:.1f}" r="4"/>'
        at = f'x="{x:.1f}" y="{y + (20 if is_below else -9):.1f}"'
        yield f'<text {at} text-anchor="middle">{value:.2f}</text>'
    x, y = places[-1]
    y += 16 if below[-1] else -4
    yield f'<text x="{x + 22:.1f}" y="{y:.1f}">{escape(row.label)}</text>\n'


def _chart(title: str, note: str, told: str, height: int, body: str) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" '
        f'role="img" aria-labelledby="title told">\n<title id="title">{escape(title)}'
        f'</title>\n<desc id="told">{escape(f"{note}. {told}.")}</desc>\n'
        f"<style>\n{_STYLE}\n</style>\n"
        f'<text class="title" x="8" y="22">{escape(title)}</text>\n'
        f'<text class="note" x="8" y="42">{escape(note)}</text>\n{body}</svg>\n'
    )
