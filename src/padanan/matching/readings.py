"""What the patterns of a compiled glossary mean, worked out when they are met."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from padanan.language.indonesian import KINDS
from padanan.matching.compiled import Case
from padanan.matching.conditions import parse
from padanan.matching.offices import is_office, is_title
from padanan.model import Match

if TYPE_CHECKING:
    from padanan.matching.compiled import Compiled
    from padanan.matching.conditions import Condition
    from padanan.model import Concept, TermType


class Rules(NamedTuple):
    """The conditions of a concept, parsed.

    Attributes:
        unless: of which none may hold.
        when: of which one must hold; none asks for nothing.
        off: the term does not stand by itself.
        needs_neighbours: some condition asks for other terms of the sentence.
    """

    unless: tuple[Condition, ...]
    when: tuple[Condition, ...]
    off: bool
    needs_neighbours: bool


class Reading(NamedTuple):
    """What a pattern may stand for: one term of one concept, in one form.

    Attributes:
        concept: number of the concept in the glossary.
        term: number of the term in the concept.
        kind: kind of the form, one of ``indonesian.KINDS``.
        case: what the capitals of the term demand.
        text: the term.
        type: the term's type.
        id: the concept's id.
        domain: the concept's domain.
        conditional: the concept has ``when`` or ``unless``, or is off.
        choosy: its English depends on the region or on what stands around.
        office: its English may depend on the country: a title of a person, a body
            of a state, or a concept with equivalents of one country.
        title: it is a title of a person.
        rules: the conditions under which the term is this concept.
    """

    concept: int
    term: int
    kind: str
    case: Case
    text: str
    type: TermType
    id: str
    domain: str
    conditional: bool
    choosy: bool
    office: bool
    title: bool
    rules: Rules


# Both are filled as a text is read. Each value is the same whoever computes it, so
# threads may race without harm.
class Concepts(dict[int, "Concept"]):
    """The concepts of a compiled glossary by their numbers."""

    def __init__(self, compiled: Compiled) -> None:
        super().__init__()
        self._compiled = compiled

    def __missing__(self, number: int) -> Concept:
        """Decode a concept that is met for the first time."""
        concept = self[number] = self._compiled.concept(number)
        return concept


class Readings(dict[int, tuple[Reading, ...]]):
    """The readings of a pattern by its number, best first."""

    def __init__(self, compiled: Compiled, concepts: Concepts) -> None:
        super().__init__()
        self._compiled = compiled
        self._concepts = concepts

    def __missing__(self, pattern: int) -> tuple[Reading, ...]:
        """Work out the readings of a pattern that is met for the first time."""
        found = self[pattern] = tuple(
            _reading(row, self._concepts[row[0]])
            for row in self._compiled.readings(pattern)
        )
        return found


def _reading(row: tuple[int, int, int, int], concept: Concept) -> Reading:
    number, place, kind, case = row
    term = concept.terms[place]
    rules = _rules(concept)
    return Reading(
        number,
        place,
        KINDS[kind],
        Case(case),
        term.text,
        term.type,
        concept.id,
        concept.domain,
        bool(concept.when or concept.unless) or rules.off,
        any(english.region or english.condition for english in concept.equivalents),
        is_office(concept.term) or any(one.region for one in concept.equivalents),
        is_title(concept.term),
        rules,
    )


def _rules(concept: Concept) -> Rules:
    unless = tuple(parse(text) for text in concept.unless)
    when = tuple(parse(text) for text in concept.when)
    return Rules(
        unless,
        when,
        concept.match is Match.OFF,
        any(condition.needs_neighbours for condition in unless + when),
    )
