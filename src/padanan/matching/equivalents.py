"""Which English is right for one occurrence of a concept, best first."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from padanan.matching.conditions import NOTHING, Conditions
from padanan.matching.offices import is_title
from padanan.matching.regions import Region
from padanan.model import Status, Term, TermType

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from padanan.matching.conditions import Known
    from padanan.model import Concept


class Offer(NamedTuple):
    """An equivalent that is not right everywhere.

    Attributes:
        text: the English.
        region: code of the country that it is for, where it is for one.
        condition: what must stand around the term, where something must.
    """

    text: str
    region: str | None
    condition: str | None


def offers(concept: Concept) -> tuple[Offer, ...]:
    """Return the equivalents that hold for one country or in some surroundings.

    >>> from padanan.model import Concept
    >>> menlu = Term("menlu"), Term("foreign minister"), Term("secretary", region="US")
    >>> [one.region for one in offers(Concept("menlu", "x", menlu[:1], menlu[1:]))]
    ['US']
    """
    return tuple(
        Offer(english.text, english.region, english.condition)
        for english in concept.equivalents
        if english.status is not Status.DEPRECATED
        and (english.region or english.condition)
    )


def attributes(concept: Concept) -> tuple[Offer, ...]:
    """Return the attributive English of a concept, best first.

    >>> from padanan.model import Concept
    >>> one = Term("nuklir"), Term("nuclear energy"), Term("nuclear")
    >>> nuklir = Concept("nuklir", "x", one[:1], one[1:2], modifiers=one[2:])
    >>> [offer.text for offer in attributes(nuklir)]
    ['nuclear']
    """
    return tuple([Offer(t.text, t.region, t.condition) for t in concept.modifiers])


def bound_by(
    offered: Iterable[Offer], kept: Callable[[], Known | None] | None = None
) -> Conditions:
    """Return the conditions of some offers as those of which one must hold.

    Args:
        offered: the offers.
        kept: returns what is known of these conditions.
    """
    found = tuple(one.condition for one in offered if one.condition)
    return Conditions(only=found, kept=kept) if found else NOTHING


def possible(
    offered: Sequence[Offer], passing: Sequence[int], region: Region
) -> Sequence[int]:
    """Return the conditions of ``offered`` whose English is not for another country.

    Args:
        offered: what is not right everywhere.
        passing: the numbers of the conditions that may hold.
        region: of the occurrence.

    >>> offered = Offer("secretary", "US", "near AS"), Offer("minister", None, "near x")
    >>> possible(offered, (0, 1), Region("ID", "Indonesia"))
    [1]
    """
    codes = [one.region or region.code for one in offered if one.condition]
    return [number for number in passing if codes[number] == region.code]


def choose(
    offered: Sequence[Offer],
    everywhere: tuple[str, ...],
    region: Region | None,
    holding: Iterable[tuple[int, str]],
) -> tuple[tuple[str, ...], Region | None]:
    """Order the equivalents of a concept for an occurrence.

    First those whose condition holds, then those of the region, then those that
    hold everywhere. Those of other regions are left out.

    Args:
        offered: what is not right everywhere.
        everywhere: the rest, best first.
        region: of the occurrence, where known.
        holding: which of the conditions of ``offered`` hold, as ``bound_by`` numbers
            them, and the words of the text for which they do.

    Returns:
        the English, and the region, which a condition may tell.
    """
    first, region = _bound(offered, region, holding)
    if region:
        first += [
            one.text
            for one in offered
            if one.condition is None and one.region == region.code
        ]
    if not first:
        return everywhere, region
    return tuple(dict.fromkeys((*first, *everywhere))), region


def _bound(
    offered: Sequence[Offer],
    region: Region | None,
    holding: Iterable[tuple[int, str]],
) -> tuple[list[str], Region | None]:
    """Return the equivalents whose condition holds, and the region that one tells."""
    found: list[str] = []
    conditional = [one for one in offered if one.condition]
    for number, because in holding:
        text, code, _ = conditional[number]
        # A condition that held before may have told the region.
        if region and code and code != region.code:
            continue
        found.append(text)
        if code and region is None:
            region = Region(code, because)
    return found, region


def general(concept: Concept, term: Term) -> tuple[str, ...]:
    """Return the equivalents that hold everywhere, best first.

    Args:
        concept: the concept that is meant.
        term: its Indonesian term in the text; a short form in capitals (*PBB*) is
            answered by the short form in English (*UN*) first, but for titles:
            *PM Inggris* is the British prime minister, PM is for headlines. A term
            beside the preferred one that is English already (*sister city*) stays.
            What one's own lists say comes before all that.

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
    if term.text != concept.term and not is_title(term.text):
        found.sort(key=lambda english: english.text.lower() != term.text.lower())
    if concept.own:
        found.sort(key=lambda english: _list_of(english.text, concept.own))
    return tuple(english.text for english in found)


def _list_of(text: str, own: Sequence[tuple[str, ...]]) -> int:
    """Return the number of the list of one's own that has a text, or one behind all."""
    return next((n for n, texts in enumerate(own) if text in texts), len(own))
