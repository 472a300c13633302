"""Forms of Indonesian terms: every inflection, no derivation."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from padanan.language.indonesian import (
    BOUND_FORMS,
    KINDS,
    SPLITTABLE,
    clitic_end,
    forms,
    stems,
)
from padanan.language.normalise import WORD_BYTES, fold
from padanan.model import PartOfSpeech, TermType
from tests.matching.small import annotator, concept

MORPHOLOGY = Path(__file__).parents[1] / "data" / "morphology.tsv"
RECALL = PRECISION = 0.99
"""Floors over the words of the table."""

NOUN, VERB, NAME = PartOfSpeech.NOUN, PartOfSpeech.VERB, PartOfSpeech.PROPER_NOUN
POS = {"noun": NOUN, "verb": VERB, "name": NAME, "abbreviation": NAME,
       "adjective": PartOfSpeech.ADJECTIVE}  # fmt: skip


class Row(NamedTuple):
    """A word that is, or is not, a form of a term."""

    term: str
    pos: str
    is_form: bool
    word: str


def table() -> list[Row]:
    """Return the words of the table."""
    lines = MORPHOLOGY.read_text(encoding="utf-8").splitlines()
    cells = [line.split("\t") for line in lines if not line.startswith("#")]
    return [
        Row(term, pos, answer == "yes", word)
        for term, pos, answer, words in cells
        for word in words.split("|")
    ]


def is_found(row: Row) -> bool:
    """Tell whether recognition takes the whole word for the term, in a sentence."""
    kind = TermType.ABBREVIATION if row.pos == "abbreviation" else TermType.FULL
    reader = annotator(concept(row.term, pos=POS[row.pos], kind=kind))
    found = reader.annotate(f"Kata mereka, {row.word} itu sudah lama.")
    return row.word in {one.text for one in found}


def test_morphology_reaches_its_floors() -> None:
    """Inflected and respelt words are found, derived and similar ones are not."""
    rows = table()
    missed = [row for row in rows if row.is_form and not is_found(row)]
    wrong = [row for row in rows if not row.is_form and is_found(row)]
    found = sum(row.is_form for row in rows) - len(missed)
    assert found / (found + len(missed)) >= RECALL, missed
    assert found / (found + len(wrong)) >= PRECISION, wrong
    assert sum(row.is_form for row in rows) >= 100
    assert sum(not row.is_form for row in rows) >= 100


@given(st.text("abdegkmnrsuy -", min_size=1, max_size=20).filter(str.strip))
def test_the_term_itself_is_the_first_form(term: str) -> None:
    """Forms are single-spaced lower case, each once, the term's own first."""
    for pos in (NOUN, VERB):
        found = forms(term, pos)
        assert found[0] == (" ".join(term.replace("-", " ").split()), "base")
        assert len({form.text for form in found}) == len(found)
        assert all(form.kind in KINDS for form in found)
        assert all(form.text == " ".join(form.text.lower().split()) for form in found)


@given(
    st.sampled_from(["nya", "ku", "mu", ""]), st.sampled_from(["lah", "kah", "pun", ""])
)
def test_clitics_end_a_word(person: str, particle: str) -> None:
    """A clitic of person and then a particle end a word, in this order alone."""
    data = fold(f"usaha{person}{particle}").data
    end = clitic_end(data, 6)
    assert end == (len(data) - 1 if person or particle else -1)
    wrong = fold(f"usaha{particle}{person}").data
    if person and particle:
        assert clitic_end(wrong, 6) == -1


def test_only_letters_and_digits_go_on_with_a_clitic() -> None:
    """Behind a sign of Latin-1 a clitic ends, behind a letter or number it does not."""
    for code in range(256):
        data = fold(f"usahanya{chr(code)}").data
        assert clitic_end(data, 6) == (-1 if data[9] in WORD_BYTES else 9)


@pytest.mark.parametrize(
    ("verb", "expected"),
    [
        ("mengecam", {"kecam", "ecam"}),
        ("menyambut", {"sambut"}),
        ("menolak", {"tolak", "nolak"}),
        ("memutuskan", {"putuskan", "mutuskan"}),
        ("memakzulkan", {"pakzulkan", "makzulkan"}),
        ("memediasi", {"pediasi", "mediasi"}),
        ("memperpanjang", {"perpanjang"}),
        ("memfasilitasi", {"fasilitasi"}),
        ("memveto", {"veto"}),
        ("memboikot", {"boikot"}),
        ("mengesahkan", {"sahkan"}),
        ("menggulingkan", {"gulingkan"}),
        ("menghormati", {"hormati"}),
        ("mengklaim", {"klaim"}),
        ("mendukung", {"dukung"}),
        ("mencabut", {"cabut"}),
        ("menjatuhkan", {"jatuhkan"}),
        ("menzalimi", {"zalimi"}),
        ("melantik", {"lantik"}),
        ("meratifikasi", {"ratifikasi"}),
        ("mewakili", {"wakili"}),
        ("menuntut", {"tuntut", "nuntut"}),
        ("berunding", set()),
        ("setuju", set()),
    ],
)
def test_stems_behind_the_nasal(verb: str, expected: set[str]) -> None:
    """The nasal of meN- gives back the consonant that it replaced."""
    assert set(stems(verb)) == expected


@pytest.mark.parametrize(
    ("term", "pos", "kind", "expected"),
    [
        ("kerja sama", NOUN, TermType.FULL, ["kerja sama", "kerjasama"]),
        ("PBB", NAME, TermType.ABBREVIATION, ["pbb"]),
        ("Gedung Putih", NAME, TermType.FULL, ["gedung putih"]),
        ("non-blok", None, TermType.FULL, ["non blok", "nonblok"]),
        ("antarnegara", None, TermType.FULL, ["antarnegara", "antar negara"]),
        ("mengecam", VERB, TermType.FULL,
         ["mengecam", "diecam", "dikecam", "kecam"]),
    ],
)  # fmt: skip
def test_forms(
    term: str, pos: PartOfSpeech | None, kind: TermType, expected: list[str]
) -> None:
    """A term has the forms that newspapers print."""
    assert [form.text for form in forms(term, pos, kind)] == expected


def test_what_is_taken_apart_is_a_bound_form() -> None:
    """The forms that are looked for apart are among those that are joined by rule."""
    assert set(SPLITTABLE) <= set(BOUND_FORMS)


def test_reduplicated_words_are_not_joined() -> None:
    """*undang-undang* has no form *undangundang*."""
    assert [form.text for form in forms("undang-undang", NOUN)] == ["undang undang"]
