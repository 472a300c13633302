"""Numbers, months and days of the week in a text, whatever language says them.

Indonesian writes 1.234,5 where English writes 1,234.5; a number in figures there may
be a word here, and *2,5 juta* is *2.5 million*.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MONTH, DAY, NUMBER = "month", "day", "number"
LONGEST = 20
"""Maximum number of words in a number."""


class Figure(NamedTuple):
    """A number, month or day of the week.

    Attributes:
        kind: ``number``, ``month`` or ``day``.
        values: what it may mean, more than one where its separators leave it open.
        start: offset of its first code point.
        end: offset behind it.
        written: in figures, not in words.
    """

    kind: str
    values: frozenset[float]
    start: int
    end: int
    written: bool = True


_ONES = {
    "nol": 0, "satu": 1, "dua": 2, "tiga": 3, "empat": 4, "lima": 5, "enam": 6,
    "tujuh": 7, "delapan": 8, "sembilan": 9, "sepuluh": 10, "sebelas": 11,
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
    "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
    "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40,
    "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
    "pertama": 1, "kedua": 2, "ketiga": 3, "keempat": 4, "kelima": 5, "keenam": 6,
    "ketujuh": 7, "kedelapan": 8, "kesembilan": 9, "kesepuluh": 10,
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6,
    "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11,
    "twelfth": 12, "twentieth": 20, "thirtieth": 30, "dozen": 12, "selusin": 12,
    "setengah": 0.5, "half": 0.5, "both": 2, "twice": 2, "once": 1, "sekali": 1,
    "single": 1, "double": 2, "triple": 3, "pair": 2, "couple": 2,
}  # fmt: skip
_TIMES = {
    "puluh": 10, "ratus": 100, "ribu": 1e3, "juta": 1e6, "miliar": 1e9,
    "milyar": 1e9, "triliun": 1e12, "trilyun": 1e12, "hundred": 100,
    "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
    "m": 1e6, "mn": 1e6, "bn": 1e9, "k": 1e3,
}  # fmt: skip
_WHOLE = {"seratus": 100.0, "seribu": 1e3, "sejuta": 1e6, "semiliar": 1e9,
          "hundreds": 100.0, "thousands": 1e3, "millions": 1e6, "ratusan": 100.0,
          "ribuan": 1e3, "jutaan": 1e6, "puluhan": 10.0, "dozens": 12.0}  # fmt: skip

_NAMES = {
    MONTH: (
        "january januari jan", "february februari feb pebruari", "march maret mar",
        "april apr", "may mei", "june juni jun", "july juli jul",
        "august agustus aug agt", "september sept sep", "october oktober oct okt",
        "november nov nopember", "december desember dec des",
    ),
    DAY: (
        "monday senin mon", "tuesday selasa tue tues", "wednesday rabu wed",
        "thursday kamis thu thurs", "friday jumat fri jum'at", "saturday sabtu sat",
        "sunday minggu sun ahad",
    ),
}  # fmt: skip
_NAMED = {
    name: (kind, float(number))
    for kind, listed in _NAMES.items()
    for number, names in enumerate(listed, 1)
    for name in names.split()
}

# Two hundred *and* five is one number: its “and” is no word of its own.
_TOKEN = re.compile(
    r"\d+(?:[.,]\d{1,3}(?!\d))*"
    r"|(?<![^\W\d_])(?!and\b)[^\W\d_]+(?:'[^\W\d_]+)?"
)
# A translation often gives a time for another zone.
_TIME = re.compile(
    r"\b(?:[Pp]ukul|[Jj]am) \d+(?:[.:]\d+)?"
    r"|(?<!\d)\d++(?:[.:]\d++)? ?(?:WIB|WITA|WIT|GMT|[ap]\.?m\b)"
    r"|\b\d{1,2}:\d\d\b"
)
_CENTURY = re.compile(r"\b(\d\d)\d\d ?[-–/] ?\Z")
_BETWEEN = re.compile(r"\s+|\s*-\s*")
_AND = re.compile(r"\s+and\s+")
_ATTACHED = frozenset({"m", "mn", "bn", "k"})
_ALONE = frozenset({"both", "once", "twice", "single", "double", "pair", "couple"})
_TEEN = "belas"


def figures(text: str) -> tuple[Figure, ...]:
    """Return the numbers, months and days of the week of a text, in order.

    >>> [sorted(figure.values) for figure in figures("2,5 juta orang, dua puluh lima")]
    [[2500000.0, 25000000.0], [25.0]]
    >>> [(figure.kind, *figure.values) for figure in figures("Senin 3 Maret")]
    [('day', 1.0), ('number', 3.0), ('month', 3.0)]
    """
    return tuple(_figures(text))


def _figures(text: str) -> Iterator[Figure]:
    times = [match.span() for match in _TIME.finditer(text)]
    tokens = tuple(
        match for match in _TOKEN.finditer(text) if not _is_inside(match.start(), times)
    )
    at = 0
    while at < len(tokens):
        size = _number_size(text, tokens, at)
        if size:
            group = tokens[at : at + size]
            yield Figure(
                NUMBER,
                _values([match[0] for match in group]) | _short_year(text, group[0]),
                group[0].start(),
                group[-1].end(),
                group[0][0][0].isdecimal(),
            )
            at += size
            continue
        named = _name(tokens[at][0])
        if named:
            kind, value = named
            yield Figure(kind, frozenset({value}), *tokens[at].span())
        at += 1


def _is_inside(offset: int, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether an offset lies in one of some disjoint spans, which are in order."""
    index = bisect_right(spans, (offset, math.inf)) - 1
    return index >= 0 and offset < spans[index][1]


