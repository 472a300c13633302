"""Sheets come back as they were written, whatever a file says of itself."""

from __future__ import annotations

import io
import re
import zipfile

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from padanan.errors import ExchangeError
from padanan.files import limits
from padanan.files.xlsx import Layout, other_sheets, read_sheet, unread, write_sheet
from tests.concepts import NASTY
from tests.laws import examples

LAYOUT = Layout("Coba", (20, 30, 10))
CELLS = st.sampled_from(NASTY) | st.text(
    st.sampled_from("\"'\t\n,;=+-@_x")
    | st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff"),
    max_size=8,
)
ROWS = st.lists(st.tuples(CELLS, CELLS, CELLS).filter(any), max_size=5)


def texts(data: bytes) -> list[tuple[str, ...]]:
    """Return the rows of a workbook, without the columns that nothing is in."""
    return [row.cells[:3] for row in read_sheet(data, "a.xlsx")]


def changed(data: bytes, pattern: str, text: str) -> bytes:
    """Return a workbook in whose first sheet a pattern is replaced."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name.endswith("sheet1.xml"):
                part = re.sub(pattern, text, part.decode(), count=1).encode()
            new.writestr(name, part, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def workbook(*rows: tuple[str | float, ...]) -> bytes:
    """Return a workbook as another program would write it."""
    book = openpyxl.Workbook()
    assert book.active is not None
    for row in rows:
        book.active.append(row)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


@examples(50)
@given(rows=ROWS)
def test_rows_come_back(rows: list[tuple[str, ...]]) -> None:
    """Every text comes back, what looks like a formula or an escape too."""
    kept = [row for row in rows if "x005F_" not in "".join(row)]
    data = write_sheet([("a", "b", "c"), *kept], LAYOUT)
    assert texts(data) == [("a", "b", "c"), *kept]


def test_same_rows_same_bytes() -> None:
    """A workbook has no date of its own."""
    rows: list[tuple[str | int, ...]] = [("istilah", "n"), ("nota", 3)]
    assert write_sheet(rows, LAYOUT) == write_sheet(rows, LAYOUT)


def test_numbers_are_numbers() -> None:
    """A count can be summed; it is read as its digits."""
    data = write_sheet([("istilah", "n"), ("nota", 3)], LAYOUT)
    sheet = openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]
    assert sheet["B2"].value == 3
    assert texts(data)[1] == ("nota", "3", "")


def test_rows_beyond_the_told_size_are_read() -> None:
    """A sheet that says it ends at B2 has all of its rows (pandas issue 39001)."""
    data = changed(
        workbook(("a", "b"), ("c", "d"), ("e", "f")),
        r'<dimension ref="[^"]*" ?/>',
        '<dimension ref="A1:B2"/>',
    )
    assert b"A1:B2" in zipfile.ZipFile(io.BytesIO(data)).read(
        "xl/worksheets/sheet1.xml"
    )
    assert texts(data) == [("a", "b", ""), ("c", "d", ""), ("e", "f", "")]


def test_rows_that_are_left_out_are_counted() -> None:
    """The number of a row is that of the sheet, though rows before it are empty."""
    data = workbook(("a", "b"), (), (), ("c", "d"))
    assert [row.number for row in read_sheet(data, "a.xlsx")] == [1, 4]


@pytest.mark.parametrize("number", [limits.SHEET_ROWS + 1, 2_000_000_000])
def test_rows_that_no_sheet_has_are_refused(number: int) -> None:
    """A row with an enormous number is refused, not waited for."""
    data = changed(workbook(("a", "b"), ("c", "d")), 'r="2"', f'r="{number}"')
    data = changed(data, "A2", f"A{number}")
    with pytest.raises(ExchangeError, match=r"a\.xlsx:1048577: more than 1,048,576"):
        read_sheet(data, "a.xlsx")


def test_formulas_and_what_they_came_to() -> None:
    """Of a formula the stored value is read; without one it is refused."""
    data = workbook(("a", "b"), ("c", "=1+1"))
    with pytest.raises(ExchangeError, match=r"^a\.xlsx:2: a formula in “=1\+1”"):
        read_sheet(data, "a.xlsx")
    stored = changed(data, "<v ?/>|<v></v>", "<v>2</v>")
    assert read_sheet(stored, "a.xlsx")[1].cells[:2] == ("c", "2")
    nothing = changed(data, r'r="B2" ?(?=[^>]*><f>)', 'r="B2" t="str" ')
    assert texts(nothing)[1:] == [("c", "", "")]


def sheets(*titles: str) -> bytes:
    """Return a workbook of several sheets, the name of each in its first cell."""
    book = openpyxl.Workbook()
    assert book.active is not None
    book.remove(book.active)
    for title in titles:
        book.create_sheet(title).append([title.lower()])
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("sheet", "text"),
    [("", "istilah"), ("2", "2024"), ("2024", "2024"), ("CATATAN", "catatan")],
)
def test_a_sheet_is_chosen_by_name_or_number(sheet: str, text: str) -> None:
    """A name counts before a number; without either it is the first sheet."""
    data = sheets("Istilah", "2024", "Catatan")
    [row] = read_sheet(data, "a.xlsx", sheet=sheet)
    assert row.cells[0] == text


def test_a_sheet_that_is_not_there_is_told() -> None:
    """The message names the sheets that there are."""
    with pytest.raises(ExchangeError, match="no sheet “9” — name one of “A”, “B”, or"):
        read_sheet(sheets("A", "B"), "a.xlsx", sheet="9")


@pytest.mark.parametrize(
    ("columns", "told"),
    [
        ((1, 2, 64), ()),
        ((1, 65), ("not read: column “BM” — a sheet is read up to column BL",)),
        ((66, 65, 16_384), ("not read: columns “BM”, “BN”, “XFD” — a sheet is read up"
                            " to column BL",)),
        (tuple(range(60, 70)), ("not read: columns “BM”, “BN”, “BO” and 2 more — a"
                                " sheet is read up to column BL",)),
    ],
)  # fmt: skip
def test_columns_too_far_to_the_right_are_told(
    columns: tuple[int, ...], told: tuple[str, ...]
) -> None:
    """What stands behind the last column that is read is named; empty cells are not."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for column in columns:
        sheet.cell(3, column, "nota")
    sheet.cell(4, 100).fill = openpyxl.styles.PatternFill("solid", fgColor="FFF2CC")
    stream = io.BytesIO()
    book.save(stream)
    assert unread(stream.getvalue(), "a.xlsx") == told


