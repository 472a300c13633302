"""What a spelling may stand for is the same wherever it stands, and however often."""

from __future__ import annotations

import pytest
from hypothesis import given

from padanan.matching import senses
from padanan.matching.compiled import Case
from padanan.matching.recogniser import Recogniser
from padanan.matching.senses import fits_case
from padanan.model import PartOfSpeech, Term, TermType
from tests.matching.small import TERMS, annotator, concept, spans, texts


@given(texts())
def test_a_text_reads_the_same_twice(text: str) -> None:
    """What was remembered changes nothing."""
    reader = annotator(*TERMS)
    assert reader.annotate(text) == reader.annotate(text)


def test_no_more_is_remembered_than_allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there are too many spellings the rest is worked out each time."""
    monkeypatch.setattr(senses, "MOST", 1)
    reader = annotator(concept("duta"), concept("misi"))
    for _ in range(2):
        assert spans(reader.annotate("duta DUTA Misi misi")) == [
            "duta",
            "DUTA",
            "Misi",
            "misi",
        ]
    assert isinstance(reader.engine, Recogniser)
    assert len(reader.engine._spellings) == 1  # noqa: SLF001 - what it keeps


@pytest.mark.parametrize(
    ("surface", "term", "case", "fits"),
    [
        ("gencatan senjata", "gencatan senjata", Case.FREE, True),
        ("Gedung Putih", "Gedung Putih", Case.CAPITALS, True),
        ("GEDUNG PUTIH", "Gedung Putih", Case.CAPITALS, True),
        ("Gedung putih", "Gedung Putih", Case.CAPITALS, False),
        ("Perserikatan Bangsa-bangsa", "Perserikatan Bangsa-Bangsa", Case.CAPITALS,
         True),
        ("majelis umum PBB", "Majelis Umum PBB", Case.CAPITALS, True),
        ("majelis umum pbb", "Majelis Umum PBB", Case.CAPITALS, False),
        ("Asean", "ASEAN", Case.CAPITALS, True),
        ("Pbb", "PBB", Case.CAPITALS, False),
        ("Asean", "ASEAN", Case.EXACT, False),
        ("non-blok", "non blok", Case.EXACT, True),
    ],
)  # fmt: skip
def test_capitals(surface: str, term: str, case: Case, *, fits: bool) -> None:
    """A name needs its capitals, an acronym all of them, from four letters on one."""
    assert fits_case(surface, term, case) is fits


def test_a_phrase_that_is_its_english_is_basic() -> None:
    """*World Bank* needs no English; an acronym, or the entry's own term, may."""
    bank = concept("Bank Dunia", "World Bank", PartOfSpeech.PROPER_NOUN)
    short = Term("World Bank Group", type=TermType.ABBREVIATION)
    english = Term("World Bank"), Term("World Bank Group")
    other = Term("World Bank", type=TermType.VARIANT)
    bank = bank._replace(terms=(*bank.terms, other, short), equivalents=english)
    reader = annotator(bank, concept("persona non grata", "persona non grata"))
    text = "Bank Dunia, World Bank, World Bank Group, persona non grata"
    found = ["Bank Dunia", "World Bank Group", "persona non grata"]
    assert spans(reader.annotate(text)) == found
    every = spans(reader.annotate(text, level="all"))
    assert every == ["Bank Dunia", "World Bank", "World Bank Group", found[2]]
    why = next(one for one in reader.explain(text) if one.losers)
    assert why.losers[0].reason == "English in the text, marked with --level all"
