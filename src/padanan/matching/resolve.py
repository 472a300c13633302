"""Which candidates are terms here: conditions, then the longest from the left."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple, Protocol, TypeVar

from padanan.language.sentences import sentence_ends, sentence_span
from padanan.matching.abbreviations import foreign, introduced
from padanan.matching.scan import Candidate
from padanan.matching.surroundings import Neighbour, Surroundings, evidence
from padanan.matching.words import Vocabulary, vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from padanan.matching.readings import Concepts, Reading
    from padanan.matching.scan import Scanned


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


class Document:
    """A text while it is being read, with what all its occurrences share.

    Args:
        text: the text.
        concepts: the glossary's concepts by their numbers.
        scanned: what the scan has found.
    """

    def __init__(self, text: str, concepts: Concepts, scanned: Scanned) -> None:
        self.text = text
        self.concepts = concepts
        self.mentions = scanned.mentions
        self.candidates, self.foreign = _split_foreign(text, scanned.candidates)
        self._vocabularies: dict[tuple[int, int], Vocabulary] = {}
        self._neighbours: dict[tuple[int, int], tuple[Neighbour, ...]] = {}
        self._verdicts: dict[int, Verdict | None] = {}

    @cached_property
    def breaks(self) -> tuple[int, ...]:
        """The offsets at which sentences begin."""
        return sentence_ends(self.text)

    @cached_property
    def place_starts(self) -> frozenset[int]:
        """The offsets at which a country, a capital or a seat is named."""
        return frozenset(mention.start for mention in self.mentions)

    @cached_property
    def countries(self) -> tuple[tuple[int, int], ...]:
        """The half-open spans of the countries that are named."""
        return tuple((mention.start, mention.end) for mention in self.mentions)

    def sentence(self, start: int, end: int) -> tuple[int, int]:
        """Return the half-open offsets of the sentence around a span."""
        return sentence_span(self.breaks, start, end, len(self.text))

    def vocabulary(self, span: tuple[int, int]) -> Vocabulary:
        """Return the words of a span, cut once for all that ask for them."""
        found = self._vocabularies.get(span)
        if found is None:
            found = self._vocabularies[span] = vocabulary(self.text, span)
        return found

    def neighbours(self, sentence: tuple[int, int]) -> tuple[Neighbour, ...]:
        """Return the terms of a sentence that hold whatever their neighbours are."""
        found = self._neighbours.get(sentence)
        if found is None:
            sure = leftmost_longest(self._sure(sentence))
            found = self._neighbours[sentence] = tuple(sure)
        return found

    def _sure(self, sentence: tuple[int, int]) -> Iterator[Neighbour]:
        first = bisect_left(self.candidates, (sentence[0],))
        last = bisect_left(self.candidates, (sentence[1],))
        for number in range(first, last):
            candidate = self.candidates[number]
            reading = candidate.readings[0]
            if not reading.rules.needs_neighbours:
                verdict = self.verdict(number)
                if verdict is not None and verdict.reading is reading:
                    yield Neighbour(*candidate[:2], reading.id, reading.domain)

    def verdict(self, number: int) -> Verdict | None:
        """Return the first reading of a candidate that holds, ``None`` if none does."""
        if number in self._verdicts:
            return self._verdicts[number]
        found = next((v for v in verdicts(self, number) if v.holds), None)
        self._verdicts[number] = found
        return found

    def around(self, start: int, end: int) -> Surroundings:
        """Return what stands around a span."""
        return Surroundings(self, start, end)


class Found(NamedTuple):
    """A candidate that is a term here, and the reading that holds."""

    start: int
    end: int
    verdict: Verdict


def _split_foreign(
    text: str, candidates: tuple[Candidate, ...]
) -> tuple[tuple[Candidate, ...], tuple[Foreign, ...]]:
    """Part the candidates from the short forms that the text uses for other things."""
    full_forms = introduced(text)
    banned = foreign(candidates, full_forms) if full_forms else None
    if not banned:
        return candidates, ()
    kept, dropped = [], []
    for start, end, readings in candidates:
        ours = tuple(r for r in readings if (r.text, r.concept) not in banned)
        if ours:
            kept.append(Candidate(start, end, ours))
        for reading in readings:
            if reading not in ours:
                full = text[slice(*full_forms[reading.text])]
                dropped.append(Foreign(start, end, reading, full))
    return tuple(kept), tuple(dropped)


def resolve(document: Document) -> list[Found]:
    """Return the terms of a document: from the left, the longest that holds.

    What lies inside a term that was found is not even tried.
    """
    found = []
    end = 0
    for number, candidate in enumerate(document.candidates):
        if candidate.start >= end:
            verdict = document.verdict(number)
            if verdict is not None:
                end = candidate.end
                found.append(Found(candidate.start, end, verdict))
    return found


def resolve_all(document: Document) -> list[Found]:
    """Return every candidate that holds, overlapping ones included, in order."""
    found = []
    for number, candidate in enumerate(document.candidates):
        verdict = document.verdict(number)
        if verdict is not None:
            found.append(Found(candidate.start, candidate.end, verdict))
    return found


def verdicts(document: Document, number: int) -> Iterator[Verdict]:
    """Try the readings of a candidate one after the other.

    Args:
        document: where it stands.
        number: its place among the document's candidates.
    """
    start, end, readings = document.candidates[number]
    place = None
    for reading in readings:
        if not reading.conditional:
            yield Verdict(reading, holds=True)
            continue
        place = place or document.around(start, end)
        yield _judge(reading, place)


def _judge(reading: Reading, place: Surroundings) -> Verdict:
    rules = reading.rules
    for condition in rules.unless:
        cue = evidence(condition, place)
        if cue is not None:
            reason = f"unless {condition.text}"
            return Verdict(reading, holds=False, reason=reason, cue=cue)
    for condition in rules.when:
        cue = evidence(condition, place)
        if cue is not None:
            reason = f"when {condition.text}"
            return Verdict(reading, holds=True, reason=reason, cue=cue)
    if rules.when:
        return Verdict(reading, holds=False, reason="no “when” holds")
    if rules.off:
        return Verdict(reading, holds=False, reason="match: off")
    return Verdict(reading, holds=True)


class Spanned(Protocol):
    """Anything with half-open offsets."""

    @property
    def start(self) -> int:
        """The first offset."""

    @property
    def end(self) -> int:
        """The offset behind the last."""


S = TypeVar("S", bound=Spanned)


def leftmost_longest(spans: Iterable[S]) -> list[S]:
    """Return disjoint spans: from the left, the longest that holds.

    Args:
        spans: in the order of their starts, longer ones first.
    """
    chosen: list[S] = []
    end = 0
    for span in spans:
        if span.start >= end:
            chosen.append(span)
            end = span.end
    return chosen
