"""What the patterns of a compiled glossary mean, worked out when they are met."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from padanan.language.indonesian import KINDS
from padanan.matching.compiled import Case
from padanan.matching.conditions import parse
from padanan.matching.equivalents import general, joint_gate, offers
from padanan.matching.gates import joint, rule
from padanan.matching.offices import is_office, is_title
from padanan.model import Match, PartOfSpeech

if TYPE_CHECKING:
    from padanan.matching.compiled import Compiled
    from padanan.matching.equivalents import Offer
    from padanan.matching.gates import Gate, Rule
    from padanan.model import Concept, Term, TermType


class Rules(NamedTuple):
    """The conditions of a concept, parsed.

    Attributes:
        unless: of which none may hold.
        when: of which one must hold; none asks for nothing.
        off: the term does not stand by itself.
        needs_neighbours: some condition asks for other terms of the sentence.
        gate: what must at least stand near for any of them to hold.
        otherwise: whether it is the term where none of them holds.
    """

    unless: tuple[Rule, ...]
    when: tuple[Rule, ...]
    off: bool
    needs_neighbours: bool
    gate: Gate | None
    otherwise: bool


class Reading(NamedTuple):
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
        rules: the conditions under which the term is this concept.
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
    rules: Rules
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
    offered = offers(concept)
    return Reading(
        concept,
        number,
        term,
        KINDS[kind],
        Case(case),
        bool(concept.when or concept.unless) or rules.off,
        is_office(concept.term) or any(one.region for one in concept.equivalents),
        is_title(concept.term),
        concept.pos in _NOMINAL,
        rules,
        general(concept, term),
        offered,
        joint_gate(offered),
    )


_NO_RULES = Rules((), (), False, False, None, True)  # noqa: FBT003 -- its fields


def _rules(concept: Concept) -> Rules:
    off = concept.match is Match.OFF
    if not (concept.when or concept.unless or off):
        return _NO_RULES
    unless, when = (
        tuple(rule(parse(text)) for text in texts)
        for texts in (concept.unless, concept.when)
    )
    return Rules(
        unless,
        when,
        off,
        any(parse(text).needs_neighbours for text in concept.unless + concept.when),
        joint(unless + when),
        not when and not off,
    )
