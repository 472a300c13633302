"""A copy of a text for matching, and the way back to the original's offsets.

The copy has one byte for each code point, so that nearly always its offsets are
those of the text: letters are folded to lower case, white space, hyphens,
brackets and quotation marks to a space, and what is outside Latin-1 to a space
too. Only runs of spaces need a map. What else may hide a term is taken care of before
(``plain_text``).
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from padanan import lazy_re
from padanan.language.offsets import Offsets, replaced
from padanan.language.plain_text import as_plain

if TYPE_CHECKING:
    from collections.abc import Sequence

SPACE = 0x20
PARAGRAPH = "\0 "
"""Separates paragraphs: no term crosses it, and a term may begin after it."""

_AS_SPACE = " \t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0-?\"'()[]{}<>«»/\\*_`´|~"


def _table() -> bytes:
    """Return the 256-byte table that folds case and separators.

    Latin-1 lower-casing never changes the length; ``İ``, which would, is outside.
    """
    folded = bytearray(range(256))
    for code in range(256):
        lower = chr(code).lower()
        if len(lower) == 1 and ord(lower) < 256:
            folded[code] = ord(lower)
    for character in _AS_SPACE:
        folded[ord(character)] = SPACE
    return bytes(folded)


FOLD = _table()
WORD_BYTES = frozenset(
    code for code in range(256) if chr(code).isalnum() and FOLD[code] != SPACE
)
"""The bytes of a folded copy that belong to a word."""

_WORDS = bytes(
    ord(chr(code).lower()) if chr(code).isalnum() or chr(code) == "_" else SPACE
    for code in range(256)
)

# Compiled only for the few texts that need them.
_RUNS = r"\s{2,}"
_SPACES = lazy_re.compile("  +")
"""The quicker of the two, for texts whose only runs are of plain spaces."""
_ASCII_HINTS = (*"\r\t\x0b\x0c\x1c\x1d\x1e\x1f", " \n", "\n ")
_HINTS = (*_ASCII_HINTS, "\x85", "\xa0")
"""A plain text without these, and without two spaces in a row, has no run."""


Hit: TypeAlias = tuple[int, int, int]
"""A pattern's number, and half-open offsets."""


class Folded(NamedTuple):
    """The copy of a text that is scanned.

    Attributes:
        data: a space, one byte for each code point of the levelled text, a space.
        offsets: from the levelled text to the original.
    """

    data: bytes
    offsets: Offsets = Offsets()

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the original's half-open offsets of ``data[start:end]``."""
        return self.offsets.span(start - 1, end - 1)

    def origins(self, hits: Sequence[Hit]) -> Sequence[Hit]:
        """Return hits with their offsets in the original.

        Args:
            hits: of patterns that begin with a space, in the order of their ends;
                offsets in ``data``.

        Returns:
            As many hits, in that order; the start after the space, and the end **plus
            one**, as it is in ``data``, which has a space more in front.

        >>> fold("kuasa  usaha").origins([(0, 6, 12)])
        [(0, 7, 13)]
        """
        return self._moved(hits) if self.offsets.differences else hits

    def _moved(self, hits: Sequence[Hit]) -> list[Hit]:
        # All offsets between two changes move by the same number: it is looked up once.
        found = []
        low, high, shift = 0, self.offsets.starts[0], 0
        for pattern, begin, stop in hits:
            if low <= begin and stop - 2 < high:
                found.append((pattern, begin + shift, stop + shift))
            else:
                start, end = self.span(begin + 1, stop)
                found.append((pattern, start, end + 1))
                low, high, shift = self._even(stop - 2)
        return found

    def _even(self, index: int) -> tuple[int, int, int]:
        """Return the stretch after the last change up to an index, and its shift."""
        changes, starts = self.offsets
        number = bisect_right(starts, index)
        following = starts[number : number + 1] or (len(self.data),)
        if not number:
            return 0, following[0], 0
        change = changes[number - 1]
        begin = change.at + change.length
        return begin, following[0], change.end - begin


def fold(text: str) -> Folded:
    r"""Return the copy of a plain text in which terms are looked for.

    >>> fold("Gencatan\u00a0Senjata").data
    b' gencatan senjata '
    >>> folded = fold("kuasa  usaha")
    >>> folded.data, folded.span(7, 12)
    (b' kuasa usaha ', (7, 12))
    """
    # Blank lines are in every article; replacing them one to one keeps it even.
    text = text.replace("\n\n", PARAGRAPH)
    uneven = _uneven(text)
    if uneven is None:
        return Folded(_bytes(text))
    runs = (
        (run.start(), run.end(), _level_run(run[0])) for run in uneven.finditer(text)
    )
    level, offsets = replaced(text, runs)
    return Folded(_bytes(level), offsets)


def fold_term(term: str) -> bytes:
    """Return the bytes by which a term is found: a space and the folded term.

    >>> fold_term("Non-Blok")
    b' non blok'
    """
    plain = " ".join(as_plain(unicodedata.normalize("NFC", term)).split())
    return b" " + plain.encode("latin-1", "replace").translate(FOLD)


def plain_words(text: str) -> str:
    r"""Return a text of the same length with nothing but words, in lower case.

    A word is what ``\w+`` finds; where a letter is outside Latin-1 it is cut there.

    >>> plain_words("Menlu AS: “ya”, kata-nya")
    'menlu as   ya   kata nya'
    """
    return text.encode("latin-1", "replace").translate(_WORDS).decode("latin-1")


def _bytes(text: str) -> bytes:
    return b" " + text.encode("latin-1", "replace").translate(FOLD) + b" "


def _uneven(text: str) -> re.Pattern[str] | None:
    """Return what to look for where the copy changes length; ``None`` for nowhere."""
    # Searching for a substring is much quicker than matching a pattern.
    for hint in _ASCII_HINTS if text.isascii() else _HINTS:
        if hint in text:
            return re.compile(_RUNS)
    return _SPACES if "  " in text else None


def _level_run(run: str) -> str:
    """Return what is in the copy for a run of white space."""
    breaks = run.replace("\r\n", "\n")
    return PARAGRAPH if breaks.count("\n") + breaks.count("\r") > 1 else " "
