# cython: annotation_typing=False, wraparound=False, initializedcheck=False
"""The plain copy of a text, in one pass over it where no character is replaced.

The rules are those of ``plain_text``, which is asked where one is.
"""

from __future__ import annotations

from padanan.language.offsets import replaced
from padanan.language.plain_text import (
    PlainText,
    in_address,
    is_one_word,
    is_seam,
    merged,
    plain_text,
)
from padanan.matching.native import characters
from padanan.matching.native.characters import outside

_KINDS = characters.KINDS
_BLANK, _CAPITAL, _LETTER = characters.BLANK, characters.CAPITAL, characters.LETTER
_SIGN, _SHAPED = characters.SIGN, characters.SHAPED
_UNUSUAL, _CHANGED = characters.UNUSUAL, characters.CHANGED
_HIDES = characters.HIDES
_OF_ODD = characters.HIDES | characters.UNUSUAL | characters.CHANGED
_WIDEST = 250
"""At least as far as ``in_address`` looks."""


def plain_copy(text: str) -> PlainText | None:
    """Return the plain copy of a text, ``None`` if the text is plain already.

    >>> plain_copy("Rubio,Menlu hak - hak").text
    'Rubio, Menlu hak-hak'
    """
    suspects = _suspects(text)
    if suspects is None:
        return plain_text(text)
    return _copied(text, suspects) if suspects else None


def _suspects(text: str) -> list[int] | None:
    """Return where a space may be missing or too many.

    These are the offsets of signs before a letter, of capitals behind three small
    letters, and of hyphens behind a space.

    Returns:
        ``None`` where characters are replaced by their plain forms: in unusual texts
        all that have one, in others those that hide terms.
    """
    found: list[int] = []
    small = before = last = seen = 0
    for at, letter in enumerate(text):
        code = ord(letter)
        if code < 256:
            bits = _KINDS[code]
        else:
            bits = outside(code)
        if bits & _OF_ODD:
            seen |= bits
            if bits & _HIDES or (seen & _UNUSUAL and seen & _CHANGED):
                return None
        if bits & _SHAPED:
            if bits & _CAPITAL:
                if small > 2:
                    found.append(at)
                small = 0
            else:
                small += 1
            if before & _SIGN:
                found.append(at - 1)
        else:
            small = 0
            if last == 32 and (code == 45 or code == 8211):
                found.append(at)
        before, last = bits, code
    return found


def _copied(text: str, suspects: list[int]) -> PlainText | None:
    """Return the copy, by what may be wrong in the text."""
    signs: list[tuple[int, int, str]] = []
    others: list[int] = []
    for at in suspects:
        bits = _kind(text, at)
        if not bits & _SIGN:
            # In a copy with a space behind each of these signs.
            others.append(at + len(signs))
        elif _needs_space(text, at):
            signs.append((at, at + 1, text[at : at + 1] + " "))
    if not signs:
        found = _spaces(text, others)
        return PlainText(*replaced(text, found)) if found else None
    copy, offsets = replaced(text, signs)
    found = _spaces(copy, others)
    if found:
        return PlainText(*replaced(text, merged(signs, found, offsets)))
    return PlainText(copy, offsets)


def _needs_space(text: str, at: int) -> bool:
    """Whether a sign before a letter touches a word, and is in no address."""
    if at + 2 >= len(text) or not _kind(text, at + 2) & _LETTER:
        return False
    return not (_may_be_address(text, at) and in_address(text, at))


def _may_be_address(text: str, at: int) -> bool:
    """Whether a sign before a letter may belong to an address; quick."""
    bits, length = _kind(text, at + 1), len(text)
    if text[at] == "." and not bits & _CAPITAL:
        return True
    start, end = at, at
    while start > 0 and at - start < _WIDEST and not _kind(text, start - 1) & _BLANK:
        start -= 1
        if text[start] == "/":
            return True
    while end < length and end - at < _WIDEST and not _kind(text, end) & _BLANK:
        if text[end] == "/":
            return True
        end += 1
    return text[start] in "wW"


def _spaces(text: str, suspects: list[int]) -> list[tuple[int, int, str]]:
    """Return where a space is missing between words or stands inside one, in order.

    Args:
        text: the text, or a copy with spaces behind signs.
        suspects: the offsets of capitals and hyphens in it.
    """
    found: list[tuple[int, int, str]] = []
    length = len(text)
    for at in suspects:
        if _kind(text, at) & _CAPITAL:
            if is_seam(text, at):
                found.append((at, at, " "))
        elif (
            at + 1 < length
            and text[at + 1] == " "
            and is_one_word(text, at - 1, at + 2)
        ):
            found.append((at - 1, at + 2, "-"))
    return found


def _kind(text: str, at: int) -> int:
    code = ord(text[at])
    if code < 256:
        return _KINDS[code]
    return outside(code)
