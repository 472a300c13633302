"""Names, and whether two spellings are of one name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from padanan.language.persons import folded, is_variant, misspelt_among, names

WORDS = st.text("abcdehiosy-’é", min_size=1, max_size=10)


@given(st.text(max_size=80))
def test_names_lie_in_the_text(text: str) -> None:
    """Each word stands where it says."""
    for name in names(text):
        assert len(name) > 1
        assert all(text[word.start : word.end] == word.text for word in name)


@given(WORDS, WORDS)
def test_both_ways(one: str, other: str) -> None:
    """Spellings are compared without an order, and a word is no mistake for itself."""
    assert is_variant(one, other) is is_variant(other, one)
    assert is_variant(one, one)
    assert not misspelt_among(one, [folded(one)])


@pytest.mark.parametrize(
    ("one", "other"),
    [("Syarif", "Sharif"), ("Husni", "Hosni"), ("Al-Assad", "Assad"),
     ("Mahmoud", "Mahmud"), ("Soekarno", "Sukarno"), ("Erdoğan", "Erdogan")],
)  # fmt: skip
def test_conventions(one: str, other: str) -> None:
    """Spellings of two conventions are one name."""
    assert is_variant(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Rubio", "Rubbio"), ("Rubio", "Ruboi"), ("Lavrov", "Lavrow’s"),
     ("Zelenskyy", "Zelensky"), ("Guterres", "Gutteres")],
)  # fmt: skip
def test_mistakes(one: str, other: str) -> None:
    """A letter or two that are wrong are a mistake."""
    assert misspelt_among(one, [folded(other)]) == (0,)
    assert folded(one) != folded(other)
