"""Two plain texts as units: line against line, or aligned."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from padanan.errors import DocumentError
from padanan.translation.align import Bead, align, anchors
from padanan.translation.texts import line_units, stretches, text_units
from tests.laws import examples

SENTENCES = st.lists(
    st.sampled_from(
        ("Rubio tiba.", "Pertemuan 5 Mei gagal.", "Ia pergi", "x" * 120, "PBB", "")
    ),
    max_size=9,
)


@examples(60)
@given(SENTENCES, SENTENCES)
def test_beads_cover_both_texts(source: list[str], target: list[str]) -> None:
    """Every sentence of both texts is in one bead, in order."""
    beads = align(source, target)
    for ranges, size in (
        ([bead.source for bead in beads], len(source)),
        ([bead.target for bead in beads], len(target)),
    ):
        assert all(first <= last for first, last in ranges)
        numbers = [n for first, last in ranges for n in range(first, last)]
        assert numbers == list(range(size))


@examples(60)
@given(st.text(max_size=80), st.text(max_size=80))
def test_stretches_are_in_order(source: str, target: str) -> None:
    """Stretches are half-open, ordered and disjoint in both texts."""
    last = (0, 0)
    for stretch in stretches(source, target):
        assert last[0] <= stretch.source[0] <= stretch.source[1] <= len(source)
        assert last[1] <= stretch.target[0] <= stretch.target[1] <= len(target)
        last = stretch.source[1], stretch.target[1]


def test_very_different_lengths() -> None:
    """A text beside hundreds of sentences is aligned all the same."""
    beads = align(["Rubio tiba."], [f"Sentence {n}." for n in range(200)])
    assert beads[0].target[0] == 0
    assert beads[-1].target[1] == 200


ID = """Rubio dan Lavrov berbicara pada Sabtu.
Pertemuan di Istanbul gagal. Sebanyak 1.000 tahanan ditukar.

Moskow belum menjawab."""
EN = """Rubio and Lavrov spoke on Saturday. The meeting in Istanbul failed, and 1.000
prisoners were exchanged. Nobody expected it to be otherwise after such a long war.
Moscow has not answered."""


def test_anchors_hold() -> None:
    """Two sentences become one, and one has nothing beside it."""
    units = text_units(ID, EN)
    texts = [(unit.source[:9], unit.target[:10], unit.aligned) for unit in units]
    assert texts[0] == ("Rubio dan", "Rubio and ", True)
    assert any("Istanbul" in u.source and "Istanbul" in u.target for u in units)
    assert units[-1].target == "Moscow has not answered."
    assert units[-1].source == "Moskow belum menjawab."
    assert units[-1].place == "line 4"


def test_nothing_in_common() -> None:
    """What has no counterpart becomes a stretch that is not aligned."""
    assert align(["a"], []) == (Bead((0, 1), (0, 0), sure=False),)
    assert align([], []) == ()


def test_anchors() -> None:
    """Numbers, names and words that look alike are anchors; short words are not."""
    assert anchors("Ia ke AS, 5 Mei: Presiden") == {"5", "mei", "presi"}


def test_lines() -> None:
    """Line ends of every system part lines, and a byte order mark is no text."""
    units = line_units("\ufeffa\r\n\r\nb", "x\n\ny\n", "en.txt")
    assert [(unit.id, unit.source, unit.target) for unit in units] == [
        ("1", "a", "x"),
        ("3", "b", "y"),
    ]


def test_lines_that_do_not_match() -> None:
    """Texts of different lengths are refused: everything after would be wrong."""
    with pytest.raises(DocumentError, match=r"en\.txt: 1 line, but the source has 2"):
        line_units("a\nb", "x", "en.txt")
