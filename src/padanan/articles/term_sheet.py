"""The term sheet of a job: what occurs in its articles, and the English chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from padanan.articles.annotated import english, term_sheet

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from padanan.articles.annotated import AnnotatedArticle, Row

AROUND = 50
"""Code points of context on either side of a term."""

COLUMNS = ("term", "English", "count", "context", "note")


class Entry(NamedTuple):
    """A line of the sheet: a concept with the same English throughout.

    Attributes:
        term: the preferred Indonesian term.
        english: what a translator should write here first.
        region: code of the country that decided, if one did.
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


def sheet(pages: Iterable[AnnotatedArticle]) -> tuple[Entry, ...]:
    """Return the terms of several articles, in the order of their first places."""
    found: dict[tuple[str, str], Entry] = {}
    for entry in (_entry(page, row) for page in pages for row in _rows(page)):
        key = entry.concept, entry.english
        first = found.get(key)
        found[key] = first._replace(times=first.times + entry.times) if first else entry
    return tuple(found.values())


def _rows(page: AnnotatedArticle) -> Iterator[Row]:
    yield from term_sheet(page.annotations)


def _entry(page: AnnotatedArticle, row: Row) -> Entry:
    annotation = row.annotation
    concept = annotation.concept
    return Entry(
        concept.term,
        english(annotation),
        annotation.region,
        row.times,
        _context(page.article.text, annotation.start, annotation.end),
        " ".join(concept.notes),
        concept.id,
        concept.domain,
        page.article.path,
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
