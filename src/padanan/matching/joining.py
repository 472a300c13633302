"""How the English of a head and its modifiers is put together."""

from __future__ import annotations

from functools import cached_property, reduce
from itertools import chain, product
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from padanan import lazy_re
from padanan.glossary.joining import (
    ATTRIBUTIVE,
    BLANKS,
    COUNTRIES,
    HEAD,
    MODIFIER,
    TERM,
    TERMS,
    Selection,
    parse,
)
from padanan.language.plurals import is_counted, plural
from padanan.matching.equivalents import Offer, attributes
from padanan.model import Level, PartOfSpeech

if TYPE_CHECKING:
    from collections.abc import Iterable

    from padanan.glossary.joining import Rule
    from padanan.model import Concept

MOST = 4
"""Maximum number of English renderings of a composed term that hold everywhere."""

_ADJECTIVES = Selection(frozenset({"adjectives"}), frozenset(), frozenset())
_SMALL = frozenset({"and", "at", "by", "for", "from", "in", "of", "on", "or", "the",
                    "to", "with"})  # fmt: skip
_MANY = lazy_re.compile(r"(\{(?:head|term|modifier)\})s\b")
_OUTERMOST = ("strategic ", "official ", "joint ")
"""What stands before the field that a head is of: *strategic military alliance*."""
FIELDS = frozenset({
    "administrative", "commercial", "cultural", "defence", "diplomatic", "economic",
    "energy", "financial", "geopolitical", "humanitarian", "legal", "maritime",
    "military", "missile", "naval", "nuclear", "political", "security", "social",
    "technical", "trade",
})  # fmt: skip
"""English modifiers that say in what field something is, not where or how."""
# Acronyms that English reads as words take no article.
_WITHOUT_ARTICLE = frozenset({
    "APEC", "ASEAN", "BRICS", "FIFA", "Hamas", "Hezbollah", "Interpol", "NATO", "OPEC",
    "UNESCO", "UNICEF", "UNRWA",
})  # fmt: skip


class BoundRule(NamedTuple):
    """What one ``heads`` says, and the condition under which alone it holds."""

    rule: Rule
    condition: str | None


class Modifier(NamedTuple):
    """What a rule asks of the words behind a head.

    Attributes:
        kind: one of ``glossary.joining.KINDS``, empty for none of them.
        domain: of the concept.
        words: its terms in lower case.
        terms: its English by itself.
        attributes: its attributive English, empty where it has none.
        named: whether it is a proper name.
        allowed: whether its part of speech lets it stand behind a head.
    """

    kind: str
    domain: str
    words: tuple[str, ...]
    terms: tuple[Offer, ...]
    attributes: tuple[Offer, ...]
    named: bool
    allowed: bool = True


_KINDS = {
    PartOfSpeech.ADJECTIVE: "adjectives",
    PartOfSpeech.PROPER_NOUN: "names",
    PartOfSpeech.NOUN: "nouns",
    PartOfSpeech.PHRASE: "nouns",
    None: "nouns",
}


def modifier_of(concept: Concept) -> Modifier:
    """Return what a concept is behind a head, without its English by itself.

    An adjective of everyday news only describes, unless the head names it.
    """
    kind = _KINDS.get(concept.pos, "")
    describes = kind == "adjectives" and concept.level is Level.BASIC
    return Modifier(
        "" if describes else kind,
        concept.domain,
        tuple([term.text.lower() for term in concept.terms]),
        (),
        attributes(concept),
        concept.pos is PartOfSpeech.PROPER_NOUN,
        concept.pos in _KINDS,
    )


def rules(concept: Concept) -> tuple[BoundRule, ...]:
    """Return by which ``heads`` a concept forms composed terms, in order."""
    every = (BoundRule(parse(one.text), one.condition or None) for one in concept.heads)
    return tuple(one for one in every if not one.rule.only_countries)


def country_rules(concept: Concept) -> tuple[BoundRule, ...]:
    """Return how a concept and a country behind it are put into English, in order.

    Where none of them holds, it is ``glossary.joining.usual_order``.

    >>> from padanan.model import Concept, Joining, Term
    >>> heads = (Joining("nouns"), Joining("countries = {head} of {term}"))
    >>> boycott = Concept("boikot", "x", (Term("boikot"),), (Term("boycott"),),
    ...                   heads=heads)
    >>> [one.rule.order for one in country_rules(boycott)]
    ['{head} of {term}']
    """
    named = (one for one in concept.heads if COUNTRIES in one.text)
    every = (BoundRule(parse(one.text), one.condition or None) for one in named)
    return tuple([one for one in every if COUNTRIES in one.rule.wanted.kinds])


