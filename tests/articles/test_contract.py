"""What every reader keeps: text out equals text in once annotations are removed."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, get_args

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from padanan.articles.article import Role, RunKind
from padanan.articles.marks import BRACKETED
from padanan.articles.readers import READERS, read, reader_for, write
from padanan.errors import DocumentError
from padanan.language.segment import segment
from padanan.render import same
from tests import open_document
from tests.pages import ARTICLE, page
from tests.texts_only import MADE
from tests.word import P, R, T, raw, report, saved

if TYPE_CHECKING:
    from padanan.articles.article import Article, Block, Run
    from padanan.articles.readers import Reader

HOSTILE = (
    "PBB <b>PBB</b> & &amp; ⟦PBB⟧ {{ PBB }} \\PBB\\ *PBB* _PBB_ `PBB` [PBB](PBB)",
    "\u202ePBB\u202c \u200fPBB \u00ad\u200bPBB e\u0301 İ 𐍈 😀 PBB",
    "  gencatan \u00a0 senjata  ",
    "gencatan-senjata PBB-konsul anti-PBB",
    "]]> <!-- PBB --> <?x PBB ?>",
)


def made(kind: str, text: str) -> bytes:
    """Return an article of one paragraph in a format."""
    if kind == "docx":
        document = docx.Document()
        document.add_paragraph(text)
        return saved(document)
    if kind == "odt":
        return open_document.said(text)
    if kind in MADE:
        return MADE[kind](text)
    if kind == "html":
        return text.replace("&", "&amp;").replace("<", "&lt;").encode()
    return text.encode()


@pytest.fixture(params=READERS, ids=lambda reader: reader.name)
def reader(request: pytest.FixtureRequest) -> Reader:
    """Each reader."""
    found: Reader = request.param
    return found


@pytest.mark.parametrize("text", [*HOSTILE, ARTICLE.replace("\n", " "), ""])
def test_text_out_is_text_in(reader: Reader, text: str) -> None:
    """An annotated article without its annotations says what it said."""
    one = page(made(reader.name, text), f"a{reader.endings[0]}")
    ending = ".txt" if reader.text_only else reader.endings[0]
    out = read(same.render(one, "brackets"), f"a{ending}")
    assert BRACKETED.sub("", out.text) == one.article.text


def test_without_marks_the_bytes_stay(reader: Reader) -> None:
    """Nothing to mark means nothing to change."""
    data = made(reader.name, HOSTILE[0])
    article = read(data, f"a{reader.endings[0]}")
    assert write(article, ()) == (article.text.encode() if reader.text_only else data)


def test_spans_are_faithful(reader: Reader) -> None:
    """Annotations and blocks are spans of the article's text."""
    for text in HOSTILE:
        one = page(made(reader.name, text), f"a{reader.endings[0]}")
        for found in one.annotations:
            assert one.article.text[found.start : found.end] == found.text
        for block in one.article.blocks:
            assert 0 <= block.start < block.end <= len(one.article.text)


def look(properties: str, text: str) -> str:
    """Return a run of Word that looks so."""
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


PARAGRAPHS = (
    T("PBB"),
    look("<w:b/>", "a") + T("b"),
    look("<w:b/><w:i/>", "a") + look("<w:i/>", "b") + look("<w:b/>", "c"),
    '<w:hyperlink w:anchor="x">' + T("a") + look("<w:u/>", "b") + "</w:hyperlink>",
    T("a") + R('<w:footnoteReference w:id="1"/>') + look("<w:b/>", "b"),
    R("<w:drawing/>"),
    "<w:pPr><w:numPr/></w:pPr>" + T("a"),
)
ROW = "".join(f"<w:tc>{P(paragraph)}</w:tc>" for paragraph in PARAGRAPHS)
MARKED_UP: dict[str, tuple[str, ...]] = {
    "text": ("Judul", "\n", "\n\n", "PBB ", "- ", "."),
    "markdown": (
        *("PBB ", "*", "**", "_", "`", "[", "](x)", "[^1]", "[^1]: ", "\n", "\n\n"),
        *("# ", "- ", "  - ", "> ", "~~", "```\n", "<b>", "\\", "| a | b |\n|-|-|\n"),
    ),
    "html": (
        *("PBB ", " ", "<b>", "</b>", "<i>", "</i>", "<a href=x>", "</a>", "<code>"),
        *("</code>", "<p>", "</p>", "<h2>", "</h2>", "<li>", "<ul>", "</ul>", "<br>"),
        *("<table>", "<tr>", "<td>", "<td rowspan=2>", "</table>", "<pre>", "</pre>"),
        *("<img src=x>", "<script>", "</script>"),
    ),
    "odt": tuple(map(open_document.paragraph, open_document.PIECES)),
    "docx": (*map(P, PARAGRAPHS), f"<w:tbl><w:tr>{ROW}</w:tr></w:tbl>"),
    "rtf": (
        *("PBB ", "{", "}", "\\par ", "\\b ", "\\super 1", "\\plain ", "\\u8212?"),
        *("\\'e9", "\\intbl ", "\\cell ", "\\row ", "\\pard ", "{\\footnote ", "\\*"),
        *("{\\header ", "\\outlinelevel1 ", "\\ls1 ", "\\bin2 ", "\\v ", "{\\shp"),
        *("{\\*\\shptxt ", "\\tab ", "\n", "\\uc3 ", "\\u-10179?\\u-8704?"),
    ),
    "subtitles": (
        *("1\n", "00:00:01,000 --> 00:00:02,000\n", "PBB ", "- ", ".", "\n", "\n\n"),
        *("<i>", "</i>", "WEBVTT\n", "NOTE x\n", "00:09.000 --> 00:10.000\n", "2\n"),
    ),
}
"""For each kind pieces that make an article of it, in any order."""


