"""All fields as delimited text: what ``csv`` and ``tsv`` have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

from padanan.exchange import table
from padanan.exchange.formats import Dump
from padanan.files.text import decode, encode, guarded, read_rows, unguarded, write_rows

if TYPE_CHECKING:
    from padanan.exchange.formats import Options
    from padanan.model import Glossary

_SEPARATORS = ",;\t"


def dumps(glossary: Glossary, options: Options, delimiter: str) -> Dump:
    """Return the glossary as rows between delimiters; no cell begins a formula.

    Raises:
        ExchangeError: a concept cannot be written so that it is read back the same.
    """
    rows = (tuple(map(guarded, row)) for row in table.rows(glossary))
    data = encode(write_rows(rows, delimiter), bom=options.bom)
    return Dump((("", data),))


def loads(data: bytes, path: str) -> Glossary:
    """Return the glossary of delimited text.

    Commas, semicolons and tabs are recognised by the heading: spreadsheets write
    what the country of their user has.

    Raises:
        ExchangeError: it is no such table, with the line.
    """
    text = decode(data, path)
    heading = text.partition("\n")[0]
    delimiter = max(_SEPARATORS, key=heading.count)
    rows = read_rows(text, delimiter, path)
    cells = ((line, tuple(map(unguarded, row))) for line, row in rows)
    return table.glossary_of(cells, path)
