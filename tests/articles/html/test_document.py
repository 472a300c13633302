"""HTML in and out: the page's own bytes and DOM stay, terms are marked."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from padanan.articles.annotated import AnnotatedArticle
from padanan.articles.html import document as html
from padanan.articles.html.tokens import tokens
from padanan.articles.marks import Mark
from padanan.articles.readers import read
from padanan.errors import DocumentError
from padanan.render import same
from tests.browser import visit
from tests.clients import check_html, client
from tests.pages import annotator, page

if TYPE_CHECKING:
    from playwright.sync_api import Browser

FOLDER = Path(__file__).parents[2] / "data" / "html"
FILES = sorted(FOLDER.glob("*.html"))

PIECES = (
    "<p>", "</p>", "<b>", "</b>", "<br>", "<script>", "</script>", "<!--", "-->",
    "<style>", "</style>", "<a href='PBB'>", '<i title="PBB>', "</", "<", ">", "&",
    "&amp;", "&#80;", "&nbsp", "<![CDATA[", "]]>", "<?x", "<svg>", "</svg>", "<table>",
    "<td>", "<code>", "</code>", "<pre>", "</pre>", "<title>", "</title>", "PBB",
    "gencatan", " ", "\n", "senjata", "konsul", "<li>", "<p translate=no>", "\ufeff",
    "=", "'", '"', "/", "\x00", "<textarea>", "<plaintext>", "\r\n", "é",
    "<select><option>",
)  # fmt: skip

UNWRAP = """() => {
  document.querySelectorAll("style.padanan").forEach((style) => style.remove());
  document.querySelectorAll("span.padanan").forEach((span) => {
    span.replaceWith(...span.childNodes);
  });
  document.documentElement.normalize();
  return document.documentElement.outerHTML;
}"""

MARK = re.compile(
    r'<style class="padanan">.*?</style>|<span class="padanan [^>]*>(.*?)</span>',
    re.DOTALL,
)


def sources() -> st.SearchStrategy[str]:
    """Sources with everything that could lead a reader of HTML astray."""
    return st.lists(st.sampled_from(PIECES), max_size=30).map("".join)


def annotated(source: str) -> str:
    """Return a page with its terms marked."""
    return same.render(page(source, "a.html")).decode()


def unmarked(source: str) -> str:
    """Take the marks away: no tag stands inside one."""
    return MARK.sub(lambda match: match[1] or "", source)


def marked(source: str) -> list[str]:
    """Return what is marked in an annotated source."""
    return [match[1] for match in MARK.finditer(source) if match[1] is not None]


@given(sources())
def test_tokens_are_the_source(source: str) -> None:
    """The tokens joined are the source, none is empty."""
    found = list(tokens(source))
    assert "".join(source[token.start : token.end] for token in found) == source
    assert all(token.start < token.end for token in found)


@given(sources())
def test_the_source_stays(source: str) -> None:
    """Without the marks the source is what it was, to the byte."""
    assert unmarked(annotated(source)) == source


@given(sources())
def test_the_text_stays(source: str) -> None:
    """The text of an annotated page is that of the page."""
    before = html.read(source.encode(), "a.html").text
    assert html.read(annotated(source).encode(), "a.html").text == before


@given(st.text())
def test_any_text_is_a_page(text: str) -> None:
    """Nothing that can be decoded is refused, and its blocks cover its text."""
    data = text.encode("utf-8", "replace")
    article = html.read(data, "a.html")
    inside = "".join(article.text[block.start : block.end] for block in article.blocks)
    assert inside == article.text.replace("\n\n", "") or "<pre" in text.lower()
    assert html.write(article, ()) == data


@given(sources())
def test_every_term_of_the_text_is_marked(source: str) -> None:
    """What is marked in the source reads as the annotations do."""
    one = page(source, "a.html")
    bare = re.sub(r"\s+", "", "".join(marked(annotated(source))))
    words = "".join(a.text for a in one.annotations)
    if "&" not in source:
        assert bare == re.sub(r"\s+", "", words)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_news_pages_keep_their_dom(
    path: Path, browser: Browser, tmp_path: Path
) -> None:
    """A browser builds the same page, but for the marks; scripts and all."""
    data = path.read_bytes()
    one = page(data, str(path))
    out = tmp_path / path.name
    out.write_bytes(same.render(one))
    with visit(browser, path) as before, visit(browser, out) as after:
        assert after.complaints == before.complaints
        count = after.page.locator("span.padanan").count()
        before.page.evaluate("document.documentElement.normalize()")
        expected = before.page.evaluate("document.documentElement.outerHTML")
        assert after.page.evaluate(UNWRAP) == expected
    assert count >= len(one.annotations) > 5


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_marks_are_visible(path: Path, browser: Browser, tmp_path: Path) -> None:
    """The marks are underlined on the page, and say the English to the pointer."""
    out = tmp_path / path.name
    out.write_bytes(same.render(page(path.read_bytes(), str(path))))
    with visit(browser, out) as after:
        first = after.page.locator("span.padanan").first
        line = first.evaluate("span => getComputedStyle(span).textDecorationLine")
        assert line == "underline"
        assert first.get_attribute("title")


@client("java", "vnu-jar")
def test_the_validator_finds_nothing_new(tmp_path: Path) -> None:
    """The W3C's checker says of our spans and style nothing."""
    out = tmp_path / "a.html"
    out.write_text(
        annotated(
            '<!doctype html><html lang="id"><head><title>x</title></head><body><h1>'
            "Menlu AS</h1><p>Gencatan <b>senjata</b> &amp; PBB</p></body></html>"
        ),
        encoding="utf-8",
    )
    assert check_html("--stdout", out) == ""