def article_of(kind: str, pieces: list[str]) -> Article:
    """Return the article that pieces make."""
    body = "".join(pieces)
    if kind == "rtf":
        body = f"{{\\rtf1 {body}"
    if kind == "subtitles":
        body = f"00:00:00,000 --> 00:00:01,000\n{body}"
    if kind == "odt":
        data = open_document.document(body)
    else:
        data = raw(body) if kind == "docx" else body.encode()
    return read(data, f"a{next(r.endings[0] for r in READERS if r.name == kind)}")


@pytest.mark.parametrize("kind", MARKED_UP)
@given(data=st.data())
def test_blocks_and_runs(kind: str, data: st.DataObject) -> None:
    """Blocks are ordered and disjoint; runs lie in them, ordered and nested."""
    pieces = data.draw(st.lists(st.sampled_from(MARKED_UP[kind]), max_size=20))
    article = article_of(kind, pieces)
    end = 0
    for block in article.blocks:
        assert end <= block.start < block.end <= len(article.text)
        end = block.end
        assert block.role in get_args(Role)
        assert 0 <= block.level <= 20
        assert bool(block.level) >= (block.role in {"heading", "item"})
        assert block.cell or block.role != "cell"
        assert_nested(block)


@pytest.mark.parametrize("kind", ["html", "docx", "odt", "subtitles", "rtf"])
@given(data=st.data())
def test_no_sentence_runs_over_two_blocks(kind: str, data: st.DataObject) -> None:
    """What a worksheet offers as one unit belongs to one block."""
    pieces = data.draw(st.lists(st.sampled_from(MARKED_UP[kind]), max_size=20))
    article = article_of(kind, pieces)
    for start, end in segment(article.readable):
        assert any(b.start <= start and end <= b.end for b in article.blocks)


def assert_nested(block: Block) -> None:
    """Check the runs of a block."""
    around: list[Run] = []
    for run in block.runs:
        assert run.kind in get_args(RunKind)
        assert run.start < run.end or run.kind in {"note", "image"}
        assert block.start <= run.start <= run.end <= block.end
        while around and around[-1].end <= run.start and run.start < run.end:
            around.pop()
        around = [
            each for each in around if run.start < each.end or run.end == run.start
        ]
        assert all(run.end <= each.end for each in around)
        if run.start < run.end:
            around.append(run)
    starts = [(run.start, -run.end) for run in block.runs]
    assert starts == sorted(starts)


def test_all_of_a_text_is_in_its_blocks(reader: Reader) -> None:
    """No letter of an article stands outside of its blocks."""
    for text in (*HOSTILE, ARTICLE):
        article = read(made(reader.name, text), f"a{reader.endings[0]}")
        between = list(article.text)
        for block in article.blocks:
            between[block.start : block.end] = [" "] * (block.end - block.start)
        assert not any(map(str.isalnum, between))


def test_every_ending_has_one_reader() -> None:
    """No ending is claimed twice, and case does not matter."""
    endings = [ending for reader in READERS for ending in reader.endings]
    assert len(set(endings)) == len(endings)
    assert reader_for("A.DOCX").name == "docx"


def test_an_unknown_ending_names_the_known_ones() -> None:
    """A file of another kind is refused with those that there are."""
    with pytest.raises(DocumentError, match=re.escape(".html, .htm, .xhtml, .docx")):
        reader_for("a.xyz")


@pytest.mark.parametrize(
    ("name", "advice"),
    [
        ("a.doc", "open it in Word or LibreOffice and save it as .docx"),
        ("A.WPS", "open it in Word or LibreOffice and save it as .docx"),
        ("a.pages", "open it in Pages and save it as .docx"),
        ("a.ppt", "open it in its own program and save it as .pdf"),
        ("a.fodt", "open it in LibreOffice and save it as .odt"),
        ("a.mobi", "open it in Calibre and save it as .epub"),
        ("a.xps", "open it in its own program and save it as .pdf or .txt"),
    ],
)
def test_documents_that_are_not_read(name: str, advice: str) -> None:
    """A document that other programs open is refused with what to do."""
    with pytest.raises(DocumentError, match=re.escape(f"is not read — {advice}")):
        reader_for(name)


@pytest.mark.parametrize("name", ["a.xls", "A.XLSX", "a.ods"])
def test_tables_are_no_articles(name: str) -> None:
    """A workbook is refused with what reads it."""
    with pytest.raises(DocumentError, match=re.escape("save it as .csv")):
        reader_for(name)


def test_text_and_markdown_have_brackets() -> None:
    """In text the English stands in brackets behind the term, in its encoding."""
    assert same.render(page("Kata PBB.")) == "Kata PBB ⟨UN⟩.".encode()
    one = page("# PBB\n\n`PBB` [PBB](PBB)\n", "a.md")
    assert same.render(one).decode() == "# PBB ⟨UN⟩\n\n`PBB` [PBB ⟨UN⟩](PBB)\n"


def test_other_encodings_stay() -> None:
    """UTF-16 stays UTF-16, and an encoding without our brackets has square ones."""
    wide = "\ufeffKata PBB.".encode("utf-16-le")
    assert same.render(page(wide)).decode("utf-16") == "Kata PBB ⟨UN⟩."
    article = read(b"Kata PBB \xe9.", "a.txt", "cp1252")
    marks = list(same.marks(page("Kata PBB é.")))
    assert write(article, marks) == b"Kata PBB [UN] \xe9."


def test_a_word_document_opens_in_python_docx() -> None:
    """What was written is a document for others too."""
    out = same.render(page(saved(report()), "a.docx"))
    assert len(docx.Document(io.BytesIO(out)).tables) == 1
