# cython: annotation_typing=False, wraparound=False, initializedcheck=False
"""The letters of words: the innermost loop of reading, which never leaves the text."""

from __future__ import annotations

from padanan.matching.native import characters, vocabulary
from padanan.matching.native.characters import outside
from padanan.matching.native.vocabulary import mixed

_KINDS = characters.KINDS
_CUT = characters.WORD | characters.IN_COPY
_LEAST = vocabulary.SHORT


class Letters:
    """Tells where words end, and what was seen of the last one.

    Attributes:
        key: its key, as in ``vocabulary.key_of``.
        narrow: whether it has none but characters of Latin-1.
        cut: whether it is cut finer in the folded copy.
    """

    def __init__(self) -> None:
        self.key = 0
        self.narrow, self.cut = True, False

    def word_end(self, text: str, at: int, length: int, wanted: int) -> int:
        """Return where a word ends.

        Args:
            text: the text.
            at: where the word begins.
            length: of the text.
            wanted: the kind of characters that the word has.

        >>> letters = Letters()
        >>> letters.word_end("duta besar", 5, 10, characters.WORD)
        10
        """
        begin = at
        key = part = shift = wide = 0
        every = _CUT
        while at < length:
            code = ord(text[at])
            if code < 256:
                bits = _KINDS[code]
            else:
                bits = outside(code)
            if not bits & wanted:
                break
            every &= bits
            wide |= code
            part |= code << shift
            shift += 8
            if shift == 64:
                key = mixed(key ^ part)
                part = shift = 0
            at += 1
        self.cut = every != _CUT
        self.narrow = wide < 256
        self.key = part if at - begin < _LEAST else mixed(key ^ part)
        return at
