"""Lines and paragraphs of a column; words that the end of a line broke are joined."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from padanan.articles.paragraphs import SPACES, ends_sentence, goes_on

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from padanan.articles.pdf.pages import LinePiece

HYPHEN = "\x02"
"""What PDFium gives for a hyphen at the end of a line."""

_BROKEN = re.compile(r"(?<![^\W\d_])([^\W\d_]++)(?:-|\x02|\u00ad|\u2010)\Z")
_FIRST = re.compile(r"[^\W\d_]+")
_ITEM = re.compile(r"(?:[•▪◦●○■–·*]|\d{1,3}[.)]|[a-z][.)])\s")
_CELLS = 3
"""How far cells of a table are apart at least, as a multiple of the font's height."""
_ALIGNED = 3.0
"""How far cells of a column are apart at most where they begin, in points."""
_LOOSEST = 2.5
"""How far lines of a paragraph are apart at most, in heights: they may be doubled."""
_SIZES = 0.12
"""Share by which heights of one font differ at most."""


_LONGEST = 200
"""Maximum number of letters of a word that may go on in the next line."""


class Line(NamedTuple):
    """A line of a column.

    Attributes:
        text: what it says.
        left: of its box.
        bottom: of its box.
        right: of its box.
        height: of its font.
    """

    text: str
    left: float
    bottom: float
    right: float
    height: float


class Lines(NamedTuple):
    """The lines of a paragraph.

    Attributes:
        lines: at least one, from top to bottom.
        room: between the end of the last one and that of the column.
        is_first: whether it begins a column.
    """

    lines: tuple[Line, ...]
    room: float
    is_first: bool = False

    @property
    def height(self) -> float:
        """Of the font."""
        return self.lines[0].height

    @property
    def said(self) -> str:
        """The last line."""
        return self.lines[-1].text


def lines_of(column: Sequence[LinePiece]) -> Iterator[Line]:
    """Yield the lines of a column; cells of a table are lines of their own.

    Args:
        column: its pieces from top to bottom.
    """
    rows = [[], *_rows(column), []]
    for above, row, below in zip(rows, rows[1:], rows[2:], strict=False):
        spaces, beside = _spaces(row), (_spaces(above), _spaces(below))
        yield from _cut(
            row, {at for at in spaces.after if _is_cell(at, spaces, beside)}
        )


def _rows(column: Sequence[LinePiece]) -> Iterator[list[LinePiece]]:
    row: list[LinePiece] = []
    for one in column:
        if row and row[0].middle - one.middle > max(row[0].height, one.height) / 2:
            yield sorted(row, key=lambda piece: piece.left)
            row = []
        row.append(one)
    if row:
        yield sorted(row, key=lambda piece: piece.left)


class _Spaces(NamedTuple):
    """The wide spaces in a row.

    Attributes:
        after: where what follows each of them begins, in order.
        right: where the row ends.
        filled: share of the row in which there are words.
    """

    after: tuple[float, ...] = ()
    right: float = 0
    filled: float = 0


def _spaces(row: Sequence[LinePiece]) -> _Spaces:
    if not row:
        return _Spaces()
    wide = max(row[-1].right - row[0].left, 0.1)
    filled = sum(one.right - one.left for one in row) / wide
    after = tuple(
        two.left
        for one, two in pairwise(row)
        if two.left - one.right > _CELLS * one.height
    )
    return _Spaces(after, row[-1].right, filled)


def _is_cell(at: float, row: _Spaces, beside: Iterable[_Spaces]) -> bool:
    """Tell whether a cell begins at a place: one begins in the next row too.

    The words of lines that are stretched to their column may stand far apart as well;
    those lines end in the same place.
    """
    return any(
        (abs(row.right - one.right) > 1 or max(row.filled, one.filled) < 0.5)
        and _is_near(at, one.after)
        for one in beside
    )


def _is_near(at: float, places: Sequence[float]) -> bool:
    """Tell whether one of some places, which are in order, is near."""
    behind = bisect_left(places, at)
    near = places[max(behind - 1, 0) : behind + 1]
    return any(abs(at - one) < _ALIGNED for one in near)


def _cut(row: Sequence[LinePiece], places: Collection[float]) -> Iterator[Line]:
    some: list[LinePiece] = []
    for one in row:
        if some and one.left in places:
            yield _line(some)
            some = []
        some.append(one)
    yield _line(some)


def _line(pieces: Sequence[LinePiece]) -> Line:
    longest = max(pieces, key=lambda one: len(one.text))
    said = pieces[0].text
    for before, one in pairwise(pieces):
        gap = one.left - before.right
        said += one.text if gap < longest.height * 0.15 else f" {one.text}"
    return Line(
        SPACES.sub(" ", said).strip(" "),
        pieces[0].left,
        longest.bottom,
        max(one.right for one in pieces),
        longest.height,
    )


def paragraphs_of(column: Sequence[Line]) -> Iterator[Lines]:
    """Yield the paragraphs of a column."""
    if not column:
        return
    right = max(line.right for line in column)
    leading = _leading(column)
    some = [column[0]]
    is_first = True
    for line in column[1:]:
        if _begins(some[-1], line, right - some[-1].right, leading):
            yield Lines(tuple(some), right - some[-1].right, is_first)
            some, is_first = [], False
        some.append(line)
    yield Lines(tuple(some), right - some[-1].right, is_first)


