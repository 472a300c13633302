"""Composed terms: a head and the modifiers behind it, which no entry lists together.

*Ancaman nuklir* is found because *ancaman* says that it joins with modifiers, and
*nuklir* says what it is before an English noun. A modifier may be composed itself, two
may be joined by *dan*, and so may two heads with one modifier.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from padanan import lazy_re
from padanan.language.portfolios import may_go_on
from padanan.matching.alike import (
    are_alike,
    has_plural,
    is_adjective,
    is_field,
    is_plain_field,
    orders_of,
)
from padanan.matching.compounds import Compound, is_doubled, joined_part, listed_part
from padanan.matching.joining import (
    conjoined,
    in_plural_if_counted,
    joined,
    matching_rules,
    rules,
)
from padanan.matching.naming import finished
from padanan.matching.pairs import (
    MOST_LISTED,
    MOST_PARTS,
    as_modifier,
    composed,
    english,
    with_modifier,
)
from padanan.matching.tabled import with_row
from padanan.model import PartOfSpeech

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from padanan.matching.candidates import Candidate
    from padanan.matching.document import Document, Found
    from padanan.matching.equivalents import Offer
    from padanan.matching.senses import Sense

MOST_HEADS = 4
"""Maximum number of heads that share an adjective, the last one not counted."""

DEEPEST = 3
"""How many modifiers may stand inside one another."""

_GAP = lazy_re.compile(r"[^\S\n]{1,2}(?=\w)|[^\S\n]?\n[^\S\n]?(?=[a-z])")
WIDEST_GAP = 3
"""Most characters between two words of a term: a broken line with its spaces."""
# As in ``CONJOINED``, which the compiled core asks: behind *dan* a plain space.
_AND = re.compile(r"[^\S\n](dan(?= )|serta|atau|maupun)[^\S\n](?=\w)", re.IGNORECASE)
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
_COMPOUND = re.compile(r"[-\u2010-\u2013][^\W\d_]")  # politik-ekonomi


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
            longer = _extended(document, listed_part(start, -minus_end, sense))
            if longer is None:
                continue
            # A listed one is often as long, and another sense would find no more.
            if longer.end <= beyond and len(senses) == 1:
                return None
            # Asked last: few heads have something behind them.
            if sense is held or not _forbidden(document, sense, start, -minus_end):
                if longer.end <= beyond or _is_denied(document, longer):
                    return None
                return finished(document, longer)
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
            return listed_part(start, end, sense, depth)
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
    return joined_part(head, behind, sense)


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
    several = word == "and" and is_adjective(others[-1]) and has_plural(head)
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
        and is_field(behind)
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
    orders = [orders_of(matching_rules(one.sense.rules, modifier)) for one in heads]
    if not bound or orders != orders[:1] * len(heads):
        return None
    if modifier.kind != "adjectives" and not _share_a_field(heads, behind):
        return None
    offered = (_of_several(one.sense) for one in heads)
    word = _CONJUNCTIONS[conjunction]
    *listed, last = (one.sense.text for one in heads)
    words = f"{', '.join(listed)} {conjunction} {last} {behind.sense.text}"
    parts = tuple(part for one in (*heads, behind) for part in one.parts)
    if len(set(parts)) < len(parts):
        return None
    offers = joined(bound, conjoined(word, *offered), modifier)
    sense = composed(heads[0].sense, offers, words, parts)
    return Compound(heads[0].start, behind.end, sense, parts, 1)


def _of_several(sense: Sense) -> tuple[Offer, ...]:
    """Return the English of one of several heads; that of a name has no plural."""
    offers = english(sense)
    if sense.concept.pos is PartOfSpeech.PROPER_NOUN:
        return offers
    return in_plural_if_counted(offers)


def _share_a_field(heads: tuple[Compound, ...], behind: Compound) -> bool:
    parts = all(one.sense.conditions.off for one in heads)
    return parts and not behind.sense.parts and is_plain_field(behind)


def _heads(document: Document, number: int) -> Iterator[Compound]:
    """Yield the heads that begin where a candidate does, the longest first."""
    candidates = document.candidates
    begin = candidates[number][0]
    while number < len(candidates) and candidates[number][0] == begin:
        start, minus_end, _, senses = candidates[number]
        for sense in senses:
            if sense.rules:
                yield listed_part(start, -minus_end, sense)
        number += 1
