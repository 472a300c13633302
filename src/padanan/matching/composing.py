"""Composed terms: a head and the modifiers behind it, which no entry lists together.

*Ancaman nuklir* is found because *ancaman* says that it joins with modifiers, and
*nuklir* says what it is before an English noun. A modifier may be composed itself, two
may be joined by *dan*, and so may two heads with one modifier.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from padanan.language.english import is_counted
from padanan.language.tables import table
from padanan.matching.equivalents import Offer, joint_gate
from padanan.matching.joining import (
    MOST,
    BoundRule,
    Modifier,
    capitalised,
    conjoined,
    in_plural,
    joined,
    matching_rules,
    with_attributes,
)
from padanan.matching.offices import is_title_case
from padanan.model import PartOfSpeech, Term

if TYPE_CHECKING:
    from collections.abc import Iterator

    from padanan.matching.document import Document, Found
    from padanan.matching.senses import Sense

DEEPEST = 3
"""How many modifiers may stand inside one another."""

MOST_PARTS = 4
"""Maximum number of concepts in a composed term."""

_GAP = re.compile(r"[^\S\n]{1,2}(?=\w)|[^\S\n]?\n[^\S\n]?(?=[a-z])")
_AND = re.compile(r"[^\S\n](dan|serta|atau)[^\S\n](?=\w)", re.IGNORECASE)
_CONJUNCTIONS = {"dan": "and", "serta": "and", "atau": "or"}
_DOUBLED = re.compile(r"(\w{3,})-\1(?!\w)", re.IGNORECASE)
_CITY = re.compile(r"[A-Z]\w+(?: [A-Z]\w+){0,2}")
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")

_KINDS = {
    PartOfSpeech.ADJECTIVE: "adjectives",
    PartOfSpeech.PROPER_NOUN: "names",
    PartOfSpeech.NOUN: "nouns",
    PartOfSpeech.PHRASE: "nouns",
    None: "nouns",
}


class _Phrase(NamedTuple):
    """A term, or several that were joined, with its place in the text.

    Attributes:
        start: half-open offsets.
        end: likewise.
        sense: what it is; for a composed one that of its head with other English.
        parts: ids of its concepts in the order of the text.
        depth: how many modifiers stand inside one another.
    """

    start: int
    end: int
    sense: Sense
    parts: tuple[str, ...]
    depth: int = 0

    @property
    def modifier(self) -> Modifier:
        """What it is as a modifier."""
        sense, concept = self.sense, self.sense.concept
        return Modifier(
            _KINDS.get(concept.pos, ""),
            concept.domain,
            frozenset(term.text.lower() for term in concept.terms),
            english(sense),
            sense.attributes,
            concept.pos is PartOfSpeech.PROPER_NOUN,
        )


def compose(document: Document) -> dict[int, Found]:
    """Return the composed terms of a text, the longest by its start.

    Args:
        document: the text, with all spans that may be terms.
    """
    found: dict[int, Found] = {}
    for number, (start, _, _, senses) in enumerate(document.candidates):
        if senses[0].rules or (len(senses) > 1 and any(one.rules for one in senses)):
            longest = _longest(document, number)
            if longest and (start not in found or longest[1] > found[start][1]):
                found[start] = longest
    return found


def english(sense: Sense) -> tuple[Offer, ...]:
    """Return all English of a sense, what holds everywhere first."""
    everywhere = (Offer(text, None, None) for text in sense.equivalents)
    return (*everywhere, *sense.offers)


def _longest(document: Document, number: int) -> Found | None:
    start, minus_end, _, senses = document.candidates[number]
    for sense in senses:
        if sense.rules and not _forbidden(document, sense, start, -minus_end):
            head = _Phrase(start, -minus_end, sense, (sense.id,))
            longer = _extended(document, head)
            if longer is not None:
                return _finished(document, longer)
    return None


def _forbidden(document: Document, sense: Sense, start: int, end: int) -> bool:
    conditions = sense.conditions
    if not conditions.unless or not document.may_hold(conditions.gate, start, end):
        return False
    return conditions.forbids(document.around(start, end))


def _extended(document: Document, head: _Phrase) -> _Phrase | None:
    """Return a head with what it can be joined with, ``None`` if there is nothing."""
    following = _GAP.match(document.text, head.end)
    if following is None or not head.sense.rules or not _is_open(document, head):
        return None
    at = following.end()
    for behind in _modifiers(document, at, head.depth + 1):
        longer = _joined(document, head, behind)
        if longer is not None:
            longer = _with_second(document, head, behind, longer) or longer
            return _extended_by_adjective(document, longer)
    return _with_place(document, head, at) or _two_heads(document, head)


def _extended_by_adjective(document: Document, phrase: _Phrase) -> _Phrase:
    """Add an adjective that belongs to the whole: *perundingan damai langsung*."""
    following = _GAP.match(document.text, phrase.end)
    if following is None or not _is_open(document, phrase):
        return phrase
    for behind in _modifiers(document, following.end(), DEEPEST):
        if behind.modifier.kind == "adjectives":
            return _joined(document, phrase, behind) or phrase
    return phrase


def _modifiers(document: Document, start: int, depth: int) -> Iterator[_Phrase]:
    """Yield what may be a modifier at an offset, the longest first.

    A listed term is not cut: where the longest term that holds is none, there is none.
    """
    candidates = document.candidates
    number = document.first_at(start)
    while number < len(candidates) and candidates[number][0] == start:
        _, minus_end, _, senses = candidates[number]
        held = document.sense(number)
        for sense in senses:
            if _may_modify(document, sense, held, start, -minus_end):
                plain = _Phrase(start, -minus_end, sense, (sense.id,), depth)
                if depth < DEEPEST:
                    longer = _extended(document, plain)
                    if longer is not None:
                        yield longer
                yield plain
                return
        if held is not None:
            return
        number += 1


def _may_modify(
    document: Document, sense: Sense, held: Sense | None, start: int, end: int
) -> bool:
    if sense.concept.pos not in _KINDS or sense.kind in ("passive", "bare"):
        return False
    if sense is held:
        return True
    return bool(sense.attributes) and not _forbidden(document, sense, start, end)


def _is_open(document: Document, phrase: _Phrase) -> bool:
    """Whether more may belong to a phrase: behind -nya it is closed."""
    end = phrase.end
    last = phrase.sense.text[-3:].lower()
    return document.text[end - len(last) : end].lower() == last


def _joined(document: Document, head: _Phrase, behind: _Phrase) -> _Phrase | None:
    """Return a head with a modifier behind it, ``None`` where they do not join."""
    if len(head.parts) + len(behind.parts) > MOST_PARTS:
        return None
    modifier = behind.modifier
    bound = matching_rules(head.sense.rules, modifier)
    if not bound:
        return None
    words = f"{head.sense.text} {behind.sense.text}"
    return _phrase(document, head, behind, bound, modifier, words)


def _phrase(
    document: Document,
    head: _Phrase,
    behind: _Phrase,
    bound: tuple[BoundRule, ...],
    modifier: Modifier,
    words: str,
    *,
    several: bool = False,
) -> _Phrase:
    heads = english(head.sense)
    if len(head.parts) == 1 and (several or _is_doubled(document, head)):
        heads = in_plural(heads)
    attributes: tuple[Offer, ...] = ()
    if bound[-1].rule.attributive:
        attributes = with_attributes(modifier.attributes, head.sense.attributes)
    sense = _composed(head.sense, joined(bound, heads, modifier), attributes, words)
    sense = sense._replace(office=sense.office or behind.sense.office)
    depth = max(head.depth, behind.depth)
    return _Phrase(head.start, behind.end, sense, (*head.parts, *behind.parts), depth)


def _is_doubled(document: Document, phrase: _Phrase) -> bool:
    text = document.text[phrase.start : phrase.end]
    return bool(_DOUBLED.match(text)) and not _DOUBLED.match(phrase.sense.text)


def _composed(
    sense: Sense, offers: tuple[Offer, ...], attributes: tuple[Offer, ...], words: str
) -> Sense:
    """Return the sense of a head with the English of the whole."""
    everywhere = [o.text for o in offers if not (o.region or o.condition)]
    somewhere = tuple(one for one in offers if one.region or one.condition)
    return sense._replace(
        term=Term(words),
        equivalents=tuple(dict.fromkeys(everywhere))[:MOST],
        offers=somewhere,
        offer_gate=joint_gate(somewhere),
        attributes=attributes,
        conditional=False,
    )


def _with_second(
    document: Document, head: _Phrase, behind: _Phrase, longer: _Phrase
) -> _Phrase | None:
    """Add a second modifier of the same kind: *paspor diplomatik dan dinas*."""
    conjunction = _AND.match(document.text, behind.end)
    if conjunction is None or not _is_open(document, behind):
        return None
    first = behind.modifier
    for other in _modifiers(document, conjunction.end(), DEEPEST):
        second = other.modifier
        bound = matching_rules(head.sense.rules, first)
        if (
            second.kind != first.kind
            or matching_rules(head.sense.rules, second) != bound
            or len(longer.parts) + len(other.parts) > MOST_PARTS
        ):
            continue
        word = _CONJUNCTIONS[conjunction[1].lower()]
        both = first._replace(
            attributes=conjoined(first.attributes, word, second.attributes),
            terms=conjoined(first.terms, word, second.terms),
        )
        words = f"{longer.sense.text} {conjunction[1].lower()} {other.sense.text}"
        whole = other._replace(parts=(*behind.parts, *other.parts))
        several = word == "and" and is_counted(head.sense.equivalents[0])
        return _phrase(document, head, whole, bound, both, words, several=several)
    return None


def _two_heads(document: Document, head: _Phrase) -> _Phrase | None:
    """Join two heads with an adjective of both: *hukum dan norma internasional*."""
    conjunction = _AND.match(document.text, head.end)
    if conjunction is None or head.depth:
        return None
    for second in _heads(document, conjunction.end()):
        following = _GAP.match(document.text, second.end)
        if following is None or not _is_open(document, second):
            continue
        for behind in _modifiers(document, following.end(), DEEPEST):
            modifier = behind.modifier
            rules = matching_rules(head.sense.rules, modifier)
            if modifier.kind != "adjectives" or not rules:
                continue
            if matching_rules(second.sense.rules, modifier) != rules:
                continue
            word = _CONJUNCTIONS[conjunction[1].lower()]
            heads = conjoined(english(head.sense), word, english(second.sense))
            words = (
                f"{head.sense.text} {conjunction[1].lower()} {second.sense.text} "
                f"{behind.sense.text}"
            )
            offers = joined(rules, heads, modifier)
            sense = _composed(head.sense, offers, (), words)
            parts = (*head.parts, *second.parts, *behind.parts)
            return _Phrase(head.start, behind.end, sense, parts, 1)
    return None


def _heads(document: Document, start: int) -> Iterator[_Phrase]:
    """Yield the heads at an offset, the longest first."""
    candidates = document.candidates
    number = document.first_at(start)
    while number < len(candidates) and candidates[number][0] == start:
        _, minus_end, _, senses = candidates[number]
        for sense in senses:
            if sense.rules and not _forbidden(document, sense, start, -minus_end):
                yield _Phrase(start, -minus_end, sense, (sense.id,))
        number += 1


def _with_place(document: Document, head: _Phrase, at: int) -> _Phrase | None:
    """Add the city after which a conference or convention is called."""
    text = document.text
    places = [b for b in head.sense.rules if "places" in b.rule.wanted.kinds]
    if not places or not (text[at].isupper() and text[head.start].isupper()):
        return None
    match = _CITY.match(text, at)
    if match is None:
        return None
    names = table("cities.tsv")
    words = match[0].split(" ")
    for size in range(len(words), 0, -1):
        name = " ".join(words[:size])
        if name.lower() in names:
            city = (Offer(names[name.lower()][0].removeprefix("The "), None, None),)
            modifier = Modifier("places", "", frozenset(), city, city, named=True)
            offers = joined(places[:1], english(head.sense), modifier)
            whole = f"{head.sense.text} {name}"
            sense = _composed(head.sense, offers, (), whole)
            return _Phrase(head.start, at + len(name), sense, head.parts, 1)
    return None


def _finished(document: Document, phrase: _Phrase) -> Found:
    sense = phrase.sense._replace(parts=phrase.parts)
    if _is_named(document, phrase):
        sense = sense._replace(
            equivalents=tuple(map(capitalised, sense.equivalents)),
            offers=tuple(
                one._replace(text=capitalised(one.text)) for one in sense.offers
            ),
        )
    return phrase.start, phrase.end, sense


def _is_named(document: Document, phrase: _Phrase) -> bool:
    """Whether the text writes a phrase as a name; in a headline everything is."""
    text = document.text
    words = _LONG_WORD.findall(text[phrase.start : phrase.end])
    if not all(word[0].isupper() for word in words):
        return False
    begin, end = document.sentence(phrase.start, phrase.end)
    rest = f"{text[begin : phrase.start]} {text[phrase.end : end]}"
    return len(words) > 1 and not is_title_case(rest)
