"""An article: its text, and the places in it where nothing is annotated."""

from __future__ import annotations

from dataclasses import dataclass

MASK = "\ufffc"
"""Stands for each masked character while terms are looked for: no letter, no space."""


@dataclass(frozen=True, slots=True)
class Article:
    """An article as it was read.

    Attributes:
        path: as the user named it.
        text: its text, without newline translation; a byte order mark counts.
        kind: the name of the reader that read it.
        masked: half-open spans of code, links and the like.
        data: the bytes it came from, where the output must keep more than the text.
    """

    path: str
    text: str
    kind: str
    masked: tuple[tuple[int, int], ...] = ()
    data: bytes = b""

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
