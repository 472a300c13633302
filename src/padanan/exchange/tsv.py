"""Tab-separated values (RFC 4180 quoting): all fields, one row a concept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from padanan.exchange import delimited
from padanan.exchange.delimited import loads

if TYPE_CHECKING:
    from padanan.exchange.formats import Dump, Options
    from padanan.model import Glossary

__all__ = ["LOSES", "dumps", "loads"]

LOSES: tuple[str, ...] = ()


def dumps(glossary: Glossary, options: Options) -> Dump:
    """Return the glossary with tabs between the cells.

    Raises:
        ExchangeError: a concept cannot be written so that it is read back the same.
    """
    return delimited.dumps(glossary, options, "\t")
