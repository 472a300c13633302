"""Sheets of workbooks (Office Open XML) to rows of cells and back.

Every cell is written as text, whatever it begins with, except for whole numbers. What a
sheet says of its own size is not believed. The escapes of characters are those of
ECMA-376, part 1, 22.9.2.19 (ST_Xstring).
"""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from contextlib import contextmanager, redirect_stdout
from typing import TYPE_CHECKING, NamedTuple, TypeAlias, cast

from padanan.errors import ExchangeError
from padanan.files import limits
from padanan.files.extras import optional
from padanan.files.headings import unread_columns, unread_sheets
from padanan.files.office import room_for_temporary_files, undated, unpack
from padanan.files.rows import TableRow
from padanan.files.xml import NO_CHARACTER

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from types import GeneratorType

    from openpyxl import Workbook
    from openpyxl.cell import Cell, MergedCell
    from openpyxl.styles import Border
    from openpyxl.worksheet.worksheet import Worksheet


Values: TypeAlias = "tuple[str | int, ...]"
"""What the cells of a row hold: text, or a number to be counted with."""

_Row: TypeAlias = "tuple[int, tuple[Cell | MergedCell, ...]]"
"""The number of a row and its cells, as openpyxl has them."""

# _xHHHH_ is the character of that code.
_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_ESCAPED = re.compile(rb"_x([0-9A-Fa-f]{4})_")
_WITH_TEXT = re.compile(r"(?i)/?xl/(?:sharedStrings|worksheets/.*)\.xml")


_FORMULA = re.compile(rb"<(?:\w+:)?f[\s/>]")
# A cell that holds something, with its column.
_CELL = re.compile(
    rb'<(?:\w{1,20}:)?c\s(?:[^<>]*?\s)??r="([A-Z]{1,3})\d{1,7}"[^<>]*+>(?<!/>)(?!</)'
)
_MERGED = re.compile(
    rb'<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]{1,3})(\d{1,7}):[A-Z]{1,3}(\d{1,7})"'
)


LINE, HIGHEST = 15, 409
"""Height of a line, and the highest row that Excel has, in points."""

MARGINS = (0.4, 0.4, 0.5, 0.5)
"""Of a printed page: left, right, top and bottom, in inches."""

A4 = 9
"""The size of paper (ECMA-376 part 1, 18.3.1.63)."""


class Layout(NamedTuple):
    """How a sheet looks.

    Attributes:
        title: its name.
        widths: of the columns, in characters.
        freeze: the cell above and left of which everything stays in sight.
        choices: the number of a column, from 1, with the values that its cells offer.
        printed: whether it is to be printed: across, as wide as a page, with lines
            between the cells and the heading on each page.
    """

    title: str
    widths: tuple[int, ...]
    freeze: str = "A2"
    choices: tuple[tuple[int, tuple[str, ...]], ...] = ()
    printed: bool = False


def read_sheet(data: bytes, path: str, *, sheet: str = "") -> tuple[TableRow, ...]:
    """Return the rows of a sheet of a workbook, numbers as they are typed.

    Of a formula the value counts that a program has computed. A cell that is merged
    with those below it is in each of their rows. Empty rows are left out.

    Args:
        data: the workbook.
        path: its name, for messages.
        sheet: its name or number, from 1; empty for the first one.

    Raises:
        ExchangeError: it is not a workbook, is damaged, has no such sheet, a formula
            that nobody has computed or more rows than a sheet can have; with the row
            where that is known.
        MissingExtraError: openpyxl is not installed.
    """
    with _opened(data, path) as book:
        chosen = _sheet(book, sheet, path)
        xml = _part(data, chosen, path)
        rows = [*_rows(chosen, path)]
        if _FORMULA.search(xml):
            with _opened(data, path, computed=False) as other:
                _refuse_uncomputed(rows, _rows(_sheet(other, sheet, path), path), path)
    texts = (TableRow(n, tuple(text_of(one.value) for one in row)) for n, row in rows)
    return tuple(_unmerged(texts, _merged(xml)))


