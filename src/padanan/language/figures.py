"""Numbers, months and days of the week in a text, Indonesian or English.

Indonesian writes 1.234,5 where English writes 1,234.5; a number in figures there may
be a word here, and *2,5 juta* is *2.5 million*.
"""

from __future__ import annotations

import math
import re
import unicodedata
from bisect import bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from padanan.language import INDONESIAN

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MONTH, DAY, NUMBER = "month", "day", "number"
LONGEST = 20
"""Maximum number of words in a number."""


class Figure(NamedTuple):
    """A number, month or day of the week.

    Attributes:
        kind: ``number``, ``month`` or ``day``.
        values: what it may mean, more than one if its separators leave it open.
        start: offset of its first code point.
        end: offset after it.
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
    "m": 1e6, "mn": 1e6, "bn": 1e9, "k": 1e3, "lakh": 1e5, "crore": 1e7,
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

_DATE = re.compile(
    r"(?<![\w/.-])(?:(?P<a>\d{1,2})(?P<sep>[/.-])(?P<b>\d{1,2})(?P=sep)"
    r"(?P<year>\d{4}|\d\d)|(?P<first>\d{4})-(?P<c>\d\d)-(?P<d>\d\d)"
    r"|(?<=\()(?P<e>\d{1,2})/(?P<f>\d{1,2})(?=\)))(?![\w/]|[.-]\d)"
)
# Two hundred *and* five is one number: its “and” is not a word of its own.
_TOKEN = re.compile(
    # Thousands are also written with spaces that do not break (ISO 80000-1, 7.3.1).
    r"\d{1,3}(?:[\u00a0\u2007\u2009\u202f]\d{3}(?!\d))+(?:[.,]\d+(?!\d))?"
    r"|\d+[ -]\d/\d(?![\d/])|\d*[½¼¾⅓⅔]"
    r"|\d+(?:[.,]\d{1,3}(?!\d))*"
    r"|(?<![^\W\d_])(?!and\b)[^\W\d_]+(?:'[^\W\d_]+)?"
)
# A translation often gives a time for another zone.
_TIME = re.compile(
    r"\b(?:[Pp]ukul|[Jj]am) \d+(?:[.:]\d+)?"
    r"|(?<!\d)\d++(?:[.:]\d++)? ?(?:WIB|WITA|WIT|GMT|[ap]\.?m\b)"
    r"|\b\d{1,2}:\d\d\b"
)
_FRACTIONS = "½¼¾⅓⅔"
_MIXED = re.compile(
    r"(?P<whole>\d*)(?:[ -](?P<upper>\d)/(?P<lower>\d)|(?P<sign>[½¼¾⅓⅔]))"
)
_SPACES = re.compile(r"\s")
_MONTHS = frozenset(range(1, 13))
_CENTURY = re.compile(r"\b(\d\d)\d\d ?[-–/] ?\Z")
_BETWEEN = re.compile(r"\s+|\s*-\s*")
_AND = re.compile(r"[\s-]+and[\s-]+")
_ATTACHED = frozenset({"m", "mn", "bn", "k"})
_ALONE = frozenset({"both", "once", "twice", "single", "double", "pair", "couple"})
_TEEN = "belas"
_POINT = "point"


def figures(text: str, language: str = INDONESIAN) -> tuple[Figure, ...]:
    """Return the numbers, months and days of the week of a text, in order.

    Args:
        text: any text.
        language: whose separators numbers have: ``id`` or ``en``.

    >>> [sorted(figure.values) for figure in figures("2,5 juta orang, dua puluh lima")]
    [[2500000.0], [25.0]]
    >>> [sorted(figure.values) for figure in figures("1.5", "en")]
    [[1.5]]
    >>> [(figure.kind, *figure.values) for figure in figures("Senin 3 Maret")]
    [('day', 1.0), ('number', 3.0), ('month', 3.0)]
    >>> [(figure.kind, *figure.values) for figure in figures("17/5/2025")]
    [('number', 17.0), ('month', 5.0), ('number', 2025.0)]
    """
    text = text.replace("’", "'")
    dates = [match for match in _DATE.finditer(text) if _is_date(match)]
    found = [figure for match in dates for figure in _of_date(match, language)]
    passed = sorted(match.span() for match in (*dates, *_TIME.finditer(text)))
    found += _figures(text, passed, language)
    return tuple(sorted(found, key=lambda figure: figure.start))


def _is_date(match: re.Match[str]) -> bool:
    """Whether figures are a day and a month, in either order."""
    some = [int(match[name]) for name in "abcdef" if match[name]]
    return 1 <= min(some) <= 12 and max(some) <= 31


def _of_date(match: re.Match[str], language: str) -> Iterator[Figure]:
    """Yield day, month and year of a date in figures.

    Indonesian and British English begin with the day, American English with the month
    (17/5/2025, 5/17/2025); ISO 8601 ends with it (2025-05-17).
    """
    first, second = (name for name in "abcdef" if match[name])
    if first == "c":
        first, second = second, first
    days, months = {int(match[first])}, {int(match[second])}
    if language != INDONESIAN or not months & _MONTHS:
        days, months = days | months, days | months
    yield _written(NUMBER, days, match.span(first))
    yield _written(MONTH, months & _MONTHS, match.span(second))
    for name in ("year", "first"):
        if year := match[name]:
            years = {int(year)} if len(year) == 4 else _centuries(int(year))
            yield _written(NUMBER, years, match.span(name))


def _centuries(year: int) -> set[int]:
    return {year, 1900 + year, 2000 + year}


def _written(kind: str, values: set[int], span: tuple[int, int]) -> Figure:
    return Figure(kind, frozenset(map(float, values)), *span)


def _figures(
    text: str, passed: list[tuple[int, int]], language: str
) -> Iterator[Figure]:
    tokens = tuple(
        match
        for match in _TOKEN.finditer(text)
        if not _is_inside(match.start(), passed)
    )
    at = 0
    while at < len(tokens):
        size = _number_size(text, tokens, at)
        if size:
            group = tokens[at : at + size]
            yield Figure(
                NUMBER,
                _values([match[0] for match in group], language)
                | _short_year(text, group[0]),
                group[0].start(),
                group[-1].end(),
                _is_digit(group[0][0][0]),
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
    if not token[:1].isupper():
        return None
    name = token.lower().removesuffix("'s")
    found = _NAMED.get(name)
    # Fridays; but no month has a plural.
    plural = None if found else _NAMED.get(name.removesuffix("s"))
    return found or (plural if plural and plural[0] == DAY else None)


def _number_size(text: str, tokens: tuple[re.Match[str], ...], at: int) -> int:
    """Return how many tokens from this one on make one number, 0 if it is none."""
    first = tokens[at][0].lower()
    if not (_is_digit(first[0]) or first in _ONES or first in _WHOLE):
        return 0
    size = 1
    for before, following in pairwise(tokens[at : at + LONGEST]):
        # Only “juta” and the like may follow figures: not 90 juta dua.
        strange = first[0].isdecimal() and following[0].lower() not in _TIMES
        if strange or not _goes_on(before, following, text):
            break
        size += 1
    return size


def _is_digit(char: str) -> bool:
    return char.isdecimal() or char in _FRACTIONS


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
    if _POINT in {before, word}:
        return between == "-" and {before, word} - {_POINT} <= _ONES.keys()
    if word == _TEEN:
        return before in _ONES and before not in _ALONE
    if word in _TIMES:
        return before not in _ALONE
    if before[0].isdecimal() or word not in _ONES or word in _ALONE:
        return False
    return before not in _ONES or (_ONES[before] >= 20 and _ONES[word] < 10)


def _values(words: list[str], language: str) -> frozenset[float]:
    first, *rest = (word.lower() for word in words)
    if _is_digit(first[0]):
        times = math.prod(_TIMES[word] for word in rest)
        return frozenset(
            round(value * times, 6) for value in _readings(first, language)
        )
    return frozenset({_in_words([first, *rest])})


def _readings(number: str, language: str) -> Iterator[float]:
    """Yield what a number in figures may mean.

    A separator of thousands has three digits after it and one to three before it, which
    do not begin with 0. Indonesian texts have numbers of English wires, and
    translations those that were left as they are: where one separator has three digits
    after it, a number may be either.

    >>> [*_readings("1.500", "id")], [*_readings("1,500", "id")]
    ([1500.0], [1.5, 1500.0])
    >>> [*_readings("2,5", "en")], [*_readings("0.125", "id")]
    ([2.5], [0.125])
    >>> [*_readings("11-1/2", "en")], [*_readings("3½", "en")]
    ([11.5], [3.5])
    """
    mixed = _MIXED.fullmatch(number)
    if mixed:
        yield _of_fraction(mixed)
        return
    number = _SPACES.sub("", number)
    decimal, thousands = (",", ".") if language == INDONESIAN else (".", ",")
    own = _value(number, decimal, thousands)
    if own is not None:
        yield own
    foreign = _value(number, thousands, decimal)
    if foreign is not None and (own is None or decimal in number):
        yield foreign
    if own is foreign is None:
        # Several numbers, such as the parts of an address.
        yield float("".join(filter(str.isdecimal, number)))


def _of_fraction(mixed: re.Match[str]) -> float:
    whole = float(mixed["whole"] or 0)
    if mixed["sign"]:
        return whole + unicodedata.numeric(mixed["sign"])
    return whole + int(mixed["upper"]) / (int(mixed["lower"]) or 1)


def _value(number: str, decimal: str, thousands: str) -> float | None:
    """Return the value of a number with these separators; ``None`` if it is none."""
    whole, _, rest = number.partition(decimal)
    groups = whole.split(thousands)
    if not rest.isdecimal() and rest:
        return None
    if len(groups) > 1 and not _are_thousands(groups):
        return None
    return float(f"{''.join(groups)}.{rest or 0}")


def _are_thousands(groups: list[str]) -> bool:
    first, *others = groups
    return (
        len(first) <= 3
        and not first.startswith("0")
        and all(len(group) == 3 for group in others)
    )


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
    >>> _in_words("one point two five billion".split())
    1250000000.0
    """
    if _POINT in words:
        return _with_point(words)
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


def _with_point(words: list[str]) -> float:
    """Return the value of a decimal in words: *one-point-two billion*."""
    at = words.index(_POINT)
    behind = words[at + 1 :]
    digits = [str(_ONES[word]) for word in behind if word in _ONES]
    times = math.prod(_TIMES.get(word, 1) for word in behind)
    whole = int(_in_words(words[:at]))
    return round(float(f"{whole}.{''.join(digits) or 0}") * times, 6)
