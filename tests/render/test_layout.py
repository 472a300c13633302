"""How articles are laid out: blocks cut at terms and at runs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from padanan.articles.annotated import AnnotatedArticle
from padanan.articles.article import Article, Block, Run
from padanan.render.cards import cards
from padanan.render.layout import cut_blocks, whole
from padanan.render.sections import Section, sections
from tests.pages import annotator, page

LINES = st.lists(
    st.sampled_from(
        ("PBB", "gencatan", "senjata", " ", "\n", "\n\n", "\r\n", "# ", "- ", "> ",
         "1. ", "```\n", "---\n", "\t", "x" * 60, "\ufeff", ".", "**", "_", "`", "[",
         "](a)", "|", "\n|-|-|\n")
    ),
    max_size=25,
).map("".join)  # fmt: skip


def laid_out(text: str, path: str) -> list[Section]:
    """Return the sections of an article."""
    one = page(text, path)
    return list(sections(one, cards(one.annotations, {})))


def markup(section: Section) -> str:
    """Return what a section says, with its elements."""
    cells = [cell.paragraphs for row in section.rows for cell in row]
    return "|".join(
        "".join(
            "".join(f"<{tag}>" for tag in text.tags) + text.text
            for piece in paragraph
            for text in piece.texts
        )
        for paragraph in (*section.paragraphs, *(p for cell in cells for p in cell))
    )


@given(LINES, st.sampled_from(("a.txt", "a.md", "a.html")))
def test_every_term_is_shown_once(text: str, path: str) -> None:
    """The passages have each annotation, whole and in its order."""
    one = page(text, path)
    found = [piece for each in cut_blocks(one) for piece in each.pieces]
    numbers = [piece.number for piece in found if piece.number is not None]
    assert numbers == list(range(len(one.annotations)))


@given(LINES)
def test_all_of_a_plain_text_is_shown(text: str) -> None:
    """Nothing but white space between blocks is left out."""
    one = page(text, "a.txt")
    shown = "\n".join(
        "".join(piece.text for piece in each.pieces) for each in cut_blocks(one)
    )
    assert shown.replace("\ufeff", "").split() == text.replace("\ufeff", "").split()


def test_a_term_across_two_blocks_joins_them() -> None:
    """Where a line break inside a term parted blocks, they are one."""
    bold = Run(9, 16, "bold")
    blocks = (Block(0, 8, "item"), Block(9, 16, "paragraph", runs=(bold,)))
    article = Article("a", "gencatan\nsenjata", "html", blocks=blocks)
    annotations = annotator().annotate(article.text)
    assert whole(blocks, annotations) == (Block(0, 16, "item", runs=(bold,)),)
    (passage,) = cut_blocks(AnnotatedArticle(article, annotations))
    assert [(piece.text, piece.number) for piece in passage.pieces] == [
        ("gencatan\nsenjata", 0)
    ]


def test_runs_are_shown_and_their_marks_are_not() -> None:
    """A term may begin in one run and end in another; links are text."""
    (section,) = laid_out(
        "Kata **gencatan *senjata*** di [PBB](https://x.example).", "a.md"
    )
    assert markup(section) == "Kata <b>gencatan <b><i>senjata di PBB."


def test_a_text_that_nobody_read_is_one_passage() -> None:
    """An article without blocks is shown whole."""
    one = AnnotatedArticle(Article("a", "Satu.\n\nDua.", "text"), ())
    assert [piece.text for each in cut_blocks(one) for piece in each.pieces] == [
        "Satu.\n\nDua."
    ]


@pytest.mark.parametrize(
    ("page_text", "expected"),
    [
        ("<table><tr><td>a<td>b<tr><td colspan=2>c</table>", ["table"]),
        ("<table><tr><td>a<tr><td>b</table>", ["cell", "cell"]),
        ("<table><tr><td><h2>a</h2><td>b</table>", ["heading", "cell"]),
        ("<table><tr><td>a<td>b</table><table><tr><td>c<td>d</table>",
         ["table", "table"]),
        ("<p>a<ul><li>b<li>c</ul><p>d", ["paragraph", "item", "paragraph"]),
    ],
)  # fmt: skip
def test_tables_and_lists(page_text: str, expected: list[str]) -> None:
    """Tables of text are tables; what only lays out a page is not."""
    assert [section.role for section in laid_out(page_text, "a.html")] == expected


def test_gaps_in_a_table_are_filled() -> None:
    """Empty cells and those that a tall cell covers leave no cell in a wrong column."""
    source = "<table><tr><td rowspan=2>a<td>b<td>c<tr><td><td colspan=2>d</table>"
    (section,) = laid_out(source, "a.html")
    shape = [[(len(c.paragraphs), c.columns) for c in row] for row in section.rows]
    assert shape == [[(1, 1), (1, 1), (1, 1)], [(0, 2), (1, 2)]]


NOTED = """Kata PBB[^b] dan PBB[^a], lagi PBB[^b] dan tanpa[^x].

