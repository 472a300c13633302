"""Checks of a translation: the tags of formats, pictures and notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from padanan.checks.findings import Fault
from padanan.checks.wording import Phrase
from padanan.translation.tagged import TagFaults, faults

if TYPE_CHECKING:
    from collections.abc import Iterator

    from padanan.checks.translation.occurrences import Translation, UnitTerms
    from padanan.translation.units import Unit


def missing(translation: Translation) -> Iterator[Fault]:
    """Yield units whose translation lacks tags of the source."""
    for one in translation.units:
        yield from _told(one, _faults(one.unit).missing)


def needless(translation: Translation) -> Iterator[Fault]:
    """Yield units whose translation has tags twice, or others than the source."""
    for one in translation.units:
        yield from _told(one, _faults(one.unit).needless)


def crossed(translation: Translation) -> Iterator[Fault]:
    """Yield units whose pairs of tags are open or cross; not those told of before."""
    for one in translation.units:
        found = _faults(one.unit)
        if not found.missing and not found.needless:
            yield from _told(one, found.crossed)


def _faults(unit: Unit) -> TagFaults:
    source, target = unit.tagged_source, unit.tagged_target
    if source is None or target is None or unit.locked or not unit.target.strip():
        return TagFaults()
    return faults(source.tags, target.tags)


def _told(one: UnitTerms, tags: tuple[str, ...]) -> Iterator[Fault]:
    if tags:
        name = "one-tag" if len(tags) == 1 else "tags"
        yield Fault(one.where, {"tags": Phrase(name, {"listed": " ".join(tags)})})
