"""Recognition as a whole: a compiled glossary that annotates texts."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from padanan.language.normalise import fold
from padanan.matching.annotation import Annotation
from padanan.matching.compiled import dumps, loads
from padanan.matching.equivalents import choose
from padanan.matching.finder import Finder
from padanan.matching.phrases import Occurrence, may_be_longer, phrase
from padanan.matching.readings import Concepts, Readings
from padanan.matching.regions import Office, Region, assign
from padanan.matching.resolve import Document, leftmost_longest, resolve, resolve_all
from padanan.matching.scan import scan
from padanan.matching.surfaces import Surfaces

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from padanan.matching.compiled import Compiled
    from padanan.matching.resolve import Found


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

    def __init__(self, compiled: Compiled) -> None:
        self.compiled = compiled
        self.readings = Readings(compiled, Concepts(compiled))
        self.surfaces = Surfaces(self.readings, compiled.places)
        self.finder = Finder(compiled.patterns)

    def __reduce__(self) -> tuple[Callable[[bytes], Recogniser], tuple[bytes]]:
        """Pickle the glossary; the automaton is built again where it lands."""
        return _restore, (dumps(self.compiled),)

    def open(self, text: str) -> Document:
        """Return a text with all spans of it that may be terms."""
        folded = fold(text)
        hits = self.finder.find(folded.data)
        return Document(text, scan(text, folded, hits, self.surfaces))

    def annotate(self, text: str, options: Options = DEFAULT) -> tuple[Annotation, ...]:
        """Return the terms of a text, ordered and disjoint.

        Args:
            text: any text; offsets are in its code points.
            options: what is wanted.
        """
        document = self.open(text)
        chosen, found = _choose(document, options)
        if not options.context:
            return tuple([_bare(document, one, _inside(found, one)) for one in chosen])
        regions = self._regions(document, chosen)
        return tuple([
            self._annotation(document, one, regions.get(one[0]), _inside(found, one))
            for one in chosen
        ])  # fmt: skip

    def _regions(
        self, document: Document, chosen: Sequence[Found]
    ) -> dict[int, Region | None]:
        """Return the region of every office by its start."""
        offices = [
            Office(start, end, reading.title)
            for start, end, reading in chosen
            if reading.office
        ]
        if not offices:
            return {}
        sentences = [document.sentence(office.start, office.end) for office in offices]
        regions = assign(document.text, offices, document.mentions, sentences)
        return {o.start: region for o, region in zip(offices, regions, strict=True)}

    def _annotation(
        self,
        document: Document,
        found: Found,
        region: Region | None,
        inside: Sequence[Found],
    ) -> Annotation:
        start, end, reading = found
        equivalents = reading.equivalents
        gate = reading.offer_gate
        if reading.offers and (region or document.may_hold(gate, start, end)):
            place = document.around(start, end)
            equivalents, region = choose(reading.offers, equivalents, region, place)
        code, because = region or (None, None)
        longer = None
        if reading.nominal and equivalents:
            longer = self._phrase(document, found, equivalents, code)
        nested = tuple([self._annotation(document, one, None, ()) for one in inside])
        return _annotated(document, found, (equivalents, code, because, longer, nested))

    def _phrase(
        self,
        document: Document,
        found: Found,
        equivalents: tuple[str, ...],
        code: str | None,
    ) -> str | None:
        start, end, reading = found
        places = document.place_starts
        # A seat of government is its country already: no “Russian Kremlin”.
        if start in places:
            return None
        if not may_be_longer(document.text, end, reading.text, places):
            return None
        occurrence = Occurrence(
            document.text,
            end,
            document.sentence(start, end)[1],
            reading.text,
            equivalents[0],
            code,
        )
        return phrase(occurrence, document.mentions, self.compiled.countries)


def _bare(document: Document, found: Found, inside: Sequence[Found]) -> Annotation:
    """Return a term with the English that holds everywhere."""
    nested = tuple([_bare(document, one, ()) for one in inside]) if inside else ()
    return _annotated(document, found, (found[2].equivalents, None, None, None, nested))


def _annotated(
    document: Document, found: Found, rest: tuple[object, ...]
) -> Annotation:
    """Return an annotation, ``rest`` being its fields from the equivalents on."""
    start, end, reading = found
    text = document.text[start:end]
    # Half the time of ``Annotation(…)``.
    return Annotation._make((start, end, text, reading.concept, reading.term, *rest))


def _restore(data: bytes) -> Recogniser:
    return Recogniser(loads(data))


def _choose(document: Document, options: Options) -> tuple[list[Found], list[Found]]:
    """Return the terms to annotate, and what else holds where that was asked for."""
    if not options.nested and not options.domains:
        return resolve(document), []
    found = resolve_all(document)
    if options.domains:
        found = [one for one in found if one[2].domain in options.domains]
    return leftmost_longest(found), found if options.nested else []


def _inside(found: Sequence[Found], outer: Found) -> Sequence[Found]:
    """Return the shorter terms inside a span, disjoint."""
    if not found:
        return ()
    return leftmost_longest([
        one
        for one in found
        if outer[0] <= one[0] and one[1] <= outer[1] and one[:2] != outer[:2]
    ])  # fmt: skip
