"""The list of rejected candidates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from padanan.files.local import read_file
from padanan.files.locking import locked
from padanan.files.text import decode
from padanan.files.writing import write_file
from padanan.jobs.articles import bytes_of

if TYPE_CHECKING:
    from pathlib import Path

    from padanan.jobs.articles import Source


def rejected(source: Source) -> tuple[str, ...]:
    r"""Return the candidates that a list rejects, one per line.

    Raises:
        ExchangeError: the list is not text.
        OSError: it cannot be read.

    >>> from padanan.jobs.articles import Source
    >>> rejected(Source("-", b"kota kecil\n"))
    ('kota kecil',)
    """
    from padanan.corpus.proposals import exclusions

    return exclusions(decode(bytes_of(source), source.name))


def reject(path: Path, table: Source) -> tuple[str, ...]:
    """Add what a table rejects to a list, and return all that the list now rejects.

    Of two that do so at once each adds to what the other one wrote.

    Args:
        path: the list, which is begun where there is none.
        table: candidates with “no” in the column *keep*.

    Raises:
        ExchangeError: the list or the table is not text, or the table none.
        OSError: the list cannot be read or written; it is then what it was before.
    """
    from padanan.corpus.proposals import exclusions, with_exclusions
    from padanan.corpus.proposals import rejected as rejected_in

    new = rejected_in(decode(bytes_of(table), table.name), table.name)
    with locked(path):
        text = decode(read_file(path), str(path)) if path.exists() else ""
        longer = with_exclusions(text, new)
        if longer != text:
            write_file(path, longer.encode())
    return exclusions(longer)
