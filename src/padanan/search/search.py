"""Which concepts a word or phrase names, in either language.

Exact and inflected forms come first; only where there are none does ``similar``
look for what may have been meant.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from padanan.model import SOURCE_LANGUAGE, Status, TermType
from padanan.search.exact import english, indonesian
from padanan.search.hits import How

if TYPE_CHECKING:
    from collections.abc import Iterable

    from padanan.matching.compiled import Compiled
    from padanan.model import Term
    from padanan.search.hits import Hit

LIMIT = 5
"""So many similar terms are offered where nothing else is found."""


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
    # Slow to import, and seldom needed.
    from padanan.search import similar

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
