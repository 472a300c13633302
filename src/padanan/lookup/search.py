"""Which concepts a word or phrase names, in either language.

Exact and inflected forms come first; only where there are none does ``similar``
look for what may have been meant.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from padanan.language.english import find, read_sentence
from padanan.language.indonesian import KINDS, clitic_end
from padanan.language.normalize import WORD_BYTES, fold_term
from padanan.model import SOURCE_LANGUAGE, TARGET_LANGUAGE, Status, TermType

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from padanan.matching.compiled import Compiled
    from padanan.model import Concept, Term

LIMIT = 5
"""So many similar terms are offered where nothing else is found."""


class How(StrEnum):
    """How a term answers a query, the surest first."""

    EXACT = "exact"
    INFLECTED = "inflected"
    SIMILAR = "similar"


class Hit(NamedTuple):
    """A concept that a query may mean.

    Attributes:
        concept: the concept.
        term: its term, of either language, that answers the query.
        language: of that term, ``id`` or ``en``.
        how: how it does.
        score: from 0 to 100, how alike query and term are written.
    """

    concept: Concept
    term: Term
    language: str
    how: How
    score: float = 100.0


def search(compiled: Compiled, query: str, limit: int = LIMIT) -> tuple[Hit, ...]:
    """Return the concepts that a query names, each once, the likeliest first.

    Args:
        compiled: the glossary.
        query: a term of either language, in any form or case.
        limit: how many similar terms to offer where none is exactly that one.

    >>> from padanan.matching.compiling import compile_glossary
    >>> from padanan.model import Concept, Glossary, Term
    >>> visa = Concept("visa", "consular", (Term("visa"),), (Term("visa"),))
    >>> [hit.how.value for hit in search(compile_glossary(Glossary((visa,))), "visas")]
    ['inflected']
    """
    found = [*indonesian(compiled, query), *english(compiled, query)]
    if found:
        return _each_once(sorted(found, key=_rank))
    from padanan.lookup import similar

    return similar.search(compiled, query, limit)


def _rank(hit: Hit) -> tuple[bool, bool, bool, int]:
    """Put what one would write first before what is only one way to say it."""
    terms = _terms(hit)
    return (
        hit.how is not How.EXACT,
        hit.term.status is Status.DEPRECATED,
        hit.term.type is TermType.LOOK_UP,
        terms.index(hit.term),
    )


def _terms(hit: Hit) -> tuple[Term, ...]:
    is_source = hit.language == SOURCE_LANGUAGE
    return hit.concept.terms if is_source else hit.concept.equivalents


def _each_once(hits: Iterable[Hit]) -> tuple[Hit, ...]:
    first: dict[str, Hit] = {}
    for hit in hits:
        first.setdefault(hit.concept.id, hit)
    return tuple(first.values())


def indonesian(compiled: Compiled, query: str) -> Iterator[Hit]:
    """Yield the concepts with an Indonesian term of which the query is a form."""
    numbers = {pattern: number for number, pattern in enumerate(compiled.patterns)}
    folded = b" " + fold_term(query).strip()
    for key in _cores(folded):
        if key not in numbers:
            continue
        for concept_number, place, kind, _case in compiled.readings(numbers[key]):
            concept = compiled.concept(concept_number)
            term = concept.terms[place]
            exact = key == folded and KINDS[kind] == "base"
            how = How.EXACT if exact else How.INFLECTED
            yield Hit(concept, term, SOURCE_LANGUAGE, how)


def _cores(folded: bytes) -> Iterator[bytes]:
    """Yield what a query may be a form of: without clitic, without reduplication."""
    text = folded + b" "
    for end in range(len(folded), 2, -1):
        if end == len(folded) or (
            text[end] in WORD_BYTES and clitic_end(text, end) == len(folded)
        ):
            core = folded[:end]
            yield core
            head, space, rest = core[1:].partition(b" ")
            if space and rest.startswith(head):
                yield b" " + rest


def english(compiled: Compiled, query: str) -> Iterator[Hit]:
    """Yield the concepts with an English term of which the query is a form."""
    sentence = read_sentence(query)
    if not sentence.spans:
        return
    whole = sentence.spans[0][0], sentence.spans[-1][1]
    for concept in _with_stems(compiled, sentence.stems):
        for term in concept.equivalents:
            if find(sentence, term.text) == whole:
                same = term.text.casefold() == query.strip().casefold()
                how = How.EXACT if same else How.INFLECTED
                yield Hit(concept, term, TARGET_LANGUAGE, how)


def _with_stems(compiled: Compiled, stems: Iterable[str]) -> Iterator[Concept]:
    """Yield the concepts in whose entries the words of a query may stand.

    Decoding every concept takes ten times as long as looking into its bytes.
    """
    needles = [stem for stem in stems if stem not in {"of", "and"} and stem.isascii()]
    patterns = [
        re.compile(_needle(stem, first=not at), re.IGNORECASE)
        for at, stem in enumerate(needles)
    ]
    for number, entry in enumerate(compiled.entries):
        if all(pattern.search(entry) for pattern in patterns):
            yield compiled.concept(number)


def _needle(stem: str, *, first: bool) -> bytes:
    # Three letters, since a stem may be spelt in several ways; at the beginning of a
    # word only the first, since "policy maker" may be one word there.
    word = re.escape(stem[:3]).encode()
    begin, end = rb"\b" * first, rb"\b" * (len(stem) < 3)
    return begin + word + end


def every_term(concept: Concept) -> Iterator[tuple[Term, str]]:
    """Yield the terms of a concept with their languages."""
    for term in concept.terms:
        yield term, SOURCE_LANGUAGE
    for term in concept.equivalents:
        yield term, TARGET_LANGUAGE
