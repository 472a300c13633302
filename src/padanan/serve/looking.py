"""What workers do for look-up: the page, the hits as one types, the entry."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from padanan import jobs
from padanan.model import Status, TermType
from padanan.render.cards import spelt_out
from padanan.search.hits import How
from padanan.serve import views
from padanan.serve.problems import UNKNOWN, Problem, ProblemError

if TYPE_CHECKING:
    from padanan.model import Concept, Term
    from padanan.search.hits import Hit
    from padanan.serve.loaded import Loaded
    from padanan.serve.views import Frame

MOST = 12
"""Maximum number of concepts that are shown."""


def page(loaded: Loaded, frame: Frame, query: str) -> bytes:
    """Return the page of a query."""
    return views.page("lookup.html", frame, **_found(loaded, query))


def hits(loaded: Loaded, frame: Frame, query: str) -> bytes:
    """Return the hits alone, for the page that is open."""
    return views.page("hits.html", frame, **_found(loaded, query))


def _found(loaded: Loaded, query: str) -> dict[str, Any]:
    """Return what the templates need: nothing is found for an empty query."""
    words = " ".join(query.split())
    found = jobs.lookup_begun(words, loaded.compiled, MOST).hits if words else ()
    similar = bool(found) and is_only_similar(found[0], words)
    return {"query": query, "hits": found, "similar": similar}


def is_only_similar(hit: Hit, query: str) -> bool:
    """Tell whether a hit neither is the query nor begins with it."""
    begins = hit.term.text.casefold().startswith(query.casefold())
    return hit.how is How.SIMILAR and not begins


def entry(loaded: Loaded, frame: Frame, concept_id: str) -> bytes:
    """Return the page of a concept.

    Raises:
        ProblemError: there is none of that id.
    """
    try:
        concept = loaded.compiled.by_id(concept_id)
    except KeyError:
        message = f"no entry “{concept_id[:80]}” — look the term up"
        raise ProblemError(Problem(UNKNOWN, message)) from None
    return views.page(
        "entry.html",
        frame,
        concept=concept,
        others=offered(concept, everywhere=True),
        elsewhere=offered(concept, everywhere=False),
        avoid=deprecated(concept.equivalents),
        variants=tuple(
            term
            for term in concept.terms[1:]
            if term.status is not Status.DEPRECATED
            and term.type is not TermType.LOOK_UP
        ),
        avoid_id=deprecated(concept.terms),
        sources=[spelt_out(source, views.titles()) for source in concept.sources],
    )


def offered(concept: Concept, *, everywhere: bool) -> tuple[Term, ...]:
    """Return the equivalents but the preferred one.

    Args:
        concept: whose.
        everywhere: those that hold everywhere, or those of a region or a condition.
    """
    return tuple(
        term
        for term in concept.equivalents[1:]
        if term.status is not Status.DEPRECATED
        and everywhere is not bool(term.region or term.condition)
    )


def deprecated(terms: tuple[Term, ...]) -> tuple[Term, ...]:
    """Return the terms that are not to be written."""
    return tuple(term for term in terms if term.status is Status.DEPRECATED)
