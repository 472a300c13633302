"""Which of the two languages a text is in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from padanan.language.guess import guess


@given(st.text())
def test_any_text(text: str) -> None:
    """Every text is in one of the two, and capitals do not matter for plain letters."""
    assert guess(text) in {"id", "en"}
    letters = "".join(sign if sign.isascii() else " " for sign in text)
    assert guess(letters) == guess(letters.upper())


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Perundingan dilanjutkan besok", "id"),
        ("Menlu AS: “We are ready.” Pernyataannya disambut di Jenewa.", "id"),
        ("Kata “the” tidak diterjemahkan", "id"),
        ("Talks resumed on Monday", "en"),
        ("Ambassador to Indonesia named", "en"),
        ("He spoke of the Pancasila and of bhinneka tunggal ika", "en"),
        ("Jakarta", "id"),
        ("", "id"),
    ],
)
def test_texts(text: str, language: str) -> None:
    """The language is that of most small words; of a bare name it is Indonesian."""
    assert guess(text) == language
