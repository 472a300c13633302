"""What a command reads: files as they are named, standard input as its bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from padanan.files.local import STDIN, read_input
from padanan.jobs.articles import Source

if TYPE_CHECKING:
    from collections.abc import Iterable


def source(name: str, kind: str | None = None) -> Source:
    """Return what a name stands for; standard input is read at once.

    Args:
        name: a file, a folder or ``-``.
        kind: its format, where the ending is not to decide.

    Raises:
        PadananError: there is too much on standard input.

    >>> source("a.txt")
    Source(name='a.txt', data=None, kind=None)
    """
    return Source(name, read_input(name) if name == STDIN else None, kind)


def sources(names: Iterable[str], kind: str | None = None) -> tuple[Source, ...]:
    """Return what several names stand for.

    Raises:
        PadananError: there is too much on standard input.
    """
    return tuple(source(name, kind) for name in names)
