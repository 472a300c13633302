"""An article: its text, and the places in it where nothing is annotated."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

MASK = "\ufffc"
"""Stands for each masked character while terms are looked for: no letter, no space."""


class Block(NamedTuple):
    """A part of an article that stands by itself.

    Attributes:
        start: offset of its first code point in the text.
        end: offset behind its last one.
        role: ``title``, ``heading``, ``paragraph``, ``item``, ``quote`` or ``code``.
    """

    start: int
    end: int
    role: str


@dataclass(frozen=True, slots=True)
class Article:
    """An article as it was read.

    Attributes:
        path: as the user named it.
        text: its text, without newline translation; a byte order mark counts.
        kind: the name of the reader that read it.
        masked: half-open spans of code, links and the like.
        data: the bytes it came from, where the output must keep more than the text.
        encoding: of those bytes, as the user named it; ``None`` where nobody did.
        blocks: its parts, ordered and disjoint, where the format names them.
    """

    path: str
    text: str
    kind: str
    masked: tuple[tuple[int, int], ...] = ()
    data: bytes = b""
    encoding: str | None = None
    blocks: tuple[Block, ...] = ()

    @property
    def readable(self) -> str:
        """The text with its masked places blotted out, of the same length.

        >>> Article("a.md", "di `x` kini", "markdown", ((3, 6),)).readable
        'di \ufffc\ufffc\ufffc kini'
        """
        parts: list[str] = []
        last = 0
        for start, end in self.masked:
            parts += self.text[last:start], MASK * (end - start)
            last = end
        return "".join((*parts, self.text[last:]))


def joined(spans: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Return spans in order, those that overlap made one, empty ones left out.

    >>> joined(((6, 9), (2, 4), (3, 5), (7, 7)))
    ((2, 5), (6, 9))
    """
    found: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        elif start < end:
            found.append((start, end))
    return tuple(found)
