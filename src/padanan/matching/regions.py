"""Whose office is meant: the country that the text names, or remembers.

Cues to the right decide (FINDINGS: *Menteri Luar Negeri AS* is Secretary of State
in 38 of 38 cases); to the left only by listed patterns, since free left cues never
helped. What a document says of a person it then knows everywhere.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from padanan.language.countries import PlaceKind
from padanan.language.tables import table

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from padanan.matching.scan import Mention

REACH = 2
"""A cue is one of the three words to the right: at most two stand between."""

_LINKS = frozenset({"dari", "asal", "republik", "kerajaan", "negara"})
"""Words between an office and its country that do not count."""
_ELSEWHERE = frozenset({"di", "ke", "untuk", "pada", "bagi", "terhadap", "kepada"})
"""Prepositions after which a country is where, or to whom: not whose."""

_WORD = re.compile(r"\w+(?:['’-]\w+)*")
_STOP = re.compile(r"[.;:!?]\s|\n")
_BRACKETED = re.compile(r"\s*\([^()]{1,40}\)")
_AND = re.compile(r"\s*,?\s*(?:dan|serta|atau|maupun|/|,)\s+")
_LED = re.compile(
    r"\s+(?:(?:di|ke)\s+[A-Z]\w+\s+)?(?:yang\s+)?"
    r"(?:dipimpin|diketuai|diwakili|dikepalai)(?:\s+oleh)?\s+\Z"
    r"|\s+(?:melalui|lewat)\s+\Z"
)
_GROUP = re.compile(
    r"\b(?:delegasi|tim|rombongan|perutusan|pihak|utusan|kubu|pemerintah)"
    r"(?:\s+negosiasi|\s+perunding)?\s+\Z",
    re.IGNORECASE,
)
_NAME = re.compile(
    r"(?:\s*\([^()]{1,40}\))?\s*,?\s*"
    r"((?:[A-ZÀ-ÖØ-Þ][\w'’-]+|[A-Z]\.)(?:\s+(?:(?:[A-ZÀ-ÖØ-Þ][\w'’-]+|[A-Z]\.)"
    r"|bin|binti|al|van|von|de|da|der))*)"
)
_NAME_BEFORE = re.compile(
    r"((?:[A-ZÀ-ÖØ-Þ][\w'’-]+)(?:\s+[A-ZÀ-ÖØ-Þ][\w'’-]+){0,3})"
    r"(?:,\s*|\s+(?:sebagai|selaku|,?\s*yang\s+(?:adalah|menjabat))\s+)\Z"
)


class Region(NamedTuple):
    """A country and the words of the text that point to it."""

    code: str
    because: str


class Office(NamedTuple):
    """An office in the text: its span, and whether a person bears it as a title."""

    start: int
    end: int
    title: bool


def assign(
    text: str,
    offices: Sequence[Office],
    mentions: Sequence[Mention],
    sentences: Sequence[tuple[int, int]],
) -> tuple[Region | None, ...]:
    """Return the region of each office, in two passes over the document.

    Args:
        text: the document.
        offices: the offices in the order of the text.
        mentions: the countries named in it, in the order of the text.
        sentences: for each office the half-open offsets of its sentence.
    """
    named = [
        _named(text, office, mentions, sentence)
        for office, sentence in zip(offices, sentences, strict=True)
    ]
    shared = [
        region or _coordinated(text, index, offices, named)
        for index, region in enumerate(named)
    ]
    memory = _remember(text, offices, shared, mentions, sentences)
    return tuple(
        region or _recall(text, office, memory, mentions, sentence)
        for office, region, sentence in zip(offices, shared, sentences, strict=True)
    )


def _named(
    text: str, office: Office, mentions: Sequence[Mention], sentence: tuple[int, int]
) -> Region | None:
    """Return the country named beside an office."""
    return _right(text, office, mentions, sentence[1]) or _left(
        text, office, mentions, sentence[0]
    )


def _right(
    text: str, office: Office, mentions: Sequence[Mention], limit: int
) -> Region | None:
    start = office.end
    bracket = _BRACKETED.match(text, start, limit)
    if bracket and not _first(mentions, start, bracket.end()):
        # The short form of the office itself: Menteri Luar Negeri (Menlu) AS.
        start = bracket.end()
    found = _first(mentions, start, limit)
    if found is None or not _reaches(text[start : found.start], office, found):
        return None
    if _is_pair(text, found, mentions):
        return None
    return Region(found.place.code, text[found.start : found.end])


def _first(mentions: Sequence[Mention], start: int, limit: int) -> Mention | None:
    for mention in mentions:
        if mention.start >= start:
            return mention if mention.end <= limit else None
    return None


def _reaches(gap: str, office: Office, mention: Mention) -> bool:
    """Whether a country stands near enough behind an office to be its own."""
    if _STOP.search(gap):
        return False
    words = _WORD.findall(gap)
    last = words[-1].lower() if words else ""
    capital = mention.place.kind is PlaceKind.CAPITAL
    if last in _ELSEWHERE and (office.title or not capital or last != "di"):
        return False
    if last == "dari" and capital and office.title:
        return False
    if last == "di":
        words.pop()
    between = [word for word in words if word.lower() not in _LINKS]
    return len(between) <= REACH and all(word[0].isupper() for word in between)


def _is_pair(text: str, mention: Mention, mentions: Sequence[Mention]) -> bool:
    """Whether the country is half of a pair: *menlu AS-Rusia* are two persons."""
    if text[mention.end : mention.end + 1] not in ("-", "–"):
        return False
    return any(other.start == mention.end + 1 for other in mentions)


def _left(
    text: str, office: Office, mentions: Sequence[Mention], limit: int
) -> Region | None:
    for mention in reversed(mentions):
        if mention.end > office.start:
            continue
        if mention.start < limit:
            return None
        if _LED.fullmatch(text, mention.end, office.start) and _GROUP.search(
            text[limit : mention.start]
        ):
            return Region(mention.place.code, text[mention.start : mention.end])
    return None


def _coordinated(
    text: str,
    index: int,
    offices: Sequence[Office],
    named: Sequence[Region | None],
) -> Region | None:
    """Return the region that an office shares with the next: *menlu dan menhan AS*."""
    if index + 1 >= len(offices):
        return None
    gap = text[offices[index].end : offices[index + 1].start]
    return named[index + 1] if _AND.fullmatch(gap) else None


Memory = dict[str, tuple[tuple[int, str], ...]]
"""For each word of a name, where it stood with which country."""


def _remember(
    text: str,
    offices: Sequence[Office],
    regions: Sequence[Region | None],
    mentions: Sequence[Mention],
    sentences: Sequence[tuple[int, int]],
) -> Memory:
    memory: dict[str, list[tuple[int, str]]] = {}
    for office, region, sentence in zip(offices, regions, sentences, strict=True):
        if region is None or not office.title or _is_headline(text, sentence):
            continue
        for word in _name_words(text, office, mentions, sentence):
            memory.setdefault(word, []).append((office.start, region.code))
    return {word: tuple(places) for word, places in memory.items()}


def _is_headline(text: str, sentence: tuple[int, int]) -> bool:
    """Whether every word is capitalised, so that verbs look like names."""
    words = re.findall(r"[^\W\d_]{4,}", text[slice(*sentence)])
    return len(words) > 3 and all(word[0].isupper() for word in words)


def _name_words(
    text: str,
    office: Office,
    mentions: Sequence[Mention],
    sentence: tuple[int, int],
) -> tuple[str, ...]:
    """Return the words of the name that an office is borne by, the last one first."""
    end = office.end
    follower = _first(mentions, end, sentence[1])
    if (follower and not _WORD.search(text, end, follower.start)) or (
        follower and follower.start - end <= 8 and "dari" in text[end : follower.start]
    ):
        end = follower.end
    match = _NAME.match(text, end, sentence[1])
    if match is None:
        match = _NAME_BEFORE.search(text[sentence[0] : office.start])
    if match is None:
        return ()
    places = {text[m.start : m.end] for m in mentions}
    words = [word for word in match[1].split() if len(word) > 2 and word not in places]
    return tuple(reversed(words))


def _recall(
    text: str,
    office: Office,
    memory: Memory,
    mentions: Sequence[Mention],
    sentence: tuple[int, int],
) -> Region | None:
    """Return the region of an office by the name of the person who bears it."""
    if not office.title:
        return None
    words = _name_words(text, office, mentions, sentence)
    for word in words:
        if word in memory:
            code = _unique_or_nearest(memory[word], office.start)
            return Region(code, word) if code else None
    return _holder(words)


def _holder(words: tuple[str, ...]) -> Region | None:
    """Return the region of a well-known holder, where the document names none."""
    holders = table("office_holders.tsv")
    for last, first in pairwise(words):
        name = f"{first} {last}"
        if name.lower() in holders:
            return Region(holders[name.lower()][0], name)
    return None


def _unique_or_nearest(places: Iterable[tuple[int, str]], before: int) -> str | None:
    """Return the only region of a name, or the nearest one that came before."""
    places = tuple(places)
    if len({code for _, code in places}) == 1:
        return places[0][1]
    earlier = [code for start, code in places if start < before]
    return earlier[-1] if earlier else None
