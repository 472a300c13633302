"""Tables of Indonesian and English side by side: what their columns hold."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from padanan.errors import DocumentError
from padanan.translation import hints
from padanan.translation.units import Unit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from padanan.translation.hints import HintedUnit

HEADINGS = ("Indonesian", "English", "Terms")
"""Of the columns of a worksheet."""

CONFIRM = "delete this line when the English is right"

_SOURCE = ("source", "sumber", "indonesian", "indonesia", "bahasa indonesia", "id")
_TARGET = ("target", "translation", "terjemahan", "english", "inggris",
           "bahasa inggris", "en", "en-gb", "en-us", "msgstr")  # fmt: skip

# As ``third_column`` marks what a memory merely suggested.
_FUZZY = re.compile(r"\s*fuzzy \d{1,3} %")


class _Columns(NamedTuple):
    """Numbers of the columns, and whether a heading named them."""

    source: int
    target: int
    headed: bool


def units(rows: Iterable[tuple[int, tuple[str, ...]]], path: str) -> tuple[Unit, ...]:
    """Return the rows of a table as units.

    A heading names the columns (*source*, *target*; *Indonesian*, *English*; *id*,
    *en*; *sumber*, *terjemahan*); without one the first two columns count.

    Args:
        rows: number of the row or line, and its cells.
        path: the file's name, for messages.

    Raises:
        DocumentError: no row has two columns.

    >>> [unit.target for unit in units([(1, ("en", "id")), (2, ("note", "nota"))], "a")]
    ['note']
    """
    listed = [(number, cells) for number, cells in rows if any(map(str.strip, cells))]
    if not any(len(cells) > 1 for _, cells in listed):
        problem = "no table of two columns — Indonesian and English side by side"
        raise DocumentError(problem, path=path)
    columns = _columns(listed[0][1])
    return tuple(
        Unit(
            str(number),
            source,
            _cell(cells, columns.target),
            f"row {number}",
            fuzzy=any(map(_FUZZY.match, cells[2:])),
        )
        for number, cells in listed[columns.headed :]
        if (source := _cell(cells, columns.source))
    )


def is_headed(cells: tuple[str, ...]) -> bool:
    """Tell whether a row names the columns.

    >>> is_headed(("Indonesia", "Inggris")), is_headed(("Negara", "Duta besar"))
    (True, False)
    """
    return _columns(cells).headed


def third_column(hinted: HintedUnit) -> str:
    """Return what stands beside both texts: a mark to be confirmed, and hints.

    ``units`` knows a row that has to be confirmed by that mark.
    """
    unit = hinted.unit
    marks: tuple[str, ...] = ()
    if unit.suggestion and unit.fuzzy:
        marks = (f"{hints.fuzzy_line(unit.suggestion)} ({CONFIRM})",)
    return "\n".join((*marks, *hinted.lines))


def _cell(cells: tuple[str, ...], column: int) -> str:
    return cells[column].strip() if column < len(cells) else ""


def _columns(first: tuple[str, ...]) -> _Columns:
    names = [cell.strip().casefold() for cell in first]
    source = next((names.index(name) for name in _SOURCE if name in names), None)
    target = next((names.index(name) for name in _TARGET if name in names), None)
    if source is None or target is None:
        return _Columns(0, 1, headed=False)
    return _Columns(source, target, headed=True)
