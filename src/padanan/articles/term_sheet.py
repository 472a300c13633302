"""The term sheet of a job: what occurs in its articles, and the English chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from padanan.articles.annotated import english, term_uses

if TYPE_CHECKING:
    from collections.abc import Iterable

    from padanan.articles.annotated import AnnotatedArticle, TermUse

AROUND = 50
"""Number of code points of context on either side of a term."""

COLUMNS = ("term", "English", "count", "context", "note")


class TermLine(NamedTuple):
    """A line of the sheet: a concept with the same English throughout.

    Attributes:
        term: the preferred Indonesian term, or the whole composed one.
        english: what a translator should write here first.
        region: code of the country that decided, if it was one alone.
        times: how often it occurs so.
        context: its first place, white space levelled.
        note: usage notes, those about words to avoid included.
        concept: id.
        domain: of the concept.
        document: the article of the first place.
    """

    term: str
    english: str
    region: str | None
    times: int
    context: str
    note: str
    concept: str
    domain: str
    document: str


def sheet(articles: Iterable[AnnotatedArticle]) -> tuple[TermLine, ...]:
    """Return the terms of several articles, in the order of their first places."""
    found: dict[tuple[str, str, str], TermLine] = {}
    for annotated in articles:
        for use in term_uses(annotated.annotations):
            line = _line(annotated, use)
            key = line.term, line.concept, line.english
            first = found.get(key)
            times = line.times + (first.times if first else 0)
            region = line.region if not first or first.region == line.region else None
            found[key] = (first or line)._replace(times=times, region=region)
    return tuple(found.values())


def _line(annotated: AnnotatedArticle, use: TermUse) -> TermLine:
    annotation = use.annotation
    concept = annotation.concept
    return TermLine(
        annotation.term.text if annotation.parts else concept.term,
        english(annotation),
        use.countries[0][0] if len(use.countries) == 1 else None,
        use.times,
        _context(annotated.article.text, annotation.start, annotation.end),
        " ".join(concept.notes),
        concept.id,
        concept.domain,
        annotated.article.path,
    )


def _context(text: str, start: int, end: int) -> str:
    """Return a span with whole words around it."""
    left = text[max(0, start - AROUND) : start]
    right = text[end : end + AROUND]
    if start > AROUND:
        left = left.partition(" ")[2]
    if end + AROUND < len(text):
        right = right.rpartition(" ")[0]
    return " ".join(f"{left}{text[start:end]}{right}".split())
