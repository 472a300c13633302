"""Worksheets as Word documents: a table of three columns, terms highlighted."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from padanan.errors import MissingExtraError
from padanan.files.office import undated
from padanan.translation import read_docx as reader
from padanan.translation.worksheets import hints, skeleton
from padanan.translation.worksheets.table import HEADINGS, note

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import _Cell, _Columns
    from docx.text.run import Run

    from padanan.translation.worksheets.hints import Hinted
    from padanan.translation.worksheets.worksheet import Worksheet

_WIDTHS = (100, 100, 70)
"""Of the columns, in millimetres: an A4 page on its side."""


def dumps(worksheet: Worksheet) -> bytes:
    """Return a Word document with a row for each sentence.

    What joins the sentences stands below the table, hidden.

    Raises:
        MissingExtraError: python-docx is not installed.
    """
    try:
        from docx import Document
    except ImportError:
        message = "Word documents need an extra — pip install 'padanan[office]'"
        raise MissingExtraError(message) from None
    document = Document()
    _lay_out(document)
    table = document.add_table(rows=1, cols=len(HEADINGS), style="Table Grid")
    table.autofit = False
    for cell, heading in zip(table.rows[0].cells, HEADINGS, strict=True):
        cell.paragraphs[0].add_run(heading).bold = True
    for hinted in hints.hinted(worksheet):
        _fill(table.add_row().cells, hinted)
    _set_widths(table.columns)
    _hide(document.add_paragraph().add_run(skeleton.dumps(worksheet.skeleton)))
    stream = io.BytesIO()
    document.save(stream)
    return undated(stream)


def word(data: bytes, path: str) -> str:
    """Return the word that stands for the skeleton, empty where there is none.

    Raises:
        DocumentError: it is no Word document.
        ExchangeError: it is damaged.
    """
    return skeleton.find(reader.text_of(reader.body(data, path)))


def _lay_out(document: Document) -> None:
    from docx.enum.section import WD_ORIENT
    from docx.shared import Mm

    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.left_margin = section.right_margin = Mm(13)


def _set_widths(columns: _Columns) -> None:
    from docx.shared import Mm

    for column, width in zip(columns, _WIDTHS, strict=True):
        column.width = Mm(width)
        for cell in column.cells:  # LibreOffice heeds the column, Word the cells
            cell.width = Mm(width)


def _fill(cells: tuple[_Cell, ...], hinted: Hinted) -> None:
    from docx.enum.text import WD_COLOR_INDEX
    from docx.shared import Pt

    source, target, notes = (cell.paragraphs[0] for cell in cells)
    for text, hint in hints.pieces(hinted.entry):
        run = source.add_run(text)
        if hint:
            run.font.highlight_color = WD_COLOR_INDEX.YELLOW
    filled = target.add_run(hinted.entry.filled)
    if hinted.entry.fuzzy:
        filled.italic = True
    notes.add_run(note(hinted)).font.size = Pt(8)


def _hide(run: Run) -> None:
    from docx.shared import Pt

    run.font.hidden = run.font.no_proof = True
    run.font.size = Pt(1)
