"""Articles become worksheets, and worksheets articles."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from padanan.errors import ExchangeError
from padanan.translation.hints import hinted, pieces
from padanan.translation.skeleton import fingerprint
from padanan.translation.tagged import on_one_line
from padanan.translation.units import Unit
from padanan.translation.worksheet import Worksheet, assemble
from tests.worksheets import ARTICLE, articles, sources, worksheet

WRAPPED = """\
Pernyataan bersama kedua menteri luar negeri menyambut baik gencatan
senjata dan pertukaran tahanan yang disepakati kedua delegasi itu di
Istanbul. Kyiv diam.
"""


def units(sheet: Worksheet) -> list[Unit]:
    """Return the units of a worksheet."""
    return [unit.unit for unit in sheet.units]


@given(articles())
def test_an_untouched_worksheet_is_the_article(text: str) -> None:
    """Put together untranslated, an article has all its words and separators."""
    sheet = worksheet(text)
    done = assemble(sheet.skeleton, units(sheet), "a.po")
    assert done.text == done.original
    assert "".join(on_one_line(done.text).split()) == "".join(on_one_line(text).split())
    assert len(done.missing) + len(done.staying) == done.units == len(sheet.units)


@given(articles())
def test_each_sentence_is_there_once_with_its_terms(text: str) -> None:
    """No two units say the same, and hints lie where their terms are."""
    sheet = worksheet(text)
    marks = [fingerprint(source) for source in sources(sheet)]
    assert len(set(marks)) == len(marks)
    for unit in sheet.units:
        parts = list(pieces(unit))
        assert "".join(part for part, _ in parts) == unit.source
        assert [part for part, hint in parts if hint] == [h.text for h in unit.hints]


def test_the_example() -> None:
    """Marks of headings and lists are left out, repeated sentences once."""
    assert sources(worksheet()) == [
        "Gencatan Senjata Disepakati",
        "WASHINGTON, 17 Mei 2025 — Menlu AS menyambut gencatan senjata.",
        "“Kami setuju,” katanya.",
        'Pertukaran tahanan <b>dimulai</b> & "selesai"',
        "Gencatan senjata",
        "Kyiv diam.",
        "=1+1 \\n tetap teks.",
    ]


def test_wrapped_lines_become_one() -> None:
    """A term across a line break is highlighted in the sentence without one."""
    first, second = worksheet(WRAPPED).units
    assert "\n" not in first.source
    assert [hint.text for hint in first.hints] == [
        "gencatan senjata",
        "pertukaran tahanan",
    ]
    assert second.source == "Kyiv diam."


def test_a_term_across_sentences_gives_no_hint() -> None:
    """What belongs to two segments is highlighted in neither."""
    sheet = worksheet("Gencatan\n\nsenjata")
    assert [unit.hints for unit in sheet.units] == [(), ()]


def test_hints_name_what_to_avoid_once() -> None:
    """Advice on a concept is given where it first occurs, its English each time."""
    first, second, *_ = (item.lines for item in hinted(worksheet()))
    assert first == (
        "Gencatan Senjata = ceasefire; truce",
        "not: cessation",
        "note: Armistice is the formal end of fighting.",
    )
    assert second == ("gencatan senjata = ceasefire; truce",)


def test_units_may_be_in_any_order_and_twice() -> None:
    """Rows that were sorted, copied or added are no reason to refuse the file."""
    sheet = worksheet()
    listed = [*reversed(units(sheet)), units(sheet)[0], Unit("9", "Catatan", "Note")]
    assert assemble(sheet.skeleton, listed, "a.po").text == ARTICLE


def test_a_lost_sentence_is_refused() -> None:
    """A row that was deleted is missed by its number."""
    sheet = worksheet()
    with pytest.raises(ExchangeError, match="sentence 2 is missing — put it back"):
        assemble(sheet.skeleton, [units(sheet)[0], *units(sheet)[2:]], "a.po")


def test_changed_indonesian_is_refused() -> None:
    """A row whose Indonesian was changed is named by what it says now."""
    sheet = worksheet()
    text = "Gencatan Senjata Ditolak " + "x" * 60
    changed = replace(units(sheet)[0], source=text, tagged_source=None)
    with pytest.raises(ExchangeError, match=r"“Gencatan Senjata Ditolak x+…” is not"):
        assemble(sheet.skeleton, [changed, *units(sheet)[1:]], "a.po")


def test_two_translations_are_refused() -> None:
    """Nobody guesses which of two translations is meant."""
    sheet = worksheet("Damai.")
    listed = [Unit("1", "Damai.", "Peace."), Unit("2", "Damai.", "Calm.")]
    with pytest.raises(ExchangeError, match=r"two translations of “Damai\.”"):
        assemble(sheet.skeleton, listed, "a.po")


@pytest.mark.parametrize(
    ("target", "suggested", "text"),
    [
        ("Peace!", "Peace!", "Damai."),
        ("Peace.", "Peace!", "Peace."),
        ("Peace.", "", "Damai."),
        ("", "Peace!", "Damai."),
    ],
)
def test_a_suggestion_counts_once_it_was_edited(
    target: str, suggested: str, text: str
) -> None:
    """Who edits a fuzzy translation has confirmed it, even if its mark is left."""
    mark = fingerprint(suggested) if suggested else ""
    bones = replace(worksheet("Damai.").skeleton, suggested=(mark,))
    done = assemble(bones, [Unit("1", "Damai.", target, fuzzy=True)], "a.docx")
    assert done.text == text
    assert [item.fuzzy for item in done.missing] == [bool(target)] * (text == "Damai.")


def test_line_breaks_in_a_translation_are_spaces() -> None:
    """A translation stays in its paragraph, whatever a cell was broken into."""
    sheet = worksheet("Kyiv diam.")
    done = [Unit("1", "Kyiv diam.", " Kyiv is\r\n  silent.\n")]
    assert assemble(sheet.skeleton, done, "a.xlsx").text == "Kyiv is silent."
