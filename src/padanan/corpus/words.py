"""The words of an Indonesian corpus without inflection, in runs between stop words."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from padanan.language.countries import places
from padanan.language.indonesian import JOINABLE, PARTICLES, THIRD_PERSON
from padanan.language.tables import rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_TOKEN = re.compile(r"[^\W\d_]+(?:[-‐‑][^\W\d_]+)*|\S")
_HYPHEN = re.compile(r"[-‐‑]")
# Without -ku and -mu, which too many other words end with (pelaku, ilmu).
_CLITICS = (THIRD_PERSON, *PARTICLES)
_SHORTEST = 4
"""Minimum number of letters of a word without its clitic."""
_NAME = 0.1
"""A word that is written in lower case less often than this is a name."""


class Lemma(NamedTuple):
    """The lemma of a word, and where the word is.

    Attributes:
        text: the word in lower case, without clitic and reduplication.
        start: offset in the text.
        end: offset after it.
    """

    text: str
    start: int
    end: int


Run = tuple[Lemma, ...]


class CorpusWords(NamedTuple):
    """How often the words of a corpus occur in lower case, and in any case."""

    small: Counter[str]
    all: Counter[str]
    acronyms: frozenset[str]

    def is_name(self, lemma: str) -> bool:
        """Whether a word is a name: nearly always with a capital, and no acronym."""
        return (
            lemma not in self.acronyms and self.small[lemma] < _NAME * self.all[lemma]
        )


def vocabulary(texts: Iterable[str]) -> CorpusWords:
    """Count the words of a corpus, with their clitics."""
    small, every = Counter[str](), Counter[str]()
    acronyms = set()
    for text in texts:
        for match in _TOKEN.finditer(text):
            token = match[0]
            if token[0].isalpha():
                lemma = _single(token)
                every[lemma] += 1
                small[lemma] += token[0].islower()
                if token.isupper() and len(token) > 1:
                    acronyms.add(lemma)
    return CorpusWords(small, every, frozenset(acronyms))


def _single(token: str) -> str:
    """Return a word in lower case, once where it is reduplicated.

    >>> _single("Perundingan-perundingannya"), _single("anti-AS")
    ('perundingan', 'anti-as')
    """
    lower = token.lower()
    head, *rest = _HYPHEN.split(lower)
    if len(rest) == 1 and rest[0].startswith(head):
        return head
    return lower


def lemmas(text: str, known: CorpusWords) -> tuple[str, ...]:
    """Return the words of a term as they are folded in a corpus.

    >>> lemmas("Duta-duta Besar", vocabulary(()))
    ('duta', 'besar')
    """
    return tuple(
        lemma
        for match in _TOKEN.finditer(text)
        if match[0][0].isalpha()
        for lemma in _parts(_lemma(match[0], known))
    )


def _lemma(token: str, known: CorpusWords) -> str:
    lower = _single(token)
    for clitic in _CLITICS:
        rest = lower.removesuffix(clitic)
        # "hanya" and "punya" have no clitic: what would be left is not a word.
        if rest != lower and len(rest) >= _SHORTEST and known.all[rest]:
            return rest
    return lower


def _parts(lemma: str) -> tuple[str, ...]:
    return _joined().get(lemma, (lemma,))


@cache
def _joined() -> dict[str, tuple[str, ...]]:
    return {pair.replace(" ", ""): tuple(pair.split()) for pair in JOINABLE}


@cache
def stop_words() -> dict[str, str]:
    """Return the words that bound a candidate, and where: all, ends or last."""
    return {row[0]: row[1] for row in rows("stopwords.tsv")}


@cache
def country_names() -> frozenset[tuple[str, ...]]:
    """Return the names of countries in Indonesian as words in lower case."""
    return frozenset(
        tuple(place.name.lower().split()) for place in places() if place.code
    )


def runs(text: str, known: CorpusWords) -> Iterator[Run]:
    """Yield the words between stop words, marks, numbers and line ends.

    >>> text = "perundingan damai di Istanbul, kata Lavrov"
    >>> found = runs(text, vocabulary([text]))
    >>> [[word.text for word in run] for run in found if run]
    [['perundingan', 'damai'], ['istanbul'], ['lavrov']]
    """
    run: list[Lemma] = []
    last = 0
    for match in _TOKEN.finditer(text):
        token = match[0]
        if not token[0].isalpha() or "\n" in text[last : match.start()]:
            yield tuple(run)
            run = []
        last = match.end()
        if token[0].isalpha():
            lemma = _lemma(token, known)
            if stop_words().get(lemma) == "all" or len(lemma) < 2:
                yield tuple(run)
                run = []
            else:
                run += (Lemma(part, *match.span()) for part in _parts(lemma))
    yield tuple(run)
