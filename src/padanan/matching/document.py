"""A text while it is read: which of its candidates are terms here.

Conditions decide first, and then the longest term from the left.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple, TypeAlias, TypeVar

from padanan.language.sentences import sentence_ends, sentence_span
from padanan.matching.abbreviations import without_foreign
from padanan.matching.conditions.gates import search_text
from padanan.matching.conditions.surroundings import Finds, Neighbour, Surroundings
from padanan.matching.mentions import mentions
from padanan.matching.senses import Sense

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from padanan.matching.candidates import Scanned
    from padanan.matching.conditions import Decision
    from padanan.matching.conditions.gates import Gate, SearchText
    from padanan.matching.conditions.words import Words
    from padanan.matching.mentions import Mentions
    from padanan.matching.pairs import Pairs


class Verdict(NamedTuple):
    """A sense that was tried at a place, and the decision."""

    sense: Sense
    decision: Decision


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
        self.candidates, self.foreign = without_foreign(text, scanned.candidates)
        self._neighbours: dict[tuple[int, int], tuple[Neighbour, ...]] = {}
        self._vocabularies: dict[tuple[int, int], frozenset[str]] = {}
        self._finds: dict[tuple[int, tuple[int, int]], Finds] = {}
        self._senses: dict[int, Sense | None] = {}

    @cached_property
    def mentions(self) -> Mentions:
        """The countries that are named."""
        return mentions(self.text, self._named)

    @cached_property
    def searchable(self) -> SearchText:
        """The text made ready for gates."""
        spans = tuple((start, end) for start, end, _ in self.mentions.found)
        return search_text(self.text, spans)

    @cached_property
    def breaks(self) -> tuple[int, ...]:
        """The offsets at which sentences begin."""
        return sentence_ends(self.text)

    @cached_property
    def place_starts(self) -> frozenset[int]:
        """The offsets at which a country, a capital or a seat is named."""
        return frozenset(mention.start for mention in self.mentions.found)

    @cached_property
    def starts(self) -> dict[int, int]:
        """The number of the first candidate at each offset where one begins."""
        numbered = enumerate(self.candidates)
        return {one[0]: number for number, one in reversed([*numbered])}

    def first_at(self, start: int) -> int:
        """Return the number of the first candidate at an offset or behind it."""
        # A bare start sorts before every candidate that begins there.
        return bisect_left(self.candidates, (start,))

    def sentence(self, start: int, end: int) -> tuple[int, int]:
        """Return the half-open offsets of the sentence around a span."""
        return sentence_span(self.breaks, start, end, len(self.text))

    def vocabulary(self, span: tuple[int, int]) -> frozenset[str]:
        """Return the words of a span, in lower case and without clitics."""
        found = self._vocabularies.get(span)
        if found is None:
            words = frozenset(self.searchable.without_clitics[slice(*span)].split())
            found = self._vocabularies[span] = words
        return found

    def neighbours(self, sentence: tuple[int, int]) -> tuple[Neighbour, ...]:
        """Return the terms of a sentence that hold whatever their neighbours are."""
        found = self._neighbours.get(sentence)
        if found is None:
            sure = leftmost_longest(self._sure(sentence))
            found = self._neighbours[sentence] = tuple(sure)
        return found

    def finds(self, wanted: Words, span: tuple[int, int]) -> Finds:
        """Return where wanted words stand in a span."""
        # By identity: these words belong to the glossary, and comparing them is slow.
        key = id(wanted), span
        found = self._finds.get(key)
        if found is None:
            found = self._finds[key] = Finds(self.text, wanted, span)
        return found

    def _sure(self, sentence: tuple[int, int]) -> Iterator[Neighbour]:
        first, last = self.first_at(sentence[0]), self.first_at(sentence[1])
        for start, minus_end, _, senses in self.candidates[first:last]:
            best, end = senses[0], -minus_end
            # Only the first sense is tried: another one may ask for the neighbours.
            if not best.conditions.needs_neighbours and (
                not best.conditional or self._holds(best, start, end)
            ):
                yield Neighbour(start, end, best.id, best.domain)

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

    def may_hold(self, gate: Gate | None, start: int, end: int) -> bool:
        """Whether what a gate waits for stands near a span; no gate is always open."""
        return gate is None or gate.is_open(self.searchable, start, end)

    def _holds(self, sense: Sense, start: int, end: int) -> bool:
        conditions = sense.conditions
        if conditions.off and not conditions.when:
            return False
        if not self.may_hold(conditions.gate, start, end):
            return conditions.otherwise
        return conditions.decide(self.around(start, end)).holds

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
