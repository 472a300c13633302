"""What a misspelt, old or half-remembered query may have meant.

Strings are compared without their spaces by the normalised indel distance
(rapidfuzz's ``fuzz.ratio``), and by their stems, whichever is more alike. Measured
against other ratios, this puts the right term among the first five most often; see
``benchmarks/bench_lookup.py``.
"""

from __future__ import annotations

import heapq
import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from padanan.model import Status
from padanan.search.hits import Hit, How

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from padanan.model import Concept, Term
    from padanan.search.index import Index

CUTOFF = 60.0
"""Below this likeness a term is no answer."""

_STEMMED = 150
"""Number of the most likely terms whose stems are compared too, which is slow."""

_STEMMERS = {"id": "indonesian", "en": "english"}
"""Snowball's names of the languages of its stemmers, by code."""

_BY_STEM = 0.97
"""What equal stems are worth, compared with equal words."""

_WITHIN = 80.0
"""What a term is worth that has the words of the query among its own."""

_WORD = re.compile(r"[^\W_]+")

# Spelling before 1972 (EYD took the place of the Soewandi spelling), in an order
# in which no rule undoes another.
_OLD = (("tj", "c"), ("dj", "\0"), ("nj", "ny"), ("sj", "sy"), ("ch", "kh"),
        ("j", "y"), ("\0", "j"), ("oe", "u"))  # fmt: skip
_MARKS_OF_OLD = ("tj", "dj", "nj", "sj", "oe")


class _Named(NamedTuple):
    """A term with the key it is compared by."""

    key: str
    concept: Concept
    term: Term
    language: str


def search(index: Index, query: str, limit: int) -> tuple[Hit, ...]:
    """Return the concepts with the terms most like a query, best first."""
    queries = tuple(dict.fromkeys((key(query), key(modern(query)))))
    if not queries[0]:
        return ()
    likely = heapq.nlargest(
        _STEMMED,
        ((_alike(queries, named), at, named) for at, named in enumerate(_all(index))),
        key=lambda scored: (scored[0], -scored[1]),
    )
    hits = [
        Hit(named.concept, named.term, named.language, How.SIMILAR, score)
        for plain, _, named in likely
        if (score := max(plain, _by_words(query, named))) >= CUTOFF
    ]
    return tuple(_best_of_each(hits)[:limit])


def _best_of_each(hits: Iterable[Hit]) -> list[Hit]:
    best: dict[str, Hit] = {}
    for hit in sorted(hits, key=_rank):
        best.setdefault(hit.concept.id, hit)
    return list(best.values())


def _rank(hit: Hit) -> tuple[float, bool, str]:
    return -hit.score, hit.term.status is Status.DEPRECATED, hit.concept.id


def _all(index: Index) -> Iterator[_Named]:
    for concept in index.concepts:
        for term in concept.terms:
            yield _Named(key(term.text), concept, term, index.source_language)
        for term in concept.equivalents:
            yield _Named(key(term.text), concept, term, index.target_language)


def _alike(queries: tuple[str, ...], named: _Named) -> float:
    ratio = _ratio()
    return max(float(ratio(query, named.key)) for query in queries)


def _by_words(query: str, named: _Named) -> float:
    """Compare by stems, and see whether the query is a part of the term."""
    asked, words = _words(query), _words(named.term.text)
    if len(asked) < len(words) and _contains(words, asked):
        return _WITHIN + (100 - _WITHIN) * len("".join(asked)) / len(named.key)
    stemmed = (_stems(some, named.language) for some in (asked, words))
    return _BY_STEM * float(_ratio()(*stemmed))


def _contains(words: tuple[str, ...], part: tuple[str, ...]) -> bool:
    size = len(part)
    return any(
        words[at : at + size] == part for at in range(len(words) - size + 1)
    )  # fmt: skip


def _stems(words: tuple[str, ...], language: str) -> str:
    stemmer = _stemmer(language)
    return "".join(stemmer.stemWords(words) if stemmer else words)


def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(_plain(text)))


def key(text: str) -> str:
    """Return the letters and digits of a text, folded, without accents and spaces.

    >>> key("Chargé d’affaires")
    'chargedaffaires'
    """
    return "".join(_words(text))


def _plain(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def modern(text: str) -> str:
    """Return Indonesian in the spelling before 1972 as it is spelt today.

    >>> modern("perdjandjian"), modern("Menteri Loear Negeri"), modern("perjanjian")
    ('perjanjian', 'menteri luar negeri', 'perjanjian')
    """
    plain = text.casefold()
    if any(mark in plain for mark in _MARKS_OF_OLD if mark != "nj"):
        for old, new in _OLD:
            plain = plain.replace(old, new)
    return plain


@cache
def _ratio() -> Any:
    # Imported only here: exact answers, which are nearly all, do without it.
    from rapidfuzz.fuzz import ratio

    return ratio


@cache
def _stemmer(language: str) -> Any:
    import snowballstemmer

    name = _STEMMERS.get(language)
    return snowballstemmer.stemmer(name) if name else None
