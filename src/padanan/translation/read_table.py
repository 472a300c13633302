"""Translation units of a table in text: CSV, TSV."""

from __future__ import annotations

from typing import TYPE_CHECKING

from padanan.files.text import decode, read_rows, unguarded
from padanan.translation import columns

if TYPE_CHECKING:
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
    text = decode(data, path)
    rows = read_rows(text, _separator(text, path), path)
    cells = ((line, tuple(map(unguarded, row))) for line, row in rows)
    return columns.units(cells, path)


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
