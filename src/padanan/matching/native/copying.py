# cython: annotation_typing=False, wraparound=False, initializedcheck=False
"""The plain copy of a text, in one pass over it where no character is replaced.

The rules are those of ``plain_text``, which is asked where one is.
"""

from __future__ import annotations

from padanan.language.offsets import replaced
from padanan.language.plain_text import (
    PlainText,
    in_address,
    is_broken_word,
    is_one_word,
    is_seam,
    merged,
    odd_replacements,
    plain_text,
    underscores,
)
from padanan.matching.native import characters
from padanan.matching.native.characters import kind_at

_BLANK, _CAPITAL, _LETTER = characters.BLANK, characters.CAPITAL, characters.LETTER
_SIGN, _SHAPED = characters.SIGN, characters.SHAPED
_UNUSUAL, _CHANGED = characters.UNUSUAL, characters.CHANGED
_HIDES = characters.HIDES
_OF_ODD = characters.HIDES | characters.UNUSUAL | characters.CHANGED
_WIDEST = 250
"""At least as far as ``in_address`` looks."""
_ANY, _SIGNED, _SMALL, _SPACED, _BROKEN = 1, 2, 4, 8, 16
"""Two characters side by side are looked at where they have one of these in common."""


def _started(code: int) -> int:
    """Return by what a character makes the one behind it a suspect."""
    bits = characters.kind(code)
    small = bits & _SHAPED and not bits & _CAPITAL
    signed = _SIGNED if bits & _SIGN else 0
    spaced = _SPACED if code == 32 else _BROKEN if code == ord("-") else 0
    return _ANY | signed | (_SMALL if small else 0) | spaced


def _going_on(code: int) -> int:
    """Return by what a character is a suspect."""
    bits, wide = characters.kind(code), code == ord("?")
    any_ = _ANY if bits & _OF_ODD or wide else 0
    signed = _SIGNED if bits & _SHAPED else 0
    small = _SMALL if bits & _SHAPED and bits & _CAPITAL else 0
    spaced = _SPACED if code == ord("-") or wide else 0
    return any_ | signed | small | spaced | (_BROKEN if code in {32, 10} else 0)


_STARTS = bytes(map(_started, range(256)))
_GOES_ON = bytes(map(_going_on, range(256)))


def plain_copy(text: str) -> PlainText | None:
    """Return the plain copy of a text, ``None`` if the text is plain already.

    >>> plain_copy("Rubio,Menlu hak - hak").text
    'Rubio, Menlu hak-hak'
    """
    lines = list(underscores(text)) if "_" in text else []
    suspects = _suspects(text.replace("_", " ") if lines else text)
    if suspects is None:
        return _odd_copy(text)
    return _copied(text, suspects, lines) if suspects or lines else None


def _suspects(text: str) -> list[int] | None:
    """Return where a space may be missing or too many.

    These are the offsets of signs before a letter, of capitals behind three small
    letters, and of hyphens behind a space.

    Returns:
        ``None`` where characters are replaced by their plain forms: in unusual texts
        all that have one, in others those that hide terms.
    """
    found: list[int] = []
    # What is outside Latin-1 is a question mark here, and looked at where one is.
    data = text.encode("latin-1", "replace")
    codes, length = data, len(data)
    starts, goes_on = _STARTS, _GOES_ON
    before = at = seen = 0
    while at < length:
        code = codes[at]
        if starts[before] & goes_on[code]:
            bits = kind_at(text, at)
            if bits & _OF_ODD:
                seen |= bits
                if bits & _HIDES or (seen & _UNUSUAL and seen & _CHANGED):
                    return None
            if bits & _SHAPED:
                if bits & _CAPITAL and _is_behind_small(text, at):
                    found.append(at)
                elif at and kind_at(text, at - 1) & _SIGN:
                    found.append(at - 1)
            elif before == 32 and text[at] in "-–":
                found.append(at)
            elif before == 45 and (code == 32 or code == 10) and _ends_word(text, at):
                found.append(at - 1)
        before = code
        at += 1
    return found


