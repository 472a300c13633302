"""A term looked up in either language, with the lines of articles that have it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from padanan.articles.article import Article
    from padanan.jobs.articles import ReadingOptions, Source
    from padanan.matching.compiled import Compiled
    from padanan.search.concordance import ConcordanceLine
    from padanan.search.hits import Hit

SIMILAR = 5
"""Maximum number of similar terms where none is exactly that one."""


class LookupResult(NamedTuple):
    """What a query found.

    Attributes:
        query: what was looked up.
        hits: the concepts, the most likely first.
        lines: where articles have the term, or the words of the query.
        unread: what the readers of the articles passed over, one per line.
    """

    query: str
    hits: tuple[Hit, ...]
    lines: tuple[ConcordanceLine, ...] = ()
    unread: tuple[str, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        """Return the answer of ``docs/json.md``."""
        from padanan.render.lookup import as_data

        return as_data(self.query, self.hits, self.lines)

    @property
    def notices(self) -> tuple[str, ...]:
        """What to tell the user besides."""
        unknown = () if self.hits else (f"“{self.query}” is not in the glossary",)
        return (*self.unread, *unknown)


def lookup(
    query: str,
    compiled: Compiled,
    limit: int = SIMILAR,
    articles: Iterable[Source] = (),
    reading: ReadingOptions | None = None,
) -> LookupResult:
    """Look a term up.

    Args:
        query: a term of either language, in any form or case.
        compiled: the glossary.
        limit: maximum number of similar terms where none is exactly that one.
        articles: whose lines with the term are wanted.
        reading: how they are read; ``None`` for the usual way.

    Raises:
        DocumentError: an article cannot be read, or a folder has none.
        OSError: a file cannot be read.

    >>> from padanan.jobs.glossary import compiled
    >>> lookup("truce", compiled()).hits[0].concept.id
    'gencatan-senjata'
    """
    from padanan.search.index import index_of
    from padanan.search.search import search

    hits = search(index_of(compiled), query, limit)
    found = LookupResult(query, hits)
    sources = tuple(articles)
    if not sources:
        return found
    from padanan.jobs.articles import USUAL, open_articles, passed_over

    opened = tuple(open_articles(sources, reading or USUAL))
    told = (line for article in opened for line in article.notices)
    return found._replace(
        lines=tuple(_lines(found, compiled, opened)),
        unread=(*passed_over(sources), *told),
    )


def lookup_begun(query: str, compiled: Compiled, limit: int) -> LookupResult:
    """Look up what somebody types: whole terms first, then those that it begins.

    Args:
        query: a term of either language, or its beginning.
        compiled: the glossary.
        limit: maximum number of concepts.

    >>> from padanan.jobs.glossary import compiled
    >>> lookup_begun("duta b", compiled(), 5).hits[0].concept.id
    'duta-besar'
    """
    from padanan.search.begun import begun
    from padanan.search.index import index_of
    from padanan.search.search import search, whole

    index = index_of(compiled)
    begins = begun(index, query, limit)
    found = whole(index, query)
    # What is only similar takes longest to find, and says little beside these.
    if not found and not begins:
        return LookupResult(query, search(index, query, limit))
    ids = {hit.concept.id for hit in found}
    more = (hit for hit in begins if hit.concept.id not in ids)
    return LookupResult(query, (*found, *more)[:limit])


def _lines(
    found: LookupResult,
    compiled: Compiled,
    articles: Iterable[Article],
) -> Iterator[ConcordanceLine]:
    from padanan.matching import make_engine
    from padanan.search.concordance import concordance
    from padanan.search.hits import How

    engine = make_engine(compiled)
    meant = {hit.concept.id for hit in found.hits if hit.how is not How.SIMILAR}
    for article in articles:
        yield from concordance(engine, article, found.query, meant)
