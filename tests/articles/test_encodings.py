"""Articles in every Unicode encoding, with a byte order mark and without."""

from __future__ import annotations

import pytest

from padanan.articles import readers
from padanan.articles.marks import Mark

MARK = "\ufeff"
PAGES = {
    "a.txt": "Gencatan senjata berlaku.\n",
    "a.md": "# Nota\n\nGencatan senjata berlaku – lagi.\n",
    "a.html": "<html><head></head><body><p>Gencatan senjata.</p></body></html>\n",
    "b.html": "Gencatan senjata <b>lagi</b>",
    "c.html": " \n<p>Gencatan senjata",
}


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("mark", [MARK, ""])
@pytest.mark.parametrize(
    ("codec", "named"),
    [
        ("utf-8", None),
        ("utf-8", "utf-8-sig"),
        ("utf-16-le", None),
        ("utf-16-be", None),
        ("utf-16-le", "utf-16"),
        ("utf-16-be", "UTF-16"),
        ("utf-32-le", "utf-32"),
    ],
)
def test_a_mark_is_never_written_into_a_page(
    name: str, mark: str, codec: str, named: str | None
) -> None:
    """The output begins as the input does, and has no mark of byte order inside."""
    data = f"{mark}{PAGES[name]}".encode(codec)
    article = readers.read(data, name, named)
    at = article.text.index("Gencatan senjata")
    written = readers.write(article, (Mark(at, at + 16, "truce", "conflict"),))
    text = written.decode(codec)
    assert text.startswith(MARK) is bool(mark)
    assert MARK not in text.removeprefix(MARK)
    assert "truce" in text
    again = readers.read(written, name, named)
    assert "Gencatan senjata" in again.text


@pytest.mark.parametrize("name", PAGES)
def test_an_article_without_marks_keeps_its_bytes(name: str) -> None:
    """Nothing to mark, nothing changed, in UTF-16 too."""
    data = f"{MARK}{PAGES[name]}".encode("utf-16-be")
    assert readers.write(readers.read(data, name, "utf-16"), ()) == data


def test_a_letter_that_the_page_lacks_is_a_reference() -> None:
    """The English is written in characters that the encoding of the page has."""
    article = readers.read(b"<p>Nota", "a.html", "cp1252")
    written = readers.write(article, (Mark(0, 4, "ž ⟨", "law"),))
    assert b'title="\x9e &#10216;"' in written
