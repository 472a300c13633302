"""T202, T203: numbers and dates that the translation does not have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from padanan.checks.findings import Severity
from padanan.checks.translation.findings import Span, UnitFinding
from padanan.language.figures import NUMBER, figures

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from padanan.checks.translation.occurrences import Reading
    from padanan.language.figures import Figure
    from padanan.translation.units import Unit


def numbers_differ(document: Sequence[Reading]) -> Iterator[UnitFinding]:
    """T202: a number of the source is not in the target.

    Numbers that only the target has are no finding: translators convert and explain.
    """
    for unit in _translated(document):
        ours, theirs = differing(unit.source, unit.target)
        ours = tuple(figure for figure in ours if figure.kind == NUMBER)
        theirs = tuple(figure for figure in theirs if figure.kind == NUMBER)
        if ours:
            yield _finding("T202", "number", unit, ours, theirs)


def dates_differ(document: Sequence[Reading]) -> Iterator[UnitFinding]:
    """T203: source and target name different months or days of the week."""
    for unit in _translated(document):
        ours, theirs = differing(unit.source, unit.target)
        for kind in ("month", "day"):
            here = tuple(figure for figure in ours if figure.kind == kind)
            there = tuple(figure for figure in theirs if figure.kind == kind)
            if here and there:
                yield _finding("T203", kind, unit, here, there)


def _translated(document: Sequence[Reading]) -> Iterator[Unit]:
    for reading in document:
        if reading.unit.target.strip():
            yield reading.unit


def _finding(
    code: str,
    kind: str,
    unit: Unit,
    ours: tuple[Figure, ...],
    theirs: tuple[Figure, ...],
) -> UnitFinding:
    instead = f", which has {_listed(unit.target, theirs)}" if theirs else ""
    return UnitFinding(
        code,
        Severity.WARNING,
        unit.id,
        unit.place,
        _span(unit.source, ours[0]),
        _span(unit.target, theirs[0]) if theirs else None,
        None,
        (),
        f"the {kind} {_listed(unit.source, ours)} is not in the translation{instead}"
        " — compare",
    )


def _span(text: str, figure: Figure) -> Span:
    return Span(figure.start, figure.end, text[figure.start : figure.end])


def _listed(text: str, found: Iterable[Figure]) -> str:
    return ", ".join(f"“{_span(text, figure).text}”" for figure in found)


Differing = tuple[tuple["Figure", ...], tuple["Figure", ...]]


def differing(source: str, target: str) -> Differing:
    """Return the figures of each text that the other one does not have.

    Only numbers written in figures are missed; those in words, of which languages
    are freer (*a couple*, *berdua*), satisfy. Months and days count where both texts
    name some.

    >>> [f.start for f in differing("600 tentara", "60 soldiers")[0]]
    [0]
    >>> differing("dua puluh orang, 3.000 dolar", "20 people, $3,000")
    ((), ())
    """
    ours, theirs = figures(source), figures(target)
    return tuple(_missing(ours, theirs)), tuple(_missing(theirs, ours))


def _missing(some: tuple[Figure, ...], others: tuple[Figure, ...]) -> Iterator[Figure]:
    for figure in some:
        alike = [other for other in others if other.kind == figure.kind]
        if figure.kind == NUMBER and not figure.written:
            continue
        if figure.kind != NUMBER and not alike:
            continue
        if not any(figure.values & other.values for other in alike):
            yield figure
