"""Messages to the user on standard error, without characters that move the cursor."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import click

from padanan import lazy_re
from padanan.errors import MistakesError
from padanan.files.counts import counted
from padanan.files.text import printable

if TYPE_CHECKING:
    from padanan.errors import PadananError

_COLOUR = lazy_re.compile(r"(\x1b\[[0-9;]*m)")

MOST = 50
"""Maximum number of mistakes of a file that are told one by one."""
LONGEST = 600
"""Maximum number of characters of a message: it may quote what a file has."""


def say(*lines: str) -> None:
    """Tell the user something, on standard error."""
    for line in lines:
        click.echo(clean(line), err=True)


def say_error(error: PadananError | OSError) -> None:
    """Tell the user about an error in one line, or about each of several mistakes."""
    if isinstance(error, MistakesError):
        say(*(f"padanan: {_short(line)}" for line in error.lines[:MOST]))
        if len(error.lines) > MOST:
            more = counted(len(error.lines) - MOST, "mistake")
            say(f"padanan: {error.path}: and {more} more")
    else:
        say(f"padanan: {one_line(error)}")


def one_line(error: PadananError | OSError) -> str:
    """Return what to tell the user about an error.

    >>> one_line(FileNotFoundError(2, "No such file or directory", "artikel.txt"))
    'artikel.txt: No such file or directory'
    """
    if isinstance(error, OSError):
        name = "" if error.filename is None else os.fsdecode(error.filename)
        parts = (name, error.strerror or str(error))
        text = ": ".join(part for part in parts if part)
    else:
        text = str(error)
    return _short(text)


def _short(text: str) -> str:
    text = " ".join(text.splitlines())
    return clean(text if len(text) <= LONGEST else f"{text[:LONGEST]}…")


def clean(text: str) -> str:
    r"""Return a text in which all characters that could control a terminal are escaped.

    The name of a file may hold anything, even what moves the cursor.

    >>> clean("a\x1b[2J.txt – é")
    'a\\x1b[2J.txt – é'
    """
    return printable(text, escape=True).replace("\t", "\\t").replace("\n", "\\n")


def for_terminal(text: str, *, colour: bool = False) -> str:
    r"""Return a text for a terminal: lines and tabs stay, all else is shown.

    What commands print on a terminal goes through this, whatever its format: a table
    or a PO file may hold what an article has.

    Args:
        text: what is printed.
        colour: leave colours in it: they are ours, for what it quotes is printable.

    >>> for_terminal("\x1b[1mnota\x1b[0m\x1b]0;x\x07\n")
    '\\x1b[1mnota\\x1b[0m\\x1b]0;x\\x07\n'
    >>> for_terminal("\x1b[1mnota\x1b[0m\x1b]0;x\x07\n", colour=True)
    '\x1b[1mnota\x1b[0m\\x1b]0;x\\x07\n'
    """
    if not colour:
        return printable(text, escape=True)
    pieces = _COLOUR.split(text)
    pieces[::2] = (printable(piece, escape=True) for piece in pieces[::2])
    return "".join(pieces)
