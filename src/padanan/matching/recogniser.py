"""Recognition as a whole: a compiled glossary that annotates texts."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ahocorasick_rs import BytesAhoCorasick, Implementation

from padanan.language.normalize import fold
from padanan.matching.annotation import Annotation
from padanan.matching.compiled import dumps, loads
from padanan.matching.equivalents import Choice, choose, general
from padanan.matching.offices import is_title
from padanan.matching.phrases import Occurrence, phrase
from padanan.matching.regions import Office, Region, assign
from padanan.matching.resolve import Document, leftmost_longest, resolve
from padanan.matching.scan import scan

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from padanan.matching.compiled import Compiled, Reading
    from padanan.matching.resolve import Found
    from padanan.model import Concept, Term

DFA_LIMIT = 20_000
"""From so many patterns on a DFA costs more memory than it gains time."""


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


class Recogniser:
    """An immutable, thread-safe, picklable reader of texts.

    Args:
        compiled: the glossary made ready.
    """

    __slots__ = ("_automaton", "_concepts", "_equivalents", "compiled")

    def __init__(self, compiled: Compiled) -> None:
        self.compiled = compiled
        # Filled as concepts are met; each value is the same whoever computes it,
        # so that threads may race without harm.
        self._concepts: dict[int, Concept] = {}
        self._equivalents: dict[tuple[int, int], tuple[str, ...]] = {}
        many = len(compiled.patterns) > DFA_LIMIT
        self._automaton = BytesAhoCorasick(
            compiled.patterns or (b"\0\0\0",),
            implementation=Implementation.ContiguousNFA if many else Implementation.DFA,
        )

    def __reduce__(self) -> tuple[Callable[[bytes], Recogniser], tuple[bytes]]:
        """Pickle the glossary; the automaton is built again where it lands."""
        return _restore, (dumps(self.compiled),)

    def concept(self, number: int) -> Concept:
        """Return the concept of that number, read once."""
        concept = self._concepts.get(number)
        if concept is None:
            concept = self._concepts[number] = self.compiled.concept(number)
        return concept

    def open(self, text: str) -> Document:
        """Return a text with all spans of it that may be terms."""
        folded = fold(text)
        hits = self._automaton.find_matches_as_indexes(folded.data, overlapping=True)
        scanned = scan(text, folded, hits, self.compiled)
        return Document(text, self.compiled, self.concept, scanned)

    def annotate(self, text: str, options: Options = DEFAULT) -> tuple[Annotation, ...]:
        """Return the terms of a text, ordered and disjoint.

        Args:
            text: any text; offsets are in its code points.
            options: what is wanted.
        """
        document = self.open(text)
        found = resolve(document)
        if options.domains:
            found = [f for f in found if self._domain(f) in options.domains]
        chosen = leftmost_longest(found)
        regions = self._regions(document, chosen) if options.context else {}
        return tuple(
            self._annotation(
                document,
                one,
                regions.get(one.start),
                context=options.context,
                inside=_inside(found, one) if options.nested else (),
            )
            for one in chosen
        )

    def _domain(self, found: Found) -> str:
        return self.compiled.traits[found.verdict.reading.concept].domain

    def _regions(
        self, document: Document, chosen: Sequence[Found]
    ) -> dict[int, Region | None]:
        """Return the region of every office by its start."""
        offices = [
            Office(one.start, one.end, is_title(one.verdict.reading.text))
            for one in chosen
            if self.compiled.traits[one.verdict.reading.concept].office
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
        concept = self.concept(reading.concept)
        term = concept.terms[reading.term]
        if self.compiled.traits[reading.concept].choosy:
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
        if not choice.equivalents:
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


def _inside(found: Sequence[Found], outer: Found) -> list[Found]:
    """Return the shorter terms inside a span, disjoint."""
    return leftmost_longest([
        one
        for one in found
        if outer.start <= one.start
        and one.end <= outer.end
        and (one.start, one.end) != (outer.start, outer.end)
    ])  # fmt: skip
