"""Terms that a query begins, for look-up while somebody types."""

from __future__ import annotations

from bisect import bisect_left
from itertools import takewhile
from typing import TYPE_CHECKING

from padanan.language.indonesian import KINDS
from padanan.language.normalise import fold_term
from padanan.language.stems import plain
from padanan.model import Status, TermType
from padanan.search.hits import Hit, How

if TYPE_CHECKING:
    from collections.abc import Iterator

    from padanan.model import Concept, Term
    from padanan.search.index import Index

SHORTEST = 2
"""Minimum number of letters: one letter begins hundreds of terms."""


def begun(index: Index, query: str, limit: int) -> tuple[Hit, ...]:
    """Return the concepts with a term that the query begins, each once.

    The shortest terms come first, since they lack least; terms that are not to be
    written, and look-up forms, are left out.

    Args:
        index: the glossary.
        query: the beginning of a term of either language.
        limit: maximum number of concepts.

    >>> from padanan.matching.compiling import compile_glossary
    >>> from padanan.model import Concept, Glossary, Term
    >>> from padanan.search.index import index_of
    >>> term, english = Term("gencatan senjata"), Term("ceasefire")
    >>> truce = Concept("gencatan-senjata", "conflict", (term,), (english,))
    >>> index = index_of(compile_glossary(Glossary((truce,))))
    >>> [hit.term.text for word in ("genc", "CEASE") for hit in begun(index, word, 5)]
    ['gencatan senjata', 'ceasefire']
    """
    if len(query.strip()) < SHORTEST:
        return ()
    hits = [*_indonesian(index, query), *_english(index, query)]
    first: dict[str, Hit] = {}
    for hit in sorted(hits, key=lambda hit: (len(hit.term.text), hit.term.text)):
        first.setdefault(hit.concept.id, hit)
    return tuple(first.values())[:limit]


def _indonesian(index: Index, query: str) -> Iterator[Hit]:
    folded = b" " + fold_term(query).strip()
    at = bisect_left(index.forms, folded)
    numbers = range(at, len(index.forms))
    for number in takewhile(lambda n: index.forms[n].startswith(folded), numbers):
        for found in index.terms[number]:
            if KINDS[found.kind] == "base":
                concept = index.concepts[found.concept]
                term = concept.terms[found.term]
                if _is_offered(term.status, term.type):
                    yield _hit(concept, term, index.source_language, len(query))


def _english(index: Index, query: str) -> Iterator[Hit]:
    wanted = " ".join(plain(query).split())
    for number, line in enumerate(index.english.split("\n")):
        if not line.startswith(wanted) and f"|{wanted}" not in line:
            continue
        concept = index.concepts[number]
        for term in concept.equivalents:
            begins = plain(term.text).startswith(wanted)
            if begins and _is_offered(term.status, term.type):
                yield _hit(concept, term, index.target_language, len(query))


def _is_offered(status: Status, kind: TermType) -> bool:
    return status is not Status.DEPRECATED and kind is not TermType.LOOK_UP


def _hit(concept: Concept, term: Term, language: str, typed: int) -> Hit:
    score = min(100.0, 100.0 * typed / max(1, len(term.text)))
    return Hit(concept, term, language, How.SIMILAR, score)
