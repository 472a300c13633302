"""Tables with a column of Indonesian and one of English."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from padanan.errors import DocumentError, ExchangeError
from padanan.files.headings import (
    INDONESIAN,
    TITLES,
    USUAL,
    Heading,
    check_mapping,
    find_heading,
    language_of,
    plain,
    unread_columns,
)
from padanan.files.rows import TableRow
from padanan.translation import hints
from padanan.translation.direction import without_indonesian
from padanan.translation.units import Unit, UnitsRead

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from padanan.files.headings import TableOptions
    from padanan.files.rows import Cells
    from padanan.translation.hints import HintedUnit

HEADINGS = ("Indonesian", "English", "Terms")
"""The headings of the columns of a worksheet."""

CONFIRM = "delete this line when the English is right"

SOURCE, TARGET = "source", "target"
COLUMNS = (SOURCE, TARGET)
"""The columns that a table of translation units may have."""

_NAMES = {
    SOURCE: "source|source text|sumber|teks sumber|bahasa sumber|asal|teks asal|msgid",
    TARGET: "target|target text|translation|terjemahan|sasaran|teks sasaran"
    "|bahasa sasaran|msgstr",
}

# The mark of ``third_column`` for an unconfirmed suggestion.
_FUZZY = re.compile(r"\s*fuzzy \d{1,3} %")


def units(
    rows: Iterable[tuple[int, Cells]], path: str, options: TableOptions = USUAL
) -> tuple[Unit, ...]:
    """Return the rows of a table as units.

    A heading names the columns (*source*, *target*; *Indonesian*, *English*; *id*,
    *en-GB*; *sumber*, *terjemahan*). It may come after a title. Without a heading, the
    first two columns are read.

    Args:
        rows: of the table, with their numbers.
        path: the file's name, for messages.
        options: other names of headings.

    Raises:
        DocumentError: no row has two columns.
        ExchangeError: a mapping names what is not there.

    >>> from padanan.files.rows import TableRow
    >>> table = [TableRow(1, ("en-US", "id_ID")), TableRow(2, ("note", "nota"))]
    >>> [unit.target for unit in units(table, "a")]
    ['note']
    """
    return read_all(rows, path, options).units


def read_all(
    rows: Iterable[tuple[int, Cells]], path: str, options: TableOptions = USUAL
) -> UnitsRead:
    """Return the rows of a table as ``units`` does, and what is not read.

    Raises:
        DocumentError: no row has two columns.
        ExchangeError: a mapping names what is not there.

    >>> from padanan.files.rows import TableRow
    >>> table = [TableRow(1, ("id", "en", "Status")), TableRow(2, ("", "note", "ok"))]
    >>> read_all(table, "a").unread
    ('1 entry has no Indonesian text: passed over', 'not read: column “Status”')
    """
    listed = [TableRow(*row) for row in rows]
    listed = [row for row in listed if any(map(str.strip, row.cells))]
    if not any(len(cells) > 1 for _, cells in listed):
        problem = "no table of two columns — Indonesian and English side by side"
        raise DocumentError(problem, path=path)
    heading = find_heading(listed, column_of, COLUMNS, options)
    if options.names:
        _check_mapping(options, heading, listed, path)
    if heading is None:
        heading = Heading(COLUMNS, 0, tuple(listed))
    source, target = (heading.columns.index(column) for column in COLUMNS)
    kept = tuple(_units(heading.rows, source, target))
    lost = sum(
        not _cell(cells, source) and bool(_cell(cells, target))
        for _, cells in heading.rows
    )
    others = _others(heading, dict(listed).get(heading.line, ()), options)
    return UnitsRead(kept, (*without_indonesian(lost), *unread_columns(others)))


def _others(heading: Heading, names: Cells, options: TableOptions) -> Iterator[str]:
    """Yield the names of columns that have text and are not read, or their numbers.

    Columns that a mapping leaves out, and our own column of terms, are not among them.
    """
    left_out = {plain(name) for name, column in options.names if column == "-"}
    known = left_out | {plain(HEADINGS[2])}
    used = {heading.columns.index(column) for column in COLUMNS}
    widest = max((len(cells) for _, cells in heading.rows), default=0)
    for number in range(widest):
        name = names[number] if number < len(names) else ""
        if number in used or plain(name) in known:
            continue
        if any(_cell(cells, number) for _, cells in heading.rows):
            yield name.strip() or str(number + 1)


def column_of(heading: str) -> str | None:
    """Return the column with a heading; ``None`` if the heading is not known.

    >>> column_of("Bahasa Inggris"), column_of("Sumber"), column_of("Terms")
    ('target', 'source', None)
    """
    language = language_of(heading)
    if language:
        return SOURCE if language == INDONESIAN else TARGET
    name = plain(heading)
    return next((c for c, names in _NAMES.items() if name in names.split("|")), None)


def _check_mapping(
    options: TableOptions, heading: Heading | None, rows: list[TableRow], path: str
) -> None:
    cells = {cell: None for row in rows[: TITLES + 1] for cell in row.cells}
    check_mapping(options, tuple(cells), COLUMNS, path)
    if heading is None:
        problem = "a mapping, but no row names both columns — map to source and target"
        raise ExchangeError(problem, path=path)


def _units(rows: Iterable[TableRow], source: int, target: int) -> Iterator[Unit]:
    for number, cells in rows:
        if text := _cell(cells, source):
            fuzzy = any(map(_FUZZY.match, cells[2:]))
            place = f"row {number}"
            yield Unit(str(number), text, _cell(cells, target), place, fuzzy=fuzzy)


def is_headed(cells: tuple[str, ...]) -> bool:
    """Whether a row is a heading.

    >>> is_headed(("Indonesia", "Inggris")), is_headed(("Negara", "Duta besar"))
    (True, False)
    """
    return {*COLUMNS} <= {*map(column_of, cells)}


def third_column(hinted: HintedUnit) -> str:
    """Return the third column: the mark of an unconfirmed translation, and hints.

    ``units`` finds unconfirmed translations by that mark.
    """
    unit = hinted.unit
    marks: tuple[str, ...] = ()
    if unit.suggestion and unit.fuzzy:
        marks = (f"{hints.fuzzy_line(unit.suggestion)} ({CONFIRM})",)
    return "\n".join((*marks, *hinted.lines))


def _cell(cells: tuple[str, ...], column: int) -> str:
    return cells[column].strip() if column < len(cells) else ""
