"""What workers do for look-up: the page, the hits as one types, the entry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from padanan import jobs
from padanan.model import Status, TermType
from padanan.render.cards import spelt_out
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
    hits = found(loaded, query)
    return views.page("lookup.html", frame, query=query, hits=hits)


def hits(loaded: Loaded, frame: Frame, query: str) -> bytes:
    """Return the hits alone, for the page that is open."""
    return views.page("hits.html", frame, query=query, hits=found(loaded, query))


def found(loaded: Loaded, query: str) -> tuple[Hit, ...]:
    """Return what a query finds; nothing for an empty one."""
    words = " ".join(query.split())
    return jobs.lookup(words, loaded.compiled).hits[:MOST] if words else ()


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
