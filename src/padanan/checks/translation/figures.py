"""Checks of a translation: numbers and dates that it does not have."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from padanan.checks.findings import Fault, Span
from padanan.checks.wording import Phrase
from padanan.language import ENGLISH, INDONESIAN
from padanan.language.figures import DAY, MONTH, NUMBER, figures

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

    from padanan.checks.translation.occurrences import Translation, UnitTerms
    from padanan.checks.wording import Words
from padanan.language.figures import Figure

SMALL = frozenset(map(float, range(2, 13)))
"""What is usually written in words."""

PARTS = 2
"""Number of parts of a decimal: more are a list."""
DAYS = 31
"""Greatest number of a day of a month."""

VAGUE = frozenset({"dozen", "dozens", "lusinan", "puluhan"})
"""Numbers that are no exact ones: *puluhan* is *dozens*, not ten."""


def numbers_differ(translation: Translation) -> Iterator[Fault]:
    """Yield units in which a number of the source is not in the target.

    Numbers that only the target has are no finding: translators convert and explain.
    """
    for one in _translated(translation):
        missing, instead = differing(one.unit.source, one.unit.target)
        missing = tuple(figure for figure in missing if figure.kind == NUMBER)
        instead = tuple(figure for figure in instead if figure.kind == NUMBER)
        theirs = figures(one.unit.target, ENGLISH)
        known = {v for each in theirs if each.kind == NUMBER for v in each.values}
        source = one.unit.source
        missing = tuple(f for f in missing if not _is_list(source, f, known))
        if missing:
            noted = all(_is_understood(source, theirs, figure) for figure in missing)
            yield _fault(one, missing, instead)._replace(noted=noted)


def dates_differ(translation: Translation) -> Iterator[Fault]:
    """Yield units that name different months or days of the week in both texts."""
    for one in _translated(translation):
        missing, instead = differing(one.unit.source, one.unit.target)
        for kind in (MONTH, DAY):
            here = tuple(figure for figure in missing if figure.kind == kind)
            there = tuple(figure for figure in instead if figure.kind == kind)
            if here and there:
                yield _fault(one, here, there)


def _is_list(source: str, figure: Figure, theirs: Container[float]) -> bool:
    """Whether a number is a list without spaces, and the target has all of it.

    >>> _is_list("6,9,12 tahun", Figure(NUMBER, frozenset(), 0, 6), {6.0, 9.0, 12.0})
    True
    """
    parts = source[figure.start : figure.end].split(",")
    return len(parts) > PARTS and all(
        part.isdecimal() and float(part) in theirs for part in parts
    )


_DATED = re.compile(r"(?:^|\W)([^\W\d_]+)(?: tahun)? (?:\d{1,2}[ ,]*)?\(?\Z")


def _is_understood(source: str, theirs: Iterable[Figure], figure: Figure) -> bool:
    """Whether a number only says more exactly which day both texts name.

    The year of a month (*10 Januari 2007*: January 10), and the date in brackets that
    Indonesian newspapers add to the day of the week (*Senin (26/3)*: Monday).
    """
    before = _DATED.search(source, max(0, figure.start - 30), figure.start)
    kind = MONTH if min(figure.values) > DAYS else DAY
    return before is not None and any(
        ours.kind == other.kind == kind and not ours.values.isdisjoint(other.values)
        for ours in figures(before[1])
        for other in theirs
    )


def small_numbers_differ(translation: Translation) -> Iterator[Fault]:
    """Yield units in which a number in words, up to twelve, is another one.

    A number that is only left out is no finding (*dua orang itu*: they), and neither
    is *one*, which is a pronoun and an article too.
    """
    for one in _translated(translation):
        missing, instead = small_ones(one.unit.source, one.unit.target)
        if missing and instead:
            yield _fault(one, missing[:1], instead[:1])


def small_ones(source: str, target: str) -> Differing:
    """Return the small numbers in words of the source that the target has not.

    Returns:
        Those, and the small numbers of the target that the source has not.

    >>> ours, theirs = small_ones("Tiga sandera bebas.", "Five hostages were freed.")
    >>> ours[0].values, theirs[0].values
    (frozenset({3.0}), frozenset({5.0}))
    """
    ours, theirs = _numbers(source), _numbers(target, ENGLISH)
    here, there = _values(ours), _values(theirs)
    missing = (one for one in ours if not one.written and one.values.isdisjoint(there))
    instead = (one for one in theirs if one.values.isdisjoint(here))
    return (
        tuple(one for one in missing if _is_small(source, one)),
        tuple(one for one in instead if _is_small(target, one)),
    )


def _numbers(text: str, language: str = INDONESIAN) -> tuple[Figure, ...]:
    return tuple(one for one in figures(text, language) if one.kind == NUMBER)


def _values(some: tuple[Figure, ...]) -> frozenset[float]:
    return frozenset[float]().union(*(figure.values for figure in some))


def _is_small(text: str, figure: Figure) -> bool:
    word = text[figure.start : figure.end].lower()
    return figure.values <= SMALL and word not in VAGUE


def _translated(translation: Translation) -> Iterator[UnitTerms]:
    return (one for one in translation.units if one.unit.target.strip())


def _fault(
    one: UnitTerms, missing: tuple[Figure, ...], instead: tuple[Figure, ...]
) -> Fault:
    unit = one.unit
    has = Phrase("which-has", {"listed": _listed(unit.target, instead)})
    words: Words = {
        "kind": Phrase(missing[0].kind),
        "figures": _listed(unit.source, missing),
        "instead": has if instead else "",
    }
    source = _span(unit.source, missing[0])
    target = _span(unit.target, instead[0]) if instead else None
    return Fault(one.where, words, source=source, target=target)


def _span(text: str, figure: Figure) -> Span:
    return Span(figure.start, figure.end, text[figure.start : figure.end])


def _listed(text: str, found: Iterable[Figure]) -> str:
    return ", ".join(f"“{_span(text, figure).text}”" for figure in found)


Differing = tuple[tuple["Figure", ...], tuple["Figure", ...]]


def differing(source: str, target: str) -> Differing:
    """Return the figures of each text that the other one does not have.

    Only numbers written in figures are missed; those in words, which languages use
    more freely (*a couple*, *berdua*), satisfy. Months and days count where both
    texts name some.

    >>> [f.start for f in differing("600 tentara", "60 soldiers")[0]]
    [0]
    >>> differing("dua puluh orang, 3.000 dolar", "20 people, $3,000")
    ((), ())
    """
    ours, theirs = figures(source), figures(target, ENGLISH)
    return tuple(_missing(ours, theirs)), tuple(_missing(theirs, ours))


def _missing(some: tuple[Figure, ...], others: tuple[Figure, ...]) -> Iterator[Figure]:
    values: dict[str, set[float]] = {}
    for other in others:
        values.setdefault(other.kind, set()).update(other.values)
    for figure in some:
        if figure.kind == NUMBER and not figure.written:
            continue
        if figure.kind != NUMBER and figure.kind not in values:
            continue
        if figure.values.isdisjoint(values.get(figure.kind, ())):
            yield figure
