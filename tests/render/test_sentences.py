"""What readers, lists and pages say is there in both languages of the interface."""

from __future__ import annotations

import ast
from itertools import chain, product
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

import padanan
from padanan.files.extras import missing
from padanan.render import sentences
from padanan.render.sentences import DASH, halves, told

if TYPE_CHECKING:
    from collections.abc import Iterator

SOURCE = Path(padanan.__file__).parent
SHOWN = (
    "articles", "translation", "files", "glossary", "matching/conditions", "serve",
    "jobs/adding.py", "jobs/articles.py", "jobs/units.py",
)  # fmt: skip
"""What raises sentences that a page can show."""
OTHERS = (
    "{} — {}", "{} — choose another format", "{} — edit it by hand",
    "{} — name a file", "{} — name another file", "{} — restore that text",
    "{} — see /docs", "{} — a sheet is read up to column {}",
    # Of folders, standard input, options and files that are written: no page has them.
    "{}: {} not followed ({}) — name {}", "{}: {} not read ({}) — {}",
    "standard input is closed — name a file",
    "standard input has no ending — say --from with one of {}",
    "--sheet and --map are for tables — leave them out",
    "“{}” is not a mapping — write HEADING=COLUMN: Istilah=term",
    "no column “{}” — name one of {}, or -", "no heading “{}” — it has {}",
    "already there, and not as Padanan wrote it — name another file, or say --force",
    "{}: the page has more than its article — add --main to leave it out",
    # Said in the terminal, and to programs.
    "port {} is in use — name another with --port",
    "port {} needs an administrator — name one from 1024 with --port",
    "“{}” is not an address of this machine — name another with --host",
    'Write: "{}" — {}', "“{}” cannot be written — {}", "no format “{}” — choose of {}",
)  # fmt: skip
"""Sentences that are not looked up: they are put together, or no page shows them."""


def modules() -> Iterator[Path]:
    """Yield the modules that raise what a page can show."""
    for name in SHOWN:
        place = SOURCE / name
        yield from sorted(place.rglob("*.py")) if place.is_dir() else [place]


def said_in(module: Path) -> Iterator[str]:
    """Yield the sentences of a module, with ``{}`` for what differs."""
    tree = ast.parse(module.read_text(encoding="utf-8"))
    docs = {ast.get_docstring(node, clean=False) for node in _documented(tree)}
    inside = {
        part
        for node in ast.walk(tree)
        if isinstance(node, ast.JoinedStr)
        for part in node.values
    }
    for node in ast.walk(tree):
        text = _text(node)
        if node not in inside and DASH in text.strip() and text not in docs:
            yield text


def _documented(tree: ast.Module) -> Iterator[ast.Module | ast.FunctionDef]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.FunctionDef | ast.ClassDef):
            yield node  # type: ignore[misc]  # ast types each of them for itself


def _text(node: ast.AST) -> str:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(_text(part) or "{}" for part in node.values)
    return ""


SAID = sorted({text for module in modules() for text in said_in(module)})
WORDS = (
    "7", "7 MiB", "7 lines", "word", "from “fr” into “en”", "did you mean “x”?",
    "python -m pip install x",
)  # fmt: skip
"""What may stand in a blank."""


def filled(sentence: str) -> Iterator[str]:
    """Yield a sentence with its blanks filled in every way."""
    pieces = sentence.split("{}")
    for words in product(WORDS, repeat=len(pieces) - 1):
        yield "".join(chain(*zip(pieces, (*words, ""), strict=True)))


def test_every_sentence_has_its_indonesian() -> None:
    """A sentence with a dash in a module that pages use is in the table."""
    assert len(SAID) > 100
    assert not [
        sentence
        for sentence in SAID
        if sentence not in OTHERS
        if all(told(text, "id").language != "id" for text in filled(sentence))
    ]


@pytest.mark.parametrize("module", ["openpyxl", "docx", "pypdfium2"])
def test_what_is_not_installed(module: str) -> None:
    """A reader that lacks its package says so in Indonesian."""
    assert told(missing(module), "id").language == "id"


def test_the_others_are_there() -> None:
    """No sentence is passed over that nobody says any more."""
    assert set(OTHERS) <= set(SAID)


def test_each_half_has_its_blanks() -> None:
    """What differs stands in Indonesian too."""
    for half in halves():
        blanks = sorted(sentences.BLANK.findall(half.said))
        assert sorted(sentences.BLANK.findall(half.id)) == blanks, half


def test_no_half_stands_behind_another_one() -> None:
    """Each is found by its own row, with what stands in its blanks."""
    for half in halves():
        one = sentences.BLANK.sub(lambda b: SAMPLES.get(b[1], "kata"), half.said)
        found = sentences.BLANK.sub(lambda blank: _shown(blank[1]), half.id)
        assert told(one, "id") == (found, "id"), half


SAMPLES = {
    "n": "1,234", "size": "2,000 bytes", "things": "2 pages", "key": "unless",
    "encoding": "UTF-16",
}  # fmt: skip


def _shown(name: str) -> str:
    shown = {"n": "1.234", "size": "2.000 bita", "things": "2 halaman"}
    return shown.get(name) or SAMPLES.get(name, "kata")


@pytest.mark.parametrize(
    ("said", "language", "text"),
    [
        ("a: b.docx:7: more than 1,048,576 rows — split it", "id",
         "a: b.docx:7: lebih dari 1.048.576 baris — bagi menjadi bagian yang lebih"
         " kecil"),
        ("a.xlsx: not read: sheets “A — B”, “C” — name it with --sheet", "en",
         "a.xlsx: not read: sheets “A — B”, “C” — name it with --sheet"),
        ("a.xlsx: not read: sheet “Lama” — name it with --sheet", "en",
         "a.xlsx: not read: sheet “Lama” — put that sheet first"),
        ("b.en:1: 1,998 lines, but the source has 2,001 — line against line both must"
         " have as many", "id",
         "b.en:1: 1.998 baris, sedangkan sumbernya 2.001 — baris demi baris, jumlah"
         " keduanya harus sama"),
        ("own.po: “{n}” is not to be used in the entry “{0}” — edit it by hand", "id",
         "own.po: “{n}” tidak boleh dipakai menurut entri “{0}” — sunting berkasnya"
         " sendiri"),
    ],
)  # fmt: skip
def test_sentences(said: str, language: str, text: str) -> None:
    """Names are kept as they are, numbers are written as the language does."""
    assert told(said, language).text == text


@given(st.text(max_size=200))
def test_any_text_is_told(text: str) -> None:
    """What is no sentence of ours is shown as it is, and said to be English."""
    assert told(f"{text}\x00", "id") == (f"{text}\x00", "en")


def test_a_long_one_is_not_looked_up() -> None:
    """However a hostile name is made, the time it takes stays small."""
    told("a: — “" * 300, "id")
    assert told("x" * 5_000, "id").language == "en"