def has_sheet(data: bytes, path: str, name: str) -> bool:
    """Whether a workbook has a sheet of that name.

    Raises:
        ExchangeError: it is not a workbook, or damaged.
        MissingExtraError: openpyxl is not installed.
    """
    with _opened(data, path) as book:
        return name in book.sheetnames


def other_sheets(data: bytes, path: str, *, sheet: str = "") -> tuple[str, ...]:
    """Return the names of the sheets in sight that have text and are not read.

    Args:
        data: the workbook.
        path: its name, for messages.
        sheet: the one that is read, as ``read_sheet`` takes it.

    Raises:
        ExchangeError: it is not a workbook, is damaged, or has no such sheet.
        MissingExtraError: openpyxl is not installed.
    """
    with _opened(data, path) as book:
        chosen = _sheet(book, sheet, path)
        return tuple(
            other.title
            for other in book.worksheets
            if other is not chosen
            and other.sheet_state == "visible"
            and any(any(row) for row in other.iter_rows(values_only=True))
        )


def unread(data: bytes, path: str, *, sheet: str = "") -> tuple[str, ...]:
    """Return a sentence for each kind of what is not read of a workbook.

    Args:
        data: the workbook.
        path: its name, for messages.
        sheet: the one that is read, as ``read_sheet`` takes it.

    Raises:
        ExchangeError: it is no workbook, is damaged, or has no such sheet.
        MissingExtraError: openpyxl is not installed.
    """
    with _opened(data, path) as book:
        xml = _part(data, _sheet(book, sheet, path), path)
    told = unread_sheets(other_sheets(data, path, sheet=sheet))
    return (*told, *_too_far(match[1].decode() for match in _CELL.finditer(xml)))


def _too_far(columns: Iterable[str]) -> tuple[str, ...]:
    """Return a sentence about columns behind the last one that is read.

    >>> _too_far(["A", "BM", "BM", "XFD"])
    ('not read: columns “BM”, “XFD” — a sheet is read up to column BL',)
    """
    far = {name for name in {*columns} if _number(name) > limits.SHEET_COLUMNS}
    told = unread_columns(sorted(far, key=_number))
    last = _letter(limits.SHEET_COLUMNS)
    return tuple(f"{line} — a sheet is read up to column {last}" for line in told)


@contextmanager
def _opened(data: bytes, path: str, *, computed: bool = True) -> Iterator[Workbook]:
    """Open a workbook; what goes wrong while it is read becomes one line."""
    openpyxl = optional("openpyxl")
    parts = unpack(data, path)  # refuses what is hostile before openpyxl sees it
    try:
        # What openpyxl cannot keep is no matter here: it is only read.
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            # It prints what it misses among the styles, into the result of a command.
            with redirect_stdout(io.StringIO()):
                book = openpyxl.load_workbook(
                    io.BytesIO(_unescaped(data, parts)),
                    read_only=True,
                    data_only=computed,
                )
            for one in book.worksheets:
                one.reset_dimensions()
            yield book
            book.close()
    except ExchangeError:
        raise
    except Exception as error:  # noqa: BLE001 -- a bad file raises any of many
        message = f"not a workbook ({_first_line(error)}) — save it as .xlsx again"
        raise ExchangeError(message, path=path) from None


def _unescaped(data: bytes, parts: dict[str, bytes]) -> bytes:
    """Return a workbook without escapes of characters, which openpyxl half decodes."""
    changed = {
        name: _ESCAPED.sub(_character, part)
        for name, part in parts.items()
        if b"_x" in part and _WITH_TEXT.fullmatch(name)
    }
    if not any(part != parts[name] for name, part in changed.items()):
        return data
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, changed.get(name, part))
    return out.getvalue()


