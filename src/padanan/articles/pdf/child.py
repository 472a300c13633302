"""The process that reads a PDF file: PDFium is written in C++, and may crash.

The file comes on standard input, and what stands on its pages goes to standard output
as JSON. The process has bounds on its memory and time, where the system knows them.
"""

from __future__ import annotations

import json
import math
import sys
from typing import TYPE_CHECKING, Any, NamedTuple

from padanan.files import limits

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

SECONDS = 30
"""Maximum processor time."""

PAGES = 5_000
"""Maximum number of pages."""

CHARACTERS = 3_000_000
"""Maximum number of characters: some 1,000 pages full of text."""

_PASSWORD = 4  # FPDF_ERR_PASSWORD
_SECURITY = 5  # FPDF_ERR_SECURITY: a kind of encryption that PDFium does not know
_BELOW = 0.2
"""Share of a font's size that is below the line."""
_TURNED = 0.2  # radians: what leans more than that is a stamp


class Letter(NamedTuple):
    """A character with its place, in points from the lower left.

    Attributes:
        text: the character.
        left: of its box.
        bottom: of its box, which is as high as its font.
        right: of its box.
        top: of its box.
    """

    text: str
    left: float
    bottom: float
    right: float
    top: float


def main() -> None:
    """Answer the file on standard input."""
    _bounded()
    answer = _answer(sys.stdin.buffer.read())
    sys.stdout.write(json.dumps(answer))


def _bounded() -> None:
    try:
        import resource
    except ImportError:  # Windows has no such bounds
        return
    for kind, most in (
        (resource.RLIMIT_AS, limits.PDF_MEMORY),
        (resource.RLIMIT_CPU, SECONDS),
        (resource.RLIMIT_CORE, 0),
    ):
        _, hard = resource.getrlimit(kind)
        value = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(kind, (value, hard))


def _answer(data: bytes) -> dict[str, Any]:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        code = getattr(error, "err_code", None)
        locked = code in (_PASSWORD, _SECURITY) or "password" in str(error).lower()
        return {"problem": "locked" if locked else "damaged"}
    if len(document) > PAGES:
        return {"problem": "pages"}
    pages: list[dict[str, Any]] = []
    left = CHARACTERS
    for number in range(len(document)):
        page = _page(document, number)
        left -= page.pop("count")
        if left < 0:
            return {"problem": "characters"}
        pages.append(page)
    if pages and all(page["lost"] for page in pages):
        return {"problem": "damaged"}
    return {"pages": pages}


def _page(document: Any, number: int) -> dict[str, Any]:
    import pypdfium2
    from pypdfium2 import raw

    try:
        page = document[number]
        found = page.get_textpage()
    except pypdfium2.PdfiumError:
        return {"count": 0, "height": 0.0, "drawn": True, "pieces": [], "lost": True}
    try:
        count = min(raw.FPDFText_CountChars(found.raw), CHARACTERS + 1)
        letters, turns = _letters(found.raw, count)
        _, height = page.get_size()
        turn = max(
            sorted({way for way in turns if way is not None}),
            key=turns.count,
            default=0,
        )
        upright = [one for one, way in zip(letters, turns, strict=True) if way == turn]
        return {
            "count": count,
            "height": height,
            "drawn": raw.FPDFPage_CountObjects(page.raw) > 0,
            "pieces": [list(piece) for piece in pieces(upright)],
            "lost": False,
        }
    finally:
        found.close()
        page.close()


def _letters(page: Any, count: int) -> tuple[list[Letter], list[int | None]]:
    """Return what stands on a page, and by how many quarters each is turned."""
    from pypdfium2 import raw

    place = _Places(page)
    letters: list[Letter] = []
    turns: list[int | None] = []
    for number in range(count):
        code = raw.FPDFText_GetUnicode(page, number)
        if code in (10, 13) or 0xD800 <= code < 0xE000 or code > sys.maxunicode:
            continue
        if raw.FPDFText_IsGenerated(page, number) == 1:
            if letters and not letters[-1].text.endswith(" "):
                letters[-1] = letters[-1]._replace(text=f"{letters[-1].text} ")
            continue
        turn = _quarters(raw.FPDFText_GetCharAngle(page, number))
        if letter := place.of(chr(code), number, turn):
            letters.append(letter)
            turns.append(turn)
    return letters, turns


