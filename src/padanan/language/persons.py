"""Names in an Indonesian article, and whether two spellings mean one name."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from functools import cache, lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from padanan.language import tables
from padanan.language.countries import places

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


class Word(NamedTuple):
    """A word of a name.

    Attributes:
        text: the word.
        start: offset of its first code point.
        end: offset after it.
    """

    text: str
    start: int
    end: int


SHORTEST = 3
"""Minimum number of letters of a word of a name."""
LONG = 7
"""Number of letters from which two of them may differ by mistake."""

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_POSSESSIVE = re.compile(r"['’]s?\Z")

_NO_NAMES = frozenset({
    "Agung", "Akademi", "Angkatan", "Asosiasi", "Badan", "Bank", "Brigade",
    "Brigadir", "Departemen", "Dewan", "Federasi", "Front", "Gedung", "Gerakan",
    "Hubungan", "Institut", "Intelijen", "Jenderal", "Jendral", "Kabinet", "Kamp",
    "Kapten", "Kementerian", "Kolonel", "Komandan", "Komando", "Komisi", "Komite",
    "Laksamana", "Lembaga", "Letnan", "Mahkamah", "Majelis", "Marsekal", "Mayor",
    "Nasional", "Operasional", "Pangeran", "Partai", "Presiden", "Profesor", "Pusat",
    "Sekolah", "Senator", "Serikat", "Sersan", "Syeikh", "Syekh", "Tentara",
    "Universitas",
})  # fmt: skip
"""Ranks and bodies that are written with capitals before and in names."""

# Conventions of writing names that are Arabic, Slavic or in old Indonesian spelling.
_SPELLINGS = tuple(
    (re.compile(pattern), new)
    for pattern, new in (
        (r"^(?:al|el|as|ash|an|ar|at|ad)[-' ]", ""),
        (r"sy|sj|sch|sh", "s"),
        (r"tj|ch|c", "k"),
        (r"dj|zh|z", "j"),
        (r"kh|gh|q", "k"),
        (r"oe|ou|oo|o|w", "u"),
        (r"ie|ee|ei|ai|ay|y|j|e", "i"),
        (r"ph|v", "f"),
        (r"h", ""),
    )
)


def words(text: str) -> tuple[Word, ...]:
    """Return the words of a text, those with a hyphen or apostrophe as one."""
    return tuple(Word(match[0], *match.span()) for match in _WORD.finditer(text))


def names(
    text: str, passed: Iterable[tuple[int, int]] = ()
) -> Iterator[tuple[Word, ...]]:
    """Yield two or more words with capitals after each other: names, mostly.

    Args:
        text: Indonesian.
        passed: half-open offsets of what is not a name, such as recognised terms.

    >>> text = "kata Marco Rubio di Laut Cina Selatan"
    >>> [[word.text for word in name] for name in names(text)]
    [['Marco', 'Rubio']]
    """
    spans = sorted(passed)
    starts = [start for start, _ in spans]
    reach = [*accumulate((end for _, end in spans), max)]
    group: list[Word] = []
    for word in words(text):
        between = text[group[-1].end : word.start] if group else ""
        at = bisect_left(starts, word.end)
        may_be = not (at and reach[at - 1] > word.start) and _may_be(word.text)
        if group and (between != " " or not may_be):
            yield from _whole(group)
            group = []
        if may_be:
            group.append(word)
    yield from _whole(group)


def _whole(group: list[Word]) -> Iterator[tuple[Word, ...]]:
    if len(group) > 1:
        yield tuple(group)


def _may_be(word: str) -> bool:
    if not word[0].isupper() or word.isupper() or len(word) < SHORTEST:
        return False
    return word not in _translated()


def is_name(word: str) -> bool:
    """Tell whether a word may be part of a name that is the same in English.

    Initials and short abbreviations may be.

    >>> [is_name(word) for word in ("Coulter", "J", "Rusia", "Presiden", "nota")]
    [True, True, False, False, False]
    """
    shouted = word.isupper() and len(word) > SHORTEST
    return word[0].isupper() and not shouted and word not in _translated()


@cache
def _translated() -> frozenset[str]:
    stopwords = {row[0].capitalize() for row in tables.rows("stopwords.tsv")}
    countries = {part for place in places() for part in place.name.split()}
    cities = {part for row in tables.rows("cities.tsv") for part in row[0].split()}
    return _NO_NAMES | stopwords | countries | cities


@lru_cache(maxsize=65_536)
def folded(word: str) -> str:
    """Return a name without accents, apostrophes, hyphens, case and *'s*.

    >>> folded("Al-Assad’s"), folded("Erdoğan")
    ('alassad', 'erdogan')
    """
    plain = _POSSESSIVE.sub("", word)
    letters = unicodedata.normalize("NFKD", plain.replace("ı", "i"))
    return "".join(filter(str.isalpha, letters)).casefold()


def is_variant(one: str, other: str) -> bool:
    """Tell whether two words are one name as two conventions write it.

    >>> is_variant("Syarif", "Sharif"), is_variant("Al-Assad", "Assad")
    (True, True)
    >>> is_variant("Rubio", "Rubino"), is_variant("Chavez", "Cahvez")
    (False, False)
    """
    # No convention puts the same letters in another order.
    first, second = folded(one), folded(other)
    if first != second and sorted(first) == sorted(second):
        return False
    return spelt(one) == spelt(other)


@lru_cache(maxsize=65_536)
def spelt(word: str) -> str:
    """Return what is the same for all conventions of writing a name.

    >>> spelt("Syarif") == spelt("Sharif")
    True
    """
    found = _POSSESSIVE.sub("", word).casefold()
    for pattern, new in _SPELLINGS:
        found = pattern.sub(new, found)
    return folded(found)


def misspelt_among(word: str, others: Sequence[str]) -> tuple[int, ...]:
    """Return the numbers of words that are another one with a letter or two wrong.

    Two letters that change places count as one (F. J. Damerau, “A technique for
    computer detection and correction of spelling errors”, 1964).

    Args:
        word: the one that is right.
        others: those that may be wrong, ``folded``.

    >>> misspelt_among("Rubio", [*map(folded, ("Ruboi", "Rubio’s", "Marco"))])
    (0,)
    """
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extract

    most = 2 if len(word) >= LONG else 1
    found = extract(
        folded(word), others, scorer=OSA.distance, score_cutoff=most, limit=None
    )
    return tuple(sorted(number for _, apart, number in found if apart))
