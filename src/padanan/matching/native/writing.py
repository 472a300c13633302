# cython: annotation_typing=False
"""Annotations as bytes, without an object for each of them; see ``notation``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from padanan.matching.annotation import Annotation
from padanan.matching.native.wording import Wording

if TYPE_CHECKING:
    from padanan.matching.native.memory import Meaning, Memory
    from padanan.matching.notation import Notation
    from padanan.matching.regions import Region

_Annotation = Annotation
_OFFSETS = 20_000
"""Number of offsets of which it is remembered how they are written."""
MOST = 50_000
"""Maximum number of different endings of annotations that are remembered."""


class Writer:
    """Puts annotations together of pieces, most of which were written before.

    One text at a time is written.

    Args:
        notation: how each annotation is written.
        memory: whose meanings are written.

    Attributes:
        notation: likewise.
        memory: likewise.
    """

    def __init__(self, notation: Notation, memory: Memory) -> None:
        self.notation = notation
        self.memory = memory
        self._pieces: list[bytes] = []
        self._starts: list[bytes | None] = [None] * _OFFSETS
        self._ends: list[bytes | None] = [None] * _OFFSETS
        self._endings: dict[object, dict[str, bytes]] = {}
        self._count = 0

    def taken(self) -> bytes:
        """Return what was written, and begin anew."""
        pieces = self._pieces
        if pieces:
            # Each annotation begins with what stands between two of them.
            pieces[0] = pieces[0][len(self.notation.between) :]
        found = b"".join(pieces)
        pieces.clear()
        return found

    def add(self, text: str, start: int, end: int, key: object) -> None:
        """Write an annotation.

        Args:
            text: the whole text.
            start: half-open offsets of the term in it.
            end: likewise.
            key: a meaning, or a meaning with its English, the region, why, and the
                larger name.
        """
        endings = self._endings.get(key)
        if endings is None:
            endings = self._endings[key] = {}
        term = text[start:end]
        ending = endings.get(term)
        if ending is None:
            ending = self._ending(term, key)
            if self._count > MOST:
                self._endings.clear()
                self._count = 0
            endings[term] = ending
            self._count += 1
        pieces = self._pieces
        pieces.append(self._start(start))
        pieces.append(self._end(end))
        pieces.append(ending)

    def _start(self, offset: int) -> bytes:
        """Return what stands before the end of an annotation."""
        found = self._starts[offset] if offset < _OFFSETS else None
        if found is None:
            notation = self.notation
            found = notation.between + notation.start + b"%d" % offset
            if offset < _OFFSETS:
                self._starts[offset] = found
        return found

    def _end(self, offset: int) -> bytes:
        """Return what stands between the start of an annotation and its text."""
        found = self._ends[offset] if offset < _OFFSETS else None
        if found is None:
            found = self.notation.end + b"%d" % offset + self.notation.text
            if offset < _OFFSETS:
                self._ends[offset] = found
        return found

    def _ending(self, term: str, key: object) -> bytes:
        """Return an annotation from its text on."""
        if isinstance(key, tuple):
            meaning, equivalents, code, because, longer = key
        else:
            meaning, equivalents = key, key.equivalents  # type: ignore[attr-defined]
            code = because = longer = None
        one = _Annotation(
            0, 0, term, meaning.concept, meaning.term,
            equivalents, code, because, longer, (), meaning.parts,
        )  # fmt: skip
        return self.notation.quoted(term) + self.notation.rest(one)


class Written(Wording):
    """Writes the terms of one document instead of making annotations.

    Attributes:
        writer: puts them together.
    """

    writer: Writer

    def _add(
        self,
        meaning: Meaning,
        equivalents: tuple[str, ...],
        region: Region | None,
        longer: str | None,
    ) -> None:
        start, end, text = self.start, self.end, self.text
        if self.original is not None:
            text = self.original.text
            start = self.original.start(start)
            end = self.original.end(end - 1)
        if region is None and longer is None and equivalents is meaning.equivalents:
            self.writer.add(text, start, end, meaning)
        else:
            code, because = (None, None) if region is None else region
            key = meaning, equivalents, code, because, longer
            self.writer.add(text, start, end, key)
