"""Concordance: every place where texts have a term, the key word in its context."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from padanan.matching.engine import Options

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from padanan.articles.article import Article
    from padanan.matching.annotation import Annotation
    from padanan.matching.engine import Engine

Span: TypeAlias = tuple[int, int]
"""Half-open offsets (code points)."""

WIDTH = 38
"""Code points of context on either side."""


class ConcordanceLine(NamedTuple):
    """One occurrence in its context.

    Attributes:
        document: the file, as the user named it.
        start: offset of the occurrence in the text (code points).
        end: offset after it.
        left: what is before it, at most ``WIDTH`` long, white space levelled.
        text: the occurrence, white space levelled.
        right: what follows it.
    """

    document: str
    start: int
    end: int
    left: str
    text: str
    right: str


def concordance(
    engine: Engine, article: Article, query: str, concepts: Collection[str]
) -> Iterator[ConcordanceLine]:
    """Yield where an article has a query, or a term of one of the concepts.

    Args:
        engine: reads texts with the glossary.
        article: where to look.
        query: found as it is written too, ignoring case: the glossary may lack it.
        concepts: ids.
    """
    for start, end in sorted(_spans(engine, article, query, concepts)):
        text = article.text
        left = text[max(0, start - 2 * WIDTH) : start]
        right = text[end : end + 2 * WIDTH]
        yield ConcordanceLine(
            article.path,
            start,
            end,
            _level(left)[-WIDTH:],
            _level(text[start:end]),
            _level(right)[:WIDTH],
        )


def _spans(
    engine: Engine, article: Article, query: str, concepts: Collection[str]
) -> set[tuple[int, int]]:
    found = engine.annotate(
        article.readable, Options(nested=True, context=False, basic=True)
    )
    spans = {(one.start, one.end) for one in _flat(found) if one.concept.id in concepts}
    literal = (match.span() for match in _literally(query).finditer(article.readable))
    return spans.union(_apart(literal, sorted(spans)))


def _flat(annotations: tuple[Annotation, ...]) -> Iterator[Annotation]:
    for annotation in annotations:
        yield annotation
        # A short form may stand in a longer one: gencatan in gencatan senjata.
        own = annotation.concept.id
        yield from (one for one in annotation.nested if one.concept.id != own)


def _apart(several: Iterable[Span], spans: Sequence[Span]) -> Iterator[Span]:
    """Yield those of several spans that touch none of some sorted ones.

    >>> list(_apart([(0, 4), (5, 9), (12, 16)], [(3, 11), (6, 8)]))
    [(12, 16)]
    """
    starts = [start for start, _ in spans]
    # Spans may stand in one another: how far those up to each reach.
    reached = [0, *accumulate((end for _, end in spans), max)]
    for start, end in several:
        if reached[bisect_left(starts, end)] <= start:
            yield start, end


def _literally(query: str) -> re.Pattern[str]:
    words = r"[\s-]+".join(map(re.escape, query.split()))
    return re.compile(rf"\b{words}\b" if words else r"(?!)", re.IGNORECASE)


def _level(text: str) -> str:
    return re.sub(r"\s+", " ", text)
