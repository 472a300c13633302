"""Which English is right for one occurrence of a concept, best first."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from padanan.matching.conditions import parse
from padanan.matching.offices import is_title
from padanan.matching.regions import Region
from padanan.matching.surroundings import evidence
from padanan.model import Status, Term, TermType

if TYPE_CHECKING:
    from padanan.matching.surroundings import Surroundings
    from padanan.model import Concept


class Choice(NamedTuple):
    """The English of an occurrence, and the region that a condition gave away."""

    equivalents: tuple[str, ...]
    region: Region | None
    condition: str | None


def choose(
    concept: Concept, term: Term, region: Region | None, place: Surroundings
) -> Choice:
    """Order the equivalents of a concept for an occurrence.

    First those whose condition holds, then those of the region, then those that
    hold everywhere; a short form first where the text has a short form too.
    Deprecated equivalents and those of other regions are left out.
    """
    offered = [
        english
        for english in concept.equivalents
        if english.status is not Status.DEPRECATED
    ]
    bound, condition, region = _bound(offered, region, place)
    regional = [
        english.text
        for english in offered
        if english.region and not english.condition
        and region and english.region == region.code
    ]  # fmt: skip
    ordered = (*bound, *regional, *general(concept, term))
    return Choice(tuple(dict.fromkeys(ordered)), region, condition)


def _bound(
    offered: list[Term], region: Region | None, place: Surroundings
) -> tuple[list[str], str | None, Region | None]:
    """Return the equivalents whose condition holds, the first such condition."""
    found: list[str] = []
    first = None
    for english in offered:
        if english.condition is None:
            continue
        if region and english.region and english.region != region.code:
            continue
        because = evidence(parse(english.condition), place)
        if because is not None:
            found.append(english.text)
            first = first or english.condition
            if english.region and region is None:
                region = Region(english.region, because)
    return found, first, region


def general(concept: Concept, term: Term) -> tuple[str, ...]:
    """Return the equivalents that hold everywhere, best first.

    Args:
        concept: the concept that is meant.
        term: its Indonesian term in the text; a short form in capitals (*PBB*) is
            answered by the short form in English (*UN*) first, but for titles:
            *PM Inggris* is the British prime minister, PM is for headlines.

    >>> from padanan.model import Concept
    >>> short, full = Term("UN", type=TermType.ABBREVIATION), Term("United Nations")
    >>> pbb = Term("PBB", type=TermType.ABBREVIATION)
    >>> general(Concept("pbb", "united-nations", (pbb,), (full, short)), pbb)
    ('UN', 'United Nations')
    """
    found = [
        english
        for english in concept.equivalents
        if english.status is not Status.DEPRECATED
        and not english.region
        and not english.condition
    ]
    is_short = term.type is TermType.ABBREVIATION and term.text.isupper()
    short = is_short and not is_title(term.text)
    found.sort(key=lambda english: (english.type is TermType.ABBREVIATION) is not short)
    return tuple(english.text for english in found)
