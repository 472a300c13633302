"""Where sentences end, found fast and roughly: enough for the context of a term.

``segment`` cuts worksheets, which a person reads.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from padanan import lazy_re

# A full stop, question or exclamation mark, closing quotes, a space, and then a capital
# or a digit; or a line break, unless the next line continues in lower case.
_END = re.compile(
    r"[.!?…\n](?:"
    r"(?<!\n)[\"”’»)\]]*\s+(?=[\"“‘«(\[]*[A-ZÀ-ÖØ-Þ0-9])|(?<=\n)\s*(?![a-zß-ÿ]))"
)
# The stop of an initial (George W. Bush) or a title does not end a sentence.
SHORTENED = (
    "Dr", "dr", "No", "St", "st", "Prof", "Ir", "Hlm", "hlm", "Plt", "Pjs", "Plh",
)  # fmt: skip
"""Abbreviations after which a sentence mostly continues, without their stops."""
_SHORTENED = re.compile(rf"(?:^|[\s.(])(?:[A-Z]|{'|'.join(SHORTENED)})\Z")
_CAPITALS = tuple(map(chr, range(ord("A"), ord("Z") + 1)))
_USUAL_ENDS = frozenset(f". {capital}" for capital in _CAPITALS)
"""What tells the end of half of all sentences without a pattern."""
LAST_OF_SHORTENED = frozenset((*_CAPITALS, *(word[-1] for word in SHORTENED)))
"""The letters with which these and initials end."""
_STOPS = bytes.maketrans(b"!?\n", b"...")


def sentence_ends(text: str) -> tuple[int, ...]:
    r"""Return the offsets at which sentences begin, the first one's left out.

    >>> text = "Ia pulang. Menlu AS Condoleezza A. Rice tiba.\nPerundingan"
    >>> [text[a:] [:5] for a in sentence_ends(text)]
    ['Menlu', 'Perun']
    """
    found = []
    # Searching bytes is quick. In these bytes a stop stands for everything that ends a
    # sentence, and for characters outside Latin-1, among them the ellipsis.
    stops = text.encode("latin-1", "replace").translate(_STOPS)
    at = stops.find(b".")
    while at >= 0:
        if text[at : at + 3] in _USUAL_ENDS:
            behind = at + 2
        else:
            match = _END.match(text, at)
            behind = match.end() if match else 0
        if behind and not is_shortened(text, at):
            found.append(behind)
        at = stops.find(b".", behind or at + 1)
    return tuple(found)


def is_shortened(text: str, at: int) -> bool:
    """Whether the stop at an offset is one of an initial or of an abbreviation.

    The compiled core asks only behind single letters and these abbreviations.

    >>> is_shortened("George W. Bush", 8), is_shortened("Ia pulang. Lalu", 9)
    (True, False)
    """
    # Most stops follow a letter that no shortened word ends with.
    if text[at] != "." or text[at - 1 : at] not in LAST_OF_SHORTENED:
        return False
    return bool(_SHORTENED.search(text[max(0, at - 5) : at]))


def sentence_span(
    breaks: tuple[int, ...], start: int, end: int, length: int
) -> tuple[int, int]:
    """Return the half-open offsets of the sentence around a span.

    >>> sentence_span((10, 20), 12, 15, 30)
    (10, 20)
    """
    before = bisect_right(breaks, start)
    after = bisect_left(breaks, end)
    return (
        breaks[before - 1] if before else 0,
        breaks[after] if after < len(breaks) else length,
    )


_CLOSED = lazy_re.compile(r"[.!?…:;,][\"”’'»)\]]*\s*\Z")


def is_headline(text: str, start: int, end: int) -> bool:
    """Whether the line around a span is a headline: it ends without a stop.

    >>> is_headline("Rusia kecam AS", 6, 11)
    True
    >>> is_headline("Kami kutuk serangan itu.", 5, 10)
    False
    """
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    line = text[first : last if last >= 0 else len(text)]
    return len(line) <= HEADLINE and not _CLOSED.search(line)


HEADLINE = 200
"""Maximum number of characters in a headline."""
