"""Rows of numbers say what tuples in a list would say."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from padanan.matching.native.rows import Rows

SPANS = st.lists(
    st.tuples(st.integers(0, 40), st.integers(1, 9), st.integers(-3, 3)), max_size=90
)
"""Starts, lengths and orders."""


def _rows(spans: list[tuple[int, int, int]]) -> Rows:
    rows = Rows()
    for number, (start, size, order) in enumerate(spans):
        rows.add(start, start + size, order, order & 2, number, 0, 0)
    return rows


@given(SPANS)
def test_rows_are_in_order(spans: list[tuple[int, int, int]]) -> None:
    """They sort from the left, the longest first, then by their orders."""
    rows = _rows(spans)
    numbers = range(len(spans))
    expected = sorted(numbers, key=lambda n: (spans[n][0], -spans[n][1], spans[n][2]))
    assert [*rows.numbers[: rows.count]] == expected


@given(SPANS, st.lists(st.integers(0, 60)))
def test_where_a_row_begins(
    spans: list[tuple[int, int, int]], asked: list[int]
) -> None:
    """The first row at an offset is found, whatever was asked for before."""
    rows = _rows(spans)
    starts = sorted(start for start, _, _ in spans)
    for offset in asked:
        expected = starts.index(offset) if offset in starts else -1
        assert rows.at(offset) == expected
        assert rows.first_from(offset) == sum(start < offset for start in starts)


@given(SPANS)
def test_rows_that_do_not_overlap(spans: list[tuple[int, int, int]]) -> None:
    """From the left each span is kept behind the last one, but not the hidden ones."""
    rows, last = _rows(spans), 0
    expected = []
    for at in range(rows.count):
        if rows.starts[at] >= last:
            last = rows.ends[at]
            if not rows.flags[at] & 2:
                expected.append(rows.numbers[at])
    rows.keep_disjoint(2)
    assert [*rows.numbers[: rows.count]] == expected


@given(SPANS, st.data())
def test_rows_that_are_left_out(
    spans: list[tuple[int, int, int]], data: st.DataObject
) -> None:
    """Those without a number go, and the others stay in order."""
    rows = _rows(spans)
    numbers = [*rows.numbers[: rows.count]]
    gone = data.draw(st.sets(st.sampled_from(numbers))) if numbers else set()
    for at, number in enumerate(numbers):
        rows.numbers[at] = -1 if number in gone else number
    rows.leave_out()
    assert [*rows.numbers[: rows.count]] == [n for n in numbers if n not in gone]
