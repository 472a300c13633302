"""The problems of a PO file as values, so that one does not hide the next."""

from __future__ import annotations

import unicodedata
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

# Control characters, lone surrogates and the separators of lines and paragraphs:
# PO readers split lines at them, or cannot store them at all.
REFUSED = frozenset({"Cc", "Cs", "Zl", "Zp"})


class PoProblemKind(StrEnum):
    """The sort of a problem."""

    SYNTAX = "syntax"
    KEY = "key"
    VALUE = "value"
    DUPLICATE = "duplicate"
    MISSING = "missing"
    LOST = "lost"


class PoProblem(NamedTuple):
    """One thing that is wrong with a file.

    Attributes:
        kind: its sort. A file with ``LOST`` is read, but what the message names is
            not written again.
        line: where it is, counted from 1.
        message: what is wrong and, after a dash, what to do.
    """

    kind: PoProblemKind
    line: int
    message: str


def fatal(problems: Iterable[PoProblem]) -> tuple[PoProblem, ...]:
    """Return the problems that keep a file from being read, in order of lines.

    >>> key = PoProblem(PoProblemKind.KEY, 9, "b")
    >>> lost = PoProblem(PoProblemKind.LOST, 4, "a")
    >>> fatal((key, lost))
    (PoProblem(kind=<PoProblemKind.KEY: 'key'>, line=9, message='b'),)
    """
    found = (problem for problem in problems if problem.kind is not PoProblemKind.LOST)
    return tuple(sorted(found, key=lambda problem: problem.line))


def refused_character(text: str) -> str | None:
    r"""Name the first character that a field may not contain, ``None`` for none.

    >>> refused_character("gencatan\tsenjata")
    'U+0009'
    >>> refused_character("gencatan senjata")
    """
    if text.isascii() and text.isprintable():
        return None
    return next(
        (
            f"U+{ord(character):04X}"
            for character in text
            if unicodedata.category(character) in REFUSED
        ),
        None,
    )