[^a]: Satu gencatan senjata.

[^b]: Dua.

[^c]: Tiga.
"""


def test_notes_are_numbered_as_they_are_referred_to() -> None:
    """A mark leads to its note and back from there; alone, either is only text."""
    text, *notes = laid_out(NOTED, "a.md")
    marks = [
        each.mark
        for piece in text.paragraphs[0]
        for each in piece.texts
        if each.mark is not None
    ]
    assert [tuple(mark) for mark in marks] == [(1, True), (2, True), (1, False)]
    assert "tanpa[^x]" in markup(text)
    assert [note.note for note in notes] == [2, 1, 0]
    assert markup(notes[0]).strip() == "Satu gencatan senjata."


def test_notes_that_word_numbers_itself_have_marks_too() -> None:
    """The mark has no text there, and may follow a term or end a block."""
    runs = (Run(8, 8, "note", "f1"), Run(9, 9, "note", "f2"))
    blocks = (
        Block(0, 9, "paragraph", runs=runs),
        Block(10, 13, "note", note="f1"),
        Block(14, 17, "note", note="f2"),
        Block(18, 21, "note", note="f2"),
    )
    article = Article("a.docx", "Kata PBB.\nAda\nDua\nTdk", "docx", blocks=blocks)
    one = AnnotatedArticle(article, annotator().annotate(article.text))
    found = list(sections(one, cards(one.annotations, {})))
    shown = [
        text.mark.number if text.mark else text.text
        for piece in found[0].paragraphs[0]
        for text in piece.texts
    ]
    assert shown == ["Kata ", "PBB", 1, ".", 2]
    assert [section.note for section in found] == [0, 1, 2, 0]


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://example.org/x?y#z", "https://example.org/x?y#z"),
        ("HTTP://example.org", "HTTP://example.org"),
        ("mailto:a@example.org", "mailto:a@example.org"),
        ("javascript:alert(1)", ""),
        ("data:text/html,x", ""),
        ("file:///etc/passwd", ""),
        ("lain.html", ""),
        ("#bawah", ""),
        ("//example.org", ""),
        ("https://a\x00b", ""),
        ("https://a b", ""),
    ],
)
def test_only_addresses_of_the_web_are_links(address: str, expected: str) -> None:
    """Neither a script nor a file that is not there; a term stays the link it is."""
    runs = (Run(0, 8, "link", address),)
    article = Article(
        "a.docx", "Kata PBB", "docx", blocks=(Block(0, 8, "paragraph", runs=runs),)
    )
    one = AnnotatedArticle(article, annotator().annotate(article.text))
    (section,) = sections(one, cards(one.annotations, {}))
    hrefs = [text.href for piece in section.paragraphs[0] for text in piece.texts]
    assert hrefs == [expected, ""]
