"""Tables in text, CSV and TSV: their rows as translation units."""

from __future__ import annotations

from typing import TYPE_CHECKING

from padanan.files.headings import USUAL
from padanan.files.rows import read_table
from padanan.files.text import decode_table, encoding_notice
from padanan.translation.formats import columns

if TYPE_CHECKING:
    from padanan.files.headings import TableOptions
    from padanan.translation.units import Unit, UnitsRead


def read(data: bytes, path: str, options: TableOptions = USUAL) -> tuple[Unit, ...]:
    r"""Return the rows of a table of two columns; see ``columns.units``.

    Raises:
        DocumentError: it has fewer than two columns.
        ExchangeError: it is no text, or a quotation mark is never closed.

    >>> read("nota;note\n".encode(), "a.csv")[0].target
    'note'
    """
    return read_all(data, path, options).units


def read_all(data: bytes, path: str, options: TableOptions = USUAL) -> UnitsRead:
    """Return the rows of a table, and what was guessed or is not read of it.

    Raises:
        DocumentError: it has fewer than two columns.
        ExchangeError: it is no text, or a quotation mark is never closed.
    """
    rows = read_table(decode_table(data, path), path)
    found = columns.read_all(rows, path, options)
    return found._replace(unread=(*encoding_notice(data), *found.unread))
