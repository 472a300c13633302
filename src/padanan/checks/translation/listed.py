"""English terms of the glossary in a text, whatever stands in its source."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from padanan.matching.engine import Engine

_WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*")
_WORDS = 6
"""Maximum number of words of a term that is looked up."""


def listed_terms(engine: Engine, text: str) -> Iterator[tuple[int, int]]:
    """Yield the places of English terms of several words, as half-open offsets.

    Single words are left out: they are everyday words too.
    """
    words = [match.span() for match in _WORD.finditer(text)]
    listed = engine.english()
    for at, (start, _) in enumerate(words):
        for _, end in words[at + 1 : at + _WORDS]:
            term = text[start:end].lower()
            if term in listed or term.removesuffix("s") in listed:
                yield start, end
