"""What the patterns of a glossary may stand for, and their spellings in a text.

Both are worked out when they are met for the first time, and kept: the marks and the
capitals of a spelling are judged only once.
"""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from padanan.language.countries import PlaceName
from padanan.language.indonesian import KINDS, VERBAL
from padanan.language.normalise import fold
from padanan.matching.compiled import Case
from padanan.matching.conditions import NOTHING, Conditions
from padanan.matching.equivalents import attributes, bound_by, general, offers
from padanan.matching.joining import Bonds, describing, rules
from padanan.matching.offices import is_office, is_title
from padanan.model import Level, Match, PartOfSpeech, Term, TermType

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from padanan.matching.compiled import Compiled
    from padanan.matching.conditions import Known
    from padanan.matching.equivalents import Offer
    from padanan.matching.joining import BoundRule
    from padanan.model import Concept


HYPHENS = "-\u2010\u2011\u2012\u2013"
PREFIXES = frozenset({"non", "anti", "pro"})
"""Prefixes that any noun may have, and that are the same in English."""
_INSIDE = re.compile(rf"[^\w\s\{HYPHENS}'’‘]")
"""What may not stand inside a term, unless the term itself has it."""
_LETTERS = re.compile(r"[\W_]+")
_PARTS = re.compile(r"[^\W_]+")
MOST = 100_000
"""Maximum number of spellings that are remembered."""


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
        offered_when: the conditions of those.
        basic: the bare term is not marked by default.
        rules: with which modifiers it forms composed terms.
        bonds: by what its concept may join as a head, or behind one.
        attributes: its attributive English behind a head, best first.
        by_table: whether a row of a table may follow it, which is no term.
        only_part: whether it never is a term by itself.
        unseen: whether the bare term, which is not marked by default, hides nothing
            and tells nothing of other terms, so that it need not be tried then.
        parts: ids of the concepts of which it is composed; empty for a listed term.
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
    offered_when: Conditions
    basic: bool
    rules: tuple[BoundRule, ...]
    bonds: Bonds
    attributes: tuple[Offer, ...]
    by_table: bool
    only_part: bool
    unseen: bool
    parts: tuple[str, ...] = ()

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
    def named(self) -> bool:
        """Whether it is a name, of several words."""
        proper = self.concept.pos is PartOfSpeech.PROPER_NOUN
        return proper and " " in self.term.text

    @property
    def domain(self) -> str:
        """The concept's domain."""
        return self.concept.domain


Spelling: TypeAlias = tuple[tuple[Sense, ...], PlaceName | None, bool]
"""What a spelling may stand for: the senses that allow its marks and capitals, best
first; the country that it names; whether a term is a bare verb, which counts in
headlines only. A plain tuple, since it is taken apart for every hit."""

_CASES = tuple(Case)
_NOMINAL = frozenset({PartOfSpeech.NOUN, PartOfSpeech.PROPER_NOUN, None})


class _Prepared(NamedTuple):
    """A concept with what is the same in all its senses."""

    concept: Concept
    conditions: Conditions
    offers: tuple[Offer, ...]
    offered_when: Conditions
    office: bool
    title: bool
    basic: bool
    rules: tuple[BoundRule, ...]
    bonds: Bonds
    attributes: tuple[Offer, ...]


# These three are filled as texts are read. Each value is the same whoever computes it,
# so threads may race without harm.
class Concepts(dict[int, _Prepared]):
    """The concepts of a compiled glossary, made ready, by their numbers."""

    def __init__(self, compiled: Compiled) -> None:
        super().__init__()
        self._compiled = compiled
        self._by_id: dict[str, Concept] = {}

    def __missing__(self, number: int) -> _Prepared:
        """Make a concept ready that is met for the first time."""
        compiled = self._compiled
        known = partial(compiled.known, number)
        found = _prepare(compiled.concept(number), partial(known, 0), partial(known, 1))
        self[number] = found
        self._by_id[found.concept.id] = found.concept
        return found

    def by_id(self, concept_id: str) -> Concept:
        """Return a concept by its id; one that was met takes no search for it."""
        found = self._by_id.get(concept_id)
        if found is None:
            found = self._by_id[concept_id] = self._compiled.by_id(concept_id)
        return found


