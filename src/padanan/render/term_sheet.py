"""Term sheets as tables: for the terminal, CSV, XLSX, Markdown."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

from padanan.articles.term_sheet import COLUMNS
from padanan.errors import MissingExtraError
from padanan.files.text import encode, guarded, write_rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from padanan.articles.term_sheet import Entry

_WIDTHS = (28, 30, 8, 60, 60)
# An article must not drive the terminal it is shown on, nor break an XML file.
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff]")
_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|~])")


def as_text(entries: Sequence[Entry]) -> str:
    """Return the sheet for the terminal: a line a term, its note below it."""
    if not entries:
        return "No term of the glossary occurs here.\n"
    term = max(len(_safe(entry.term)) for entry in entries)
    english = max(len(_safe(entry.english)) for entry in entries)
    lines = []
    for entry in entries:
        lines.append(
            f"{entry.times:>4}  {_safe(entry.term):<{term}}"
            f"  {_safe(entry.english):<{english}}  {_safe(entry.context)}"
        )
        if entry.note:
            lines.append(f"      {_safe(entry.note)}")
    return "\n".join(lines) + "\n"


def _safe(text: str) -> str:
    return _CONTROL.sub("", text)


def _cells(entry: Entry) -> tuple[str, ...]:
    return (
        entry.term,
        entry.english,
        str(entry.times),
        _safe(entry.context),
        entry.note,
    )


def as_csv(entries: Sequence[Entry]) -> bytes:
    """Return the sheet as CSV; no cell begins a formula."""
    rows = (COLUMNS, *map(_cells, entries))
    return encode(write_rows((tuple(map(guarded, row)) for row in rows), ","))


def as_markdown(entries: Sequence[Entry]) -> str:
    """Return the sheet as a table of Markdown."""
    rows: list[tuple[str, ...]] = [COLUMNS, ("---", "---", "---:", "---", "---")]
    rows += [tuple(_MARKDOWN.sub(r"\\\1", cell) for cell in _cells(e)) for e in entries]
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def as_xlsx(entries: Sequence[Entry]) -> bytes:
    """Return the sheet as a workbook; every cell but the count is text.

    Raises:
        MissingExtraError: openpyxl is not installed.
    """
    try:
        from openpyxl import Workbook
        from openpyxl.styles import Alignment, Font
        from openpyxl.utils import get_column_letter
    except ImportError:
        problem = "spreadsheets need an extra — pip install 'padanan[office]'"
        raise MissingExtraError(problem) from None
    book = Workbook()
    page = book.worksheets[0]
    page.title = "Terms"
    for row, cells in enumerate((COLUMNS, *map(_cells, entries)), 1):
        for column, text in enumerate(cells, 1):
            cell = page.cell(row, column)
            cell.value = _safe(text)
            # Set after the value: otherwise “=…” becomes a formula.
            cell.data_type = "s"
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            if row == 1:
                cell.font = Font(bold=True)
            elif column == COLUMNS.index("count") + 1:
                cell.value = int(text)
    for column, width in enumerate(_WIDTHS, 1):
        page.column_dimensions[get_column_letter(column)].width = width
    page.freeze_panes = "A2"
    page.auto_filter.ref = page.dimensions
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()
