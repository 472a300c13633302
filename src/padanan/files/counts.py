"""Numbers of things, as one says them."""

from __future__ import annotations


def counted(number: int, thing: str, things: str = "") -> str:
    """Return a number with the name of what is counted, one or several.

    Args:
        number: how many there are.
        thing: the name of one.
        things: the name of several, where that has more than an *s*.

    >>> counted(1, "unit"), counted(0, "unit"), counted(1998, "document")
    ('1 unit', '0 units', '1,998 documents')
    >>> counted(2, "entry", "entries")
    '2 entries'
    """
    return f"{number:,} {thing if number == 1 else things or f'{thing}s'}"
