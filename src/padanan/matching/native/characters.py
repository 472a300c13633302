# cython: annotation_typing=False, wraparound=False, initializedcheck=False
"""What the compiled core asks of a character: each answer is a bit.

The answers are those of the readable engine: ``normalise``, ``plain_text``,
``sentences`` and ``candidates`` say what they mean.
"""

from __future__ import annotations

from array import array
from functools import lru_cache

from padanan.language.normalise import FOLD, WORD_BYTES
from padanan.language.plain_text import CONTROLS, SIGNS, USUAL, plain_form

WORD = 1
"""It belongs to a word, as regular expressions have it."""
CAPITAL = 2
LETTER = 4
"""It belongs to a word, and is no decimal number."""
AS_SPACE = 8
BLANK = 16
STOP = 32
SIGN = 64
IN_COPY = 128
"""It belongs to a word of the folded copy."""
PLAIN = 256
UNUSUAL = 512
"""It is not in the code page of nearly every text."""
TIGHT = 1024
HYPHEN = 2048
CHANGED = 4096
"""It has another plain form."""
HIDES = 8192
"""It is always looked for, though it is in that code page."""
SHAPED = 16384
"""It is a letter of Latin-1."""
KNOWN = 32768
"""It has been asked for."""

_PLAIN = " .,;:!?\n()\"“”'"
_TIGHT = " \t\r\n\u00a0-\"“”'‘’("
_HYPHENS = "-\u2010\u2011\u2012\u2013"
_HIDING = "\xad¹²³ªº"


@lru_cache(maxsize=4096)
def _bits(character: str) -> int:
    code = ord(character)
    word = character.isalnum()
    latin = code < 256
    bits = KNOWN | (WORD if word or character == "_" else 0)
    bits |= CAPITAL if character.isupper() else 0
    bits |= LETTER if word and not character.isdecimal() else 0
    bits |= SHAPED if latin and character.isalpha() else 0
    bits |= IN_COPY if latin and code in WORD_BYTES else 0
    bits |= AS_SPACE if not latin or FOLD[code] == FOLD[32] else 0
    bits |= BLANK if character.isspace() else 0
    bits |= STOP if character in ".!?…\n" else 0
    bits |= SIGN if character in SIGNS + CONTROLS else 0
    bits |= PLAIN if character in _PLAIN else 0
    bits |= TIGHT if character in _TIGHT else 0
    bits |= HYPHEN if character in _HYPHENS else 0
    bits |= HIDES if character in _HIDING else 0
    bits |= CHANGED if code > 127 and plain_form(character) != character else 0
    usual = code < 128 or character.encode(USUAL, "ignore")
    return bits | (0 if usual else UNUSUAL)


KINDS = array("i", [_bits(chr(code)) for code in range(256)])
_KINDS = KINDS
_MANY = 1 << 16
_FOUND = array("i", bytes(4 * _MANY))
"""What has been asked of the characters of the first plane, nothing where it has not:
as with ``lru_cache``, but quicker."""


def outside(code: int) -> int:
    """Return what holds of a character outside Latin-1.

    >>> outside(ord("ğ")) & IN_COPY, outside(ord("”")) & TIGHT == TIGHT
    (0, True)
    """
    if code >= _MANY:
        return _bits(chr(code))
    if not _FOUND[code]:
        _FOUND[code] = _bits(chr(code))
    return _FOUND[code]


def kind(code: int) -> int:
    """Return what holds of a character.

    >>> kind(ord("-")) & HYPHEN == HYPHEN, kind(ord("-")) & WORD
    (True, 0)
    """
    return KINDS[code] if code < 256 else outside(code)


def kind_at(text: str, at: int) -> int:
    """Return what holds of the character at an offset.

    >>> kind_at("a-", 1) & HYPHEN == HYPHEN
    True
    """
    code = ord(text[at])
    if code < 256:
        return _KINDS[code]
    return outside(code)