def _leading(column: Sequence[Line]) -> float:
    """Return how far lines are apart, as a multiple of their height."""
    steps = [
        (one.bottom - two.bottom) / one.height
        for one, two in pairwise(column)
        if one.height > 0 and alike(one.height, two.height) and one.bottom > two.bottom
    ]
    near = sorted(step for step in steps if step < _LOOSEST)
    return median(near[: max(len(near) // 2, 1)]) if near else 1.2


def alike(one: float, two: float) -> bool:
    """Tell whether two heights may be those of one font.

    >>> alike(10, 10.5), alike(10, 13)
    (True, False)
    """
    return abs(one - two) <= _SIZES * max(one, two)


def _begins(before: Line, line: Line, room: float, leading: float) -> bool:
    """Tell whether a line begins a paragraph."""
    step = before.bottom - line.bottom
    if not alike(before.height, line.height):
        return True
    # Beside the other: the cell of a table, not the next line.
    if line.left > before.right or line.right < before.left:
        return True
    if step < before.height / 2 or step > before.height * leading * 1.3:
        return True
    if _BROKEN.search(before.text) and goes_on(line.text):
        return False
    if _ITEM.match(line.text):
        return True
    if _fits(line, room):
        return ends_sentence(before.text) or not goes_on(line.text)
    indented = line.left - before.left > line.height * 0.8
    return indented and ends_sentence(before.text)


def _fits(line: Line, room: float) -> bool:
    """Tell whether the first word of a line would have fitted on the one before."""
    first = line.text.split(" ", 1)[0]
    letter = (line.right - line.left) / max(len(line.text), 1)
    return letter * (len(first) + 1) + line.height * 0.5 < room


def continues(before: Lines, after: Lines) -> bool:
    """Tell whether a paragraph goes on with the next one, in another column."""
    if not (after.is_first and alike(before.height, after.height)):
        return False
    if _ITEM.match(after.lines[0].text):
        return False
    if _BROKEN.search(before.said):
        return goes_on(after.lines[0].text)
    if ends_sentence(before.said):
        return False
    return goes_on(after.lines[0].text) or not _fits(after.lines[0], before.room)


def words_in(lines: Sequence[Line]) -> frozenset[str]:
    """Return the words with hyphens that stand within lines, in lower case."""
    return frozenset(
        word.strip(".,;:!?()“”\"'").lower()
        for line in lines
        for word in line.text.split()[:-1]
        if "-" in word
    )


def joined(lines: Sequence[Line], known: Collection[str] = ()) -> str:
    """Return the text of lines, the words that they break in one.

    Args:
        lines: of a paragraph.
        known: words with hyphens that the article has elsewhere, in lower case.
    """
    done: list[str] = []
    last = ""
    for line in lines:
        said = rejoined(last, line.text, known) if last else line.text
        # Only its last word says how the next line goes on.
        cut = max(said.rfind(" ") + 1, len(said) - _LONGEST)
        done.append(said[:cut])
        last = said[cut:]
    said = "".join((*done, last))
    return said.replace(HYPHEN, "-").replace("\u00ad", "")


def rejoined(before: str, after: str, known: Collection[str] = ()) -> str:
    r"""Return two lines as one.

    A hyphen stays where it is the word's own: in a doubled word, before a capital or a
    number, and where the article has the word so elsewhere.

    >>> rejoined("kedu-", "taan"), rejoined("pihak-", "pihak"), rejoined("AS-", "Cina")
    ('kedutaan', 'pihak-pihak', 'AS-Cina')
    >>> rejoined("perundang-", "undangan"), rejoined("Menlu", "tiba")
    ('perundang-undangan', 'Menlu tiba')
    """
    broken = _BROKEN.search(before)
    if broken is None:
        is_own = re.search(r"\w[-\x02\u2010]\Z", before) and after[:1].isalnum()
        return before + after if is_own else f"{before} {after}"
    first = _FIRST.match(after)
    stem = before[:-1]
    if (
        first
        and first[0][0].islower()
        and not _is_own(broken[1], stem, first[0], known)
    ):
        return stem + after
    # "dalam- dan luar negeri": what stands behind the hyphen is another word.
    return f"{stem}-{after}" if after[:1].isalnum() else f"{before} {after}"


def _is_own(left: str, stem: str, right: str, known: Collection[str]) -> bool:
    """Tell whether a hyphen belongs to the word itself."""
    one, two = left.lower(), right.lower()
    if is_doubled(one, two):
        return True
    whole = stem.rsplit(" ", 1)[-1].lower().lstrip("(“\"'")
    return f"{whole}-{two}" in known


def is_doubled(one: str, two: str) -> bool:
    """Tell whether two halves are those of a doubled word.

    Source: Alwi et al., Tata Bahasa Baku Bahasa Indonesia (reduplication): the stem may
    have a prefix, a suffix, or its first sound changed.

    >>> is_doubled("surat", "menyurat"), is_doubled("berkejar", "kejaran")
    (True, True)
    >>> is_doubled("kedu", "taan"), is_doubled("pe", "perangan")
    (False, False)
    """
    if one == two:
        return True
    if len(one) >= 4 and (two.startswith(one) or two.endswith(one[1:])):
        return True
    return any(
        one.endswith(two[:size]) for size in range(4, min(len(one), len(two)) + 1)
    )
