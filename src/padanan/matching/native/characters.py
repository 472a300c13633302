"""What the compiled core asks of a character: each answer is a bit.

The answers are those of the readable engine: ``normalise``, ``plain_text``,
``sentences`` and ``candidates`` say what they mean.
"""

from __future__ import annotations

from array import array

from padanan.language.normalise import FOLD

WORD = 1
CAPITAL = 2
LETTER = 4
AS_SPACE = 8
BLANK = 16
STOP = 32
SIGN = 64
ODD = 128
PLAIN = 256
UNUSUAL = 512
TIGHT = 1024
HYPHEN = 2048

_SIGNS = "!$%&+,.:;=^¡¢£¤¥¦§¨©¬®¯°±´¶·¸¿×÷"
_CONTROLS = "".join(map(chr, (*range(1, 9), *range(14, 28), 127, *range(128, 160))))
_USUAL_OUTSIDE = "€‚„…†‡‰‹‘’“”•–—™›˜"
_PLAIN = " .,;:!?\n()\"“”'"
_TIGHT = " \t\r\n\u00a0-\"“”'‘’("
_HYPHENS = "-\u2010\u2011\u2012\u2013"
_ODD_BLANKS = "\x1c\x1d\x1e\x1f\x85"
_ODD_IN_LATIN_1 = "\xad¹²³ªº"


def _bits(character: str) -> int:
    code = ord(character)
    word = character.isalnum()
    bits = WORD if word or character == "_" else 0
    bits |= CAPITAL if character.isupper() and character.isalpha() else 0
    bits |= LETTER if character.isalpha() else 0
    bits |= AS_SPACE if code > 255 or FOLD[code] == FOLD[32] else 0
    bits |= BLANK if character.isspace() else 0
    bits |= STOP if character in ".!?…\n" else 0
    bits |= SIGN if character in _SIGNS + _CONTROLS else 0
    bits |= PLAIN if character in _PLAIN else 0
    bits |= TIGHT if character in _TIGHT else 0
    bits |= HYPHEN if character in _HYPHENS else 0
    unusual = code > 255 and character not in _USUAL_OUTSIDE
    bits |= UNUSUAL if unusual or character in _ODD_IN_LATIN_1 else 0
    odd = word and (code > 255 or 127 < code < 192)
    odd = odd or character in f"_×÷{_ODD_BLANKS}"
    odd = odd or (unusual and character.isspace())
    return bits | (ODD if odd else 0)


KINDS = array("i", [_bits(chr(code)) for code in range(256)])
_OUTSIDE = {ord(c): _bits(c) for c in _USUAL_OUTSIDE + _HYPHENS[1:]}


def outside(code: int) -> int:
    """Return what holds of a character outside Latin-1.

    >>> outside(ord("ğ")) & ODD == ODD, outside(ord("”")) & TIGHT == TIGHT
    (True, True)
    """
    found = _OUTSIDE.get(code)
    return _bits(chr(code)) if found is None else found


def kind(code: int) -> int:
    """Return what holds of a character.

    >>> kind(ord("-")) & HYPHEN == HYPHEN, kind(ord("-")) & WORD
    (True, 0)
    """
    return KINDS[code] if code < 256 else outside(code)
