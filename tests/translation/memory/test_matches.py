"""What a memory finds for a sentence, and for words."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from padanan.translation.memory.database import PlacedUnit, Remembered, add, opened
from padanan.translation.memory.matches import (
    MatchKind,
    Neighbours,
    concordance,
    matches,
    words_of,
)
from tests.laws import examples

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

KNOWN = (
    ("Menlu AS tiba di Istanbul pada hari Senin.", "The Secretary of State arrived."),
    ("Duta besar menyerahkan surat kepercayaan.", "The ambassador presented letters."),
    ("Gencatan senjata berlaku pukul 06.00.", "The ceasefire took effect at 6 a.m."),
    ("Kuasa usaha dipanggil.", "The chargé d’affaires was summoned."),
)


@pytest.fixture
def memory() -> Iterator[sqlite3.Connection]:
    """A memory of four sentences."""
    with opened(":memory:", create=True) as found:
        add(found, [PlacedUnit(Remembered(*pair)) for pair in KNOWN], "a")
        yield found


@given(st.lists(st.text(max_size=30), max_size=6), st.text(max_size=30))
@examples(50)
def test_any_sentence_may_be_asked(known: list[str], asked: str) -> None:
    """Nothing in a sentence is read as a query, and what is known is found."""
    with opened(":memory:", create=True) as memory:
        whole = [text for text in known if text.isprintable() and text.strip()]
        add(memory, [PlacedUnit(Remembered(text, "x")) for text in whole], "a")
        matches(memory, asked.encode("utf-8", "ignore").decode())
        for text in whole:
            (first, *_) = matches(memory, text)
            assert (first.how, first.score) == (MatchKind.EXACT, 100)


@pytest.mark.parametrize("pair", KNOWN)
def test_the_same_sentence(memory: sqlite3.Connection, pair: tuple[str, str]) -> None:
    """White space does not matter, capitals do."""
    first = matches(memory, f"  {pair[0].replace(' ', '  ')}\n")[0]
    assert (first.how, first.unit.target) == (MatchKind.EXACT, pair[1])
    assert matches(memory, pair[0].upper())[0].how is MatchKind.FUZZY


def test_similar_sentences(memory: sqlite3.Connection) -> None:
    """One is found with its score; what is not like any finds nothing."""
    (found,) = matches(memory, "Menlu AS tiba di Ankara pada hari Senin.")
    assert found.how is MatchKind.FUZZY
    assert 75 <= found.score <= 99
    assert found.unit.target == KNOWN[0][1]
    assert matches(memory, "Kota kecil itu sepi.") == ()
    assert matches(memory, "") == ()


def test_the_translation_of_the_same_context_comes_first() -> None:
    """Then the latest one."""
    a, b = Remembered("Ya.", "Yes."), Remembered("Ya.", "Agreed.")
    c = Remembered("Ya.", "Indeed.")
    with opened(":memory:", create=True) as memory:
        units = [
            PlacedUnit(a, "Setuju?", "Baik."),
            PlacedUnit(b, "Anda?", ""),
            PlacedUnit(c),
        ]
        add(memory, units, "a")
        found = matches(memory, "Ya.", Neighbours("Setuju?", "Baik."))
        assert [(one.how.value, one.unit.target) for one in found] == [
            ("context", "Yes."),
            ("exact", "Indeed."),
            ("exact", "Agreed."),
        ]
        assert matches(memory, "Ya.")[0].unit.target == "Indeed."


def test_changed_sentences_find_their_own() -> None:
    """Of 300 among 3,000, with 15 % of the words changed, at least 95 % come first."""
    numbers = random.Random(2026)  # noqa: S311 - no secret
    words = ["".join(numbers.choices("aiueonrtskl", k=7)) for _ in range(900)]
    known = [" ".join(numbers.choices(words, k=14)) for _ in range(3_000)]
    right = 0
    with opened(":memory:", create=True) as memory:
        add(memory, [PlacedUnit(Remembered(text, text[::-1])) for text in known], "a")
        for text in known[::10]:
            asked = text.split()
            for at in numbers.sample(range(14), 2):
                asked[at] = numbers.choice(words)
            found = matches(memory, " ".join(asked))
            right += bool(found) and found[0].unit.source == text
    assert right >= 285


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("gencatan senjata", [2]),
        ("GENCATAN-SENJATA", [2]),
        ("senjata gencatan", []),
        ("ambassador", [1]),
        ("charge d'affaires", [3]),
        ("di istanbul", [0]),
        ("…", []),
        ('" OR *', []),
    ],
)
def test_concordance(
    memory: sqlite3.Connection, words: str, expected: list[int]
) -> None:
    """The words as they follow each other, in either language, accents or not."""
    found = [one.source for one in concordance(memory, words, 5)]
    assert found == [KNOWN[number][0] for number in expected]


def test_concordance_begins_with_the_latest(memory: sqlite3.Connection) -> None:
    """And has no more than is wanted."""
    add(
        memory,
        [PlacedUnit(Remembered(f"visa {n}", f"visa {n}")) for n in range(9)],
        "b",
    )
    found = [one.source for one in concordance(memory, "visa", 3)]
    assert found == ["visa 8", "visa 7", "visa 6"]


def test_words_are_those_of_the_index(memory: sqlite3.Connection) -> None:
    """Each word that is looked for is in the index as it is asked for."""
    odd = "Écrit İstanbul ſ straße ﬁn 5,5% a_b o'clock naïve Œuvre"
    add(memory, [PlacedUnit(Remembered(odd, "x"))], "b")
    terms = {
        term
        for (term,) in memory.execute(
            "SELECT term FROM vocabulary WHERE col = 'source'"
        )
    }
    missing = set(words_of(odd)) - terms
    assert missing <= {"ſ"}  # which SQLite takes for s
