"""Recognition as a whole: a compiled glossary that annotates texts."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ahocorasick_rs import BytesAhoCorasick, Implementation

from padanan.language.normalize import fold
from padanan.matching.annotation import Annotation
from padanan.matching.compiled import dumps, loads
from padanan.matching.equivalents import Choice, choose, general
from padanan.matching.phrases import Occurrence, phrase
from padanan.matching.readings import Concepts, Readings
from padanan.matching.regions import Office, Region, assign
from padanan.matching.resolve import Document, leftmost_longest, resolve, resolve_all
from padanan.matching.scan import scan
from padanan.model import PartOfSpeech

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from padanan.matching.compiled import Compiled
    from padanan.matching.readings import Reading
    from padanan.matching.resolve import Found
    from padanan.model import Concept, Term

DFA_FROM = 1_000_000
"""After so many characters the faster automaton is built: it costs what they take."""


class Options(NamedTuple):
    """What a caller wants of the annotations.

    Attributes:
        nested: give the shorter terms inside each span too.
        context: read regions and conditions on equivalents; without it the
            equivalents come in the order of the entry.
        domains: only concepts of these domains; all where empty.
    """

    nested: bool = False
    context: bool = True
    domains: frozenset[str] = frozenset()


DEFAULT = Options()
_NAMING = frozenset({PartOfSpeech.NOUN, PartOfSpeech.PROPER_NOUN, None})
"""What may have a phrase: nothing is added to *summon the ambassador*."""


class Recogniser:
    """An immutable, thread-safe, picklable reader of texts.

    Args:
        compiled: the glossary made ready.
    """

    def __init__(self, compiled: Compiled) -> None:
        self.compiled = compiled
        self.concepts = Concepts(compiled)
        self.readings = Readings(compiled, self.concepts)
        self._equivalents: dict[tuple[int, int], tuple[str, ...]] = {}
        self._automaton = self._build(Implementation.ContiguousNFA)
        self._read = 0

    def _build(self, implementation: Implementation) -> BytesAhoCorasick:
        # There is always a pattern, since the names of countries are patterns too.
        return BytesAhoCorasick(self.compiled.patterns, implementation=implementation)

    def __reduce__(self) -> tuple[Callable[[bytes], Recogniser], tuple[bytes]]:
        """Pickle the glossary; the automaton is built again where it lands."""
        return _restore, (dumps(self.compiled),)

    def open(self, text: str) -> Document:
        """Return a text with all spans of it that may be terms."""
        folded = fold(text)
        hits = self._hits(folded.data)
        scanned = scan(text, folded, hits, self.readings, self.compiled.places)
        return Document(text, self.concepts, scanned)

    def _hits(self, data: bytes) -> list[tuple[int, int, int]]:
        if self._read <= DFA_FROM < self._read + len(data):
            self._automaton = self._build(Implementation.DFA)
        self._read += len(data)
        return self._automaton.find_matches_as_indexes(data, overlapping=True)

    def annotate(self, text: str, options: Options = DEFAULT) -> tuple[Annotation, ...]:
        """Return the terms of a text, ordered and disjoint.

        Args:
            text: any text; offsets are in its code points.
            options: what is wanted.
        """
        document = self.open(text)
        chosen, found = _choose(document, options)
        regions = self._regions(document, chosen) if options.context else {}
        return tuple(
            self._annotation(
                document,
                one,
                regions.get(one.start),
                context=options.context,
                inside=_inside(found, one),
            )
            for one in chosen
        )

    def _regions(
        self, document: Document, chosen: Sequence[Found]
    ) -> dict[int, Region | None]:
        """Return the region of every office by its start."""
        offices = [
            Office(one.start, one.end, one.verdict.reading.title)
            for one in chosen
            if one.verdict.reading.office
        ]
        sentences = [document.sentence(office.start, office.end) for office in offices]
        regions = assign(document.text, offices, document.mentions, sentences)
        return {o.start: region for o, region in zip(offices, regions, strict=True)}

    def _annotation(
        self,
        document: Document,
        found: Found,
        region: Region | None,
        *,
        context: bool,
        inside: Sequence[Found],
    ) -> Annotation:
        start, end, reading = found.start, found.end, found.verdict.reading
        concept = self.concepts[reading.concept]
        term = concept.terms[reading.term]
        if reading.choosy:
            choice = choose(concept, term, region, document.around(start, end))
        else:
            choice = Choice(self._plain(reading, concept, term), region, None)
        return Annotation(
            start,
            end,
            document.text[start:end],
            concept,
            term,
            choice.equivalents,
            choice.region.code if choice.region else None,
            choice.region.because if choice.region else None,
            self._phrase(document, found, choice) if context else None,
            tuple(
                self._annotation(document, one, None, context=context, inside=())
                for one in inside
            ),
        )

    def _plain(self, reading: Reading, concept: Concept, term: Term) -> tuple[str, ...]:
        """Return the equivalents of a concept that has the same ones everywhere."""
        key = reading.concept, reading.term
        found = self._equivalents.get(key)
        if found is None:
            found = self._equivalents[key] = general(concept, term)
        return found

    def _phrase(self, document: Document, found: Found, choice: Choice) -> str | None:
        concept = self.concepts[found.verdict.reading.concept]
        if not choice.equivalents or concept.pos not in _NAMING:
            return None
        if found.start in document.place_starts:
            # A seat of government is its country already: no “Russian Kremlin”.
            return None
        occurrence = Occurrence(
            document.text,
            found.end,
            document.sentence(found.start, found.end)[1],
            found.verdict.reading.text,
            choice.equivalents[0],
            choice.region.code if choice.region else None,
        )
        return phrase(occurrence, document.mentions, self.compiled.countries)


def _restore(data: bytes) -> Recogniser:
    return Recogniser(loads(data))


def _choose(document: Document, options: Options) -> tuple[list[Found], list[Found]]:
    """Return the terms to annotate, and what else holds where that was asked for."""
    if not options.nested and not options.domains:
        return resolve(document), []
    found = resolve_all(document)
    if options.domains:
        found = [one for one in found if one.verdict.reading.domain in options.domains]
    return leftmost_longest(found), found if options.nested else []


def _inside(found: Sequence[Found], outer: Found) -> list[Found]:
    """Return the shorter terms inside a span, disjoint."""
    return leftmost_longest([
        one
        for one in found
        if outer.start <= one.start
        and one.end <= outer.end
        and (one.start, one.end) != (outer.start, outer.end)
    ])  # fmt: skip
