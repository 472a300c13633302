"""Checks of a translation: countries and nationalities that it changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from padanan.checks.findings import Fault, Span
from padanan.language import ENGLISH
from padanan.language.nations import nations

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from padanan.checks.translation.occurrences import Translation
    from padanan.language.nations import Nation


APART = 0.4
"""Maximum difference of the places of two countries, as shares of the unit."""


def nations_differ(translation: Translation) -> Iterator[Fault]:
    """Yield units that name another country or nationality than their source.

    A country that is only left out, or only added, is no finding: translators say *the
    capital* and *there*.
    """
    for one in translation.units:
        source, target = one.unit.source, one.unit.target
        missing, instead = changed(source, target)
        if missing is None or instead is None:
            continue
        share = missing.start / len(source)
        if abs(share - instead.start / len(target)) > APART:
            continue
        here, there = _span(source, missing), _span(target, instead)
        words = {"nation": here.text, "instead": there.text}
        yield Fault(one.where, words, source=here, target=there)


def _span(text: str, nation: Nation) -> Span:
    return Span(nation.start, nation.end, text[nation.start : nation.end])


def changed(source: str, target: str) -> tuple[Nation | None, Nation | None]:
    """Return a country that only the source has, and one that only the target has.

    >>> [bool(one) for one in changed("Menlu AS tiba.", "The UK minister came.")]
    [True, True]
    >>> changed("Menlu AS tiba.", "The American minister came.")
    (None, None)
    """
    ours, theirs = nations(source), nations(target, ENGLISH)
    named = (one for one in ours if one.named)
    missing = next(_only(named, source, theirs, target), None)
    return missing, next(_only(theirs, target, ours, source), None)


def _only(
    some: Iterable[Nation], text: str, others: Sequence[Nation], other: str
) -> Iterator[Nation]:
    """Yield the countries that only one of two texts has."""
    known = frozenset[str]().union(*(one.codes for one in others))
    # A name that stands in the other text as it is: *Georgia*, *Palestina*.
    kept: dict[str, bool] = {}
    for one in some:
        name = text[one.start : one.end]
        if name not in kept:
            kept[name] = name in other
        if not kept[name] and one.codes.isdisjoint(known):
            yield one
