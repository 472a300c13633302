"""Which candidates are terms here: conditions, then the longest from the left."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple, Protocol, TypeVar

from padanan.language.sentences import sentence_ends, sentence_span
from padanan.matching.abbreviations import foreign, introduced
from padanan.matching.conditions import parse
from padanan.matching.surroundings import Neighbour, Surroundings, evidence
from padanan.matching.words import WORD
from padanan.model import Match

if TYPE_CHECKING:
    from collections.abc import Iterable

    from padanan.matching.readings import Concepts, Reading
    from padanan.matching.scan import Candidate, Scanned
    from padanan.model import Concept


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
        self.candidates = _without_foreign(text, scanned.candidates)
        self._words: dict[tuple[int, int], tuple[str, ...]] = {}

    @cached_property
    def breaks(self) -> tuple[int, ...]:
        """The offsets at which sentences begin."""
        return sentence_ends(self.text)

    @cached_property
    def countries(self) -> tuple[tuple[int, int], ...]:
        """The half-open spans of the countries that are named."""
        return tuple((mention.start, mention.end) for mention in self.mentions)

    @cached_property
    def neighbours(self) -> tuple[Neighbour, ...]:
        """The terms that hold whatever their neighbours are, ordered and disjoint."""
        sure = [
            Neighbour(candidate.start, candidate.end, reading.id, reading.domain)
            for candidate in self.candidates
            for reading in candidate.readings[:1]
            if not reading.conditional or self._is_sure(candidate, reading)
        ]
        return tuple(leftmost_longest(sure))

    def _is_sure(self, candidate: Candidate, reading: Reading) -> bool:
        concept = self.concepts[reading.concept]
        if any(parse(text).needs_neighbours for text in concept.when + concept.unless):
            return False
        place = self.around(candidate.start, candidate.end)
        return _judge(reading, concept, place).holds

    def sentence(self, start: int, end: int) -> tuple[int, int]:
        """Return the half-open offsets of the sentence around a span."""
        return sentence_span(self.breaks, start, end, len(self.text))

    def words(self, span: tuple[int, int]) -> tuple[str, ...]:
        """Return the words of a span, cut once for all that ask for it."""
        found = self._words.get(span)
        if found is None:
            found = self._words[span] = tuple(WORD.findall(self.text, *span))
        return found

    def around(self, start: int, end: int) -> Surroundings:
        """Return what stands around a span."""
        return Surroundings(self, start, end)


class Found(NamedTuple):
    """A candidate that is a term here, and the reading that holds."""

    start: int
    end: int
    verdict: Verdict


def _without_foreign(
    text: str, candidates: tuple[Candidate, ...]
) -> tuple[Candidate, ...]:
    full_forms = introduced(text)
    banned = foreign(candidates, full_forms) if full_forms else None
    if not banned:
        return candidates
    kept = (
        candidate._replace(
            readings=tuple(
                reading
                for reading in candidate.readings
                if (reading.text, reading.concept) not in banned
            )
        )
        for candidate in candidates
    )
    return tuple(candidate for candidate in kept if candidate.readings)


def resolve(document: Document) -> list[Found]:
    """Return the candidates that hold here, overlapping ones included, in order."""
    found = []
    for candidate in document.candidates:
        verdict = read(document, candidate)
        if verdict is not None:
            found.append(Found(candidate.start, candidate.end, verdict))
    return found


def read(document: Document, candidate: Candidate) -> Verdict | None:
    """Return the first reading of a candidate that holds, ``None`` if none does."""
    for verdict in verdicts(document, candidate):
        if verdict.holds:
            return verdict
    return None


def verdicts(document: Document, candidate: Candidate) -> Iterable[Verdict]:
    """Try the readings of a candidate one after the other."""
    place = None
    for reading in candidate.readings:
        if not reading.conditional:
            yield Verdict(reading, holds=True)
            continue
        place = place or document.around(candidate.start, candidate.end)
        yield _judge(reading, document.concepts[reading.concept], place)


def _judge(reading: Reading, concept: Concept, place: Surroundings) -> Verdict:
    for text in concept.unless:
        cue = evidence(parse(text), place)
        if cue is not None:
            return Verdict(reading, holds=False, reason=f"unless {text}", cue=cue)
    for text in concept.when:
        cue = evidence(parse(text), place)
        if cue is not None:
            return Verdict(reading, holds=True, reason=f"when {text}", cue=cue)
    if concept.when:
        return Verdict(reading, holds=False, reason="no “when” holds")
    if concept.match is Match.OFF:
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
