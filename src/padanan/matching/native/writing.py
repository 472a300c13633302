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
MOST = 50_000
"""Maximum number of different endings of annotations that are remembered."""
_NONE = None, b""
"""What is known of how a word is written that was not met yet."""


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
        self._endings: dict[object, dict[str, bytes]] = {}
        self._count = 0
        self._words: list[tuple[object, bytes]] = []
        # An annotation up to its text; the offsets are put in.
        around = (notation.between + notation.start, notation.end, notation.text)
        self._offsets = b"%d".join(piece.replace(b"%", b"%%") for piece in around)

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
        self._put(start, end, self._ending_of(text, start, end, key))

    def add_word(
        self, text: str, start: int, end: int, meaning: Meaning, word: int
    ) -> None:
        """Write an annotation of a word of which nothing but its meaning is said.

        Args:
            text: the whole text.
            start: half-open offsets of the word in it.
            end: likewise.
            meaning: what it means.
            word: its number in the vocabulary.
        """
        words = self._words
        if word >= len(words):
            words.extend([_NONE] * (word + 1 - len(words)))
        known = words[word]
        if known[0] is not meaning:
            ending = self._ending_of(text, start, end, meaning)
            known = words[word] = meaning, ending
        self._put(start, end, known[1])

    def _put(self, start: int, end: int, ending: bytes) -> None:
        pieces = self._pieces
        pieces.append(self._offsets % (start, end))
        pieces.append(ending)

    def _ending_of(self, text: str, start: int, end: int, key: object) -> bytes:
        """Return an annotation from its text on, written before or not."""
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
        return ending

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
            word = self._word() if self.original is None else -1
            if word < 0:
                self.writer.add(text, start, end, meaning)
            else:
                self.writer.add_word(text, start, end, meaning, word)
        else:
            code, because = (None, None) if region is None else region
            key = meaning, equivalents, code, because, longer
            self.writer.add(text, start, end, key)

    def _word(self) -> int:
        """Return the number of the word that the term is, -1 where it is no word."""
        first, page = self.first, self.page
        if self.behind - first != 1 or page.begins[first] != self.start:
            return -1
        return page.ids[first] if page.ends[first] == self.end else -1
