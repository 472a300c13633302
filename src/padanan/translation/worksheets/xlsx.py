"""Worksheets as spreadsheets: three columns, terms in bold, a hidden second sheet."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, cast

from padanan.errors import DocumentError, ExchangeError, MissingExtraError
from padanan.files.office import room_for_temporary_files, undated, unpack
from padanan.translation.worksheets import hints, skeleton
from padanan.translation.worksheets.table import HEADINGS, note

if TYPE_CHECKING:
    from types import ModuleType

    from openpyxl import Workbook
    from openpyxl.cell import Cell
    from openpyxl.cell.rich_text import CellRichText
    from openpyxl.worksheet.worksheet import Worksheet as Sheet

    from padanan.translation.worksheets.hints import Hinted
    from padanan.translation.worksheets.worksheet import Entry, Worksheet

SHEET = "Worksheet"
HIDDEN = "padanan"
"""The sheet that holds what joins the sentences."""

MAX_CELL = 32_767
"""Characters that a cell holds, as Excel states."""

_PIECE = 1_000
_WIDTHS = (70, 70, 50)
"""Of the columns, in characters."""
_LINE, _HIGHEST = 15, 409
"""Height of a line, and the highest row that Excel has, in points."""
# ECMA-376, ST_Xstring: _xHHHH_ is the character of that code.
_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


def dumps(worksheet: Worksheet) -> bytes:
    """Return a workbook with a row for each sentence.

    Raises:
        ExchangeError: a sentence is longer than a cell can be.
        MissingExtraError: openpyxl is not installed.
    """
    book = _openpyxl().Workbook()
    sheet = book.worksheets[0]
    sheet.title = SHEET
    _head(sheet)
    for number, hinted in enumerate(hints.hinted(worksheet), start=2):
        _fill(sheet, number, hinted)
    _hide(book, skeleton.dumps(worksheet.skeleton))
    stream = io.BytesIO()
    with room_for_temporary_files():
        book.save(stream)
    return undated(stream)


def word(data: bytes, path: str) -> str:
    """Return the word that stands for the skeleton, empty where there is none.

    Raises:
        DocumentError: it is no spreadsheet.
        ExchangeError: it is damaged.
        MissingExtraError: openpyxl is not installed.
    """
    unpack(data, path)
    openpyxl = _openpyxl()
    try:
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True)
        if HIDDEN not in book.sheetnames:
            return ""
        rows = book[HIDDEN].iter_rows(values_only=True)
        return skeleton.find("".join(str(row[0] or "") for row in rows if row))
    except Exception:  # noqa: BLE001 -- openpyxl raises whatever it meets
        problem = "not a spreadsheet — save it as .xlsx again"
        raise DocumentError(problem, path=path) from None


def _openpyxl() -> ModuleType:
    try:
        import openpyxl
    except ImportError:
        message = "spreadsheets need an extra — pip install 'padanan[office]'"
        raise MissingExtraError(message) from None
    return openpyxl


def _head(sheet: Sheet) -> None:
    from openpyxl.styles import Font
    from openpyxl.worksheet.properties import PageSetupProperties

    sheet.freeze_panes = "A2"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = False
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    for number, width in enumerate(_WIDTHS, start=1):
        cell = sheet.cell(1, number, HEADINGS[number - 1])
        cell.font = Font(bold=True)
        sheet.column_dimensions[cell.column_letter].width = width


def _fill(sheet: Sheet, row: int, hinted: Hinted) -> None:
    from openpyxl.styles import Alignment, PatternFill

    entry = hinted.entry
    texts = (_rich(entry), _escaped(entry.filled), _escaped(note(hinted)))
    for column, text in enumerate(texts, start=1):
        cell = cast("Cell", sheet.cell(row, column))
        _write(cell, text)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    shown = (entry.unit.source, entry.filled, note(hinted))
    sheet.row_dimensions[row].height = _height(shown)
    if entry.fuzzy:
        sheet.cell(row, 2).fill = PatternFill("solid", fgColor="FFF2CC")


def _height(texts: tuple[str, ...]) -> int:
    r"""Return the height of a row in points; LibreOffice does not find it by itself.

    >>> _height(("gencatan senjata", "", "one\ntwo"))
    30
    """
    rows = max(
        sum(len(line) // width + 1 for line in text.split("\n"))
        for text, width in zip(texts, _WIDTHS, strict=True)
    )
    return min(rows * _LINE, _HIGHEST)


def _write(cell: Cell, text: CellRichText | str) -> None:
    if not text:
        return
    cell.value = text
    if isinstance(text, str):
        cell.data_type = "s"  # no formula, no error code


def _rich(entry: Entry) -> CellRichText | str:
    """Return a sentence with its terms in bold."""
    from openpyxl.cell.rich_text import CellRichText, TextBlock
    from openpyxl.cell.text import InlineFont
    from openpyxl.styles.colors import Color

    _escaped(entry.unit.source)
    font = InlineFont(b=True, color=Color(rgb="FF1F4E79"))
    return CellRichText(
        *(
            TextBlock(font, _escaped(text)) if hint else _escaped(text)
            for text, hint in hints.pieces(entry)
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
