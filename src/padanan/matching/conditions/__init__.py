"""The language of conditions: what must stand around a term.

A condition is one or more tests joined by `` and ``; ``not`` before a test turns it
round. ``kinds`` has the tests. docs/conditions.md explains them to those who write
the glossary.
"""

from __future__ import annotations

from functools import cache, cached_property, lru_cache
from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from padanan.errors import GlossaryError
from padanan.matching.conditions.gates import Sieve
from padanan.matching.conditions.kinds import TESTS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from padanan.matching.conditions.gates import Gate
    from padanan.matching.conditions.kinds import Names, Test
    from padanan.matching.conditions.surroundings import Surroundings

Known: TypeAlias = "Sequence[Any]"
"""What is known of conditions that were not read, as values for JSON.

Whether they ask for other terms of the sentence, and their sieve.
"""

JOINING = frozenset({"and", "or", "not", "by", "near", "followed", "preceded"})
"""Words of this language and of no Indonesian term: one in a list is a slip."""


class Condition:
    """Tests that must all hold.

    Args:
        text: the condition as written.
        tests: its tests in order.
    """

    def __init__(self, text: str, tests: tuple[Test, ...]) -> None:
        self.text = text
        self.tests = tests

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


class Conditions:
    """The conditions under which the terms of a concept stand for it.

    Each is read when single words near such a term let it hold for the first time.

    Args:
        never: as written, those of which none may hold.
        only: as written, those of which one must hold; none asks for nothing.
        off: the term does not stand by itself.
        kept: returns what ``known`` did for the same conditions, where that was kept.

    Attributes:
        otherwise: whether it is the term where none of them holds.
    """

    def __init__(
        self,
        never: tuple[str, ...] = (),
        only: tuple[str, ...] = (),
        *,
        off: bool = False,
        kept: Callable[[], Known | None] | None = None,
    ) -> None:
        self.never = never
        self.only = only
        self.off = off
        self.otherwise = not only and not off
        self._kept = kept
        self._read: dict[int, Condition] = {}

    @cached_property
    def _known(self) -> Known | None:
        return self._kept() if self._kept else None

    def _condition(self, number: int) -> Condition:
        """Return a condition; those of ``never`` come first."""
        found = self._read.get(number)
        if found is None:
            first = len(self.never)
            text = self.never[number] if number < first else self.only[number - first]
            found = self._read[number] = parse(text)
        return found

    @cached_property
    def unless(self) -> tuple[Condition, ...]:
        """Conditions of which none may hold."""
        return tuple(map(self._condition, range(len(self.never))))

    @cached_property
    def when(self) -> tuple[Condition, ...]:
        """Conditions of which one must hold."""
        first = len(self.never)
        return tuple(map(self._condition, range(first, first + len(self.only))))

    @cached_property
    def needs_neighbours(self) -> bool:
        """Whether some condition asks for other terms of the sentence."""
        every_read = len(self._read) == len(self.never) + len(self.only)
        if not every_read and self._known is not None:
            return bool(self._known[0])
        return any(one.needs_neighbours for one in self.unless + self.when)

    @cached_property
    def sieve(self) -> Sieve:
        """Tells which of them may hold; those of ``unless`` come first."""
        if self._known is not None:
            return Sieve.of(self._known[1])
        return Sieve(self.unless + self.when)

    def known(self) -> Known | None:
        """Return what can be told without reading them, ``None`` where there are none.

        Raises:
            GlossaryError: one of them is not understood.
        """
        if not self.never and not self.only:
            return None
        return self.needs_neighbours, self.sieve.plain()

    def holds(self, passing: Sequence[int], place: Surroundings) -> bool:
        """Whether the term that stands there is this concept.

        Args:
            passing: the conditions that may hold, by the sieve: at least one.
            place: where it stands.
        """
        if not self.otherwise and passing[-1] < len(self.never):
            return False  # One that must hold cannot.
        first = self._first(passing, place)
        return first[0] >= len(self.never) if first else self.otherwise

    def decide(self, place: Surroundings) -> Decision:
        """Return whether the term that stands there is this concept, and why."""
        passing = self.sieve.passing(place.searchable, place.start, place.end)
        first = self._first(passing, place)
        if first is not None:
            number, found = first
            holds = number >= len(self.never)
            reason = f"{'when' if holds else 'unless'} {self._condition(number).text}"
            return Decision(holds=holds, reason=reason, matched_words=found)
        if self.only:
            return Decision(holds=False, reason="no “when” holds")
        if self.off:
            return Decision(holds=False, reason="match: off")
        return Decision(holds=True)

    def _first(
        self, passing: Iterable[int], place: Surroundings
    ) -> tuple[int, str] | None:
        """Return the number of the first condition that holds, and its words."""
        # Most conditions are tried here: a generator would cost more than the loop.
        for number in passing:
            found = self._condition(number).matched_words(place)
            if found is not None:
                return number, found
        return None

    def holding(
        self, passing: Iterable[int], place: Surroundings
    ) -> Iterator[tuple[int, str]]:
        """Yield the numbers of the conditions that hold, and their words.

        Args:
            passing: those that may hold, by the sieve.
            place: where the term stands.
        """
        for number in passing:
            found = self._condition(number).matched_words(place)
            if found is not None:
                yield number, found

    def forbids(self, passing: Sequence[int], place: Surroundings) -> bool:
        """Whether an ``unless`` holds for the term that stands there.

        Args:
            passing: the conditions that may hold, by the sieve.
            place: where the term stands.
        """
        never = [number for number in passing if number < len(self.never)]
        return self._first(never, place) is not None


NOTHING = Conditions()
"""The conditions of a term that has none."""


@lru_cache(maxsize=4096)
def parse(text: str) -> Condition:
    """Return the condition that a text states.

    Raises:
        GlossaryError: a test is none of ``TESTS``, or a list has an empty word.

    >>> [test.words for test in parse("followed by atas | dari and not near hak").tests]
    [('atas', 'dari'), ('hak',)]
    """
    return Condition(text, tuple(_test(part.strip()) for part in text.split(" and ")))


@cache
def _kinds() -> Mapping[str, list[type[Test]]]:
    """Return the kinds of tests by the words with which their forms begin."""
    found: dict[str, list[type[Test]]] = {}
    for kind in TESTS:
        for first in dict.fromkeys(form.split(" ")[0] for form in kind.forms):
            found.setdefault(first, []).append(kind)
    return found


def _test(text: str) -> Test:
    stated = text.removeprefix("not ")
    likely = _kinds().get(stated.partition(" ")[0], ())
    read = (kind.read(stated, negated=stated != text) for kind in likely)
    test = next(filter(None, read), None)
    if test is None:
        raise GlossaryError(
            f"condition “{text}” is not understood — see the tests in"
            " docs/conditions.md, e.g. “followed by atas | terhadap”"
        )
    if not all(test.words):
        raise GlossaryError(f"condition “{text}” has an empty word — remove a “|”")
    joining = JOINING.intersection(chain.from_iterable(map(str.split, test.words)))
    if joining:
        raise GlossaryError(
            f"condition “{text}” has “{min(joining)}” among its words — join tests by"
            " “and”, words by “|”"
        )
    return test
