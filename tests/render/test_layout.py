"""How texts are laid out: titles, paragraphs, lists."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from padanan.articles.annotated import AnnotatedArticle
from padanan.articles.article import Article, Block
from padanan.render.layout import blocks, passages
from tests.pages import annotator, page

LINES = st.lists(
    st.sampled_from(
        ("PBB", "gencatan", "senjata", " ", "\n", "\n\n", "\r\n", "# ", "- ", "> ",
         "1. ", "```\n", "---\n", "\t", "x" * 60, "\ufeff", ".")
    ),
    max_size=25,
).map("".join)  # fmt: skip


def shown(text: str, kind: str = "text") -> list[tuple[str, str]]:
    """Return role and text of the blocks of an article."""
    article = Article("a", text, kind)
    return [(block.role, text[block.start : block.end]) for block in blocks(article)]


@given(LINES, st.sampled_from(("text", "markdown")))
def test_blocks_are_ordered_and_whole(text: str, kind: str) -> None:
    """Blocks are disjoint, none is empty, and between them is only white space."""
    found = blocks(Article("a", text, kind))
    last = 0
    for block in found:
        assert last <= block.start < block.end
        if kind == "text":
            assert not text[last : block.start].strip("\ufeff \t\r\n")
        last = block.end


@given(LINES, st.sampled_from(("a.txt", "a.md")))
def test_every_term_is_shown_once(text: str, path: str) -> None:
    """The passages have each annotation, whole and in its order."""
    one = page(text, path)
    numbers = [n for each in passages(one) for _, n in each.pieces if n is not None]
    assert numbers == list(range(len(one.annotations)))


def test_a_term_across_two_blocks_joins_them() -> None:
    """Where a line break inside a term parted blocks, they are one."""
    article = Article(
        "a",
        "gencatan\nsenjata",
        "html",
        blocks=(Block(0, 8, "item"), Block(9, 16, "x")),
    )
    one = AnnotatedArticle(article, annotator().annotate(article.text))
    assert [p.pieces for p in passages(one)] == [(("gencatan\nsenjata", 0),)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("Satu.", [("paragraph", "Satu.")]),
        ("Judul\n\nSatu.", [("title", "Judul"), ("paragraph", "Satu.")]),
        ("Satu.\n\nDua.", [("paragraph", "Satu."), ("paragraph", "Dua.")]),
        ("\ufeff Judul \r\n\r\n Satu.", [("title", "Judul"), ("paragraph", "Satu.")]),
        ("Judul\nSatu.\nDua.",
         [("title", "Judul"), ("paragraph", "Satu."), ("paragraph", "Dua.")]),
        ("x" * 70 + "\ny.", [("paragraph", "x" * 70 + "\ny.")]),
        ("x" * 170 + "\n\nSatu.", [("paragraph", "x" * 170), ("paragraph", "Satu.")]),
    ],
)  # fmt: skip
def test_plain_text(text: str, expected: list[tuple[str, str]]) -> None:
    """Empty lines part paragraphs; in texts that are not wrapped each line does."""
    assert shown(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# Judul\n\nSatu\ndua.", [("title", "Judul"), ("paragraph", "Satu\ndua.")]),
        ("## Sub\nSatu", [("heading", "Sub"), ("paragraph", "Satu")]),
        ("- satu\n  lagi\n- dua\n\n1. tiga",
         [("item", "satu\n  lagi"), ("item", "dua"), ("item", "tiga")]),
        ("> satu\n> dua", [("quote", "satu\n> dua")]),
        ("```\na\n\nb\n```\nc", [("code", "```\na\n\nb\n```"), ("paragraph", "c")]),
        ("---\ntitle: x\n---\n\nSatu", [("paragraph", "Satu")]),
        ("#PBB", [("paragraph", "#PBB")]),
    ],
)  # fmt: skip
def test_markdown(text: str, expected: list[tuple[str, str]]) -> None:
    """The marks of Markdown say what a block is."""
    assert shown(text, "markdown") == expected
