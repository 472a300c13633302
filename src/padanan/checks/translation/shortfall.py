"""Terms whose English stands in a unit, but fewer times than they do.

That alone is no fault where English says *it*. It is one where no place in the English
is left for a term, where another English term of the glossary stands in its place, or
where an abbreviation that is set off has other words before it than its full form.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from padanan.checks.translation.listed import listed_terms
from padanan.checks.translation.occurrences import LONGEST
from padanan.checks.translation.paraphrases import is_pointed_back
from padanan.model import PartOfSpeech

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from padanan.checks.translation.occurrences import (
        Occurrence,
        TargetTerm,
        Translation,
        UnitTerms,
    )
    from padanan.matching.engine import Engine

MOST = 8
"""Maximum number of occurrences of a concept: more are a list, not a sentence."""
_NEAR = 0.25
"""Maximum difference of the places of a term and what stands for it, as shares."""
_INSTEAD = re.compile(
    r"\b(?:(?:that|those|one|ones) of|counterparts?|it|the (?:former|latter))\b", re.I
)
"""What English says so as not to repeat a noun."""
_BESIDE = re.compile(r"\s*(?:[(,–—]|--?\s)?\s*(?:the )?")
"""What stands between a full form and its abbreviation."""
_NEARLY = re.compile(r"\s*(?:[^\W_]+ ){0,2}[(,]?\s*")
"""The same in Indonesian, where an owner may come first: *Pasukan … PBB (UNIFIL)*."""
_OPENED = re.compile(r"(?:\(|\s--?|\s[–—])\s*(?:the )?\Z")
_AROUND = 8
"""Number of code points in which it opens."""
_CLOSED = re.compile(r"\)|\s+(?:--?|[–—])\s")
"""What sets an abbreviation off: *the Fund - the FAO - said*."""


class Shortfall(NamedTuple):
    """An occurrence that has no place of its own.

    Attributes:
        unit: the unit.
        occurrence: the term.
    """

    unit: UnitTerms
    occurrence: Occurrence


def shortfalls(translation: Translation) -> Iterator[Shortfall]:
    """Yield the occurrences for which something else stands, or nothing."""
    for one in translation.units:
        if not one.occurrences or len(one.sentence.words) > LONGEST:
            continue
        strays = _Strays(translation.engine, one)
        short = _short_forms(one)
        without = _without_place(one, short)
        for some in _by_concept(one):
            found = _unanswered(one, some, strays, short, without)
            yield from (Shortfall(one, o) for o in found)


def _by_concept(one: UnitTerms) -> Iterator[list[Occurrence]]:
    grouped: dict[str, list[Occurrence]] = {}
    for occurrence in one.occurrences:
        grouped.setdefault(occurrence.key[0], []).append(occurrence)
    return (
        some
        for some in grouped.values()
        if len(some) <= MOST and any(o.right for o in some)
    )


def _unanswered(
    one: UnitTerms,
    some: Sequence[Occurrence],
    strays: _Strays,
    short: frozenset[int],
    without: frozenset[int],
) -> Iterator[Occurrence]:
    source, target = one.unit.source, one.unit.target
    places = _joined(target, _disjoint(t for o in some for t in o.right))
    asked = [o for o in some if o.start not in short]
    glossed = next((o for o in some if _is_set_off(source, o.start, o.end)), None)
    if glossed and any(_is_bare(target, place) for place in places):
        yield next((o for o in some if _opens(source, o, glossed)), glossed)
        return
    own = _joined(target, _disjoint(t for o in some for t in one.own(o)))
    left = {o.start for o in _left_over(one, asked, own)}
    for occurrence in asked:
        start = occurrence.start
        near = _is_near(one, occurrence, strays.places, _NEAR)
        gone = start in without or (start in left and near)
        if gone and _may_be_replaced(one, occurrence):
            yield occurrence


def _short_forms(one: UnitTerms) -> frozenset[int]:
    """Return where abbreviations stand directly behind their full forms."""
    source = one.unit.source
    return frozenset(
        short.start
        for some in _by_concept(one)
        for full, short in pairwise(some)
        if _opens(source, full, short)
    )


def _without_place(one: UnitTerms, short: frozenset[int]) -> frozenset[int]:
    """Return the starts of occurrences for which no English place is left.

    Each place answers for one occurrence, of whatever concept: one *agreement* is not
    the English of both *kesepakatan* and *perjanjian*. Where places are too few, those
    occurrences are left that stand farthest from them.
    """
    counts = Counter(o.key[0] for o in one.occurrences)
    asked = {
        o.start: _heads(one, o)
        for o in one.occurrences
        if o.right and o.start not in short and counts[o.key[0]] <= MOST
        if not _is_gloss(one.unit.source, o)
    }
    nearest = sorted(asked, key=lambda start: min(asked[start].values()))
    taken: dict[int, int] = {}
    return frozenset(s for s in nearest if not _take(s, asked, taken, set()))


def _is_gloss(source: str, occurrence: Occurrence) -> bool:
    """Whether a term in brackets explains the one before it."""
    start, end = occurrence.start, occurrence.end
    return source[start - 1 : start] == "(" and source[end : end + 1] == ")"


def _heads(one: UnitTerms, occurrence: Occurrence) -> dict[int, float]:
    """Return the ends of places of a term, with how far each is from it, as shares.

    Two terms with the same last word stand in one place, but not a name and what it
    stands before: *UN*, *UN agency*.
    """
    share, target = _share(one, occurrence), one.unit.target
    whole = _joined(target, _disjoint(occurrence.right))
    ends = {term.end: term.start for term in occurrence.right}
    joined = {
        end: next((e for s, e in whole if s <= start and end <= e), end)
        for end, start in ends.items()
    }
    return {
        joined[end]: abs(start / len(target) - share) for end, start in ends.items()
    }


def _take(
    start: int,
    asked: Mapping[int, Mapping[int, float]],
    taken: dict[int, int],
    seen: set[int],
) -> bool:
    """Give an occurrence a place, and others another one where they can have it."""
    for place in sorted(asked[start], key=lambda one: asked[start][one]):
        if place not in seen:
            seen.add(place)
            if place not in taken or _take(taken[place], asked, taken, seen):
                taken[place] = start
                return True
    return False


def _disjoint(terms: Iterable[TargetTerm]) -> list[tuple[int, int]]:
    """Return the places of terms, the longest where several overlap."""
    found: list[tuple[int, int]] = []
    right = {(term.start, term.end) for term in terms}
    for start, end in sorted(right, key=lambda span: (span[0], -span[1])):
        if not found or start >= found[-1][1]:
            found.append((start, end))
    return found


def _joined(target: str, places: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return places, a full form and its abbreviation in brackets as one."""
    joined: list[tuple[int, int]] = []
    for start, end in places:
        short = target[start:end].isupper()
        if joined and short and _BESIDE.fullmatch(target, joined[-1][1], start):
            joined[-1] = joined[-1][0], end
        else:
            joined.append((start, end))
    return joined


