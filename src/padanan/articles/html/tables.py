"""The places of the cells of an HTML table."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from padanan.articles.article import Cell
from padanan.articles.html.tokens import attribute, names

if TYPE_CHECKING:
    from padanan.articles.html.tokens import Token

MAX_COLUMNS = 1_000
"""Maximum number of columns that a cell covers (HTML, 4.9.11)."""
MAX_ROWS = 65_534
"""Maximum number of rows that a cell covers (HTML, 4.9.11)."""
MAX_TALL = 100
"""Maximum number of open cells of several rows; others count as one row."""

_CELLS = names("td th")
_AROUND_CELLS = names("caption colgroup tbody tfoot thead tr")


class _TallCell(NamedTuple):
    """The columns of a cell of several rows, and its last row; sorted by columns."""

    first: int
    end: int
    last_row: int


class TableReader:
    """The place of the current cell while a page is being read.

    Attributes:
        cell: the place of the cell that is being read; ``None`` outside of tables.
    """

    def __init__(self) -> None:
        self.cell: Cell | None = None
        self._table = self._row = -1
        self._column = 0
        self._tall: list[_TallCell] = []

    def begin(self, source: str, token: Token, tables: int) -> None:
        """Enter an element.

        Args:
            source: of the page.
            token: the start tag.
            tables: number of open tables around it.
        """
        if token.name == "table" and not tables:
            self._table += 1
            self._row, self._tall, self.cell = -1, [], None
        elif tables == 1 and token.name in _AROUND_CELLS:
            self.cell = None
            if token.name == "tr":
                self._begin_row()
        elif tables == 1 and token.name in _CELLS:
            if self._row < 0:
                self._begin_row()
            self._begin_cell(source, token)

    def finish(self, name: str, tables: int) -> None:
        """Leave an element.

        Args:
            name: of the element.
            tables: number of tables that are still open.
        """
        if not tables or (tables == 1 and name in _CELLS | _AROUND_CELLS):
            self.cell = None

    def _begin_row(self) -> None:
        self._row += 1
        self._column = 0
        self._tall = sorted(cell for cell in self._tall if cell.last_row >= self._row)

    def _begin_cell(self, source: str, token: Token) -> None:
        for above in self._tall:
            if above.first <= self._column < above.end:
                self._column = above.end
        columns = _span(source, token, "colspan", MAX_COLUMNS)
        rows = _span(source, token, "rowspan", MAX_ROWS)
        end = self._column + columns
        if rows > 1 and len(self._tall) < MAX_TALL:
            self._tall.append(_TallCell(self._column, end, self._row + rows - 1))
        self.cell = Cell(self._table, self._row, self._column, columns)
        self._column = end


def _span(source: str, token: Token, name: str, most: int) -> int:
    """Return the number of columns or rows that a cell covers."""
    value = attribute(source, token, name)[:9]
    number = int(value) if value.isascii() and value.isdigit() else 1
    return min(max(number, 1), most)
