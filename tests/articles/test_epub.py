"""EPUB: the chapters of a book are read in the order of its spine."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from padanan.articles.readers import read, write
from padanan.errors import DocumentError
from padanan.files import limits
from padanan.files.first_bytes import kind_of
from tests.texts_only import TEXT, book, bound

if TYPE_CHECKING:
    from collections.abc import Callable

PIECES = (
    *("<p>PBB</p>", "<h1>Bab</h1>", "<b>a</b>", "<table><tr><td>x</td></tr></table>"),
    *('<p lang="en">The minister</p>', "<code>y</code>", "https://a.b/c "),
)


def test_chapters_come_in_the_order_of_the_spine() -> None:
    """The names and the places of the parts in the file do not matter."""
    data = book(
        "<h1>Satu</h1><p>Menlu <b>AS</b>.</p>", "<p>Dua.</p>", "", "<p>Tiga.</p>"
    )
    article = read(data, "a.epub")
    assert article.text == "Satu\n\nMenlu AS.\n\nDua.\n\nTiga."
    assert [block.role for block in article.blocks][:2] == ["title", "paragraph"]
    assert kind_of(data) == "epub"


def test_the_table_of_contents_is_left_out() -> None:
    """It says the headings once more."""
    data = book("<nav><ol><li>Satu</li></ol></nav>", "<h1>Satu</h1>", properties="nav")
    assert read(data, "a.epub").text == "Satu"


@given(st.lists(st.lists(st.sampled_from(PIECES), max_size=4).map("".join), max_size=3))
def test_a_book_says_what_its_pages_say(chapters: list[str]) -> None:
    """Text, blocks, masks and languages of a book are those of its pages, moved."""
    article = read(book(*chapters), "a.epub")
    pages = [read(f"<body>{each}</body>".encode(), "a.html") for each in chapters]
    assert article.text == "\n\n".join(page.text for page in pages if page.text)
    assert [_words(article, span[:2]) for span in article.masked] == [
        _words(page, span[:2]) for page in pages for span in page.masked
    ]
    assert [_words(article, span) for span in article.foreign] == [
        _words(page, span) for page in pages for span in page.foreign
    ]
    assert [(_words(article, block[:2]), block.role) for block in article.blocks] == [
        (_words(page, block[:2]), block.role) for page in pages for block in page.blocks
    ]
    tables = [block.cell.table for block in article.blocks if block.cell]
    assert tables == list(range(len(tables)))


def _words(article: object, span: tuple[int, int]) -> str:
    return str(getattr(article, "text")[slice(*span)])  # noqa: B009 - any article


def test_a_doctype_is_passed_over() -> None:
    """Books of version 2 have one in their tables, and some in the package."""
    data = book(
        "<p>Damai.</p>",
        more={
            "META-INF/container.xml": '<!DOCTYPE x PUBLIC "-//X//EN" "http://a/x.dtd">'
            '<container><rootfile full-path="OEBPS/content.opf"/></container>'
        },
    )
    assert read(data, "a.epub").text == "Damai."


def test_a_chapter_that_is_not_there() -> None:
    """What the spine names and the file lacks is told of."""
    package = (
        '<package><manifest><item id="a" href="bab%201.xhtml" '
        'media-type="application/xhtml+xml"/><item id="b" href="x.xhtml" '
        'media-type="application/xhtml+xml"/></manifest><spine><itemref idref="b"/>'
        '<itemref idref="a"/></spine></package>'
    )
    article = read(book("<p>Damai.</p>", more={"OEBPS/content.opf": package}), "a.epub")
    assert article.text == "Damai."
    assert article.unread == ("1 chapter not read: no page, or not in the file",)


ENCRYPTION = (
    "<encryption><EncryptedData><CipherData><CipherReference URI='{}'/></CipherData>"
    "</EncryptedData></encryption>"
)


def test_a_protected_book_is_refused() -> None:
    """Encrypted chapters are refused; encrypted fonts are nobody's business."""
    name = "META-INF/encryption.xml"
    fonts = book("<p>Damai.</p>", more={name: ENCRYPTION.format("OEBPS/a.otf")})
    assert read(fonts, "a.epub").text == "Damai."
    locked = book("<p>x</p>", more={name: ENCRYPTION.format("OEBPS/bab%201.xhtml")})
    with pytest.raises(DocumentError, match="protected by its seller"):
        read(locked, "a.epub")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"PK\x03\x04",
        bound(TEXT)[:200],
        book("", more={"META-INF/container.xml": "<container/>"}),
        book("", more={"META-INF/container.xml": "x"}),
        book(
            "", more={"OEBPS/content.opf": "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"}
        ),
    ],
)
def test_what_is_no_book_is_refused(data: bytes) -> None:
    """Damaged files are told in one line."""
    with pytest.raises(DocumentError, match="no EPUB, or a damaged one"):
        read(data, "a.epub")


def test_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    """Chapters unpack to so much; what is not read does not count."""
    large = {"OEBPS/foto.jpg": "x" * 5_000}
    data = book("<p>Damai.</p>", more=large)
    monkeypatch.setattr(limits, "BOOK", 3_000)
    assert read(data, "a.epub").text == "Damai."
    with pytest.raises(DocumentError, match="unpacks to more than"):
        read(book("<p>Damai.</p>" * 500), "a.epub")


def test_the_character_zero_is_not_written() -> None:
    """A text that begins with it would be read as UTF-16."""
    article = read(book("<p>\0Menlu</p>"), "a.epub")
    assert article.text == "\0Menlu"
    assert write(article, ()).decode() == "\ufffdMenlu"


@pytest.mark.parametrize("change", [str.upper, str.lower, str.title])
def test_names_of_parts_in_another_case(change: Callable[[str], str]) -> None:
    """Some programs pack names in another case than the one they are called by."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(bound("Menlu tiba."))) as found,
        zipfile.ZipFile(out, "w") as made,
    ):
        for name in found.namelist():
            made.writestr(change(name), found.read(name))
    assert read(out.getvalue(), "a.epub").text == "Menlu tiba."
