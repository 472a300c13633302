"""Tables in text, CSV and TSV: their rows as translation units."""

from __future__ import annotations

from typing import TYPE_CHECKING

from padanan.files.headings import USUAL
from padanan.files.rows import read_table
from padanan.files.text import decode_table, encoding_notice
from padanan.translation.formats import columns

if TYPE_CHECKING:
    from padanan.files.headings import TableOptions
    from padanan.translation.units import Unit


def read(data: bytes, path: str, options: TableOptions = USUAL) -> tuple[Unit, ...]:
    r"""Return the rows of a table of two columns; see ``columns.units``.

    Raises:
        DocumentError: it has fewer than two columns.
        ExchangeError: it is no text, or a quotation mark is never closed.

    >>> read("nota;note\n".encode(), "a.csv")[0].target
    'note'
    """
    return columns.units(read_table(decode_table(data, path), path), path, options)


def unread(data: bytes, path: str, _options: TableOptions = USUAL) -> tuple[str, ...]:
    """Return a line about an encoding that was guessed, none where nothing was."""
    return encoding_notice(data)
