"""The field ``heads``: with which modifiers a word forms terms, and in what order.

``nouns | adjectives | not resmi = {modifier} {head}``: the modifiers, with bars between
them, and after an equals sign the order of the English.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from padanan.errors import GlossaryError
from padanan.model import PartOfSpeech

ATTRIBUTIVE = "{modifier} {head}"
"""The order where none is given."""

HEAD, MODIFIER, TERM, TERMS = "{head}", "{modifier}", "{term}", "{terms}"
"""Blanks of an order: the English of the head; the attributive English of the modifier;
its English as a term by itself, in the singular or the plural."""

BLANKS = (MODIFIER, TERMS, TERM)
"""The blanks for a modifier."""

COUNTRIES = "countries"
"""The kind that stands for a country behind a head, which is no part of the term.

``usual_order`` says what holds without it.
"""

KINDS = frozenset({
    "nouns", "adjectives", "names", "places", "portfolios", COUNTRIES,
})  # fmt: skip
_BY_TABLE = frozenset({"places", "portfolios"})
_DOMAIN = "domain "
_NOT = "not "


class Selection(NamedTuple):
    """Some modifiers.

    Attributes:
        kinds: of ``KINDS``.
        domains: names of domains.
        terms: Indonesian terms in lower case.
    """

    kinds: frozenset[str]
    domains: frozenset[str]
    terms: frozenset[str]


class Rule(NamedTuple):
    """The meaning of one ``heads`` field.

    Attributes:
        wanted: the modifiers, of which one is enough.
        refused: modifiers that are not meant.
        order: of the English, with the blanks filled in.
    """

    wanted: Selection
    refused: Selection
    order: str

    @property
    def by_table(self) -> bool:
        """Whether it joins rows of tables, which are no terms."""
        return not self.wanted.kinds.isdisjoint(_BY_TABLE)

    @property
    def only_countries(self) -> bool:
        """Whether it only says how English orders a head and a country."""
        wanted = self.wanted
        return wanted.kinds == {COUNTRIES} and not wanted.domains | wanted.terms

    @property
    def attributive(self) -> bool:
        """Whether the order has the attributive English of the modifier."""
        return MODIFIER in self.order


@lru_cache(maxsize=4096)
def parse(text: str) -> Rule:
    """Return the meaning of a ``heads`` field.

    Raises:
        GlossaryError: it is not understood.

    >>> parse("nouns | not suaka = {head} for {term}").order
    '{head} for {term}'
    >>> parse("adjectives").order
    '{modifier} {head}'
    """
    wrong = problem(text)
    if wrong:
        raise GlossaryError(wrong)
    listed, _, order = text.partition(" = ")
    parts = [part.strip() for part in listed.split("|")]
    return Rule(
        _selection(tuple(part for part in parts if not part.startswith(_NOT))),
        _selection(tuple(p.removeprefix(_NOT) for p in parts if p.startswith(_NOT))),
        order.strip() or ATTRIBUTIVE,
    )


def problem(text: str) -> str | None:
    """Return what is wrong with a ``heads`` field, or ``None``.

    >>> problem("nouns = {head}")
    'heads “nouns = {head}” has no place for the modifier — write {modifier} or {term}'
    """
    listed, equals, order = text.partition(" = ")
    parts = [part.strip() for part in listed.split("|")]
    if not all(part.removeprefix(_NOT).strip() for part in parts):
        return f"heads “{text}” has an empty word — remove a “|”"
    if all(part.startswith(_NOT) for part in parts):
        return f"heads “{text}” has no modifier — name one before “not”"
    blanks = sum(map(order.count, BLANKS))
    if equals and blanks != 1 and (blanks or parts != [COUNTRIES]):
        return (
            f"heads “{text}” has no place for the modifier — write {MODIFIER} or {TERM}"
        )
    rest = order
    for blank in (HEAD, *BLANKS):
        rest = rest.replace(blank, "")
    if "{" in rest or "}" in rest or order.count(HEAD) > 1:
        known = ", ".join((HEAD, *BLANKS))
        return f"heads “{text}” has an unknown blank — known are {known}"
    return None


def usual_order(pos: PartOfSpeech | None) -> str:
    """Return the order for a country behind a term where no ``heads`` says another.

    A name says already whose it is (*Piagam ASEAN*, *Trikora*), so that it leaves the
    country out.

    >>> usual_order(PartOfSpeech.NOUN), usual_order(PartOfSpeech.PROPER_NOUN)
    ('{modifier} {head}', '{head}')
    """
    return HEAD if pos is PartOfSpeech.PROPER_NOUN else ATTRIBUTIVE


def named_terms(text: str) -> frozenset[str]:
    """Return the terms that a ``heads`` names.

    >>> sorted(named_terms("domain trade | suaka | not visa"))
    ['suaka', 'visa']
    """
    rule = parse(text)
    return rule.wanted.terms | rule.refused.terms


def named_domains(text: str) -> frozenset[str]:
    """Return the domains that a ``heads`` names.

    >>> named_domains("domain trade | suaka")
    frozenset({'trade'})
    """
    rule = parse(text)
    return rule.wanted.domains | rule.refused.domains


def _selection(parts: tuple[str, ...]) -> Selection:
    return Selection(
        frozenset(part for part in parts if part in KINDS),
        frozenset(p.removeprefix(_DOMAIN) for p in parts if p.startswith(_DOMAIN)),
        frozenset(
            part.lower()
            for part in parts
            if part not in KINDS and not part.startswith(_DOMAIN)
        ),
    )
