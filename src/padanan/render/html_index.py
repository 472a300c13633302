"""As HTML: the page that leads to those of several articles."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from padanan.render.cards import cards, key
from padanan.render.html import DEFAULT, kinds_of, templates, title_of, word_count

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from padanan.articles.annotated import AnnotatedArticle
    from padanan.render.cards import Card
    from padanan.render.html import PageOptions


class IndexedArticle(NamedTuple):
    """An article as the index page lists it.

    Attributes:
        file: name of its page, in the folder of the index.
        title: its title.
        words: how many it has.
        marks: how many places of terms.
        kinds: class → its occurrences, those that there are.
        cards: the terms.
    """

    file: str
    title: str
    words: int
    marks: int
    kinds: Mapping[str, int]
    cards: tuple[Card, ...]


class IndexedTerm(NamedTuple):
    """A term in the list of all articles, with its card in each of them."""

    term: str
    english: str
    kind: str
    times: int
    found: tuple[tuple[IndexedArticle, Card], ...]


def render_index(
    pages: Iterable[tuple[str, AnnotatedArticle]], options: PageOptions = DEFAULT
) -> str:
    """Return the page that leads to those of several articles.

    Args:
        pages: each article with the name of its file in the same folder.
        options: how it is shown.

    Raises:
        KeyError: there is no interface in that language.
    """
    articles = tuple(_article(file, annotated, options) for file, annotated in pages)
    return templates(options).get_template("index.html").render(
        articles=articles,
        terms=_terms(articles),
        words=sum(article.words for article in articles),
        total=sum(article.marks for article in articles),
    )  # fmt: skip


def _article(
    file: str, annotated: AnnotatedArticle, options: PageOptions
) -> IndexedArticle:
    return IndexedArticle(
        file,
        title_of(annotated),
        word_count(annotated),
        len(annotated.annotations),
        kinds_of(annotated.annotations),
        tuple(cards(annotated.annotations, options.titles).values()),
    )


def _terms(articles: Iterable[IndexedArticle]) -> tuple[IndexedTerm, ...]:
    """Return the terms of all articles in the order of the alphabet."""
    found: dict[tuple[str, str], list[tuple[IndexedArticle, Card]]] = {}
    for article in articles:
        for card in article.cards:
            found.setdefault(key(card.annotation), []).append((article, card))
    terms = (
        IndexedTerm(
            each[0][1].term,
            each[0][1].english,
            each[0][1].kind,
            sum(card.times for _, card in each),
            tuple(each),
        )
        for each in found.values()
    )
    return tuple(sorted(terms, key=lambda term: (term.term.casefold(), term.english)))