@pytest.mark.parametrize(
    ("source", "terms"),
    [
        ("<p>Gencatan senjata", ["Gencatan senjata"]),
        ("gencatan&nbsp;senjata", ["gencatan&nbsp;senjata"]),
        ("gencatan\n   senjata", ["gencatan\n   senjata"]),
        ("<b>gencatan</b> senjata", ["gencatan", " senjata"]),
        ("gen<b>cat</b>an senjata", ["gen", "cat", "an senjata"]),
        ("gencatan <!-- x -->senjata", ["gencatan ", "senjata"]),
        ("&#80;&#x42;B", ["&#80;&#x42;B"]),
        ("gencatan<br>senjata", ["gencatan", "senjata"]),
        ("<p>gencatan</p><p>senjata</p>", []),
        ("<td>gencatan<td>senjata", []),
        ("<a href='PBB' title=PBB>x</a>", []),
        ("<a title='>' href=PBB>PBB</a>", ["PBB"]),
        ("<script>PBB</script>PBB", ["PBB"]),
        ("<script><!--<script>PBB</script>PBB--></script>PBB", ["PBB"]),
        ("<script><!-->PBB</script>PBB", ["PBB"]),
        ("<style>PBB</style><!-- PBB -->", []),
        ("<!--> PBB -->", ["PBB"]),
        ("<title>PBB</title><textarea>PBB</textarea>", []),
        ("<code>PBB</code> <kbd>PBB</kbd> PBB", ["PBB"]),
        ("<svg><text>PBB</text></svg><math>PBB</math>", []),
        ("<pre>PBB</pre><p>PBB", ["PBB"]),
        ("<p translate=no>PBB</p>PBB", ["PBB"]),
        ("<p class='a notranslate'>PBB</p>PBB", ["PBB"]),
        ("<code><code>PBB</code>PBB</code>PBB", ["PBB"]),
        ("</code>PBB", ["PBB"]),
        ("<p>https://PBB.example PBB</p>", ["PBB"]),
        ("<a", []),
        ("PBB<a href='PBB", ["PBB"]),
        ("R&D; PBB &amp; PBB &copy PBB", ["PBB", "PBB", "PBB"]),
        ("<plaintext>PBB</plaintext>", []),
    ],
)  # fmt: skip
def test_what_is_marked(source: str, terms: list[str]) -> None:
    """Only text that people read is marked, each text node by itself."""
    assert marked(annotated(source)) == terms


def test_only_whole_terms_are_its_terms() -> None:
    """A term in two text nodes is two spans, and none of ITS's terms."""
    assert annotated("PBB").count("its-term") == 1
    assert annotated("gencatan <b>senjata</b>").count("its-term") == 0


