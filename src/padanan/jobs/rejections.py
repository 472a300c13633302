"""The list of candidates that somebody has rejected."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from padanan.files.local import read_file
from padanan.files.text import decode
from padanan.files.writing import write_file
from padanan.jobs.articles import bytes_of

if TYPE_CHECKING:
    from padanan.jobs.articles import Source


def rejected(path: str, table: Source | None = None) -> tuple[str, ...]:
    """Return what a list rejects; what a table rejects is added to it first.

    Args:
        path: the list, one candidate a line; it is begun where there is none.
        table: candidates with “no” in the column *keep*.

    Raises:
        ExchangeError: the list or the table is no text, or the table none.
        OSError: the list cannot be read or written, or there is none and no table.
    """
    from padanan.corpus.proposals import exclusions, with_exclusions
    from padanan.corpus.proposals import rejected as rejected_in

    listed = Path(path)
    begun = table is not None and not listed.exists()
    text = "" if begun else decode(read_file(listed), path)
    if table is not None:
        new = rejected_in(decode(bytes_of(table), table.name), table.name)
        text = with_exclusions(text, new)
        write_file(listed, text.encode())
    return exclusions(text)
