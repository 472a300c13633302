"""Rows come back whatever is in their cells, and no cell is a formula."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from padanan.errors import ExchangeError
from padanan.files.rows import (
    DELIMITERS,
    guarded,
    is_formula,
    read_plain_rows,
    read_rows,
    read_tabbed_rows,
    read_table,
    unguarded,
    write_guarded_rows,
    write_plain_rows,
    write_rows,
)
from tests.glossaries import HOSTILE

NASTY = st.sampled_from("\"'\t\n,;=+-@|%＝＋ \\#\u00a0\u200b\ufeff")
CELLS = st.text(
    NASTY | st.characters(exclude_categories=["Cs"], exclude_characters="\r"),
    max_size=8,
)
"""Cells as a file has them: line ends are ``\\n`` once it is decoded."""
ROWS = st.lists(st.lists(CELLS, min_size=1, max_size=4).map(tuple), max_size=5)
DELIMITER = st.sampled_from(DELIMITERS)


@given(rows=ROWS, delimiter=DELIMITER, all_quoted=st.booleans())
def test_rows_come_back(
    rows: list[tuple[str, ...]], delimiter: str, *, all_quoted: bool
) -> None:
    """Quotation marks, line ends, tabs and separators are read as written."""
    text = write_rows(rows, delimiter, all_quoted=all_quoted)
    assert [cells for _, cells in read_rows(text, delimiter, "a")] == rows


@given(rows=ROWS, delimiter=st.sampled_from(",;"))
def test_guarded_rows_come_back(rows: list[tuple[str, ...]], delimiter: str) -> None:
    """With a heading that has the separator, nothing needs to be said of it."""
    heading = ("term", "English", "note")
    text = write_guarded_rows([heading, *rows], delimiter)
    found = [cells for _, cells in read_table(text, "a")]
    assert found == [heading, *rows]


UNTABBED = CELLS.map(lambda cell: cell.replace("\t", " "))


@given(rows=st.lists(st.tuples(UNTABBED, UNTABBED, UNTABBED), max_size=5))
def test_rows_with_tabs_come_back(rows: list[tuple[str, ...]]) -> None:
    """Whole rows between tabs come back, whatever their cells have but tabs."""
    heading = ("term", "English", "note")
    text = write_guarded_rows([heading, *rows], "\t")
    assert [cells for _, cells in read_table(text, "a")] == [heading, *rows]


HALF = st.text(NASTY | st.sampled_from("ab"), max_size=6).map(
    lambda cell: cell.replace("\t", "").replace("\n", "")
)


@given(rows=st.lists(st.tuples(HALF, HALF), min_size=2, max_size=6))
def test_no_quotation_mark_joins_rows_between_tabs(rows: list[tuple[str, str]]) -> None:
    """As many rows as lines, with the words of each on its own line."""
    lines = ["\t".join(row) for row in rows]
    found = [*read_tabbed_rows("\n".join(lines))]
    assert [row.number for row in found] == [*range(1, len(lines) + 1)][: len(found)]
    assert len(found) == len(lines)
    strip = {ord('"'): None}
    for (_, cells), row in zip(found, rows, strict=True):
        assert [cell.translate(strip) for cell in cells] == [
            cell.translate(strip) for cell in row
        ]


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ('id\ten\n"a\tb\nc"\td', [("id", "en"), ('"a', "b"), ('c"', "d")]),
        ('id\ten\na\t"b\nc"\td', [("id", "en"), ("a", '"b'), ('c"', "d")]),
        ('a\tb "c" d\ne\tf', [("a", 'b "c" d'), ("e", "f")]),
        ('x\ty\tz\na\t"b\nc"\td', [("x", "y", "z"), ("a", "b\nc", "d")]),
        ('"a; b","c; d"', [("a; b", "c; d")]),
        ('"a, b";"c, d"', [("a, b", "c, d")]),
        ("id;en\na, b, c;d, e, f", [("id", "en"), ("a, b, c", "d, e, f")]),
        ("sep=;\na;b", [("a", "b")]),
        ('"sep=,"\na,b', [("a", "b")]),
        ("SEP=|\na|b;c", [("a", "b;c")]),
        ("sep=\t\na\tb", [("a", "b")]),
    ],
)  # fmt: skip
def test_separators_and_quotation_marks(
    text: str, cells: list[tuple[str, ...]]
) -> None:
    """The separator is what stands outside quotation marks, or what Excel says."""
    assert [row.cells for row in read_table(text, "a.csv")] == cells


def test_lines_are_counted_with_the_separator_line() -> None:
    """Numbers of rows are those of the lines in the file."""
    assert [row.number for row in read_table('sep=;\na;"b\nc"\nd;e', "a")] == [2, 4]


def test_an_ending_says_tabs() -> None:
    """A TSV file of sentences has commas and semicolons in every row."""
    [row] = read_table("a, b; c\td, e; f", "a.TSV")
    assert row.cells == ("a, b; c", "d, e; f")


def test_many_open_quotation_marks_are_read() -> None:
    """Each line that opens a quotation mark is looked at once."""
    text = "a\tb\n" + '"x\ty\n' * 20_000 + '"""\n' * 20_000
    assert len([*read_tabbed_rows(text)]) == 40_001


@given(text=CELLS)
def test_no_guarded_cell_is_a_formula(text: str) -> None:
    """A guarded cell begins with nothing that a spreadsheet runs, and comes back."""
    assert guarded(text)[:1] not in tuple("=+-@|%\t\r＝＋－＠")
    assert unguarded(guarded(text)) == text


@pytest.mark.parametrize("text", HOSTILE)
def test_no_hostile_cell_is_a_formula(text: str) -> None:
    """The same for texts that formats and programs give a meaning to."""
    assert guarded(text)[:1] not in tuple("=+-@|%\t\r＝＋－＠")
    assert unguarded(guarded(text)) == text


def test_apostrophe_of_ones_own_stays() -> None:
    """Only the apostrophe that was added is taken away."""
    assert [unguarded(text) for text in ("'=1", "''=1", "'sah'", "=1")] == [
        "=1", "'=1", "'sah'", "=1",
    ]  # fmt: skip
    assert not is_formula("'sah'")


PLAIN = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=8)


@given(rows=st.lists(st.lists(PLAIN, min_size=1, max_size=4).map(tuple), max_size=5))
def test_plain_rows_come_back(rows: list[tuple[str, ...]]) -> None:
    """Where nothing is quoted, a quotation mark is a character like any other."""
    text = write_plain_rows(rows, "\t")
    assert [row.cells for row in read_plain_rows(text, "\t")] == [*rows, ("",)]


def test_lines_are_counted_where_cells_have_several() -> None:
    """The number of a row is the line where it begins in the file."""
    rows = read_rows('a,"b\nc"\n\nd,e\n', ",", "x")
    assert [line for line, row in rows if row] == [1, 4]


@pytest.mark.parametrize("text", ['a,"b\nc', 'a,"b"c\n', "x" * 200_000])
def test_what_is_no_table_is_told_with_its_line(text: str) -> None:
    """A quotation mark that is not closed, or a cell without end, has its line."""
    with pytest.raises(ExchangeError, match=r"^a\.csv:1: not a table \("):
        list(read_rows(text, ",", "a.csv"))
