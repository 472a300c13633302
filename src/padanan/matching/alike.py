"""Whether two modifiers may stand before the English of one head together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from padanan.glossary.joining import ATTRIBUTIVE
from padanan.language.plurals import is_counted
from padanan.language.tables import table
from padanan.matching.joining import FIELDS, BoundRule, matching_rules
from padanan.model import PartOfSpeech

if TYPE_CHECKING:
    from padanan.matching.compounds import Compound
    from padanan.matching.document import Document

_ADVERBS = frozenset({
    "baik", "bersama", "dekat", "erat", "mencolok", "mendadak", "tetap", "tinggi",
})  # fmt: skip
"""Adjectives that may belong to a verb behind *dan*."""


def are_alike(
    document: Document,
    head: Compound,
    first: Compound,
    second: Compound,
    *,
    strictly: bool,
) -> bool:
    """Whether two modifiers may stand before the English of one head together.

    Args:
        document: the text.
        head: the head.
        first: its modifier.
        second: another one.
        strictly: whether they must be of one kind.
    """
    alike = _is_of_one_kind if strictly else _is_alike
    return document.pairs.are_alike(
        (head.sense, first.sense, second.sense),
        strictly=strictly,
        work_out=lambda: alike(head, first, second),
    )


def _is_alike(head: Compound, first: Compound, second: Compound) -> bool:
    if _is_of_one_kind(head, first, second):
        return True
    orders = orders_of(matching_rules(head.sense.rules, first.modifier))
    if is_adjective(second):
        # An adjective is no thing by itself: the head need not declare it.
        attributive = all(order.startswith(ATTRIBUTIVE) for order in orders)
        return attributive and _belongs_to_a_noun(second)
    others = orders_of(matching_rules(head.sense.rules, second.modifier))
    fields = is_field(first) and (_is_only_a_part(second) or is_plain_field(second))
    return orders == others == [ATTRIBUTIVE] and fields


def _is_of_one_kind(head: Compound, first: Compound, second: Compound) -> bool:
    """Whether a head declares two modifiers that are both adjectives or both nouns."""
    bound = head.sense.rules
    orders = orders_of(matching_rules(bound, first.modifier))
    same = orders_of(matching_rules(bound, second.modifier)) == orders
    if not same or first.sense.concept.pos is not second.sense.concept.pos:
        return False
    # A longer term of its own begins a list: a nuclear threat, and a ceasefire.
    alone = " " in second.sense.text and not second.sense.conditions.off
    alone = alone and not (_is_named(bound, first) and _is_named(bound, second))
    return is_adjective(second) or head.sense.title or not alone


def _is_named(bound: tuple[BoundRule, ...], phrase: Compound) -> bool:
    """Whether a head names a modifier, not only its kind: *kasus perdagangan orang*."""
    modifier = phrase.modifier
    return any(
        not one.rule.wanted.terms.isdisjoint(modifier.words)
        for one in matching_rules(bound, modifier)
    )


def is_adjective(phrase: Compound) -> bool:
    """Whether a part is an adjective."""
    return phrase.sense.concept.pos is PartOfSpeech.ADJECTIVE


def _belongs_to_a_noun(phrase: Compound) -> bool:
    """Whether an adjective may not belong to a verb: *dan langsung pergi*."""
    word = phrase.sense.text.lower()
    attributes = bool(phrase.sense.attributes)
    return attributes and word not in _ADVERBS and word not in table("modifiers.tsv")


def is_field(phrase: Compound) -> bool:
    """Whether a modifier says in what field something is: *economic*."""
    return any(one.text in FIELDS for one in phrase.sense.attributes)


def is_plain_field(phrase: Compound) -> bool:
    """Whether a word only says in what field something is: *perdagangan*."""
    return is_field(phrase) and " " not in phrase.sense.text


def _is_only_a_part(phrase: Compound) -> bool:
    """Whether a noun begins no list of its own, as *dan perang* does."""
    sense = phrase.sense
    return not is_adjective(phrase) and sense.conditions.off and not sense.rules


def orders_of(bound: tuple[BoundRule, ...]) -> list[str]:
    """Return the orders of the English that rules ask for."""
    return [one.rule.order for one in bound]


def has_plural(head: Compound) -> bool:
    """Whether two modifiers tell of several: *diplomatic and service passports*."""
    # Two fields make one title: Director General for Law and Treaties.
    return not head.sense.title and is_counted(head.sense.equivalents[0])
