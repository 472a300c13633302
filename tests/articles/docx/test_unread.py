"""What of a Word document is not read is told."""

from __future__ import annotations

import pytest

from padanan.articles.docx.document import read
from padanan.articles.docx.package import W
from tests.word import P, T, raw

DRAWING = (
    '<w:r><w:drawing><a:t xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    "nota</a:t></w:drawing></w:r>"
)
FORMULA = (
    '<m:t xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math">x</m:t>'
)


HIDDEN = '<w:r><w:rPr><w:vanish w:val="{}"/></w:rPr><w:t> duta besar</w:t></w:r>'


def header(text: str) -> str:
    """Return a part that is a header."""
    return f'<w:hdr xmlns:w="{W}">{P(T(text))}</w:hdr>'


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (raw(P(T("nota")) + "<w:altChunk/>"), "1 embedded document not read"),
        (raw(P(T("nota")) + "<w:altChunk/><w:subDoc/>"), "2 embedded documents"),
        (raw(P(T("nota") + DRAWING)), "text in drawings"),
        (raw(P(T("nota")), chart="<c/>"), "charts"),
        (raw(P(T("nota") + FORMULA)), "formulas"),
        (raw(P(T("nota")), header=header("Nota")), "headers and footers"),
        (raw(P(T("nota")), footer=header("Nota")), "headers and footers"),
        (raw(P(T("nota")), comments=header("Nota")), "comments not read"),
        (raw(P(T("nota") + HIDDEN.format("1"))), "hidden text has no terms"),
    ],
)
def test_what_is_not_read_is_told_once(data: bytes, told: str) -> None:
    """A document that has more than its text says so, in a sentence for each kind."""
    article = read(data, "a.docx")
    (sentence,) = article.unread
    assert told in sentence
    assert article.notices == (f"a.docx: {sentence}",)


@pytest.mark.parametrize(
    "data", [raw(P(T("nota"))), raw(P(T("a")), header=header("– 1 –"))]
)
def test_nothing_is_told_of_nothing(data: bytes) -> None:
    """The number of a page is no text that anybody misses."""
    assert read(data, "a.docx").unread == ()


@pytest.mark.parametrize(("value", "count"), [("1", 1), ("true", 1), ("0", 0)])
def test_hidden_text_has_no_terms(value: str, count: int) -> None:
    """What Word does not show is not annotated; its place in the text stays."""
    article = read(raw(P(T("nota") + HIDDEN.format(value))), "a.docx")
    assert article.text == "nota duta besar"
    assert article.readable.count("\ufffc") == count * len(" duta besar")
