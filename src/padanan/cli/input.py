"""What a command reads: files as they are named, standard input as its bytes."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from padanan import lazy_re
from padanan.errors import PadananError
from padanan.files.local import STDIN, read_input
from padanan.jobs.articles import Source

if TYPE_CHECKING:
    from collections.abc import Iterable

    from padanan.glossary.library import GlossaryFile

_ADDRESS = lazy_re.compile(r"[a-z][a-z0-9+.-]*://|www\.", re.IGNORECASE)


def source(name: str, kind: str | None = None) -> Source:
    """Return the source that a name stands for; standard input is read at once.

    Args:
        name: a file, a folder or ``-``, which is known by its first bytes.
        kind: its format, where neither ending nor first bytes are to decide.

    Raises:
        PadananError: there is too much on standard input.

    >>> source("a.txt")
    Source(name='a.txt', data=None, kind=None)
    """
    if name != STDIN:
        return Source(name, None, kind)
    from padanan.files.first_bytes import kind_of  # files have endings

    data = read_input(name)
    return Source(name, data, kind or kind_of(data))


def sources(names: Iterable[str], kind: str | None = None) -> tuple[Source, ...]:
    """Return the sources that several names stand for.

    Raises:
        PadananError: there is too much on standard input.
    """
    return tuple(source(name, kind) for name in names)


def glossary_of(name: str) -> str | GlossaryFile:
    """Return the glossary that a name stands for; standard input is read at once.

    Raises:
        PadananError: there is too much on standard input.

    >>> glossary_of("istilah.po")
    'istilah.po'
    """
    if name != STDIN:
        return name
    from padanan.glossary.library import GlossaryFile

    return GlossaryFile(STDIN, read_input(STDIN))


def refuse_stdin(name: str, option: str, reason: str) -> None:
    """Refuse standard input where a file is also written.

    Raises:
        PadananError: the name is ``-``.

    >>> refuse_stdin("-", "--into", "is written to")
    Traceback (most recent call last):
    padanan.errors.PadananError: --into is written to — name a file
    """
    if name == STDIN:
        raise PadananError(f"{option} {reason} — name a file")


def check_names(names: Iterable[str]) -> None:
    """Refuse addresses, and standard input if it is named twice.

    Raises:
        PadananError: one of the names is an address, or two are ``-``.
    """
    every = tuple(names)
    if every.count(STDIN) > 1:
        raise PadananError("is named twice — name a file for one", path=STDIN)
    for name in every:
        if _is_address(name) and not Path(name).exists():
            problem = "an address; nothing is fetched — save the page and name its file"
            raise PadananError(problem, path=name)


def _is_address(name: str) -> bool:
    """Whether a name is the address of a page.

    >>> _is_address("https://a.id"), _is_address("WWW.a.id"), _is_address("a.txt")
    (True, True, False)
    """
    likely = "://" in name or name.lower().startswith("www.")
    return likely and _ADDRESS.match(name) is not None
