"""Raised numbers of notes are no part of the word before them."""

from __future__ import annotations

import pytest

from padanan.articles.raised import as_signs, raised_notes
from padanan.articles.readers import read


@pytest.mark.parametrize(
    ("page", "readable"),
    [
        ("<p>senjata<sup>1</sup> usai", "senjata\ufffc usai"),
        ("<p>senjata<sup><a href='#n'>12</a></sup>.", "senjata\ufffc\ufffc."),
        ("<p>senjata<a href='#n'>[3]</a> usai", "senjata\ufffc\ufffc\ufffc usai"),
        ("<p>senjata.<sup>a</sup>", "senjata.\ufffc"),
        ("<p>senjata<sup>*</sup>", "senjata\ufffc"),
        ("<p>ke-17<sup>th</sup>", "ke-17th"),
        ("<p>lihat <a href='#n'>3</a>", "lihat 3"),
        ("<p>Pasal 3<a href='x'>4</a>", "Pasal 34"),
        ("<p>senjata<sub>1</sub> usai", "senjata\ufffc usai"),
        ("<p>CO<sub>2</sub> dan H<sub>2</sub>O", "CO2 dan H2O"),
        ("<p>emisi <sub>2</sub>", "emisi 2"),
        ("<p><sup>1</sup> Catatan", "1 Catatan"),
    ],
)
def test_notes_in_a_page(page: str, readable: str) -> None:
    """What is raised behind a word, or leads to a note, is not looked at."""
    assert read(page.encode(), "a.html").readable == readable


def test_a_worksheet_says_what_is_raised() -> None:
    """In a text without formats the number has characters of its own."""
    article = read(b"<p>senjata<sup>[12]</sup> usai", "a.html")
    spans = tuple(raised_notes(article.text, article.blocks))
    assert as_signs(article.text, spans) == "senjata[¹²] usai"
