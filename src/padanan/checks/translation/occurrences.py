"""The terms of a translation: where each is recognised, and what English is there."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from padanan.language.english import find_all, read_sentence
from padanan.model import Match, PartOfSpeech, Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from padanan.language.english import Sentence
    from padanan.matching.annotation import Annotation
    from padanan.matching.engine import Engine
    from padanan.model import Concept, Term
    from padanan.translation.units import Unit

BETWEEN = "\n\n"
"""Joins the units for recognition: a paragraph break, which no term crosses."""


class Place(NamedTuple):
    """An English term of a concept in the translation.

    Attributes:
        term: the equivalent, perhaps a deprecated one.
        start: offset in the target (code points).
        end: offset behind it.
        text: what stands there: the equivalent in some form.
    """

    term: Term
    start: int
    end: int
    text: str

    @property
    def literal(self) -> bool:
        """Whether the equivalent stands there letter by letter, case aside."""
        return self.text.casefold() == self.term.text.casefold()


class Occurrence(NamedTuple):
    """A term in the source of a unit.

    Attributes:
        start: offset in the source (code points).
        end: offset behind it.
        annotation: the term, with the English that is right here.
        places: where the target has an equivalent of its concept, deprecated ones
            included, in the order of the target.
    """

    start: int
    end: int
    annotation: Annotation
    places: tuple[Place, ...]

    @property
    def concept(self) -> Concept:
        """The concept that is meant."""
        return self.annotation.concept

    @property
    def right(self) -> tuple[Place, ...]:
        """The places whose English is right for this occurrence.

        Not one that is only a part or a spelling of what is wrong: the *ambassador*
        of *great ambassador*.
        """
        good = [place for place in self.places if self._may_be(place)]
        wrong = [place for place in self.places if not self._may_be(place)]
        return tuple(
            place
            for place in good
            if not any(outweighs(other, place) for other in wrong)
        )

    def _may_be(self, place: Place) -> bool:
        return is_right(place.term, self.annotation)


class Reading(NamedTuple):
    """A unit with its terms.

    Attributes:
        unit: the unit.
        sentence: its target, made ready for looking terms up in it.
        occurrences: the terms of its source that a translation should have, in
            order: none that is left in the original, none of an empty target.
    """

    unit: Unit
    sentence: Sentence
    occurrences: tuple[Occurrence, ...]


def read(recogniser: Engine, units: Sequence[Unit]) -> tuple[Reading, ...]:
    """Return the units of a document with their terms.

    The document is recognised as a whole, so that what it says of a person once
    decides what the office is called everywhere.

    Args:
        recogniser: the glossary.
        units: of one document, in its order.
    """
    found = recogniser.annotate(BETWEEN.join(unit.source for unit in units))
    lengths = (len(unit.source) + len(BETWEEN) for unit in units)
    starts = tuple(accumulate(lengths, initial=0))
    grouped: list[list[tuple[int, Annotation]]] = [[] for _ in units]
    for annotation in found:
        number = bisect_right(starts, annotation.start) - 1
        grouped[number].append((annotation.start - starts[number], annotation))
    return tuple(_read(u, some) for u, some in zip(units, grouped, strict=True))


def _read(unit: Unit, found: Iterable[tuple[int, Annotation]]) -> Reading:
    sentence = read_sentence(unit.target)
    if not unit.target.strip():
        return Reading(unit, sentence, ())
    kept = (*unit.quoted, *left_quotations(unit.source, unit.target))
    places: dict[str, tuple[Place, ...]] = {}
    occurrences = []
    for start, annotation in found:
        end = start + len(annotation.text)
        concept = annotation.concept
        # What is off is recognised as context for others, and never demanded.
        if concept.match is Match.OFF or _inside(start, end, kept):
            continue
        if concept.id not in places:
            places[concept.id] = tuple(_places(unit.target, sentence, concept))
        occurrences.append(Occurrence(start, end, annotation, places[concept.id]))
    return Reading(unit, sentence, tuple(occurrences))


def _inside(start: int, end: int, spans: Iterable[tuple[int, int]]) -> bool:
    return any(first <= start and end <= last for first, last in spans)


def _places(text: str, sentence: Sentence, concept: Concept) -> Iterator[Place]:
    verb = concept.pos is PartOfSpeech.VERB
    found = [
        Place(term, *span, text[slice(*span)])
        for term in concept.equivalents
        for span in find_all(sentence, term.text, verb=verb)
    ]
    yield from sorted(found, key=lambda place: (place.start, -place.end))


def outweighs(one: Place, other: Place) -> bool:
    """Whether a place says better than another what stands in the text."""
    if (one.start, one.end) == (other.start, other.end):
        # The spelling of another country is no other title: Defence Secretary.
        old = one.term.status is Status.DEPRECATED
        return old and one.literal and not other.literal
    return one.start <= other.start and other.end <= one.end


def is_right(term: Term, annotation: Annotation) -> bool:
    """Whether an English term may stand for this occurrence.

    Where the region is known, an equivalent of another region is wrong, and so is
    the general one where the country has a title of its own: *foreign minister* for
    the US Secretary of State.
    """
    if term.status is Status.DEPRECATED:
        return False
    if annotation.region is None or term.region == annotation.region:
        return True
    return term.region is None and not has_own_title(annotation)


def has_own_title(annotation: Annotation) -> bool:
    """Whether the region of an occurrence has a title or name of its own for it.

    An office has, if what is said there is a name and no general equivalent: *Foreign
    Secretary*, not *administration*.
    """
    concept = annotation.concept
    general = {
        term.text.casefold()
        for term in concept.equivalents
        if term.region is None and term.status is not Status.DEPRECATED
    }
    own = [
        term.text
        for term in concept.equivalents
        if term.region == annotation.region and term.status is not Status.DEPRECATED
    ]
    return bool(own) and all(
        text[:1].isupper() and text.casefold() not in general for text in own
    )


_QUOTATION = re.compile(r"“([^“”]{2,})”|\"([^\"]{2,})\"|«([^«»]{2,})»|‘([^‘’]{2,})’")
_LETTERS = re.compile(r"[\W_]+")


def left_quotations(source: str, target: str) -> tuple[tuple[int, int], ...]:
    """Return the quotations of the source that the target leaves in the original.

    >>> left_quotations("Lagu “Garuda Pancasila” dinyanyikan.",
    ...                 "The song “Garuda Pancasila” was sung.")
    ((6, 22),)
    """
    whole = f" {_LETTERS.sub(' ', target).casefold()} "
    return tuple(
        match.span(match.lastindex or 0)
        for match in _QUOTATION.finditer(source)
        if f" {_LETTERS.sub(' ', match[match.lastindex or 0]).casefold().strip()} "
        in whole
    )