class Senses(dict[int, tuple[Sense, ...]]):
    """The senses of a pattern by its number, best first."""

    def __init__(self, compiled: Compiled) -> None:
        super().__init__()
        self._compiled = compiled
        self.concepts = Concepts(compiled)
        self._rules: dict[str, tuple[BoundRule, ...]] = {}

    def __missing__(self, pattern: int) -> tuple[Sense, ...]:
        """Work out the senses of a pattern that is met for the first time."""
        found = self[pattern] = tuple(
            self._heading(_sense(row, self.concepts[row[0]]))
            for row in self._compiled.senses(pattern)
        )
        return found

    def _heading(self, sense: Sense) -> Sense:
        """Return a sense with the rules of the head with which its term begins.

        *Putusan arbitrase* joins the adjectives that *putusan* joins.
        """
        if sense.rules or " " not in sense.text or not _may_inherit(sense):
            return sense
        head = sense.text.rpartition(" ")[0]
        while head:
            own = self._rules.get(head)
            if own is None:
                own = self._rules[head] = describing(self._rules_of(head))
            if own:
                return sense._replace(rules=own, bonds=Bonds(sense.concept, own))
            head = head.rpartition(" ")[0]
        return sense

    def _rules_of(self, text: str) -> tuple[BoundRule, ...]:
        """Return the rules of the term that a text is."""
        number = self._compiled.patterns.number(fold(text).data[:-1])
        if number < 0:
            return ()
        rows = self._compiled.senses(number)
        found = (self.concepts[row[0]].rules for row in rows)
        return next(filter(None, found), ())


class Spellings(dict[str, Spelling]):
    """What the spellings met so far may stand for.

    A spelling has one folded form, so one pattern; it may stand for the same anywhere.

    Args:
        senses: of the patterns.
        places: the countries that patterns name.
    """

    def __init__(self, senses: Senses, places: Mapping[int, PlaceName]) -> None:
        super().__init__()
        self._senses = senses
        self._places = places

    def concept(self, concept_id: str) -> Concept:
        """Return the concept of an id that the senses have."""
        return self._senses.concepts.by_id(concept_id)

    def learn(self, pattern: int, spelling: str) -> Spelling:
        """Work out what a spelling may stand for that is met for the first time.

        Args:
            pattern: number of its folded form.
            spelling: as it stands in the text.
        """
        every = self._senses[pattern]
        senses = tuple([one for one in every if _admits(one, spelling)])
        if len(senses) == len(every):
            senses = every  # shared, for what is remembered of it
        place = self._places.get(pattern)
        named = place if place and _names(spelling, place) else None
        bare = bool(senses) and senses[-1].kind == "bare" and " " not in spelling
        found = (senses, named, bare)
        if len(self) < MOST:
            self[spelling] = found
        return found


def _may_inherit(sense: Sense) -> bool:
    """Whether a term may be joined with adjectives as its first word is."""
    plain = sense.concept.pos is PartOfSpeech.NOUN and sense.text.islower()
    if not plain or sense.title or sense.kind in VERBAL:
        return False
    # An international breach of the agreement is none of an international agreement.
    return not any(" of " in one for one in sense.equivalents[:1])


def _prepare(
    concept: Concept,
    kept: Callable[[], Known | None],
    offering: Callable[[], Known | None],
) -> _Prepared:
    """Make a concept ready.

    Args:
        concept: the concept.
        kept: returns what is known of its conditions.
        offering: returns what is known of those of its English.
    """
    offered, bound = offers(concept), rules(concept)
    return _Prepared(
        concept,
        conditions_of(concept, kept),
        offered,
        bound_by(offered, offering),
        is_office(concept.term) or any(one.region for one in concept.equivalents),
        is_title(concept.term),
        concept.level is Level.BASIC,
        bound,
        Bonds(concept, bound),
        attributes(concept),
    )


def conditions_of(
    concept: Concept, kept: Callable[[], Known | None] | None = None
) -> Conditions:
    """Return under which conditions the terms of a concept stand for it.

    Args:
        concept: the concept.
        kept: returns what is known of them.
    """
    off = concept.match is Match.OFF
    if not (concept.unless or concept.when or off):
        return NOTHING
    return Conditions(concept.unless, concept.when, off=off, kept=kept)


