"""Earlier translations as suggestions for the sentences of a worksheet."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from padanan.translation.skeleton import fingerprint
from padanan.translation.tagged import Tagged, on_one_line, tidy
from padanan.translation.worksheet import Suggestion, Worksheet

if TYPE_CHECKING:
    from collections.abc import Iterable

    from padanan.translation.units import Unit
    from padanan.translation.worksheet import WorksheetUnit

CLOSE = 75
"""Minimum similarity of a suggestion, in per cent, as in Poedit and OmegaT."""

ALMOST = 99
"""Maximum similarity, in per cent, of sentences that are not equal."""


def prefill(worksheet: Worksheet, memory: Iterable[Unit]) -> Worksheet:
    """Return a worksheet with the translations of a memory.

    The translation of an equal sentence is used. That of a similar sentence, or one
    that is fuzzy in the memory, is a suggestion that has to be confirmed.

    Args:
        worksheet: as it was made.
        memory: units of earlier work; if several have the same Indonesian, the first
            confirmed one counts.

    >>> from padanan.translation.units import Unit
    >>> from padanan.articles.readers import read, translatable
    >>> from padanan.translation.worksheet import make
    >>> sheet = make(translatable(read(b"Damai.", "a.txt")), [(0, 6)])
    >>> sheet = prefill(sheet, [Unit("9", "Damai.", "Peace.")])
    >>> sheet.units[0].target
    'Peace.'
    """
    known = _known(memory)
    sources = tuple(_source(unit).marked for unit in known.values())
    plain = _plain(known.values())
    units = tuple(_filled(unit, known, plain, sources) for unit in worksheet.units)
    suggested = tuple(fingerprint(unit.filled) if unit.fuzzy else "" for unit in units)
    return Worksheet(units, replace(worksheet.skeleton, suggested=suggested))


def _source(unit: Unit) -> Tagged:
    return unit.tagged_source or Tagged(unit.source)


def _known(memory: Iterable[Unit]) -> dict[str, Unit]:
    """Return the unit that counts for each fingerprint of a marked source."""
    found: dict[str, Unit] = {}
    for unit in memory:
        if not on_one_line(unit.target).strip() or not unit.aligned:
            continue
        name = fingerprint(_source(unit).marked)
        if name not in found or (found[name].fuzzy and not unit.fuzzy):
            found[name] = unit
    return found


def _plain(units: Iterable[Unit]) -> dict[str, Unit]:
    """Return the units by the fingerprints of their sources without tags."""
    found: dict[str, Unit] = {}
    for unit in units:
        name = fingerprint(unit.source)
        if name not in found or (found[name].fuzzy and not unit.fuzzy):
            found[name] = unit
    return found


def _filled(
    unit: WorksheetUnit,
    known: dict[str, Unit],
    plain: dict[str, Unit],
    sources: tuple[str, ...],
) -> WorksheetUnit:
    marked = unit.tagged.marked
    same = known.get(fingerprint(marked))
    if same is not None:
        return unit._replace(suggestion=_offer(100, same, confirmed=not same.fuzzy))
    # The same words with other formats: somebody has to insert the tags.
    alike = plain.get(fingerprint(unit.tagged.plain))
    if alike is not None:
        return unit._replace(suggestion=_offer(ALMOST, alike, confirmed=False))
    close = _closest(marked, sources)
    if close is None:
        return unit
    source, score = close
    offer = _offer(score, known[fingerprint(source)], confirmed=False)
    return unit._replace(suggestion=offer)


def _offer(score: int, unit: Unit, *, confirmed: bool) -> Suggestion:
    target = tidy(unit.tagged_target or Tagged(on_one_line(unit.target)))
    source = on_one_line(_source(unit).marked)
    return Suggestion(score, source, on_one_line(target.marked), confirmed)


def _closest(source: str, sources: tuple[str, ...]) -> tuple[str, int] | None:
    from rapidfuzz import fuzz, process

    found = process.extractOne(source, sources, scorer=fuzz.ratio, score_cutoff=CLOSE)
    if found is None:
        return None
    return found[0], min(int(found[1]), ALMOST)
