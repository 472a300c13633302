"""T1, T201: whether a unit has the English of its terms."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from padanan.checks.findings import Severity
from padanan.checks.translation.findings import Span, UnitFinding
from padanan.checks.translation.occurrences import has_own_title
from padanan.language.countries import region_name
from padanan.model import Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from padanan.checks.translation.occurrences import Occurrence, Place, Reading

FALSE_FRIEND = "false friend"
"""Words in the reason of a deprecated equivalent that make it one."""


def deprecated_used(document: Sequence[Reading]) -> Iterator[UnitFinding]:
    """T101: a deprecated equivalent stands where the term should."""
    for reading, occurrence in _not_right(document):
        place = deprecated_place(reading, occurrence)
        if place and not _is_false_friend(place):
            reason = f" ({place.term.reason})" if place.term.reason else ""
            yield _finding(
                "T101",
                Severity.ERROR,
                reading,
                occurrence,
                place,
                f"“{place.text}” is not to be used for"
                f" “{occurrence.annotation.text}”{reason} — {_write(occurrence)}",
            )


def wrong_region(document: Sequence[Reading]) -> Iterator[UnitFinding]:
    """T102: an office or body is called as that of another country is."""
    for reading, occurrence in _not_right(document):
        place = foreign_place(reading, occurrence)
        if place and not deprecated_place(reading, occurrence):
            annotation = occurrence.annotation
            yield _finding(
                "T102",
                Severity.ERROR,
                reading,
                occurrence,
                place,
                f"“{place.text}” is not what {region_name(str(annotation.region))}"
                f" has (“{annotation.because}”) — {_write(occurrence)}",
            )


def false_friend(document: Sequence[Reading]) -> Iterator[UnitFinding]:
    """T103: a word that only looks like the equivalent."""
    for reading, occurrence in _not_right(document):
        place = deprecated_place(reading, occurrence)
        if place and _is_false_friend(place):
            yield _finding(
                "T103",
                Severity.ERROR,
                reading,
                occurrence,
                place,
                f"“{place.text}” is a false friend of"
                f" “{occurrence.annotation.text}” ({place.term.reason})"
                f" — {_write(occurrence)}",
            )


def left_in_indonesian(document: Sequence[Reading]) -> Iterator[UnitFinding]:
    """T104: the Indonesian term stands in the translation."""
    for reading in document:
        for occurrence in reading.occurrences:
            place = left_place(reading, occurrence)
            if place:
                yield UnitFinding(
                    "T104",
                    Severity.ERROR,
                    reading.unit.id,
                    reading.unit.place,
                    _source(occurrence),
                    place,
                    occurrence.concept.id,
                    occurrence.annotation.equivalents,
                    f"“{place.text}” is left in Indonesian — {_write(occurrence)}",
                )


def no_equivalent(document: Sequence[Reading]) -> Iterator[UnitFinding]:
    """T201: nothing that the glossary has for the term is there."""
    for reading, occurrence in _not_right(document):
        worse = (
            deprecated_place(reading, occurrence)
            or foreign_place(reading, occurrence)
            or left_place(reading, occurrence)
        )
        if worse or occurrence.right:
            continue
        where = "the unit" if reading.unit.aligned else "the stretch, not aligned,"
        yield _finding(
            "T201",
            Severity.WARNING,
            reading,
            occurrence,
            None,
            f"{where} has no equivalent of “{occurrence.annotation.text}”"
            f" — {_write(occurrence)}, or say why not",
        )


def _not_right(
    document: Sequence[Reading],
) -> Iterator[tuple[Reading, Occurrence]]:
    """Yield the occurrences for which the English has fewer places than needed."""
    for reading in document:
        for occurrence in reading.occurrences:
            same = (o for o in reading.occurrences if o.concept.id == _id(occurrence))
            if len(_distinct(occurrence.right)) < sum(1 for _ in same):
                yield reading, occurrence


def _id(occurrence: Occurrence) -> str:
    return occurrence.concept.id


def _distinct(places: Iterable[Place]) -> set[int]:
    return {place.start for place in places}


def deprecated_place(reading: Reading, occurrence: Occurrence) -> Place | None:
    """Return where a deprecated equivalent stands that nothing else accounts for."""
    wrong = (
        place for place in occurrence.places if place.term.status is Status.DEPRECATED
    )
    return _unaccounted(reading, wrong)


def foreign_place(reading: Reading, occurrence: Occurrence) -> Place | None:
    """Return where the English of another region stands instead of this one's."""
    if occurrence.right or occurrence.annotation.region is None:
        return None
    wrong = (
        place
        for place in occurrence.places
        if place.term.status is not Status.DEPRECATED
        and (place.term.region or has_own_title(occurrence.annotation))
    )
    return _unaccounted(reading, wrong)


def _unaccounted(reading: Reading, wrong: Iterable[Place]) -> Place | None:
    """Return the first place that is no part of what is right for some occurrence."""
    right = [place for one in reading.occurrences for place in one.right]
    return next(
        (
            place
            for place in wrong
            if not any(r.start <= place.start and place.end <= r.end for r in right)
        ),
        None,
    )


def left_place(reading: Reading, occurrence: Occurrence) -> Span | None:
    """Return where the Indonesian term stands in the target, not as a gloss.

    A term in brackets or quotation marks beside its English is explained, not left.
    """
    right = [place for one in reading.occurrences for place in one.right]
    target, annotation = reading.unit.target, occurrence.annotation
    for text in dict.fromkeys((annotation.text, annotation.term.text)):
        for match in _as_written(text).finditer(target):
            start, end = match.span()
            if any(_is_english(place, start, end, text) for place in right):
                continue
            if occurrence.right and _is_marked(target, start, end):
                continue
            return Span(start, end, match[0])
    return None


def _is_english(place: Place, start: int, end: int, text: str) -> bool:
    """Whether an Indonesian word is English here: *visa*, but not *amnesti*."""
    if end <= place.start or place.end <= start:
        return False
    whole = (place.start, place.end) == (start, end)
    return not whole or place.term.text.casefold() == text.casefold()


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


def _is_false_friend(place: Place) -> bool:
    return FALSE_FRIEND in (place.term.reason or "")


def _source(occurrence: Occurrence) -> Span:
    return Span(occurrence.start, occurrence.end, occurrence.annotation.text)


def _write(occurrence: Occurrence) -> str:
    listed = occurrence.annotation.equivalents[:3]
    return "write " + " or ".join(f"“{text}”" for text in listed) if listed else "check"


def _finding(
    code: str,
    severity: Severity,
    reading: Reading,
    occurrence: Occurrence,
    place: Place | None,
    message: str,
) -> UnitFinding:
    target = Span(place.start, place.end, place.text) if place else None
    return UnitFinding(
        code,
        severity,
        reading.unit.id,
        reading.unit.place,
        _source(occurrence),
        target,
        occurrence.concept.id,
        occurrence.annotation.equivalents,
        message,
    )
