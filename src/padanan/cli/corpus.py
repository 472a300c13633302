"""Options of ``padanan annotate`` for corpora; what they do is ``corpus_run``."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Any, NamedTuple

import click

if TYPE_CHECKING:
    from collections.abc import Callable


class Corpus(NamedTuple):
    """What is asked of a corpus; ``None`` means not given.

    Attributes:
        processes: how many annotate.
        text_field: the field of JSON lines that holds the text.
        dask: address of a Dask scheduler.
    """

    processes: int | None
    text_field: str | None
    dask: str | None


NO_CORPUS = Corpus(None, None, None)


def corpus_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options of corpora; the command gets ``corpus``."""

    @click.option(
        "--jobs",
        "processes",
        type=click.IntRange(min=1),
        metavar="N",
        help="Annotate a corpus in N processes and write JSON lines.",
    )
    @click.option(
        "--text-field",
        metavar="NAME",
        help="Field that holds the text in JSON lines.  [default: text]",
    )
    @click.option(
        "--dask",
        metavar="ADDRESS",
        help="Annotate a corpus on the workers of this Dask scheduler.",
    )
    @wraps(function)
    def called(
        *,
        processes: int | None,
        text_field: str | None,
        dask: str | None,
        **rest: Any,
    ) -> Any:
        return function(corpus=Corpus(processes, text_field, dask), **rest)

    return called
