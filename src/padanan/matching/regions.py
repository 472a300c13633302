"""Whose office is meant: the country that the text names, or remembers.

Cues to the right decide (FINDINGS: *Menteri Luar Negeri AS* is Secretary of State
in 38 of 38 cases); to the left only by listed patterns, since free left cues never
helped. What a document says of a person it then knows everywhere.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from padanan.language.countries import PlaceKind
from padanan.matching.gates import WINDOW
from padanan.matching.names import (
    BARE_NAME,
    Bearer,
    Memory,
    holder,
    is_same,
    is_title_case,
    name_beside,
    unique_or_nearest,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from padanan.matching.mentions import Mention

REACH = 2
"""A cue is one of the three words to the right: at most two stand between."""

_LINKS = frozenset({"dari", "asal", "republik", "kerajaan", "negara"})
"""Words between an office and its country that do not count."""
_ELSEWHERE = frozenset({"di", "ke", "untuk", "pada", "bagi", "terhadap", "kepada"})
"""Prepositions after which a country is where, or to whom: not whose."""

_WORD = re.compile(r"\w+(?:['’-]\w+)*")
_SPELT = re.compile(r"\S+")
_STOP = re.compile(r"[.;:!?]\s|\n")
_BRACKETED = re.compile(r"\s*\([^()]{1,40}\)")
_AND = re.compile(r"\s*,?\s*(?:dan|serta|atau|maupun|/|,)\s+")
# Few texts need these three and _LISTED: compiled when they do.
_LED = (
    r"\s+(?:(?:di|ke)\s+[A-Z]\w+\s+)?(?:yang\s+)?"
    r"(?:dipimpin|diketuai|diwakili|dikepalai)(?:\s+oleh)?\s+\Z"
    r"|\s+(?:melalui|lewat)\s+\Z"
)
_LEADING = frozenset({
    "dikepalai", "diketuai", "dipimpin", "diwakili", "lewat", "melalui", "oleh",
})  # fmt: skip
"""The last words of these two patterns: looked for first, cheaply."""
_REPRESENTED = r"\s+(?:(?:akan|telah|sudah|hanya|juga)\s+)?diwakili(?:\s+oleh)?\s+"
_GROUP = (
    r"(?i)\b(?:delegasi|tim|rombongan|perutusan|pihak|utusan|kubu|pemerintah)"
    r"(?:\s+negosiasi|\s+perunding)?\s+\Z"
)
_BY_NAME = re.compile(r"\W*|\s+dari\s+|\s+asal\s+")
"""Between an office and its country, so that a name follows the country."""
_LISTED = rf"\s+{BARE_NAME}\s*(?:,|,?\s+(?:dan|serta))\s+"


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
    shared: list[Region | None] = [None] * len(offices)
    memory: Memory = {}
    if mentions:
        named = _beside(text, offices, mentions, sentences)
        shared = [
            region or _coordinated(text, index, offices, named)
            for index, region in enumerate(named)
        ]
        memory = _remember(text, offices, shared, mentions, sentences)
    return tuple(
        region or _recall(text, office, memory, mentions, sentence)
        for office, region, sentence in zip(offices, shared, sentences, strict=True)
    )


def _beside(
    text: str,
    offices: Sequence[Office],
    mentions: Sequence[Mention],
    sentences: Sequence[tuple[int, int]],
) -> list[Region | None]:
    """Return the countries named beside the offices."""
    named: list[Region | None] = []
    led: Region | None = None
    for index, (office, (first, last)) in enumerate(
        zip(offices, sentences, strict=True)
    ):
        led = _left(text, office, mentions, first) or (
            led if led and _follows(text, offices, index) else None
        )
        named.append(_right(text, office, mentions, last) or led)
    return named


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
    """Return the first country between two offsets."""
    # A bare start sorts before the mention that begins there.
    index = bisect_left(mentions, (start,))
    found = mentions[index] if index < len(mentions) else None
    return found if found and found.end <= limit else None


def _reaches(gap: str, office: Office, mention: Mention) -> bool:
    """Whether a country stands near enough behind an office to be its own."""
    if len(gap) > WINDOW or _STOP.search(gap):
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
    """Return the country whose delegation the office leads, or which it stands for."""
    word = text[max(0, office.start - WINDOW) : office.start].rsplit(None, 1)[-1:]
    if not _LEADING.issuperset(word):
        return None
    last = bisect_left(mentions, (office.start,)) - 1
    if last >= 0 and mentions[last].end > office.start:
        last -= 1
    # Where the delegation is may stand between: delegasi AS di Doha dipimpin …
    for index in range(last, max(-1, last - 2), -1):
        start, end, place = mentions[index]
        if start < limit:
            break
        # AS dan Rusia diwakili …: the officials of the two are named one by one.
        joined = index and _AND.fullmatch(text, mentions[index - 1].end, start)
        if (
            re.compile(_REPRESENTED).fullmatch(text, end, office.start) and not joined
        ) or (
            re.compile(_LED).fullmatch(text, end, office.start)
            and re.compile(_GROUP).search(text[limit:start])
        ):
            return Region(place.code, text[start:end])
    return None


def _follows(text: str, offices: Sequence[Office], index: int) -> bool:
    """Whether an office stands in a list after another one: *Menlu A, Menhan B*.

    One delegation has no office twice: *Menlu A dan Menlu B* are of two countries.
    """
    if not index:
        return False
    last, office = offices[index - 1], offices[index]
    same = (
        text[last.start : last.end].lower() == text[office.start : office.end].lower()
    )
    return not same and bool(
        re.compile(_LISTED).fullmatch(text, last.end, office.start)
    )


def _coordinated(
    text: str,
    index: int,
    offices: Sequence[Office],
    named: Sequence[Region | None],
) -> Region | None:
    """Return the region that an office shares with the next: *menlu dan menhan AS*."""
    if index + 1 >= len(offices) or named[index + 1] is None:
        return None
    gap = text[offices[index].end : offices[index + 1].start]
    return named[index + 1] if _AND.fullmatch(gap) else None


def _remember(
    text: str,
    offices: Sequence[Office],
    regions: Sequence[Region | None],
    mentions: Sequence[Mention],
    sentences: Sequence[tuple[int, int]],
) -> Memory:
    memory: Memory = {}
    for office, region, sentence in zip(offices, regions, sentences, strict=True):
        if region is None or not office.title or is_title_case(text[slice(*sentence)]):
            continue
        words = _name_words(text, office, mentions, sentence)
        bearer = Bearer(office.start, region.code, words)
        for word in words:
            known = memory.setdefault(word, [])
            if not known or known[-1][1:] != bearer[1:]:
                known.append(bearer)
    return memory


def _name_words(
    text: str,
    office: Office,
    mentions: Sequence[Mention],
    sentence: tuple[int, int],
) -> tuple[str, ...]:
    """Return the words of the name that an office is borne by, the last one first."""
    end = office.end
    follower = _first(mentions, end, sentence[1])
    if follower and _BY_NAME.fullmatch(text, end, follower.start):
        end = follower.end
    name = name_beside(text, office.start, end, sentence)
    if name is None:
        return ()
    spelt = _SPELT.finditer(text[slice(*name)])
    words = [m[0] for m in spelt if not _is_place(mentions, name[0] + m.start())]
    # An initial says nothing; a name of two letters does (Wang Yi, Li Qiang).
    return tuple(word for word in reversed(words) if word[1:] not in {"", "."})


def _is_place(mentions: Sequence[Mention], offset: int) -> bool:
    index = bisect_left(mentions, (offset + 1,)) - 1
    return index >= 0 and offset < mentions[index].end


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
    # In a headline the verb may look like a part of the name: Menlu Rubio Desak …
    may_run_on = len(words) > 1 and is_title_case(text[slice(*sentence)])
    for cut in range(len(words) if may_run_on else 1):
        name = words[cut:]
        for word in name:
            bearers = [one for one in memory.get(word, ()) if is_same(one.words, name)]
            if bearers:
                code = unique_or_nearest(bearers, office.start)
                return Region(code, word) if code else None
    known = holder(words)
    return Region(*known) if known else None
