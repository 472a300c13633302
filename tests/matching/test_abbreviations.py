"""Short forms that an article introduces itself."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from padanan.matching import abbreviations
from padanan.matching.abbreviations import introduced
from padanan.model import TermType
from tests.matching.small import NAME, annotator, concept, spans, texts

PBB = concept("PBB", "UN", NAME, TermType.ABBREVIATION)


@given(texts())
def test_full_forms_are_in_the_text(text: str) -> None:
    """The words that a short form stands for are those just before its bracket."""
    for short, (start, end) in introduced(text).items():
        assert 0 <= start < end
        assert text.find(short, end) >= end


@given(
    st.lists(
        st.sampled_from((
            "Badan", "Atom", "yang", "disebut", "terdikenal", "atau", "sebagai", " ",
            "  ", "_", "*", "“", "\n", ",", "\x85", "(", "-", "”",
        )),
        max_size=20,
    ).map("".join)
)  # fmt: skip
def test_what_stands_between_two_forms(words: str) -> None:
    """What is told quickly is what the pattern says."""
    between = abbreviations._BETWEEN.search(words, max(0, len(words) - 60))  # noqa: SLF001
    expected = words[: between.start()] if between else words
    assert abbreviations._before_marks(words) == expected  # noqa: SLF001


@given(st.text("AÉa1_- ", max_size=20))
def test_a_bracket_with_nothing_but_a_short_form(text: str) -> None:
    """What is told quickly is what the pattern says."""
    if abbreviations.is_short(text):
        match = abbreviations._SHORT.search(f"({text}")  # noqa: SLF001
        assert match is not None
        assert (match.start(), match["short"]) == (0, text)


@given(texts() | st.text("AÉa1_- \n", max_size=20))
def test_words_from_behind(text: str) -> None:
    """They are the words of the text, and stand where they are found."""
    found = list(abbreviations._from_behind(text))  # noqa: SLF001
    words = re.finditer(r"[^\W_]+", text)
    assert found[::-1] == [(match.start(), match[0]) for match in words]


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
        ("Badan Atom (International Atomic Energy Agency/IAEA)",
         "International Atomic Energy Agency"),
        ("the _World Health_\n_Organization_ (“WHO”)", "World Health_\n_Organization"),
        ("Partai Bulan Bintang, selanjutnya disebut (PBB)", "Partai Bulan Bintang"),
        ("Partai Bulan Bintang (selanjutnya disingkat PBB)", "Partai Bulan Bintang"),
        ("(Partai Bulan Bintang atau PBB)", "Partai Bulan Bintang"),
        ("Partai Bulan Bintang/PBB", None),
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


IAEA = concept(
    "IAEA", "International Atomic Energy Agency", NAME, TermType.ABBREVIATION
)


@pytest.mark.parametrize(
    "full",
    [
        "International Atomic Energy Agency (IAEA)",
        "_International Atomic\nEnergy Agency_ (*IAEA*)",
        "badan itu (“the International Atomic Energy Agency”/IAEA)",
        "International Atomic Energy Agency, selanjutnya disebut (“IAEA”)",
        "(International Atomic Energy Agency, disingkat IAEA)",
        "(International Atomic Energy Agency atau IAEA)",
        "(Internasional Atomic Energi Agency/IAEA)",
    ],
)
def test_a_full_form_in_english(full: str) -> None:
    """A short form that its own English name introduces is ours."""
    found = spans(annotator(IAEA).annotate(f"Ia menemui {full}. IAEA menolak."))
    assert found == ["IAEA", "IAEA"]


@pytest.mark.parametrize(
    "full",
    [
        "Ikatan Alumni Eropa dan Amerika (IAEA)",
        "Ikatan Alumni Eropa dan Amerika, selanjutnya disebut (“IAEA”)",
        "(Ikatan Alumni Eropa dan Amerika/IAEA)",
        "(_Ikatan Alumni Eropa_ dan _Amerika_, atau IAEA)",
    ],
)
def test_a_full_form_of_another_body(full: str) -> None:
    """However it is introduced, the short form of another body is not ours."""
    assert annotator(IAEA).annotate(f"Ia menemui {full}. IAEA menolak.") == ()


def test_another_spelling_of_the_english_name() -> None:
    """British and American spelling, and UN for United Nations, are one name."""
    who = concept("WHO", "World Health Organization", NAME, TermType.ABBREVIATION)
    un = concept("UNF", "UN Fund", NAME, TermType.ABBREVIATION)
    text = "World Health Organisation (WHO) dan United Nations Fund (UNF)"
    assert spans(annotator(who, un).annotate(text)) == ["WHO", "UNF"]
