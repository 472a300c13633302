"""Whose office is meant: the country that the text names beside it or elsewhere.

A country to the right of the office decides (measured on news: *Menteri Luar Negeri AS*
is the Secretary of State in 38 of 38 cases). One to the left does so only in listed
patterns: elsewhere it never helped. What a document says of a person's country counts
wherever it names the person.

``native.placing`` does the same by numbers: what changes here changes there.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from padanan.language.countries import PlaceKind
from padanan.matching.conditions.gates import WINDOW
from padanan.matching.offices import (
    BARE_NAME,
    Bearer,
    Memory,
    holder,
    is_lower_behind,
    is_same,
    is_title_case,
    name_beside,
    remember,
    unique_or_nearest,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from padanan.matching.mentions import Mention, Mentions

REACH = 2
"""Maximum number of words between an office and the country to the right of it."""

LINKS = frozenset({"dari", "asal", "republik", "kerajaan", "negara"})
"""Words between an office and its country that do not count."""
_ELSEWHERE = frozenset({"di", "ke", "untuk", "pada", "bagi", "terhadap", "kepada"})
"""Prepositions before a country where something is, or to which it goes."""

_WORD = re.compile(r"\w+(?:['’-]\w+)*")
_SPELT = re.compile(r"\S+")
_STOP = re.compile(r"[.;:!?]\s|\n")
_PAIRING = frozenset("-–")
_BRACKETED = re.compile(r"\s*+\([^()]{1,40}\)")
_AND = re.compile(r"\s*+(?:,\s*+)?(?:dan|serta|atau|maupun|/|,)\s+")
# Few texts need these three and _LISTED, so they are compiled where they are used.
_LED = (
    r"\s+(?:(?:di|ke)\s+[A-Z]\w+\s+)?(?:yang\s+)?"
    r"(?:dipimpin|diketuai|diwakili|dikepalai)(?:\s+oleh)?\s+\Z"
    r"|\s+(?:melalui|lewat)\s+\Z"
)
LEADING = frozenset({
    "dikepalai", "diketuai", "dipimpin", "diwakili", "lewat", "melalui", "oleh",
})  # fmt: skip
"""The last words of these two patterns, which are cheap to look for."""
_REPRESENTED = r"\s+(?:(?:akan|telah|sudah|hanya|juga)\s+)?diwakili(?:\s+oleh)?\s+"
_GROUP = (
    r"(?i)\b(?:delegasi|tim|rombongan|perutusan|pihak|utusan|kubu|pemerintah)"
    r"(?:\s+negosiasi|\s+perunding)?\s+\Z"
)
_BY_NAME = re.compile(r"\W*|\s+dari\s+|\s+asal\s+")
"""What may stand between an office and its country where a name follows."""
_OF = ("dari", "asal")
"""The words in that pattern."""
_LISTED = rf"\s+{BARE_NAME}(?:\s*+,(?:\s++(?:dan|serta))?|\s++(?:dan|serta))\s+"

_new = tuple.__new__


class Region(NamedTuple):
    """A country and the words of the text that point to it."""

    code: str
    because: str


class Office(NamedTuple):
    """An office in the text.

    Attributes:
        start: offset in the text.
        end: offset behind it.
        title: whether a person bears it as a title.
        sentence: half-open offsets of its sentence.
        led: whether words before it may say whose delegation its bearer leads.
        followed: whether a country may follow it in its sentence.
        borne: whether the name of a person may stand beside it.
    """

    start: int
    end: int
    title: bool
    sentence: tuple[int, int]
    led: bool = True
    followed: bool = True
    borne: bool = True


def assign(mentions: Mentions, offices: Sequence[Office]) -> tuple[Region | None, ...]:
    """Return the region of each office, in two passes over the document.

    Args:
        mentions: the document and the countries named in it.
        offices: the offices in the order of the text.
    """
    shared: list[Region | None] = [None] * len(offices)
    if mentions.found:
        named = _beside(mentions, offices)
        shared = [
            region or _coordinated(mentions.text, index, offices, named)
            for index, region in enumerate(named)
        ]
    names = _names_to_recall(mentions, offices, shared)
    if not names:
        return tuple(shared)
    titled = _TitleCase(mentions.text)
    memory = _remember(mentions, offices, shared, titled, names)
    for number, name in names.items():
        shared[number] = _recall(offices[number], name, memory, titled)
    return tuple(shared)


def _names_to_recall(
    mentions: Mentions, offices: Sequence[Office], regions: Sequence[Region | None]
) -> dict[int, tuple[str, ...]]:
    """Return the names that have to tell the region of offices, by their numbers."""
    found: dict[int, tuple[str, ...]] = {}
    for number, office in enumerate(offices):
        if regions[number] is None and office.title and office.borne:
            name = _name_words(mentions, office)
            if name:
                found[number] = name
    return found


def _beside(mentions: Mentions, offices: Sequence[Office]) -> list[Region | None]:
    """Return the countries named beside the offices."""
    named: list[Region | None] = []
    led: Region | None = None
    for index, office in enumerate(offices):
        earlier = led
        led = left(mentions, office) if office.led else None
        if led is None and earlier:
            last = offices[index - 1]
            led = earlier if follows(mentions.text, last, office) else None
        named.append((right(mentions, office) if office.followed else None) or led)
    return named


def right(mentions: Mentions, office: Office) -> Region | None:
    """Return the country to the right of an office."""
    limit = office.sentence[1]
    found = mentions.first(office.end, limit)
    if found is None:
        return None
    gap = mentions.text[office.end : found[0]]
    # Most countries stand just beside the office or far from it.
    if gap != " ":
        start = office.end
        if "(" in gap:
            start = _behind_bracket(mentions, office)
            found = mentions.first(start, limit)
        if found is None or found[0] - start > WINDOW:
            return None
        if not reaches(mentions.text[start : found[0]], office, found):
            return None
    if _is_pair(mentions, found):
        return None
    return _new(Region, (found[2].code, mentions.words(found)))


def _behind_bracket(mentions: Mentions, office: Office) -> int:
    """Return the offset behind an office and its short form in brackets.

    That is no country: *Menteri Luar Negeri (Menlu) AS*.
    """
    start = office.end
    bracket = _BRACKETED.match(mentions.text, start, office.sentence[1])
    if bracket and not mentions.first(start, bracket.end()):
        return bracket.end()
    return start


def reaches(gap: str, office: Office, mention: Mention) -> bool:
    """Whether a country stands near enough behind an office to be its own."""
    words = _WORD.findall(gap)
    last = words[-1].lower() if words else ""
    capital = mention.place.kind is PlaceKind.CAPITAL
    if last in _ELSEWHERE and (office.title or not capital or last != "di"):
        return False
    if last == "dari" and capital and office.title:
        return False
    if last == "di":
        words.pop()
    between = [word for word in words if word.lower() not in LINKS]
    if len(between) > REACH or not all(word[0].isupper() for word in between):
        return False
    return _STOP.search(gap) is None


def _is_pair(mentions: Mentions, mention: Mention) -> bool:
    """Whether the country is half of a pair: *menlu AS-Rusia* are two persons."""
    end = mention[1]
    if mentions.text[end : end + 1] not in _PAIRING:
        return False
    return mentions.starting_at(end + 1) is not None


def left(mentions: Mentions, office: Office) -> Region | None:
    """Return the country whose delegation the office leads, or which it stands for.

    ``native.placing`` asks only where a country stands before it in the sentence.
    """
    text, found, limit = mentions.text, mentions.found, office.sentence[0]
    word = text[max(0, office.start - WINDOW) : office.start].rsplit(None, 1)[-1:]
    if not LEADING.issuperset(word):
        return None
    last = bisect_left(found, (office.start,)) - 1
    if last >= 0 and found[last].end > office.start:
        last -= 1
    # Where the delegation is may stand between: delegasi AS di Doha dipimpin …
    for index in range(last, max(-1, last - 2), -1):
        start, end, place = found[index]
        if start < limit:
            break
        # AS dan Rusia diwakili …: the officials of the two are named one by one.
        joined = index and _AND.fullmatch(text, found[index - 1].end, start)
        if (
            re.compile(_REPRESENTED).fullmatch(text, end, office.start) and not joined
        ) or (
            re.compile(_LED).fullmatch(text, end, office.start)
            and re.compile(_GROUP).search(text, max(limit, start - WINDOW), start)
        ):
            return Region(place.code, text[start:end])
    return None


def follows(text: str, last: Office, office: Office) -> bool:
    """Whether an office stands in a list after another one: *Menlu A, Menhan B*.

    One delegation has no office twice: *Menlu A dan Menlu B* are of two countries.
    """
    same = (
        text[last.start : last.end].lower() == text[office.start : office.end].lower()
    )
    return not same and bool(
        re.compile(_LISTED).fullmatch(text, last.end, office.start)
    )


def are_joined(gap: str) -> bool:
    """Whether what stands between two offices joins them: *dan*, a comma, a stroke."""
    return _AND.fullmatch(gap) is not None


def _coordinated(
    text: str,
    index: int,
    offices: Sequence[Office],
    named: Sequence[Region | None],
) -> Region | None:
    """Return the region that an office shares with the next: *menlu dan menhan AS*."""
    region = named[index + 1] if index + 1 < len(named) else None
    if region is None:
        return None
    gap = text[offices[index].end : offices[index + 1].start]
    return region if are_joined(gap) else None


def _remember(
    mentions: Mentions,
    offices: Sequence[Office],
    regions: Sequence[Region | None],
    titled: _TitleCase,
    names: Mapping[int, tuple[str, ...]],
) -> Memory:
    """Return what the document says of the countries of persons.

    Args:
        mentions: the document and the countries named in it.
        offices: the offices.
        regions: of each, where it is known.
        titled: whether sentences are in title case.
        names: those of which it will be asked.
    """
    memory: Memory = {}
    asked = frozenset(chain.from_iterable(names.values()))
    for office, region in zip(offices, regions, strict=True):
        if region is None or not office.title:
            continue
        words = _name_words(mentions, office)
        if not asked.isdisjoint(words) and not titled[office.sentence]:
            remember(memory, Bearer(region.code, words), office.start)
    return memory


class _TitleCase(dict[tuple[int, int], bool]):
    """Whether sentences are in title case; each is looked at once."""

    def __init__(self, text: str) -> None:
        self.text = text

    def __missing__(self, sentence: tuple[int, int]) -> bool:
        found = self[sentence] = is_title_case(self.text[slice(*sentence)])
        return found


def _name_words(mentions: Mentions, office: Office) -> tuple[str, ...]:
    """Return the words of the name of the person in an office, the last one first."""
    text, end = mentions.text, office.end
    if not is_lower_behind(text, end) or text.startswith(_OF, end + 1):
        follower = mentions.first(end, office.sentence[1])
        if follower and is_by_name(text, end, follower[0]):
            end = follower[1]
    name = name_beside(text, office.start, end, office.sentence)
    if name is None:
        return ()
    words = text[slice(*name)].split()
    if mentions.touch(*name):
        spelt = _SPELT.finditer(text[slice(*name)])
        words = [m[0] for m in spelt if not mentions.covers(name[0] + m.start())]
    # An initial says nothing; a name of two letters does (Wang Yi, Li Qiang).
    return tuple([word for word in reversed(words) if word[1:] not in {"", "."}])


def is_by_name(text: str, start: int, end: int) -> bool:
    """Whether a name may follow the country behind an office.

    Args:
        text: the document.
        start: where the office ends.
        end: where the country begins.
    """
    return _BY_NAME.fullmatch(text, start, end) is not None


def _recall(
    office: Office, words: tuple[str, ...], memory: Memory, titled: _TitleCase
) -> Region | None:
    """Return the region of an office by the name of the person who bears it.

    Args:
        office: the office.
        words: of the name, the last one first.
        memory: what the document says of the countries of persons.
        titled: whether sentences are in title case.
    """
    if not memory.keys().isdisjoint(words):
        # In a headline the verb may look like a part of the name: Menlu Rubio Desak …
        headline = len(words) > 1 and titled[office.sentence]
        for cut in range(len(words) if headline else 1):
            found = region_of_name(words[cut:], memory, office.start)
            if found:
                code, word = found
                return Region(code, word) if code else None
    known = holder(words)
    return Region(*known) if known else None


def region_of_name(
    name: tuple[str, ...], memory: Memory, before: int
) -> tuple[str | None, str] | None:
    """Return the region of a name that the document knows, and the word that tells."""
    for word in name:
        known = memory.get(word, {})
        bearers = [(one, at) for one, at in known.items() if is_same(one.words, name)]
        if bearers:
            return unique_or_nearest(bearers, before), word
    return None
