"""Earlier translations, offered for the sentences of a worksheet."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from padanan.translation.worksheets.skeleton import key
from padanan.translation.worksheets.worksheet import Entry, Suggestion, Worksheet, shown

if TYPE_CHECKING:
    from collections.abc import Iterable

    from padanan.translation.units import Unit

CLOSE = 75
"""Sentences less alike, in per cent, are no help; Poedit and OmegaT ask as much."""

ALMOST = 99
"""No sentence that differs at all is more alike than that."""


def prefill(worksheet: Worksheet, memory: Iterable[Unit]) -> Worksheet:
    """Return a worksheet with what a memory knows of its sentences.

    The same sentence brings its translation; a similar one a suggestion that has to
    be confirmed, as does a translation that the memory itself calls fuzzy.

    Args:
        worksheet: as it was made.
        memory: units of earlier work; of two with the same Indonesian the first
            confirmed one counts.

    >>> from padanan.translation.units import Unit
    >>> from padanan.translation.worksheets.worksheet import make
    >>> sheet = prefill(make("Damai.", [(0, 6)]), [Unit("9", "Damai.", "Peace.")])
    >>> sheet.entries[0].unit.target
    'Peace.'
    """
    known = _known(memory)
    sources = tuple(unit.source for unit in known.values())
    entries = tuple(_filled(entry, known, sources) for entry in worksheet.entries)
    suggested = tuple(key(entry.filled) if entry.fuzzy else "" for entry in entries)
    return Worksheet(entries, replace(worksheet.skeleton, suggested=suggested))


def _known(memory: Iterable[Unit]) -> dict[str, Unit]:
    found: dict[str, Unit] = {}
    for unit in memory:
        if not shown(unit.target).strip() or not unit.aligned:
            continue
        name = key(unit.source)
        if name not in found or (found[name].fuzzy and not unit.fuzzy):
            found[name] = unit
    return found


def _filled(entry: Entry, known: dict[str, Unit], sources: tuple[str, ...]) -> Entry:
    same = known.get(key(entry.unit.source))
    if same is not None:
        return _with(entry, _offer(100, same, confirmed=not same.fuzzy))
    close = _closest(entry.unit.source, sources)
    if close is None:
        return entry
    source, score = close
    return _with(entry, _offer(score, known[key(source)], confirmed=False))


def _offer(score: int, unit: Unit, *, confirmed: bool) -> Suggestion:
    return Suggestion(score, shown(unit.source), shown(unit.target).strip(), confirmed)


def _with(entry: Entry, offer: Suggestion) -> Entry:
    unit = replace(entry.unit, target=offer.target if offer.confirmed else "")
    return entry._replace(unit=unit, suggestion=offer)


def _closest(source: str, sources: tuple[str, ...]) -> tuple[str, int] | None:
    from rapidfuzz import fuzz, process

    found = process.extractOne(source, sources, scorer=fuzz.ratio, score_cutoff=CLOSE)
    if found is None:
        return None
    return found[0], min(int(found[1]), ALMOST)
