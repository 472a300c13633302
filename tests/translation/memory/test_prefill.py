"""Earlier translations are offered for what is the same or similar."""

from __future__ import annotations

from dataclasses import replace

import pytest

from padanan.translation.units import Unit
from padanan.translation.worksheet import Suggestion
from tests.worksheets import worksheet

SAME = Unit("1", "Menlu AS tiba di Istanbul.", "The Secretary of State arrived.")


def offered(*memory: Unit, text: str = SAME.source) -> Suggestion | None:
    """Return what a memory offers for a sentence."""
    return worksheet(text, *memory).units[0].suggestion


def test_the_same_sentence_is_translated() -> None:
    """An exact match is confirmed, whatever its white space."""
    wide = replace(SAME, source="Menlu AS\ttiba  di Istanbul. ")
    unit = worksheet(SAME.source, wide).units[0]
    assert unit.target == SAME.target
    assert not unit.fuzzy


@pytest.mark.parametrize(
    ("text", "score"),
    [
        ("Menlu AS tiba di Istanbul!", 96),
        ("Menlu Rusia tiba di Istanbul.", 87),
        ("Menlu AS bertolak dari Ankara.", None),
    ],
)
def test_a_similar_sentence_is_a_suggestion(text: str, score: int | None) -> None:
    """How alike the sentences are is said in per cent; little alike is no help."""
    offer = offered(SAME, text=text)
    assert (offer.score if offer else None) == score
    assert offer is None or not offer.confirmed


def test_what_differs_is_never_all_alike() -> None:
    """One letter in a very long sentence does not round to 100."""
    text = "a" * 1_000
    offer = offered(Unit("1", f"{text}b", "x"), text=text)
    assert offer is not None
    assert offer.score == 99


def test_doubts_are_kept() -> None:
    """A translation that was fuzzy in the memory is fuzzy again."""
    offer = offered(replace(SAME, fuzzy=True))
    assert offer == Suggestion(100, SAME.source, SAME.target, confirmed=False)


def test_the_first_confirmed_translation_counts() -> None:
    """Of several translations the first is taken that nobody doubts."""
    doubted = replace(SAME, target="Doubted.", fuzzy=True)
    offer = offered(doubted, SAME, replace(SAME, target="Later."))
    assert offer is not None
    assert offer.target == SAME.target


@pytest.mark.parametrize("empty", ["", "  ", "\x07"])
def test_no_translation_is_no_help(empty: str) -> None:
    """An empty unit of the memory, or one that is not aligned, is passed over."""
    assert offered(replace(SAME, target=empty)) is None
    assert offered(replace(SAME, aligned=False)) is None
