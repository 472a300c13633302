"""Conditions in words, and the table for language models."""

from __future__ import annotations

import pytest

from padanan.exchange import prompt
from padanan.exchange.formats import FormatOptions
from padanan.exchange.prose import binding, condition, recognition
from padanan.language.countries import region_name
from padanan.model import Glossary, Status, Term
from tests.glossaries import hostile, mini, plain, whole


def rows(glossary: Glossary, *, reverse: bool = False) -> list[list[str]]:
    """Return the cells of the table, without the heading."""
    text = prompt.dumps(glossary, FormatOptions(reverse=reverse)).files[0][1].decode()
    lines = [line for line in text.split("\n") if line.startswith("| ")][1:]
    return [line.removeprefix("| ").removesuffix(" |").split(" | ") for line in lines]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("preceded by dalam | masa", "after “dalam” or “masa”"),
        ("preceded within 3 by x", "within 3 words after “x”"),
        ("followed by COUNTRY", "before the name of a country"),
        (
            "followed within 2 by NAME | NUMBER",
            "within 2 words before a name or a numb",
        ),
        ("near perjanjian*", "near “perjanjian…”"),
        ("sentence has ANY", "in a sentence with any word"),
        ("document has PBB", "in a text with “PBB”"),
        ("with domain law", "beside another term of “law”"),
        ("with concept nota", "beside the term “nota”"),
        ("capitalised and not near x", "written with capitals, and not near “x”"),
        ("not capitalised", "not written with capitals"),
        ("whatever it is", "whatever it is"),
    ],
)
def test_conditions_in_words(text: str, words: str) -> None:
    """Every test of a condition has words; what is none is left as it is."""
    assert condition(text).startswith(words)


def test_every_shipped_condition_has_words() -> None:
    """No condition of the glossary is shown in its own language."""
    for concept in whole().concepts:
        found = [t.condition for t in concept.equivalents if t.condition]
        for text in (*concept.when, *concept.unless, *found):
            assert condition(text) != text


@pytest.mark.parametrize(
    ("code", "name"),
    [("US", "the United States"), ("UN", "the United Nations"), ("CN", "China"),
     ("ZZ", "ZZ")],
)  # fmt: skip
def test_regions_in_words(code: str, name: str) -> None:
    """Codes are named as English names them."""
    assert region_name(code) == name


def test_region_and_condition_together() -> None:
    """Where both are given, both are said."""
    term = Term("x", region="US", condition="near Washington")
    assert binding(term) == "for the United States, near “Washington”"
    assert recognition(plain("nota")) == ""


def test_a_row_says_all() -> None:
    """Terms, the English, others with their conditions, what not to write."""
    (row,) = (row for row in rows(mini()) if row[0].startswith("gencatan"))
    assert row == [
        "gencatan senjata; penghentian tembak-menembak",
        "ceasefire",
        "truce; after “masa” or “jeda”: lull in the fighting",
        "",
        "arms stop (a calque); weapons halt",
        "Armistice is the formal end of fighting, as in Korea in 1953. “Gencatan” alone"
        " is not used.",
    ]


def test_senses_are_told_apart() -> None:
    """A term of two senses says which one the row is about."""
    (row,) = (row for row in rows(mini()) if row[1] == "mission")
    assert row[3].startswith("only beside another term of “missions” or “consular”; or")
    assert "; in the sense: Office that represents a state" in row[3]


def test_reverse_has_english_first() -> None:
    """The English is looked for, the Indonesian written."""
    (row,) = (row for row in rows(mini(), reverse=True) if row[1].startswith("genc"))
    assert row[0].startswith("ceasefire; truce; after “masa”")
    assert row[2:5] == [
        "penghentian tembak-menembak",
        "",
        "perletakan senjata (that is disarmament)",
    ]


def test_no_text_breaks_the_table() -> None:
    """Every row has six cells, whatever stands in them, and no markup lives."""
    glossary = Glossary(
        (*hostile().concepts, plain("a\nb")._replace(terms=(Term("a\nb"),)))
    )
    text = prompt.dumps(glossary, FormatOptions()).files[0][1].decode()
    table = [line for line in text.split("\n") if line.startswith("|")][2:]
    assert len(table) == len(glossary)
    for line in table:
        bare = line.replace("\\\\", "").replace("\\|", "")
        assert bare.count("|") == 7
        assert "<" not in bare.replace("\\<", "")


def test_deprecated_english_is_never_offered() -> None:
    """What is to be avoided stands under “Not” alone."""
    concept = plain("nota", "note")._replace(
        equivalents=(Term("note"), Term("nota", Status.DEPRECATED)),
    )
    assert rows(Glossary((concept,))) == [["nota", "note", "", "", "nota", ""]]
