"""Word documents: the first table has the translation units, in two or three columns.

In a worksheet, terms are highlighted, and the skeleton is hidden below the table.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, NamedTuple

from padanan.articles.docx.blocks import CELL, ROW, TABLE, own
from padanan.articles.docx.package import (
    main_part,
    package_of,
    relations_of,
    transitional,
)
from padanan.articles.docx.styles import formats_of, styles_of
from padanan.articles.docx.text import FALLBACK, PARAGRAPH, paragraphs
from padanan.articles.raised import as_signs, is_note
from padanan.errors import DocumentError
from padanan.files.extras import optional
from padanan.files.office import undated, unpack
from padanan.files.xml import parse
from padanan.translation import hints, skeleton
from padanan.translation.formats import columns
from padanan.translation.formats.columns import HEADINGS, third_column

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from docx.document import Document
    from docx.table import Table as _Table
    from docx.table import _Cell, _Columns
    from docx.text.run import Run
    from lxml.etree import _Element as Node

    from padanan.articles.docx.package import Package
    from padanan.articles.docx.styles import Style
    from padanan.articles.docx.text import WordRun
    from padanan.translation.hints import HintedUnit
    from padanan.translation.units import Unit, UnitsRead
    from padanan.translation.worksheet import Worksheet

BODY = "word/document.xml"
"""The main part of a document if its relations do not name it."""

PROSE = 5
"""Minimum number of words of prose; a shorter paragraph may be a title of a table."""

_PIECE = 30_000
"""Characters of the skeleton in a paragraph; LibreOffice is slow with long words."""

_WIDTHS = (100, 100, 70)
"""Widths of the columns in millimetres, for an A4 page in landscape."""


def read(data: bytes, path: str) -> tuple[Unit, ...]:
    """Return the rows of the first table; see ``read_all``."""
    return read_all(data, path).units


def read_all(data: bytes, path: str) -> UnitsRead:
    """Return the rows of the first table, see ``columns.units``, and what is unread.

    Tracked insertions are read, deletions are not. A table in a cell is text of that
    cell.

    Raises:
        DocumentError: there is no table of two columns.
        ExchangeError: it is not a Word document, or is damaged.
    """
    document = _document(data, path)
    tables = [
        table
        for table in document.root.iter(TABLE)
        if next(table.iterancestors(TABLE, FALLBACK), None) is None
    ]
    if not tables:
        problem = "no table — Indonesian and English side by side are expected"
        raise DocumentError(problem, path=path)
    rows = tuple(_rows(tables[0], document.styles))
    if not any(map(columns.is_headed, rows[:1])) and _is_article(document):
        problem = "an article with a table, not a table of Indonesian and English"
        advice = "name its translation behind it, or head the columns"
        raise DocumentError(f"{problem} — {advice}", path=path)
    found = columns.read_all(enumerate(rows, start=1), path)
    return found._replace(unread=(*found.unread, *_further(len(tables) - 1)))


def _is_article(document: _Document) -> bool:
    """Whether a document has prose outside of its tables, not only a title."""
    inside = {node for table in document.root.iter(TABLE) for node in table.iter()}
    return any(
        len("".join(map(str, paragraph.itertext())).split()) >= PROSE
        for paragraph in document.root.iter(PARAGRAPH)
        if paragraph not in inside
    )


def packed_skeleton(data: bytes, path: str) -> str:
    """Return the packed skeleton of a worksheet; empty if there is none.

    Raises:
        DocumentError: it is not a Word document.
        ExchangeError: it is damaged.
    """
    root = _document(data, path).root
    return skeleton.find_packed("\n".join(each.text for each in paragraphs(root)))


def write(worksheet: Worksheet) -> bytes:
    """Return a Word document with a row for each sentence.

    The skeleton is below the table, as hidden text.

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
    _keep_rows(table)
    for piece in _pieces(skeleton.pack(worksheet.skeleton)):
        _hide(document.add_paragraph().add_run(piece))
    stream = io.BytesIO()
    document.save(stream)
    return undated(stream)


def _pieces(text: str) -> Iterator[str]:
    return (text[at : at + _PIECE] for at in range(0, len(text), _PIECE))


class _Document(NamedTuple):
    """The main part of a document, and its styles."""

    root: Node
    styles: Mapping[str, Style]


def _document(data: bytes, path: str) -> _Document:
    """Return a document; its main part may have any name.

    Raises:
        DocumentError: it is another kind of office file.
        ExchangeError: it is not an office file, or is damaged.
    """
    package = package_of(path, unpack(data, path))
    if package.find(relations_of("")):
        return _Document(_parsed(package, main_part(package)), styles_of(package))
    body = package.find(BODY)
    if body is None:
        raise DocumentError("not a Word document — save it as .docx", path=path)
    return _Document(_parsed(package, body), {})


def _parsed(package: Package, name: str) -> Node:
    return parse(transitional(package.parts[name]), package.path)


def _rows(table: Node, styles: Mapping[str, Style]) -> Iterator[tuple[str, ...]]:
    for row in own(table, ROW):
        yield tuple(_text(cell, styles) for cell in own(row, CELL))


def _text(cell: Node, styles: Mapping[str, Style]) -> str:
    """Return the text of a cell, with each paragraph on a line."""
    return "\n".join(
        "".join(_run_text(run, styles) for run in paragraph.runs)
        for paragraph in paragraphs(cell)
    )


def _run_text(run: WordRun, styles: Mapping[str, Style]) -> str:
    kinds = {kind for kind, _ in formats_of(run.element, styles)}
    if "superscript" in kinds and is_note(run.text):
        return as_signs(run.text, ((0, len(run.text)),))
    return run.text


def _further(count: int) -> tuple[str, ...]:
    if not count:
        return ()
    tables = "1 further table was" if count == 1 else f"{count} further tables were"
    return (f"{tables} not read: only the first is",)


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
        for cell in column.cells:  # Word uses their widths
            cell.width = Mm(width)


def _keep_rows(table: _Table) -> None:
    """Keep each row on one page, and repeat the heading on every page."""
    from docx.oxml import OxmlElement

    for number, row in enumerate(table._tbl.tr_lst):  # noqa: SLF001 -- has no other name
        properties = row.get_or_add_trPr()
        properties.append(OxmlElement("w:cantSplit"))
        if number == 0:
            properties.append(OxmlElement("w:tblHeader"))


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
