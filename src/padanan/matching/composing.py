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
_COMPOUND = re.compile(r"[-\u2010-\u2013][^\W\d_]")  # politik-ekonomi
_DOUBLED = re.compile(r"(\w{3,})-\1(?!\w)", re.IGNORECASE)
_CITY = re.compile(r"[A-Z]\w+(?: [A-Z]\w+){0,2}")
_CAPITAL = re.compile(r" [A-Z][a-z]")
_AND_CAPITAL = re.compile(r",? dan [A-Z][a-z]")
_CAPITALISED = re.compile(r"\b[A-Z][a-z]+ \Z")
_PORTFOLIO = re.compile(r"[\w-]+(?: [\w-]+){0,6}")
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
        whole: whether its last word ends a name: a row of a table.
    """

    start: int
    end: int
    sense: Sense
    parts: tuple[str, ...]
    depth: int = 0
    whole: bool = False

    @property
    def modifier(self) -> Modifier:
        """What it is as a modifier."""
        sense, concept = self.sense, self.sense.concept
        # An adjective that everybody knows only describes, unless the head names it.
        kind = _KINDS.get(concept.pos, "")
        if kind == "adjectives" and sense.basic:
            kind = ""
        return Modifier(
            kind,
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
    """Return the English of a sense that it can bring into a composed term.

    What depends on the neighbours of the bare term (*diplomatic* for *diplomasi*
    behind *upaya*) is left out, unless there is nothing else.
    """
    everywhere = tuple(Offer(text, None, None) for text in sense.equivalents)
    bound = (one for one in sense.offers if sense.parts or one.condition is None)
    return (*everywhere, *bound) or sense.offers


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
    named = _with_portfolio(document, head, at) or _with_place(document, head, at)
    return named or _two_heads(document, head)


def _extended_by_adjective(document: Document, phrase: _Phrase) -> _Phrase:
    """Add an adjective that belongs to the whole: *perundingan damai langsung*."""
    following = _GAP.match(document.text, phrase.end)
    if following is None or not _is_open(document, phrase):
        return phrase
    for behind in _modifiers(document, following.end(), DEEPEST):
        if behind.sense.concept.pos is PartOfSpeech.ADJECTIVE:
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
        if _COMPOUND.match(document.text, -minus_end):
            return
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
    if not set(behind.parts).isdisjoint(head.parts):
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
    office = sense.office or behind.sense.office
    sense = sense._replace(office=office, parts=(*head.parts, *behind.parts))
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
        several = (
            word == "and"
            and first.kind == "adjectives"
            and not head.sense.title
            and is_counted(head.sense.equivalents[0])
        )
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
    name = _longest_row(match[0], "cities.tsv") if match else None
    if name is None or _cuts(document, at, at + len(name)):
        return None
    city = table("cities.tsv")[name.lower()][0].removeprefix("The ")
    offers = (Offer(city, None, None),)
    return _with_row(head, places, "places", offers, name, at)


def _with_portfolio(document: Document, head: _Phrase, at: int) -> _Phrase | None:
    """Add what a ministry or minister is for, by the table of portfolios."""
    rules = [b for b in head.sense.rules if "portfolios" in b.rule.wanted.kinds]
    match = _PORTFOLIO.match(document.text, at) if rules else None
    name = _longest_row(match[0], "portfolios.tsv") if match else None
    if name is None or _cuts(document, at, at + len(name)):
        return None
    english_name, *american = table("portfolios.tsv")[name.lower()]
    offers = [Offer(english_name, None, None)]
    offers += (Offer(one.title(), "US", None) for one in american if one)
    return _with_row(head, rules, "portfolios", tuple(offers), name, at)


def _cuts(document: Document, start: int, end: int) -> bool:
    """Whether a span would cut the longer listed term that begins with it."""
    number = document.first_at(start)
    candidates = document.candidates
    while number < len(candidates) and candidates[number][0] == start:
        if -candidates[number][1] > end and document.sense(number) is not None:
            return True
        number += 1
    return False


def _longest_row(words: str, name: str) -> str | None:
    """Return the longest beginning of some words that is a row of a table."""
    rows = table(name)
    found = words
    while found and found.lower() not in rows:
        found = found.rpartition(" ")[0]
    return found or None


def _with_row(
    head: _Phrase,
    rules: list[BoundRule],
    kind: str,
    offers: tuple[Offer, ...],
    name: str,
    at: int,
) -> _Phrase:
    modifier = Modifier(kind, "", frozenset(), offers, offers, named=kind == "places")
    english_offers = joined(rules[:1], english(head.sense), modifier)
    words = f"{head.sense.text} {name}"
    sense = _composed(head.sense, english_offers, (), words)
    return _Phrase(head.start, at + len(name), sense, head.parts, 1, whole=True)


def _finished(document: Document, phrase: _Phrase) -> Found | None:
    sense = phrase.sense._replace(parts=phrase.parts)
    if _is_named(document, phrase):
        if _goes_on(document, phrase):
            return None
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


def _goes_on(document: Document, phrase: _Phrase) -> bool:
    """Whether a name has more words: *Organisasi Energi* is not all of … *Atom*."""
    if phrase.whole:
        return False
    text = document.text
    if _AND_CAPITAL.match(text, phrase.end):
        return True
    if phrase.sense.title:  # the name of the holder follows
        return False
    if _CAPITALISED.search(text, max(phrase.start - 30, 0), phrase.start):
        return True
    following = _CAPITAL.match(text, phrase.end)
    return following is not None and phrase.end + 1 not in document.place_starts
