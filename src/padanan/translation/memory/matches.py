"""What a memory knows of a sentence: the same, in the same context, or similar.

Similar sentences are looked for by their rarest words, and compared letter by letter.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from padanan.translation.memory.database import around, by_numbers, key, selected
from padanan.translation.memory.prefill import ALMOST, CLOSE

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Mapping

    from padanan.translation.memory.database import Remembered

READ = 4_000
"""Maximum number of units that the rare words of a sentence may lead to."""

COMPARED = 100
"""Maximum number of units that are compared letter by letter."""

_WORD = re.compile(r"\w+")


class MatchKind(Enum):
    """How a sentence of the memory matches."""

    CONTEXT = "context"
    EXACT = "exact"
    FUZZY = "fuzzy"


class MemoryMatch(NamedTuple):
    """A sentence of the memory that is the same or similar.

    Attributes:
        how: whether it is the same, the same between the same sentences, or similar.
        score: its similarity in per cent.
        unit: the sentence with its translation.
    """

    how: MatchKind
    score: int
    unit: Remembered


class Neighbours(NamedTuple):
    """The sentences around the one that is looked for; empty where there is none."""

    before: str = ""
    after: str = ""


def matches(
    connection: sqlite3.Connection,
    sentence: str,
    place: Neighbours | None = None,
    limit: int = 5,
) -> tuple[MemoryMatch, ...]:
    """Return what a memory knows of a sentence, the best first.

    Args:
        connection: of the memory.
        sentence: Indonesian, without tags.
        place: where it stands, if that is known.
        limit: maximum number of matches.
    """
    same = tuple(_same(connection, sentence, place))
    if len(same) >= limit:
        return same[:limit]
    known = {each.unit.source for each in same}
    similar = (
        each
        for each in _similar(connection, sentence, limit + len(known))
        if each.unit.source not in known
    )
    return (*same, *similar)[:limit]


def _same(
    connection: sqlite3.Connection, sentence: str, place: Neighbours | None
) -> Iterator[MemoryMatch]:
    """Yield translations of the sentence: of its context, then the latest first."""
    found = tuple(
        selected(connection, "WHERE key = ? ORDER BY unit.id DESC", (key(sentence),))
    )
    here = _in_context(connection, place) if place and found else frozenset()
    for how in (MatchKind.CONTEXT, MatchKind.EXACT):
        for number, unit in found:
            if (number in here) == (how is MatchKind.CONTEXT):
                yield MemoryMatch(how, 100, unit)


def _in_context(connection: sqlite3.Connection, place: Neighbours) -> frozenset[int]:
    rows = connection.execute(
        "SELECT unit FROM context WHERE before = ? AND after = ?", around(*place)
    )
    return frozenset(number for (number,) in rows)


def _similar(
    connection: sqlite3.Connection, sentence: str, limit: int
) -> Iterator[MemoryMatch]:
    from rapidfuzz import fuzz, process

    units = dict(by_numbers(connection, _candidates(connection, sentence)))
    texts = {number: _folded(unit.source) for number, unit in units.items()}
    best = process.extract(
        _folded(sentence),
        texts,
        scorer=fuzz.ratio,
        score_cutoff=CLOSE,
        limit=limit,
    )
    for _, score, number in best:
        yield MemoryMatch(MatchKind.FUZZY, min(int(score), ALMOST), units[number])


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


def _candidates(connection: sqlite3.Connection, sentence: str) -> list[int]:
    """Return the numbers of the units that share most of the rare words."""
    words = words_of(sentence)
    counts = _counts(connection, words)
    found: Counter[int] = Counter()
    for word, count in _rarest(counts):
        weight = round(1_000 / math.log2(count + 2))
        rows = connection.execute(
            "SELECT rowid FROM words WHERE words MATCH ? LIMIT ?",
            (f'source: "{word}"', READ),
        )
        found.update({number: weight for (number,) in rows})
    if found:
        return [number for number, _ in found.most_common(COMPARED)]
    return _with_all(connection, words)


def _with_all(connection: sqlite3.Connection, words: Iterable[str]) -> list[int]:
    """Return the numbers of units that have all words, for those that are common."""
    every = " AND ".join(f'"{word}"' for word in words)
    if not every:
        return []
    rows = connection.execute(
        "SELECT rowid FROM words WHERE words MATCH ? LIMIT ?",
        (f"source: ({every})", COMPARED),
    )
    return [number for (number,) in rows]


def _counts(connection: sqlite3.Connection, words: Iterable[str]) -> Mapping[str, int]:
    """Return in how many units each word is that is not common."""
    found = {}
    for word in words:
        if connection.execute(
            "SELECT 1 FROM common WHERE word = ?", (word,)
        ).fetchone():
            continue
        row = connection.execute(
            "SELECT doc FROM vocabulary WHERE term = ? AND col = 'source'", (word,)
        ).fetchone()
        if row:
            found[word] = row[0]
    return found


def _rarest(counts: Mapping[str, int]) -> Iterator[tuple[str, int]]:
    """Yield the rarest words, as long as they lead to few units.

    >>> list(_rarest({"Djibouti": 3, "protes": 3_990, "nota": 3_995}))
    [('Djibouti', 3), ('protes', 3990)]
    """
    total = 0
    for word, count in sorted(counts.items(), key=lambda pair: (pair[1], pair[0])):
        total += count
        if total > READ and total > count:
            return
        yield word, count


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a text as the index has them, each once.

    Source: sqlite.org/fts5.html, "Unicode61 Tokenizer".

    >>> words_of("Kuasa usaha, kuasa penuh")
    ('kuasa', 'usaha', 'penuh')
    """
    return tuple(dict.fromkeys(_all_words(text)))


def concordance(
    connection: sqlite3.Connection, words: str, limit: int
) -> tuple[Remembered, ...]:
    """Return the translations that have some words in either language, latest first.

    Args:
        connection: of the memory.
        words: as they follow each other; capitals and accents do not matter.
        limit: maximum number of translations.
    """
    asked = words_of(words)
    if not asked:
        return ()
    every = " AND ".join(f'"{word}"' for word in asked)
    found: list[Remembered] = []
    phrase = f" {' '.join(_all_words(words))} "
    for _, unit in selected(
        connection,
        "WHERE unit.id IN (SELECT rowid FROM words WHERE words MATCH ?)"
        " ORDER BY unit.id DESC",
        (f"source: ({every}) OR target: ({every})",),
    ):
        texts = (f" {' '.join(_all_words(text))} " for text in unit[:2])
        if any(phrase in text for text in texts):
            found.append(unit)
            if len(found) == limit:
                break
    return tuple(found)


def _all_words(text: str) -> list[str]:
    plain = unicodedata.normalize("NFD", text.lower().replace("_", " "))
    bare = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return _WORD.findall(bare)
