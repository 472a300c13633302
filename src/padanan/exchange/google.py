"""Google Cloud Translation's glossary as CSV: equivalent term sets.

The heading names the languages by their codes; ``pos`` and ``description`` are the
two further columns that Google knows. Terms must be shorter than 1,024 bytes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from padanan.exchange.formats import Dump
from padanan.exchange.machine import CONDITIONS, chosen
from padanan.files.text import encode, write_rows
from padanan.model import SOURCE_LANGUAGE, TARGET_LANGUAGE

if TYPE_CHECKING:
    from padanan.exchange.formats import Options
    from padanan.exchange.pairs import Pair
    from padanan.model import Glossary

LOSES = (
    "all equivalents of a term but the first",
    *CONDITIONS[:2],
    "notes, examples, sources, discussion, recognition, sense",
    "terms of 1,024 bytes and more",
)

MAX_BYTES = 1023
SERVICE = "Google"


def dumps(glossary: Glossary, options: Options) -> Dump:
    """Return a row for each source term; with ``reverse`` the English comes first.

    Raises:
        ExchangeError: a text has half of a character.
    """
    kept, dropped = chosen(glossary, options, SERVICE, MAX_BYTES)
    codes = (SOURCE_LANGUAGE, TARGET_LANGUAGE)
    heading = (*(codes[::-1] if options.reverse else codes), "pos", "description")
    text = write_rows((heading, *map(_row, kept)), ",")
    return Dump((("", encode(text)),), dropped)


def _row(pair: Pair) -> tuple[str, ...]:
    pos = pair.concept.pos.value if pair.concept.pos else ""
    return pair.source, pair.target, pos, " ".join(pair.concept.definition.split())
