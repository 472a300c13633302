"""The engine that comes with this package: a compiled glossary that reads texts."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

from padanan.glossary.joining import ATTRIBUTIVE, usual_order
from padanan.language.normalise import fold
from padanan.language.plain_text import plain_text
from padanan.matching.annotation import Annotation
from padanan.matching.candidates import scan
from padanan.matching.compiled import dumps, loads
from padanan.matching.conditions import parse
from padanan.matching.document import Document, leftmost_longest
from padanan.matching.engine import DEFAULT, Options
from padanan.matching.equivalents import choose, possible
from padanan.matching.finder import Finder
from padanan.matching.joining import country_rules
from padanan.matching.originals import annotations_of, explanations_of
from padanan.matching.pairs import Pairs
from padanan.matching.phrases import NO_COUNTRY, PhraseHead, may_be_longer, phrase
from padanan.matching.regions import Office, Region, assign
from padanan.matching.resolving import resolve, resolve_all
from padanan.matching.senses import Senses, Spellings
from padanan.model import PartOfSpeech

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from padanan.matching.annotation import Explanation
    from padanan.matching.compiled import Compiled
    from padanan.matching.conditions import Condition
    from padanan.matching.document import Found
    from padanan.matching.notation import Notation
    from padanan.matching.reading import WholeReading
    from padanan.matching.senses import Sense
    from padanan.model import Concept

_ADJECTIVAL = ("anti-", "pro-")
"""With such a prefix a noun is an adjective in English."""

Order: TypeAlias = "tuple[str, Condition | None]"
"""An order of the English of a term with a country behind it, and when it holds."""
_NOWHERE = None, None
_new = tuple.__new__


class Recogniser:
    """An ``Engine`` in plain Python.

    Args:
        compiled: the glossary made ready.
    """

    def __init__(self, compiled: Compiled) -> None:
        self._compiled = compiled
        self._spellings = Spellings(Senses(compiled), compiled.places)
        self._pairs = Pairs()
        self._finder = Finder(compiled.patterns, compiled.prefixes)
        # Worked out when a country stands behind a concept for the first time.
        self._orders: dict[str, tuple[Order, ...]] = {}

    def __reduce__(self) -> tuple[Callable[[bytes], Recogniser], tuple[bytes]]:
        """Pickle the glossary; the automaton is built again where it lands."""
        return _restore, (dumps(self._compiled),)

    def concept(self, concept_id: str) -> Concept:
        """Return the concept of that id.

        Raises:
            KeyError: there is none.
        """
        return self._compiled.by_id(concept_id)

    def digest(self) -> bytes:
        """Return a digest of the glossary."""
        from hashlib import blake2b  # slow to import

        return blake2b(dumps(self._compiled), digest_size=16).digest()

    def domains(self) -> frozenset[str]:
        """Return the domains of the concepts of the glossary."""
        compiled = self._compiled
        return frozenset(compiled.concept(n).domain for n in range(compiled.size))

    @cached_property
    def _english(self) -> frozenset[str]:
        return frozenset(self._compiled.english.replace("\n", "|").split("|"))

    def english(self) -> frozenset[str]:
        """Return the English terms of the glossary, in lower case without accents."""
        return self._english

    def annotate(
        self, text: str, options: Options = DEFAULT, /
    ) -> tuple[Annotation, ...]:
        """Return the terms of a text, ordered and disjoint.

        Args:
            text: any text; offsets are in its code points.
            options: what is wanted.
        """
        plain = plain_text(text)
        if plain is None:
            return self._annotate(self.document(text), options)
        found = self._annotate(self.document(plain.text), options)
        return annotations_of(text, plain.offsets, found)

    def written(self, text: str, options: Options, notation: Notation, /) -> bytes:
        """Return the terms of a text in a notation."""
        from padanan.matching.notation import written  # articles need none

        return written(self.annotate(text, options), notation)

    def explain(
        self, text: str, options: Options = DEFAULT, /
    ) -> tuple[Explanation, ...]:
        """Return an explanation for each annotation and each place where none held."""
        from padanan.matching.explain import explain

        plain = plain_text(text)
        document = self.document(plain.text if plain else text)
        explained = explain(document, self._annotate(document, options))
        return explanations_of(text, plain.offsets, explained) if plain else explained

    def reading(self, text: str, options: Options = DEFAULT, /) -> WholeReading:
        """Return a text that can be edited, with its annotations."""
        from padanan.matching.reading import WholeReading  # commands need none

        return WholeReading(self, text, options)

    def document(self, text: str) -> Document:
        """Return a text with all spans of it that may be terms."""
        folded = fold(text)
        hits = self._finder.find(folded.data)
        scanned = scan(text, folded, hits, self._spellings)
        return Document(text, scanned, self._pairs)

    def _annotate(self, document: Document, options: Options) -> tuple[Annotation, ...]:
        chosen, found = self._choose(document, options)
        # What is not shown tells the country of other offices nevertheless.
        regions = _regions(document, chosen) if options.context else {}
        if not options.basic:
            chosen = [one for one in chosen if not one[2].basic or one[2].parts]
        if not options.context:
            return tuple([_bare(document, one, _inside(found, one)) for one in chosen])
        return tuple([
            self._annotation(document, one, regions.get(one[0]), _inside(found, one))
            for one in chosen
        ])  # fmt: skip

    def _choose(
        self, document: Document, options: Options
    ) -> tuple[list[Found], list[Found]]:
        """Return the terms to annotate, and what else holds where that is wanted."""
        if not options.nested and not options.domains:
            return self._resolve(document, basic=options.basic), []
        found = resolve_all(document)
        if options.domains:
            found = [one for one in found if one[2].domain in options.domains]
        return leftmost_longest(found), found if options.nested else []

    def _resolve(self, document: Document, *, basic: bool) -> list[Found]:
        return resolve(document, basic=basic)

    def _annotation(
        self,
        document: Document,
        found: Found,
        region: Region | None,
        inside: Sequence[Found],
    ) -> Annotation:
        start, end, sense = found
        equivalents = sense.equivalents
        if sense.offers:
            equivalents, region = _offered(document, found, region)
        code, because = region or _NOWHERE
        text, term, places = document.text, sense.term, document.place_starts
        longer = None
        grows = sense.nominal and equivalents
        if grows and may_be_longer(text, end, term.text, places):
            longer = self._phrase(document, found, equivalents[0], code)
        nested: tuple[Annotation, ...] = ()
        if inside:
            nested = tuple([
                self._annotation(document, one, None, ()) for one in inside
            ])  # fmt: skip
        # A third of the time of ``Annotation(…)``.
        return _new(Annotation, (
            start, end, text[start:end], sense.concept, term,
            equivalents, code, because, longer, nested, sense.parts,
        ))  # fmt: skip

    def _phrase(
        self, document: Document, found: Found, english: str, code: str | None
    ) -> str | None:
        start, end, sense = found
        # A seat of government is its country already: no “Russian Kremlin”.
        if start in document.place_starts:
            return None
        return phrase(_new(PhraseHead, (
            document.mentions, self._compiled.countries, end,
            document.sentence(start, end)[1], sense.term.text, english, code,
            self._order(document, found),
        )))  # fmt: skip

    def _is_adjective(self, concept_id: str) -> bool:
        return self._spellings.concept(concept_id).pos is PartOfSpeech.ADJECTIVE

    def _order(self, document: Document, found: Found) -> str:
        """Return the order of the English of a term with a country behind it."""
        _, end, sense = found
        if end + 1 not in document.place_starts:
            return ATTRIBUTIVE
        if sense.parts and not _takes_country(sense):
            return NO_COUNTRY
        if sense.parts and not self._is_adjective(sense.parts[-1]):
            # It is the modifier's: kunjungan pemerintah Taiwan.
            return ATTRIBUTIVE
        return self._order_of(document, found)

    def _order_of(self, document: Document, found: Found) -> str:
        """Return the order that the first rule gives whose condition holds."""
        start, end, sense = found
        concept = sense.concept
        orders = self._orders.get(concept.id)
        if orders is None:
            orders = self._orders[concept.id] = _orders(concept)
        for order, condition in orders:
            if condition is None:
                return order
            if condition.matched_words(document.around(start, end)) is not None:
                return order
        return usual_order(concept.pos)


def _orders(concept: Concept) -> tuple[Order, ...]:
    """Return the orders of a concept with a country behind it."""
    return tuple([
        (rule.order, parse(condition) if condition else None)
        for rule, condition in country_rules(concept)
    ])  # fmt: skip


def _takes_country(sense: Sense) -> bool:
    """Whether a country may stand before the English of a composed term.

    In *impact of the war* it belongs inside; *anti-government* is no noun.
    """
    if len(sense.parts) == 1:
        return not sense.text.lower().startswith(_ADJECTIVAL)
    english = "".join(sense.equivalents[:1])
    return " of " not in english or english[0].isupper()


def _offered(
    document: Document, found: Found, region: Region | None
) -> tuple[tuple[str, ...], Region | None]:
    """Return the English of a term of which some holds only here, and its region."""
    start, end, sense = found
    bound = sense.offered_when
    passing: Sequence[int] = ()
    if bound.only:
        passing = bound.sieve.passing(document.searchable, start, end)
        if region and passing:
            passing = possible(sense.offers, passing, region)
    holding: Sequence[tuple[int, str]] = ()
    if passing:
        holding = tuple(bound.holding(passing, document.around(start, end)))
    if not holding and not region:
        return sense.equivalents, None
    return choose(sense.offers, sense.equivalents, region, holding)


def _regions(document: Document, chosen: Sequence[Found]) -> dict[int, Region | None]:
    """Return the region of every office by its start."""
    offices = [
        Office(start, end, sense.title, document.sentence(start, end))
        for start, end, sense in chosen
        if sense.office
    ]
    if not offices:
        return {}
    regions = assign(document.mentions, offices)
    return {o.start: region for o, region in zip(offices, regions, strict=True)}


def _bare(document: Document, found: Found, inside: Sequence[Found]) -> Annotation:
    """Return a term with the English that holds everywhere."""
    start, end, sense = found
    nested = tuple([_bare(document, one, ()) for one in inside]) if inside else ()
    return _new(Annotation, (
        start, end, document.text[start:end], sense.concept, sense.term,
        sense.equivalents, None, None, None, nested, sense.parts,
    ))  # fmt: skip


def _restore(data: bytes) -> Recogniser:
    return Recogniser(loads(data))


def _inside(found: Sequence[Found], outer: Found) -> Sequence[Found]:
    """Return the shorter terms inside a span, disjoint."""
    if not found:
        return ()
    begin = bisect_left(found, outer[0], key=_start)
    end = bisect_left(found, outer[1], key=_start)
    return leftmost_longest(
        [one for one in found[begin:end] if one[1] <= outer[1] and one[:2] != outer[:2]]
    )


def _start(found: Found) -> int:
    return found[0]
