"""What touches a word, or hides it, does not hide the term."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from padanan.checks.translation.occurrences import find_terms
from padanan.model import TermType
from padanan.translation.units import Unit
from tests.language.test_plain_text import UNSEEN
from tests.matching.small import annotator, concept, shipped

LINE = "Menlu AS dan duta besar Rusia membahas gencatan senjata di PBB."
CONCEPTS = [
    "menteri-luar-negeri",
    "duta-besar",
    "gencatan-senjata",
    "perserikatan-bangsa-bangsa",
]
SIGNS = ",.:;!&=+%$^§°·…•–—/([{“‘\"'*_|→"


def concepts(text: str) -> list[str]:
    """Return the concepts of a text, whose spans are faithful."""
    found = shipped().annotate(text)
    assert all(text[one.start : one.end] == one.text for one in found)
    return [one.concept.id for one in found if one.concept.id in CONCEPTS]


@given(st.sets(st.integers(0, len(LINE)), max_size=9), st.sampled_from(UNSEEN))
def test_unseen_characters_hide_no_term(places: set[int], mark: str) -> None:
    """The same terms are found wherever such characters stand."""
    text = "".join(
        f"{mark if at in places else ''}{character}"
        for at, character in enumerate(LINE)
    )
    assert concepts(text) == CONCEPTS


@pytest.mark.parametrize("sign", SIGNS)
@pytest.mark.parametrize("term", ["Gencatan senjata", "Duta besar", "PBB"])
def test_a_term_directly_behind_a_sign(sign: str, term: str) -> None:
    """No sign at the edge of a term hides it: not before, not behind, not on both."""
    [concept] = concepts(f"Kata {term} itu")
    for text in (
        f"kata{sign}{term} itu",
        f"kata {term}{sign}itu",
        f"{sign}{term}{sign}",
    ):
        assert concepts(text) == [concept], text


@pytest.mark.parametrize(
    "text",
    [
        "Rubio,Menlu AS, tiba di Jeddah.Duta besar hadir;gencatan senjata di PBB.",
        "Ｍｅｎｌｕ AS, 𝐝𝐮𝐭𝐚 𝐛𝐞𝐬𝐚𝐫, gencatan¹ senjata, PBB⁴.",
        "Menlu² dan duta\u2009besar\u202fserta gencatan\u00a0senjata di PBB①",
        "M\u0332e\u0332n\u0332l\u0332u\u0332 dan duta–besar, gencatan‑senjata, PBB™.",
    ],
)
def test_one_text_in_many_guises(text: str) -> None:
    """Ligatures, full width, raised numbers and other spaces and hyphens are read."""
    assert concepts(text) == CONCEPTS


@pytest.mark.parametrize(
    "text", ["https://x.id/a,kemlu", "www.x.id/?a=1&kemlu=2", "pers.kemlu.go.id"]
)
def test_the_parts_of_an_address_are_no_terms(text: str) -> None:
    """A sign inside an address parts no words."""
    assert shipped().annotate(text) == ()


def test_a_name_behind_a_sign_is_read_too() -> None:
    """Conditions, names and sentences see the plain text as well."""
    [found] = shipped().annotate("Rubio,Menlu AS,tiba.")
    assert (found.region, found.because) == ("US", "AS")


def test_an_explanation_has_the_offsets_of_the_original() -> None:
    """What was tried and lost lies in the text as it was given."""
    text = "PBB,\u202atahanan\u202c polisi"
    for place in shipped().explain(text):
        for loser in place.losers:
            assert text[loser.start : loser.end] == loser.text
        if found := place.annotation:
            assert text[found.start : found.end] == found.text


@pytest.mark.parametrize(
    "english",
    ["The ceasefire¹ holds.", "Rome,ceasefire.", "The cease\u00adfire holds.",
     "The ceaseﬁre holds.", "The \u2066ceasefire\u2069 holds."],
)  # fmt: skip
def test_english_is_read_in_the_same_way(english: str) -> None:
    """The check finds an equivalent in any guise, where it stands."""
    unit = Unit("1", "Gencatan senjata,duta besar.", english, "row 1")
    [read] = find_terms(shipped().engine, [unit]).units
    first, second = read.occurrences
    assert first.target_terms
    assert all(english[one.start : one.end] == one.text for one in first.target_terms)
    assert second.target_terms == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("para non-kombatan", [("non-kombatan", "non-combatant")]),
        ("Anti-imigrasi, pro-imigrasi",
         [("Anti-imigrasi", "anti-immigration"), ("pro-imigrasi", "pro-immigration")]),
        ("para kombatan", [("kombatan", "combatant")]),
        ("non-kombatannya", [("non-kombatannya", "non-combatant")]),
        ("non - kombatan", [("non - kombatan", "non-combatant")]),
        ("kombatan – kombatan", [("kombatan – kombatan", "combatant")]),
        ("beton-kombatan", [("kombatan", "combatant")]),
        ("eks–kombatan", [("kombatan", "combatant")]),
    ],
)  # fmt: skip
def test_a_prefix_turns_the_meaning(text: str, found: list[tuple[str, str]]) -> None:
    """A non-combatant is no combatant: the prefix is in the span and the English."""
    reader = annotator(
        concept("kombatan", "combatant"), concept("imigrasi", "immigration")
    )
    assert [(one.text, one.equivalents[0]) for one in reader.annotate(text)] == found


@pytest.mark.parametrize("text", ["PrepCom", "PREPCOM", "Prepcom", "PrepCom-nya"])
def test_a_short_form_with_a_capital_inside(text: str) -> None:
    """*PrepCom* is one word, though a text parts *PresidenDonald*."""
    reader = annotator(concept("PrepCom", kind=TermType.ABBREVIATION))
    assert [one.text for one in reader.annotate(f"Sidang {text} dibuka.")] == [text]
