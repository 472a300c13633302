"""Whether an English sentence has a term."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import padanan
from padanan.language.english import find, find_all, read_sentence
from padanan.language.stems import stem
from padanan.model import PartOfSpeech, Status

TERMS = tuple(
    (term.text, concept.pos is PartOfSpeech.VERB)
    for concept in padanan.load().concepts
    for term in concept.equivalents
    if term.status is not Status.DEPRECATED
)


@given(st.text(max_size=60), st.sampled_from(TERMS))
def test_places_are_in_the_text(text: str, term: tuple[str, bool]) -> None:
    """No text is refused, and what is found lies in it."""
    sentence = read_sentence(text)
    for start, end in find_all(sentence, term[0], verb=term[1]):
        assert 0 <= start < end <= len(text)
    for (start, end), word in zip(sentence.spans, sentence.words, strict=True):
        assert len(text[start:end]) == len(word)


def test_every_equivalent_finds_itself() -> None:
    """Each equivalent of the shipped glossary is found where it stands as it is."""
    lost = [
        text
        for text, verb in TERMS
        if find(read_sentence(f"They spoke: {text}, again."), text, verb=verb) is None
    ]
    assert not lost


@pytest.mark.parametrize(
    ("term", "sentence", "found"),
    [
        ("ceasefire", "Both ceasefires held.", "ceasefires"),
        ("ceasefire", "A cease-fire began.", "cease-fire"),
        ("ceasefire", "A cease fire began.", "cease fire"),
        ("chargé d'affaires", "Two chargés d’affaires met.", "chargés d’affaires"),
        ("chargé d'affaires", "the charge d'affaires left", "charge d'affaires"),
        ("prisoner exchange", "an exchange of prisoners", "exchange of prisoners"),
        ("G20", "the G-20 summit", "G-20"),
        ("NATO", "Nato said so.", "Nato"),
        ("senior official", "a senior interior ministry official",
         "senior interior ministry official"),
        ("senior official", "senior Defence Department officials",
         "senior Defence Department officials"),
        ("top official", "top Indian and Pakistani officials",
         "top Indian and Pakistani officials"),
        ("top official", "top Indian and Pakistani defence officials",
         "top Indian and Pakistani defence officials"),
        ("top official", "the top envoys met Indian officials", None),
        ("suicide bomber", "a suicide truck bomber", "suicide truck bomber"),
        ("peace talks", "the Israeli peace or truce talks", "peace or truce talks"),
        ("Secretary of Defense", "Defense Secretary Gates", "Defense Secretary"),
        ("Deputy Secretary of Defense", "the deputy defence secretary",
         "deputy defence secretary"),
        ("Under Secretary of State", "US Undersecretary of State Burns",
         "Undersecretary of State"),
        ("vice president", "the vice-president", "vice-president"),
        ("secretary-general", "two secretaries-general", "secretaries-general"),
        ("organisation", "the organizations", "organizations"),
        ("defence minister", "the Defense Minister's plane", "Defense Minister's"),
        ("programme", "a nuclear program", "program"),
        ("state", "the states' rights", "states"),
        ("UN", "The U.N. said", "U.N."),
        ("G20", "the G20 leaders", "G20"),
        ("peace talks", "the peace and disarmament talks",
         "peace and disarmament talks"),
        ("peace talks", "the peace, then talks", None),
        ("nuclear programme", "the nuclear Iranian programme",
         "nuclear Iranian programme"),
        ("the", "the treaty", None),
        ("ceasefire", "ceasefires and a cease-fire", "ceasefires"),
        ("MP", "eighty MPs voted", "MPs"),
        ("MoU", "two MoUs", "MoUs"),
        ("intelligence agency", "six intelligence agencies", "intelligence agencies"),
    ],
)  # fmt: skip
def test_what_is_found(term: str, sentence: str, found: str | None) -> None:
    """Inflection, spelling, possessives and turned words do not hide a term."""
    place = find(read_sentence(sentence), term)
    assert (sentence[slice(*place)] if place else None) == found


@pytest.mark.parametrize(
    ("term", "sentence"),
    [
        ("condemn", "Sanctions were condemned by both."),
        ("impose sanctions", "Sanctions were imposed on Iran."),
        ("withdraw", "The troops withdrew."),
        ("sign", "It was signed."),
        ("drive from power", "He was driven from power."),
        ("overcome", "Both overcame it."),
    ],
)
def test_verbs(term: str, sentence: str) -> None:
    """A verb is found in its irregular forms and in the passive."""
    assert find(read_sentence(sentence), term, verb=True)


@pytest.mark.parametrize(
    ("term", "sentence"),
    [
        ("US", "They told us."),
        ("WHO", "who came"),
        ("foreign minister", "the foreign ministry"),
        ("negotiator", "the negotiations"),
        ("prime minister", "the minister, in his prime"),
        ("embassy", "the ambassador"),
        ("treaty", ""),
        ("official", "the office"),
        ("senior official", "a senior aide told the official"),
    ],
)
def test_what_is_not_found(term: str, sentence: str) -> None:
    """Other words of the same root, and pronouns, are not the term."""
    assert find(read_sentence(sentence), term) is None


def test_every_place_once() -> None:
    """All places of a term are given, each once, joined ones too."""
    text = "An exchange of prisoners, a prisoner exchange, cease-fires, cease fire"
    sentence = read_sentence(text)
    assert len(list(find_all(sentence, "prisoner exchange"))) == 2
    assert len(list(find_all(sentence, "ceasefire"))) == 2
    again = read_sentence("ceasefire, Ceasefires")
    assert len(list(find_all(again, "cease-fire"))) == 2


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("colour", "colors"),
        ("centre", "center"),
        ("analysed", "analyze"),
        ("cancelled", "canceled"),
        ("spokesman", "spokespeople"),
        ("memoranda", "memorandum"),
        ("defence", "defense"),
        ("judgement", "judgments"),
        ("adviser", "advisors"),
        ("labour", "labor"),
        ("dialogue", "dialog"),
        ("children", "child"),
        ("agencies", "agency"),
        ("boycotted", "boycott"),
        ("rebuffed", "rebuff"),
        ("nationalities", "nationality"),
    ],
)
def test_same_stem(left: str, right: str) -> None:
    """British and American, singular and plural have one stem."""
    assert stem(left) == stem(right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("negotiation", "negotiator"),
        ("office", "official"),
        ("nation", "nationality"),
        ("off", "of"),
    ],
)
def test_other_stem(left: str, right: str) -> None:
    """Words for other things keep stems of their own."""
    assert stem(left) != stem(right)
