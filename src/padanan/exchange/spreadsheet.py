"""The glossary as a spreadsheet: all fields, one row per concept, to be edited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from padanan.errors import ExchangeError
from padanan.exchange import concept_rows
from padanan.exchange.concept_rows import COLUMNS
from padanan.exchange.formats import Dump
from padanan.files.headings import USUAL
from padanan.files.xlsx import Layout, read_sheet, write_sheet
from padanan.glossary import concepts
from padanan.model import Level, Match, PartOfSpeech

if TYPE_CHECKING:
    from padanan.exchange.formats import FormatOptions
    from padanan.files.headings import TableOptions
    from padanan.model import Glossary

_WIDTHS = {
    "definition": 50,
    "note": 50,
    "example": 60,
    "match": 9,
    "level": 9,
    "fuzzy": 9,
}
_CHOICES = {
    "pos": tuple(PartOfSpeech),
    "match": tuple(Match),
    "level": (Level.BASIC.value,),
    "replaces": (concepts.YES,),
    "fuzzy": (concept_rows.FUZZY,),
}

LAYOUT = Layout(
    "Glossary",
    tuple(_WIDTHS.get(column, 26) for column in COLUMNS),
    freeze="B2",
    choices=tuple(
        (COLUMNS.index(column) + 1, values) for column, values in _CHOICES.items()
    ),
)


def dumps(glossary: Glossary, options: FormatOptions) -> Dump:
    """Return the glossary as a workbook of one sheet.

    Raises:
        ExchangeError: a concept cannot be written so that it is read back the same.
        MissingExtraError: openpyxl is not installed.
    """
    rows = tuple(concept_rows.rows(glossary))
    # openpyxl takes “x005F_” out wherever it reads it.
    changed = next((cell for row in rows for cell in row if "x005F_" in cell), None)
    if changed is not None:
        message = f"“x005F_” in “{changed[:40]}” means an underscore there — remove it"
        raise ExchangeError(message)
    return Dump((("", write_sheet(rows, LAYOUT)),))


def loads(data: bytes, path: str, options: TableOptions = USUAL) -> Glossary:
    """Return the glossary of a sheet of a workbook, of the first one by default.

    Raises:
        ExchangeError: it is not a workbook or no such table, with the row.
        MissingExtraError: openpyxl is not installed.
    """
    rows = read_sheet(data, path, sheet=options.sheet)
    return concept_rows.glossary_of(rows, path, options)
