"""Marks in a Word document: runs are split and shaded, and the English is added."""

from __future__ import annotations

from bisect import bisect_right
from copy import deepcopy
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from padanan.articles.docx.elements import SPACE, insert, made, properties_of, text_of
from padanan.articles.docx.package import W
from padanan.articles.docx.text import RUN_PROPERTIES, TEXT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lxml.etree import _Element

    from padanan.articles.docx.text import Paragraph, WordRun
    from padanan.articles.marks import Mark

FILLS = {
    "offices": "DCE8F8",
    "institutions": "EADFF4",
    "instruments": "D5EEEB",
    "acts": "F8E8CC",
    "conflict": "FADDDA",
    "relations": "E0EFD2",
    "law": "F8DDEB",
}
"""The shading of each class of terms; black text on it has a contrast of over 15:1."""

# The properties of a run have a fixed order (ECMA-376 part 1, A.1, EG_RPrBase). These
# follow the shading, and the language.
BEHIND_LANGUAGE = ("eastAsianLayout", "specVanish", "oMath", "rPrChange")
_BEHIND_SHADING = (
    "fitText", "vertAlign", "rtl", "cs", "em", "lang", *BEHIND_LANGUAGE
)  # fmt: skip


class RunPiece(NamedTuple):
    """The part of a run that a mark covers, at offsets of the run's text."""

    start: int
    end: int
    mark: Mark


def marked(
    paragraphs: Iterable[Paragraph], marks: Sequence[Mark], first: int | None
) -> dict[int, Mark]:
    """Mark terms in the tree of a part.

    Args:
        paragraphs: of the part; their elements are changed.
        marks: those in the part.
        first: number of the first new comment; ``None`` if the English is put in
            brackets.

    Returns:
        The comments to be written, by their numbers.
    """
    comments: dict[int, Mark] = {}
    for mark, runs in _marked_runs(paragraphs, marks):
        number = None
        if first is not None and mark.english and mark.commented:
            number = first + len(comments)
            comments[number] = mark
        _surround(runs, mark, number, brackets=first is None)
    return comments


def _marked_runs(
    paragraphs: Iterable[Paragraph], marks: Sequence[Mark]
) -> Iterator[tuple[Mark, list[_Element]]]:
    """Split the runs at the marks; yield each mark with its new runs."""
    number = 0
    for paragraph in paragraphs:
        own: dict[Mark, list[_Element]] = {}
        end = paragraph.start + len(paragraph.text)
        while number < len(marks) and marks[number].start < end:
            own[marks[number]] = []
            number += 1
        here = list(own)
        for run in paragraph.runs:
            for mark, element in _split(run, list(_pieces(paragraph, run, here))):
                own[mark].append(element)
        yield from ((mark, runs) for mark, runs in own.items() if runs)


def _pieces(
    paragraph: Paragraph, run: WordRun, marks: Sequence[Mark]
) -> Iterator[RunPiece]:
    first = paragraph.start + run.start
    for number in range(bisect_right(marks, first, key=_end), len(marks)):
        mark = marks[number]
        start = max(mark.start - first, 0)
        end = min(mark.end - first, len(run.text))
        if start >= end:
            return
        yield RunPiece(start, end, mark)


def _end(mark: Mark) -> int:
    return mark.end


def _split(run: WordRun, pieces: Sequence[RunPiece]) -> list[tuple[Mark, _Element]]:
    """Replace a run by several, so that a mark covers each one fully or not at all."""
    if not pieces:
        return []
    properties = run.element.find(RUN_PROPERTIES)
    new: list[tuple[Mark | None, _Element]] = []
    for mark, element in _cut(run, pieces):
        if not new or new[-1][0] is not mark:
            like = run.element.makeelement(run.element.tag)
            for name, value in run.element.items():
                like.set(name, value)
            if properties is not None:
                like.append(deepcopy(properties))
            new.append((mark, like))
        new[-1][1].append(element)
    # Relative to its neighbour: an index would be slow in a paragraph of many runs.
    for _, element in new:
        run.element.addprevious(element)
    parent = run.element.getparent()
    assert parent is not None  # noqa: S101 -- for the type: runs stand in paragraphs
    parent.remove(run.element)
    return [(mark, element) for mark, element in new if mark is not None]


def _cut(
    run: WordRun, pieces: Sequence[RunPiece]
) -> Iterator[tuple[Mark | None, _Element]]:
    """Yield the contents of a run, with texts cut at the pieces, and their marks."""
    offset = 0
    for child, text in list(zip(run.element, run.texts, strict=True)):
        if child.tag == RUN_PROPERTIES:
            continue
        if child.tag != TEXT or not text:
            yield _mark_in(pieces, offset, offset + len(text)), child
        else:
            for start, end in _bounds(pieces, offset, offset + len(text)):
                part = deepcopy(child)
                part.text = text[start - offset : end - offset]
                part.tail = None
                part.set(SPACE, "preserve")
                yield _mark_in(pieces, start, end), part
        offset += len(text)


def _bounds(
    pieces: Sequence[RunPiece], start: int, end: int
) -> Iterator[tuple[int, int]]:
    cuts = {start, end}
    cuts |= {cut for p in pieces for cut in (p.start, p.end) if start < cut < end}
    return pairwise(sorted(cuts))


def _mark_in(pieces: Sequence[RunPiece], start: int, end: int) -> Mark | None:
    """Return the first mark that overlaps a stretch."""
    return next((p.mark for p in pieces if p.start < end and start < p.end), None)


def _surround(
    runs: Sequence[_Element], mark: Mark, number: int | None, *, brackets: bool
) -> None:
    """Shade the runs of a mark, and add a comment or brackets to them."""
    for run in runs:
        _shade(run, mark.kind)
    first, last = runs[0], runs[-1]
    if number is not None:
        first.addprevious(made(first, "commentRangeStart", id=number))
        reference = made(first, "r")
        reference.append(made(first, "commentReference", id=number))
        last.addnext(reference)
        last.addnext(made(first, "commentRangeEnd", id=number))
    elif brackets and mark.english:
        last.addnext(_english(last, mark))


def _shade(run: _Element, kind: str) -> None:
    properties = properties_of(run)
    # Shading and highlighting of the author are kept.
    if any(properties.find(f"{{{W}}}{name}") is not None for name in _OWN):
        return
    shading = made(run, "shd", val="clear", color="auto", fill=FILLS[kind])
    insert(properties, shading, _BEHIND_SHADING)


_OWN = ("shd", "highlight")


def _english(run: _Element, mark: Mark) -> _Element:
    """Return a run with the English in brackets, formatted like the term."""
    element = made(run, "r")
    properties = deepcopy(properties_of(run))
    for name in ("shd", "lang"):
        for old in properties.findall(f"{{{W}}}{name}"):
            properties.remove(old)
    insert(properties, made(run, "lang", val="en-GB"), BEHIND_LANGUAGE)
    element.append(properties)
    element.append(text_of(run, f" ⟨{mark.read}⟩"))
    return element
