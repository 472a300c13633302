"""Markdown is written with other words, and is else what it was."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from padanan.articles.readers import read, rewritten, translatable
from padanan.language.segment import segment
from padanan.translation.passages import apart
from padanan.translation.tagged import read_marks
from padanan.translation.worksheet import Worksheet, assemble, make
from tests.laws import examples

if TYPE_CHECKING:
    from collections.abc import Callable

PIECES = (
    *(
        "PBB ",
        "dua kata. Tiga ",
        "*",
        "**",
        "_",
        "`",
        "~~",
        "\\",
        "<b>",
        "<https://x.id>",
    ),
    *("[", "](x)", "![a](b)", "[PBB][]", "\n\n[PBB]: https://x.id\n", "[^1]", "[^1]: "),
    *("\n", "\n\n", "  \n", "# ", "- ", "  - ", "> ", "\n\n```\nx\n```\n\n", "```\n"),
    "| a | b |\n|-|-|\n",
)


def sheet_of(text: str) -> Worksheet:
    """Return the worksheet of a text."""
    found = translatable(read(text.encode(), "a.md"))
    segments = segment(found.article.prose)
    return make(found, list(apart(segments, found.article)))


def translate(text: str, into: Callable[[str], str]) -> str:
    """Return a text whose sentences a function translates, marks and all."""
    sheet = sheet_of(text)
    units = [
        replace(entry.unit, tagged_target=read_marks(into(entry.tagged.marked)))
        for entry in sheet.units
    ]
    done = assemble(sheet.skeleton, units, "a.po")
    return rewritten(done.document.article, done.leaves).decode()


@pytest.mark.slow
@examples(300)
@given(st.lists(st.sampled_from(PIECES), max_size=16).map("".join))
def test_put_together_unchanged_it_is_the_same(text: str) -> None:
    """Taken apart and put together, any text has the same bytes."""
    found = translatable(read(text.encode(), "a.md"))
    assert rewritten(found.article, found.leaves) == text.encode()


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("Menlu *AS* tiba.", ["Menlu {1}AS{/1} tiba."]),
        ("Menlu ***AS*** tiba.", ["Menlu {1}AS{/1} tiba."]),
        ("**Menlu tiba.**", ["Menlu tiba."]),
        ("Baca [PBB *ini*](x \"y\") lagi.", ["Baca {1}PBB {2}ini{/2}{/1} lagi.", "y"]),
        ("Lihat ![peta](x.png) itu.", ["Lihat {1}peta{/1} itu."]),
        ("Lihat <https://un.example> lagi.", ["Lihat {1/} lagi."]),
        ("Jalankan `x = 1` lagi.", ["Jalankan {1}x = 1{/1} lagi."]),
        ("Menlu[^1] tiba.\n\n[^1]: Catatan.", ["Menlu{1/} tiba.", "Catatan."]),
        ("Satu  \ndua", ["Satu{1/}dua"]),
        ("Satu\ndua", ["Satu dua"]),
        ("5 \\* 3 hari", ["5 * 3 hari"]),
        ("# Judul #\n\n- butir\n\n> kutipan", ["Judul", "butir", "kutipan"]),
        ("| a b | c d |\n|---|---|\n| e f | g h |", ["a b", "c d", "e f", "g h"]),
        ("---\ntitle: x\n---\n\nIsi", ["Isi", "x"]),
        ("    kode ini\n\nIsi", ["Isi"]),
    ],
)  # fmt: skip
def test_marks(text: str, marked: list[str]) -> None:
    """What a translator sees of emphasis, links and notes."""
    assert [unit.tagged.marked for unit in sheet_of(text).units] == marked


@pytest.mark.parametrize(
    ("text", "target", "written"),
    [
        ("Menlu *AS* tiba.", "The {1}US{/1} came.", "The *US* came."),
        ("Menlu *AS* tiba.", "The US came.", "The US came."),
        ("Baca [PBB](x) lagi", "The {1}UN{/1}", "The [UN](x)"),
        (
            "Baca ini",
            "Read [x](y) <b> \\* C:\\a",
            "Read \\[x\\](y) \\<b> \\\\\\* C:\\a",
        ),
        ("Satu", "A *b* `c` _d_ 5 * 3 e_f", "A \\*b\\* \\`c\\` \\_d\\_ 5 * 3 e_f"),
        ("Satu `dua`", "One {1}a*b{/1}", "One `a*b`"),
        ("Satu", "1. One", "1\\. One"),
        ("> Satu", "One", "> One"),
        ("- butir\n  ini", "item", "- item"),
        ("A [b](x)", "Well! {1}b{/1}", "Well! [b](x)"),
        ("A [b](x)", "Well!{1}b{/1}", "Well\\![b](x)"),
    ],
)
def test_written(text: str, target: str, written: str) -> None:
    """Marks move with their words, and words are no marks."""
    definitions = "\n\n[PBB]: https://un.example\n"
    out = translate(text + definitions, lambda _: target)
    assert out == written + definitions


def test_a_paragraph_does_not_become_a_list() -> None:
    """Words at the beginning of a paragraph are no mark of a list or heading."""
    text = "Awal\n\nSatu\n\nDua\n"
    words = iter(("Start", "1. One", "# Two"))
    assert translate(text, lambda _: next(words)) == "Start\n\n1\\. One\n\n\\# Two\n"


def test_the_words_of_a_link_may_be_its_label() -> None:
    """A link that is found by its words is found when these are translated."""
    text = "Ada [dewan keamanan] dan [PBB][].\n\n[PBB]: x\n[Dewan keamanan]: y\n"
    out = translate(text, lambda _: "The {1}council{/1} and {2}UN{/2}.")
    assert out.startswith("The [council][dewan keamanan] and [UN][PBB].\n")


def test_bars_in_a_table_are_words() -> None:
    """A bar that a translator writes in a cell does not begin another one."""
    text = "| a b | c |\n|---|---|\n| d | e |\n"
    out = translate(text, lambda marked: "x | y" if marked == "a b" else marked)
    assert out.startswith("| x \\| y | c |\n")


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ('[PBB](x "Situs PBB")', '[X](x "X")'),
        ("[PBB](x 'Situs PBB')", "[X](x 'X')"),
        ("[PBB](x (Situs PBB))", "[X](x (X))"),
        ('![peta](x.png "Peta Timor")', '![X](x.png "X")'),
        (
            '[PBB][un]\n\n[un]: https://x.id "Situs PBB"\n',
            '[X][un]\n\n[un]: https://x.id "X"\n',
        ),
        (
            '<img src="a.png" alt="peta" title="Peta Timor">',
            '<img src="a.png" alt="X" title="X">',
        ),
        (
            "---\ntitle: Gencatan senjata\nlayout: post\n---\n\nNota.\n",
            "---\ntitle: X\nlayout: post\n---\n\nX\n",
        ),
        (
            '+++\ntitle = "Gencatan senjata"\nslug = "gs"\n+++\n\nNota.\n',
            '+++\ntitle = "X"\nslug = "gs"\n+++\n\nX\n',
        ),
    ],
)
def test_labels_are_translated(text: str, written: str) -> None:
    """Titles of links, pictures and the whole text are translated where they stand."""
    assert translate(text, _crossed) == written


def _crossed(sentence: str) -> str:
    """Return a sentence with one letter for each of its texts."""
    return (
        "X"
        if "{" not in sentence
        else re.sub(r"(?<=\}|^)[^{}]+(?=\{|$)", "X", sentence)
    )


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ('the "map"', '[X](x "the \\"map\\"")'),
        ("back\\slash", '[X](x "back\\\\slash")'),
    ],
)
def test_signs_in_titles_are_escaped(words: str, written: str) -> None:
    """A quotation mark in new words does not end the title."""
    done = translate('[PBB](x "Peta")', lambda said: words if said == "Peta" else "X")
    assert done == written
    assert words in [unit.tagged.marked for unit in sheet_of(done).units]


def test_new_front_matter_stays_valid() -> None:
    """Words with a colon are put into quotation marks, as YAML requires."""
    text = "---\ntitle: Gencatan\n---\n"
    done = translate(text, lambda _: "Truce: a start")
    assert done == '---\ntitle: "Truce: a start"\n---\n'


@pytest.mark.parametrize(
    "text", ['```\n[a]: x "Peta"\n```', '`[a](x "Peta")`', "---\nslug: peta\n---\n"]
)
def test_code_has_no_labels(text: str) -> None:
    """What looks like a title in code is kept."""
    assert all(unit.tagged.marked != "Peta" for unit in sheet_of(text).units)
    assert "eta" in translate(text, _crossed)
