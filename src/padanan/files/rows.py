"""Delimited text (CSV, TSV) to rows of cells and back.

Quotation marks are those of RFC 4180. Sheets of workbooks are read into the same rows
by ``files.xlsx``.
"""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from padanan.errors import ExchangeError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Cells: TypeAlias = tuple[str, ...]

DELIMITERS = ",;\t"
"""What separates cells: spreadsheets write what the country of their user has."""

# What spreadsheets take for the beginning of a formula or a command (OWASP, “CSV
# injection”), full-width forms included; they take away white space and characters
# that are not seen before they look.
_UNSEEN = r"'\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\x00-\x1f"
_FORMULA = re.compile(rf"'*[\t\r]|[{_UNSEEN}]*+[=+\-@|%＝＋－＠｜％﹦﹢﹣﹫]")


class TableRow(NamedTuple):
    """A row of a table.

    Attributes:
        number: of the line where it begins, or of the row of a sheet; from 1.
        cells: their texts.
    """

    number: int
    cells: Cells


def delimiter_of(text: str) -> str:
    r"""Return the delimiter that the first line of a table has most often.

    >>> delimiter_of("term;English\nnota;note, memo")
    ';'
    """
    heading = text.partition("\n")[0]
    return max(DELIMITERS, key=heading.count)


def read_rows(text: str, delimiter: str, path: str) -> Iterator[TableRow]:
    r"""Yield the rows of a text whose cells may be quoted.

    Args:
        text: the table, its line ends ``\n``.
        delimiter: between cells.
        path: its name, for messages.

    Raises:
        ExchangeError: a quotation mark is never closed, or the like.

    >>> [tuple(row) for row in read_rows('a,"b\nc"\nd,e\n', ",", "a.csv")]
    [(1, ('a', 'b\nc')), (3, ('d', 'e'))]
    """
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    line = 1
    try:
        for row in reader:
            yield TableRow(line, tuple(row))
            line = reader.line_num + 1
    except csv.Error as error:
        message = f"no table ({error}) — save it as CSV again"
        raise ExchangeError(message, path=path, line=line) from None


def read_guarded_rows(text: str, path: str) -> Iterator[TableRow]:
    r"""Yield the rows of a table as a spreadsheet writes it.

    The delimiter is found by the heading; apostrophes before what looks like a
    formula are taken away.

    Raises:
        ExchangeError: a quotation mark is never closed, or the like.

    >>> [row.cells for row in read_guarded_rows("term;English\n'=;x", "a.csv")]
    [('term', 'English'), ('=', 'x')]
    """
    for number, cells in read_rows(text, delimiter_of(text), path):
        yield TableRow(number, tuple(map(unguarded, cells)))


def read_plain_rows(text: str, delimiter: str) -> Iterator[TableRow]:
    r"""Yield the rows of a text in which a quotation mark is a character like others.

    >>> [row.cells for row in read_plain_rows('"nota\tnote\n', "\t")]
    [('"nota', 'note'), ('',)]
    """
    for number, line in enumerate(text.split("\n"), start=1):
        yield TableRow(number, tuple(line.split(delimiter)))


def write_rows(
    rows: Iterable[Cells], delimiter: str, *, all_quoted: bool = False
) -> str:
    r"""Return rows as delimited text, each line ending with ``\n``.

    Args:
        rows: their cells.
        delimiter: between cells.
        all_quoted: quote every cell, not only where it is needed.

    >>> write_rows([("nota", "note, memo")], ",")
    'nota,"note, memo"\n'
    """
    stream = io.StringIO()
    quoting: Literal[0, 1] = csv.QUOTE_ALL if all_quoted else csv.QUOTE_MINIMAL
    writer = csv.writer(
        stream, delimiter=delimiter, lineterminator="\n", quoting=quoting
    )
    writer.writerows(rows)
    return stream.getvalue()


def write_guarded_rows(rows: Iterable[Cells], delimiter: str = ",") -> str:
    r"""Return rows as delimited text in which no cell begins a formula.

    >>> write_guarded_rows([("nota", "=1+1")])
    "nota,'=1+1\n"
    """
    return write_rows((tuple(map(guarded, row)) for row in rows), delimiter)


def write_plain_rows(rows: Iterable[Cells], delimiter: str) -> str:
    r"""Return rows as text without quotation marks.

    Args:
        rows: their cells, which have neither the delimiter nor line ends in them.
        delimiter: between cells.

    >>> write_plain_rows([("nota", 'a "note"')], "\t")
    'nota\ta "note"\n'
    """
    return "".join(f"{delimiter.join(row)}\n" for row in rows)


def is_formula(text: str) -> bool:
    """Whether a spreadsheet could take the text of a cell for a formula.

    >>> is_formula("@SUM(A1)"), is_formula("'+1"), is_formula("visa")
    (True, True, False)
    """
    return _FORMULA.match(text) is not None


def guarded(text: str) -> str:
    """Return the text of a cell so that no spreadsheet takes it for a formula.

    >>> guarded("=1+1"), guarded("visa")
    ("'=1+1", 'visa')
    """
    return f"'{text}" if is_formula(text) else text


def unguarded(text: str) -> str:
    """Take away what ``guarded`` added.

    >>> unguarded(guarded("'=1+1")), unguarded("=1+1")
    ("'=1+1", '=1+1')
    """
    return text[1:] if text.startswith("'") and is_formula(text) else text
