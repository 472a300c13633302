"""What the patterns of a compiled glossary mean, worked out when they are met."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from padanan.language.indonesian import KINDS
from padanan.matching.compiled import Case
from padanan.matching.conditions import conditions
from padanan.matching.equivalents import general, joint_gate, offers
from padanan.matching.offices import is_office, is_title
from padanan.model import Match, PartOfSpeech

if TYPE_CHECKING:
    from padanan.matching.compiled import Compiled
    from padanan.matching.conditions import Conditions
    from padanan.matching.conditions.gates import Gate
    from padanan.matching.equivalents import Offer
    from padanan.model import Concept, Term, TermType


class Sense(NamedTuple):
    """What a pattern may stand for: one term of one concept, in one form.

    Attributes:
        concept: the concept.
        number: its number in the glossary.
        term: the term of the concept.
        kind: kind of the form, one of ``indonesian.KINDS``.
        case: what the capitals of the term demand.
        conditional: the concept has ``when`` or ``unless``, or is off.
        office: its English may depend on the country: a title of a person, a body
            of a state, or a concept with equivalents of one country.
        title: it is a title of a person.
        nominal: it may be part of a larger name: nothing is added to *summon*.
        conditions: under which the term is this concept.
        equivalents: its English that holds everywhere, best first.
        offers: its English that holds only for a country or with something around.
        offer_gate: what must at least stand near for a condition of those.
    """

    concept: Concept
    number: int
    term: Term
    kind: str
    case: Case
    conditional: bool
    office: bool
    title: bool
    nominal: bool
    conditions: Conditions
    equivalents: tuple[str, ...]
    offers: tuple[Offer, ...]
    offer_gate: Gate | None

    @property
    def text(self) -> str:
        """The term as the glossary has it."""
        return self.term.text

    @property
    def type(self) -> TermType:
        """The term's type."""
        return self.term.type

    @property
    def id(self) -> str:
        """The concept's id."""
        return self.concept.id

    @property
    def domain(self) -> str:
        """The concept's domain."""
        return self.concept.domain


_NOMINAL = frozenset({PartOfSpeech.NOUN, PartOfSpeech.PROPER_NOUN, None})


class _Prepared(NamedTuple):
    """A concept with what is the same in all its senses."""

    concept: Concept
    conditions: Conditions
    offers: tuple[Offer, ...]
    offer_gate: Gate | None
    office: bool
    title: bool


# Both are filled as texts are read. Each value is the same whoever computes it, so
# threads may race without harm.
class Concepts(dict[int, _Prepared]):
    """The concepts of a compiled glossary, made ready, by their numbers."""

    def __init__(self, compiled: Compiled) -> None:
        super().__init__()
        self._compiled = compiled

    def __missing__(self, number: int) -> _Prepared:
        """Make a concept ready that is met for the first time."""
        found = self[number] = _prepare(self._compiled.concept(number))
        return found


class Senses(dict[int, tuple[Sense, ...]]):
    """The senses of a pattern by its number, best first."""

    def __init__(self, compiled: Compiled) -> None:
        super().__init__()
        self._compiled = compiled
        self._concepts = Concepts(compiled)

    def __missing__(self, pattern: int) -> tuple[Sense, ...]:
        """Work out the senses of a pattern that is met for the first time."""
        found = self[pattern] = tuple(
            _sense(row, self._concepts[row[0]])
            for row in self._compiled.senses(pattern)
        )
        return found


def _prepare(concept: Concept) -> _Prepared:
    off = concept.match is Match.OFF
    offered = offers(concept)
    return _Prepared(
        concept,
        conditions(concept.unless, concept.when, off=off),
        offered,
        joint_gate(offered),
        is_office(concept.term) or any(one.region for one in concept.equivalents),
        is_title(concept.term),
    )


def _sense(row: tuple[int, int, int, int], prepared: _Prepared) -> Sense:
    number, place, kind, case = row
    concept = prepared.concept
    term = concept.terms[place]
    return Sense(
        concept,
        number,
        term,
        KINDS[kind],
        Case(case),
        bool(concept.when or concept.unless) or prepared.conditions.off,
        prepared.office,
        prepared.title,
        concept.pos in _NOMINAL,
        prepared.conditions,
        general(concept, term),
        prepared.offers,
        prepared.offer_gate,
    )
