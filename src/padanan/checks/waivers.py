"""Decisions about findings in a file beside a translation.

A line is ``UNIT ignore CODE reason``, with the id of a unit or ``*`` for all, and
optionally in square brackets the id of the only concept concerned::

    # agreed with the desk, 12 March
    12 ignore T201 the paragraph was cut
    * ignore T101 [gencatan-senjata] house style

PO, XLIFF and TMX carry the same decisions in their own notes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from padanan.errors import DocumentError
from padanan.translation.units import read_waiver

if TYPE_CHECKING:
    from collections.abc import Iterator

    from padanan.translation.units import Waiver

ENDING = ".waivers"
"""Added to the name of a translation it names the file beside it."""

EVERY = "*"


def loads(text: str, path: str) -> tuple[Waiver, ...]:
    """Return the decisions that a file states.

    Raises:
        DocumentError: a line is none, with its number.

    >>> loads("12 ignore T201 was cut", "a.waivers")
    (Waiver(code='T201', concept='', reason='was cut', unit='12'),)
    """
    return tuple(_waivers(text, path))


def _waivers(text: str, path: str) -> Iterator[Waiver]:
    for number, line in enumerate(text.removeprefix("\ufeff").split("\n"), 1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        # An id may have spaces in it: that of a PO file is its source text.
        unit, _, rest = line.strip().partition(" ignore ")
        waiver = read_waiver(f"padanan: ignore {rest}")
        if waiver is None:
            problem = f"“{line.strip()}” is no waiver — write “12 ignore T201 reason”"
            raise DocumentError(problem, path=path, line=number)
        yield waiver._replace(unit="" if unit == EVERY else unit)
