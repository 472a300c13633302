"""Web pages: what elements are, and how the text in them looks."""

from __future__ import annotations

import pytest

from padanan.articles.article import Cell
from padanan.articles.html.text import MAX_FORMATS, extracted
from padanan.articles.html.tokens import attribute, tokens


def runs(source: str) -> list[tuple[str, str, str]]:
    """Return kind, text and target of the runs of a page."""
    found = extracted(source)
    return [
        (run.kind, found.text[run.start : run.end], run.target)
        for block in found.blocks
        for run in block.runs
    ]


def cells(source: str) -> list[tuple[str, Cell | None]]:
    """Return the blocks of a page with their cells."""
    found = extracted(source)
    return [(found.text[b.start : b.end], b.cell) for b in found.blocks]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<b>a</b> <em>b</em><u>c</u><s>d</s><code>e</code><sup>f</sup><sub>g</sub>",
         [("bold", "a", ""), ("italic", "b", ""), ("underline", "c", ""),
          ("strike", "d", ""), ("code", "e", ""), ("superscript", "f", ""),
          ("subscript", "g", "")]),
        ("<b> a <i>b </i> </b>", [("bold", "a b", ""), ("italic", "b", "")]),
        ("<a href='x&amp;y'>a</a> <a name=x>b</a>", [("link", "a", "x&y")]),
        ("<b>a<p>b</b>c", [("bold", "a", ""), ("bold", "b", "")]),
        ("<p><b>a<p>b", [("bold", "a", ""), ("bold", "b", "")]),
        ("<a href=1>a<b>b<a href=2>c</b>d",
         [("link", "ab", "1"), ("bold", "b", ""), ("link", "c", "2"),
          ("bold", "c", "")]),
        ("<b></b><b> </b>a<b></b>", []),
        ("a<img src=x> b <img src=y>", [("image", "", "x"), ("image", "", "y")]),
        ("<script><b>a</b></script>", []),
    ],
)  # fmt: skip
def test_runs(source: str, expected: list[tuple[str, str, str]]) -> None:
    """Elements that format are runs, cut where blocks end."""
    assert runs(source) == expected


def test_formats_around_a_text_are_few() -> None:
    """A page that opens elements without end has a bounded number of runs a block."""
    found = extracted("<b><p>x" * 200)
    assert max(len(block.runs) for block in found.blocks) == MAX_FORMATS


@pytest.mark.parametrize(
    ("source", "roles"),
    [
        ("<h1>a</h1><h4>b</h4>", [("title", 1), ("heading", 4)]),
        ("<ul><li>a<ol><li>b</ol><li>c</ul>", [("item", 1), ("item", 2), ("item", 1)]),
        ("<li>a", [("item", 1)]),
        ("<table><caption>a</caption><tr><td>b<td><h2>c</h2></table>",
         [("caption", 0), ("cell", 0), ("heading", 2)]),
        ("<figure>a<figcaption>b</figcaption></figure>",
         [("paragraph", 0), ("caption", 0)]),
    ],
)  # fmt: skip
def test_roles(source: str, roles: list[tuple[str, int]]) -> None:
    """Elements say what a block is, and how deep it lies."""
    assert [(block.role, block.level) for block in extracted(source).blocks] == roles


def test_cells() -> None:
    """Wide and tall cells move those beside and below them; nested tables do not."""
    source = (
        "<table><tr><th rowspan=2>a<th colspan=2>b<tr><td>c<td><table><tr><td>d<td>e"
        "</table>f</table>g<table><td>h"
    )
    assert cells(source) == [
        ("a", Cell(0, 0, 0)),
        ("b", Cell(0, 0, 1, 2)),
        ("c", Cell(0, 1, 1)),
        ("d", Cell(0, 1, 2)),
        ("e", Cell(0, 1, 2)),
        ("f", Cell(0, 1, 2)),
        ("g", None),
        ("h", Cell(1, 0, 0)),
    ]


