"""Short forms that an article introduces itself."""

from __future__ import annotations

import pytest
from hypothesis import given

from padanan.matching.abbreviations import introduced
from padanan.model import TermType
from tests.matching.small import NAME, annotator, concept, spans, texts

PBB = concept("PBB", "UN", NAME, TermType.ABBREVIATION)


@given(texts())
def test_full_forms_are_in_the_text(text: str) -> None:
    """The words that a short form stands for are those just before its bracket."""
    for short, (start, end) in introduced(text).items():
        assert 0 <= start < end
        assert text[end:].lstrip().startswith(f"({short})")


@pytest.mark.parametrize(
    ("text", "full"),
    [
        ("Pajak Bumi dan Bangunan (PBB)", "Pajak Bumi dan Bangunan"),
        ("oleh Perserikatan Bangsa-Bangsa (PBB)", "Perserikatan Bangsa-Bangsa"),
        ("Organisasi Kerja Sama Islam (OKI)", None),
        ("Badan Energi Atom Internasional (IAEA)", None),
        ("Menteri Luar Negeri (AS)", None),
        ("(PBB)", None),
        ("Partai Bulan Bintang (PBB), lalu Pajak Bumi Bangunan (PBB)",
         "Partai Bulan Bintang"),
        ("Uni Emirat Arab (UEA)", "Uni Emirat Arab"),
        ("Komite untuk Urusan Luar Negeri (KULN)", "Komite untuk Urusan Luar Negeri"),
    ],
)  # fmt: skip
def test_what_a_short_form_stands_for(text: str, full: str | None) -> None:
    """Only words whose initials spell the short form are its full form."""
    found = [text[slice(*span)] for span in introduced(text).values()]
    assert found == ([full] if full else [])


def test_another_meaning_holds_for_the_whole_article() -> None:
    """Where the article means the tax, no PBB in it is the organisation."""
    text = "PBB naik.\n\nPajak Bumi dan Bangunan (PBB) naik.\n\nTarif PBB naik."
    assert annotator(PBB).annotate(text) == ()


def test_another_meaning_ends_with_the_article() -> None:
    """The next article is read afresh."""
    reader = annotator(PBB)
    reader.annotate("Pajak Bumi dan Bangunan (PBB)")
    assert spans(reader.annotate("PBB bersidang.")) == ["PBB"]


def test_a_full_form_of_our_own() -> None:
    """Where the full form is the same concept, both are found."""
    both = concept("Perserikatan Bangsa-Bangsa", "United Nations", NAME)
    reader = annotator(
        type(both)(
            both.id, both.domain, (*both.terms, *PBB.terms), both.equivalents, NAME
        )
    )
    text = "Perserikatan Bangsa-Bangsa (PBB) bersidang. PBB menunda."
    assert len(reader.annotate(text)) == 3
