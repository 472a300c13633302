"""Which candidates are terms here: conditions, then the longest from the left."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple, TypeAlias, TypeVar

from padanan.language.sentences import sentence_ends, sentence_span
from padanan.matching.abbreviations import foreign, introduced
from padanan.matching.evidence import cue
from padanan.matching.gates import plain
from padanan.matching.readings import Reading
from padanan.matching.scan import mentions
from padanan.matching.surroundings import Neighbour, Surroundings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from padanan.matching.gates import Gate, Plain
    from padanan.matching.mentions import Mention
    from padanan.matching.scan import Candidate, Scanned


class Verdict(NamedTuple):
    """Whether a reading holds at a place, and what decided it.

    Attributes:
        reading: the term of a concept that was tried.
        holds: whether it is that concept here.
        reason: the condition that decided, empty where there is none.
        cue: the words of the text for which it did.
    """

    reading: Reading
    holds: bool
    reason: str = ""
    cue: str = ""


class Foreign(NamedTuple):
    """A short form that the text itself introduces for something that is not ours.

    Attributes:
        start: offset in the text.
        end: offset behind it.
        reading: what it would otherwise be.
        full_form: what the text uses it for.
    """

    start: int
    end: int
    reading: Reading
    full_form: str


Found: TypeAlias = tuple[int, int, Reading]
"""A term that holds here: half-open offsets, and what it is."""


class Document:
    """A text while it is being read, with what all its occurrences share.

    Args:
        text: the text.
        scanned: what the scan has found.
    """

    def __init__(self, text: str, scanned: Scanned) -> None:
        self.text = text
        self._named = scanned.named
        self.candidates, self.foreign = _split_foreign(text, scanned.candidates)
        self._neighbours: dict[tuple[int, int], tuple[Neighbour, ...]] = {}
        self._vocabularies: dict[tuple[int, int], frozenset[str]] = {}
        self._readings: dict[int, Reading | None] = {}

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """The countries that are named, in the order of the text."""
        return mentions(self._named)

    @cached_property
    def plain(self) -> Plain:
        """The text as gates see it."""
        spans = tuple((mention.start, mention.end) for mention in self.mentions)
        return plain(self.text, spans)

    @cached_property
    def breaks(self) -> tuple[int, ...]:
        """The offsets at which sentences begin."""
        return sentence_ends(self.text)

    @cached_property
    def place_starts(self) -> frozenset[int]:
        """The offsets at which a country, a capital or a seat is named."""
        return frozenset(mention.start for mention in self.mentions)

    def sentence(self, start: int, end: int) -> tuple[int, int]:
        """Return the half-open offsets of the sentence around a span."""
        return sentence_span(self.breaks, start, end, len(self.text))

    def vocabulary(self, span: tuple[int, int]) -> frozenset[str]:
        """Return the words of a span, cut once for all that ask for them."""
        found = self._vocabularies.get(span)
        if found is None:
            words = frozenset(self.plain.shorn[slice(*span)].split())
            found = self._vocabularies[span] = words
        return found

    def neighbours(self, sentence: tuple[int, int]) -> tuple[Neighbour, ...]:
        """Return the terms of a sentence that hold whatever their neighbours are."""
        found = self._neighbours.get(sentence)
        if found is None:
            sure = leftmost_longest(self._sure(sentence))
            found = self._neighbours[sentence] = tuple(sure)
        return found

    def _sure(self, sentence: tuple[int, int]) -> Iterator[Neighbour]:
        # A bare start sorts before every candidate that begins there.
        first = bisect_left(self.candidates, (sentence[0],))
        last = bisect_left(self.candidates, (sentence[1],))
        for number in range(first, last):
            start, minus_end, _, readings = self.candidates[number]
            reading = readings[0]
            if not reading.rules.needs_neighbours and self.reading(number) is reading:
                yield Neighbour(start, -minus_end, reading.id, reading.domain)

    def reading(self, number: int) -> Reading | None:
        """Return the first reading of a candidate that holds, ``None`` if none does."""
        if number in self._readings:
            return self._readings[number]
        start, minus_end, _, readings = self.candidates[number]
        found = None
        for reading in readings:
            if not reading.conditional or self._holds(reading, start, -minus_end):
                found = reading
                break
        self._readings[number] = found
        return found

    def may_hold(self, gate: Gate | None, start: int, end: int) -> bool:
        """Whether what a gate waits for stands near a span; no gate is always open."""
        return gate is None or gate.is_open(self.plain, start, end)

    def _holds(self, reading: Reading, start: int, end: int) -> bool:
        rules = reading.rules
        if not self.may_hold(rules.gate, start, end):
            return rules.otherwise
        return _judge(reading, self.around(start, end)).holds

    def around(self, start: int, end: int) -> Surroundings:
        """Return what stands around a span."""
        return Surroundings(self, start, end)


def _split_foreign(
    text: str, candidates: list[Candidate]
) -> tuple[list[Candidate], tuple[Foreign, ...]]:
    """Part the candidates from the short forms that the text uses for other things."""
    full_forms = introduced(text)
    banned = foreign(candidates, full_forms) if full_forms else None
    if not banned:
        return candidates, ()
    kept, dropped = [], []
    for start, minus_end, number, readings in candidates:
        ours = tuple(r for r in readings if (r.text, r.number) not in banned)
        if ours:
            kept.append((start, minus_end, number, ours))
        for reading in readings:
            if reading not in ours:
                full = text[slice(*full_forms[reading.text])]
                dropped.append(Foreign(start, -minus_end, reading, full))
    return kept, tuple(dropped)


def resolve(document: Document) -> list[Found]:
    """Return the terms of a document: from the left, the longest that holds.

    What lies inside a term that was found is not even tried.
    """
    found = []
    last = 0
    for number, (start, minus_end, _, readings) in enumerate(document.candidates):
        if start >= last:
            first = readings[0]
            reading = document.reading(number) if first.conditional else first
            if reading is not None:
                last = -minus_end
                found.append((start, last, reading))
    return found


def resolve_all(document: Document) -> list[Found]:
    """Return every candidate that holds, overlapping ones included, in order."""
    tried = (
        (start, -minus_end, document.reading(number))
        for number, (start, minus_end, _, _) in enumerate(document.candidates)
    )
    return [(start, end, held) for start, end, held in tried if held is not None]


def verdicts(document: Document, number: int) -> Iterator[Verdict]:
    """Try the readings of a candidate one after the other.

    Args:
        document: where it stands.
        number: its place among the document's candidates.
    """
    start, minus_end, _, readings = document.candidates[number]
    for reading in readings:
        if reading.conditional:
            yield _judge(reading, document.around(start, -minus_end))
        else:
            yield Verdict(reading, holds=True)


def _judge(reading: Reading, place: Surroundings) -> Verdict:
    rules = reading.rules
    for rule in rules.unless:
        found = cue(rule, place)
        if found is not None:
            reason = f"unless {rule.text}"
            return Verdict(reading, holds=False, reason=reason, cue=found)
    for rule in rules.when:
        found = cue(rule, place)
        if found is not None:
            reason = f"when {rule.text}"
            return Verdict(reading, holds=True, reason=reason, cue=found)
    if rules.when:
        return Verdict(reading, holds=False, reason="no “when” holds")
    if rules.off:
        return Verdict(reading, holds=False, reason="match: off")
    return Verdict(reading, holds=True)


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
