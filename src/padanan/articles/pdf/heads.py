"""Running heads and the numbers of pages, which are no part of an article."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from padanan.articles.pdf.pages import LinePiece, PdfPage

MARGIN = 0.15
"""Share of a page, at its top and at its bottom, in which running heads stand."""

OUTERMOST = 3
"""How many lines at the top, and at the bottom, may be running heads."""

_DIGITS = re.compile(r"\d+|\b[ivxlc]{1,7}\b", re.IGNORECASE)
_NUMBER = re.compile(
    r"\W*(?:(?:hal(?:aman)?|hlm|page|p)\b\.?\s*)?(\d{1,5})"
    r"(?:\s*(?:/|dari|of)\s*\d{1,5})?\W*",
    re.IGNORECASE,
)


def without_heads(pages: Sequence[PdfPage]) -> tuple[tuple[LinePiece, ...], ...]:
    """Return the pieces of each page without running heads and page numbers.

    A running head is a line in the margin that another page has at the same height;
    its numbers may differ.
    """
    found = [list(_outer(page)) for page in pages]
    seen = Counter(key for lines in found for key in {_key(line) for line in lines})
    return tuple(
        tuple(one for one in page.pieces if one not in gone)
        for page, gone in (
            (page, _gone(lines, seen, number))
            for number, (page, lines) in enumerate(zip(pages, found, strict=True), 1)
        )
    )


def _gone(
    lines: Sequence[Sequence[LinePiece]], seen: Counter[tuple[str, int]], number: int
) -> set[LinePiece]:
    return {
        piece
        for line in lines
        if seen[_key(line)] > 1 or _is_number(line, number)
        for piece in line
    }


def _outer(page: PdfPage) -> Iterator[list[LinePiece]]:
    """Yield the outermost lines at the top and at the bottom of a page."""
    by_height = sorted(page.pieces, key=lambda one: -one.middle)
    margin = page.height * MARGIN
    high = [one for one in by_height if one.middle > page.height - margin]
    low = [one for one in reversed(by_height) if one.middle < margin]
    for side in (high, low):
        yield from _lines(side)


def _lines(pieces: Sequence[LinePiece]) -> Iterator[list[LinePiece]]:
    line: list[LinePiece] = []
    count = 0
    for one in pieces:
        if line and abs(line[0].middle - one.middle) > line[0].height / 2:
            yield line
            line, count = [], count + 1
            if count == OUTERMOST:
                return
        line.append(one)
    if line:
        yield line


def _said(line: Sequence[LinePiece]) -> str:
    return " ".join(one.text for one in sorted(line, key=lambda one: one.left)).strip()


def _key(line: Sequence[LinePiece]) -> tuple[str, int]:
    """Return what a head is known by: its words, and about where it stands."""
    return _DIGITS.sub("0", " ".join(_said(line).split())), round(line[0].middle / 4)


def _is_number(line: Sequence[LinePiece], number: int) -> bool:
    found = _NUMBER.fullmatch(_said(line))
    return bool(found and int(found[1]) == number)
