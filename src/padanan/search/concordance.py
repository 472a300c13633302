"""Concordance: every place where texts have a term, the key word in its context."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from padanan.matching.engine import Options

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from padanan.articles.article import Article
    from padanan.matching.annotation import Annotation
    from padanan.matching.engine import Engine

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
        left, right = text[max(0, start - 2 * WIDTH) : start], text[end:]
        yield ConcordanceLine(
            article.path,
            start,
            end,
            _level(left)[-WIDTH:],
            _level(text[start:end]),
            _level(right[: 2 * WIDTH])[:WIDTH],
        )


def _spans(
    engine: Engine, article: Article, query: str, concepts: Collection[str]
) -> set[tuple[int, int]]:
    found = engine.annotate(
        article.readable, Options(nested=True, context=False, basic=True)
    )
    spans = {(one.start, one.end) for one in _flat(found) if one.concept.id in concepts}
    literal = (match.span() for match in _literally(query).finditer(article.readable))
    return spans | {span for span in literal if not _touches(span, spans)}


def _flat(annotations: tuple[Annotation, ...]) -> Iterator[Annotation]:
    for annotation in annotations:
        yield annotation
        # A short form may stand in a longer one: gencatan in gencatan senjata.
        own = annotation.concept.id
        yield from (one for one in annotation.nested if one.concept.id != own)


def _touches(span: tuple[int, int], spans: set[tuple[int, int]]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in spans)


def _literally(query: str) -> re.Pattern[str]:
    words = r"[\s-]+".join(map(re.escape, query.split()))
    return re.compile(rf"\b{words}\b" if words else r"(?!)", re.IGNORECASE)


def _level(text: str) -> str:
    return re.sub(r"\s+", " ", text)
