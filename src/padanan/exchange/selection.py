"""Which concepts are exported: by domain, by review, by occurrence in articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from padanan.errors import ExchangeError
from padanan.model import Concept, Glossary, Status, Term

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from padanan.matching.annotation import Annotation


def select(
    glossary: Glossary, *, domains: Collection[str] = (), include_fuzzy: bool = False
) -> Glossary:
    """Return the concepts of some domains, without those not yet reviewed.

    Args:
        glossary: what to choose from.
        domains: their names; all where empty.
        include_fuzzy: keep what is not yet reviewed.

    Raises:
        ExchangeError: no concept is of one of the domains.

    >>> visa = Concept("visa", "consular", (Term("visa"),), (Term("visa"),))
    >>> len(select(Glossary((visa,)), domains=("consular",)))
    1
    """
    known = {concept.domain for concept in glossary.concepts}
    for name in domains:
        if name not in known:
            listed = ", ".join(sorted(known))
            raise ExchangeError(f"there is no domain “{name}” — known are {listed}")
    chosen = (
        concept
        for concept in glossary.concepts
        if (include_fuzzy or not concept.fuzzy)
        and (not domains or concept.domain in domains)
    )
    return glossary.with_concepts(tuple(chosen))


def only_in(glossary: Glossary, annotations: Iterable[Annotation]) -> Glossary:
    """Return the concepts that occur in articles: the term sheet of a job.

    Of its Indonesian terms a concept keeps the preferred one and those that occur, of
    its equivalents those that the context chose. Deprecated equivalents stay, so that
    formats can warn of them. A composed term is there by its parts.

    Args:
        glossary: what to choose from.
        annotations: of all the articles, in their order.
    """
    met: dict[str, list[Annotation]] = {}
    for annotation in annotations:
        for concept_id in annotation.parts or (annotation.concept.id,):
            met.setdefault(concept_id, []).append(annotation)
    needed = (
        _needed(concept, met[concept.id])
        for concept in glossary.concepts
        if concept.id in met
    )
    return glossary.with_concepts(tuple(needed))


def _needed(concept: Concept, met: list[Annotation]) -> Concept:
    written = {one.term.text for one in met if not one.parts}
    wholes = [f" {one.text.casefold()}" for one in met if one.parts]
    written |= {
        term.text
        for term in concept.terms
        if any(f" {term.text.casefold()}" in whole for whole in wholes)
    }
    chosen = dict.fromkeys(
        one.equivalents[0] for one in met if one.equivalents and not one.parts
    )
    preferred, *others = concept.terms
    return concept._replace(
        terms=(preferred, *(term for term in others if term.text in written)),
        equivalents=_chosen(concept.equivalents, tuple(chosen)),
    )


def _chosen(equivalents: tuple[Term, ...], texts: tuple[str, ...]) -> tuple[Term, ...]:
    """Return the equivalents of those texts, one that holds everywhere first.

    Where each holds only somewhere, the first one loses its condition, which these
    articles fulfil.
    """
    found = [
        next(term for term in equivalents if term.text == text)
        for text in texts
        if any(term.text == text for term in equivalents)
    ] or [equivalents[0]]
    first = min(found, key=lambda term: bool(term.region or term.condition))
    avoided = (term for term in equivalents if term.status is Status.DEPRECATED)
    others = (_admitted(term) for term in found if term is not first)
    return (Term(first.text), *others, *avoided)


def _admitted(term: Term) -> Term:
    if term.status is Status.PREFERRED:
        return term._replace(status=Status.ADMITTED)
    return term
