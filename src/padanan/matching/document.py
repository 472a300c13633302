"""A text while it is read: which of its candidates are terms here.

Conditions decide first, and then the longest term from the left.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple, TypeAlias, TypeVar

from padanan.language.sentences import sentence_ends, sentence_span
from padanan.matching.abbreviations import without_foreign
from padanan.matching.conditions.gates import search_text
from padanan.matching.conditions.occurrences import occurrences
from padanan.matching.conditions.surroundings import Neighbour, Surroundings
from padanan.matching.mentions import mentions
from padanan.matching.senses import Sense

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from padanan.matching.abbreviations import Foreign
    from padanan.matching.candidates import Candidate, Scanned
    from padanan.matching.conditions import Decision
    from padanan.matching.conditions.gates import SearchText
    from padanan.matching.conditions.words import Words
    from padanan.matching.mentions import Mentions
    from padanan.matching.pairs import Pairs


class Verdict(NamedTuple):
    """A sense that was tried at a place, and the decision."""

    sense: Sense
    decision: Decision


Spans: TypeAlias = tuple[tuple[int, int], ...]
"""Half-open offsets."""

Found: TypeAlias = tuple[int, int, Sense]
"""A term that holds here: half-open offsets, and what it is."""


class Document:
    """A text while it is being read, with what all its occurrences share.

    Args:
        text: the text.
        scanned: what the scan has found.
        pairs: what heads and modifiers give together, kept from text to text.
    """

    def __init__(self, text: str, scanned: Scanned, pairs: Pairs) -> None:
        self.text = text
        self.pairs = pairs
        self._named = scanned.named
        self.candidates, self.foreign = self._without_foreign(scanned.candidates)
        self._neighbours: dict[tuple[int, int], tuple[Neighbour, ...]] = {}
        self._domains: dict[tuple[int, int], dict[str, list[tuple[int, int]]]] = {}
        self._occurrences: dict[tuple[int, tuple[int, int]], tuple[Words, Spans]] = {}
        self._senses: dict[int, Sense | None] = {}

    def _without_foreign(
        self, candidates: list[Candidate]
    ) -> tuple[list[Candidate], tuple[Foreign, ...]]:
        return without_foreign(self.text, candidates)

    @cached_property
    def mentions(self) -> Mentions:
        """The countries that are named."""
        return mentions(self.text, self._named)

    @cached_property
    def searchable(self) -> SearchText:
        """The text made ready for gates."""
        spans = tuple([(start, end) for start, end, _ in self.mentions.found])
        return search_text(self.text, spans, self.mentions.foreign)

    @cached_property
    def breaks(self) -> tuple[int, ...]:
        """The offsets at which sentences begin."""
        return sentence_ends(self.text)

    @cached_property
    def place_starts(self) -> frozenset[int]:
        """The offsets at which a country, a capital or a seat is named."""
        return frozenset([mention[0] for mention in self.mentions.found])

    @cached_property
    def starts(self) -> dict[int, int]:
        """The number of the first candidate at each offset where one begins."""
        # From behind, so that the first one of a start is put in last.
        begins = map(itemgetter(0), reversed(self.candidates))
        return dict(zip(begins, range(len(self.candidates) - 1, -1, -1), strict=True))

    @cached_property
    def heads(self) -> list[Candidate]:
        """The candidates that may be heads of composed terms."""
        return [
            one
            for one in self.candidates
            if one[3][0].rules or (len(one[3]) > 1 and any(s.rules for s in one[3]))
        ]

    def first_at(self, start: int) -> int:
        """Return the number of the first candidate at an offset or behind it."""
        # A bare start sorts before every candidate that begins there.
        return bisect_left(self.candidates, (start,))

    def sentence(self, start: int, end: int) -> tuple[int, int]:
        """Return the half-open offsets of the sentence around a span."""
        return sentence_span(self.breaks, start, end, len(self.text))

    def occurrences(self, wanted: Words, span: tuple[int, int]) -> Spans:
        """Return the half-open offsets of wanted words in a span, by their ends."""
        # By identity, which lasts as long as the words: so these are kept too.
        key = id(wanted), span
        found = self._occurrences.get(key)
        if found is None:
            spans = occurrences(self.text, self.searchable, wanted, span)
            found = self._occurrences[key] = wanted, spans
        return found[1]

    def neighbours(self, sentence: tuple[int, int]) -> tuple[Neighbour, ...]:
        """Return the terms of a sentence that hold whatever their neighbours are."""
        found = self._neighbours.get(sentence)
        if found is None:
            found = self._neighbours[sentence] = tuple(self._sure(sentence))
        return found

    def may_have(self, wanted: Iterable[str], near: Surroundings) -> bool:
        """Whether another span in the sentence of a term may be of some domains."""
        places = self._by_domain(near.sentence)
        for domain in wanted:
            for start, end in places.get(domain, ()):
                if end <= near.start or near.end <= start:
                    return True
        return False

    def _by_domain(self, sentence: tuple[int, int]) -> dict[str, list[tuple[int, int]]]:
        """Return the candidates of a sentence by the domains of their first senses."""
        found = self._domains.get(sentence)
        if found is None:
            found = self._domains[sentence] = {}
            first, last = self.first_at(sentence[0]), self.first_at(sentence[1])
            for start, minus_end, _, senses in self.candidates[first:last]:
                if not senses[0].only_part:
                    spans = found.setdefault(senses[0].concept.domain, [])
                    spans.append((start, -minus_end))
        return found

    def _sure(self, sentence: tuple[int, int]) -> Iterator[Neighbour]:
        """Yield disjoint terms: from the left, the longest that holds."""
        first, last = self.first_at(sentence[0]), self.first_at(sentence[1])
        behind = 0
        for number in range(first, last):
            start, minus_end, _, senses = self.candidates[number]
            best = senses[0]
            # Only the first sense is tried: another one may ask for the neighbours.
            if start < behind or best.only_part or best.conditions.needs_neighbours:
                continue
            if not best.conditional or self._first_holds(number):
                behind = -minus_end
                yield Neighbour(start, behind, best.id, best.domain)

    def _first_holds(self, number: int) -> bool:
        start, minus_end, _, senses = self.candidates[number]
        if len(senses) == 1:
            return self.sense(number) is not None
        return self._holds(senses[0], start, -minus_end)

    def sense(self, number: int) -> Sense | None:
        """Return the first sense of a candidate that holds, ``None`` if none does."""
        if number in self._senses:
            return self._senses[number]
        start, minus_end, _, senses = self.candidates[number]
        found = None
        for sense in senses:
            if not sense.conditional or self._holds(sense, start, -minus_end):
                found = sense
                break
        self._senses[number] = found
        return found

    def _holds(self, sense: Sense, start: int, end: int) -> bool:
        if sense.only_part:
            return False
        conditions = sense.conditions
        passing = conditions.sieve.passing(self.searchable, start, end)
        if not passing:
            return conditions.otherwise
        return conditions.holds(passing, self.around(start, end))

    def forbids(self, sense: Sense, start: int, end: int) -> bool:
        """Whether an ``unless`` of a sense holds for a span."""
        conditions = sense.conditions
        passing = conditions.sieve.passing(self.searchable, start, end)
        # Few have one of its words near.
        if not passing or passing[0] >= len(conditions.never):
            return False
        return conditions.forbids(passing, self.around(start, end))

    def around(self, start: int, end: int) -> Surroundings:
        """Return what stands around a span."""
        return Surroundings(self, start, end)


def verdicts(document: Document, number: int) -> Iterator[Verdict]:
    """Try the senses of a candidate one after the other.

    Args:
        document: where it stands.
        number: its place among the document's candidates.
    """
    start, minus_end, _, senses = document.candidates[number]
    for sense in senses:
        place = document.around(start, -minus_end)
        yield Verdict(sense, sense.conditions.decide(place))


S = TypeVar("S", Found, Neighbour)


def leftmost_longest(spans: Iterable[S]) -> list[S]:
    """Return disjoint spans: from the left, the longest that holds.

    Args:
        spans: their half-open offsets first, in the order of their starts, longer
            ones first.
    """
    chosen: list[S] = []
    last = 0
    for span in spans:
        if span[0] >= last:
            chosen.append(span)
            last = span[1]
    return chosen