class _Places:
    """Says where characters of a page stand.

    The box that PDFium gives is as high as the letters that a font happens to have:
    the size of the font and the line that it stands on are the same in a whole line.
    """

    def __init__(self, page: Any) -> None:
        from ctypes import c_double

        from pypdfium2 import raw

        self._raw, self._page = raw, page
        self._box, self._matrix = raw.FS_RECTF(), raw.FS_MATRIX()
        self._x, self._y = c_double(), c_double()

    def of(self, text: str, number: int, quarters: int | None) -> Letter | None:
        """Return a character on a page that is turned back."""
        raw, page, box, matrix = self._raw, self._page, self._box, self._matrix
        found = (
            raw.FPDFText_GetLooseCharBox(page, number, box)
            and raw.FPDFText_GetCharOrigin(page, number, self._x, self._y)
            and raw.FPDFText_GetMatrix(page, number, matrix)
        )
        if not found:
            return None
        scale = math.hypot(matrix.c, matrix.d)
        size = abs(raw.FPDFText_GetFontSize(page, number)) * scale
        letter = Letter(text, box.left, box.bottom, box.right, box.top)
        _, left, _, right, _ = _turned(letter, quarters)
        x, y = self._x.value, self._y.value
        base = _turned(Letter("", x, y, x, y), quarters).bottom
        if not all(map(math.isfinite, (left, right, base, size))) or size <= 0:
            return None
        return Letter(
            text, left, base - size * _BELOW, right, base + size - size * _BELOW
        )


def _quarters(angle: float) -> int | None:
    """Return by how many quarters a character is turned; ``None`` if it leans.

    >>> _quarters(0.0), _quarters(math.pi / 2), _quarters(0.7)
    (0, 1, None)
    """
    turns = angle / (math.pi / 2)
    near = round(turns)
    return near % 4 if abs(turns - near) * (math.pi / 2) < _TURNED else None


def _turned(one: Letter, quarters: int | None) -> Letter:
    """Return a character where it stands on a page that is turned back."""
    text, left, bottom, right, top = one
    # PDFium counts angles clockwise.
    if quarters == 3:
        return Letter(text, bottom, -right, top, -left)
    if quarters == 2:
        return Letter(text, -right, -top, -left, -bottom)
    if quarters == 1:
        return Letter(text, -top, left, -bottom, right)
    return one


def pieces(
    letters: Iterable[Letter],
) -> Iterator[tuple[str, float, float, float, float]]:
    """Yield stretches of a line without a wide gap: the text, and its box as above.

    >>> letters = [Letter("a", 0, 0, 5, 10), Letter("b", 5, 0, 10, 10)]
    >>> list(pieces([*letters, Letter("c", 40, 0, 45, 10)]))
    [('ab', 0, 0, 10, 10), ('c', 40, 0, 45, 10)]
    """
    some: list[Letter] = []
    high = 0.0
    middle = 0.0
    for letter in letters:
        height = letter.top - letter.bottom
        if some and _is_apart(some[-1], letter, middle, max(high, height)):
            yield _piece(some, high)
            some, high = [], 0.0
        if height > high:
            high, middle = height, (letter.top + letter.bottom) / 2
        some.append(letter)
    if some:
        yield _piece(some, high)


def _is_apart(last: Letter, letter: Letter, middle: float, high: float) -> bool:
    gap = letter.left - last.right
    aside = abs((letter.top + letter.bottom) / 2 - middle)
    return aside > high * 0.55 or gap > high or gap < -high


def _piece(some: list[Letter], high: float) -> tuple[str, float, float, float, float]:
    texts = [_shown(one, high) for one in some]
    seen = [one for one in some if not one.text.isspace()] or some
    tall = [one for one in seen if one.top - one.bottom >= high * 0.85] or seen
    return (
        "".join(texts),
        min(one.left for one in seen),
        min(one.bottom for one in tall),
        max(one.right for one in seen),
        max(one.top for one in tall),
    )


_SIGNS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def _shown(one: Letter, high: float) -> str:
    """Return a character; the number of a note is one of its own.

    It is smaller than what stands beside it; that of a formula is lower.
    """
    is_small = one.top - one.bottom < high * 0.8
    return one.text.translate(_SIGNS) if is_small else one.text


if __name__ == "__main__":
    main()
