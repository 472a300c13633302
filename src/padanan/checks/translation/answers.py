"""What stands for terms that no equivalent renders, seen over a unit and a document.

Where most terms of a unit are gone, that is one finding about the unit. Where a
document says the same word for a term again and again, the first place is warned of,
and the others are noted: it is one decision.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from padanan.checks.findings import Span
from padanan.checks.translation.paraphrases import LONGEST, Paraphrase
from padanan.language import ENGLISH
from padanan.language.figures import figures
from padanan.language.nations import nations
from padanan.model import PartOfSpeech

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from padanan.checks.translation.occurrences import (
        Occurrence,
        Translation,
        UnitTerms,
    )

MANY = 4
"""Number of terms without English from which the unit is compared as a whole."""
MOST = 0.6
"""Share of the terms of the unit that they must be."""
_FEW = 3
"""Number of names, numbers and countries that are too few to tell."""
SHARED = 0.25
"""Share of names, numbers and countries that two texts of one content have at least."""

OFTEN = 5
"""Number of units from which a word is what the document says for a term."""
_SHARE = 0.3
"""Share of the units without the term's English in which it must stand."""
_AROUND = 10
"""Number of units on each side in which the word must be rare otherwise."""
_RARE = 0.1
_TIMES = 20
"""How many times as often it stands there as in the rest of the document."""
_APART = 0.35
"""Maximum difference of the places of term and word, as shares of the unit."""
_SHORTEST = 4
_NAME = PartOfSpeech.PROPER_NOUN


class Answer(NamedTuple):
    """What stands for a term that no equivalent renders.

    Attributes:
        number: of the unit in the document.
        unit: the unit.
        occurrence: the term.
        said: what seems to stand for it, if anything does.
        grouped: one finding about the unit says it, with others of the unit.
    """

    number: int
    unit: UnitTerms
    occurrence: Occurrence
    said: Paraphrase | None
    grouped: bool = False

    @property
    def satisfied(self) -> bool:
        """Whether nothing is to be said of it."""
        return self.said is not None and not self.said.noted

    @property
    def noted(self) -> bool:
        """Whether it is worth a look and no more."""
        return self.grouped or self.said is not None


def grouped(answers: Iterable[Answer]) -> list[Answer]:
    """Return the answers of one unit, grouped where most of its terms are gone."""
    some = list(answers)
    gone = {answer.occurrence.key for answer in some if answer.said is None}
    if not gone:
        return some
    one = some[0].unit
    meant = {occurrence.key for occurrence in one.occurrences}
    if len(gone) < MANY or len(gone) < MOST * len(meant) or _has_shared(one, len(gone)):
        return some
    return [
        answer._replace(grouped=True) if answer.said is None else answer
        for answer in some
    ]


def _has_shared(one: UnitTerms, gone: int) -> bool:
    """Whether names, numbers or countries of the source are in the target too."""
    source, target = one.unit.source, one.unit.target
    ours = {*_capitals(source), *_values(source), *_codes(source)}
    theirs = {*_capitals(target), *_values(target, ENGLISH), *_codes(target, ENGLISH)}
    most = SHARED if gone > MANY else 0
    return len(ours) <= _FEW or len(ours & theirs) > most * len(ours)


def _capitals(text: str) -> set[str]:
    words = (word.strip(".,;:()“”\"'") for word in text.split())
    return {word for word in words if word[:1].isupper()}


def _values(text: str, *language: str) -> set[float]:
    return {value for one in figures(text, *language) for value in one.values}


def _codes(text: str, *language: str) -> set[str]:
    return {code for one in nations(text, *language) for code in one.codes}


def shifted(answers: Sequence[Answer]) -> list[Answer]:
    """Return the answers, with the neighbours of a wrong unit grouped too.

    Where one unit is compared with the translation of another, so are its neighbours:
    a unit is grouped if one of the next two on either side is, and if the translation
    has none of its terms.
    """
    numbers = {answer.number for answer in answers if answer.grouped}
    beside = {n + step for n in numbers for step in (-2, -1, 1, 2)} - numbers
    gone: dict[int, set[object]] = {}
    for answer in answers:
        if answer.said is None:
            gone.setdefault(answer.number, set()).add(answer.occurrence.key)
    alone = {
        answer.number
        for answer in answers
        if answer.number in beside
        if gone.get(answer.number) == {o.key for o in answer.unit.occurrences}
    }
    return [
        answer._replace(grouped=True)
        if answer.number in alone and answer.said is None
        else answer
        for answer in answers
    ]


