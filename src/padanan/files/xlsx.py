"""Sheets of workbooks (Office Open XML) to rows of cells and back.

Every cell is written as text, whatever it begins with, but for whole numbers. The
escapes of characters are those of ECMA-376, part 1, 22.9.2.19 (ST_Xstring).
"""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, NamedTuple, TypeAlias, cast

from padanan.errors import ExchangeError
from padanan.files import limits
from padanan.files.extras import optional
from padanan.files.office import room_for_temporary_files, undated, unpack
from padanan.files.rows import TableRow

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from types import GeneratorType

    from openpyxl import Workbook
    from openpyxl.cell import Cell, MergedCell
    from openpyxl.worksheet.worksheet import Worksheet

    from padanan.files.rows import Cells

Values: TypeAlias = "tuple[str | int, ...]"
"""What the cells of a row hold: text, or a number to be counted with."""

# _xHHHH_ is the character of that code.
_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_ESCAPED = re.compile(r"_x005F_(?=x[0-9A-Fa-f]{4}_)")
# What XML 1.0 cannot hold, and openpyxl therefore refuses, with the noncharacters
# that it lets pass.
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


class Layout(NamedTuple):
    """How a sheet looks.

    Attributes:
        title: its name.
        widths: of the columns, in characters.
        freeze: the cell above and left of which everything stays in sight.
        choices: the number of a column, from 1, with the values that its cells offer.
    """

    title: str
    widths: tuple[int, ...]
    freeze: str = "A2"
    choices: tuple[tuple[int, tuple[str, ...]], ...] = ()


def read_sheet(
    data: bytes, path: str, *, computed: bool = False
) -> tuple[TableRow, ...]:
    """Return the rows of the first sheet of a workbook, numbers as they are typed.

    The size that a sheet says of itself is not believed: some programs write one that
    is too small. Empty rows are left out.

    Args:
        data: the workbook.
        path: its name, for messages.
        computed: read the values that a program has computed for formulas; otherwise
            a formula is refused.

    Raises:
        ExchangeError: it is no workbook, is damaged, has a formula or more rows than
            a sheet can have; with the row where that is known.
        MissingExtraError: openpyxl is not installed.
    """
    openpyxl = optional("openpyxl")
    unpack(data, path)  # which refuses what is hostile before openpyxl sees it
    try:
        book = openpyxl.load_workbook(
            io.BytesIO(data), read_only=True, data_only=computed
        )
        rows = tuple(_rows(book, path))
        book.close()
    except ExchangeError:
        raise
    except Exception as error:  # noqa: BLE001 -- a bad file raises any of many
        message = f"no workbook ({_first_line(error)}) — save it as .xlsx again"
        raise ExchangeError(message, path=path) from None
    return rows


def write_sheet(rows: Sequence[Values], layout: Layout) -> bytes:
    """Return rows as a workbook of one sheet: same rows, same bytes.

    Args:
        rows: the heading first.
        layout: how the sheet looks.

    Raises:
        ExchangeError: a cell is too long or has a character that XML cannot hold.
        MissingExtraError: openpyxl is not installed.
    """
    # All of them before the sheet is begun: openpyxl cannot leave one half written.
    ready = tuple(tuple(map(_value, row)) for row in rows)
    book = optional("openpyxl").Workbook(write_only=True)
    stream = io.BytesIO()
    with room_for_temporary_files():
        _fill(book, ready, layout)
        book.save(stream)
    return undated(stream)


def cell_text(text: str) -> str:
    """Return a text as it is stored in a cell.

    Raises:
        ExchangeError: it is too long or has a character that XML cannot hold.

    >>> cell_text("_x0041_")
    '_x005F_x0041_'
    """
    if len(text) > limits.CELL:
        message = f"more than {limits.CELL:,} characters in “{text[:40]}…” — shorten it"
        raise ExchangeError(message)
    if character := _NOT_XML.search(text):
        message = f"U+{ord(character[0]):04X} cannot stand in XML — remove it"
        raise ExchangeError(message)
    return _ESCAPE.sub("_x005F_", text)


def text_of(value: object) -> str:
    r"""Return the value of a cell as text, numbers as they are typed.

    >>> text_of(2030.0), text_of(None), text_of("a\r\n_x005F_x0041_")
    ('2030', '', 'a\n_x0041_')
    """
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return _ESCAPED.sub("_", str(value).replace("\r\n", "\n"))


def _value(value: str | int) -> str | int:
    return cell_text(value) if isinstance(value, str) else value


def _fill(book: Workbook, rows: tuple[Values, ...], layout: Layout) -> None:
    """Write rows on a sheet whose heading stays in sight and has filters."""
    # A sheet that is only written is a class of its own, with the same attributes.
    sheet = cast("Worksheet", book.create_sheet(layout.title))
    sheet.freeze_panes = layout.freeze
    for number, width in enumerate(layout.widths, start=1):
        sheet.column_dimensions[_letter(number)].width = width
    heading, body = _styled_cells(sheet)
    for number, row in enumerate(rows):
        cells = _cells(row, body if number else heading)
        sheet.append(cast("GeneratorType[Cell | None, object, object]", cells))
    sheet.auto_filter.ref = f"A1:{_letter(len(layout.widths))}{len(rows)}"
    _add_choices(sheet, layout, len(rows))


def _cells(row: Values, cell: Cell) -> Iterator[Cell | None]:
    """Yield the cells of a row, none for an empty one.

    It is one cell again and again: each is written before the next is asked for.
    """
    for value in row:
        if value == "":
            yield None
            continue
        cell.value = value
        if isinstance(value, str):
            cell.data_type = "s"  # no formula, no error code
        yield cell


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


def _add_choices(sheet: Worksheet, layout: Layout, last: int) -> None:
    """Let cells with few possible values offer them."""
    from openpyxl.worksheet.datavalidation import DataValidation

    for column, values in layout.choices:
        letter = _letter(column)
        listed = DataValidation("list", f'"{",".join(values)}"', allow_blank=True)
        listed.add(f"{letter}2:{letter}{max(last, 2)}")
        sheet.data_validations.append(listed)


def _letter(number: int) -> str:
    from openpyxl.utils import get_column_letter

    return get_column_letter(number)


def _rows(book: Workbook, path: str) -> Iterator[TableRow]:
    sheet = book.worksheets[0]
    sheet.reset_dimensions()
    before: object = None
    for number, row in enumerate(sheet.iter_rows(max_col=limits.SHEET_COLUMNS), 1):
        if number > limits.SHEET_ROWS:
            message = f"more than {limits.SHEET_ROWS:,} rows — split it"
            raise ExchangeError(message, path=path, line=number)
        # openpyxl gives one and the same value for all rows that a file leaves out.
        if row is not before and any(cells := _read(row, number, path)):
            yield TableRow(number, cells)
        before = row


def _read(row: Iterable[Cell | MergedCell], number: int, path: str) -> Cells:
    return tuple(_read_cell(cell, number, path) for cell in row)


def _read_cell(cell: Cell | MergedCell, row: int, path: str) -> str:
    if cell.data_type == "f":
        message = f"a formula in “{str(cell.value)[:40]}” — write the text itself"
        raise ExchangeError(message, path=path, line=row)
    return text_of(cell.value)


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0]
