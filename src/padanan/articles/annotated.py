"""An annotated article as every renderer takes it, and the terms that it uses."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from padanan import lazy_re
from padanan.language.plurals import has_plural, plural
from padanan.model import PartOfSpeech

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from padanan.articles.article import Article
    from padanan.matching.annotation import Annotation


_DOUBLED = lazy_re.compile(r"(\w+)-\1", re.IGNORECASE)
_SEVERAL = lazy_re.compile(
    r"\b(?:banyak|beberapa|berbagai|para|sejumlah)\s+\Z", re.IGNORECASE
)
_LONGEST = 20  # code points that are read before a term


class AnnotatedArticle(NamedTuple):
    """An article and its annotations, ordered and disjoint."""

    article: Article
    annotations: tuple[Annotation, ...]


class TermUse(NamedTuple):
    """A concept that an article uses, with the same English throughout.

    Attributes:
        annotation: the first occurrence.
        times: how often it occurs so.
        countries: those that decided, by their codes, with the words that named each
            first; in the order of the text.
        forms: how it stands in the text, on one line each, capitals disregarded.
    """

    annotation: Annotation
    times: int
    countries: tuple[tuple[str, str], ...] = ()
    forms: tuple[str, ...] = ()

    @property
    def because(self) -> str:
        """The countries as one reads them: ``RU: Rusia; FR: Prancis``."""
        return "; ".join(f"{code}: {named}" for code, named in self.countries)


def term_uses(annotations: Iterable[Annotation]) -> tuple[TermUse, ...]:
    """Return the terms in the order in which they first occur.

    A concept that has different English in different places is there once for each.
    """
    first: dict[tuple[str, str], Annotation] = {}
    counts: dict[tuple[str, str], int] = {}
    countries: dict[tuple[str, str], dict[str, str]] = {}
    forms: dict[tuple[str, str], dict[str, str]] = {}
    for annotation in annotations:
        key = (annotation.concept.id, english(annotation))
        first.setdefault(key, annotation)
        counts[key] = counts.get(key, 0) + 1
        form = " ".join(annotation.text.split())
        forms.setdefault(key, {}).setdefault(form.casefold(), form)
        if annotation.region:
            named = countries.setdefault(key, {})
            named.setdefault(annotation.region, annotation.because or "")
    return tuple(
        TermUse(
            annotation,
            counts[key],
            tuple(countries.get(key, {}).items()),
            tuple(forms[key].values()),
        )
        for key, annotation in first.items()
    )


def english(annotation: Annotation) -> str:
    """Return the English that a translator should write here first."""
    return annotation.equivalents[0] if annotation.equivalents else ""


def gloss(text: str, annotation: Annotation) -> str:
    """Return the English for a place as one reads it there: of several, in the plural.

    Args:
        text: of the article.
        annotation: one of its terms.

    Source of the forms: Alwi et al., *Tata Bahasa Baku Bahasa Indonesia*, on
    reduplicated nouns and on words of quantity.

    >>> from padanan.matching.annotation import Annotation
    >>> from padanan.model import Concept, PartOfSpeech, Term
    >>> noun = Concept("a", "b", (Term("sekutu"),), (), pos=PartOfSpeech.NOUN)
    >>> found = Annotation(6, 12, "sekutu", noun, noun.terms[0], ("ally",))
    >>> gloss("Semua sekutu", found), gloss(" para sekutu", found)
    ('ally', 'allies')
    >>> gloss("", found._replace(text="sekutu-sekutunya"))
    'allies'
    """
    said = english(annotation)
    if annotation.concept.pos is not PartOfSpeech.NOUN or not has_plural(said):
        return said
    before = text[max(0, annotation.start - _LONGEST) : annotation.start]
    doubled = _DOUBLED.match(annotation.text) and not _DOUBLED.match(
        annotation.term.text
    )
    return plural(said) if doubled or _SEVERAL.search(before) else said


def faithful(
    article: Article, annotations: Iterable[Annotation]
) -> tuple[Annotation, ...]:
    """Return annotations of ``Article.readable`` with the text as it stands there."""
    found = tuple(annotations)
    if not article.spaces:
        return found
    text = article.text
    return tuple(each._replace(text=text[each.start : each.end]) for each in found)


def first_only(annotations: Iterable[Annotation]) -> tuple[Annotation, ...]:
    """Return only the first annotation of each concept."""
    seen: set[str] = set()
    kept = []
    for annotation in annotations:
        name = "+".join(annotation.parts or (annotation.concept.id,))
        if name not in seen:
            seen.add(name)
            kept.append(annotation)
    return tuple(kept)


def pieces(
    text: str, annotations: Iterable[Annotation]
) -> Iterator[tuple[str, Annotation | None]]:
    """Cut a text at its annotations; the pieces joined are the text.

    >>> list(pieces("satu dua", ()))
    [('satu dua', None)]
    """
    last = 0
    for annotation in annotations:
        if annotation.start > last:
            yield text[last : annotation.start], None
        yield text[annotation.start : annotation.end], annotation
        last = annotation.end
    if last < len(text):
        yield text[last:], None
