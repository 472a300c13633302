"""The checks of one long unit take time that grows with its length."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from padanan.checks.findings import Finding, Severity
from padanan.checks.runner import check_translation
from padanan.checks.table import TRANSLATION
from padanan.checks.translation.occurrences import _phrases_in, left_quotations
from padanan.checks.translation.terms import _ODD, _as_written, _places
from padanan.checks.waivers import sift
from padanan.matching import make_engine
from padanan.matching.compiling import compile_glossary
from padanan.model import Concept, Glossary, Joining, Status, Term
from padanan.translation.units import Unit, Waiver
from tests.growth import growth

if TYPE_CHECKING:
    from collections.abc import Callable

QUADRATIC = 2.3
"""Growth from which it is no longer about linear."""

LETTERS = "abcdefghijklmnop"


def word(number: int) -> str:
    """Return a word of eight letters, another one for each number."""
    return "".join(LETTERS[number * 7919 >> 4 * at & 15] for at in range(8))


def many(pattern: str, size: int, first: int = 0) -> str:
    """Return a text that says a pattern many times, each time with other words."""
    return "".join(
        pattern.replace("NAME", word(first + number).capitalize()).replace(
            "WORD", word(first + number)
        ).replace("NUMBER", str(3 * (first + number) + 20))
        for number in range(size)
    )  # fmt: skip


ENGINE = make_engine(
    compile_glossary(
        Glossary((
            Concept("gencatan-senjata", "conflict", (Term("gencatan senjata"),),
                    (Term("ceasefire"), Term("truce", Status.DEPRECATED))),
            Concept("ancaman", "conflict", (Term("ancaman"),), (Term("threat"),),
                    heads=(Joining("EN HEAD"),)),
            Concept("nuklir", "conflict", (Term("nuklir"),), (Term("nuclear"),),
                    modifiers=(Term("nuclear"),)),
        ))
    )
)  # fmt: skip

CODES = tuple(check.code for check in TRANSLATION)
"""Every check, also those that are off where nobody asks for them."""

UNITS: dict[str, tuple[str, str]] = {
    "names that lack": ("kata NAME NAMEx ", "said NAME "),
    "names of which a word lacks": ("Marco NAME dan ", "Marco NAMEo and "),
    "quotations": ("“WORD WORD” ", "WORD "),
    "one quotation": ("“WORD” ", "“WORD” "),
    "numbers": ("NUMBER orang ", "NUMBER people "),
    "small numbers": ("lima orang ", "six people "),
    "countries": ("Rusia dan Prancis ", "Germany and Japan "),
    "a term": ("gencatan senjata ", "ceasefire "),
    "a term that lacks": ("gencatan senjata ", "WORD "),
    "a deprecated term": ("gencatan senjata ", "truce "),
    "composed terms": ("ancaman nuklir WORD ", "nuclear threat WORD "),
    "heads far from modifiers": (
        "ancaman nuklir ",
        "threat WORD WORD WORD WORD WORD WORD WORD WORD nuclear ",
    ),
    "sentences": ("Ia tiba. ", "He came. "),
}
"""What a unit says many times in both languages."""


@pytest.mark.slow
@pytest.mark.parametrize("name", UNITS)
def test_work_grows_with_the_unit(name: str) -> None:
    """Twice as long a unit is about twice as much work."""
    source, target = UNITS[name]

    def work(size: int) -> object:
        unit = Unit("1", many(source, size), many(target, size, 10_000))
        return check_translation(ENGINE, [unit], select=CODES)

    assert growth(work, 60) < QUADRATIC


def test_quadratic_work_is_noticed() -> None:
    """The count tells what compares all with all."""

    def work(size: int) -> object:
        return [one == other for one in range(size) for other in range(size)]

    assert growth(work, 60) > QUADRATIC


def test_work_grows_with_findings_and_waivers() -> None:
    """Decisions are found by what they are about."""

    def work(size: int) -> object:
        numbers = range(size)
        findings = [
            Finding("T201", Severity.WARNING, "m", "a.po", "1", unit=str(number))
            for number in numbers
        ]
        waivers = [Waiver("T2", "", "x", str(number)) for number in numbers]
        everywhere = [Waiver("T3", f"c{number}", "x") for number in numbers]
        return sift(findings, (*everywhere, *waivers))

    assert growth(work, 100) < QUADRATIC


def test_many_quotations_are_looked_for_at_once() -> None:
    """The target is read once for each length, not for each quotation."""
    words = Counting(word(number) for number in range(50))
    phrases = frozenset((word(number), word(number + 1)) for number in range(500))
    Counting.taken = 0
    assert len(_phrases_in(words, phrases)) == 49
    assert Counting.taken == 2


class Counting(tuple[str, ...]):
    """Words that count how often a stretch of them is taken."""

    __slots__ = ()
    taken = 0

    def __getitem__(self, key):  # type: ignore[no-untyped-def]
        """Return a part, and count it."""
        Counting.taken += 1
        return super().__getitem__(key)


QUOTED = st.lists(st.sampled_from(["a", "b", "c", "A", "b c", ",", " "]), max_size=8)


@given(st.lists(QUOTED, max_size=6), st.lists(QUOTED, max_size=6))
def test_quotations_that_are_left(
    quoted: list[list[str]], target: list[list[str]]
) -> None:
    """A quotation is left where the target has its words behind each other."""
    source = " ".join(f"“{' '.join(words)}”" for words in quoted)
    english = " ".join(" ".join(words) for words in target)

    def words(text: str) -> str:
        return f" {' '.join(text.replace(',', ' ').lower().split())} "

    wanted = [
        " ".join(some)
        for some in quoted
        if len(" ".join(some)) > 1
        and words(" ".join(some)).strip()
        and words(" ".join(some)) in words(english)
    ]
    spans = left_quotations(source, english)
    assert [source[start:end] for start, end in spans] == wanted


SIGNS = st.text(st.sampled_from("aA Bb-_.\n1(") | st.characters(), max_size=12)


@given(SIGNS.filter(str.strip), SIGNS, st.sampled_from([str, str.upper]))
def test_terms_left_are_found_by_their_first_words(
    term: str, around: str, case: Callable[[str], str]
) -> None:
    """The quick way finds what the expression alone finds, in the same places."""
    text = case(term)
    target = f"{around}{text} {around}-{term}{around}"
    even = len(target.lower()) == len(target) and _ODD.isdisjoint(target)
    lower = target.lower() if even else None
    found = [match.span() for match in _places(text, target, lower)]
    assert found == [match.span() for match in _as_written(text).finditer(target)]
