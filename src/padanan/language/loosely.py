"""Whether an English sentence has the words of a term in a freer form than ``english``.

Relatives of its words (``families``: *weaponry*), other modifiers between them (*senior
Defence Department official*), prepositions (*a spokesman for the president*), and verbs
for nouns that name an action (*withdrawing British troops*). What is found so says the
same less surely; a check asks for it only where nothing plainer is there.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from padanan.language.english import read_sentence
from padanan.language.families import (
    are_alike,
    are_related,
    compound_family,
    family,
    name_the_same,
)
from padanan.language.plurals import plural
from padanan.language.stems import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from padanan.language.english import Sentence

_PREPOSITIONS = frozenset({
    "against", "among", "at", "between", "by", "for", "from", "in", "of", "on", "over",
    "to", "with",
})  # fmt: skip
_HELPERS = frozenset({
    "are", "be", "been", "being", "can", "could", "had", "has", "have", "is", "must",
    "should", "to", "was", "were", "will", "would",
})  # fmt: skip
_OWNERS = frozenset({"its", "his", "her", "their", "our", "all", "more", "out", "back"})
_FUNCTION = _PREPOSITIONS | _HELPERS | _OWNERS | frozenset({
    "after", "also", "although", "and", "as", "because", "before", "but", "did", "do",
    "does", "during", "he", "i", "if", "into", "it", "may", "me", "might", "not", "or",
    "said", "say", "says", "she", "since", "so", "than", "that", "them", "then",
    "there", "these", "they", "this", "those", "through", "under", "until", "us", "we",
    "what", "when", "where", "which", "while", "who", "whom", "whose", "with",
    "without", "you", "your", "told", "met", "made", "took", "came", "held", "left",
    "saw", "went", "gave", "began",
})  # fmt: skip
"""Words that end a noun phrase, or cannot stand inside a compound."""
_ASIDE = 4
"""Maximum number of other words between two words of a term."""
_CLOSE = frozenset(len(f" {article}") + 1 for article in ("a", "an", "the")) | {1}
"""Lengths of what may stand between words: a space, or an article with two."""
_LEAST = 4
"""Minimum number of letters of a word that has relatives."""


class _Words(NamedTuple):
    """The words of a term: those before its head in English, and the head."""

    before: tuple[str, ...]
    head: str

    @property
    def all(self) -> tuple[str, ...]:
        """The words as a compound has them."""
        return (*self.before, self.head)


def find_loosely(sentence: Sentence, term: str) -> Iterator[tuple[int, int]]:
    """Yield where a text has the words of a term in a freer form.

    Args:
        sentence: the text.
        term: what is looked for, in its canonical form.

    Yields:
        Half-open offsets in the text (code points); a place may come twice.

    >>> def found(text, term):
    ...     return [text[s:e] for s, e in find_loosely(read_sentence(text), term)]
    >>> found("a senior Defence Department official", "senior official")
    ['senior Defence Department official']
    >>> found("withdrawing British troops", "troop withdrawal")
    ['withdrawing British troops']
    >>> found("weaponry of an enemy", "weapon")
    ['weaponry']
    >>> found("a foreign visitor met the minister", "foreign minister")
    []
    """
    words = _words(term)
    if words is None or not _has_all(sentence, words):
        return
    if not words.before:
        yield from _single(sentence, words.head)
    elif term.islower() or words.all[-1].islower():
        for at, word in enumerate(sentence.words):
            for end in _ends(sentence, words, at, word):
                yield sentence.spans[at][0], sentence.spans[end][1]


@lru_cache(maxsize=65536)
def _words(term: str) -> _Words | None:
    read = read_sentence(term.removeprefix("to ")).words
    at = next((n for n, word in enumerate(read) if word in _PREPOSITIONS), None)
    if not read or at == 0:
        return None
    if at is None:
        return _Words(read[:-1], read[-1])
    rest = read[at + 1 :]
    if not rest or at > 1 or any(word in _FUNCTION for word in rest):
        return None
    return _Words(rest, read[0])


def _has_all(sentence: Sentence, words: _Words) -> bool:
    there = _families(sentence.words)
    if not words.before:
        return not family(words.head).isdisjoint(there)
    return all(not compound_family(word).isdisjoint(there) for word in words.all)


@lru_cache(maxsize=64)
def _families(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset().union(*map(compound_family, words))


def _single(sentence: Sentence, word: str) -> Iterator[tuple[int, int]]:
    # An acronym has no relatives: US, who.
    if word.isupper() or len(word) < _LEAST:
        return
    for found, span in zip(sentence.words, sentence.spans, strict=True):
        if name_the_same(found, word):
            yield span


def _ends(sentence: Sentence, words: _Words, at: int, word: str) -> Iterator[int]:
    """Yield the index of the last word where the term begins at a word."""
    if are_alike(word, words.before[0]):
        yield from _some(_compound(sentence, words, at))
        yield from _some(_passive(sentence, words, at))
    if are_alike(word, words.head):
        yield from _some(_with_preposition(sentence, words, at))
        yield from _some(_active(sentence, words, at))


def _some(index: int | None) -> Iterator[int]:
    if index is not None:
        yield index


def _next(sentence: Sentence, word: str, at: int) -> int | None:
    """Return the index of the next relative of a word, not too far behind another."""
    ahead = range(at + 1, min(at + 2 + _ASIDE, len(sentence.words)))
    return next((n for n in ahead if are_alike(sentence.words[n], word)), None)


def _row(sentence: Sentence, words: tuple[str, ...], at: int) -> int | None:
    """Return the index of the last of words that stand in a row from an index on."""
    last = at + len(words) - 1
    found = sentence.words[at : last + 1]
    right = len(found) == len(words) and all(map(are_alike, found, words))
    return last if right and _is_one_phrase(sentence, at, last) else None


def _is_one_phrase(sentence: Sentence, first: int, last: int) -> bool:
    """Whether no article and no punctuation stands between words."""
    spans = sentence.spans[first : last + 1]
    return all(behind[0] - before[1] == 1 for before, behind in pairwise(spans))


def _compound(sentence: Sentence, words: _Words, at: int) -> int | None:
    """Senior *defence ministry* official; political *and military* leaders."""
    for word in words.all[1:]:
        end = _next(sentence, word, at)
        if end is None or not _may_stand_inside(sentence, at, end):
            return None
        at = end
    return at if _is_head(sentence.words[at], words) else None


def _is_head(word: str, words: _Words) -> bool:
    """Whether a word names what the head of a term names."""
    if are_related(word, words.head):
        return name_the_same(word, words.head)
    return are_alike(word, words.head)


def _may_stand_inside(sentence: Sentence, at: int, end: int) -> bool:
    between = [word.lower() for word in sentence.words[at + 1 : end]]
    if between[:1] in (["and"], ["or"]) or between[-1:] in (["and"], ["or"]):
        between = [word for word in between if word not in {"and", "or"}]
        return bool(between) and not any(map(_ends_phrase, between))
    return _is_one_phrase(sentence, at, end) and not any(map(_ends_phrase, between))


def _ends_phrase(word: str) -> bool:
    # Modifiers are singular, and participles before a noun are rare.
    is_plural = word.endswith("s") and not word.endswith(("ss", "us", "'s"))
    return word in _FUNCTION or is_plural or word.endswith(("ed", "ing"))


def _with_preposition(sentence: Sentence, words: _Words, at: int) -> int | None:
    """A spokesman *for the* president, but not an attack on an air *base*."""
    behind = sentence.words[at + 1 : at + 2]
    if not behind or behind[0].lower() not in _PREPOSITIONS:
        return None
    named = _is_head(sentence.words[at], words)
    if not named or not _is_one_phrase(sentence, at, at + 1):
        return None
    first = _next(sentence, words.before[0], at + 1)
    if first is None or not _is_clause(sentence, at + 1, first):
        return None
    end = _row(sentence, words.before, first)
    return end if end is not None and _ends_here(sentence, end) else None


def _is_clause(sentence: Sentence, first: int, last: int) -> bool:
    """Whether nothing but articles, owners and modifiers stands between words."""
    between = {word.lower() for word in sentence.words[first + 1 : last]}
    spans = sentence.spans[first : last + 1]
    close = all(b[0] - a[1] in _CLOSE for a, b in pairwise(spans))
    return close and not between & (_FUNCTION - _OWNERS)


def _ends_here(sentence: Sentence, at: int) -> bool:
    """Whether no noun follows, of which a word would only be the first part."""
    behind = sentence.words[at + 1 : at + 2]
    if not behind or not _is_one_phrase(sentence, at, at + 1):
        return True
    # Behind the title stands a name: a spokesman for President Abbas.
    return behind[0].lower() in _FUNCTION or behind[0][0].isupper()


def _active(sentence: Sentence, words: _Words, at: int) -> int | None:
    """Withdrawing *British* troops."""
    if not _is_verb_of(sentence.words[at], words.head):
        return None
    first = _next(sentence, words.before[0], at)
    if first is None:
        return None
    if not _is_clause(sentence, at, first):
        return None
    return _row(sentence, words.before, first)


def _passive(sentence: Sentence, words: _Words, at: int) -> int | None:
    """Troops *would be* withdrawn."""
    last = _row(sentence, words.before, at)
    end = None if last is None else _next(sentence, words.head, last)
    if last is None or end is None or not _is_verb_of(sentence.words[end], words.head):
        return None
    between = [word.lower() for word in sentence.words[last + 1 : end]]
    helped = all(word in _HELPERS or word.endswith("ly") for word in between)
    return end if between and helped else None


def _is_verb_of(word: str, noun: str) -> bool:
    """Whether a relative of a noun is no form of that noun itself."""
    return are_related(word, noun) and plain(word).removesuffix("'s") not in {
        plain(noun),
        plain(plural(noun)),
    }
