"""What glossaries of machine translation services have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

from padanan.exchange.pairs import pairs
from padanan.exchange.rows import one_each, refusing, without

if TYPE_CHECKING:
    from padanan.exchange.formats import Options
    from padanan.exchange.pairs import Pair
    from padanan.model import Glossary

CONDITIONS = (
    "regions and conditions: the term is translated so wherever it stands",
    "which terms belong to one concept; look-up forms; deprecated terms",
    "everything that is not a term: definitions, notes, examples, sources …",
)
"""What none of them can carry."""


def chosen(
    glossary: Glossary, options: Options, service: str, max_bytes: int
) -> tuple[tuple[Pair, ...], tuple[str, ...]]:
    """Return one pair for each source that the service takes, and what was dropped.

    Args:
        glossary: what to write.
        options: in which direction.
        service: its name, for the lines about what was dropped.
        max_bytes: how long a term may be in UTF-8.
    """
    every = pairs(glossary, reverse=options.reverse)
    possible, refused = without(every, refusing(max_bytes))
    kept, second = one_each(possible, service)
    return kept, (*refused, *dict.fromkeys(second))