@pytest.mark.parametrize(
    ("source", "before"),
    [
        ("<head><title>x</title></head><body>PBB", "</head>"),
        ("<!doctype html><meta charset=utf-8><title>x</title><p>PBB", "<p>"),
        ("\ufeffPBB", "PBB"),
        ("<html><body>PBB", "<body>"),
    ],
)
def test_the_style_stands_at_the_end_of_the_head(source: str, before: str) -> None:
    """The style comes behind what the head says, the encoding above all."""
    style = annotated(source).index("<style")
    assert unmarked(annotated(source))[style:].startswith(before)


def test_without_terms_nothing_is_added() -> None:
    """A page without terms stays as it is, without a style."""
    assert annotated("<p>apa saja") == "<p>apa saja"


def test_blocks_have_roles() -> None:
    """Headings, items, quotations and code are known to the reading page."""
    article = html.read(
        b"<h1>Satu</h1><h2>Dua</h2><p>Tiga</p><ul><li>Empat<li><p>Lima</ul>"
        b"<blockquote><p>Enam<p>Tujuh</blockquote><pre>a\n  b</pre>Delapan",
        "a.html",
    )
    assert [block.role for block in article.blocks] == [
        "title", "heading", "paragraph", "item", "item", "quote", "quote", "code",
        "paragraph",
    ]  # fmt: skip
    assert article.text.endswith("a\n  b\n\nDelapan")


@pytest.mark.parametrize(
    ("data", "encoding", "text"),
    [
        ("<p>komuniké".encode(), None, "komuniké"),
        (b"<meta charset='latin1'>komunik\xe9", None, "komuniké"),
        (b"<meta charset=iso-8859-1>\x93PBB\x94", None, "“PBB”"),
        (b"<meta charset=utf-16>komunik\xc3\xa9", None, "komuniké"),
        (b"<meta charset=idna>komunik\xc3\xa9", None, "komuniké"),
        (b"<meta charset=utf-8>komunik\xe9", "cp1252", "komuniké"),
        ("\ufeffkomuniké".encode("utf-16-le"), None, "komuniké"),
        ("\ufeffkomuniké".encode(), None, "komuniké"),
    ],
)
def test_encodings(data: bytes, encoding: str | None, text: str) -> None:
    """The user, a mark or the page itself names the encoding; the bytes come back."""
    article = html.read(data, "a.html", encoding)
    assert article.text == text
    assert html.write(article, ()) == data


def test_the_english_fits_into_the_encoding() -> None:
    """Letters that the page's encoding lacks are written as references."""
    data = b"<meta charset=ascii>nota"
    article = html.read(data, "a.html", "ascii")
    out = html.write(article, [Mark(0, 4, "communiqué <\"&'>", "acts")])
    assert b'title="communiqu&#233; &lt;&quot;&amp;&#x27;&gt;"' in out


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"<meta charset=klingon>x", "there is no encoding “klingon”"),
        (b"\xff\xfe\x00", "not UTF-16-LE"),
        (b"<p>\xe9", "not UTF-8"),
    ],
)
def test_what_cannot_be_decoded_is_refused(data: bytes, problem: str) -> None:
    """One line says what is wrong with the encoding."""
    with pytest.raises(DocumentError, match=problem):
        html.read(data, "a.html")


@pytest.mark.parametrize(
    "unit", ["<p>", "<div><code>", "</p>", "<a b='", "<!--", "&", "<x "]
)
def test_long_hostile_pages_are_read_in_one_go(unit: str) -> None:
    """A hundred thousand times the same is no trap: it is read, and comes back."""
    source = unit * 100_000 + "PBB"
    article = html.read(source.encode(), "a.html")
    assert html.write(article, ()) == source.encode()


def test_the_reading_page_of_a_web_page() -> None:
    """The text of a page has its annotations at its own offsets."""
    data = (FOLDER / "portal.html").read_bytes()
    article = read(data, "portal.html")
    one = AnnotatedArticle(article, annotator().annotate(article.readable))
    for annotation in one.annotations:
        assert article.text[annotation.start : annotation.end] == annotation.text
    assert "JENEWA — Menteri Luar Negeri AS menyatakan gencatan senjata" in article.text
