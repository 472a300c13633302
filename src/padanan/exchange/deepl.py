"""DeepL's glossary as TSV: source and target, no heading.

The rules are those of DeepL's API: no source twice, nothing empty, no control
characters, no spaces at the ends, terms of at most 1,024 bytes in UTF-8.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from padanan.exchange.formats import Dump
from padanan.exchange.machine import CONDITIONS, chosen
from padanan.files.text import encode

if TYPE_CHECKING:
    from padanan.exchange.formats import Options
    from padanan.model import Glossary

LOSES = (
    "all equivalents of a term but the first",
    *CONDITIONS,
    "terms of more than 1,024 bytes",
)

MAX_BYTES = 1024
SERVICE = "DeepL"


def dumps(glossary: Glossary, options: Options) -> Dump:
    """Return a line for each source term; with ``reverse`` the English is the source.

    Raises:
        ExchangeError: a text has half of a character.
    """
    kept, dropped = chosen(glossary, options, SERVICE, MAX_BYTES)
    text = "".join(f"{pair.source}\t{pair.target}\n" for pair in kept)
    return Dump((("", encode(text)),), dropped)