def _name(token: str) -> tuple[str, float] | None:
    # "may", "mar" and "minggu" are words too: only the name has a capital.
    return _NAMED.get(token.lower()) if token[:1].isupper() else None


def _number_size(text: str, tokens: tuple[re.Match[str], ...], at: int) -> int:
    """Return how many tokens from this one on make one number, 0 if it is none."""
    first = tokens[at][0].lower()
    if not (first[0].isdecimal() or first in _ONES or first in _WHOLE):
        return 0
    size = 1
    for before, following in pairwise(tokens[at : at + LONGEST]):
        # Only “juta” and the like may follow figures: not 90 juta dua.
        strange = first[0].isdecimal() and following[0].lower() not in _TIMES
        if strange or not _goes_on(before, following, text):
            break
        size += 1
    return size


def _goes_on(last: re.Match[str], following: re.Match[str], text: str) -> bool:
    """Whether a word belongs to the number before it: *dua ratus*, *2,5 juta*."""
    between = text[last.end() : following.start()]
    before, word = last[0].lower(), following[0].lower()
    if not between:
        return before[0].isdecimal() and word in _ATTACHED
    if _AND.fullmatch(between):
        return before in {"hundred", "thousand"} and word in _ONES
    if not _BETWEEN.fullmatch(between) or word in _ATTACHED:
        return False
    if word == _TEEN:
        return before in _ONES and before not in _ALONE
    if word in _TIMES:
        return before not in _ALONE
    if before[0].isdecimal() or word not in _ONES or word in _ALONE:
        return False
    return before not in _ONES or (_ONES[before] >= 20 and _ONES[word] < 10)


def _values(words: list[str]) -> frozenset[float]:
    first, *rest = (word.lower() for word in words)
    if first[0].isdecimal():
        times = math.prod(_TIMES[word] for word in rest)
        return frozenset(round(value * times, 6) for value in _readings(first))
    return frozenset({_in_words([first, *rest])})


def _readings(number: str) -> Iterator[float]:
    """Yield what a number in figures may mean, in either country's notation."""
    for decimal, thousands in ((",", "."), (".", ",")):
        plain = number.replace(thousands, "")
        if plain.count(decimal) <= 1:
            yield float(plain.replace(decimal, "."))


def _short_year(text: str, match: re.Match[str]) -> frozenset[float]:
    """Return the year that *90* is in *1975-90*."""
    before = _CENTURY.search(text, max(0, match.start() - 7), match.start())
    if before and len(match[0]) == 2:
        return frozenset({float(before[1] + match[0])})
    return frozenset()


def _in_words(words: list[str]) -> float:
    """Return the value of a number in words.

    >>> _in_words("seribu dua ratus tiga belas".split())
    1213.0
    """
    total = group = unit = 0.0
    for word in words:
        times = _TIMES.get(word, 0)
        if times >= 1e3:
            total, group, unit = total + (group + unit or 1) * times, 0.0, 0.0
        elif times:
            group, unit = group + (unit or 1) * times, 0.0
        elif word in _WHOLE:
            group += _WHOLE[word]
        else:
            unit += 10 if word == _TEEN else _ONES[word]
    return total + group + unit
