"""Bytes and text of the formats that are text, and cells that stay cells."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING, Literal

from padanan.errors import ExchangeError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),  # what Excel calls “Unicode text”
    (b"\xfe\xff", "utf-16"),
)
_LINE_ENDS = re.compile(r"\r\n?")

# What spreadsheets take for the beginning of a formula or a command (OWASP, “CSV
# injection”), full-width forms included.
_FORMULA = re.compile("'*[=+\\-@|%\t\r＝＋－＠]")


def decode(data: bytes, path: str) -> str:
    r"""Return the text of a file: UTF-8, or what its byte order mark says.

    Line ends become ``\n``.

    Raises:
        ExchangeError: it is not text in that encoding, with the line where it ends
            to be.

    >>> decode(b"\xff\xfev\x00i\x00s\x00a\x00", "a.tsv")
    'visa'
    """
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), "utf-8")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        message = "not UTF-8 — save the file in that encoding"
        raise ExchangeError(message, path=path, line=line) from None
    return _LINE_ENDS.sub("\n", text)


def encode(text: str, *, bom: bool = False) -> bytes:
    r"""Return text as UTF-8.

    Raises:
        ExchangeError: it has half of a character, which no encoding can say.

    >>> encode("visa", bom=True)
    b'\xef\xbb\xbfvisa'
    """
    try:
        return text.encode("utf-8-sig" if bom else "utf-8")
    except UnicodeEncodeError as error:
        near = text[max(error.start - 20, 0) : error.start]
        message = f"half a character after “{near}” — remove it"
        raise ExchangeError(message) from None


def write_rows(
    rows: Iterable[tuple[str, ...]], delimiter: str, *, all_quoted: bool = False
) -> str:
    r"""Return rows as delimited text, quoted as in RFC 4180.

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


def read_rows(
    text: str, delimiter: str, path: str
) -> Iterator[tuple[int, tuple[str, ...]]]:
    r"""Yield rows with the line where each begins, counted from 1.

    Raises:
        ExchangeError: a quotation mark is never closed, or the like.

    >>> list(read_rows('a,"b\nc"\nd,e\n', ",", "a.csv"))
    [(1, ('a', 'b\nc')), (3, ('d', 'e'))]
    """
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    line = 1
    try:
        for row in reader:
            yield line, tuple(row)
            line = reader.line_num + 1
    except csv.Error as error:
        message = f"no table ({error}) — save it as CSV again"
        raise ExchangeError(message, path=path, line=line) from None


def guarded(text: str) -> str:
    """Return the text of a cell so that no spreadsheet takes it for a formula.

    >>> guarded("=1+1"), guarded("visa")
    ("'=1+1", 'visa')
    """
    return f"'{text}" if _FORMULA.match(text) else text


def unguarded(text: str) -> str:
    """Take away what ``guarded`` added.

    >>> unguarded(guarded("'=1+1")), unguarded("=1+1")
    ("'=1+1", '=1+1')
    """
    return text[1:] if text.startswith("'") and _FORMULA.match(text) else text
