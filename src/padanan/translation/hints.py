"""The hints of a worksheet about the terms of a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from padanan.model import Status
from padanan.translation.tagged import Tagged

if TYPE_CHECKING:
    from collections.abc import Iterator

    from padanan.matching.annotation import Annotation
    from padanan.translation.worksheet import Suggestion, Worksheet, WorksheetUnit


class HintedUnit(NamedTuple):
    """A sentence of a worksheet with a line for each of its terms."""

    unit: WorksheetUnit
    lines: tuple[str, ...]


def hinted(worksheet: Worksheet) -> Iterator[HintedUnit]:
    """Yield each sentence with a line for each of its terms.

    Notes on a concept, and its terms to avoid, are given at its first occurrence.
    """
    told: set[str] = set()
    for unit in worksheet.units:
        found: dict[str, None] = {}
        for hint in unit.hints:
            found[_line(hint)] = None
            if hint.concept.id not in told:
                told.add(hint.concept.id)
                found |= dict.fromkeys(_advice(hint))
        yield HintedUnit(unit, tuple(found))


def _line(hint: Annotation) -> str:
    english = "; ".join(hint.equivalents)
    country = f" [{hint.region}]" if hint.region else ""
    phrase = f" ({hint.phrase})" if hint.phrase else ""
    return f"{hint.text} = {english}{country}{phrase}"


def _advice(hint: Annotation) -> Iterator[str]:
    wrong = [
        term.text
        for term in hint.concept.equivalents
        if term.status is Status.DEPRECATED
    ]
    if wrong:
        yield f"not: {'; '.join(wrong)}"
    yield from (f"note: {note}" for note in hint.concept.notes)


def fuzzy_line(suggestion: Suggestion) -> str:
    """Return the line for a translation that has to be confirmed.

    >>> from padanan.translation.worksheet import Suggestion
    >>> fuzzy_line(Suggestion(87, "Rubio pergi.", "Rubio left.", confirmed=False))
    'fuzzy 87 %: translation of “Rubio pergi.”'
    """
    return f"fuzzy {suggestion.score} %: translation of “{suggestion.source}”"


def pieces(unit: WorksheetUnit) -> Iterator[tuple[str, Annotation | None]]:
    """Yield the marked text of a sentence in pieces, each with its term, if any.

    >>> from padanan.translation.tagged import Tag
    >>> from padanan.translation.worksheet import WorksheetUnit
    >>> unit = WorksheetUnit(1, "nota", tags=(Tag(0, "point", "1"),))
    >>> list(pieces(unit))
    [('{1/}', None), ('nota', None)]
    """
    first = True
    for start, end, hint in _stretches(unit):
        inside = (
            tag for tag in unit.tags if start < tag.at <= end or (first and not tag.at)
        )
        tags = tuple(tag._replace(at=tag.at - start) for tag in inside)
        for text, is_mark in Tagged(unit.source[start:end], tags).pieces():
            yield text, None if is_mark else hint
        first = False


def _stretches(unit: WorksheetUnit) -> Iterator[tuple[int, int, Annotation | None]]:
    last = 0
    for hint in unit.hints:
        if hint.start > last:
            yield last, hint.start, None
        yield hint.start, hint.end, hint
        last = hint.end
    if last < len(unit.source):
        yield last, len(unit.source), None
