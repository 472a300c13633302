"""How often translators wrote the equivalents of a glossary, on aligned lines."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from padanan.language.english import find, read_sentence
from padanan.model import PartOfSpeech, Status

if TYPE_CHECKING:
    from collections.abc import Iterable

    from padanan.language.english import Sentence
    from padanan.matching.annotation import Annotation
    from padanan.matching.engine import Engine
    from padanan.model import Concept

WORST = 20
"""Maximum number of terms that are named, those with most misses first."""


class Tally(NamedTuple):
    """How often one concept was translated by one of its equivalents.

    Attributes:
        concept: its id.
        term: its preferred Indonesian term.
        occurrences: how often it was recognised.
        found: the number of occurrences whose English line has an equivalent of it.
        accepted: the number of the others whose English line has what a check accepts
            for it; they count as missed.
    """

    concept: str
    term: str
    occurrences: int
    found: int
    accepted: int = 0

    @property
    def missed(self) -> int:
        """The number of occurrences whose English line has no equivalent of it."""
        return self.occurrences - self.found


class Agreement(NamedTuple):
    """The tallies of all concepts that occur, those with most misses first."""

    tallies: tuple[Tally, ...]

    @property
    def occurrences(self) -> int:
        """The number of terms that were recognised."""
        return sum(tally.occurrences for tally in self.tallies)

    @property
    def found(self) -> int:
        """The number of them whose English line has an equivalent."""
        return sum(tally.found for tally in self.tallies)

    @property
    def accepted(self) -> int:
        """The number of the others whose English line has what a check accepts."""
        return sum(tally.accepted for tally in self.tallies)

    @property
    def share(self) -> float:
        """The share of them that were found; 0 if nothing was recognised."""
        return self.found / self.occurrences if self.occurrences else 0.0


def against(engine: Engine, pairs: Iterable[tuple[str, str]]) -> Agreement:
    """Compare a glossary with translations.

    Args:
        engine: the glossary.
        pairs: an Indonesian text and its English translation each, best a sentence.

    Returns:
        For every recognised occurrence whether the English has one of the concept's
        equivalents that are not deprecated, whatever its region or condition, in any
        form that ``language.english`` knows. A composed term counts by its head, or by
        its English as a whole (*petugas kesehatan*, health worker). What a check
        accepts (``accepts``) is no equivalent: nothing offers it, so it is counted
        apart.
    """
    occurrences: Counter[str] = Counter()
    found: Counter[str] = Counter()
    accepted: Counter[str] = Counter()
    terms: dict[str, str] = {}
    for source, target in pairs:
        sentence = read_sentence(target)
        for annotation in engine.annotate(source):
            concept = annotation.concept
            terms[concept.id] = concept.term
            occurrences[concept.id] += 1
            if has_equivalent(sentence, concept) or _has_whole(sentence, annotation):
                found[concept.id] += 1
            else:
                accepted[concept.id] += has_accepted(sentence, concept)
    tallies = (
        Tally(id_, terms[id_], n, found[id_], accepted[id_])
        for id_, n in occurrences.items()
    )
    return Agreement(tuple(sorted(tallies, key=_by_misses)))


def has_equivalent(sentence: Sentence, concept: Concept) -> bool:
    """Whether an English text has an equivalent of a concept.

    >>> from padanan.model import Concept, Term
    >>> truce = Concept("x", "conflict", (Term("x"),), (Term("ceasefire"),))
    >>> has_equivalent(read_sentence("Both cease-fires held."), truce)
    True
    """
    verb = concept.pos is PartOfSpeech.VERB
    return any(
        find(sentence, english.text, verb=verb)
        for english in concept.equivalents
        if english.status is not Status.DEPRECATED
    )


def _has_whole(sentence: Sentence, annotation: Annotation) -> bool:
    """Whether an English text has the English of a composed term as a whole."""
    return bool(annotation.parts) and any(
        find(sentence, english) for english in annotation.equivalents
    )


def has_accepted(sentence: Sentence, concept: Concept) -> bool:
    """Whether an English text has what a check accepts for a concept."""
    verb = concept.pos is PartOfSpeech.VERB
    return any(find(sentence, text, verb=verb) for text in concept.accepts)


def _by_misses(tally: Tally) -> tuple[int, int, str]:
    return -tally.missed, tally.occurrences, tally.concept
