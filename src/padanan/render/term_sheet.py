"""Term sheets as tables: for the terminal, CSV, XLSX, Markdown."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from padanan.articles.term_sheet import COLUMNS
from padanan.files.rows import write_guarded_rows
from padanan.files.text import encode, printable
from padanan.files.xlsx import Layout, write_sheet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from padanan.articles.term_sheet import TermLine
    from padanan.files.xlsx import Values

LAYOUT = Layout("Terms", (28, 30, 8, 60, 60))
_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|~])")


def as_text(entries: Sequence[TermLine]) -> str:
    """Return the sheet for the terminal: a line per term, its note below it."""
    if not entries:
        return "No term of the glossary occurs here.\n"
    term = max(len(printable(entry.term)) for entry in entries)
    english = max(len(printable(entry.english)) for entry in entries)
    lines = []
    for entry in entries:
        lines.append(
            f"{entry.times:>4}  {printable(entry.term):<{term}}"
            f"  {printable(entry.english):<{english}}  {printable(entry.context)}"
        )
        if entry.note:
            lines.append(f"      {printable(entry.note)}")
    return "\n".join(lines) + "\n"


def _cells(entry: TermLine) -> tuple[str, ...]:
    texts = (
        entry.term,
        entry.english,
        str(entry.times),
        entry.context,
        entry.note,
    )
    return tuple(map(printable, texts))


def as_csv(entries: Sequence[TermLine]) -> bytes:
    """Return the sheet as CSV; no cell begins a formula."""
    return encode(write_guarded_rows((COLUMNS, *map(_cells, entries))))


def as_markdown(entries: Sequence[TermLine]) -> str:
    """Return the sheet as a table of Markdown."""
    rows: list[tuple[str, ...]] = [COLUMNS, ("---", "---", "---:", "---", "---")]
    rows += [tuple(_MARKDOWN.sub(r"\\\1", cell) for cell in _cells(e)) for e in entries]
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def as_xlsx(entries: Sequence[TermLine]) -> bytes:
    """Return the sheet as a workbook; every cell but the count is text.

    Raises:
        ExchangeError: a cell is longer than a spreadsheet allows.
        MissingExtraError: openpyxl is not installed.
    """
    return write_sheet((COLUMNS, *map(_values, entries)), LAYOUT)


def _values(entry: TermLine) -> Values:
    term, english, _, context, note = _cells(entry)
    return term, english, entry.times, context, note
