"""What a card says about a term: the entry of the glossary, as right for a place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from padanan.articles.annotated import english, term_uses
from padanan.model import Status
from padanan.render.classes import class_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from padanan.articles.annotated import TermUse
    from padanan.matching.annotation import Annotation
    from padanan.model import Concept, Term

_ARTICLE = re.compile(r"\A\d")


class Other(NamedTuple):
    """An equivalent of other countries or surroundings, with those countries."""

    text: str
    regions: tuple[str, ...]


class Card(NamedTuple):
    """One concept with the same English throughout an article.

    Attributes:
        number: counted from 1 in the order of the text; the printed note has it.
        first: number of its first occurrence, counted from 0.
        times: how often it occurs so.
        annotation: that first occurrence.
        kind: the class of the concept's domain.
        english: what to write here.
        others: further equivalents for this place, best first.
        elsewhere: equivalents of other countries or surroundings.
        avoid: deprecated equivalents.
        sources: where the definition or the English is, spelt out.
    """

    number: int
    first: int
    times: int
    annotation: Annotation
    kind: str
    english: str
    others: tuple[str, ...]
    elsewhere: tuple[Other, ...]
    avoid: tuple[Term, ...]
    sources: tuple[str, ...]

    @property
    def concept(self) -> Concept:
        """The concept."""
        return self.annotation.concept

    @property
    def term(self) -> str:
        """The term that the list prefers; of a composed term the whole of it."""
        annotation = self.annotation
        return annotation.term.text if annotation.parts else annotation.concept.term

    @property
    def deprecated(self) -> str:
        """The term as it is in the article, if the list deprecates it."""
        term = self.annotation.term
        return term.text if term.status is Status.DEPRECATED else ""


def key(annotation: Annotation) -> tuple[str, str]:
    """Return what tells the card of an annotation from others."""
    return annotation.concept.id, english(annotation)


def cards(
    annotations: Iterable[Annotation], titles: Mapping[str, str]
) -> dict[tuple[str, str], Card]:
    """Return the cards of an article by their keys, in the order of the text.

    Args:
        annotations: of the article, in order.
        titles: of the sources, by the keys that the glossary has for them.
    """
    found = tuple(annotations)
    first: dict[tuple[str, str], int] = {}
    for number, annotation in enumerate(found):
        first.setdefault(key(annotation), number)
    return {
        key(use.annotation): _card(use, number, first[key(use.annotation)], titles)
        for number, use in enumerate(term_uses(found), 1)
    }


def _card(use: TermUse, number: int, first: int, titles: Mapping[str, str]) -> Card:
    annotation = use.annotation
    concept = annotation.concept
    return Card(
        number=number,
        first=first,
        times=use.times,
        annotation=annotation,
        kind=class_of(concept.domain),
        english=english(annotation),
        others=annotation.equivalents[1:],
        elsewhere=_elsewhere(annotation),
        avoid=tuple(t for t in concept.equivalents if t.status is Status.DEPRECATED),
        sources=tuple(spelt_out(source, titles) for source in concept.sources),
    )


def _elsewhere(annotation: Annotation) -> tuple[Other, ...]:
    found: dict[str, list[str]] = {}
    for term in annotation.concept.equivalents:
        if term.status is Status.DEPRECATED or term.text in annotation.equivalents:
            continue
        regions = found.setdefault(term.text, [])
        if term.region and term.region not in regions:
            regions.append(term.region)
    return tuple(Other(text, tuple(regions)) for text, regions in found.items())


def spelt_out(source: str, titles: Mapping[str, str]) -> str:
    """Return a source as people cite it.

    >>> vienna = {"VCDR": "Vienna Convention on Diplomatic Relations, 1961"}
    >>> spelt_out("VCDR:19.1", vienna)
    'Vienna Convention on Diplomatic Relations, 1961, art. 19.1'
    >>> spelt_out("X:p. 3", {})
    'X, p. 3'
    """
    name, _, place = source.partition(":")
    title = titles.get(name, name)
    if not place:
        return title
    return f"{title}, art. {place}" if _ARTICLE.match(place) else f"{title}, {place}"
