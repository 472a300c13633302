"""Term and equivalent as a pair: what the formats of rows are built on."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from padanan.exchange.formats import ordered
from padanan.model import Concept, Status, Term, TermType

if TYPE_CHECKING:
    from collections.abc import Iterator

    from padanan.model import Glossary


class Pair(NamedTuple):
    """An Indonesian term with an equivalent, in one direction or the other.

    Attributes:
        source: the text that is looked for: the Indonesian one, unless reversed.
        target: the text that is offered for it.
        concept: what both of them name.
        term: the Indonesian term.
        equivalent: the English term.
    """

    source: str
    target: str
    concept: Concept
    term: Term
    equivalent: Term


def pairs(glossary: Glossary, *, reverse: bool = False) -> tuple[Pair, ...]:
    """Return every term that may be offered with every equivalent that may be.

    Look-up forms and deprecated terms are left out, conditions are not looked at.
    Sorted by source; for one source concepts without conditions come first, and the
    targets of a concept best first.

    >>> from padanan.model import Glossary
    >>> visa = Concept("visa", "consular", (Term("visa"),),
    ...                (Term("visa"), Term("endorsement", Status.ADMITTED)))
    >>> [(pair.source, pair.target) for pair in pairs(Glossary((visa,)))]
    [('visa', 'visa'), ('visa', 'endorsement')]
    """
    found = (pair for concept in ordered(glossary) for pair in _pairs(concept))
    turned = (_reversed(pair) for pair in found) if reverse else found
    return tuple(sorted(turned, key=_order))


def offered(terms: tuple[Term, ...]) -> tuple[Term, ...]:
    """Return the terms that a translator may be offered.

    >>> offered((Term("Kiev", Status.DEPRECATED), Term("Kyiv")))[0].text
    'Kyiv'
    """
    return tuple(
        term
        for term in terms
        if term.status is not Status.DEPRECATED and term.type is not TermType.LOOK_UP
    )


def _pairs(concept: Concept) -> Iterator[Pair]:
    for term in offered(concept.terms):
        for equivalent in offered(concept.equivalents):
            yield Pair(term.text, equivalent.text, concept, term, equivalent)


def _reversed(pair: Pair) -> Pair:
    return pair._replace(source=pair.target, target=pair.source)


def _order(pair: Pair) -> tuple[str, str, bool]:
    return pair.source.casefold(), pair.source, bool(pair.concept.when)
