"""Checks of a translation: countries and nationalities that it changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from padanan.checks.findings import Fault, Span
from padanan.language import ENGLISH
from padanan.language.nations import nations

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

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
    missing = (
        one for one in ours
        if one.named and not _has(theirs, one) and not _is_kept(source, target, one)
    )  # fmt: skip
    instead = (
        one for one in theirs
        if not _has(ours, one) and not _is_kept(target, source, one)
    )  # fmt: skip
    return next(missing, None), next(instead, None)


def _has(some: Sequence[Nation], wanted: Nation) -> bool:
    return any(one.codes & wanted.codes for one in some)


def _is_kept(text: str, other: str, nation: Nation) -> bool:
    """Whether a name stands in the other text as it is: *Georgia*, *Palestina*."""
    return text[nation.start : nation.end] in other
