"""Spreadsheet (Office Open XML): all fields, one row a concept, to be edited.

Every cell is text, whatever it begins with. Cells hold up to 32,767 characters
(ECMA-376, and the limit that Excel states).
"""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, cast

from padanan.errors import ExchangeError, MissingExtraError
from padanan.exchange import table
from padanan.exchange.formats import Dump
from padanan.files.office import room_for_temporary_files, undated, unpack
from padanan.model import Match, PartOfSpeech

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import GeneratorType, ModuleType

    from openpyxl import Workbook
    from openpyxl.cell import Cell, MergedCell
    from openpyxl.worksheet.worksheet import Worksheet

    from padanan.exchange.formats import Options
    from padanan.model import Glossary

LOSES: tuple[str, ...] = ()

SHEET = "Glossary"
MAX_CELL = 32_767
MAX_COLUMNS = 64
"""Cells further to the right are not looked at: one alone makes a row of 16,384."""

_WIDTHS = {"definition": 50, "note": 50, "example": 60, "match": 9, "fuzzy": 9}
_WIDTH = 26
_CHOICES = {
    "pos": tuple(PartOfSpeech),
    "match": tuple(Match),
    "fuzzy": (table.FUZZY,),
}
# ECMA-376, ST_Xstring: _xHHHH_ is the character of that code.
_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_ESCAPED = re.compile(r"_x005F_(?=x[0-9A-Fa-f]{4}_)")
_NOT_XML = re.compile("[\ufffe\uffff]")


def dumps(glossary: Glossary, options: Options) -> Dump:
    """Return the glossary as a workbook of one sheet.

    Raises:
        ExchangeError: a concept cannot be written so that it is read back the same.
        MissingExtraError: openpyxl is not installed.
    """
    # All of them before the sheet is begun: openpyxl cannot leave one half written.
    rows = tuple(tuple(map(_escaped, row)) for row in table.rows(glossary))
    openpyxl = _openpyxl()
    book = openpyxl.Workbook(write_only=True)
    stream = io.BytesIO()
    with room_for_temporary_files():
        _fill(book, rows)
        book.save(stream)
    return Dump((("", undated(stream)),))


def loads(data: bytes, path: str) -> Glossary:
    """Return the glossary of the first sheet of a workbook.

    Raises:
        ExchangeError: it is no workbook or no such table, with the row.
        MissingExtraError: openpyxl is not installed.
    """
    openpyxl = _openpyxl()
    unpack(data, path)  # which refuses what is hostile before openpyxl sees it
    try:
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True)
        rows = tuple(_rows(book, path))
        book.close()
    except ExchangeError:
        raise
    except Exception as error:  # noqa: BLE001 -- a bad file raises any of many
        message = f"no workbook ({_first_line(error)}) — save it as .xlsx again"
        raise ExchangeError(message, path=path) from None
    return table.glossary_of(rows, path)


def _openpyxl() -> ModuleType:
    try:
        import openpyxl
    except ImportError:
        message = "spreadsheets need openpyxl — pip install 'padanan[office]'"
        raise MissingExtraError(message) from None
    return openpyxl


def _fill(book: Workbook, rows: tuple[table.Row, ...]) -> None:
    """Write rows on a sheet whose heading stays in sight and has filters."""
    # A sheet that is only written is a class of its own, with the same attributes.
    sheet = cast("Worksheet", book.create_sheet(SHEET))
    sheet.freeze_panes = "B2"
    _set_widths(sheet)
    heading, body = _styled_cells(sheet)
    for number, row in enumerate(rows):
        cells = _row(row, body if number else heading)
        sheet.append(cast("GeneratorType[Cell | None, object, object]", cells))
    sheet.auto_filter.ref = f"A1:{_letter(len(table.COLUMNS))}{len(rows)}"
    _add_choices(sheet, len(rows))


def _row(row: table.Row, cell: Cell) -> Iterator[Cell | None]:
    """Yield the cells of a row, none for an empty one.

    It is one cell again and again: each is written before the next is asked for.
    """
    for text in row:
        if not text:
            yield None
            continue
        cell.value = text
        cell.data_type = "s"  # no formula, no error code
        yield cell


def _escaped(text: str) -> str:
    if len(text) > MAX_CELL:
        message = f"more than {MAX_CELL:,} characters in “{text[:40]}…” — shorten it"
        raise ExchangeError(message)
    if "x005F_" in text:
        message = f"“x005F_” in “{text[:40]}” means an underscore there — remove it"
        raise ExchangeError(message)
    if character := _NOT_XML.search(text):
        message = f"U+{ord(character[0]):04X} cannot stand in XML — remove it"
        raise ExchangeError(message)
    return _ESCAPE.sub("_x005F_", text)


def _set_widths(sheet: Worksheet) -> None:
    for number, column in enumerate(table.COLUMNS, start=1):
        width = _WIDTHS.get(column, _WIDTH)
        sheet.column_dimensions[_letter(number)].width = width


def _styled_cells(sheet: Worksheet) -> tuple[Cell, Cell]:
    """Return cells in the style of the heading and of all others."""
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment, Font, PatternFill

    heading, body = WriteOnlyCell(sheet), WriteOnlyCell(sheet)
    heading.font = Font(bold=True, color="FFFFFF")
    heading.fill = PatternFill("solid", fgColor="1F4E79")
    heading.alignment = Alignment(vertical="center")
    body.alignment = Alignment(wrap_text=True, vertical="top")
    return heading, body


def _add_choices(sheet: Worksheet, last: int) -> None:
    """Let cells with few possible values offer them."""
    from openpyxl.worksheet.datavalidation import DataValidation

    for column, values in _CHOICES.items():
        letter = _letter(table.COLUMNS.index(column) + 1)
        listed = DataValidation("list", f'"{",".join(values)}"', allow_blank=True)
        listed.add(f"{letter}2:{letter}{max(last, 2)}")
        sheet.data_validations.append(listed)


def _letter(number: int) -> str:
    from openpyxl.utils import get_column_letter

    return get_column_letter(number)


def _rows(book: Workbook, path: str) -> Iterator[tuple[int, table.Row]]:
    sheet = book.worksheets[0]
    rows = sheet.iter_rows(max_col=MAX_COLUMNS)
    for number, row in enumerate(rows, start=1):
        cells = tuple(_text(cell, number, path) for cell in row)
        yield number, cells if any(cells) else ()


def _text(cell: Cell | MergedCell, row: int, path: str) -> str:
    """Return a cell as text; numbers as they are typed."""
    value: object = cell.value
    if cell.data_type == "f":
        message = f"a formula in “{str(value)[:40]}” — write the text itself"
        raise ExchangeError(message, path=path, line=row)
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    text = str(value).replace("\r\n", "\n")
    return _ESCAPED.sub("_", text)


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0]
