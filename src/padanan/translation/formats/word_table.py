"""Word documents: the first table holds translation units, two columns or three.

A worksheet has its terms highlighted, and its skeleton hidden below the table.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from padanan.errors import DocumentError
from padanan.files.extras import optional
from padanan.files.office import undated, unpack
from padanan.files.xml import local, parse
from padanan.translation import hints, skeleton
from padanan.translation.formats import columns
from padanan.translation.formats.columns import HEADINGS, third_column
from padanan.translation.units import UnitsRead

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.document import Document
    from docx.table import _Cell, _Columns
    from docx.text.run import Run
    from lxml.etree import _Element as Node

    from padanan.translation.hints import HintedUnit
    from padanan.translation.units import Unit
    from padanan.translation.worksheet import Worksheet

BODY = "word/document.xml"

# ECMA-376, 17.13.5 and 17.16: what a reviewer removed, and the codes of fields.
_NOT_TEXT = frozenset({"del", "moveFrom", "instrText", "delText", "pPr", "rPr"})
_CHARACTERS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}

_WIDTHS = (100, 100, 70)
"""Of the columns, in millimetres: an A4 page on its side."""


def read_all(data: bytes, path: str) -> UnitsRead:
    """Return the rows of the first table with what was passed over; see ``read``."""
    return UnitsRead(read(data, path))


def read(data: bytes, path: str) -> tuple[Unit, ...]:
    """Return the rows of the first table; see ``columns.units``.

    What a reviewer has inserted counts, what he has removed does not.

    Raises:
        DocumentError: there is no table of two columns.
        ExchangeError: it is no Word document, or damaged.
    """
    table = next(
        (node for node in body(data, path).iter() if local(node) == "tbl"), None
    )
    if table is None:
        problem = "no table — Indonesian and English side by side are expected"
        raise DocumentError(problem, path=path)
    return columns.units(enumerate(_rows(table), start=1), path)


def packed_skeleton(data: bytes, path: str) -> str:
    """Return the packed skeleton of a worksheet, empty where there is none.

    Raises:
        DocumentError: it is no Word document.
        ExchangeError: it is damaged.
    """
    return skeleton.find_packed(text_of(body(data, path)))


def write(worksheet: Worksheet) -> bytes:
    """Return a Word document with a row for each sentence.

    What joins the sentences stands below the table, hidden.

    Raises:
        MissingExtraError: python-docx is not installed.
    """
    document = optional("docx").Document()
    _lay_out(document)
    table = document.add_table(rows=1, cols=len(HEADINGS), style="Table Grid")
    table.autofit = False
    for cell, heading in zip(table.rows[0].cells, HEADINGS, strict=True):
        cell.paragraphs[0].add_run(heading).bold = True
    for hinted in hints.hinted(worksheet):
        _fill(table.add_row().cells, hinted)
    _set_widths(table.columns)
    _hide(document.add_paragraph().add_run(skeleton.pack(worksheet.skeleton)))
    stream = io.BytesIO()
    document.save(stream)
    return undated(stream)


def body(data: bytes, path: str) -> Node:
    """Return the root of the document's main part.

    Raises:
        DocumentError: it is another kind of office file.
        ExchangeError: it is no such file, or damaged.
    """
    parts = unpack(data, path)
    if BODY not in parts:
        raise DocumentError("not a Word document — save it as .docx", path=path)
    return parse(parts[BODY], path)


def text_of(node: Node) -> str:
    """Return the text of a part of a document, paragraphs on lines of their own."""
    paragraphs = (inner for inner in node.iter() if local(inner) == "p")
    return "\n".join("".join(_text(paragraph)) for paragraph in paragraphs)


def _rows(table: Node) -> Iterator[tuple[str, ...]]:
    for row in table.iter():
        if local(row) == "tr":
            yield tuple(text_of(cell) for cell in row.iter() if local(cell) == "tc")


def _text(node: Node) -> Iterator[str]:
    for child in node:
        name = local(child)
        if name in _CHARACTERS:
            yield _CHARACTERS[name]
        elif name == "t":
            yield child.text or ""
        elif name not in _NOT_TEXT and name != "p":
            yield from _text(child)


def _lay_out(document: Document) -> None:
    from docx.enum.section import WD_ORIENT
    from docx.shared import Mm

    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.left_margin = section.right_margin = Mm(13)


def _set_widths(table_columns: _Columns) -> None:
    from docx.shared import Mm

    for column, width in zip(table_columns, _WIDTHS, strict=True):
        column.width = Mm(width)
        for cell in column.cells:  # LibreOffice heeds the column, Word the cells
            cell.width = Mm(width)


def _fill(cells: tuple[_Cell, ...], hinted: HintedUnit) -> None:
    from docx.enum.text import WD_COLOR_INDEX
    from docx.shared import Pt

    source, target, notes = (cell.paragraphs[0] for cell in cells)
    for text, hint in hints.pieces(hinted.unit):
        run = source.add_run(text)
        if hint:
            run.font.highlight_color = WD_COLOR_INDEX.YELLOW
    filled = target.add_run(hinted.unit.filled)
    if hinted.unit.fuzzy:
        filled.italic = True
    notes.add_run(third_column(hinted)).font.size = Pt(8)


def _hide(run: Run) -> None:
    from docx.shared import Pt

    run.font.hidden = run.font.no_proof = True
    run.font.size = Pt(1)
