"""Pages and term sheets, and what the terminal and Markdown make of them."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from padanan import Annotator
from padanan.articles.annotated import AnnotatedArticle, first_only, pieces, term_uses
from padanan.articles.article import Article
from padanan.articles.term_sheet import sheet
from padanan.render import json, markdown, terminal
from tests.pages import ARTICLE, HOSTILE, page

CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


@given(st.lists(st.sampled_from(("PBB", " ", "\n", "konsul", "x", "“", "\x1b[1m"))))
def test_pieces_are_the_text(words: list[str]) -> None:
    """The pieces joined are the text, those with annotations are its terms."""
    one = page("".join(words))
    found = list(pieces(one.article.text, one.annotations))
    assert "".join(text for text, _ in found) == one.article.text
    assert [text for text, one in found if one] == [a.text for a in one.annotations]


def test_the_sheet_counts() -> None:
    """Each concept with its English is a row, in the order of the text."""
    rows = [
        (row.annotation.term.text, row.times) for row in term_uses(page().annotations)
    ]
    assert rows == [
        ("Menlu", 1), ("gencatan senjata", 3), ("menteri luar negeri", 1), ("PBB", 2),
        ("perundingan", 2), ("hubungan bilateral", 1), ("konsul", 1),
        ("nota diplomatik", 1),
    ]  # fmt: skip


def test_first_only() -> None:
    """Only the first annotation of each concept is left."""
    assert [
        one.concept.id for one in first_only(page("PBB konsul PBB").annotations)
    ] == [
        "pbb",
        "konsul",
    ]


def test_the_terminal_marks_terms() -> None:
    """Terms stand in brackets, or in colours; the sheet says why a country decided."""
    plain = terminal.render(page())
    assert "⟦Menteri Luar Negeri⟧ AS" in plain
    assert "1  menteri luar negeri  Secretary of State  (US: AS)" in plain
    assert "\x1b[4;36mMenlu\x1b[0m" in terminal.render(page(), colour=True)
    assert "No term" in terminal.render(page("Apa saja."))


def test_an_article_does_not_drive_the_terminal() -> None:
    """Control characters of an article never reach the terminal."""
    assert not CONTROL.search(terminal.render(page(HOSTILE)))


def test_markdown_has_notes() -> None:
    """Terms are bold with a note each; notes say English, reason and definition."""
    shown = markdown.render(page())
    assert shown.startswith("**Menlu**[^1] Bahas **Gencatan Senjata**[^2]")
    assert (
        "[^2]: gencatan senjata – ceasefire, truce. Definition of ceasefire." in shown
    )
    assert (
        "Secretary of State, foreign minister, minister for foreign affairs (US: AS)"
        in (shown)
    )


def test_markdown_escapes_plain_text_alone() -> None:
    """What means something in Markdown is escaped in texts, kept in Markdown."""
    assert r"\*x\* **PBB**[^1]" in markdown.render(page("*x* PBB"))
    assert r"\- x **PBB**[^1]" in markdown.render(page("- x PBB"))
    assert r"1\. x **PBB**[^1]" in markdown.render(page("1. x PBB"))
    assert "*x* **PBB**[^1]" in markdown.render(page("*x* PBB", "a.md"))


def test_json_is_an_array_and_lines() -> None:
    """All documents are an array; a line is one of them."""
    pages = (page(), AnnotatedArticle(page("x").article, ()))
    assert json.render(pages).count('"version": 2') == 2
    line = json.render_line(pages[0])
    assert line.endswith("}\n")
    assert line.count("\n") == 1
    assert '"text": "Gencatan Senjata"' in line
    assert page(ARTICLE) == page()


def test_the_sheet_names_every_country() -> None:
    """One English for the offices of three countries is not that of the first alone."""
    text = "Presiden Rusia, presiden Prancis dan presiden Rusia menelepon presiden."
    one = AnnotatedArticle(Article("a.txt", text, "text"), Annotator().annotate(text))
    [use] = (
        u for u in term_uses(one.annotations) if u.annotation.term.text == "presiden"
    )
    assert use.times == 4
    assert use.countries == (("RU", "Rusia"), ("FR", "Prancis"))
    assert "4  presiden  president  (RU: Rusia; FR: Prancis)\n" in terminal.render(one)
    assert "(RU: Rusia; FR: Prancis)" in markdown.render(one)
    [line] = sheet([one])
    assert line.region is None
    [line] = sheet([one._replace(annotations=one.annotations[:1])])
    assert line.region == "RU"
