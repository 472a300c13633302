"""English that stands fewer times than its term: what is flagged, and what is not."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from padanan.checks.findings import Severity
from padanan.checks.runner import check_translation
from padanan.glossary import po
from padanan.matching.annotator import engine_for
from padanan.translation.units import Unit

if TYPE_CHECKING:
    from padanan.matching.engine import Engine

ENTRIES = """msgid ""
msgstr ""

#. pos: noun
#. abbreviation: PKK
#. equivalent-abbreviation: PKK
msgid "Partai Kerja Kita"
msgstr "Our Work Party"

#. pos: noun
msgid "kunjungan"
msgstr "visit"

#. pos: noun
msgid "surat kepercayaan"
msgstr "letter of credence"

#. pos: noun
msgid "hak veto"
msgstr "veto"

#. pos: noun
#. equivalent: accord
msgid "kesepakatan"
msgstr "agreement"

#. pos: noun
#. equivalent: agreement
msgid "perjanjian"
msgstr "treaty"

#. pos: proper noun
#. variant: Al Qaeda
msgid "Al-Qaida"
msgstr "al-Qaeda"

#. pos: noun
#. accepts: fighting
msgid "konflik"
msgstr "conflict"

#. pos: noun
#. avoid: outside minister — a calque
#. avoid: secretary — an everyday word
msgid "menteri luar negeri"
msgstr "foreign minister"
"""


@cache
def engine() -> Engine:
    """Return an engine with the entries of this file."""
    return engine_for(po.loads(ENTRIES, path="a.po", domain="own"))


def flagged(source: str, target: str) -> list[str]:
    """Return the terms that are warned of in one unit."""
    checked = check_translation(engine(), [Unit("1", source, target, "1")])
    return [
        finding.source.text
        for finding in checked.findings
        if finding.source and finding.severity is not Severity.NOTE
    ]


@given(st.integers(1, 4))
def test_nothing_is_short_where_each_has_its_own(times: int) -> None:
    """As many equivalents as terms are never too few."""
    source = " ".join(["Kunjungan berlanjut."] * times)
    assert flagged(source, " ".join(["The visit went on."] * times)) == []


def test_an_abbreviation_alone_does_not_answer_for_the_full_form() -> None:
    """Behind other words, an abbreviation in brackets tells that the name is wrong."""
    source = "Partai Kerja Kita (PKK) menolak."
    assert flagged(source, "Our Work Party (PKK) refused.") == []
    assert flagged(source, "The PKK refused.") == []
    assert flagged(source, "The court ruling (PKK) refused.") == ["Partai Kerja Kita"]


def test_an_abbreviation_behind_a_comma_is_no_second_place() -> None:
    """Full form and abbreviation side by side are one."""
    source = "Partai Kerja Kita, PKK, menolak tawaran yang diajukan kemarin."
    assert flagged(source, "The PKK refused the offer made yesterday.") == []


def test_an_abbreviation_between_dashes_needs_its_full_form() -> None:
    """Dashes set it off as brackets do."""
    source = "Partai Kerja Kita (PKK) menolak."
    assert flagged(source, "Our Work Party - the PKK - refused.") == []
    assert flagged(source, "The court ruling - the PKK - refused.") == [
        "Partai Kerja Kita"
    ]


def test_a_place_answers_for_one_term_of_any_concept() -> None:
    """One *agreement* is not the English of two terms, though both may be called so."""
    source = "Kesepakatan kemarin menyiapkan perjanjian baru tahun depan."
    both = "The agreement now prepares a new agreement next year."
    assert flagged(source, both) == []
    assert flagged(source, "The agreement now prepares a new treaty.") == []
    assert flagged(source, "The agreement now prepares a new banana.") == ["perjanjian"]
    assert flagged(source, "The banana now prepares a new agreement.") == [
        "Kesepakatan"
    ]


def test_what_is_accepted_stands_only_where_no_equivalent_does() -> None:
    """A noun is accepted as a noun; a verb of the same letters says something else."""
    source = "Konflik itu berlanjut."
    assert flagged(source, "The fighting went on.") == []
    assert flagged(source, "They fought on.") == ["Konflik"]


def test_a_calque_is_wrong_beside_the_right_english_too() -> None:
    """A single deprecated word may say something else there."""
    source = "Menteri luar negeri tiba."
    right = "The foreign minister came"
    assert flagged(source, f"{right}.") == []
    assert flagged(source, f"{right}, an outside minister.") == ["Menteri luar negeri"]
    assert flagged(source, f"{right} with a secretary.") == []


def test_a_name_with_a_hyphen_is_not_left_in_indonesian() -> None:
    """Both languages may write the same letters: *Al Qaeda*, *al-Qaeda*."""
    assert flagged("Al Qaeda menolak.", "Al-Qaeda refused.") == []
    assert flagged("Al-Qaida menolak.", "Al-Qaida refused.") == ["Al-Qaida"]


LONG = "Kunjungan pertama berlangsung singkat saja, tetapi {} mereka lebih lama."


@pytest.mark.parametrize(
    ("second", "english", "expected"),
    [
        ("kunjungan", "The first visit was short indeed, but their visit longer.", []),
        ("kunjungan", "The first visit was short indeed, but it was longer.", []),
        ("kunjungan itu", "The first visit was short indeed, but theirs longer.", []),
        (
            "kunjungan",
            "The first visit was short indeed, but their banana lasted longer.",
            ["kunjungan"],
        ),
        (
            "kunjungan",
            "The first visit was short indeed, their letter of credence longer.",
            ["kunjungan"],
        ),
    ],
)
def test_the_second_of_two(second: str, english: str, expected: list[str]) -> None:
    """A pronoun may stand for it, another thing may not."""
    assert flagged(LONG.format(second), english) == expected


def test_a_longer_indonesian_term_is_not_english() -> None:
    """*Hak veto* is left in Indonesian, though *veto* is English."""
    assert flagged("Ia memakai hak veto.", "He used the hak veto.") == ["hak veto"]
    assert flagged("Ia memakai hak veto.", "He used the veto.") == []
