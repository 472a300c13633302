"""What a translation must have that a similar one lacks."""

from __future__ import annotations

from padanan.translation.memory.differences import Differences, differences
from tests.worksheets import annotator


def told(sentence: str, known: str) -> Differences:
    """Return in what two sentences differ."""
    return differences(sentence, known, annotator().annotate)


def test_the_same_sentence_differs_in_nothing() -> None:
    """Neither numbers nor terms."""
    text = "Gencatan senjata pukul 06.00, 5 Mei."
    assert told(text, text) == Differences()


def test_numbers_and_terms() -> None:
    """Each side names what the other lacks; inflection is no difference."""
    found = told(
        "Pertukaran tahanan berlaku 5 Mei, 1.500 orang.",
        "Gencatan senjatanya berlaku 6 Mei, 1.500 orang.",
    )
    assert found.numbers == ("5",)
    assert found.needless_numbers == ("6",)
    assert found.terms == (("Pertukaran tahanan", "prisoner exchange"),)
    assert found.needless_terms == (("Gencatan senjatanya", "ceasefire"),)
    assert told("gencatan senjata itu", "gencatan senjatanya").terms == ()


def test_how_often_a_number_occurs_counts() -> None:
    """One five is not two."""
    assert told("5 dan 5", "5 dan 6").numbers == ("5",)
