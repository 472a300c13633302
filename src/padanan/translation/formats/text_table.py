"""Tables in text, CSV and TSV: their rows as translation units."""

from __future__ import annotations

from typing import TYPE_CHECKING

from padanan.files.rows import read_rows, unguarded
from padanan.files.text import decode
from padanan.translation.formats import columns

if TYPE_CHECKING:
    from collections.abc import Iterator

    from padanan.translation.units import Unit

_SEPARATORS = "\t;,"


def read(data: bytes, path: str) -> tuple[Unit, ...]:
    r"""Return the rows of a table of two columns; see ``columns.units``.

    Raises:
        DocumentError: it has fewer than two columns.
        ExchangeError: it is no text, or a quotation mark is never closed.

    >>> read("nota;note\n".encode(), "a.csv")[0].target
    'note'
    """
    return columns.units(_rows(data, path), path)


def _rows(data: bytes, path: str) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Yield the rows of a table with the lines where they begin."""
    text = decode(data, path)
    for line, row in read_rows(text, _separator(text, path), path):
        yield line, tuple(map(unguarded, row))


def _separator(text: str, path: str) -> str:
    """Return what separates the cells: what makes most lines two columns.

    Sentences have commas of their own, so that the heading alone says little.
    """
    if path.lower().endswith((".tsv", ".tab")):
        return "\t"
    lines = [line for line in text.split("\n") if line][:50]
    return max(
        _SEPARATORS,
        key=lambda mark: (
            sum(mark in line for line in lines),
            -_SEPARATORS.index(mark),
        ),
    )