def recurring(
    translation: Translation, answers: Sequence[Answer]
) -> tuple[Answer, ...]:
    """Return the answers, those noted for which the document has its own word."""
    asked: dict[str, list[Answer]] = {}
    for answer in answers:
        # A name has no other word: where it is gone, it is gone.
        if not answer.noted and answer.occurrence.concept.pos is not _NAME:
            asked.setdefault(answer.occurrence.concept.id, []).append(answer)
    words = _Words(translation)
    said: dict[int, Paraphrase] = {}
    for some in asked.values():
        # In fewer units no word is the document's: they need not be read.
        if len({answer.number for answer in some}) >= OFTEN:
            said |= words.said(some)
    return tuple(
        answer._replace(said=said.get(id(answer), answer.said)) for answer in answers
    )


class _Words:
    """The words of the units of a document, and which of them say a term there."""

    def __init__(self, translation: Translation) -> None:
        self._units = translation.units
        self._counts = Counter(
            stem for one in self._units for stem in set(one.sentence.stems)
        )
        self._right: dict[str, list[int]] = {}
        for number, one in enumerate(self._units):
            for concept in {o.concept.id for o in one.occurrences if o.right}:
                self._right.setdefault(concept, []).append(number)

    def said(self, answers: Sequence[Answer]) -> dict[int, Paraphrase]:
        """Return, by the identity of answers, the word that stands at each place.

        The first place of each word is left out.

        Args:
            answers: about one concept, in the order of the document.
        """
        # Of each unit the first place is asked: a unit may have thousands.
        asked = {answer.number: answer for answer in reversed(answers)}
        firsts = [asked[number] for number in sorted(asked)]
        places: dict[str, list[Answer]] = {}
        for answer in firsts:
            for stem in self._candidates(answer):
                places.setdefault(stem, []).append(answer)
        ranked = sorted(
            (stem for stem in places if self._is_said(stem, places[stem], firsts)),
            key=lambda stem: (len(places[stem]), -self._counts[stem], stem),
        )
        said = {
            answer.number: self._at(answer, stem)
            for stem in ranked
            for answer in places[stem][1:]
        }
        return {id(a): said[a.number] for a in answers if a.number in said}

    def _candidates(self, answer: Answer) -> dict[str, int]:
        """Return the stems that may say a term in a unit, and where they stand.

        Names may not, nor may what says another term or stands far away.
        """
        one, occurrence = answer.unit, answer.occurrence
        sentence = one.sentence
        if len(sentence.words) > LONGEST:
            return {}
        share = occurrence.start / len(one.unit.source)
        return {
            stem: at
            for at, (stem, word) in enumerate(
                zip(sentence.stems, sentence.words, strict=True)
            )
            if len(word) >= _SHORTEST and word.islower()
            if abs(at / len(sentence.words) - share) <= _APART
            if not one.right.cover(*sentence.spans[at])
        }

    def _is_said(
        self, stem: str, some: Sequence[Answer], answers: Sequence[Answer]
    ) -> bool:
        units = {answer.number for answer in some}
        asked = {answer.number for answer in answers}
        share = len(units) / len(asked)
        rest = (self._counts[stem] - len(units)) / len(self._units)
        if len(units) < OFTEN or share < max(_SHARE, _TIMES * rest):
            return False
        if self._goes_with(stem, answers[0].occurrence.concept.id):
            return False
        around = self._around(units, answers[0].occurrence.concept.id)
        elsewhere = sum(stem in self._units[n].sentence.stems for n in around)
        return elsewhere <= _RARE * len(around)

    def _goes_with(self, stem: str, concept: str) -> bool:
        """Whether a word also stands beside the English of a concept: *hold talks*."""
        right = self._right.get(concept, [])
        beside = sum(stem in self._units[n].sentence.stems for n in right)
        return beside > _RARE * len(right)

    def _around(self, units: set[int], concept: str) -> set[int]:
        """Return the units near by whose source does not have the concept."""
        near = {
            number
            for unit in units
            for number in range(unit - _AROUND, unit + _AROUND + 1)
            if 0 <= number < len(self._units)
        }
        return {
            number
            for number in near
            if all(o.concept.id != concept for o in self._units[number].occurrences)
        }

    def _at(self, answer: Answer, stem: str) -> Paraphrase:
        start, end = answer.unit.sentence.spans[self._candidates(answer)[stem]]
        text = answer.unit.unit.target[start:end]
        return Paraphrase(Span(start, end, text), noted=True)
