"""Every list of words that conditions name: whole, read like its words, and worded."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import padanan
from padanan.language.tables import rows
from padanan.matching.conditions import parse
from padanan.matching.conditions.kinds import LIST, Names
from padanan.matching.conditions.words import CLASSES, spelt_out, word_lists
from tests.matching.small import annotator, concept, spans

if TYPE_CHECKING:
    from collections.abc import Iterator

NO_NAMES = Names(frozenset(), frozenset())


def lacks(name: str, meaning: str, words: tuple[str, ...]) -> Iterator[str]:
    """Yield what a list lacks."""
    if not name.isalpha() or not name.isupper() or name in {*CLASSES, *LIST}:
        yield "has a name that conditions cannot tell from others"
    if not meaning:
        yield "does not say what its words are"
    for word in words:
        if word != word.strip() or not word:
            yield f"has a word that is empty or has spaces around it: “{word}”"
        if word in word_lists() or word in CLASSES:
            yield f"names another list or class: {word}"
    alike = [word if word.isupper() else word.lower() for word in words]
    for word in sorted({word for word in alike if alike.count(word) > 1}):
        yield f"has a word twice: “{word}”"


@pytest.mark.parametrize("name", word_lists())
def test_a_list_lacks_nothing(name: str) -> None:
    """Each has a name, a meaning and words, nothing twice, and is read and worded."""
    meaning, words = word_lists()[name]
    assert not [*lacks(name, meaning, words)]
    condition = parse(f"near {' | '.join(words)}")
    assert condition.tests[0].words == words
    assert not [*condition.problems(NO_NAMES)]
    assert parse(f"near {name}").describe() == f"near {meaning}"


@pytest.mark.parametrize("name", word_lists())
def test_a_name_stands_for_each_of_its_words(name: str) -> None:
    """A condition with the name holds where one with the word holds."""
    words = [word.replace("*", "nya") for word in word_lists()[name].words]
    for form in ("followed by", "near", "sentence has", "document has"):
        reader = annotator(concept("tahanan", when=(f"{form} {name} | zzz",)))
        for word in (*words, "zzz"):
            assert spans(reader.annotate(f"tahanan {word}")) == ["tahanan"], word
        assert not reader.annotate("tahanan itu")
    reader = annotator(concept(words[0], when=(f"written with {name}",)))
    assert spans(reader.annotate(words[0])) == [words[0]]


@pytest.mark.parametrize(
    ("name", "meaning", "words", "complaint"),
    [
        ("sport", "a word of sport", ("klub",), "name that"),
        ("NAME", "a word of sport", ("klub",), "name that"),
        ("PLAY", "", ("klub",), "what its words are"),
        ("PLAY", "a word of sport", ("klub", ""), "is empty"),
        ("PLAY", "a word of sport", ("klub", "SPORT"), "another list"),
        ("PLAY", "a word of sport", ("klub", "Klub"), "twice"),
    ],
)
def test_what_is_missing_is_named(
    name: str, meaning: str, words: tuple[str, ...], complaint: str
) -> None:
    """The contract names what a list lacks."""
    assert any(complaint in one for one in lacks(name, meaning, words))


def test_names_and_meanings_are_different() -> None:
    """No two lists are called alike, and none like a term of the glossary."""
    names = [row[0] for row in rows("word_lists.tsv")]
    assert len(names) == len(word_lists())
    assert len({one.meaning for one in word_lists().values()}) == len(names)
    terms = {term.text for one in padanan.load().concepts for term in one.terms}
    assert terms.isdisjoint(names)


def test_a_list_beside_its_own_words() -> None:
    """Each word counts once, the first time."""
    spelt = spelt_out(("gol", "SPORT", "klub", "kota"))
    assert spelt[0] == "gol"
    assert spelt[-1] == "kota"
    assert len(set(spelt)) == len(spelt) == len(word_lists()["SPORT"].words) + 1


def test_equal_lists_are_one_object() -> None:
    """Lists are made ready for comparing once, however many conditions name them."""
    first, second = parse("followed by SPORT"), parse("near SPORT and not near kota")
    assert first.tests[0].wanted is second.tests[0].wanted


@pytest.mark.parametrize(
    ("condition", "problem"),
    [
        ("near dari SPORT", "“dari SPORT” is never found — ask for SPORT by itself"),
        ("near SPORT | klub", "“klub” is in SPORT already — take it out"),
        ("near SPORT | pemain", ""),
    ],
)
def test_lint_of_lists(condition: str, problem: str) -> None:
    """A name inside several words, and a word that a list has, are reported."""
    assert "".join(parse(condition).problems(NO_NAMES)) == problem


def test_a_name_is_explained() -> None:
    """The reason says what the name stands for, and which word was found."""
    reader = annotator(concept("tahanan", unless=("near SPORT | kota",)))
    (lost,) = reader.engine.explain("tahanan klub")
    assert lost.losers[0].reason == "unless near SPORT (a word of sport) | kota: “klub”"
