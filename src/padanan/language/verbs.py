"""Whether an English word that may be noun or verb is a verb where it is."""

from __future__ import annotations

import re

_BEFORE = re.compile(r"([^\W\d_]+)[^\w.;:!?()]+(?:([^\W\d_]+)[^\w.;:!?()]+)?\Z")
_REACH = 40
"""Number of code points before a word that are looked at."""

_HELPERS = frozenset(
    {"can", "cannot", "could", "did", "do", "does", "let", "may", "might", "must",
     "not", "ought", "shall", "should", "will", "would"}
    | {"he", "i", "it", "she", "they", "we", "who", "you"}
)  # fmt: skip
_TO_OF_NOUNS = frozenset({
    "access", "alternative", "alternatives", "back", "came", "closed", "come", "comes",
    "commit", "commits", "commitment", "committed", "committing", "contribute",
    "contributed", "dedicated", "devoted", "door", "key", "lead", "leading", "leads",
    "led", "obstacle", "obstacles", "open", "openness", "opposed", "opposition",
    "path", "regard", "resort", "resorted", "respect", "return", "returned",
    "returning", "road", "route", "thanks", "turn", "turned", "way",
})  # fmt: skip
"""Words after which *to* is a preposition: *committed to dialogue*."""


def is_verb(text: str, span: tuple[int, int]) -> bool:
    """Tell whether a word is surely a verb: by its form, or by the word before it.

    Args:
        text: English.
        span: half-open offsets of the word (code points).

    >>> [is_verb(text, (len(text) - 8, len(text))) for text in (
    ...     "they dialogue", "will not dialogue", "agreed to dialogue",
    ...     "committed to dialogue", "their dialogue", "open dialogue")]
    [True, True, True, False, False, False]
    """
    start, end = span
    if text[start:end].lower().endswith(("ed", "ing")):
        return True
    before = _BEFORE.search(text[max(0, start - _REACH) : start])
    if before is None:
        return False
    last, earlier = (before[2], before[1]) if before[2] else (before[1], "")
    if last.lower() == "to":
        return earlier.lower() not in _TO_OF_NOUNS
    return last.lower() in _HELPERS
