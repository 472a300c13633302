"""Passages that an article declares to be in another language have no terms."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import docx
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from padanan.articles.docx import document as word
from padanan.articles.html import document as html

if TYPE_CHECKING:
    from padanan.articles.article import Article

INDONESIAN = "Duta besar itu menyampaikan nota diplomatik kepada Menteri Luar Negeri."


def page(source: str) -> Article:
    """Return a page."""
    return html.read(source.encode(), "a.html")


def foreign(article: Article) -> list[str]:
    """Return the passages in other languages."""
    return [article.text[start:end] for start, end in article.foreign]


@pytest.mark.parametrize(
    ("source", "passages"),
    [
        ("<p>a <i lang=en>note verbale</i> b", ["note verbale"]),
        ("<p>a <i xml:lang='fr-CA'>note</i> b", ["note"]),
        ("<p lang=ms>nota", ["nota"]),
        ("<p lang=id>nota", []),
        ("<p lang=in-ID>nota", []),
        ("<p lang=''>nota", []),
        ("<p data-lang=en>nota", []),
        ("<div lang=en>the <span lang=id>nota</span> and", ["the ", " and"]),
        ("<div lang=en><p lang=id>nota</div><p>nota", []),
        ("<div lang=en>the<p>note</div>nota", ["the\n\nnote"]),
        ("<p>a <q lang=en>note<p>nota", ["note\n\nnota"]),  # never closed
    ],
)
def test_pages(source: str, passages: list[str]) -> None:
    """What an element says holds for all in it, unless an inner one says otherwise."""
    assert foreign(page(source)) == passages


@pytest.mark.parametrize("root", ["<html lang=en>", "<body lang=en-US>"])
def test_a_page_in_another_language_is_read(root: str) -> None:
    """Many programs write that every page is English: it is read, and that is said."""
    article = page(f"{root}<p>nota<p lang=en>duta<p lang=fr>la note")
    assert foreign(article) == ["la note"]
    told = "a.html: it says that it is in “en”; it is read as Indonesian"
    assert article.notices == (told,)


def test_sentences_are_told() -> None:
    """A name or a link is not worth a word; a sentence is."""
    assert page("<p>a <a lang=en>English</a>").notices == ()
    said = "<p lang=en>The envoy said so.<p lang=fr>Il est venu hier."
    assert page(said).languages == (
        "2 passages in “en”, “fr” have no terms: they are not Indonesian",
    )


def test_a_translation_is_not_blotted_out() -> None:
    """An English page that says so is its text all the same."""
    article = page("<article lang=en>A truce holds.</article>")
    assert article.prose == "A truce holds."
    assert article.readable == "\ufffc" * 14


def document(*paragraphs: tuple[tuple[str, str], ...]) -> Article:
    """Return a document whose paragraphs have runs with their languages."""
    made, stream = docx.Document(), io.BytesIO()
    for runs in paragraphs:
        paragraph = made.add_paragraph()
        for text, code in runs:
            run = paragraph.add_run(text)
            mark = OxmlElement("w:lang")
            mark.set(qn("w:val"), code)
            run._r.get_or_add_rPr().append(mark)  # noqa: SLF001 -- python-docx has no other way
    made.save(stream)
    return word.read(stream.getvalue(), "a.docx")


@pytest.mark.parametrize(
    ("paragraphs", "passages"),
    [
        ((((INDONESIAN, "id-ID"),), (("The nota was delivered.", "en-GB"),)),
         ["The nota was delivered."]),
        # Written with an English keyboard: most of it, a word of it, a paragraph of it.
        ((((INDONESIAN, "en-US"),), (("The nota was delivered.", "en-US"),)), []),
        ((((INDONESIAN, "id-ID"),), (("Nota ", "en-US"), ("itu sah.", "id"))), []),
        ((((INDONESIAN, "id-ID"),), (("Nota itu di Jakarta.", "en-US"),)), []),
    ],
)  # fmt: skip
def test_documents(
    paragraphs: tuple[tuple[tuple[str, str], ...], ...], passages: list[str]
) -> None:
    """Word's marks count for whole paragraphs of a document that is Indonesian."""
    assert foreign(document(*paragraphs)) == passages
