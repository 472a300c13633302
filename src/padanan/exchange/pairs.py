"""Terms with their equivalents as pairs, from which rows are made."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from padanan.exchange.formats import ordered
from padanan.matching.equivalents import general
from padanan.model import Concept, Match, Status, Term, TermType

if TYPE_CHECKING:
    from collections.abc import Iterator

    from padanan.model import Glossary


class TermPair(NamedTuple):
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


def pairs(glossary: Glossary, *, reverse: bool = False) -> tuple[TermPair, ...]:
    """Return every offered term with every offered equivalent.

    Look-up forms and deprecated terms are left out; conditions are ignored. The pairs
    are sorted by source. For one source, concepts without conditions come first, then
    those of which it is the preferred term; the best target of a concept comes first.

    >>> from padanan.model import Glossary
    >>> visa = Concept("visa", "consular", (Term("visa"),),
    ...                (Term("visa"), Term("endorsement", Status.ADMITTED)))
    >>> [(pair.source, pair.target) for pair in pairs(Glossary((visa,)))]
    [('visa', 'visa'), ('visa', 'endorsement')]
    """
    made = _backward if reverse else _forward
    found = (pair for concept in ordered(glossary) for pair in made(concept))
    return tuple(sorted(found, key=_order))


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


def _forward(concept: Concept) -> Iterator[TermPair]:
    equivalents = offered(concept.equivalents)
    for term in offered(concept.terms):
        # A short form is translated by a short form: PBB, UN.
        first = general(concept, term)
        best = [each for text in first for each in equivalents if each.text == text]
        for each in dict.fromkeys((*best, *equivalents)):
            yield TermPair(term.text, each.text, concept, term, each)


def _backward(concept: Concept) -> Iterator[TermPair]:
    terms = offered(concept.terms)
    for each in dict.fromkeys(offered(concept.equivalents)):
        short = each.type is TermType.ABBREVIATION
        for term in sorted(
            terms, key=lambda term: short and term.type is not each.type
        ):
            yield TermPair(each.text, term.text, concept, term, each)


def _order(pair: TermPair) -> tuple[str, str, bool, bool]:
    looked_for = pair.term if pair.source == pair.term.text else pair.equivalent
    bound = bool(pair.concept.when) or pair.concept.match is Match.OFF
    preferred = looked_for.status is Status.PREFERRED
    return pair.source.casefold(), pair.source, bound, not preferred