@pytest.mark.parametrize("span", ["0", "-1", "x", "9" * 30, "٣"])
def test_hostile_spans(span: str) -> None:
    """A span that is no number is one column; a huge one is bounded."""
    ((_, cell),) = cells(f"<table><tr><td colspan='{span}' rowspan='{span}'>a</table>")
    assert cell is not None
    assert 1 <= cell.columns <= 1_000


@pytest.mark.parametrize(
    ("tag", "value"),
    [
        ("<a href=x>", "x"),
        ("<a  HREF = 'x y' >", "x y"),
        ('<a title="href=1" href="&lt;x">', "<x"),
        ("<a data-href=1>", ""),
        ("<a href>", ""),
        ("<a/href=x", "x"),
        ("<a href=x href=y>", "x"),
        ("<a href='x", "x"),
    ],
)
def test_attributes(tag: str, value: str) -> None:
    """The first attribute of that name counts, whatever its quotes."""
    assert attribute(tag, next(tokens(tag)), "href") == value


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("<a href=1>Menlu</a><a href=2>Duta besar</a>", "Menlu Duta besar"),
        ("<nav><b><a>PBB</a></b><i><a>UE</a></i></nav>", "PBB UE"),
        ("<span><a>PBB</a></span><!-- x --><span><a>UE</a></span>", "PBB UE"),
        ("<a>PBB</a> <a>UE</a>", "PBB UE"),
        ("<a>PBB </a><a> UE</a>", "PBB UE"),
        ("<a>PBB</a>-<a>UE</a>", "PBB-UE"),
        ("<a>PBB</a>nya", "PBBnya"),
        ("<p><a>PBB</a><p><a>UE</a>", "PBB\n\nUE"),
        ("<svg><a>x</a><a>y</a></svg><a>PBB</a>", "PBB"),
        ("<a></a><a>PBB</a>", "PBB"),
    ],
)
def test_links_without_a_space_between_them(source: str, text: str) -> None:
    """The entries of a menu are words of their own; a letter behind a link is not."""
    assert extracted(source).text == text


def test_a_reading_above_a_word_is_not_read() -> None:
    """Of ruby the base is text, what stands above it is not."""
    page = "<p>se<ruby>nota<rp>(</rp><rt>bacaan</rt><rp>)</rp></ruby> lagi"
    assert extracted(page).text == "senota lagi"


def test_a_masked_element_that_a_block_ends_in() -> None:
    """Spaces at the end of the page that nobody sees are not masked."""
    found = extracted("<a href=x><p translate=no>Menlu <img src=y></a></div>")
    assert found.text == "Menlu"
    assert found.masked == ((0, 5),)


@pytest.mark.parametrize(
    ("source", "texts"),
    [
        ("<p>a<pre>\n\n<p>b", ["a", "b"]),
        ("<pre>a\n\n \t</pre>b", ["a", "b"]),
        ("<p>a<pre>\n\n</pre>", ["a"]),
        ("<pre> \n</pre>", []),
    ],
)
def test_blank_lines_of_preformatted_text_are_no_block(
    source: str, texts: list[str]
) -> None:
    """A block has something in it, and lies in the text."""
    found = extracted(source)
    assert [found.text[block.start : block.end] for block in found.blocks] == texts


@pytest.mark.parametrize(
    "page",
    [
        "<p>senjata<p translate=no>duta besar",
        "<p>senjata<div class='x notranslate'>duta besar</p>",
        "<p>senjata<section translate=no><p>duta besar",
    ],
)
def test_what_is_masked_up_to_the_end_of_the_page(page: str) -> None:
    """An element that the page never ends is left where the page ends."""
    found = extracted(page)
    assert [found.text[start:end] for start, end in found.masked] == ["duta besar"]


def test_buttons_without_a_space_between_them() -> None:
    """Buttons and choices that touch are words of their own, as links are."""
    page = "<button>Kirim</button><button>Batal</button> <label>a</label><a>b</a>"
    assert extracted(page).text == "Kirim Batal a b"
