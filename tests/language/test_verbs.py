"""A word that may be noun or verb is a verb where its form or its neighbour says so."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from padanan.language.verbs import is_verb


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("They will *dialogue*", True),
        ("he agreed to *dialogue*", True),
        ("to *dialogue*", True),
        ("is open to *dialogue*", False),
        ("a return to *dialogue*", False),
        ("the *dialogue*", False),
        ("*Dialogue*", False),
        ("He left. They spoke; *dialogue*", False),
        ("Should. *Dialogue*", False),
        ("*dialoguing*", True),
    ],
)
def test_verbs(text: str, verb: bool) -> None:  # noqa: FBT001 -- a column of the table
    """Stars mark the word."""
    before, word, _ = text.split("*")
    span = (len(before), len(before) + len(word))
    assert is_verb(text.replace("*", ""), span) is verb


@given(st.text(max_size=60), st.integers(0, 60), st.integers(0, 60))
def test_any_text(text: str, start: int, end: int) -> None:
    """No text and no place in it is an error."""
    is_verb(text, (min(start, end), max(start, end)))
