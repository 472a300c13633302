"""Plain text: its title and paragraphs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from padanan.articles.plain import blocks

LINES = st.lists(
    st.sampled_from(("PBB", " ", "\n", "\n\n", "\r\n", "\t", "x" * 60, "\ufeff", "."))
).map("".join)


@given(LINES)
def test_between_blocks_is_only_white_space(text: str) -> None:
    """Blocks have all words of a text, and no white space at their ends."""
    last = 0
    for block in blocks(text):
        assert not text[last : block.start].strip("\ufeff \t\r\n")
        assert text[block.start : block.end].strip() == text[block.start : block.end]
        last = block.end
    assert not text[last:].strip("\ufeff \t\r\n")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("Satu.", [("paragraph", "Satu.")]),
        ("Judul\n\nSatu.", [("title", "Judul"), ("paragraph", "Satu.")]),
        ("Satu.\n\nDua.", [("paragraph", "Satu."), ("paragraph", "Dua.")]),
        ("\ufeff Judul \r\n\r\n Satu.", [("title", "Judul"), ("paragraph", "Satu.")]),
        ("Judul\nSatu.\nDua.",
         [("title", "Judul"), ("paragraph", "Satu."), ("paragraph", "Dua.")]),
        ("x" * 70 + "\ny.", [("paragraph", "x" * 70 + "\ny.")]),
        ("x" * 170 + "\n\nSatu.", [("paragraph", "x" * 170), ("paragraph", "Satu.")]),
    ],
)  # fmt: skip
def test_paragraphs(text: str, expected: list[tuple[str, str]]) -> None:
    """Empty lines part paragraphs; in texts that are not wrapped each line does."""
    found = [(block.role, text[block.start : block.end]) for block in blocks(text)]
    assert found == expected
