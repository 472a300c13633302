"""Composed terms: a head and the modifiers behind it, which no entry lists together.

*Ancaman nuklir* is found because *ancaman* says that it joins with modifiers, and
*nuklir* says what it is before an English noun. A modifier may be composed itself, two
may be joined by *dan*, and so may two heads with one modifier.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from padanan import lazy_re
from padanan.glossary.joining import ATTRIBUTIVE, HEAD, MODIFIER
from padanan.language.plurals import is_counted
from padanan.language.portfolios import (
    longest_portfolio,
    may_go_on,
    more_behind,
    portfolio,
)
from padanan.language.tables import table
from padanan.matching.equivalents import Offer
from padanan.matching.joining import (
    FIELDS,
    BoundRule,
    Modifier,
    capitalised,
    conjoined,
    in_plural_if_counted,
    joined,
    matching_rules,
    rules,
)
from padanan.matching.offices import is_title_case
from padanan.matching.pairs import (
    MOST_LISTED,
    MOST_PARTS,
    as_modifier,
    composed,
    english,
    with_modifier,
)
from padanan.model import PartOfSpeech

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from padanan.matching.candidates import Candidate
    from padanan.matching.document import Document, Found
    from padanan.matching.senses import Sense

MOST_HEADS = 4
"""Maximum number of heads that share an adjective, the last one not counted."""

DEEPEST = 3
"""How many modifiers may stand inside one another."""

HEADLINE = 250
"""Maximum number of characters on either side in which a headline is looked for."""

_GAP = lazy_re.compile(r"[^\S\n]{1,2}(?=\w)|[^\S\n]?\n[^\S\n]?(?=[a-z])")
WIDEST_GAP = 3
"""Most characters between two words of a term: a broken line with its spaces."""
_AND = re.compile(r"[^\S\n](dan|serta|atau|maupun)[^\S\n](?=\w)", re.IGNORECASE)
_AND_LAST = lazy_re.compile(rf",?{_AND.pattern}", re.IGNORECASE)
_LISTED = lazy_re.compile(
    r"(?:,[^\S\n][\w-]+(?: [\w-]+){0,2}){1,4},?[^\S\n](?:dan|serta|atau|maupun)[^\S\n]",
    re.IGNORECASE,
)
"""Behind the first of several heads, of up to three words each, with one modifier."""
_COMMA = lazy_re.compile(r",[^\S\n](?=\w)()")
CONJOINED = {"dan ": 3, "sert": 5, "atau": 4, "maup": 6}
"""The beginnings of the conjunctions that composed terms may have; their lengths."""
MAY_CONJOIN = frozenset(
    f" {first}{second}"
    for one in CONJOINED
    for first in (one[0], one[0].upper())
    for second in (one[1], one[1].upper())
)
"""A space and the first two letters of one of these."""
_CONJUNCTIONS = {"dan": "and", "serta": "and", "atau": "or", "maupun": "or"}
_BOTH = lazy_re.compile(r"\bbaik\b", re.IGNORECASE)
_CLAUSE = 60
"""Maximum number of characters between *baik* and the phrase with its *maupun*."""
_ADVERBS = frozenset({
    "baik", "bersama", "dekat", "erat", "mencolok", "mendadak", "tetap", "tinggi",
})  # fmt: skip
"""Adjectives that may belong to a verb behind *dan*."""
_COMPOUND = re.compile(r"[-\u2010-\u2013][^\W\d_]")  # politik-ekonomi
_DOUBLED = lazy_re.compile(r"(\w{3,})-\1(?!\w)", re.IGNORECASE)
_CITY = lazy_re.compile(r"[A-Z]\w+(?: [A-Z]\w+){0,2}")
_CAPITAL = lazy_re.compile(r" [A-Z][a-z]")
_AND_CAPITAL = lazy_re.compile(r",? dan [A-Z][a-z]")
_MORE_FIELDS = lazy_re.compile(
    r"(?:, [A-Z][\w-]+(?: [A-Z][\w-]+){0,3}){1,4},? dan [A-Z]"
)
"""Further fields of an office: *Direktur Jenderal Diplomasi, Promosi dan Budaya*."""
_CAPITALISED = lazy_re.compile(r"\b[A-Z][a-z]+ (?:dan )?\Z")
_OF_THEIR_OWN = frozenset({
    "dalam negeri", "kehakiman", "keuangan", "luar negeri", "pertahanan",
})  # fmt: skip
"""Fields of which each has a ministry: two of them are two ministries."""
_LIST = re.compile(r",| dan |\baffairs and ", re.IGNORECASE)
"""In a portfolio of several fields, that English had better not put first."""
_LONG_WORD = lazy_re.compile(r"[^\W\d_]{4,}|\b[A-Z][a-z]{1,2}\b")
"""A word that has a capital in a name, which *dan* has not; no short acronym, which
has capitals everywhere."""


class Compound(NamedTuple):
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
        return as_modifier(self.sense)


_new = tuple.__new__
"""A third of the time of the class, of which each head makes several."""


def _listed(start: int, end: int, sense: Sense, depth: int = 0) -> Compound:
    """Return a listed term as the part of a composed one."""
    return _new(Compound, (start, end, sense, (sense.concept.id,), depth, False))


def compose(document: Document) -> Iterator[Found]:
    """Yield the composed terms of a text, the longest at each start, in order.

    Args:
        document: the text, with all spans that may be terms.
    """
    for heads in heads_by_start(document).values():
        longest = longest_of(document, heads)
        if longest is not None:
            yield longest


def heads_by_start(document: Document) -> dict[int, list[Candidate]]:
    """Return the heads behind which something may stand, by their starts in order."""
    found: dict[int, list[Candidate]] = {}
    # With a mark behind the last word too.
    text, first = f"{document.text} ", document.starts.get
    for head in document.heads:
        start, minus_end, _, senses = head
        end = -minus_end
        mark = text[end]
        if mark == " ":
            behind = first(end + 1)
            able = (
                (behind is not None and _may_join(document, senses, behind))
                or (text[end : end + 3] in MAY_CONJOIN and _may_list(document, end))
                or senses[0].by_table
                or (len(senses) > 1 and _is_by_table(senses))
            )
        elif mark == ",":
            able = _may_begin_a_list(document, end)
        else:
            able = mark.isspace() and is_wrapped(document, end)
        if able:
            found.setdefault(start, []).append(head)
    return found


def _may_join(document: Document, heads: tuple[Sense, ...], behind: int) -> bool:
    """Whether a head may join one of the candidates just behind it; quick."""
    candidates, may_join = document.candidates, document.pairs.may_join
    start = candidates[behind][0]
    while not may_join(heads, candidates[behind][3]):
        behind += 1
        if behind == len(candidates) or candidates[behind][0] != start:
            return False
    return True


def _is_by_table(senses: tuple[Sense, ...]) -> bool:
    return senses[0].by_table or (
        len(senses) > 1 and any(sense.by_table for sense in senses)
    )


def _may_list(document: Document, end: int) -> bool:
    """Whether a term stands behind the conjunction that follows a head."""
    length = CONJOINED.get(document.text[end + 1 : end + 5].lower())
    return length is not None and end + length + 2 in document.starts


def _may_begin_a_list(document: Document, end: int) -> bool:
    """Whether a term stands behind the comma that follows a head, and a list begins."""
    behind = end + 2
    return (
        document.text[end + 1 : behind] == " "
        and behind in document.starts
        and begins_a_list(document, end)
    )


def is_conjoined(text: str, end: int) -> bool:
    """Whether a conjunction follows an offset."""
    return text[end + 1 : end + 5].lower() in CONJOINED


def begins_a_list(document: Document, end: int) -> bool:
    """Whether a comma and a conjunction follow nearby: *hukum, norma, dan prinsip*."""
    return _LISTED.match(document.text, end) is not None


def is_wrapped(document: Document, end: int) -> bool:
    """Whether a term stands behind the end of a line that ends at an offset."""
    gap = _GAP.match(document.text, end)
    return gap is not None and gap.end() in document.starts


def longest_of(
    document: Document, heads: Iterable[Candidate], listed: Found | None = None
) -> Found | None:
    """Return the longest composed term of some heads with one start.

    Args:
        document: the text.
        heads: spans of heads, the longest first.
        listed: the listed term that holds there, behind which it must end.
    """
    longest = None
    beyond = listed[1] if listed else 0
    for head in heads:
        held = listed[2] if listed and listed[1] == -head[1] else None
        found = _first(document, head, held, beyond)
        if found is not None:
            longest, beyond = found, found[1]
    return longest


def may_end_behind(document: Document, number: int, end: int) -> bool:
    """Whether a composed term may end behind a listed one that begins with it; quick.

    Args:
        document: the text.
        number: of the first candidate with that start.
        end: of the listed term.
    """
    if document.text[end : end + 3] in MAY_CONJOIN and is_conjoined(document.text, end):
        return True
    if document.text[end : end + 1] == "," and begins_a_list(document, end):
        return True
    candidates, heads = document.candidates, []
    while number < len(candidates) and candidates[number][0] <= end:
        _, minus_end, _, senses = candidates[number]
        if -minus_end > end:
            return True
        if senses[0].rules or len(senses) > 1:
            if _may_row_end_behind(document.text, candidates[number], end):
                return True
            heads.append(senses)
        number += 1
    # What stands behind it must be joined by a head that stands in it.
    return _may_one_join(document, heads, number, end + WIDEST_GAP)


def _may_one_join(
    document: Document, heads: Iterable[tuple[Sense, ...]], number: int, last: int
) -> bool:
    """Whether one of some heads may join a candidate that begins soon.

    Args:
        document: the text.
        heads: their senses.
        number: of the first candidate to look at.
        last: the last offset at which one may begin.
    """
    candidates, may_join = document.candidates, document.pairs.may_join
    while number < len(candidates) and candidates[number][0] <= last:
        behind = candidates[number][3]
        if any(may_join(senses, behind) for senses in heads):
            return True
        number += 1
    return False


def _may_row_end_behind(text: str, head: Candidate, end: int) -> bool:
    """Whether a row of a table behind a candidate may end behind an offset; quick."""
    _, minus_end, _, senses = head
    if not _is_by_table(senses):
        return False
    if -minus_end == end or text[end : end + 1] != " ":
        return True
    cities = any("places" in sense.bonds.surely for sense in senses)
    return cities or may_go_on(text, end + 1)


def _first(
    document: Document, head: Candidate, held: Sense | None, beyond: int
) -> Found | None:
    """Return the composed term of the first sense of a head that has one.

    Args:
        document: the text.
        head: the span of the head.
        held: the sense of it that was found to hold.
        beyond: offset behind which the term must end.
    """
    start, minus_end, _, senses = head
    for sense in senses:
        if sense.rules:
            longer = _extended(document, _listed(start, -minus_end, sense))
            if longer is None:
                continue
            # A listed one is often as long, and another sense would find no more.
            if longer.end <= beyond and len(senses) == 1:
                return None
            # Asked last: few heads have something behind them.
            if sense is held or not _forbidden(document, sense, start, -minus_end):
                if longer.end <= beyond or _is_denied(document, longer):
                    return None
                return _finished(document, longer)
    return None


def _is_denied(document: Document, phrase: Compound) -> bool:
    """Whether an ``unless`` holds for a composed term.

    What must not follow its head must not follow the whole either: *konsultasi
    langsung dengan dokter*. And where its words are a listed term that is none here,
    they are no composed term.
    """
    start, end = phrase.start, phrase.end
    if _forbidden(document, phrase.sense, start, end):
        return True
    number = document.first_at(start)
    candidates = document.candidates
    while number < len(candidates) and candidates[number][0] == start:
        listed_end = -candidates[number][1]
        if listed_end <= end:
            return listed_end == end and document.sense(number) is None
        number += 1
    return False


def _forbidden(document: Document, sense: Sense, start: int, end: int) -> bool:
    """Whether an ``unless`` of a sense holds for a span."""
    return bool(sense.conditions.never) and document.forbids(sense, start, end)


def _extended(document: Document, head: Compound) -> Compound | None:
    """Return a head with what it can be joined with, ``None`` if there is nothing."""
    if not _is_open(document, head):
        return None
    at = after_gap(document, head.end)
    if at < 0:
        return several_heads(document, (head,))
    plain = _modifier(document, at, head.depth + 1)
    longer = _with_modifier(document, head, plain) if plain else None
    if longer is not None:
        return _extended_by_adjective(document, longer)
    if head.sense.by_table:
        return with_row(document, head, at)
    if document.text[at : at + 4].lower() in CONJOINED:
        return several_heads(document, (head,))
    return None


def after_gap(document: Document, end: int) -> int:
    """Return where the word behind a span begins, -1 where something is between."""
    text = document.text
    if text[end : end + 1] == " " and text[end + 1 : end + 2].isalnum():
        return end + 1
    following = _GAP.match(text, end)
    return following.end() if following else -1


def _with_modifier(
    document: Document, head: Compound, plain: Compound
) -> Compound | None:
    """Join a head with a modifier, and that with its own modifiers if it has some."""
    joined_with_plain = _joined(document, head, plain)
    if joined_with_plain is None:
        return None
    if plain.sense.rules and plain.depth < DEEPEST:
        inner = _extended(document, plain)
        longer = _joined(document, head, inner) if inner else None
        if inner is not None and longer is not None:
            return with_second(document, head, inner, longer) or longer
    longer = joined_with_plain
    return with_second(document, head, plain, longer) or longer


def _extended_by_adjective(document: Document, phrase: Compound) -> Compound:
    """Add an adjective that belongs to the whole: *perundingan damai langsung*."""
    at = after_gap(document, phrase.end)
    if at not in document.starts or not _is_open(document, phrase):
        return phrase
    behind = _modifier(document, at, DEEPEST)
    if behind and behind.sense.concept.pos is PartOfSpeech.ADJECTIVE:
        return _joined(document, phrase, behind) or phrase
    return phrase


def _modifier(document: Document, start: int, depth: int) -> Compound | None:
    """Return what may be a modifier at an offset, the longest.

    A listed term is not cut: where the longest term that holds is none, there is none.
    """
    candidates = document.candidates
    number = document.starts.get(start, len(candidates))
    while number < len(candidates) and candidates[number][0] == start:
        end = -candidates[number][1]
        if document.text[end : end + 1] != " " and _COMPOUND.match(document.text, end):
            return None
        sense = _usable(document, number)
        if sense is not None:
            return _listed(start, end, sense, depth)
        number += 1
    return None


def _usable(document: Document, number: int) -> Sense | None:
    """Return the sense in which a candidate may be a modifier, ``None`` if in none."""
    start, minus_end, _, senses = document.candidates[number]
    for sense in senses:
        if sense.attributes and not _forbidden(document, sense, start, -minus_end):
            return sense
    # One that is no modifier stops the search: a shorter one would cut it.
    return document.sense(number)


def _is_open(document: Document, phrase: Compound) -> bool:
    """Whether more may belong to a phrase: behind -nya it is closed."""
    text, end = document.text, phrase.end
    last = phrase.sense.term.text[-3:]
    if text.endswith(last, 0, end):
        return True  # nearly always
    last = last.lower()
    return text[end - len(last) : end].lower() == last


def _joined(document: Document, head: Compound, behind: Compound) -> Compound | None:
    """Return a head with a modifier behind it, ``None`` where they do not join."""
    doubled = len(head.parts) == 1 and is_doubled(document, head)
    sense = document.pairs.join(head.sense, behind.sense, doubled=doubled)
    if sense is None:
        return None
    depth = max(head.depth, behind.depth)
    return _new(Compound, (head.start, behind.end, sense, sense.parts, depth, False))


def is_doubled(document: Document, phrase: Compound) -> bool:
    """Whether the text has a head twice that is not double itself: *norma-norma*."""
    text = document.text[phrase.start : phrase.end]
    return (
        "-" in text
        and bool(_DOUBLED.match(text))
        and not _DOUBLED.match(phrase.sense.text)
    )


def with_second(
    document: Document,
    head: Compound,
    behind: Compound,
    longer: Compound,
) -> Compound | None:
    """Add a second modifier of the same kind: *paspor diplomatik dan dinas*."""
    if not _may_go_on(document.text, behind.end) or not _is_open(document, behind):
        return None
    conjunction, others = _others(document, head, behind)
    parts = (*longer.parts, *(part for one in others for part in one.parts))
    most = MOST_PARTS if len(others) == 1 else MOST_LISTED
    if not others or len(parts) > most or len(set(parts)) < len(parts):
        return None
    word = _english_of(document, head, conjunction)
    several = word == "and" and _is_adjective(others[-1]) and _has_plural(head)
    several = several or is_doubled(document, head)
    both = (head.sense, behind.sense, *(one.sense for one in others))
    sense = document.pairs.known(
        both,
        f"{conjunction} {word} {several}",
        lambda: _second_sense(both, (conjunction, word), parts, plural=several),
    )
    return Compound(head.start, others[-1].end, sense, parts, longer.depth)


def _second_sense(
    senses: tuple[Sense, ...],
    conjunction: tuple[str, str],
    parts: tuple[str, ...],
    *,
    plural: bool,
) -> Sense:
    """Return the sense of a head with several modifiers.

    Args:
        senses: of the head, then of its modifiers.
        conjunction: of the last two, and its English.
        parts: ids of all concepts.
        plural: whether English has several of the head.
    """
    head, *behind = senses
    first, *rest = map(as_modifier, behind)
    word = conjunction[1]
    both = first._replace(
        attributes=conjoined(word, first.attributes, *(one.attributes for one in rest)),
        terms=conjoined(word, first.terms, *(one.terms for one in rest)),
    )
    *listed, last = (one.text for one in behind)
    words = f"{head.text} {', '.join(listed)} {conjunction[0]} {last}"
    bound = matching_rules(head.rules, first)
    return with_modifier(head, both, bound, words, parts, plural=plural)


def _others(
    document: Document, head: Compound, behind: Compound
) -> tuple[str, list[Compound]]:
    """Return the modifiers that a list adds to one, and its conjunction.

    Two are joined by a conjunction, more by commas and a conjunction: *kerja sama
    ekonomi, pertahanan, dan pendidikan*.
    """
    others: list[Compound] = []
    end = behind.end
    while True:
        joint = (_AND_LAST if others else _AND).match(document.text, end)
        joint = joint or _COMMA.match(document.text, end)
        other = _modifier(document, joint.end(), DEEPEST) if joint else None
        if joint is None or other is None:
            return "", []
        conjunction = (joint[1] or "").lower()
        # Serta joins what is looser: only modifiers of one kind.
        strictly = conjunction == "serta"
        alike = are_alike(document, head, behind, other, strictly=strictly)
        if not alike or _is_thing_by_itself(document, other):
            return "", []
        others.append(other)
        end = other.end
        if conjunction:
            return conjunction, others


def _may_go_on(text: str, end: int) -> bool:
    """Whether a comma or a conjunction may stand at an offset; quick."""
    following = text[end : end + 3]
    if following[:1] == " ":
        return following in MAY_CONJOIN
    return following[:1] == "," or following[:1].isspace()


def _is_thing_by_itself(document: Document, phrase: Compound) -> bool:
    """Whether a modifier has a field of its own: *dan kebijakan ekonomi*."""
    at = after_gap(document, phrase.end) if phrase.sense.rules else -1
    behind = _modifier(document, at, DEEPEST) if at in document.starts else None
    return (
        behind is not None
        and _is_field(behind)
        and _joined(document, phrase, behind) is not None
    )


def _english_of(document: Document, head: Compound, conjunction: str) -> str:
    """Return the English of a conjunction: *maupun* is *and* only behind *baik*."""
    if conjunction == "maupun":
        begin, _ = document.sentence(head.start, head.end)
        begin = max(begin, head.start - _CLAUSE)
        if _BOTH.search(document.text, begin, head.start):
            return "and"
    return _CONJUNCTIONS[conjunction]


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
    orders = _orders(matching_rules(head.sense.rules, first.modifier))
    if _is_adjective(second):
        # An adjective is no thing by itself: the head need not declare it.
        attributive = all(order.startswith(ATTRIBUTIVE) for order in orders)
        return attributive and _belongs_to_a_noun(second)
    others = _orders(matching_rules(head.sense.rules, second.modifier))
    fields = _is_field(first) and (_is_only_a_part(second) or _is_plain_field(second))
    return orders == others == [ATTRIBUTIVE] and fields


def _is_of_one_kind(head: Compound, first: Compound, second: Compound) -> bool:
    """Whether a head declares two modifiers that are both adjectives or both nouns."""
    bound = head.sense.rules
    orders = _orders(matching_rules(bound, first.modifier))
    same = _orders(matching_rules(bound, second.modifier)) == orders
    if not same or first.sense.concept.pos is not second.sense.concept.pos:
        return False
    # A longer term of its own begins a list: a nuclear threat, and a ceasefire.
    alone = " " in second.sense.text and not second.sense.conditions.off
    alone = alone and not (_is_named(bound, first) and _is_named(bound, second))
    return _is_adjective(second) or head.sense.title or not alone


def _is_named(bound: tuple[BoundRule, ...], phrase: Compound) -> bool:
    """Whether a head names a modifier, not only its kind: *kasus perdagangan orang*."""
    modifier = phrase.modifier
    return any(
        not one.rule.wanted.terms.isdisjoint(modifier.words)
        for one in matching_rules(bound, modifier)
    )


def _is_adjective(phrase: Compound) -> bool:
    return phrase.sense.concept.pos is PartOfSpeech.ADJECTIVE


def _belongs_to_a_noun(phrase: Compound) -> bool:
    """Whether an adjective may not belong to a verb: *dan langsung pergi*."""
    word = phrase.sense.text.lower()
    attributes = bool(phrase.sense.attributes)
    return attributes and word not in _ADVERBS and word not in table("modifiers.tsv")


def _is_field(phrase: Compound) -> bool:
    """Whether a modifier says in what field something is: *economic*."""
    return any(one.text in FIELDS for one in phrase.sense.attributes)


def _is_plain_field(phrase: Compound) -> bool:
    """Whether a word only says in what field something is: *perdagangan*."""
    return _is_field(phrase) and " " not in phrase.sense.text


def _is_only_a_part(phrase: Compound) -> bool:
    """Whether a noun begins no list of its own, as *dan perang* does."""
    sense = phrase.sense
    return not _is_adjective(phrase) and sense.conditions.off and not sense.rules


def _orders(bound: tuple[BoundRule, ...]) -> list[str]:
    return [one.rule.order for one in bound]


def _has_plural(head: Compound) -> bool:
    # Two fields make one title: Director General for Law and Treaties.
    return not head.sense.title and is_counted(head.sense.equivalents[0])


def several_heads(document: Document, heads: tuple[Compound, ...]) -> Compound | None:
    """Join heads with an adjective of all: *hukum, norma, dan prinsip internasional*.

    Words that are no terms by themselves may share a field: *fasilitas dan proyek
    nuklir*.

    Args:
        document: the text.
        heads: those found so far.
    """
    one = heads[0]
    end = heads[-1].end
    if one.depth or len(heads) > MOST_HEADS or not _may_go_on(document.text, end):
        return None
    joint = (_AND_LAST if heads[1:] else _AND).match(document.text, end)
    joint = joint or _COMMA.match(document.text, end)
    number = document.starts.get(joint.end()) if joint else None
    if joint is None or number is None:
        return None
    for another in _heads(document, number):
        if _is_open(document, another):
            every = (*heads, another)
            conjunction = joint[1]
            if conjunction:
                longer = _described(document, every, conjunction.lower())
            else:
                longer = several_heads(document, every)
            # Asked last, since next to none comes so far.
            if longer is None or not rules(one.sense.concept):
                continue
            if not _forbidden(document, another.sense, another.start, another.end):
                return longer
    return None


def _described(
    document: Document, heads: tuple[Compound, ...], conjunction: str
) -> Compound | None:
    """Return a list of heads with the adjective behind them, if there is one."""
    following = _GAP.match(document.text, heads[-1].end)
    behind = _modifier(document, following.end(), DEEPEST) if following else None
    return None if behind is None else _with_all(heads, behind, conjunction)


def _with_all(
    heads: tuple[Compound, ...], behind: Compound, conjunction: str
) -> Compound | None:
    modifier = behind.modifier
    bound = matching_rules(heads[0].sense.rules, modifier)
    orders = [_orders(matching_rules(one.sense.rules, modifier)) for one in heads]
    if not bound or orders != orders[:1] * len(heads):
        return None
    if modifier.kind != "adjectives" and not _share_a_field(heads, behind):
        return None
    offered = (in_plural_if_counted(english(one.sense)) for one in heads)
    word = _CONJUNCTIONS[conjunction]
    *listed, last = (one.sense.text for one in heads)
    words = f"{', '.join(listed)} {conjunction} {last} {behind.sense.text}"
    parts = tuple(part for one in (*heads, behind) for part in one.parts)
    if len(set(parts)) < len(parts):
        return None
    offers = joined(bound, conjoined(word, *offered), modifier)
    sense = composed(heads[0].sense, offers, words, parts)
    return Compound(heads[0].start, behind.end, sense, parts, 1)


def _share_a_field(heads: tuple[Compound, ...], behind: Compound) -> bool:
    parts = all(one.sense.conditions.off for one in heads)
    return parts and not behind.sense.parts and _is_plain_field(behind)


def _heads(document: Document, number: int) -> Iterator[Compound]:
    """Yield the heads that begin where a candidate does, the longest first."""
    candidates = document.candidates
    begin = candidates[number][0]
    while number < len(candidates) and candidates[number][0] == begin:
        start, minus_end, _, senses = candidates[number]
        for sense in senses:
            if sense.rules:
                yield _listed(start, -minus_end, sense)
        number += 1


def with_row(document: Document, head: Compound, at: int) -> Compound | None:
    """Add a row of a table to a head: a portfolio or a city."""
    return _with_portfolio(document, head, at) or _with_place(document, head, at)


def _with_place(document: Document, head: Compound, at: int) -> Compound | None:
    """Add the city after which a conference or convention is called."""
    text = document.text
    if not (text[at].isupper() and text[head.start].isupper()):
        return None
    match = _CITY.match(text, at) if "places" in head.sense.bonds.surely else None
    name = _longest_city(match[0]) if match else None
    if name is None or _cuts(document, at, at + len(name)):
        return None
    return _of_row(document, head, "places", name, at)


def _with_portfolio(document: Document, head: Compound, at: int) -> Compound | None:
    """Add what a ministry or minister is for, by the table of portfolios."""
    by_portfolio = "portfolios" in head.sense.bonds.surely
    name = _portfolio_at(document, at) if by_portfolio else None
    if name is None:
        return None
    more = more_behind(document.text, at, at + len(name))
    if more < 0 or _is_another(document, more):
        return _of_row(document, head, "portfolios", name, at)
    # A list of fields that is no row: only two of them are surely those of one office.
    second = _portfolio_at(document, more)
    end = more + len(second or "")
    between = document.text[at + len(name) : more]
    if second is None or between != " dan " or _LIST.search(f"{name};{second}"):
        return None
    if {name.lower(), second.lower()} <= _OF_THEIR_OWN:
        return None
    if more_behind(document.text, at, end) >= 0 or _has_a_term_behind(document, end):
        return None
    return _of_row(document, head, "portfolios", document.text[at:end], at)


def _portfolio_at(document: Document, at: int) -> str | None:
    """Return the longest portfolio at an offset that cuts no listed term."""
    name = longest_portfolio(document.text, at)
    return None if name is None or _cuts(document, at, at + len(name)) else name


def _is_another(document: Document, at: int) -> bool:
    """Whether another person, body or country is named at an offset."""
    if at in document.place_starts:
        return True
    candidates, number = document.candidates, document.first_at(at)
    while number < len(candidates) and candidates[number][0] == at:
        if any(sense.office or sense.named for sense in candidates[number][3]):
            return True
        number += 1
    return False


def _has_a_term_behind(document: Document, end: int) -> bool:
    """Whether a term with a capital follows a name, and so belongs to it.

    A body does not: *Direktur Jenderal Kerja Sama ASEAN Kementerian Luar Negeri*.
    """
    if not _CAPITAL.match(document.text, end):
        return False
    return end + 1 in document.starts and not _is_another(document, end + 1)


def _cuts(document: Document, start: int, end: int) -> bool:
    """Whether a span would cut the longer listed term that begins with it."""
    number = document.first_at(start)
    candidates = document.candidates
    while number < len(candidates) and candidates[number][0] == start:
        if -candidates[number][1] > end and document.sense(number) is not None:
            return True
        number += 1
    return False


def _longest_city(words: str) -> str | None:
    """Return the longest beginning of some words that is a city."""
    rows = table("cities.tsv")
    found = words
    while found and found.lower() not in rows:
        found = found.rpartition(" ")[0]
    return found or None


def _of_row(
    document: Document, head: Compound, kind: str, name: str, at: int
) -> Compound:
    sense = document.pairs.known(
        (head.sense,), f"{kind} {name}", lambda: _row_sense(head.sense, kind, name)
    )
    return Compound(head.start, at + len(name), sense, head.parts, 1, whole=True)


def _row_sense(head: Sense, kind: str, name: str) -> Sense:
    """Return the sense of a head with a row of a table."""
    offers = _city(name) if kind == "places" else _portfolio(name)
    modifier = Modifier(kind, "", (), offers, offers, named=kind == "places")
    bound = matching_rules(head.rules, modifier)
    if any(_LIST.search(offer.text) for offer in offers):
        bound = tuple(map(_in_long_order, bound))
    offered = joined(bound, english(head), modifier)
    return composed(head, offered, f"{head.text} {name}", head.parts or (head.id,))


def _in_long_order(bound: BoundRule) -> BoundRule:
    """Return a rule in the order for a list: *minister of education, science and*."""
    return bound._replace(rule=bound.rule._replace(order=f"{HEAD} of {MODIFIER}"))


def _city(name: str) -> tuple[Offer, ...]:
    city = table("cities.tsv")[name.lower()][0].removeprefix("The ")
    return (Offer(city, None, None),)


def _portfolio(name: str) -> tuple[Offer, ...]:
    known = portfolio(name)
    if known is None:  # two, of one office
        one, _, other = name.partition(" dan ")
        return conjoined("and", _portfolio(one), _portfolio(other))
    bound = (Offer(capitalised(known.american), "US", None),) if known.american else ()
    return (Offer(known.english, None, None), *bound)


def _finished(document: Document, phrase: Compound) -> Found | None:
    """Return a composed term, in capitals if it is a name; ``None`` for half a name."""
    sense = phrase.sense
    if not document.text[phrase.start].isupper():
        if begins_a_name(document, phrase):
            return None
    elif is_named(document, phrase):
        if goes_on(document, phrase):
            return None
        sense = as_name(sense)
    return phrase.start, phrase.end, sense


def as_name(sense: Sense) -> Sense:
    """Return a sense with English that has the capitals of a name."""
    return sense._replace(
        equivalents=tuple(map(capitalised, sense.equivalents)),
        offers=tuple(one._replace(text=capitalised(one.text)) for one in sense.offers),
    )


def begins_a_name(document: Document, phrase: Compound) -> bool:
    """Whether the last word begins a longer name: *operasi Imigrasi dan Bea Cukai*.

    So it does in *kerja sama Bilateral Currency Swap*; a country behind it is none.
    """
    text, end = document.text, phrase.end
    last = text.rfind(" ", phrase.start, end) + 1
    if text[last : last + 1].islower() or not text[last:end].istitle():
        return False
    if _AND_CAPITAL.match(text, end):
        return True
    behind = None if phrase.whole else _CAPITAL.match(text, end)
    return behind is not None and end + 1 not in document.place_starts


def is_named(document: Document, phrase: Compound) -> bool:
    """Whether the text writes a phrase as a name; in a headline everything is."""
    text = document.text
    words = _LONG_WORD.findall(text[phrase.start : phrase.end])
    if not all(word[0].isupper() for word in words):
        return False
    begin, end = document.sentence(phrase.start, phrase.end)
    begin, end = max(begin, phrase.start - HEADLINE), min(end, phrase.end + HEADLINE)
    rest = f"{text[begin : phrase.start]} {text[phrase.end : end]}"
    return len(words) > 1 and not is_title_case(rest)


def goes_on(document: Document, phrase: Compound) -> bool:
    """Whether a name has more words: *Organisasi Energi* is not all of … *Atom*."""
    if phrase.whole:
        return False
    text = document.text
    if _AND_CAPITAL.match(text, phrase.end):
        return True
    if phrase.sense.title:  # the name of the holder may follow
        more = _MORE_FIELDS.match(text, phrase.end)
        listed = more is not None and not _is_another(document, phrase.end + 2)
        return listed or _has_a_term_behind(document, phrase.end)
    if _CAPITALISED.search(text, max(phrase.start - 30, 0), phrase.start):
        return True
    following = _CAPITAL.match(text, phrase.end)
    return following is not None and phrase.end + 1 not in document.place_starts