class Bonds:
    """By what a head and the words behind it may join: kinds, domains and terms.

    Args:
        concept: what stands behind a head.
        bound: its rules where it is the head.

    >>> from padanan.model import Concept, Joining, Term
    >>> terms, english = (Term("Ancaman"),), (Term("threat"),)
    >>> heads = (Joining("nouns | domain military | not perang"),)
    >>> threat = Concept("ancaman", "law", terms, english, heads=heads)
    >>> bonds = Bonds(threat, rules(threat))
    >>> sorted(bonds.wanted), sorted(bonds.offered)
    (['military', 'nouns'], ['ancaman', 'law'])
    """

    def __init__(self, concept: Concept, bound: tuple[BoundRule, ...]) -> None:
        self._concept = concept
        self._bound = bound

    @cached_property
    def wanted(self) -> frozenset[str]:
        """What the rules ask for, whatever they refuse."""
        selections = (one.rule.wanted for one in self._bound)
        return frozenset().union(*chain.from_iterable(selections))

    @cached_property
    def surely(self) -> frozenset[str]:
        """The kinds that a rule joins everywhere, not only under a condition."""
        sure = (one.rule.wanted.kinds for one in self._bound if one.condition is None)
        return frozenset().union(*sure)

    @cached_property
    def modifier(self) -> Modifier:
        """What it is behind a head, without its English by itself."""
        return modifier_of(self._concept)

    @cached_property
    def offered(self) -> frozenset[str]:
        """As what it may stand behind a head."""
        modifier = self.modifier
        if not modifier.allowed:
            return frozenset()
        kinds = (modifier.kind,) if modifier.attributes else ()
        return frozenset((*kinds, modifier.domain, *modifier.words))


def describing(bound: Iterable[BoundRule]) -> tuple[BoundRule, ...]:
    """Return the rules that put adjectives before the English of the head."""
    return tuple(
        one._replace(rule=one.rule._replace(wanted=_ADJECTIVES))
        for one in bound
        if one.rule.order == ATTRIBUTIVE and "adjectives" in one.rule.wanted.kinds
    )


def matching_rules(
    bound: Iterable[BoundRule], modifier: Modifier
) -> tuple[BoundRule, ...]:
    """Return the rules by which a head joins a modifier: the first that holds anywhere.

    Those before it that hold only somewhere come too.
    """
    found: list[BoundRule] = []
    for one in bound:
        if joins(one.rule, modifier):
            found.append(one)
            if one.condition is None:
                return tuple(found)
    return ()


def joins(rule: Rule, modifier: Modifier) -> bool:
    """Whether a rule applies to a modifier.

    >>> nuclear = Modifier("nouns", "disarmament", ("nuklir",), (),
    ...                    (Offer("nuclear", None, None),), False)
    >>> joins(parse("nouns"), nuclear), joins(parse("nouns | not nuklir"), nuclear)
    (True, False)
    """
    if not modifier.allowed or (rule.attributive and not modifier.attributes):
        return False
    return _selects(rule.wanted, modifier) and not _selects(rule.refused, modifier)


def _selects(selection: Selection, modifier: Modifier) -> bool:
    # A kind means declared modifiers; a domain or a list means every term.
    declared = bool(modifier.attributes) and modifier.kind in selection.kinds
    return (
        declared
        or modifier.domain in selection.domains
        or not selection.terms.isdisjoint(modifier.words)
    )


def joined(
    bound: Iterable[BoundRule], heads: tuple[Offer, ...], modifier: Modifier
) -> tuple[Offer, ...]:
    """Return the English of a head with a modifier, best first.

    Args:
        bound: the rules by which they join.
        heads: the English of the head.
        modifier: what stands behind it.
    """
    found = []
    for rule, condition in bound:
        inner = modifier.attributes if rule.attributive else modifier.terms
        for head, one in product(heads, inner):
            if not (_agree(head, one, heads) and _agree(one, head, inner)):
                continue
            text = _filled(rule.order, head.text, one.text, named=modifier.named)
            both = _both(condition, _both(head.condition, one.condition))
            # A title of the country's own comes before the general one.
            own = head.region is None
            found.append((own, Offer(text, head.region or one.region, both)))
    return tuple(offer for _, offer in sorted(found, key=itemgetter(0)))