def _character(escape: re.Match[bytes]) -> bytes:
    code = int(escape[1], 16)
    if code == ord("_"):
        return b"_"
    return escape[0] if NO_CHARACTER.match(chr(code)) else b"&#%d;" % code


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
    if character := NO_CHARACTER.search(text):
        message = f"U+{ord(character[0]):04X} is not allowed in XML — remove it"
        raise ExchangeError(message)
    return _ESCAPE.sub("_x005F_", text)


def text_of(value: object) -> str:
    r"""Return the value of a cell as text, numbers and dates as they are typed.

    >>> text_of(2030.0), text_of(None), text_of("a\r\nb"), text_of(True)
    ('2030', '', 'a\nb', 'TRUE')
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    text = str(value).removesuffix(" 00:00:00")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _value(value: str | int) -> str | int:
    return cell_text(value) if isinstance(value, str) else value


def _fill(book: Workbook, rows: tuple[Values, ...], layout: Layout) -> None:
    """Write rows on a sheet whose heading stays in sight and has filters."""
    # A sheet that is only written is a class of its own, with the same attributes.
    sheet = cast("Worksheet", book.create_sheet(layout.title))
    sheet.freeze_panes = layout.freeze
    for number, width in enumerate(layout.widths, start=1):
        sheet.column_dimensions[_letter(number)].width = width
    heading, body, count = styled = _styled_cells(sheet)
    if layout.printed:
        print_across(sheet)
        for cell in styled:
            cell.border = thin_border()
    for number, row in enumerate(rows):
        if layout.printed and number:
            texts = tuple(map(str, row))
            sheet.row_dimensions[number + 1].height = height(texts, layout.widths)
        cells = _cells(row, body if number else heading, count)
        sheet.append(cast("GeneratorType[Cell | None, object, object]", cells))
    sheet.auto_filter.ref = f"A1:{_letter(len(layout.widths))}{len(rows)}"
    _add_choices(sheet, layout, len(rows))


def height(texts: Sequence[str], widths: Sequence[int]) -> int:
    r"""Return the height of a row in points; LibreOffice does not find it by itself.

    Args:
        texts: of its cells, whose words are wrapped.
        widths: of its columns, in characters.

    >>> height(("gencatan senjata", "", "one\ntwo"), (20, 20, 20))
    30
    """
    every = zip(texts, widths, strict=True)
    lines = max(sum(_lines(line, w) for line in t.split("\n")) for t, w in every)
    return min(lines * LINE, HIGHEST)


def _lines(text: str, width: int) -> int:
    """Return the number of lines that a text needs in a column.

    The width of a column is counted in digits; a tenth more of small letters fit.
    """
    width += width // 10
    lines, room = 1, width
    for word in text.split(" "):
        if len(word) > room and room < width:
            lines, room = lines + 1, width
        lines += max(0, len(word) - 1) // width
        room -= len(word) % width + 1
    return lines


def print_across(sheet: Worksheet) -> None:
    """Let a sheet be printed across, as wide as a page, its heading on each page."""
    from openpyxl.worksheet.page import PageMargins
    from openpyxl.worksheet.properties import PageSetupProperties

    sheet.page_margins = PageMargins(*MARGINS)
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = A4
    sheet.page_setup.fitToHeight = False
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = "1:1"


def thin_border() -> Border:
    """Return thin grey lines around a cell."""
    from openpyxl.styles import Border, Side

    line = Side("thin", "BFBFBF")
    return Border(line, line, line, line)


def _cells(row: Values, text: Cell, count: Cell) -> Iterator[Cell | None]:
    """Yield the cells of a row, none for an empty one without a border.

    It is one cell again and again: each is written before the next is asked for.
    """
    for value in row:
        if value == "" and not text.border.left.style:
            yield None
            continue
        cell = text if isinstance(value, str) else count
        cell.value = None if value == "" else value
        if isinstance(value, str):
            cell.data_type = "s"  # no formula, no error code
        yield cell


def _styled_cells(sheet: Worksheet) -> tuple[Cell, Cell, Cell]:
    """Return cells in the style of the heading, of texts and of numbers."""
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment, Font, PatternFill

    heading, body, count = (WriteOnlyCell(sheet) for _ in range(3))
    heading.font = Font(bold=True, color="FFFFFF")
    heading.fill = PatternFill("solid", fgColor="1F4E79")
    heading.alignment = Alignment(vertical="center")
    body.alignment = Alignment(wrap_text=True, vertical="top")
    count.alignment = Alignment(horizontal="center", vertical="top")
    return heading, body, count


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


def _sheet(book: Workbook, sheet: str, path: str) -> Worksheet:
    """Return the sheet of a name or number, the first one without either."""
    sheets = book.worksheets
    named = [one for one in sheets if one.title.casefold() == sheet.casefold()]
    if named:
        return named[0]
    number = int(sheet) if sheet.isdecimal() else 0 if sheet else 1
    if 1 <= number <= len(sheets):
        return sheets[number - 1]
    known = ", ".join(f"“{one.title}”" for one in sheets)
    message = f"no sheet “{sheet}” — name one of {known}, or its number"
    raise ExchangeError(message, path=path)


def _part(data: bytes, sheet: Worksheet, path: str) -> bytes:
    """Return the XML of a sheet, which says more than openpyxl tells while reading."""
    name = getattr(sheet, "_worksheet_path", "")
    return unpack(data, path).get(name.lstrip("/"), b"")


def _rows(sheet: Worksheet, path: str) -> Iterator[_Row]:
    before: object = None
    for number, row in enumerate(sheet.iter_rows(max_col=limits.SHEET_COLUMNS), 1):
        if number > limits.SHEET_ROWS:
            message = f"more than {limits.SHEET_ROWS:,} rows — split it"
            raise ExchangeError(message, path=path, line=number)
        # openpyxl gives one and the same value for all rows that a file leaves out.
        if row is not before:
            yield number, row
        before = row


def _refuse_uncomputed(
    values: Iterable[_Row], formulas: Iterable[_Row], path: str
) -> None:
    """Raise where a formula has no value; one that came to no text has type “s”."""
    for (number, row), (_, written) in zip(values, formulas, strict=False):
        for value, formula in zip(row, written, strict=False):
            if formula.data_type == "f" and (value.value, value.data_type) == (
                None,
                "n",
            ):
                message = (
                    f"a formula in “{_written(formula)[:40]}” — write the text itself"
                )
                raise ExchangeError(message, path=path, line=number)


def _written(formula: Cell | MergedCell) -> str:
    return str(getattr(formula.value, "text", formula.value))


class _Merged(NamedTuple):
    """Cells of one column that are one: the first and the last row."""

    first: int
    last: int
    column: int


def _merged(xml: bytes) -> dict[int, list[_Merged]]:
    """Return the cells that are merged with those below them, by their first rows."""
    found: dict[int, list[_Merged]] = {}
    for match in _MERGED.finditer(xml):
        first, last = int(match[2]), int(match[3])
        if last > first:
            column = _number(match[1].decode())
            found.setdefault(first, []).append(_Merged(first, last, column))
    return found


def _unmerged(
    rows: Iterable[TableRow], merged: dict[int, list[_Merged]]
) -> Iterator[TableRow]:
    """Yield the rows that have text, merged cells in each row that they reach into."""
    open_: dict[int, tuple[int, str]] = {}
    for number, cells in rows:
        filled = [*cells]
        for column, (last, text) in [*open_.items()]:
            if number > last:
                del open_[column]
            elif column <= len(filled) and any(cells):
                filled[column - 1] = text
        for one in merged.get(number, ()):
            if one.column <= len(cells):
                open_[one.column] = (one.last, cells[one.column - 1])
        if any(filled):
            yield TableRow(number, tuple(filled))


def _number(letters: str) -> int:
    from openpyxl.utils import column_index_from_string

    return column_index_from_string(letters)


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0]
