"""Words of a text, compiled or not."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from padanan.matching.native.cutting import cut


@given(st.text())
def test_words_are_runs_of_letters_and_digits(text: str) -> None:
    """The spans are those of an expression that does the same."""
    runs = re.finditer(r"[^\W_]+", text)
    assert [text[s:e] for s, e in cut(text)] == [run[0] for run in runs]