def _agree(one: Offer, other: Offer, ones: Iterable[Offer]) -> bool:
    """Whether the English of two parts goes together: no two countries in one.

    What holds everywhere gives way where there is English for the other's country:
    the American *secretary* heads agriculture, not the *minister*.
    """
    if other.region is None or one.region == other.region:
        return True
    return one.region is None and all(each.region != other.region for each in ones)


def with_attributes(
    modifiers: tuple[Offer, ...], heads: tuple[Offer, ...]
) -> tuple[Offer, ...]:
    """Return attributive English before other English: *regional* + *ceasefire*."""
    return tuple(
        Offer(
            f"{one.text} {head.text}",
            head.region or one.region,
            _both(head.condition, one.condition),
        )
        for head, one in product(heads, modifiers)
        if not (head.region and one.region and head.region != one.region)
    )


def conjoined(word: str, *several: tuple[Offer, ...]) -> tuple[Offer, ...]:
    """Return the English of two or more words that are joined by *and* or *or*.

    >>> fields = [(Offer(text, None, None),) for text in ("trade", "defence", "health")]
    >>> conjoined("and", *fields)[0].text
    'trade, defence and health'
    """
    if not all(several):
        return ()
    best = [offers[0] for offers in several]
    *first, last = (one.text for one in best)
    region = next((one.region for one in best if one.region), None)
    condition = reduce(_both, (one.condition for one in best))
    return (Offer(f"{', '.join(first)} {word} {last}", region, condition),)


def _both(one: str | None, other: str | None) -> str | None:
    return f"{one} and {other}" if one and other else one or other


def _filled(order: str, head: str, modifier: str, *, named: bool) -> str:
    if named and f"the {TERM}" in order and _has_no_article(modifier):
        order = order.replace(f"the {TERM}", TERM)
    blank = next(blank for blank in BLANKS if blank in order)
    if "}s" in order:  # A head that has a modifier already is plural already.
        many = _MANY.findall(order)
        order = _MANY.sub(r"\1", order)
        head = plural(head) if HEAD in many else head
        modifier = plural(modifier) if blank in many else modifier
    filling = plural(modifier) if blank == TERMS else modifier
    if order == ATTRIBUTIVE and _is_inside(filling, head):
        outer, _, inner = head.partition(" ")
        return f"{outer} {filling} {inner}"
    before, _, behind = order.partition(blank)
    if HEAD not in order and blank == MODIFIER and _is_framed(head, before, behind):
        return f"{before}{filling} {head.removeprefix(before)}"
    return order.replace(blank, filling).replace(HEAD, head)


def _is_framed(head: str, before: str, behind: str) -> bool:
    """Whether a head has a modifier in the blank of its order already, which it keeps.

    >>> _is_framed("breach of the trade agreement", "breach of the ", " agreement")
    True
    """
    framed = head.startswith(before) and head.endswith(behind)
    return framed and behind.startswith(" ")


def _is_inside(modifier: str, head: str) -> bool:
    """Whether a modifier stands behind the first word of the English of a head.

    >>> _is_inside("military", "strategic alliance")
    True
    >>> _is_inside("bilateral", "strategic partnership")
    False
    """
    return head.startswith(_OUTERMOST) and modifier.partition(" ")[0] in FIELDS


def _has_no_article(name: str) -> bool:
    return name in _WITHOUT_ARTICLE or name.startswith("the ")


def in_plural(offers: tuple[Offer, ...]) -> tuple[Offer, ...]:
    """Return English in the plural, as a reduplicated head has it."""
    return tuple(one._replace(text=plural(one.text)) for one in offers)


def in_plural_if_counted(offers: tuple[Offer, ...]) -> tuple[Offer, ...]:
    """Return English in the plural where it has one: *norms*, but *law*."""
    return tuple(
        one._replace(text=plural(one.text)) if is_counted(one.text) else one
        for one in offers
    )


def capitalised(text: str) -> str:
    """Return English with the capitals of a name.

    >>> capitalised("director general for ASEAN cooperation")
    'Director General for ASEAN Cooperation'
    """
    first, *others = text.split(" ")
    return " ".join((
        _capital(first),
        *(word if word in _SMALL else _capital(word) for word in others),
    ))  # fmt: skip


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]
