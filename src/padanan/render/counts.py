"""Numbers of things, as one says them."""

from __future__ import annotations


def counted(number: int, thing: str) -> str:
    """Return a number with the name of what is counted, one or several.

    >>> counted(1, "unit"), counted(0, "unit"), counted(1998, "document")
    ('1 unit', '0 units', '1,998 documents')
    """
    return f"{number:,} {thing}{'' if number == 1 else 's'}"
