"""The blocks of a Word document: what its paragraphs are, and the runs in them.

Source: ECMA-376 part 1, 17.3 (paragraphs and runs), 17.4 (tables), 17.9 (lists),
17.11 (notes) and 17.16 (fields).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from padanan.articles.article import Block, Cell, Run, in_order, runs_of
from padanan.articles.docx.package import R, W, linked
from padanan.articles.docx.styles import VALUE, formats_of
from padanan.articles.docx.text import FIELD, FIELD_TYPE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.etree import _Element

    from padanan.articles.article import Format, Role
    from padanan.articles.docx.package import Package
    from padanan.articles.docx.styles import Style
    from padanan.articles.docx.text import Paragraph

_STYLE = f"{{{W}}}pPr/{{{W}}}pStyle"
_NUMBERING = f"{{{W}}}pPr/{{{W}}}numPr"
_LEVEL = f"{{{W}}}ilvl"
TABLE, ROW, CELL = f"{{{W}}}tbl", f"{{{W}}}tr", f"{{{W}}}tc"
_SKIPPED = f"{{{W}}}trPr/{{{W}}}gridBefore"
_COVERED = f"{{{W}}}tcPr/{{{W}}}gridSpan"
_ID = f"{{{W}}}id"
_NOTES = {f"{{{W}}}footnote": "footnote", f"{{{W}}}endnote": "endnote"}
_REFERENCES = {f"{tag}Reference": kind for tag, kind in _NOTES.items()}
_IMAGES = frozenset(f"{{{W}}}{name}" for name in ("drawing", "object", "pict"))
_CODE = f"{{{W}}}instrText"
_SIMPLE_FIELD, _LINK = f"{{{W}}}fldSimple", f"{{{W}}}hyperlink"

_HYPERLINK = re.compile(
    r"\s*+HYPERLINK\s++(?P<inside>\\l\s++)?+\"(?P<target>[^\"]*+)\""
)
_NUMBER = re.compile(r"\d\Z")
_PREFORMATTED = frozenset({"html preformatted", "source code"})
_HIGHEST = 9
MAX_COLUMNS = 1_000
"""Maximum number of columns that a cell covers; Word has 63."""


class References(NamedTuple):
    """What the paragraphs of a part refer to.

    Attributes:
        styles: of the document, by their ids.
        links: the addresses of links, by their ids in the part.
        cells: the places of the cells of the outermost tables.
    """

    styles: Mapping[str, Style]
    links: Mapping[str, str]
    cells: Mapping[_Element, Cell]


def references(
    package: Package, name: str, root: _Element, styles: Mapping[str, Style], first: int
) -> References:
    """Return what the paragraphs of a part refer to.

    Args:
        package: the document.
        name: of the part.
        root: its tree.
        styles: of the document.
        first: number of the first table in the part.

    Raises:
        DocumentError: a part of the package is damaged.
    """
    return References(styles, linked(package, name), dict(_cells(root, first)))


def block_of(paragraph: Paragraph, around: References) -> Block:
    """Return a paragraph as a block, at offsets of the article."""
    element = paragraph.element
    style = _style_name(element, around.styles)
    role, level = _role(element, style)
    note = _note(element)
    cell = next(filter(None, map(around.cells.get, element.iterancestors(CELL))), None)
    if note:
        role, level = "note", 0
    elif cell and role == "paragraph":
        role = "cell"
    end = paragraph.start + len(paragraph.text)
    runs = _runs(paragraph, around)
    return Block(paragraph.start, end, role, level, runs, cell, note)


def _style_name(element: _Element, styles: Mapping[str, Style]) -> str:
    named = element.find(_STYLE)
    style = None if named is None else styles.get(named.get(VALUE, ""))
    return style.name if style else ""


def _role(element: _Element, style: str) -> tuple[Role, int]:
    # Source: ECMA-376 part 1, 17.7.4.9 and the latent styles of 17.7.4.5.
    if style == "title":
        return "title", 0
    if style.startswith("heading"):
        return "heading", _number(style)
    numbering = element.find(_NUMBERING)
    if style.startswith("list") or numbering is not None:
        return "item", _depth(numbering, style)
    if style in _PREFORMATTED:
        return "code", 0
    if style == "caption":
        return "caption", 0
    return ("quote" if "quote" in style else "paragraph"), 0


def _number(style: str) -> int:
    """Return the level in the name of a style.

    >>> _number("heading 3"), _number("list bullet")
    (3, 1)
    """
    found = _NUMBER.search(style)
    return max(1, int(found[0])) if found else 1


def _depth(numbering: _Element | None, style: str) -> int:
    level = None if numbering is None else numbering.find(_LEVEL)
    if level is None:
        return _number(style)
    return min(_int(level.get(VALUE, "")) + 1, _HIGHEST)


def _note(element: _Element) -> str:
    """Return the label of the note that a paragraph is in."""
    for ancestor in element.iterancestors(*_NOTES):
        return f"{_NOTES[str(ancestor.tag)]}-{ancestor.get(_ID, '')}"
    return ""


def _cells(root: _Element, first: int) -> Iterator[tuple[_Element, Cell]]:
    """Yield the cells of the outermost tables of a part with their places."""
    tables = (
        table
        for table in root.iter(TABLE)
        if next(table.iterancestors(TABLE), None) is None
    )
    for number, table in enumerate(tables, first):
        for row, element in enumerate(own(table, ROW)):
            column = _int_at(element, _SKIPPED, 0)
            for cell in own(element, CELL):
                columns = max(1, _int_at(cell, _COVERED, 1))
                yield cell, Cell(number, row, column, columns)
                column += columns


def own(element: _Element, tag: str) -> Iterator[_Element]:
    """Yield the rows of a table or the cells of a row, but not of nested tables."""
    for found in element.iter(tag):
        if next(found.iterancestors(element.tag), None) is element:
            yield found


def _int_at(element: _Element, path: str, default: int) -> int:
    found = element.find(path)
    return default if found is None else min(_int(found.get(VALUE, "")), MAX_COLUMNS)


def _int(value: str) -> int:
    return int(value) if value.isascii() and value.isdigit() and len(value) < 9 else 0


def _runs(paragraph: Paragraph, around: References) -> tuple[Run, ...]:
    stretches: list[tuple[int, int, tuple[Format, ...]]] = []
    points: list[Run] = []
    fields = _Fields()
    at = paragraph.start
    for run in paragraph.runs:
        looks = formats_of(run.element, around.styles)
        outer = _link_around(run.element, around.links)
        for child, text in zip(run.element, run.texts, strict=True):
            fields.read(child)
            points += _point(child, at)
            if text:
                target = outer or fields.target
                link: tuple[Format, ...] = (("link", target),) if target else ()
                stretches.append((at, at + len(text), (*link, *looks)))
                at += len(text)
    return in_order((*runs_of(stretches), *points))


def _point(child: _Element, at: int) -> Iterator[Run]:
    """Yield the run of a reference to a note, or of an image; they have no text."""
    if child.tag in _REFERENCES:
        label = f"{_REFERENCES[str(child.tag)]}-{child.get(_ID, '')}"
        yield Run(at, at, "note", label)
    elif child.tag in _IMAGES:
        yield Run(at, at, "image")


def _link_around(run: _Element, links: Mapping[str, str]) -> str:
    for ancestor in run.iterancestors(_LINK, _SIMPLE_FIELD):
        if ancestor.tag == _SIMPLE_FIELD:
            target = _link_target(ancestor.get(f"{{{W}}}instr", ""))
        else:
            anchor = ancestor.get(f"{{{W}}}anchor", "")
            target = links.get(ancestor.get(f"{{{R}}}id", ""), "")
            target += f"#{anchor}" if anchor else ""
        if target:
            return target
    return ""


def _link_target(code: str) -> str:
    """Return the address in the code of a field; empty if it is not a link.

    >>> _link_target(' HYPERLINK "https://un.example" '), _link_target("PAGE")
    ('https://un.example', '')
    """
    match = _HYPERLINK.match(code)
    if match is None:
        return ""
    return f"#{match['target']}" if match["inside"] else match["target"]


class _Fields:
    """The fields that have begun and not ended while a paragraph is read."""

    def __init__(self) -> None:
        self._codes: list[str] = []
        self._targets: list[str] = []

    @property
    def target(self) -> str:
        """The address to which the next text is linked; empty if to none."""
        return next(filter(None, reversed(self._targets)), "")

    def read(self, child: _Element) -> None:
        """Note the beginning, the code and the end of fields."""
        if child.tag == _CODE and self._codes:
            self._codes[-1] += child.text or ""
        elif child.tag == FIELD:
            self._turn(child.get(FIELD_TYPE, ""))

    def _turn(self, kind: str) -> None:
        if kind == "begin":
            self._codes.append("")
            self._targets.append("")
        elif not self._codes:
            return
        elif kind == "separate":
            self._targets[-1] = _link_target(self._codes[-1])
        elif kind == "end":
            self._codes.pop()
            self._targets.pop()
