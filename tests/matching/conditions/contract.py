"""What every kind of test must have: its rows in the documentation, and its parts."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from padanan.errors import GlossaryError
from padanan.matching.conditions import parse
from padanan.matching.conditions.kinds import LIST, Names
from padanan.matching.conditions.surroundings import Snippet, Surroundings
from padanan.matching.conditions.words import describe_word
from padanan.model import Concept, Term
from tests.matching.small import annotator, concept

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from padanan.matching.conditions.kinds import Test
    from padanan.matching.conditions.surroundings import Neighbour

PAGE = Path(__file__).parents[3] / "docs" / "conditions.md"
BESIDE = Concept("traktat", "treaties", (Term("traktat"),), (Term("treaty"),))
"""What is recognised beside the term of an example."""


class Row(NamedTuple):
    """A row of the table of tests.

    Attributes:
        condition: an example of the test.
        meaning: where it holds, in words.
        holds: a text in which it holds, the term between double asterisks.
        fails: a text in which it does not.
    """

    condition: str
    meaning: str
    holds: str
    fails: str


def rows() -> tuple[Row, ...]:
    """Return the table of tests of the documentation."""
    page = PAGE.read_text(encoding="utf-8")
    section = page.partition("\n## Tests\n")[2].partition("\n## ")[0]
    lines = [line for line in section.splitlines() if line.startswith("| `")]
    return tuple(Row(*_cells(line)) for line in lines)


def _cells(line: str) -> list[str]:
    cells = re.split(r"(?<!\\)\|", line)[1:-1]
    return [cell.strip().strip("`").replace(r"\|", "|") for cell in cells]


def written(form: str, within: int, words: Sequence[str]) -> str:
    """Return a test of a form, with these words.

    >>> written("preceded within N by WORDS", 3, ["dalam", "masa"])
    'preceded within 3 by dalam | masa'
    """
    parts = {"N": str(within), **dict.fromkeys(LIST, " | ".join(words))}
    return " ".join(parts.get(part, part) for part in form.split(" "))


def lacks(kind: type[Test], table: Sequence[Row]) -> Iterator[str]:
    """Yield what a kind of test lacks.

    Args:
        kind: a class of ``TESTS``.
        table: the rows of the documentation.
    """
    yield from _missing_rows(kind, table)
    for row in table:
        if kind.read(row.condition):
            yield from _wrong_examples(row)
    for form in kind.forms:
        test = kind.read(written(form, 2, ["zzz"]), negated=True)
        if test is None:
            yield f"does not read its form {form}"
        else:
            yield from _missing_parts(form, test)


def _missing_rows(kind: type[Test], table: Sequence[Row]) -> Iterator[str]:
    for form in kind.forms:
        meant = {"N": "[1-9]", **dict.fromkeys(LIST, ".+")}
        pattern = " ".join(meant.get(part, part) for part in form.split(" "))
        if not any(re.fullmatch(pattern, row.condition) for row in table):
            yield f"has no row in docs/conditions.md for {form}"


def _wrong_examples(row: Row) -> Iterator[str]:
    for text, expected in ((row.holds, True), (row.fails, False)):
        if holds(row.condition, text) is not expected:
            yield f"{row.condition} {'fails' if expected else 'holds'} in “{text}”"


def holds(condition: str, example: str) -> bool:
    """Whether a condition holds for the term between the asterisks of an example."""
    before, term, after = example.split("**")
    try:
        reader = annotator(concept(term.lower(), when=(condition,)), BESIDE)
    except GlossaryError:
        return False
    found = reader.annotate(f"{before}{term}{after}")
    return (len(before), len(before + term)) in [one[:2] for one in found]


def _missing_parts(form: str, test: Test) -> Iterator[str]:
    said = test.describe()
    if not said.removeprefix("not "):
        yield f"has no wording for {form}"
    if not all(describe_word(word) in said for word in test.words):
        yield f"does not say its words: {said}"
    names_only = not {"DOMAINS", "CONCEPTS"}.isdisjoint(form.split(" "))
    if names_only and not any("zzz" in one for one in test.problems(NO_NAMES)):
        yield f"reports no unknown name for {form}"
    if _asks_for_neighbours(test) is not test.needs_neighbours:
        yield "does not say whether it asks for other terms of the sentence"


NO_NAMES = Names(frozenset(), frozenset())


class _Watched(Snippet):
    """A text that notes whether its terms were asked for."""

    asked = False

    def neighbours(self, sentence: tuple[int, int]) -> tuple[Neighbour, ...]:
        self.asked = True
        return super().neighbours(sentence)

    def may_have(self, wanted: Iterable[str], near: Surroundings) -> bool:
        self.asked = True
        return super().may_have(wanted, near)


def _asks_for_neighbours(test: Test) -> bool:
    text = _Watched("ia berada dalam tahanan polisi")
    test.matched_words(Surroundings(text, 16, 23))
    return text.asked


def readers(condition: str, kinds: Sequence[type[Test]]) -> list[type[Test]]:
    """Return the kinds that read a condition of one test."""
    parse(condition)
    return [kind for kind in kinds if kind.read(condition)]
