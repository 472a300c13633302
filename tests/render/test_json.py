"""JSON: the text is given where the file itself is not the text."""

from __future__ import annotations

from padanan.render.json import document
from tests.pages import page


def test_extracted_text_is_given() -> None:
    """Offsets into a web page's text come with that text; a text file is its own."""
    found = document(page("<p>Kata&nbsp;<b>PBB</b>", "a.html"))
    assert found["text"] == "Kata\u00a0PBB"
    assert found["annotations"][0]["start"] == 5
    assert "text" not in document(page("Kata PBB"))
