"""Term sheets as tables: for the terminal, CSV, XLSX, Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from padanan.articles.term_sheet import COLUMNS
from padanan.files.rows import write_guarded_rows
from padanan.files.text import encode, printable
from padanan.files.xlsx import Layout, write_sheet
from padanan.render.markdown import SPECIAL

if TYPE_CHECKING:
    from collections.abc import Sequence

    from padanan.articles.term_sheet import TermLine
    from padanan.files.xlsx import Values

COUNT = COLUMNS.index("count")
LAYOUT = Layout("Terms", (22, 20, 22, 13, 13, 7, 32, 40, 32, 14), printed=True)


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
        ", ".join(entry.forms),
        entry.english,
        ", ".join(_country(code) for code, _ in entry.countries),
        entry.because,
        str(entry.times),
        entry.context,
        entry.note,
        entry.definition,
        entry.domain,
    )
    return tuple(map(printable, texts))


def _country(code: str) -> str:
    """Return the English name of a country; of another region its code.

    >>> _country("RU"), _country("ASEAN")
    ('Russia', 'ASEAN')
    """
    from padanan.language.countries import countries

    known = countries().get(code)
    return known.name if known else code


def as_csv(
    entries: Sequence[TermLine], delimiter: str = ",", *, bom: bool = False
) -> bytes:
    """Return the sheet as CSV; no cell begins a formula.

    Args:
        entries: its lines.
        delimiter: between cells; Excel expects that of its country.
        bom: begin with a byte order mark, by which Excel knows UTF-8.
    """
    text = write_guarded_rows((COLUMNS, *map(_cells, entries)), delimiter)
    return encode(f"\ufeff{text}" if bom else text)


def as_markdown(entries: Sequence[TermLine]) -> str:
    """Return the sheet as a table of Markdown."""
    rule = tuple("---:" if name == COLUMNS[COUNT] else "---" for name in COLUMNS)
    rows: list[tuple[str, ...]] = [COLUMNS, rule]
    rows += [tuple(SPECIAL.sub(r"\\\1", cell) for cell in _cells(e)) for e in entries]
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def as_xlsx(entries: Sequence[TermLine]) -> bytes:
    """Return the sheet as a workbook; every cell but the count is text.

    Raises:
        ExchangeError: a cell is longer than a spreadsheet allows.
        MissingExtraError: openpyxl is not installed.
    """
    return write_sheet((COLUMNS, *map(_values, entries)), LAYOUT)


def _values(entry: TermLine) -> Values:
    cells = _cells(entry)
    return (*cells[:COUNT], entry.times, *cells[COUNT + 1 :])
