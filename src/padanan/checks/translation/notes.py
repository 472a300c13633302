"""T3: what is no fault, but worth a look."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from padanan.checks.findings import Severity
from padanan.checks.translation.findings import Span, UnitFinding
from padanan.language.stems import stem
from padanan.model import TermType

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from padanan.checks.translation.occurrences import Occurrence, Place, Reading

FAR = 25
"""An equivalent so many words from where it would stand is far away."""
_FAR_SHARE = 0.5
"""… and so much of the unit's length."""


class _Use(NamedTuple):
    """An occurrence whose English is plain: one equivalent and no other."""

    reading: Reading
    occurrence: Occurrence
    place: Place


def two_equivalents(document: Sequence[Reading]) -> Iterator[UnitFinding]:
    """T301: a document calls one thing by two names; the rarer ones are noted.

    Short forms beside full ones are no inconsistency, and neither are the names that
    different countries have for their offices.
    """
    uses: dict[tuple[str, str | None], list[_Use]] = {}
    for use in _uses(document):
        key = use.occurrence.concept.id, use.occurrence.annotation.region
        uses.setdefault(key, []).append(use)
    for some in uses.values():
        counts = Counter(map(_name, some))
        usual, times = counts.most_common(1)[0]
        name = next(use.place.text for use in some if _name(use) == usual)
        for use in some:
            if _name(use) != usual:
                yield _note(
                    "T301",
                    use,
                    (name,),
                    f"“{use.place.text}” here, but “{name}” elsewhere for"
                    f" “{use.occurrence.annotation.text}” (× {times}) — choose one",
                )


def _name(use: _Use) -> str:
    """Return what is the same in all forms and spellings: cease-fires, ceasefire."""
    return stem("".join(re.findall(r"\w+", use.place.text)))


def _uses(document: Sequence[Reading]) -> Iterator[_Use]:
    for reading in document:
        for occurrence in reading.occurrences:
            full = [
                place
                for place in occurrence.right
                if place.term.type is TermType.FULL and place.term.condition is None
            ]
            if full and len({place.start for place in full}) == 1:
                yield _Use(reading, occurrence, full[0])


def far_away(document: Sequence[Reading]) -> Iterator[UnitFinding]:
    """T302: the only equivalent stands where another part of the text is translated."""
    for reading in document:
        words = len(reading.sentence.spans)
        for occurrence in reading.occurrences:
            place = _nearest(reading, occurrence)
            if place is None:
                continue
            apart = abs(_share(reading, occurrence) - _target_share(reading, place))
            if apart > _FAR_SHARE and apart * words > FAR:
                yield _note(
                    "T302",
                    use := _Use(reading, occurrence, place),
                    occurrence.annotation.equivalents,
                    f"“{use.place.text}” stands far from where"
                    f" “{occurrence.annotation.text}” would — see whether it is meant",
                )


def _nearest(reading: Reading, occurrence: Occurrence) -> Place | None:
    share = _share(reading, occurrence)
    return min(
        occurrence.right,
        key=lambda place: abs(share - _target_share(reading, place)),
        default=None,
    )


def _share(reading: Reading, occurrence: Occurrence) -> float:
    return occurrence.start / len(reading.unit.source)


def _target_share(reading: Reading, place: Place) -> float:
    return place.start / len(reading.unit.target)


def not_translated(document: Sequence[Reading]) -> Iterator[UnitFinding]:
    """T303: a unit has no translation; its terms are not asked for."""
    for reading in document:
        unit = reading.unit
        if unit.source.strip() and not unit.target.strip():
            yield UnitFinding(
                "T303",
                Severity.NOTE,
                unit.id,
                unit.place,
                None,
                None,
                None,
                (),
                "not translated — translate it",
            )


def _note(code: str, use: _Use, expected: tuple[str, ...], message: str) -> UnitFinding:
    occurrence, place, unit = use.occurrence, use.place, use.reading.unit
    return UnitFinding(
        code,
        Severity.NOTE,
        unit.id,
        unit.place,
        Span(occurrence.start, occurrence.end, occurrence.annotation.text),
        Span(place.start, place.end, use.place.text),
        occurrence.concept.id,
        expected,
        message,
    )
