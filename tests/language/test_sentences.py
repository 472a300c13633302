"""Where sentences end, roughly, and what a headline is."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given

from padanan.language.segment import ABBREVIATIONS
from padanan.language.sentences import (
    SHORTENED,
    is_headline,
    sentence_ends,
    sentence_span,
)
from padanan.language.tables import rows
from tests.matching.small import texts


@given(texts())
def test_sentences_cover_a_text(text: str) -> None:
    """Breaks lie inside the text in order, and each offset is in its sentence."""
    breaks = sentence_ends(text)
    assert all(a < b for a, b in pairwise((0, *breaks)))
    assert all(at <= len(text) for at in breaks)
    for at in range(len(text)):
        first, last = sentence_span(breaks, at, at + 1, len(text))
        assert first <= at < last <= len(text)


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Ia tiba. Kami pulang.", ["Ia tiba. ", "Kami pulang."]),
        ("Benarkah? “Ya,” katanya.", ["Benarkah? ", "“Ya,” katanya."]),
        ("Kata Dr. Marty dan H. R. Rasuna.", ["Kata Dr. Marty dan H. R. Rasuna."]),
        ("Kata Plt. Menlu itu. Ia tiba.", ["Kata Plt. Menlu itu. ", "Ia tiba."]),
        ("Presiden George W. Bush tiba.", ["Presiden George W. Bush tiba."]),
        ("Pukul 10.30 WIB.", ["Pukul 10.30 WIB."]),
        ("Resolusi No. 1701 berlaku.", ["Resolusi No. 1701 berlaku."]),
        ("Judul Berita\nIsi berita.", ["Judul Berita\n", "Isi berita."]),
        ("Kuasa\nusaha itu tiba.", ["Kuasa\nusaha itu tiba."]),
        ("Satu!” Dua.", ["Satu!” ", "Dua."]),
        ("", [""]),
    ],
)
def test_where_sentences_end(text: str, sentences: list[str]) -> None:
    """Stops end sentences, but not those of initials and titles, nor wrapped lines."""
    ends = (0, *sentence_ends(text), len(text))
    assert [text[a:b] for a, b in pairwise(ends)] == sentences


@pytest.mark.parametrize(
    ("text", "word", "headline"),
    [
        ("Rusia kecam AS\n\nMoskow.", "kecam", True),
        ("Rusia kecam AS", "kecam", True),
        ("Kami kecam serangan itu.", "kecam", False),
        ("Isi:\nRusia kecam AS", "kecam", True),
        (f"Rusia kecam AS {'x ' * 100}", "kecam", False),
    ],
)
def test_headlines(text: str, word: str, *, headline: bool) -> None:
    """A short line without a stop is a headline."""
    start = text.index(word)
    assert is_headline(text, start, start + len(word)) is headline


def test_the_quick_cutter_knows_no_other_abbreviations() -> None:
    """What shortens a sentence here is an abbreviation of the table that all share."""
    known = {abbreviation.lower() for abbreviation, *_ in rows(ABBREVIATIONS)}
    assert {f"{word.lower()}." for word in SHORTENED} <= known
