"""Amazon Translate's custom terminology as CSV, for one direction.

The first row has the codes of the languages, the source first. A term has at most
200 bytes in UTF-8 (quotas of Amazon Translate) and one target.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from padanan.exchange.formats import Dump
from padanan.exchange.machine import CONDITIONS, chosen
from padanan.files.text import encode, write_rows
from padanan.model import SOURCE_LANGUAGE, TARGET_LANGUAGE

if TYPE_CHECKING:
    from padanan.exchange.formats import Options
    from padanan.model import Glossary

LOSES = (
    "all equivalents of a term but the first",
    *CONDITIONS,
    "terms of more than 200 bytes",
)

MAX_BYTES = 200
SERVICE = "Amazon Translate"


def dumps(glossary: Glossary, options: Options) -> Dump:
    """Return a row for each source term; with ``reverse`` the English is the source.

    Raises:
        ExchangeError: a text has half of a character.
    """
    kept, dropped = chosen(glossary, options, SERVICE, MAX_BYTES)
    codes = (SOURCE_LANGUAGE, TARGET_LANGUAGE)
    heading = codes[::-1] if options.reverse else codes
    rows = (heading, *((pair.source, pair.target) for pair in kept))
    return Dump((("", encode(write_rows(rows, ","))),), dropped)
