"""The terms of a translation: where each is recognised, and what English is there."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from padanan.checks.findings import Fault, Span, Where
from padanan.language.english import find_all, read_sentence
from padanan.language.plurals import plural
from padanan.language.verbs import is_verb
from padanan.model import Match, PartOfSpeech, Status, Term

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from padanan.checks.findings import Finding
    from padanan.checks.wording import Word
    from padanan.language.english import Sentence
    from padanan.matching.annotation import Annotation
    from padanan.matching.engine import Engine
    from padanan.model import Concept
    from padanan.translation.units import Unit, Waiver

BETWEEN = "\n\n"
"""Joins the units for recognition: a paragraph break, which no term crosses."""


class TargetTerm(NamedTuple):
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
    def span(self) -> Span:
        """The offsets in the target, with what stands there."""
        return Span(self.start, self.end, self.text)

    @property
    def literal(self) -> bool:
        """Whether the equivalent stands there letter by letter, case aside."""
        return self.text.casefold() == self.term.text.casefold()


class Cover:
    """Spans of a text that may overlap, and whether others lie in one of them.

    Args:
        spans: half-open offsets, ordered by their starts.
    """

    def __init__(self, spans: Sequence[tuple[int, int]]) -> None:
        self._starts = [start for start, _ in spans]
        self._reach = [*accumulate((end for _, end in spans), max)]

    def cover(self, start: int, end: int) -> bool:
        """Whether a span lies in one of these."""
        at = bisect_right(self._starts, start) - 1
        return at >= 0 and end <= self._reach[at]


class Spans(Cover):
    """Terms of a text, to be found by where they stand, however many there are.

    Args:
        terms: in any order; they may overlap.
    """

    def __init__(self, terms: Iterable[TargetTerm]) -> None:
        self._terms = sorted(terms, key=lambda one: (one.start, -one.end))
        super().__init__([(one.start, one.end) for one in self._terms])

    def near(self, start: int, end: int) -> Iterator[TargetTerm]:
        """Yield the terms that share a code point with a span, from right to left."""
        at = bisect_left(self._starts, end) - 1
        while at >= 0 and self._reach[at] > start:
            if self._terms[at].end > start:
                yield self._terms[at]
            at -= 1


class English(NamedTuple):
    """What the target has of a concept, seen from the offices of one region.

    All occurrences of the concept in the unit that mean this region share it.

    Attributes:
        terms: the equivalents that stand there, deprecated ones included, in order.
        right: those that are right. A term that is only a part or a spelling of what
            is wrong is left out: the *ambassador* of *great ambassador*.
        places: the number of different places where a right one begins.
    """

    terms: tuple[TargetTerm, ...]
    right: tuple[TargetTerm, ...]
    places: int


class Occurrence(NamedTuple):
    """A term in the source of a unit.

    Attributes:
        start: offset in the source (code points).
        end: offset behind it.
        annotation: the term, with the English that is right here.
        english: what the target has of its concept.
    """

    start: int
    end: int
    annotation: Annotation
    english: English

    @property
    def concept(self) -> Concept:
        """The concept that is meant."""
        return self.annotation.concept

    @property
    def source_span(self) -> Span:
        """The offsets in the source, with what stands there."""
        return Span(self.start, self.end, self.annotation.text)

    @property
    def key(self) -> tuple[str, str | None]:
        """What decides on its English; see ``meaning``."""
        return meaning(self.annotation)

    @property
    def target_terms(self) -> tuple[TargetTerm, ...]:
        """The equivalents of its concept that the target has, in its order."""
        return self.english.terms

    @property
    def right(self) -> tuple[TargetTerm, ...]:
        """The English terms that are right for this occurrence."""
        return self.english.right


class UnitTerms(NamedTuple):
    """A unit with its terms.

    Attributes:
        where: the unit's place.
        unit: the unit.
        sentence: its target, made ready for looking terms up in it.
        occurrences: the terms of its source that a translation should have, in
            order: none that is left in the original, none of an empty target.
        right: the English terms that are right for some occurrence.
    """

    where: Where
    unit: Unit
    sentence: Sentence
    occurrences: tuple[Occurrence, ...]
    right: Spans

    def own(self, occurrence: Occurrence) -> tuple[TargetTerm, ...]:
        """Return the right English of a term that is no part of another term.

        The *minister* of *prime minister* is not the English of another minister.
        """
        right = frozenset(occurrence.right)
        return tuple(
            found
            for found in occurrence.right
            if not any(
                _is_inside(found, other) and other not in right
                for other in self.right.near(found.start, found.end)
            )
        )

    def fault(
        self, occurrence: Occurrence, target: Span | None, /, **words: Word
    ) -> Fault:
        """Return a fault about a term of the unit.

        Args:
            occurrence: the term.
            target: what it is about in the English, ``None`` where nothing is there.
            words: fill the blanks of the check's message.
        """
        return Fault(
            self.where,
            {"term": occurrence.annotation.text, **words},
            occurrence.concept.id,
            occurrence.source_span,
            target,
            occurrence.annotation.equivalents,
        )


def _is_inside(found: TargetTerm, other: TargetTerm) -> bool:
    longer = other.end - other.start > found.end - found.start
    return longer and other.start <= found.start and found.end <= other.end


class Translation(NamedTuple):
    """The units of one document, in its order, with their terms.

    Attributes:
        units: in the order of the document.
        engine: what has read them, and knows the concepts.
    """

    units: tuple[UnitTerms, ...]
    engine: Engine

    @property
    def terms(self) -> int:
        """The number of occurrences that are checked."""
        return sum(len(one.occurrences) for one in self.units)

    @property
    def waivers(self) -> Iterator[Waiver]:
        """The decisions in the notes of units, each about its own unit."""
        for one in self.units:
            yield from (w._replace(unit=one.unit.id) for w in one.unit.waivers)

    def ranking(self) -> Callable[[Finding], tuple[int, int]]:
        """Return a key that sorts findings by unit and place in its source."""
        numbered = reversed([*enumerate(self.units)])
        ranks: dict[str | None, int] = {one.unit.id: n for n, one in numbered}
        return lambda finding: (
            ranks[finding.unit],
            finding.source.start if finding.source else -1,
        )


def find_terms(engine: Engine, units: Sequence[Unit], path: str = "") -> Translation:
    """Return the units of a document with their terms.

    The document is recognised as a whole, so that what it says of a person once
    decides what the office is called everywhere. Units that are not to be translated
    are context and no more.

    Args:
        engine: reads texts with the glossary.
        units: of one document, in its order.
        path: of the document, for findings.
    """
    found = engine.annotate(BETWEEN.join(unit.source for unit in units))
    lengths = (len(unit.source) + len(BETWEEN) for unit in units)
    starts = tuple(accumulate(lengths, initial=0))
    grouped: list[list[tuple[int, Annotation]]] = [[] for _ in units]
    for annotation in found:
        number = bisect_right(starts, annotation.start) - 1
        grouped[number].append((annotation.start - starts[number], annotation))
    read = zip(units, grouped, strict=True)
    return Translation(
        tuple(
            _read(engine, path, unit, some) for unit, some in read if not unit.locked
        ),
        engine,
    )


def _read(
    engine: Engine, path: str, unit: Unit, found: Iterable[tuple[int, Annotation]]
) -> UnitTerms:
    where = Where(path, unit.place, unit=unit.id)
    sentence = read_sentence(unit.target)
    if not unit.target.strip():
        return UnitTerms(where, unit, sentence, (), Spans(()))
    quotations = left_quotations(unit.source, unit.target)
    kept = Cover(sorted((*unit.quoted, *quotations)))
    terms: dict[str, tuple[TargetTerm, ...]] = {}
    english: dict[tuple[str, str | None], English] = {}
    occurrences = []
    for start, annotation in found:
        end = start + len(annotation.text)
        concept = annotation.concept
        # Concepts with match: off are recognised only as context for others.
        off = concept.match is Match.OFF and not annotation.parts
        if off or kept.cover(start, end):
            continue
        meant = meaning(annotation)
        name = meant[0]
        if name not in terms:
            terms[name] = tuple(_found(engine, unit.target, sentence, annotation))
        if meant not in english:
            english[meant] = _english(terms[name], annotation)
        occurrences.append(Occurrence(start, end, annotation, english[meant]))
    right = Spans(term for one in english.values() for term in one.right)
    return UnitTerms(where, unit, sentence, tuple(occurrences), right)


def _english(terms: tuple[TargetTerm, ...], annotation: Annotation) -> English:
    good = [one for one in terms if is_right(one.term, annotation)]
    wrong = Spans(one for one in terms if not is_right(one.term, annotation))
    right = tuple(
        one
        for one in good
        if not any(outweighs(other, one) for other in wrong.near(one.start, one.end))
    )
    return English(terms, right, len({one.start for one in right}))


def _found(
    engine: Engine, text: str, sentence: Sentence, annotation: Annotation
) -> Iterator[TargetTerm]:
    if annotation.parts:
        return _composed_terms(engine, text, sentence, annotation)
    return _target_terms(text, sentence, annotation.concept)


def _target_terms(
    text: str, sentence: Sentence, concept: Concept
) -> Iterator[TargetTerm]:
    verb = concept.pos is PartOfSpeech.VERB
    found = [
        TargetTerm(_meant(term, text, span, concept), *span, text[slice(*span)])
        for term in concept.equivalents
        for span in find_all(sentence, term.text, verb=verb)
    ]
    if not any(one.term.status is not Status.DEPRECATED for one in found):
        found += _accepted(text, sentence, concept)
    yield from sorted(found, key=lambda one: (one.start, -one.end))


def _accepted(text: str, sentence: Sentence, concept: Concept) -> Iterator[TargetTerm]:
    """Yield what is accepted where no equivalent stands, a noun only as a noun.

    Where an equivalent does stand, such a word says something else.
    """
    verb = concept.pos is PartOfSpeech.VERB
    for accepted in concept.accepts:
        forms = {accepted.casefold(), plural(accepted).casefold()}
        for start, end in find_all(sentence, accepted, verb=verb):
            found = text[start:end]
            if verb or " " in accepted or found.casefold() in forms:
                yield TargetTerm(Term(accepted, Status.ADMITTED), start, end, found)


LONGEST = 250
"""Maximum number of words of a unit that is compared place by place."""
REACH = 40
"""Number of characters between head and modifier in English, in any order."""


def _composed_terms(
    engine: Engine, text: str, sentence: Sentence, annotation: Annotation
) -> Iterator[TargetTerm]:
    """Yield where the English has a composed term: whole, or its parts near by."""
    found = [
        TargetTerm(Term(english), *span, text[slice(*span)])
        for english in annotation.equivalents
        for span in find_all(sentence, english)
    ]
    head, *others = (engine.concept(part) for part in annotation.parts)
    modifiers = [_Modifier(sentence, concept) for concept in others]
    for one in _target_terms(text, sentence, head):
        spans = [(one.start, one.end)]
        spans += (each.nearest(one) or (-1, -1) for each in modifiers)
        start, end = min(spans)[0], max(last for _, last in spans)
        if one.term.status is Status.DEPRECATED:
            found.append(one)
        elif start >= 0:
            found.append(TargetTerm(one.term, start, end, text[start:end]))
    yield from sorted(found, key=lambda one: (one.start, -one.end))


class _Modifier:
    """Where a modifier stands in a sentence, in any of its forms."""

    def __init__(self, sentence: Sentence, concept: Concept) -> None:
        offered = (t for t in concept.equivalents if t.status is not Status.DEPRECATED)
        texts = [term.text for term in (*concept.modifiers, *offered)]
        spans = (
            span
            for text in (*texts, *concept.accepts)
            for span in find_all(sentence, text)
        )
        # Where two are as near, the one that is named first.
        self._spans = sorted((span, number) for number, span in enumerate(spans))
        self._longest = max((end - start for (start, end), _ in self._spans), default=0)

    def nearest(self, head: TargetTerm) -> tuple[int, int] | None:
        """Return the place that is nearest to a head, if one is near."""
        first = head.start - REACH - self._longest
        begin = bisect_left(self._spans, first, key=_start)
        end = bisect_right(self._spans, head.end + REACH, key=_start)
        near = (
            (_distance(span, head), number, span)
            for span, number in self._spans[begin:end]
        )
        distance, _, span = min(near, default=(REACH + 1, 0, None))
        return span if distance <= REACH else None


def _start(numbered: tuple[tuple[int, int], int]) -> int:
    return numbered[0][0]


def _distance(span: tuple[int, int], head: TargetTerm) -> int:
    return max(span[0] - head.end, head.start - span[1], 0)


def _meant(term: Term, text: str, span: tuple[int, int], concept: Concept) -> Term:
    """Return the equivalent that words stand for: another one, where they are a noun.

    What is deprecated as a verb may be a noun in the very equivalents that are right:
    *engage in dialogue*, but not *they will dialogue*.
    """
    if term.status is not Status.DEPRECATED or concept.pos is not PartOfSpeech.VERB:
        return term
    word = f" {term.text.casefold()} "
    right = (
        other
        for other in concept.equivalents
        if other.status is not Status.DEPRECATED
        and word in f" {other.text.casefold()} "
    )
    noun = next(right, None)
    return noun if noun and not is_verb(text, span) else term


def outweighs(one: TargetTerm, other: TargetTerm) -> bool:
    """Whether one term describes what stands in the text better than another."""
    if (one.start, one.end) == (other.start, other.end):
        # Another country's spelling is not another title: Defence Secretary.
        old = one.term.status is Status.DEPRECATED
        return old and one.literal and not other.literal
    return one.start <= other.start and other.end <= one.end


def meaning(annotation: Annotation) -> tuple[str, str | None]:
    """Return what decides on the English: the concept, or all of a composed term."""
    name = annotation.term.text if annotation.parts else annotation.concept.id
    return name, annotation.region


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

    It has if all its terms are names and none is a general equivalent: *Foreign
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
    quoted = {
        match.span(match.lastindex or 0): _words(match[match.lastindex or 0])
        for match in _QUOTATION.finditer(source)
    }
    left = _phrases_in(_words(target), frozenset(quoted.values()))
    return tuple(span for span, words in quoted.items() if words in left)


def _words(text: str) -> tuple[str, ...]:
    return tuple(_LETTERS.sub(" ", text).casefold().split())


LONG = 64
"""Number of words from which there are so few phrases that each can be looked for."""


def _phrases_in(
    words: tuple[str, ...], phrases: frozenset[tuple[str, ...]]
) -> frozenset[tuple[str, ...]]:
    """Return those phrases that stand in a text, however many there are.

    >>> _phrases_in(("a", "b", "c"), frozenset({("b", "c"), ("c", "b"), ()}))
    frozenset({('b', 'c')})
    """
    by_length: dict[int, set[tuple[str, ...]]] = {}
    for phrase in phrases:
        by_length.setdefault(len(phrase), set()).add(phrase)
    found: set[tuple[str, ...]] = set()
    whole = f" {' '.join(words)} "
    for length, some in by_length.items():
        if length < LONG:
            runs = zip(*(words[first:] for first in range(length)), strict=False)
            found |= some.intersection(runs)
        else:
            found |= {phrase for phrase in some if f" {' '.join(phrase)} " in whole}
    return frozenset(found)
