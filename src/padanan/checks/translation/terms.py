"""Checks of a translation: whether a unit has the English of its terms."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from padanan.checks.findings import Fault, Span
from padanan.checks.translation.occurrences import has_own_title
from padanan.language.countries import region_name
from padanan.model import Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from padanan.checks.translation.occurrences import (
        Occurrence,
        TargetTerm,
        Translation,
        UnitTerms,
    )

FALSE_FRIEND = "false friend"
"""Words in the reason of a deprecated equivalent that make it one."""


def deprecated_used(translation: Translation) -> Iterator[Fault]:
    """Yield deprecated equivalents that stand where the term should."""
    for one, occurrence in _not_right(translation):
        found = deprecated_term(one, occurrence)
        if found and not _is_false_friend(found):
            reason = f" ({found.term.reason})" if found.term.reason else ""
            yield _fault(one, occurrence, found, reason=reason)


def wrong_region(translation: Translation) -> Iterator[Fault]:
    """Yield offices and bodies that are called as those of another country are."""
    for one, occurrence in _not_right(translation):
        found = foreign_term(one, occurrence)
        if found and not deprecated_term(one, occurrence):
            annotation = occurrence.annotation
            country = region_name(str(annotation.region))
            because = str(annotation.because)
            yield _fault(one, occurrence, found, country=country, because=because)


def false_friend(translation: Translation) -> Iterator[Fault]:
    """Yield words that only look like the equivalent."""
    for one, occurrence in _not_right(translation):
        found = deprecated_term(one, occurrence)
        if found and _is_false_friend(found):
            yield _fault(one, occurrence, found, reason=str(found.term.reason))


def left_in_indonesian(translation: Translation) -> Iterator[Fault]:
    """Yield Indonesian terms that stand in the translation."""
    for one in translation.units:
        for occurrence in one.occurrences:
            left = left_term(one, occurrence)
            if left:
                advice = _write(occurrence)
                yield one.fault(occurrence, left, left=left.text, advice=advice)


def no_equivalent(translation: Translation) -> Iterator[Fault]:
    """Yield terms for which nothing that the glossary has is there."""
    for one, occurrence in _not_right(translation):
        worse = (
            deprecated_term(one, occurrence)
            or foreign_term(one, occurrence)
            or left_term(one, occurrence)
        )
        if not worse and not occurrence.right:
            stretch = "the unit" if one.unit.aligned else "the stretch, not aligned,"
            advice = _write(occurrence)
            yield one.fault(occurrence, None, stretch=stretch, advice=advice)


def _not_right(
    translation: Translation,
) -> Iterator[tuple[UnitTerms, Occurrence]]:
    """Yield the occurrences of concepts that the target has fewer times, and right."""
    for one in translation.units:
        for occurrence in one.occurrences:
            same = (o for o in one.occurrences if _id(o) == _id(occurrence))
            if len(_distinct(occurrence.right)) < sum(1 for _ in same):
                yield one, occurrence


def _id(occurrence: Occurrence) -> tuple[str, ...]:
    return occurrence.annotation.parts or (occurrence.concept.id,)


def _distinct(found: Iterable[TargetTerm]) -> set[int]:
    return {one.start for one in found}


def deprecated_term(one: UnitTerms, occurrence: Occurrence) -> TargetTerm | None:
    """Return a deprecated equivalent in the target that nothing else accounts for."""
    wrong = (
        found
        for found in occurrence.target_terms
        if found.term.status is Status.DEPRECATED
    )
    return _unaccounted(one, wrong)


def foreign_term(one: UnitTerms, occurrence: Occurrence) -> TargetTerm | None:
    """Return the English of another region that stands instead of this one's."""
    if occurrence.right or occurrence.annotation.region is None:
        return None
    wrong = (
        found
        for found in occurrence.target_terms
        if found.term.status is not Status.DEPRECATED
        and (found.term.region or has_own_title(occurrence.annotation))
    )
    return _unaccounted(one, wrong)


def _unaccounted(one: UnitTerms, wrong: Iterable[TargetTerm]) -> TargetTerm | None:
    """Return the first term that is no part of what is right for some occurrence."""
    right = [found for occurrence in one.occurrences for found in occurrence.right]
    return next(
        (
            found
            for found in wrong
            if not any(r.start <= found.start and found.end <= r.end for r in right)
        ),
        None,
    )


def left_term(one: UnitTerms, occurrence: Occurrence) -> Span | None:
    """Return the Indonesian term in the target where it is no gloss.

    A term in brackets or quotation marks beside its English is explained, not left.
    """
    right = [found for other in one.occurrences for found in other.right]
    target, annotation = one.unit.target, occurrence.annotation
    for text in dict.fromkeys((annotation.text, annotation.term.text)):
        for match in _as_written(text).finditer(target):
            start, end = match.span()
            if any(_is_english(found, start, end, text) for found in right):
                continue
            if occurrence.right and _is_marked(target, start, end):
                continue
            return Span(start, end, match[0])
    return None


def _is_english(found: TargetTerm, start: int, end: int, text: str) -> bool:
    """Whether an Indonesian word is English here: *visa*, but not *amnesti*."""
    if end <= found.start or found.end <= start:
        return False
    whole = (found.start, found.end) == (start, end)
    return not whole or found.term.text.casefold() == text.casefold()


@lru_cache(maxsize=4096)
def _as_written(text: str) -> re.Pattern[str]:
    words = r"[\s-]+".join(map(re.escape, re.split(r"[\s-]+", text)))
    # An acronym is left only as it is: "AS" is not the English "as".
    flags = re.NOFLAG if text.isupper() else re.IGNORECASE
    return re.compile(rf"(?<!\w){words}(?!\w)", flags)


def _is_marked(text: str, start: int, end: int) -> bool:
    return text[start - 1 : start] in set("(“\"‘'[*_«") and text[end : end + 1] in set(
        ")”\"’']*_»,;"
    )


def _is_false_friend(found: TargetTerm) -> bool:
    return FALSE_FRIEND in (found.term.reason or "")


def _write(occurrence: Occurrence) -> str:
    listed = occurrence.annotation.equivalents[:3]
    return "write " + " or ".join(f"“{text}”" for text in listed) if listed else "check"


def _fault(
    one: UnitTerms, occurrence: Occurrence, found: TargetTerm, **words: str
) -> Fault:
    advice = _write(occurrence)
    return one.fault(occurrence, found.span, english=found.text, advice=advice, **words)