def _is_set_off(text: str, start: int, end: int) -> bool:
    """Whether brackets or dashes stand around an abbreviation."""
    if not text[start:end].isupper():
        return False
    opened = _OPENED.search(text[max(0, start - _AROUND) : start])
    return opened is not None and _CLOSED.match(text, end) is not None


def _opens(source: str, full: Occurrence, short: Occurrence) -> bool:
    """Whether a full form has its abbreviation behind it."""
    if not short.annotation.text.isupper() or full.annotation.text.isupper():
        return False
    return _NEARLY.fullmatch(source, full.end, short.start) is not None


def _is_bare(target: str, place: tuple[int, int]) -> bool:
    """Whether an abbreviation that is set off has no full form before it."""
    start, end = place
    return _is_set_off(target, start, end)


def _left_over(
    one: UnitTerms, asked: Sequence[Occurrence], places: Sequence[tuple[int, int]]
) -> list[Occurrence]:
    """Return the occurrences that are left when each place has taken the nearest."""
    left = list(asked)
    for start, _ in places[: len(asked)]:
        share = start / len(one.unit.target)
        left.remove(min(left, key=lambda o: abs(_share(one, o) - share)))
    return left


def _share(one: UnitTerms, occurrence: Occurrence) -> float:
    return occurrence.start / len(one.unit.source)


def _may_be_replaced(one: UnitTerms, occurrence: Occurrence) -> bool:
    """Whether it is a noun, and nothing says that English left it out."""
    verb = occurrence.concept.pos is PartOfSpeech.VERB
    if verb or is_pointed_back(one, occurrence):
        return False
    starts = (match.start() for match in _INSTEAD.finditer(one.unit.target))
    return not _is_near(one, occurrence, starts, _NEAR)


def _is_near(
    one: UnitTerms, occurrence: Occurrence, starts: Iterable[int], most: float
) -> bool:
    """Whether a place in the target is about as far in it as a term in its source."""
    share, length = _share(one, occurrence), len(one.unit.target)
    return any(abs(start / length - share) <= most for start in starts)


class _Strays:
    """English terms of the glossary in a unit that no term of its source accounts for.

    Only terms of several words count: single ones are everyday words too.

    Args:
        engine: knows the English of the glossary.
        unit: the unit.
    """

    def __init__(self, engine: Engine, unit: UnitTerms) -> None:
        self._engine = engine
        self._unit = unit

    @cached_property
    def places(self) -> tuple[int, ...]:
        """Offsets in the target at which one begins."""
        terms: list[TargetTerm] = [
            t for o in self._unit.occurrences for t in o.target_terms
        ]
        return tuple(
            start
            for start, end in listed_terms(self._engine, self._unit.unit.target)
            if not any(t.start < end and start < t.end for t in terms)
        )