def test_other_sheets_with_text_are_told() -> None:
    """Empty and hidden sheets are nothing that was passed over."""
    book = openpyxl.load_workbook(io.BytesIO(sheets("A", "B", "C")))
    book.create_sheet("Empty")
    book["C"].sheet_state = "hidden"
    stream = io.BytesIO()
    book.save(stream)
    assert other_sheets(stream.getvalue(), "a.xlsx") == ("B",)
    assert other_sheets(stream.getvalue(), "a.xlsx", sheet="B") == ("A",)


def test_merged_cells_stand_in_each_row() -> None:
    """A term that is merged over two rows belongs to both; a title to its row alone."""
    book = openpyxl.load_workbook(
        io.BytesIO(
            workbook(
                ("Daftar", "", ""),
                ("nota", "note", ""),
                ("", "memo", ""),
                ("visa", "visa", ""),
            )
        )
    )
    assert book.active is not None
    book.active.merge_cells("A1:C1")
    book.active.merge_cells("A2:A3")
    stream = io.BytesIO()
    book.save(stream)
    assert texts(stream.getvalue()) == [
        ("Daftar", "", ""),
        ("nota", "note", ""),
        ("nota", "memo", ""),
        ("visa", "visa", ""),
    ]


@pytest.mark.parametrize(
    ("stored", "text"),
    [
        ("a_x000D_\nb", "a\nb"),
        ("a_x000D_b", "a\nb"),
        ("a_x0009_b", "a\tb"),
        ("_x0026_lt;", "&lt;"),
        ("_x005F_x000D_", "_x000D_"),
        ("_x0001_", "_x0001_"),
        ("a_x000d_", "a\n"),
    ],
)
@pytest.mark.parametrize("shared", [True, False])
def test_escapes_of_characters_are_decoded(
    stored: str, text: str, *, shared: bool
) -> None:
    """ST_Xstring of ECMA-376: _x000D_ is a carriage return, wherever texts are kept."""
    data = workbook(("TEXT", "b"))
    if not shared:
        inline = f'<c r="A1" t="inlineStr"><is><t>{stored}</t></is></c>'
        data = changed(data, r'<c r="A1"[^>]*>.*?</c>', inline)
    else:
        out = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
            for name in old.namelist():
                new.writestr(name, old.read(name).replace(b"TEXT", stored.encode()))
        data = out.getvalue()
    assert texts(data)[0][0] == text


def test_warnings_of_openpyxl_are_kept_from_people(
    recwarn: pytest.WarningsRecorder,
) -> None:
    """What Excel itself writes is no reason to warn of a library's limits."""
    extension = '<extLst><ext uri="{x}"><a/></ext></extLst></worksheet>'
    data = changed(workbook(("a", "b")), "</worksheet>", extension)
    assert texts(data) == [("a", "b", "")]
    assert not recwarn.list


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("x" * 32_768, "more than 32,767 characters in “xxx"),
        ("a\ufffe", r"U\+FFFE is not allowed in XML"),
        ("a\x1b[2J", r"U\+001B is not allowed in XML"),
    ],
)
def test_what_no_cell_can_hold_is_refused(text: str, problem: str) -> None:
    """Nothing is cut off or changed without a word."""
    with pytest.raises(ExchangeError, match=problem):
        write_sheet([(text,)], LAYOUT)


def test_nothing_is_printed_of_what_a_file_lacks(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """What openpyxl prints on styles would stand in the result of a command."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(workbook(("nota", "note")))) as old,
        zipfile.ZipFile(out, "w") as new,
    ):
        for name in old.namelist():
            part = re.sub(rb"<cellStyleXfs.*</cellStyleXfs>", b"", old.read(name))
            new.writestr(name, part)
    with pytest.raises(ExchangeError, match="not a workbook"):
        read_sheet(out.getvalue(), "a.xlsx")
    assert capsys.readouterr() == ("", "")
