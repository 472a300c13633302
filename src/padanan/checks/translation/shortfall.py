"""Terms whose English stands in a unit, but fewer times than they do.

That alone is no fault: English says *it*, or leaves the second one out. It is one where
something else stands in the place: another English term of the glossary, or words
before an abbreviation in brackets that are not its full form.
"""

from __future__ import annotations

import re
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from padanan.checks.translation.occurrences import LONGEST
from padanan.checks.translation.paraphrases import is_pointed_back
from padanan.model import PartOfSpeech

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

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
_FAR = 0.3
"""From which difference on a place is that of another occurrence."""
_INSTEAD = re.compile(
    r"\b(?:(?:that|those|one|ones) of|counterparts?|it|the (?:former|latter))\b", re.I
)
"""What English says so as not to repeat a noun."""
_BESIDE = re.compile(r"\s*[(,]\s*(?:the )?")
"""What stands between a full form and its abbreviation."""
_WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*")
_WORDS = 6
"""Maximum number of words of a term that is looked up."""


class Shortfall(NamedTuple):
    """An occurrence that has no place of its own.

    Attributes:
        unit: the unit.
        occurrence: the term.
    """

    unit: UnitTerms
    occurrence: Occurrence


def shortfalls(translation: Translation) -> Iterator[Shortfall]:
    """Yield the occurrences for which something else stands."""
    for one in translation.units:
        if not one.occurrences or len(one.sentence.words) > LONGEST:
            continue
        strays = _Strays(translation.engine, one)
        for some in _by_concept(one):
            yield from (Shortfall(one, o) for o in _unanswered(one, some, strays))


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
    one: UnitTerms, some: Sequence[Occurrence], strays: _Strays
) -> Iterator[Occurrence]:
    source, target = one.unit.source, one.unit.target
    places = _joined(target, _disjoint(t for o in some for t in o.right))
    pairs = pairwise(some)
    short = {o.start for full, o in pairs if _opens(source, full, o)}
    asked = [o for o in some if o.start not in short]
    glossed = next((o for o in some if _in_brackets(source, o.start, o.end)), None)
    if glossed and any(_is_bare(target, place) for place in places):
        yield next((o for o in some if _opens(source, o, glossed)), glossed)
        return
    own = _joined(target, _disjoint(t for o in some for t in one.own(o)))
    for occurrence in _left_over(one, asked, own):
        if _may_be_replaced(one, occurrence):
            far = len(asked) > len(places) and _is_far(one, occurrence)
            if far or _is_near(one, occurrence, strays.places, _NEAR):
                yield occurrence


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


def _in_brackets(text: str, start: int, end: int) -> bool:
    return text[start - 1 : start] == "(" and text[end : end + 1] == ")"


def _opens(source: str, full: Occurrence, short: Occurrence) -> bool:
    """Whether a full form has its abbreviation directly behind it."""
    if not short.annotation.text.isupper() or full.annotation.text.isupper():
        return False
    return _BESIDE.fullmatch(source, full.end, short.start) is not None


def _is_bare(target: str, place: tuple[int, int]) -> bool:
    """Whether an abbreviation in brackets has no full form before it."""
    start, end = place
    return target[start:end].isupper() and _in_brackets(target, start, end)


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


def _is_far(one: UnitTerms, occurrence: Occurrence) -> bool:
    """Whether its English stands where another occurrence has it."""
    right = (found.start for found in occurrence.right)
    return not _is_near(one, occurrence, right, _FAR)


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
            for start, end in self._listed()
            if not any(t.start < end and start < t.end for t in terms)
        )

    def _listed(self) -> Iterator[tuple[int, int]]:
        target = self._unit.unit.target
        words = [match.span() for match in _WORD.finditer(target)]
        listed = self._engine.english()
        for at, (start, _) in enumerate(words):
            for _, end in words[at + 1 : at + _WORDS]:
                text = target[start:end].lower()
                if text in listed or text.removesuffix("s") in listed:
                    yield start, end
