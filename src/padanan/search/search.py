"""Which concepts a word or phrase names, in either language.

Exact and inflected forms come first; only where there are none does ``similar``
look for what may have been meant.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from padanan.model import Status, TermType
from padanan.search.exact import english, indonesian
from padanan.search.hits import How

if TYPE_CHECKING:
    from collections.abc import Iterable

    from padanan.model import Term
    from padanan.search.hits import Hit
    from padanan.search.index import Index

LONGEST = 1_000
"""Maximum number of characters of a query for which anything similar is looked for: it
is compared with every term."""
LIMIT = 5
"""Maximum number of similar terms that are offered where nothing else is found."""


def search(index: Index, query: str, limit: int = LIMIT) -> tuple[Hit, ...]:
    """Return the concepts that a query names, each once, the most likely first.

    Args:
        index: the glossary.
        query: a term of either language, in any form or case.
        limit: how many similar terms to offer where none is exactly that one.

    >>> from padanan.matching.compiling import compile_glossary
    >>> from padanan.model import Concept, Glossary, Term
    >>> from padanan.search.index import index_of
    >>> visa = Concept("visa", "consular", (Term("visa"),), (Term("visa"),))
    >>> index = index_of(compile_glossary(Glossary((visa,))))
    >>> [hit.how.value for hit in search(index, "visas")]
    ['inflected']
    """
    if found := whole(index, query):
        return found
    if len(query) > LONGEST:
        return ()
    # Slow to import, and seldom needed.
    from padanan.search import composed, similar

    if joined := composed.search(index, query):
        return joined

    return similar.search(index, query, limit)


def whole(index: Index, query: str) -> tuple[Hit, ...]:
    """Return the concepts of which a query is a term, as written or inflected."""
    found = [*indonesian(index, query), *english(index, query)]
    return _each_once(sorted(found, key=lambda hit: _rank(hit, index)))


def _rank(hit: Hit, index: Index) -> tuple[bool, bool, bool, int]:
    """Put what one would write first before what is only one way to say it."""
    terms = _terms(hit, index)
    return (
        hit.how is not How.EXACT,
        hit.term.status is Status.DEPRECATED,
        hit.term.type is TermType.LOOK_UP,
        terms.index(hit.term),
    )


def _terms(hit: Hit, index: Index) -> tuple[Term, ...]:
    is_source = hit.language == index.source_language
    return hit.concept.terms if is_source else hit.concept.equivalents


def _each_once(hits: Iterable[Hit]) -> tuple[Hit, ...]:
    first: dict[str, Hit] = {}
    for hit in hits:
        first.setdefault(hit.concept.id, hit)
    return tuple(first.values())
