"""How often the conditions of a glossary hold where they are asked.

A condition that holds nearly everywhere, or nowhere, decides nothing: it is wrong, or
nobody needs it. Each is tried by itself, also where recognition would not come to it
because one before it has decided.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from padanan.matching.conditions import parse
from padanan.matching.resolving import resolve

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from padanan.matching.conditions import Condition
    from padanan.matching.conditions.surroundings import Surroundings
    from padanan.matching.document import Document, Found
    from padanan.matching.recogniser import Recogniser
    from padanan.matching.senses import Sense

WHEN, UNLESS, EQUIVALENT = "when", "unless", "equivalent if"


class GivenCondition(NamedTuple):
    """Where a condition is given.

    Attributes:
        concept: id of the concept.
        key: ``when``, ``unless`` or ``equivalent if``.
        condition: as it is written.
    """

    concept: str
    key: str
    condition: str


class Measured(NamedTuple):
    """How often a condition held.

    Attributes:
        place: where it is given.
        asked: how often its concept might have been meant or, for an equivalent, was.
        held: in how many of these places it holds.
    """

    place: GivenCondition
    asked: int
    held: int


def measure(recogniser: Recogniser, texts: Iterable[str]) -> tuple[Measured, ...]:
    """Return how often each condition holds in some texts, if it is asked at all.

    A ``when`` or ``unless`` is asked at each place where a term of its concept stands,
    unless that is part of a longer term, or an earlier sense of the term is meant; the
    condition of an equivalent where the concept is meant.

    >>> from padanan.matching.compiling import compile_glossary
    >>> from padanan.matching.recogniser import Recogniser
    >>> from padanan.model import Concept, Glossary, Term
    >>> duta = Concept("duta", "missions", (Term("duta"),), (Term("envoy"),),
    ...                when=("followed by besar",))
    >>> reader = Recogniser(compile_glossary(Glossary((duta,))))
    >>> [(m.asked, m.held) for m in measure(reader, ["Duta besar, duta baca."])]
    [(2, 1)]
    """
    asked: Counter[GivenCondition] = Counter()
    held: Counter[GivenCondition] = Counter()
    for text in texts:
        for place, holds in _trials(recogniser.document(text)):
            asked[place] += 1
            held[place] += holds
    return tuple(Measured(place, n, held[place]) for place, n in asked.items())


def _trials(document: Document) -> Iterator[tuple[GivenCondition, bool]]:
    chosen = resolve(document)
    for start, end, number in _free(document, chosen):
        around = document.around(start, end)
        for sense in document.candidates[number][3]:
            yield from _senses_trials(sense, around)
            if sense.conditions.decide(around).holds:
                break
    for start, end, sense in chosen:
        around = document.around(start, end)
        for offer in sense.offers:
            if offer.condition:
                yield _trial(sense, EQUIVALENT, parse(offer.condition), around)


def _senses_trials(
    sense: Sense, around: Surroundings
) -> Iterator[tuple[GivenCondition, bool]]:
    for key, some in (
        (WHEN, sense.conditions.when),
        (UNLESS, sense.conditions.unless),
    ):
        for one in some:
            yield _trial(sense, key, one, around)


def _trial(
    sense: Sense, key: str, condition: Condition, around: Surroundings
) -> tuple[GivenCondition, bool]:
    holds = condition.matched_words(around) is not None
    return GivenCondition(sense.id, key, condition.text), holds


def _free(document: Document, chosen: list[Found]) -> Iterator[tuple[int, int, int]]:
    """Yield candidates that overlap no other term that was found, and their numbers."""
    at = 0
    for number, (start, minus_end, _, senses) in enumerate(document.candidates):
        end = -minus_end
        while at < len(chosen) and chosen[at][1] <= start:
            at += 1
        overlaps = at < len(chosen) and chosen[at][0] < end
        same = overlaps and chosen[at][:2] == (start, end)
        if (same or not overlaps) and any(sense.conditional for sense in senses):
            yield start, end, number