def _odd_copy(text: str) -> PlainText | None:
    """Return the copy of a text in which characters are replaced."""
    found = odd_replacements(text, _odd_places(text))
    if "_" in text:
        found = sorted((*found, *underscores(text)))
    copy, offsets = replaced(text, found)
    suspects = _suspects(copy)
    if suspects is None:
        return plain_text(text)
    more = _spaces(copy, [at for at in suspects if not kind_at(copy, at) & _SIGN])
    if more:
        return PlainText(*replaced(text, merged(found, more, offsets)))
    return PlainText(copy, offsets) if found else None


def _odd_places(text: str) -> list[int]:
    """Return where what is replaced may begin, as ``odd_replacements`` wants it."""
    found: list[int] = []
    data = text.encode("latin-1", "replace")
    codes, length = data, len(data)
    starts, goes_on, signed = _STARTS, _GOES_ON, _SIGNED
    before = at = 0
    last = -1
    while at < length:
        code = codes[at]
        # Behind a sign anything may be a letter, ``½`` too.
        if starts[before] & (goes_on[code] | signed):
            bits = kind_at(text, at)
            changed = bits & _CHANGED
            if at - 1 > last and (
                changed or (bits & _LETTER and kind_at(text, at - 1) & _SIGN)
            ):
                found.append(at - 1)
                last = at - 1
            if changed:
                found.append(at)
                last = at
        before = code
        at += 1
    return found


def _ends_word(text: str, at: int) -> bool:
    """Whether a letter stands before the hyphen before an offset."""
    return at > 1 and bool(kind_at(text, at - 2) & _LETTER)


def _is_behind_small(text: str, at: int) -> bool:
    """Whether a letter stands behind three small ones."""
    if at < 3:
        return False
    for near in range(at - 3, at):
        bits = kind_at(text, near)
        if not bits & _SHAPED or bits & _CAPITAL:
            return False
    return True


def _copied(
    text: str, suspects: list[int], lines: list[tuple[int, int, str]]
) -> PlainText | None:
    """Return the copy, by what may be wrong in the text.

    Args:
        text: the text.
        suspects: what ``_suspects`` returns.
        lines: below words, with as many spaces instead.
    """
    signs: list[tuple[int, int, str]] = []
    others: list[int] = []
    for at in suspects:
        bits = kind_at(text, at)
        if not bits & _SIGN:
            # In a copy with a space behind each of these signs.
            others.append(at + len(signs))
        elif _needs_space(text, at):
            signs.append((at, at + 1, text[at : at + 1] + " "))
    if lines:
        signs = sorted(signs + lines)
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
    if at + 2 >= len(text) or not kind_at(text, at + 2) & _LETTER:
        return False
    return not (_may_be_address(text, at) and in_address(text, at))


def _may_be_address(text: str, at: int) -> bool:
    """Whether a sign before a letter may belong to an address; quick."""
    bits, length = kind_at(text, at + 1), len(text)
    if (text[at] == "." and not bits & _CAPITAL) or kind_at(text, at) & _BLANK:
        return True
    start, end = at, at
    while start > 0 and at - start < _WIDEST and not kind_at(text, start - 1) & _BLANK:
        start -= 1
        if text[start] == "/":
            return True
    while end < length and end - at < _WIDEST and not kind_at(text, end) & _BLANK:
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
        if kind_at(text, at) & _CAPITAL:
            if is_seam(text, at):
                found.append((at, at, " "))
        elif text[at - 1] != " ":
            if is_broken_word(text, at):
                found.append((at, at + 2, "-"))
        elif (
            at + 1 < length
            and text[at + 1] == " "
            and is_one_word(text, at - 1, at + 2)
        ):
            found.append((at - 1, at + 2, "-"))
    return found
