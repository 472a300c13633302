"""Names in an Indonesian article, and whether two spellings mean one name."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from padanan.language import tables
from padanan.language.countries import places

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


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
    spans = tuple(passed)
    group: list[Word] = []
    for word in words(text):
        between = text[group[-1].end : word.start] if group else ""
        may_be = _may_be(text, word, spans)
        if group and (between != " " or not may_be):
            yield from _whole(group)
            group = []
        if may_be:
            group.append(word)
    yield from _whole(group)


def _whole(group: list[Word]) -> Iterator[tuple[Word, ...]]:
    if len(group) > 1:
        yield tuple(group)


def _may_be(text: str, word: Word, passed: tuple[tuple[int, int], ...]) -> bool:
    letters = word.text
    if not letters[0].isupper() or letters.isupper() or len(letters) < SHORTEST:
        return False
    inside = any(start < word.end and word.start < end for start, end in passed)
    return not inside and letters not in _translated()


@cache
def _translated() -> frozenset[str]:
    stopwords = {row[0].capitalize() for row in tables.rows("stopwords.tsv")}
    countries = {part for place in places() for part in place.name.split()}
    cities = {part for row in tables.rows("cities.tsv") for part in row[0].split()}
    return _NO_NAMES | stopwords | countries | cities


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
    return _spelt(one) == _spelt(other)


def _spelt(word: str) -> str:
    found = _POSSESSIVE.sub("", word).casefold()
    for pattern, new in _SPELLINGS:
        found = pattern.sub(new, found)
    return folded(found)


def is_misspelt(one: str, other: str) -> bool:
    """Tell whether a word is another one with a letter or two wrong.

    >>> is_misspelt("Rubio", "Rubbio"), is_misspelt("Rubio", "Ruboi")
    (True, True)
    >>> is_misspelt("Rubio", "Rubio's"), is_misspelt("Marco", "Rubio")
    (False, False)
    """
    most = 2 if len(one) >= LONG else 1
    return 0 < _apart(folded(one), folded(other), most) <= most


def _apart(one: str, other: str, most: int) -> int:
    """Return how many letters differ; two that change places count as one.

    Source: F. J. Damerau, “A technique for computer detection and correction of
    spelling errors”, 1964.
    """
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    last: list[int] = [*range(len(other) + 1)]
    for i, letter in enumerate(one, 1):
        row: list[int] = [i]
        for j, there in enumerate(other, 1):
            cost = min(last[j] + 1, row[-1] + 1, last[j - 1] + (letter != there))
            if i > 1 and j > 1 and (letter, one[i - 2]) == (other[j - 2], there):
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        before, last = last, row
    return last[-1]
