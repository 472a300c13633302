"""Markdown: what its lines and signs mean."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from padanan.articles.article import Cell
from padanan.articles.markdown.blocks import blocks

if TYPE_CHECKING:
    from types import FrameType


def shown(text: str) -> list[tuple[str, str]]:
    """Return role and text of the blocks of a text."""
    return [(block.role, text[block.start : block.end]) for block in blocks(text)]


def runs(text: str) -> list[tuple[str, str, str]]:
    """Return kind, text and target of the runs, those of mark-up left out."""
    return [
        (run.kind, text[run.start : run.end], run.target)
        for block in blocks(text)
        for run in block.runs
        if run.kind != "markup"
    ]


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
        ("Satu[^a]\n\n[^a]: Dua\ntiga",
         [("paragraph", "Satu[^a]"), ("note", "[^a]: Dua\ntiga")]),
        ("[un]: https://un.example\n\nSatu", [("paragraph", "Satu")]),
        ("Satu\n[un]: https://un.example",
         [("paragraph", "Satu\n[un]: https://un.example")]),
        ("[Jenewa]: PBB tiba.", [("paragraph", "[Jenewa]: PBB tiba.")]),
        ("a | b\n--|--\nc\n\nd | e",
         [("cell", "a"), ("cell", "b"), ("cell", "c"), ("paragraph", "d | e")]),
        ("a | b\n---\nc", [("paragraph", "a | b\n---\nc")]),
    ],
)  # fmt: skip
def test_blocks(text: str, expected: list[tuple[str, str]]) -> None:
    """The marks of Markdown say what a block is."""
    assert shown(text) == expected


def test_levels() -> None:
    """Headings have the number of their marks, items the depth of their list."""
    text = "# a\n### b\n- c\n  - d\n    1. e\n- f\n\ng\n\n - h\n"
    assert [block.level for block in blocks(text)] == [1, 3, 1, 2, 3, 1, 0, 1]


def test_cells_have_their_places() -> None:
    """Empty cells count, escaped bars do not part, and tables are numbered."""
    text = "| a | b |\n|:-:|---|\n| | c \\| d |\n\nx | y\n-|-\n"
    assert [(text[b.start : b.end], b.cell) for b in blocks(text)] == [
        ("a", Cell(0, 0, 0)),
        ("b", Cell(0, 0, 1)),
        ("c \\| d", Cell(0, 1, 1)),
        ("x", Cell(1, 0, 0)),
        ("y", Cell(1, 0, 1)),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("*a* _b_", [("italic", "a", ""), ("italic", "b", "")]),
        ("**a** __b__", [("bold", "a", ""), ("bold", "b", "")]),
        ("***a** b*", [("italic", "**a** b", ""), ("bold", "a", "")]),
        ("*a **b** c*", [("italic", "a **b** c", ""), ("bold", "b", "")]),
        ("a_b_c 2*3*4", [("italic", "3", "")]),
        ("* a* **", []),
        ("*foo**bar*", [("italic", "foo**bar", "")]),
        ("**foo*", [("italic", "foo", "")]),
        ("~~a~~ ~b~ ~~~c~~~", [("strike", "a", ""), ("strike", "b", "")]),
        ("`a` ``b`c`` `d", [("code", "a", ""), ("code", "b`c", "")]),
        ("\\*a\\* `\\`", [("code", "\\", "")]),
        ("[a](b) [c](<d e> \"f\")", [("link", "a", "b"), ("link", "c", "d e")]),
        ("[a [b](c)](d)", [("link", "b", "c")]),
        ("[*a](b)*", [("link", "*a", "b")]),
        ("![a](b) <https://c.example>",
         [("image", "a", "b"), ("link", "https://c.example", "https://c.example")]),
        ("[a][L] [l] [b][] [m]\n\n[L]: x\n[b]: y",
         [("link", "a", "x"), ("link", "l", "x"), ("link", "b", "y")]),
        ("a[^1]\n\n[^1]: b", [("note", "[^1]", "1"), ("note", "[^1]:", "1")]),
        ("<b>*a*</b>", [("italic", "a", "")]),
        ("> *a\n> b*", [("italic", "a\n> b", "")]),
    ],
)  # fmt: skip
def test_runs(text: str, expected: list[tuple[str, str, str]]) -> None:
    """Emphasis, code, links and notes are what CommonMark says they are."""
    assert runs(text) == expected


def test_what_is_left_without_markup() -> None:
    """The text without its mark-up is what a reader sees."""
    text = "## Kata **PBB** ##\n\n> satu\n> [dua](x)\n\n```\nkode\n```\n"
    seen = []
    for block in blocks(text):
        hidden = {
            at
            for run in block.runs
            if run.kind == "markup"
            for at in range(run.start, run.end)
        }
        span = range(block.start, block.end)
        seen.append("".join(text[at] for at in span if at not in hidden))
    assert seen == ["Kata PBB", "satu\ndua", "kode\n"]


@pytest.mark.parametrize(
    "piece",
    ["*", "_*", "*a ", "**a _b ", "[", "[a](b", "![", "](a ", "`", "` `` ", "<a",
     "[^", "\\", "~", "a | b\n-|-\n", "> ", "[a]: b\n", "```\n", "[a](b)![c", "*a_ ",
     "(((", "\n", " ", "|", "-", "#", "# a #"],
)  # fmt: skip
def test_no_text_takes_long(piece: str) -> None:
    """Twice as much of a sign takes about twice the calls."""
    assert calls(piece * 800) <= 2.2 * calls(piece * 400)


def calls(text: str) -> int:
    """Return how many functions are called while a text is read."""
    count = 0

    def counted(frame: FrameType, event: str, arg: object) -> None:
        del frame, arg
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(counted)
    try:
        blocks(text)
    finally:
        sys.setprofile(before)
    return count