def _sense(row: tuple[int, int, int, int], prepared: _Prepared) -> Sense:
    number, place, kind, case = row
    concept = prepared.concept
    term = concept.terms[place]
    everywhere = general(concept, term)
    return Sense(
        concept,
        number,
        term,
        KINDS[kind],
        _CASES[case],
        bool(concept.when or concept.unless) or prepared.conditions.off,
        prepared.office,
        prepared.title,
        concept.pos in _NOMINAL,
        prepared.conditions,
        everywhere,
        prepared.offers,
        prepared.offered_when,
        prepared.basic or _is_english(concept, place),
        () if KINDS[kind] in VERBAL else prepared.rules,
        prepared.bonds,
        () if KINDS[kind] in VERBAL else prepared.attributes,
        any(bound.rule.by_table for bound in prepared.rules),
        prepared.conditions.off and not concept.when,
        prepared.basic and not prepared.office and " " not in term.text,
    )


def _is_english(concept: Concept, place: int) -> bool:
    """Whether another term of a concept is its English, of several words.

    An article that writes *World Bank* needs no English for that.

    Args:
        concept: the concept.
        place: of the term among its terms; the first is the concept's own.
    """
    term = concept.terms[place]
    if not place or " " not in term.text or term.type is TermType.ABBREVIATION:
        return False
    text = term.text.casefold()
    return any(one.text.casefold() == text for one in concept.equivalents)


def _admits(sense: Sense, spelling: str) -> bool:
    if _INSIDE.search(spelling) and not _has_own_marks(sense.text, spelling):
        return False
    return sense.case is Case.FREE or fits_case(spelling, sense.text, sense.case)


def _has_own_marks(term: str, spelling: str) -> bool:
    return set(_INSIDE.findall(spelling)) <= set(_INSIDE.findall(term))


def _names(spelling: str, place: PlaceName) -> bool:
    """Whether a spelling has the capitals of a country's name."""
    return spelling[0].isupper() and fits_case(spelling, place.name, Case.CAPITALS)


def with_prefix(sense: Sense, prefix: str) -> Sense:
    """Return what a term is with a prefix: *non-combatant*, not *combatant*."""
    every = sense.equivalents or tuple(one.text for one in sense.offers)
    # Before several words a prefix belongs to the first: no “non-customs duty”.
    everywhere = (*every[:1], *(text for text in every[1:] if " " not in text))
    return sense._replace(
        term=Term(f"{prefix}-{sense.text}"),
        equivalents=tuple(f"{prefix}-{text}" for text in everywhere),
        offers=(),
        offered_when=NOTHING,
        office=False,
        rules=(),
        attributes=(),
        parts=(sense.id,),
    )


def fits_case(spelling: str, term: str, case: Case) -> bool:
    """Whether the capitals of a text are those that a term demands.

    A capital is demanded where a word of the text begins that has one in the term,
    not behind a hyphen (*Bangsa-bangsa*) nor inside a joined word (*Kerjasama*).
    Acronyms must be whole; from four letters on one capital is enough, as EYD V has
    it for those that are read as words (*Asean*). A name with an acronym is known
    by that, whatever the case of the rest (*majelis umum PBB*).

    >>> fits_case("gedung putih", "Gedung Putih", Case.CAPITALS)
    False
    >>> fits_case("Asean", "ASEAN", Case.CAPITALS)
    True
    >>> fits_case("As", "AS", Case.CAPITALS)
    False
    """
    if spelling == term:
        return True
    if case is Case.EXACT:
        return _LETTERS.sub("", term) == _LETTERS.sub("", spelling)
    acronyms = [word for word in _PARTS.findall(term) if is_acronym(word)]
    if acronyms:
        return _have_acronyms(_PARTS.findall(spelling), acronyms)
    return _has_capitals(spelling, _LETTERS.sub("", term))


def is_acronym(word: str) -> bool:
    """Whether a word is an acronym: several letters, all capitals."""
    return len(word) > 1 and word.isupper()


def _have_acronyms(words: list[str], acronyms: list[str]) -> bool:
    return all(
        acronym in words or (len(acronym) >= 4 and acronym.capitalize() in words)
        for acronym in acronyms
    )


def _has_capitals(spelling: str, model: str) -> bool:
    """Whether the words of a text begin with a capital where a name has one."""
    at = 0
    for word in spelling.split():
        if at < len(model) and model[at].isupper() and not word[0].isupper():
            return False
        at += len(_LETTERS.sub("", word))
    return True
