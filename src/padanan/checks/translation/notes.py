"""Checks of a translation: what is no fault, but worth a look."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from padanan.checks.findings import Fault
from padanan.language.stems import stem
from padanan.model import TermType

if TYPE_CHECKING:
    from collections.abc import Iterator

    from padanan.checks.translation.occurrences import (
        English,
        Occurrence,
        TargetTerm,
        Translation,
        UnitTerms,
    )

FAR = 25
"""Maximum number of words between an equivalent and where it would stand."""
_FAR_SHARE = 0.5
"""Share of the unit's length that must lie between them, too."""


class _Use(NamedTuple):
    """An occurrence whose English is plain: one equivalent and no other."""

    unit: UnitTerms
    occurrence: Occurrence
    english: TargetTerm


def two_equivalents(translation: Translation) -> Iterator[Fault]:
    """Yield the rarer name where a document calls one thing by two.

    Short forms beside full ones are no inconsistency, and neither are the names that
    different countries have for their offices.
    """
    uses: dict[tuple[str, str | None], list[_Use]] = {}
    for use in _uses(translation):
        key = use.occurrence.concept.id, use.occurrence.annotation.region
        uses.setdefault(key, []).append(use)
    for some in uses.values():
        counts = Counter(map(_name, some))
        usual, times = counts.most_common(1)[0]
        name = next(use.english.text for use in some if _name(use) == usual)
        for use in some:
            if _name(use) != usual:
                yield _fault(use, usual=name, times=str(times))._replace(
                    expected=(name,)
                )


def _name(use: _Use) -> str:
    """Return what is the same in all forms and spellings: cease-fires, ceasefire."""
    return stem("".join(re.findall(r"\w+", use.english.text)))


def _uses(translation: Translation) -> Iterator[_Use]:
    for one in translation.units:
        plain = {key: _plain(english) for key, english in _english_of(one).items()}
        for occurrence in one.occurrences:
            english = plain[occurrence.key]
            if english:
                yield _Use(one, occurrence, english)


def _english_of(one: UnitTerms) -> dict[tuple[str, str | None], English]:
    return {occurrence.key: occurrence.english for occurrence in one.occurrences}


def _plain(english: English) -> TargetTerm | None:
    """Return the one full equivalent that stands in the target, if there is one."""
    full = [
        found
        for found in english.right
        if found.term.type is TermType.FULL and found.term.condition is None
    ]
    return full[0] if len({found.start for found in full}) == 1 else None


def far_away(translation: Translation) -> Iterator[Fault]:
    """Yield equivalents that stand where another part of the text is translated."""
    for one in translation.units:
        words = len(one.sentence.spans)
        for occurrence in one.occurrences:
            english = _nearest(one, occurrence)
            if english is None:
                continue
            apart = abs(_source_share(one, occurrence) - _target_share(one, english))
            if apart > _FAR_SHARE and apart * words > FAR:
                yield _fault(_Use(one, occurrence, english))


def _nearest(one: UnitTerms, occurrence: Occurrence) -> TargetTerm | None:
    """Return the right English whose place is most like that of the term."""
    share = _source_share(one, occurrence)
    right = occurrence.right
    # They stand in the order of the target: the nearest is beside where it would be.
    at = bisect_left(right, share * len(one.unit.target), key=_start)
    before = bisect_left(right, right[at - 1].start, key=_start) if at else 0
    return min(
        (*right[before : before + 1], *right[at : at + 1]),
        key=lambda english: abs(share - _target_share(one, english)),
        default=None,
    )


def _start(english: TargetTerm) -> int:
    return english.start


def _source_share(one: UnitTerms, occurrence: Occurrence) -> float:
    return occurrence.start / len(one.unit.source)


def _target_share(one: UnitTerms, english: TargetTerm) -> float:
    return english.start / len(one.unit.target)


def not_translated(translation: Translation) -> Iterator[Fault]:
    """Yield units without a translation; their terms are not asked for."""
    for one in translation.units:
        if one.unit.source.strip() and not one.unit.target.strip():
            yield Fault(one.where, {})


def _fault(use: _Use, **words: str) -> Fault:
    english = use.english
    return use.unit.fault(use.occurrence, english.span, english=english.text, **words)
