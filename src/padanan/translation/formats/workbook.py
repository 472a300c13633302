"""Spreadsheets: the first sheet has the translation units, in two or three columns.

In a worksheet, terms are bold, and a hidden second sheet has the skeleton.
"""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, cast

from padanan.errors import ExchangeError, MissingExtraError
from padanan.files.extras import missing
from padanan.files.headings import USUAL
from padanan.files.office import room_for_temporary_files, undated
from padanan.files.xlsx import (
    has_sheet,
    height,
    print_across,
    read_sheet,
    thin_border,
    unread,
)
from padanan.translation import hints, skeleton
from padanan.translation.formats import columns
from padanan.translation.formats.columns import HEADINGS, third_column

if TYPE_CHECKING:
    from types import ModuleType

    from openpyxl import Workbook
    from openpyxl.cell import Cell
    from openpyxl.cell.rich_text import CellRichText
    from openpyxl.worksheet.worksheet import Worksheet as Sheet

    from padanan.files.headings import TableOptions
    from padanan.translation.hints import HintedUnit
    from padanan.translation.units import Unit, UnitsRead
    from padanan.translation.worksheet import Worksheet, WorksheetUnit

SHEET = "Worksheet"
HIDDEN = "padanan"
"""The name of the sheet with the skeleton."""

MAX_CELL = 32_767
"""Maximum number of characters in a cell of Excel."""

_PIECE = 1_000
_WIDTHS = (70, 70, 50)
"""Widths of the columns, in characters."""
# ECMA-376, ST_Xstring: _xHHHH_ represents the character with that code.
_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


def read(data: bytes, path: str, options: TableOptions = USUAL) -> tuple[Unit, ...]:
    """Return the rows of a sheet; see ``columns.units``.

    Raises:
        DocumentError: it has fewer than two columns.
        ExchangeError: it is no spreadsheet, is damaged or has no such sheet.
        MissingExtraError: openpyxl is not installed.
    """
    return read_all(data, path, options).units


def read_all(data: bytes, path: str, options: TableOptions = USUAL) -> UnitsRead:
    """Return the rows of a sheet, and what is not read of the workbook.

    Raises:
        DocumentError: it has fewer than two columns.
        ExchangeError: it is no spreadsheet, is damaged or has no such sheet.
        MissingExtraError: openpyxl is not installed.
    """
    rows = read_sheet(data, path, sheet=options.sheet)
    found = columns.read_all(rows, path, options)
    others = unread(data, path, sheet=options.sheet)
    return found._replace(unread=(*others, *found.unread))


def packed_skeleton(data: bytes, path: str) -> str:
    """Return the packed skeleton of a worksheet; empty if there is none.

    Raises:
        ExchangeError: it is not a spreadsheet, or is damaged.
        MissingExtraError: openpyxl is not installed.
    """
    if not has_sheet(data, path, HIDDEN):
        return ""
    rows = read_sheet(data, path, sheet=HIDDEN)
    return skeleton.find_packed("".join(row.cells[0] for row in rows))


def write(worksheet: Worksheet) -> bytes:
    """Return a workbook with a row for each sentence.

    Raises:
        ExchangeError: a sentence is too long for a cell.
        MissingExtraError: openpyxl is not installed.
    """
    book = _openpyxl().Workbook()
    sheet = book.worksheets[0]
    sheet.title = SHEET
    _head(sheet)
    for number, hinted in enumerate(hints.hinted(worksheet), start=2):
        _fill(sheet, number, hinted)
    _hide(book, skeleton.pack(worksheet.skeleton))
    stream = io.BytesIO()
    with room_for_temporary_files():
        book.save(stream)
    return undated(stream)


def _openpyxl(path: str | None = None) -> ModuleType:
    try:
        import openpyxl
    except ImportError:
        raise MissingExtraError(missing("openpyxl"), path=path) from None
    return openpyxl


def _head(sheet: Sheet) -> None:
    from openpyxl.styles import Font

    sheet.freeze_panes = "A2"
    print_across(sheet)
    for number, width in enumerate(_WIDTHS, start=1):
        cell = sheet.cell(1, number, HEADINGS[number - 1])
        cell.font = Font(bold=True)
        cell.border = thin_border()
        sheet.column_dimensions[cell.column_letter].width = width


def _fill(sheet: Sheet, row: int, hinted: HintedUnit) -> None:
    from openpyxl.styles import Alignment, PatternFill

    unit = hinted.unit
    texts = (_rich(unit), _escaped(unit.filled), _escaped(third_column(hinted)))
    for column, text in enumerate(texts, start=1):
        cell = cast("Cell", sheet.cell(row, column))
        _write(cell, text)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        cell.border = thin_border()
    as_text = (unit.tagged.marked, unit.filled, third_column(hinted))
    sheet.row_dimensions[row].height = height(as_text, _WIDTHS)
    if unit.fuzzy:
        sheet.cell(row, 2).fill = PatternFill("solid", fgColor="FFF2CC")


def _write(cell: Cell, text: CellRichText | str) -> None:
    if not text:
        return
    cell.value = text
    if isinstance(text, str):
        cell.data_type = "s"  # neither a formula nor an error code


def _rich(unit: WorksheetUnit) -> CellRichText | str:
    """Return a sentence with its terms in bold."""
    from openpyxl.cell.rich_text import CellRichText, TextBlock
    from openpyxl.cell.text import InlineFont
    from openpyxl.styles.colors import Color

    _escaped(unit.tagged.marked)
    font = InlineFont(b=True, color=Color(rgb="FF1F4E79"))
    return CellRichText(
        *(
            TextBlock(font, _escaped(text)) if hint else _escaped(text)
            for text, hint in hints.pieces(unit)
        )
    )


def _escaped(text: str) -> str:
    if len(text) > MAX_CELL:
        message = f"a cell holds {MAX_CELL:,} characters, “{text[:40]}…” has more"
        raise ExchangeError(f"{message} — choose another format")
    return _ESCAPE.sub("_x005F_", text)


def _hide(book: Workbook, text: str) -> None:
    sheet = book.create_sheet(HIDDEN)
    sheet.sheet_state = "hidden"
    for start in range(0, len(text), _PIECE):
        sheet.append([text[start : start + _PIECE]])
