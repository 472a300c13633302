"""Portfolios: what ministries and ministers are for, by a table."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from padanan import lazy_re
from padanan.language.tables import rows

_WORDS = lazy_re.compile(r"[\w-]+(?:,? [\w-]+){0,8}")
_MORE = lazy_re.compile(r",? dan (\w+)|, ([A-Z]\w+)")
_WORD = re.compile(r"\w+")
_WORD_ENDS = r"\W"
_FIRST_ENDS = r"[ ,]"
_OTHERS = frozenset({
    "badan", "bank", "delegasi", "departemen", "dewan", "direktur", "dirjen", "dubes",
    "duta", "gubernur", "jaksa", "jenderal", "kapolri", "kedutaan", "kementerian",
    "kepala", "ketua", "komisaris", "komisi", "menko", "menlu", "menteri", "panglima",
    "parlemen", "pejabat", "pemerintah", "perdana", "presiden", "raja", "sekretaris",
    "tim", "utusan", "wakil",
})  # fmt: skip
"""Words with which another person or body begins."""
_LAST = lazy_re.compile(r", dan ", re.IGNORECASE)


class Portfolio(NamedTuple):
    """What a ministry is for.

    Attributes:
        english: everywhere.
        american: name of the department of the United States, empty where it is the
            same.
    """

    english: str
    american: str


def portfolio(indonesian: str) -> Portfolio | None:
    """Return a portfolio, ``None`` for what is none; the last comma may be left out.

    >>> portfolio("Pendidikan Tinggi, Sains dan Teknologi").english
    'higher education, science and technology'
    """
    return _portfolios().get(_folded(indonesian))


def longest_portfolio(text: str, at: int) -> str | None:
    """Return the longest portfolio that stands in a text at an offset (code points).

    >>> longest_portfolio("menteri politik, hukum, dan keamanan Indonesia", 8)
    'politik, hukum, dan keamanan'
    """
    match = _WORDS.match(text, at)
    words = match[0].split(" ") if match else [""]
    for size in _numbers_of_words().get(words[0].rstrip(",").lower(), ()):
        found = " ".join(words[:size]).rstrip(",")
        if size <= len(words) and portfolio(found) is not None:
            return found
    return None


def more_behind(text: str, start: int, end: int) -> int:
    """Return the offset at which a list of fields goes on behind one, -1 if it ends.

    Args:
        text: the document.
        start: half-open offsets of the first field (code points).
        end: likewise.

    >>> more_behind("menteri energi dan pertanian", 8, 14)
    19
    >>> more_behind("Menteri Energi dan Menteri Pertanian", 8, 14)
    -1
    """
    match = _MORE.match(text, end)
    if match is None:
        return -1
    group = match.lastindex or 0
    word = match[group]
    alike = word[0].isupper() is text[start].isupper() and not word.isupper()
    if not alike or word.lower() in _OTHERS:
        return -1
    # With a capital it is a field that the table has not, or a name.
    unknown = word[0].isupper() and group == 1
    return match.start(group) if unknown or word.lower() in _numbers_of_words() else -1


def may_go_on(text: str, at: int) -> bool:
    """Whether a portfolio may have the word at an offset (code points); quick.

    >>> may_go_on("luar negeri", 5), may_go_on("luar biasa", 5)
    (True, False)
    """
    word = _WORD.match(text, at)
    return word is None or word[0].lower() in _words()


@cache
def _words() -> frozenset[str]:
    """Return the words that portfolios have, those behind hyphens left out."""
    words = " ".join(_portfolios()).split()
    return frozenset(re.split(_WORD_ENDS, word)[0] for word in words)


@cache
def _numbers_of_words() -> dict[str, tuple[int, ...]]:
    """Return the numbers of words that portfolios have, by their first words.

    The most come first.
    """
    found: dict[str, set[int]] = {}
    for name in _portfolios():
        words = name.count(" ") + 1
        found.setdefault(re.split(_FIRST_ENDS, name)[0], set()).add(words)
    return {first: tuple(sorted(one, reverse=True)) for first, one in found.items()}


@cache
def by_first_words() -> dict[str, tuple[str, ...]]:
    """Return the portfolios by their first words, in lower case, the longest first.

    That is by the number of words; no comma stands before the last *dan*. The compiled
    core finds ``longest_portfolio`` by them (``native.pieces``).
    """
    found: dict[str, list[str]] = {}
    for name in sorted(_portfolios(), key=lambda name: -name.count(" ")):
        found.setdefault(re.split(r"\W", name)[0], []).append(name)
    return {first: tuple(names) for first, names in found.items()}


def beginnings() -> frozenset[str]:
    """Return the words with which portfolios begin, in lower case.

    >>> {"pertahanan", "luar"} <= beginnings()
    True
    """
    return frozenset(_numbers_of_words())


@cache
def _portfolios() -> dict[str, Portfolio]:
    found = rows("portfolios.tsv")
    return {_folded(row[0]): Portfolio(row[1], *row[2:3] or ("",)) for row in found}


def _folded(name: str) -> str:
    return (_LAST.sub(" dan ", name) if "," in name else name).lower()
