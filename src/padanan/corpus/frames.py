"""Annotations in Dask bags and data frames, for programs that work with them.

Dask is the extra ``padanan[corpus]``; it is imported when a function is called. The
glossary is one value in the graph, which each worker receives once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol, cast

from padanan.articles.article import Article
from padanan.articles.plain import KIND, addresses
from padanan.files.extras import optional
from padanan.matching.annotator import Annotator
from padanan.matching.collecting import paused
from padanan.matching.engine import DEFAULT
from padanan.render.json import array, notation

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pandas as pd
    from dask.bag import Bag
    from dask.dataframe import DataFrame

    from padanan.matching.annotation import Annotation


class Annotates(Protocol):
    """What finds the terms of a text: a ``padanan.Annotator``."""

    def annotate(self, text: str) -> tuple[Annotation, ...]:
        """Return the terms of a text, ordered and disjoint."""


def as_json(text: str, annotator: Annotates) -> str:
    """Return the annotations of a text as JSON: an array as in ``--format json``.

    Web and mail addresses in the text are left out.

    >>> class Nothing:
    ...     def annotate(self, text): return ()
    >>> as_json("gencatan senjata", Nothing())
    '[]'
    """
    readable = Article("", text, KIND, addresses(text)).readable
    if isinstance(annotator, Annotator):
        with paused(len(readable)):
            # No object is made of each annotation.
            rows = annotator.engine.written(readable, DEFAULT, notation())
        return f"[{rows.decode()}]"
    return array(annotator.annotate(readable))


def annotate_bag(texts: Bag, annotator: Annotates) -> Bag:
    """Return a bag with the ``as_json`` of each text of a bag, in its order.

    Raises:
        MissingExtraError: Dask is not installed.
    """
    return cast("Bag", texts.map_partitions(_of_texts, _delayed(annotator)))


def annotate_frame(
    frame: DataFrame, column: str, annotator: Annotates, *, into: str = "annotations"
) -> DataFrame:
    """Return a frame with one more column: the ``as_json`` of the texts in one.

    A row without text has no annotations: ``[]``.

    Args:
        frame: has the texts.
        column: the name of the column that holds them.
        annotator: the glossary.
        into: the name of the new column.

    Raises:
        MissingExtraError: Dask is not installed.
    """
    meta = frame._meta.assign(**{into: frame._meta[column].astype("str")})  # noqa: SLF001 - Dask documents it for this
    return frame.map_partitions(_of_frame, column, into, _delayed(annotator), meta=meta)


def _delayed(annotator: Annotates) -> Any:
    return optional("dask").delayed(annotator, pure=False, traverse=False)


def _of_texts(texts: Iterable[str], annotator: Annotates) -> list[str]:
    return [as_json(text, annotator) for text in texts]


def _of_frame(
    frame: pd.DataFrame, column: str, into: str, annotator: Annotates
) -> pd.DataFrame:
    found = [
        as_json(text, annotator) if isinstance(text, str) else "[]"
        for text in frame[column]
    ]
    kind = frame[column].astype("str").dtype
    return frame.assign(**{into: frame[column].__class__(found, frame.index, kind)})
