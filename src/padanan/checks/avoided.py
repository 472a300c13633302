"""Deprecated English in a text without its source: what the glossary says to avoid.

Without the source nobody knows what a word stands for, so that words are taken as they
stand in the glossary, or in the plural, and not where they are part of an equivalent
that is right.
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from padanan.checks.table import TRANSLATION
from padanan.checks.wording import MOST, advice, filled
from padanan.language.plurals import plural
from padanan.language.stems import plain
from padanan.model import Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from padanan.checks.wording import Words
    from padanan.model import Concept, Term

CODE = "T101"
"""The check of a translation that finds the same beside a source."""


class Avoided(NamedTuple):
    """A deprecated equivalent.

    Attributes:
        concept: id of the concept that it is not to be used for.
        message: why, and what to write.
        expected: the equivalents that are right, best first, in the same number.
        sure: the words are wrong in most texts. One ordinary word is right for
            something else: of 44 places in 80,100 words of news 42 were such words,
            as *access*, which is wrong for *aksesi* alone.
    """

    concept: str
    message: str
    expected: tuple[str, ...]
    sure: bool


class AvoidedTerms(NamedTuple):
    """The deprecated equivalents of a glossary, ready to be found.

    Attributes:
        pattern: matches each of them, and longer equivalents that are right.
        terms: what is said of each, by its words in lower case.
    """

    pattern: re.Pattern[str]
    terms: Mapping[str, tuple[Avoided, ...]]

    def find(self, text: str) -> Iterator[tuple[int, int, tuple[Avoided, ...]]]:
        """Yield where a text has one: half-open offsets (code points), what is said.

        A word that is deprecated for several concepts has something said for each.
        """
        for match in self.pattern.finditer(text):
            said = self.terms.get(_key(match[0]))
            if said:
                yield *match.span(), said


def avoided_terms(concepts: Iterable[Concept]) -> AvoidedTerms:
    """Return the deprecated equivalents that are no equivalent of any concept.

    Concepts that are not yet reviewed forbid nothing.

    >>> from padanan.model import Concept, Term
    >>> wrong = Term("verbal note", Status.DEPRECATED, reason="a calque")
    >>> english = (Term("note verbale"), wrong)
    >>> note = Concept("nota", "law", (Term("nota verbal"),), english)
    >>> text = "Two verbal notes"
    >>> [(start, end, said)] = avoided_terms([note]).find(text)
    >>> text[start:end], said[0].expected
    ('verbal notes', ('notes verbales',))
    """
    known = tuple(concepts)
    right = {_key(text) for concept in known for text in _right(concept)}
    found = sorted(_all_said(known, right), key=lambda pair: pair[0])
    terms = {
        key: tuple(said for _, said in some)
        for key, some in groupby(found, key=lambda pair: pair[0])
    }
    return AvoidedTerms(_pattern(terms, right), terms)


def _all_said(
    concepts: Iterable[Concept], right: set[str]
) -> Iterator[tuple[str, Avoided]]:
    for concept in concepts:
        for term in concept.equivalents:
            if term.status is not Status.DEPRECATED or concept.fuzzy:
                continue
            if _key(term.text) not in right:
                yield from _said(concept, term)


def _said(concept: Concept, term: Term) -> Iterator[tuple[str, Avoided]]:
    one = tuple(
        equivalent.text
        for equivalent in concept.equivalents
        if equivalent.status is not Status.DEPRECATED and not equivalent.condition
    )[:MOST]
    many = plural(term.text)
    yield _key(term.text), _avoided(concept, term, term.text, one)
    if many != term.text:
        several = tuple(map(plural, one))
        yield _key(many), _avoided(concept, term, many, several)


def _avoided(
    concept: Concept, term: Term, english: str, expected: tuple[str, ...]
) -> Avoided:
    words: Words = {
        "english": english,
        "term": concept.term,
        "reason": f" ({term.reason})" if term.reason else "",
        "advice": advice(expected),
    }
    message = next(check.message for check in TRANSLATION if check.code == CODE)
    return Avoided(concept.id, filled(message, words), expected, _sure(term, concept))


def _sure(term: Term, concept: Concept) -> bool:
    """Whether a term has several words, or is a misspelt equivalent: *attache*."""
    spellings = {plain(equivalent.text) for equivalent in concept.equivalents[:1]}
    return len(re.split(r"[\s-]", term.text)) > 1 or plain(term.text) in spellings


def _right(concept: Concept) -> Iterator[str]:
    for term in (*concept.equivalents, *concept.modifiers):
        if term.status is not Status.DEPRECATED:
            yield term.text
            yield plural(term.text)
    yield from concept.accepts


def _pattern(terms: Mapping[str, object], right: set[str]) -> re.Pattern[str]:
    """Return what matches the terms, and what is right and has one of them in it."""
    if not terms:
        return re.compile(r"(?!)")
    inside = _any_of(terms)
    longer = {text for text in right if inside.search(text)}
    return _any_of((*terms, *longer))


def _any_of(texts: Iterable[str]) -> re.Pattern[str]:
    # The longest first, so that it is taken where several begin.
    ordered = sorted(texts, key=lambda text: (-len(text), text))
    words = (r"\s++".join(map(re.escape, text.split())) for text in ordered)
    return re.compile(rf"(?<!\w)(?=\S)(?:{'|'.join(words)})(?!\w)", re.IGNORECASE)


def _key(text: str) -> str:
    return " ".join(text.casefold().split())
