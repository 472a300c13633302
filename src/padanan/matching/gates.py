"""Conditions made ready: what they look for, and a quick refusal where it is far.

Nine conditions in ten do not hold. A gate looks only at single words that were cut
once, and is never closed where the condition holds; ``evidence`` then decides.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from padanan.language.normalise import plain_words
from padanan.matching.conditions import ConditionTest, Where
from padanan.matching.words import COUNTRY, WORD, Edge, Words, join, shorn, sort_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from padanan.matching.conditions import Condition

NEAR = 5
"""How many words on either side ``near`` reaches."""

WINDOW = 120
"""So many characters beside a term hold all the words that a test may reach."""

_BEFORE = frozenset({Where.BEFORE, Where.NEAR})
_AFTER = frozenset({Where.AFTER, Where.NEAR})
_NOTHING = Edge(frozenset())


class Plain(NamedTuple):
    """A text as gates see it.

    Attributes:
        words: nothing but its words, in lower case, at their offsets.
        shorn: the same without clitics.
        countries: half-open spans of the countries named in it, in order.
        cut: whether words may be cut finer than those of the text.
    """

    words: str
    shorn: str
    countries: Sequence[tuple[int, int]]
    cut: bool


def plain(text: str, countries: Sequence[tuple[int, int]] = ()) -> Plain:
    """Return a text as gates see it.

    >>> plain("Pernyataannya, kata AS.").shorn.split()
    ['pernyataan', 'kata', 'as']
    """
    words = f"{plain_words(text)} "
    return Plain(words, shorn(words), countries, not text.isascii())


class Gate(NamedTuple):
    """What must at least stand near a term.

    Attributes:
        before: words before it, any of which will do.
        reach_before: how many words before it may be one of them; 0 for none.
        after: words after it.
        reach_after: how many words after it may be one of them.
        country: a country will do as well.
    """

    before: Edge
    reach_before: int
    after: Edge
    reach_after: int
    country: bool

    def is_open(self, text: Plain, start: int, end: int) -> bool:
        """Whether something of that stands near a span.

        Args:
            text: where it stands.
            start: offset of the term.
            end: offset behind it.
        """
        reach = self.reach_after
        if reach:
            last, edge = end + WINDOW, self.after
            most = -1 if text.cut else reach
            if not edge.words.isdisjoint(text.shorn[end:last].split(None, most)):
                return True
            if edge.beginnings and edge.begins(text.words[end:last].split(None, most)):
                return True
        reach = self.reach_before
        if reach:
            first, edge = max(start - WINDOW, 0), self.before
            most = -1 if text.cut else reach
            if not edge.words.isdisjoint(text.shorn[first:start].rsplit(None, most)):
                return True
            if edge.beginnings and edge.begins(text.words[first:start].split()):
                return True
        return self.country and self._is_country_near(text, start, end)

    def _is_country_near(self, text: Plain, start: int, end: int) -> bool:
        words, countries = text.words, text.countries
        number = bisect_left(countries, (start,))
        if self.reach_after and number < len(countries):
            first = countries[number][0]
            if first <= end + WINDOW:
                between = WORD.findall(words, end, first)
                if len(between) < self.reach_after:
                    return True
        if self.reach_before and number:
            last = countries[number - 1][1]
            if last >= start - WINDOW:
                return len(WORD.findall(words, last, start)) < self.reach_before
        return False


class Sought(NamedTuple):
    """A test made ready.

    Attributes:
        test: the test.
        wanted: the words that it looks for.
    """

    test: ConditionTest
    wanted: Words


class Rule(NamedTuple):
    """A condition made ready.

    Attributes:
        text: the condition as written.
        tests: its tests in order.
        gate: what must at least stand near, ``None`` where single words do not tell.
    """

    text: str
    tests: tuple[Sought, ...]
    gate: Gate | None


def rule(condition: Condition) -> Rule:
    """Return a condition made ready.

    >>> from padanan.matching.conditions import parse
    >>> found = rule(parse("followed within 2 by hak asasi | damai")).gate
    >>> [found.is_open(plain(f"tahanan {text}"), 0, 7) for text in ("haknya", "kota")]
    [True, False]
    >>> rule(parse("not near hak")).gate
    """
    tests = tuple(Sought(test, sort_words(test.words)) for test in condition.tests)
    # All tests must hold, so that any one of them will do.
    gate = next(filter(None, map(_gate, tests)), None)
    return Rule(condition.text, tests, gate)


def _gate(sought: Sought) -> Gate | None:
    test, wanted = sought.test, sought.wanted
    if test.negated or test.kind not in _BEFORE | _AFTER:
        return None
    reach = NEAR if test.kind is Where.NEAR else test.within or 1
    is_before, is_after = test.kind in _BEFORE, test.kind in _AFTER
    if (is_before and wanted.last.any) or (is_after and wanted.first.any):
        return None
    return Gate(
        wanted.last if is_before else _NOTHING,
        reach if is_before else 0,
        wanted.first if is_after else _NOTHING,
        reach if is_after else 0,
        COUNTRY in wanted.classes,
    )


def joint(rules: Iterable[Rule]) -> Gate | None:
    """Return a gate that is open where any rule's is; ``None`` if one has none."""
    found: list[Gate] = []
    for one in rules:
        if one.gate is None:
            return None
        found.append(one.gate)
    return Gate(
        join(one.before for one in found),
        max((one.reach_before for one in found), default=0),
        join(one.after for one in found),
        max((one.reach_after for one in found), default=0),
        any(one.country for one in found),
    )
