"""The term sheet of a job: what occurs in its articles, and the English chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from padanan.articles.annotated import english, term_uses

if TYPE_CHECKING:
    from collections.abc import Iterable

    from padanan.articles.annotated import AnnotatedArticle, TermUse

AROUND = 50
"""Number of code points of context on either side of a term."""

COLUMNS = (
    "term", "forms", "English", "country", "because", "count", "context", "note",
    "definition", "domain",
)  # fmt: skip


class TermLine(NamedTuple):
    """A line of the sheet: a concept with the same English throughout.

    Attributes:
        term: the preferred Indonesian term, or the whole composed one.
        english: what a translator should write here first.
        forms: how it stands in the articles, each form once.
        countries: those that decided, by their codes, with the words that named each
            first.
        times: how often it occurs so.
        context: its first place, white space levelled.
        note: usage notes, those about words to avoid included.
        definition: of the concept.
        concept: id.
        domain: of the concept.
        document: the article of the first place.
    """

    term: str
    english: str
    forms: tuple[str, ...]
    countries: tuple[tuple[str, str], ...]
    times: int
    context: str
    note: str
    definition: str
    concept: str
    domain: str
    document: str

    @property
    def region(self) -> str | None:
        """Code of the country that decided, if it was one alone."""
        return self.countries[0][0] if len(self.countries) == 1 else None

    @property
    def because(self) -> str:
        """The words that name the countries, in the order of the text."""
        return "; ".join(dict.fromkeys(words for _, words in self.countries if words))

    def joined(self, other: TermLine) -> TermLine:
        """Return the line with what occurs in another article as well."""
        forms: dict[str, str] = {}
        countries: dict[str, str] = {}
        for form in (*self.forms, *other.forms):
            forms.setdefault(form.casefold(), form)
        for code, words in (*self.countries, *other.countries):
            countries.setdefault(code, words)
        return self._replace(
            times=self.times + other.times,
            forms=tuple(forms.values()),
            countries=tuple(countries.items()),
        )


def sheet(articles: Iterable[AnnotatedArticle]) -> tuple[TermLine, ...]:
    """Return the terms of several articles, in the order of their first places."""
    found: dict[tuple[str, str, str], TermLine] = {}
    for annotated in articles:
        for use in term_uses(annotated.annotations):
            line = _line(annotated, use)
            key = line.term, line.concept, line.english
            first = found.get(key)
            found[key] = first.joined(line) if first else line
    return tuple(found.values())


def _line(annotated: AnnotatedArticle, use: TermUse) -> TermLine:
    annotation = use.annotation
    concept = annotation.concept
    return TermLine(
        annotation.term.text if annotation.parts else concept.term,
        english(annotation),
        use.forms,
        use.countries,
        use.times,
        _context(annotated.article.text, annotation.start, annotation.end),
        " ".join(concept.notes),
        concept.definition,
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
