"""The entries of another program to concepts in our form, each id once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from padanan.errors import ExchangeError
from padanan.exchange.pairs import offered
from padanan.glossary.concepts import EQUIVALENT_KEYS, TERM_KEYS, arranged
from padanan.model import Concept, Glossary, Status, Term, TermType, concept_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from padanan.glossary.concepts import Keys


def glossary_of(concepts: Iterable[Concept], path: str) -> Glossary:
    """Return concepts as a glossary, each in the form that a PO entry has.

    Concepts without a term that may be offered in both languages are left out. Two
    concepts of the same term are told apart by a sense: what the id adds to the term,
    else the domain, else a number.

    Args:
        concepts: as a file has them, with its ids.
        path: the file, for messages.

    Raises:
        ExchangeError: no concept is left.

    >>> nota = Concept("c1", "law", (Term("nota"),), (Term("note"),))
    >>> [concept.id for concept in glossary_of((nota, nota), "a.tbx").concepts]
    ['nota', 'nota.law']
    """
    found: dict[str, Concept] = {}
    for concept in concepts:
        terms = _arranged(concept.terms, TERM_KEYS)
        equivalents = _arranged(concept.equivalents, EQUIVALENT_KEYS)
        if not terms or not equivalents:
            continue
        shaped = concept._replace(terms=terms, equivalents=equivalents)
        named = next(one for one in _named(shaped) if one.id not in found)
        found[named.id] = named
    if not found:
        message = "no entry has both Indonesian (id) and English (en) terms"
        raise ExchangeError(f"{message} — check its languages", path=path)
    return Glossary(tuple(found.values()))


def domain_of(subject: str) -> str:
    """Return the domain of a subject field: a name that a file can have.

    >>> domain_of("International law"), domain_of("")
    ('international-law', '')
    """
    return concept_id(subject) if subject else ""


def _arranged(terms: Iterable[Term], keys: Keys) -> tuple[Term, ...]:
    """Return the preferred term and then the others in the order of their keys.

    Of several preferred terms the first one counts; if there is none, the first one
    that may be offered. The result is empty if none may be offered.
    """
    unique = tuple(dict.fromkeys(terms))
    candidates = sorted(offered(unique), key=_rank)
    if not candidates:
        return ()
    first = candidates[0]
    others = (_demoted(term, keys) for term in unique if term is not first)
    return arranged((Term(first.text), *others), keys)


def _rank(term: Term) -> tuple[bool, bool, bool]:
    """Order candidates for the preferred term; of equal ones the first stays first."""
    bound = term.region is not None or term.condition is not None
    return bound, term.status is not Status.PREFERRED, term.type is not TermType.FULL


def _demoted(term: Term, keys: Keys) -> Term:
    """Return a term that is not the preferred one, of a sort that has a field."""
    if term.status is Status.DEPRECATED:
        return term._replace(type=TermType.FULL, region=None, condition=None)
    kind = term.type
    if (Status.ADMITTED, kind) not in keys.values():
        plain = keys is TERM_KEYS
        kind = TermType.VARIANT if plain else TermType.FULL
    if keys is TERM_KEYS or kind is not TermType.FULL:
        return Term(term.text, Status.ADMITTED, kind)
    return term._replace(status=Status.ADMITTED, type=kind, reason=None)


def _named(concept: Concept) -> Iterator[Concept]:
    """Yield the concept with its own id, then with others that it could have."""
    start = concept_id(concept.term)
    if concept.id.startswith(f"{start}."):
        yield _with_sense(concept, concept.id[len(start) + 1 :].replace("-", " "))
    yield concept._replace(id=start, sense=None)
    if concept.domain:
        yield _with_sense(concept, concept.domain)
    number = 2
    while True:
        yield _with_sense(concept, str(number))
        number += 1


def _with_sense(concept: Concept, sense: str) -> Concept:
    return concept._replace(id=concept_id(concept.term, sense), sense=sense)
