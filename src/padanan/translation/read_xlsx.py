"""Translation units of a spreadsheet: the first sheet, two columns."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

from padanan.errors import DocumentError, MissingExtraError
from padanan.files.office import unpack
from padanan.translation import columns

if TYPE_CHECKING:
    from collections.abc import Iterator

    from padanan.translation.units import Unit

# ECMA-376, ST_Xstring: an underscore that would begin the code of a character.
_ESCAPED = re.compile(r"_x005F_(?=x[0-9A-Fa-f]{4}_)")


def read(data: bytes, path: str) -> tuple[Unit, ...]:
    """Return the rows of the first sheet; see ``columns.units``.

    Raises:
        DocumentError: it is no spreadsheet, or has fewer than two columns.
        ExchangeError: it is damaged.
        MissingExtraError: openpyxl is not installed.
    """
    return columns.units(_rows(data, path), path)


def _rows(data: bytes, path: str) -> Iterator[tuple[int, tuple[str, ...]]]:
    try:
        from openpyxl import load_workbook
    except ImportError:
        problem = "spreadsheets need an extra — pip install 'padanan[office]'"
        raise MissingExtraError(problem, path=path) from None
    unpack(data, path)
    try:
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        sheet = book.worksheets[0]
        rows = list(sheet.iter_rows(values_only=True))
    except Exception as error:
        # openpyxl raises whatever it meets.
        raise _broken(path) from error
    for number, row in enumerate(rows, 1):
        yield number, tuple(map(_text, row))


def _text(value: object) -> str:
    return "" if value is None else _ESCAPED.sub("_", str(value))


def _broken(path: str) -> DocumentError:
    return DocumentError("not a spreadsheet — save it as .xlsx again", path=path)
