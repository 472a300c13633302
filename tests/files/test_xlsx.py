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
from padanan.files.xlsx import Layout, read_sheet, write_sheet
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
    """A formula is refused, or read as the value that a program has stored."""
    data = workbook(("a", "b"), ("c", "=1+1"))
    with pytest.raises(ExchangeError, match=r"^a\.xlsx:2: a formula in “=1\+1”"):
        read_sheet(data, "a.xlsx")
    stored = changed(data, "<v ?/>|<v></v>", "<v>2</v>")
    rows = read_sheet(stored, "a.xlsx", computed=True)
    assert rows[1].cells[:2] == ("c", "2")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("x" * 32_768, "more than 32,767 characters in “xxx"),
        ("a\ufffe", r"U\+FFFE cannot stand in XML"),
        ("a\x1b[2J", r"U\+001B cannot stand in XML"),
    ],
)
def test_what_no_cell_can_hold_is_refused(text: str, problem: str) -> None:
    """Nothing is cut off or changed without a word."""
    with pytest.raises(ExchangeError, match=problem):
        write_sheet([(text,)], LAYOUT)
