"""A glossary made ready for recognition, as a value that can be cached.

The bytes of ``dumps`` are one JSON line that recognition needs whole, then one
line a concept, read only when that concept is found.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING, Any, NamedTuple

from padanan.language.countries import Country, Place, PlaceKind, countries, places
from padanan.language.indonesian import forms
from padanan.language.normalize import fold_term
from padanan.matching.codec import decode_concept, encode_concept
from padanan.matching.offices import is_office
from padanan.model import Match, TermType

if TYPE_CHECKING:
    from collections.abc import Iterator

    from padanan.model import Concept, Glossary, Term

FORMAT = 1
"""Raised whenever the bytes of ``dumps`` change their meaning."""


class Case(IntEnum):
    """What the capitals of a form demand of the text."""

    FREE = 0
    CAPITALS = 1
    EXACT = 2


class Reading(NamedTuple):
    """What a pattern may mean: one term of one concept in one form.

    Attributes:
        concept: number of the concept in the glossary.
        term: number of the term in the concept.
        kind: kind of the form (``indonesian.Form``).
        case: what its capitals demand.
        text: the term.
        type: the term's type.
    """

    concept: int
    term: int
    kind: str
    case: Case
    text: str
    type: TermType


class Traits(NamedTuple):
    """What recognition must know of a concept before it is read.

    Attributes:
        id: the concept's id.
        domain: its domain.
        conditional: it has ``when`` or ``unless``, or is off.
        choosy: some equivalent depends on the region or the surroundings.
        office: it is a title of a person or the name of an office.
    """

    id: str
    domain: str
    conditional: bool
    choosy: bool
    office: bool


@dataclass(frozen=True, slots=True)
class Compiled:
    """Patterns with their readings, and what else a text is read for.

    Attributes:
        patterns: folded forms, each once, a space before it; first those of
            terms, then names of countries that are no term.
        readings: for each pattern the terms it may stand for, best first.
        places: for each pattern the country it names, ``None`` where it does not.
        traits: of each concept, in the order of the glossary.
        entries: the concepts as JSON texts (``codec``).
        countries: English names by code.
    """

    patterns: tuple[bytes, ...]
    readings: tuple[tuple[Reading, ...], ...]
    places: tuple[Place | None, ...]
    traits: tuple[Traits, ...]
    entries: tuple[str, ...]
    countries: dict[str, Country]

    def concept(self, number: int) -> Concept:
        """Return the concept of that number."""
        return decode_concept(self.entries[number])


def compile_glossary(glossary: Glossary) -> Compiled:
    """Return what recognition needs of a glossary.

    >>> from padanan.model import Concept, Glossary, Term
    >>> concept = Concept("visa", "consular", (Term("visa"),), (Term("visa"),))
    >>> compile_glossary(Glossary((concept,))).patterns[0]
    b' visa'
    """
    found: dict[bytes, list[Reading]] = {}
    for number, concept in enumerate(glossary.concepts):
        for pattern, reading in _readings(number, concept):
            found.setdefault(pattern, []).append(reading)
    named = {fold_term(place.name): place for place in places()}
    patterns = (*found, *(name for name in named if name not in found))
    return Compiled(
        patterns,
        tuple(
            tuple(sorted(found.get(pattern, ()), key=lambda r: _rank(r, glossary)))
            for pattern in patterns
        ),
        tuple(named.get(pattern) for pattern in patterns),
        tuple(_traits(concept) for concept in glossary.concepts),
        tuple(encode_concept(concept) for concept in glossary.concepts),
        dict(countries()),
    )


def _readings(number: int, concept: Concept) -> Iterator[tuple[bytes, Reading]]:
    seen = set()
    for place, term in enumerate(concept.terms):
        case = _case(term, concept.match)
        for form in forms(term.text, concept.pos, term.type):
            pattern = fold_term(form.text)
            if pattern not in seen and not pattern.isspace():
                seen.add(pattern)
                yield (
                    pattern,
                    Reading(number, place, form.kind, case, term.text, term.type),
                )


_KINDS = ("base", "apart", "joined", "passive", "bare")


def _rank(reading: Reading, glossary: Glossary) -> tuple[bool, int, bool]:
    """Order the readings of a form: those with conditions are tried first."""
    concept = glossary.concepts[reading.concept]
    return (
        not (concept.when or concept.unless),
        _KINDS.index(reading.kind),
        reading.type is TermType.LOOK_UP,
    )


def _case(term: Term, match: Match) -> Case:
    if match is Match.EXACT:
        return Case.EXACT
    if term.text == term.text.lower():
        return Case.FREE
    # Shortened titles (Menlu, Dubes) are written either way; acronyms are not.
    if term.type is TermType.ABBREVIATION and not _has_acronym(term.text):
        return Case.FREE
    return Case.CAPITALS


def _has_acronym(text: str) -> bool:
    return any(word.isupper() and len(word) > 1 for word in text.split())


def _traits(concept: Concept) -> Traits:
    conditional = bool(concept.when or concept.unless) or concept.match is Match.OFF
    choosy = any(term.region or term.condition for term in concept.equivalents)
    return Traits(
        concept.id, concept.domain, conditional, choosy, is_office(concept.term)
    )


def dumps(compiled: Compiled) -> bytes:
    """Return a compiled glossary as bytes for the cache."""
    head = {
        "format": FORMAT,
        "patterns": [pattern.decode("latin-1") for pattern in compiled.patterns],
        "readings": compiled.readings,
        "places": compiled.places,
        "traits": compiled.traits,
        "countries": list(compiled.countries.values()),
    }
    lines = (json.dumps(head, ensure_ascii=False), *compiled.entries)
    return "\n".join(lines).encode()


def loads(data: bytes) -> Compiled:
    """Return the compiled glossary of those bytes.

    Raises:
        ValueError: the bytes are damaged or of another version.

    >>> from padanan.model import Glossary
    >>> empty = compile_glossary(Glossary())
    >>> loads(dumps(empty)) == empty
    True
    """
    first, *entries = data.decode().split("\n")
    try:
        return _restore(json.loads(first), entries)
    except (KeyError, TypeError, AttributeError) as error:
        message = "not a compiled glossary"
        raise ValueError(message) from error


def _restore(head: dict[str, Any], entries: list[str]) -> Compiled:
    if head["format"] != FORMAT or len(entries) != len(head["traits"]):
        message = "a compiled glossary of another version"
        raise ValueError(message)
    return Compiled(
        tuple(pattern.encode("latin-1") for pattern in head["patterns"]),
        tuple(tuple(map(_reading, some)) for some in head["readings"]),
        tuple(_place(place) for place in head["places"]),
        tuple(Traits(*traits) for traits in head["traits"]),
        tuple(entries),
        {country[0]: Country(*country) for country in head["countries"]},
    )


def _reading(parts: list[Any]) -> Reading:
    concept, term, kind, case, text, type_ = parts
    return Reading(concept, term, kind, Case(case), text, TermType(type_))


def _place(parts: list[str] | None) -> Place | None:
    return Place(parts[0], parts[1], PlaceKind(parts[2])) if parts else None
