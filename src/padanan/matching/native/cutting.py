"""Words of a text. A trial of the build, which the compiled core replaces."""

from __future__ import annotations


def cut(text: str) -> list[tuple[int, int]]:
    """Return the half-open offsets of the words of a text.

    >>> cut("gencatan senjata, ")
    [(0, 8), (9, 16)]
    """
    found = []
    start = -1
    for at, sign in enumerate(text):
        if sign.isalnum():
            if start < 0:
                start = at
        elif start >= 0:
            found.append((start, at))
            start = -1
    if start >= 0:
        found.append((start, len(text)))
    return found
