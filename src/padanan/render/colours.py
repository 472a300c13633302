"""Colours of a terminal (ECMA-48, 8.3.117), put around text that is printable."""

from __future__ import annotations

RED, GREEN, YELLOW, CYAN = "31", "32", "33", "36"
BOLD = "1"


def painted(text: str, *styles: str) -> str:
    r"""Return a text in some styles.

    >>> painted("nota", BOLD, GREEN)
    '\x1b[1;32mnota\x1b[0m'
    """
    return f"\x1b[{';'.join(styles)}m{text}\x1b[0m"
