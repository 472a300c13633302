"""What a head and a modifier give together: the sense of a composed term."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from padanan.matching.equivalents import Offer, bound_by
from padanan.matching.joining import (
    MOST,
    BoundRule,
    Modifier,
    in_plural,
    joined,
    matching_rules,
    with_attributes,
)
from padanan.model import Term

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeAlias

    from padanan.matching.senses import Sense

    Senses: TypeAlias = tuple[Sense, ...]

MOST_PAIRS = 100_000
"""Maximum number of pairs of a head and a modifier that are remembered."""

MOST_PARTS = 4
"""Maximum number of concepts in a composed term."""

MOST_LISTED = 6
"""Maximum number of concepts in one with a list of modifiers."""


class Pairs:
    """What heads and modifiers met so far give together.

    Filled as texts are read. A value is the same whoever computes it, and keeps what it
    is found by alive, since that is the identity of senses: so none is given away.
    """

    def __init__(self) -> None:
        self._pairs: dict[tuple[int, int, bool], tuple[Sense, Sense, Sense | None]] = {}
        self._alike: dict[tuple[int | bool, ...], tuple[Senses, bool]] = {}
        self._known: dict[tuple[int | str, ...], tuple[Senses, Sense]] = {}

    def join(self, head: Sense, behind: Sense, *, doubled: bool) -> Sense | None:
        """Return the sense of a head with a modifier, ``None`` if they do not join.

        Args:
            head: of the head, listed or composed.
            behind: of the modifier.
            doubled: whether the head is reduplicated.
        """
        key = id(head), id(behind), doubled
        found = self._pairs.get(key)
        if found is None:
            found = head, behind, _pair(head, behind, doubled=doubled)
            if len(self._pairs) < MOST_PAIRS:
                self._pairs[key] = found
        return found[2]

    @staticmethod
    def may_join(heads: Senses, behind: Senses) -> bool:
        """Whether some sense of one span may join with some sense of another; quick.

        Nearly all pairs that do not join offer nothing of what is wanted. What is
        refused is not asked.
        """
        if len(heads) == len(behind) == 1:
            return not heads[0].bonds.wanted.isdisjoint(behind[0].bonds.offered)
        return any(
            not head.bonds.wanted.isdisjoint(one.bonds.offered)
            for head, one in product(heads, behind)
            if head.rules
        )

    def are_alike(
        self, senses: Senses, *, strictly: bool, work_out: Callable[[], bool]
    ) -> bool:
        """Return whether two modifiers may stand together before a head.

        Args:
            senses: of the head, then of its modifiers.
            strictly: whether both must be of one kind.
            work_out: tells it of those that are met for the first time.
        """
        key: tuple[int | bool, ...] = (*map(id, senses), strictly)
        found = self._alike.get(key)
        if found is None:
            found = senses, work_out()
            if len(self._alike) < MOST_PAIRS:
                self._alike[key] = found
        return found[1]

    def known(self, senses: Senses, said: str, work_out: Callable[[], Sense]) -> Sense:
        """Return the sense of a composed term that no pair is.

        Args:
            senses: those of which it is composed.
            said: whatever else it depends on.
            work_out: gives the sense that is met for the first time.
        """
        key: tuple[int | str, ...] = (*map(id, senses), said)
        found = self._known.get(key)
        if found is None:
            found = senses, work_out()
            if len(self._known) < MOST_PAIRS:
                self._known[key] = found
        return found[1]


def _pair(head: Sense, behind: Sense, *, doubled: bool) -> Sense | None:
    first, second = _parts(head), _parts(behind)
    most = MOST_LISTED if ", " in head.text else MOST_PARTS
    if len(first) + len(second) > most or not set(first).isdisjoint(second):
        return None
    modifier = _without_terms(behind)
    bound = matching_rules(head.rules, modifier)
    if not bound:
        return None
    words = f"{head.text} {behind.text}"
    whole = modifier._replace(terms=english(behind))
    return with_modifier(head, whole, bound, words, (*first, *second), plural=doubled)


def _parts(sense: Sense) -> tuple[str, ...]:
    return sense.parts or (sense.id,)


def with_modifier(
    head: Sense,
    modifier: Modifier,
    bound: tuple[BoundRule, ...],
    words: str,
    parts: tuple[str, ...],
    *,
    plural: bool,
) -> Sense:
    """Return the sense of a head with a modifier by which rules join it."""
    heads = in_plural(english(head)) if plural else english(head)
    attributes: tuple[Offer, ...] = ()
    if bound[-1].rule.attributive:
        attributes = with_attributes(modifier.attributes, head.attributes)
    offers = joined(bound, heads, modifier)
    return composed(head, offers, words, parts, attributes)


def as_modifier(sense: Sense) -> Modifier:
    """Return what a sense is behind a head."""
    return _without_terms(sense)._replace(terms=english(sense))


def _without_terms(sense: Sense) -> Modifier:
    """Return what a sense is behind a head, without its English by itself."""
    modifier = sense.bonds.modifier
    return modifier._replace(attributes=sense.attributes) if sense.parts else modifier


def english(sense: Sense) -> tuple[Offer, ...]:
    """Return the English of a sense that it can bring into a composed term.

    What depends on the neighbours of the bare term (*diplomatic* for *diplomasi*
    behind *upaya*) is left out, unless there is nothing else.
    """
    everywhere = tuple(Offer(text, None, None) for text in sense.equivalents)
    if sense.parts:
        return (*everywhere, *sense.offers)
    bound = (one for one in sense.offers if one.condition is None)
    return (*everywhere, *bound) or sense.offers


def composed(
    head: Sense,
    offers: tuple[Offer, ...],
    words: str,
    parts: tuple[str, ...],
    attributes: tuple[Offer, ...] = (),
) -> Sense:
    """Return the sense of a head with the English of the whole."""
    everywhere = [o.text for o in offers if not (o.region or o.condition)]
    somewhere = tuple(one for one in offers if one.region or one.condition)
    return head._replace(
        term=Term(words),
        equivalents=tuple(dict.fromkeys(everywhere))[:MOST],
        offers=somewhere,
        offered_when=bound_by(somewhere),
        attributes=attributes,
        conditional=False,
        office=head.office or any(one.region for one in somewhere),
        parts=parts,
    )
