"""PDF: the paragraphs of an article, put together from the lines of its pages."""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING

from padanan.articles.paragraphs import Origin, Paragraph, article_of
from padanan.articles.pdf.columns import columns
from padanan.articles.pdf.heads import without_heads
from padanan.articles.pdf.lines import (
    Lines,
    continues,
    joined,
    lines_of,
    paragraphs_of,
    words_in,
)
from padanan.articles.pdf.pages import pages_of
from padanan.errors import DocumentError
from padanan.files.counts import counted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from padanan.articles.article import Article
    from padanan.articles.pdf.pages import LinePiece, PdfPage

KIND = "pdf"

_LARGE, _SMALL = 1.15, 0.9
"""How much higher than others the font of a heading is, and that of a note."""

_SCAN = "no text, only pictures of it (a scan) — read it by OCR first, e.g. ocrmypdf"
_NO_LETTERS = "its fonts do not say which letters they have — read it by OCR first"


def read(data: bytes, path: str, encoding: str | None = None) -> Article:
    """Return the text of a PDF file.

    Raises:
        DocumentError: it is no PDF, damaged, protected, a scan, or too large.
        MissingExtraError: the package that reads PDF is not installed.
    """
    pages = pages_of(data, path)
    _check(pages, path)
    found = put_together(pages)
    origin = Origin(path, KIND, data, encoding)
    return article_of(found, origin, tuple(_unread(pages)))


def _check(pages: Sequence[PdfPage], path: str) -> None:
    if not any(page.pieces for page in pages) and any(page.is_drawn for page in pages):
        raise DocumentError(_SCAN, path=path)
    text = "".join(one.text for page in pages for one in page.pieces)
    unknown = sum(_is_unknown(letter) for letter in text)
    if unknown > len(text) / 3:
        raise DocumentError(_NO_LETTERS, path=path)


def _is_unknown(letter: str) -> bool:
    return letter in "\0\ufffd\uffff" or "\ue000" <= letter <= "\uf8ff"


def _unread(pages: Sequence[PdfPage]) -> Iterator[str]:
    scans = [
        str(number)
        for number, page in enumerate(pages, 1)
        if page.is_drawn and not page.pieces
    ]
    if scans:
        more = ", …" if len(scans) > 3 else ""
        what = counted(len(scans), "page")
        yield f"{what} without text not read ({', '.join(scans[:3])}{more})"


def put_together(pages: Sequence[PdfPage]) -> tuple[Paragraph, ...]:
    """Return the paragraphs of pages; those that go on on the next page are one."""
    found = [list(_on_page(pieces)) for pieces in without_heads(pages)]
    every = [line for page in found for one in page for line in one.lines]
    if not every:
        return ()
    usual = median(
        line.height for line in every for _ in range(len(line.text) // 20 + 1)
    )
    known = words_in(every)
    largest = max(one.height for page in found for one in page)
    return tuple(
        _paragraph(one, joined(one.lines, known), usual, largest)
        for one in _running(found, usual)
    )


def _on_page(pieces: Sequence[LinePiece]) -> Iterator[Lines]:
    for column in columns(pieces):
        yield from paragraphs_of(list(lines_of(column)))


def _running(pages: Sequence[Sequence[Lines]], usual: float) -> Iterator[Lines]:
    """Yield paragraphs, those in one that run over columns; notes follow a page's."""
    last: Lines | None = None
    notes: list[Lines] = []
    for page in pages:
        for one in page:
            if last is not None and one.height < usual * _SMALL <= last.height:
                notes.append(one)
            elif last is not None and continues(last, one):
                last = Lines((*last.lines, *one.lines), one.room)
            else:
                yield from _both(last, notes)
                last, notes = one, []
    yield from _both(last, notes)


def _both(last: Lines | None, notes: Sequence[Lines]) -> Iterator[Lines]:
    if last is not None:
        yield last
    yield from notes


def _paragraph(one: Lines, text: str, usual: float, largest: float) -> Paragraph:
    if one.height > usual * _LARGE:
        is_title = one.height >= largest * 0.97
        return Paragraph(text, "heading", 1 if is_title else 2)
    return Paragraph(text)
