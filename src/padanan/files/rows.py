"""Delimited text (CSV, TSV) to rows of cells and back.

Quotation marks are those of RFC 4180; between tabs a mark may also be a character like
others, since most programs write it so there. Sheets of workbooks are read into the
same rows by ``files.xlsx``.
"""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from itertools import islice
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


SAMPLE = 50
"""Number of rows by which the delimiter of a table is found."""

_SEPARATOR_LINE = re.compile(r'"?sep=([^\n\"])"?[ \t,;]*(?:\n|\Z)', re.IGNORECASE)
# Cells between tabs: in quotation marks, which are doubled inside, or without any.
_QUOTED = re.compile(r'"[^"\t]*(?:""[^"\t]*)*"')
_TABBED_CELL = re.compile(rf'({_QUOTED.pattern}|[^"\t\n]*)(\t|\n|\Z)')


class TableRow(NamedTuple):
    """A row of a table.

    Attributes:
        number: of the line where it begins, or of the row of a sheet; from 1.
        cells: their texts.
    """

    number: int
    cells: Cells


def delimiter_of(text: str, path: str = "") -> str:
    r"""Return what separates the cells of a table.

    It is what makes most of the first rows equally long: sentences and quoted cells
    have commas and semicolons of their own.

    Args:
        text: the table.
        path: its name; the ending of a TSV file says it all.

    >>> delimiter_of("term;English\nnota;note, memo")
    ';'
    >>> delimiter_of('"a; b","c; d"')
    ','
    """
    if path.lower().endswith((".tsv", ".tab")) and "\t" in text:
        return "\t"
    return max(DELIMITERS, key=lambda mark: _evenness(text, mark))


def _evenness(text: str, delimiter: str) -> tuple[bool, bool, int, int]:
    """Return what speaks for a delimiter, the strongest reason first."""
    sizes: list[int] = []
    whole = True
    rows = _strict_rows(text, delimiter)
    try:
        sizes += (len(row) for row in islice(rows, SAMPLE))
    except csv.Error:
        whole = False
    usual = Counter(size for size in sizes if size > 1).most_common(1)
    even = usual[0][1] if usual else 0
    first = sizes[0] if sizes else text.partition("\n")[0].count(delimiter) + 1
    return first > 1, whole, even, first


def _strict_rows(text: str, delimiter: str) -> Iterator[list[str]]:
    return csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)


def read_rows(
    text: str, delimiter: str, path: str, *, first: int = 1
) -> Iterator[TableRow]:
    r"""Yield the rows of a text whose cells may be quoted.

    Args:
        text: the table, its line ends ``\n``.
        delimiter: between cells.
        path: its name, for messages.
        first: number of its first line.

    Raises:
        ExchangeError: a quotation mark is never closed, or the like.

    >>> [tuple(row) for row in read_rows('a,"b\nc"\nd,e\n', ",", "a.csv")]
    [(1, ('a', 'b\nc')), (3, ('d', 'e'))]
    """
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    line = first
    try:
        for row in reader:
            yield TableRow(line, tuple(row))
            line = reader.line_num + first
    except csv.Error as error:
        message = f"not a table ({error}) — save it as CSV again"
        raise ExchangeError(message, path=path, line=line) from None


def read_table(text: str, path: str) -> Iterator[TableRow]:
    r"""Yield the rows of a table as a spreadsheet writes it.

    The delimiter is found by the first rows, or told by a line ``sep=;`` before them,
    as Excel has it; apostrophes before what looks like a formula are taken away.

    Args:
        text: the table, its line ends ``\n``.
        path: its name, for messages and for its ending.

    Raises:
        ExchangeError: a quotation mark is never closed, or the like.

    >>> [row.cells for row in read_table("sep=;\nterm;English\n'=;x", "a.csv")]
    [('term', 'English'), ('=', 'x')]
    """
    told = _SEPARATOR_LINE.match(text)
    first = 2 if told else 1
    text = text[told.end() :] if told else text
    delimiter = told[1] if told else delimiter_of(text, path)
    rows = read_tabbed_rows(text) if delimiter == "\t" else None
    for number, cells in rows or read_rows(text, delimiter, path, first=first):
        # What is read by lines counts from 1.
        line = number + first - 1 if rows else number
        yield TableRow(line, tuple(map(unguarded, cells)))


def read_tabbed_rows(text: str) -> Iterator[TableRow]:
    r"""Yield the rows of a text whose cells are separated by tabs.

    A quotation mark joins lines only where spreadsheets write it so: around a whole
    cell with line ends in it, but no tab, in a row as long as the first one.
    Anywhere else it is a character, and every line a row.

    >>> [row.cells for row in read_tabbed_rows('id\ten\n"a\tb\nc"\td\n"e\nf"\tg')]
    [('id', 'en'), ('"a', 'b'), ('c"', 'd'), ('e\nf', 'g')]
    """
    width = text.partition("\n")[0].count("\t") + 1
    at, line = 0, 1
    while at < len(text):
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        found = _quoted_row(text, at, width) if '"' in text[at:end] else None
        cells, end = found or (tuple(text[at:end].split("\t")), end)
        yield TableRow(line, tuple(map(_unquoted, cells)))
        line += text.count("\n", at, end) + 1
        at = end + 1


def _quoted_row(text: str, at: int, width: int) -> tuple[Cells, int] | None:
    """Return the raw cells of a row that continues after its line, and its end."""
    cells: list[str] = []
    end = at
    while len(cells) < width:
        match = _TABBED_CELL.match(text, at)
        if match is None:
            return None
        cells.append(match[1])
        at, end = match.end(), match.end(1)
        if match[2] != "\t":
            break
    whole = len(cells) == width and text[end : end + 1] in ("\n", "")
    return (tuple(cells), end) if whole else None


def _unquoted(cell: str) -> str:
    if _QUOTED.fullmatch(cell):
        return cell[1:-1].replace('""', '"')
    return cell


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
