"""The language of conditions: what must stand around a term.

A condition is one or more tests joined by `` and ``; ``not`` before a test turns it
round. ``kinds`` has the tests. docs/conditions.md explains them to those who write
the glossary.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from padanan.errors import GlossaryError
from padanan.matching.conditions.gates import NOTHING, Sieve, joint, sieve_of
from padanan.matching.conditions.kinds import TESTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from padanan.matching.conditions.gates import Gate
    from padanan.matching.conditions.kinds import Names, Test
    from padanan.matching.conditions.surroundings import Surroundings

JOINING = frozenset({"and", "or", "not", "by", "near", "followed", "preceded"})
"""Words of this language and of no Indonesian term: one in a list is a slip."""


@dataclass(frozen=True)
class Condition:
    """Tests that must all hold.

    Attributes:
        text: the condition as written.
        tests: its tests in order.
    """

    text: str
    tests: tuple[Test, ...]

    @cached_property
    def gate(self) -> Gate | None:
        """What must at least stand near, ``None`` where single words do not tell."""
        # All tests must hold, so the gate of any one of them will do.
        gates = (test.gate() for test in self.tests if not test.negated)
        return next(filter(None, gates), None)

    @property
    def needs_neighbours(self) -> bool:
        """Whether it depends on the other terms of the sentence."""
        return any(test.needs_neighbours for test in self.tests)

    def matched_words(self, place: Surroundings) -> str | None:
        """Return the words of the text for which it holds around a term.

        Returns:
            What the first test found, empty where it is enough that something is
            missing; ``None`` where the condition does not hold.

        >>> from padanan.matching.conditions.surroundings import Snippet, Surroundings
        >>> place = Surroundings(Snippet("berada dalam tahanan polisi"), 13, 20)
        >>> parse("preceded by dalam | masa").matched_words(place)
        'dalam'
        >>> parse("followed by perang").matched_words(place)
        """
        gate = self.gate
        if gate is not None and not gate.is_open(place):
            return None
        first = ""
        for test in self.tests:
            found = test.matched_words(place)
            if (found is None) is not test.negated:
                return None
            first = first or found or ""
        return first

    def describe(self) -> str:
        """Return the condition in words for people.

        >>> parse("preceded within 3 by dalam | masa and not near hak*").describe()
        'within 3 words after “dalam” or “masa”, and not near “hak…”'
        """
        return ", and ".join(test.describe() for test in self.tests)

    def problems(self, names: Names) -> Iterator[str]:
        """Yield what is wrong with it in a glossary that has these names."""
        for test in self.tests:
            yield from test.problems(names)


class Decision(NamedTuple):
    """Whether a term stands for a concept at a place, and why.

    Attributes:
        holds: whether it does.
        reason: the condition that decided, empty where there is none.
        matched_words: the words of the text for which it did.
    """

    holds: bool
    reason: str = ""
    matched_words: str = ""


class Conditions(NamedTuple):
    """The conditions under which the terms of a concept stand for it.

    Attributes:
        unless: conditions of which none may hold.
        when: conditions of which one must hold; none asks for nothing.
        off: the term does not stand by itself.
        needs_neighbours: some condition asks for other terms of the sentence.
        gate: what must at least stand near for any of them to hold.
        otherwise: whether it is the term where none of them holds.
        sieve: which of them may hold at a place, ``unless`` before ``when``.
    """

    unless: tuple[Condition, ...] = ()
    when: tuple[Condition, ...] = ()
    off: bool = False
    needs_neighbours: bool = False
    gate: Gate | None = None
    otherwise: bool = True
    sieve: Sieve = NOTHING

    def decide(self, place: Surroundings) -> Decision:
        """Return whether the term that stands there is this concept, and why."""
        never = len(self.unless)
        for number in self.sieve.passing(place):
            holds = number >= never
            condition = self.when[number - never] if holds else self.unless[number]
            found = condition.matched_words(place)
            if found is not None:
                reason = f"{'when' if holds else 'unless'} {condition.text}"
                return Decision(holds=holds, reason=reason, matched_words=found)
        if self.when:
            return Decision(holds=False, reason="no “when” holds")
        if self.off:
            return Decision(holds=False, reason="match: off")
        return Decision(holds=True)

    def forbids(self, place: Surroundings) -> bool:
        """Whether an ``unless`` holds for the term that stands there."""
        never = self.unless
        return any(
            never[number].matched_words(place) is not None
            for number in self.sieve.passing(place)
            if number < len(never)
        )


def conditions_of(
    unless: Iterable[str], when: Iterable[str], *, off: bool = False
) -> Conditions:
    """Return conditions made ready.

    Args:
        unless: as they are written.
        when: likewise.
        off: whether the term does not stand by itself.

    Raises:
        GlossaryError: one of them is not understood.
    """
    never, only = tuple(map(parse, unless)), tuple(map(parse, when))
    every = never + only
    return Conditions(
        never,
        only,
        off,
        any(condition.needs_neighbours for condition in every),
        joint(condition.gate for condition in every),
        not only and not off,
        sieve_of([condition.gate for condition in every]),
    )


@lru_cache(maxsize=4096)
def parse(text: str) -> Condition:
    """Return the condition that a text states.

    Raises:
        GlossaryError: a test is none of ``TESTS``, or a list has an empty word.

    >>> [test.words for test in parse("followed by atas | dari and not near hak").tests]
    [('atas', 'dari'), ('hak',)]
    """
    return Condition(text, tuple(_test(part.strip()) for part in text.split(" and ")))


def _test(text: str) -> Test:
    stated = text.removeprefix("not ")
    read = (kind.read(stated, negated=stated != text) for kind in TESTS)
    test = next(filter(None, read), None)
    if test is None:
        raise GlossaryError(
            f"condition “{text}” is not understood — see the tests in"
            " docs/conditions.md, e.g. “followed by atas | terhadap”"
        )
    if not all(test.words):
        raise GlossaryError(f"condition “{text}” has an empty word — remove a “|”")
    joining = (JOINING & {*word.split()} for word in test.words)
    for found in filter(None, joining):
        raise GlossaryError(
            f"condition “{text}” has “{min(found)}” among its words — join tests by"
            " “and”, words by “|”"
        )
    return test
