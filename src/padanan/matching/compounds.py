"""Terms that are joined: a part of a composed term, or what was joined so far."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from padanan import lazy_re
from padanan.matching.pairs import as_modifier

if TYPE_CHECKING:
    from padanan.matching.document import Document
    from padanan.matching.joining import Modifier
    from padanan.matching.senses import Sense

_DOUBLED = lazy_re.compile(r"(\w{3,})-\1(?!\w)", re.IGNORECASE)


class Compound(NamedTuple):
    """A term, or several that were joined, with its place in the text.

    Attributes:
        start: half-open offsets.
        end: likewise.
        sense: what it is; for a composed one that of its head with other English.
        parts: ids of its concepts in the order of the text.
        depth: how many modifiers stand inside one another.
        whole: whether its last word ends a name: a row of a table.
    """

    start: int
    end: int
    sense: Sense
    parts: tuple[str, ...]
    depth: int = 0
    whole: bool = False

    @property
    def modifier(self) -> Modifier:
        """What it is as a modifier."""
        return as_modifier(self.sense)


_new = tuple.__new__
"""A third of the time of the class, of which each head makes several."""


def listed_part(start: int, end: int, sense: Sense, depth: int = 0) -> Compound:
    """Return a listed term as the part of a composed one."""
    return _new(Compound, (start, end, sense, (sense.concept.id,), depth, False))


def joined_part(head: Compound, behind: Compound, sense: Sense) -> Compound:
    """Return what a head and a modifier behind it are together."""
    depth = max(head.depth, behind.depth)
    return _new(Compound, (head.start, behind.end, sense, sense.parts, depth, False))


def is_doubled(document: Document, phrase: Compound) -> bool:
    """Whether the text has a head twice that is not double itself: *norma-norma*."""
    text = document.text[phrase.start : phrase.end]
    return (
        "-" in text
        and bool(_DOUBLED.match(text))
        and not _DOUBLED.match(phrase.sense.text)
    )
