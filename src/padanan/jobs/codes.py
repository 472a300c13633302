"""Codes of checks, as one asks for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from padanan.errors import DocumentError

if TYPE_CHECKING:
    from collections.abc import Iterable


def check_codes(wanted: Iterable[str], known: Iterable[str]) -> tuple[str, ...]:
    """Return codes or their beginnings in capitals, each of which there is.

    Raises:
        DocumentError: no code begins so.

    >>> check_codes(["t1", " T203"], ["T101", "T203"])
    ('T1', 'T203')
    """
    codes = tuple(code.strip().upper() for code in wanted)
    there = tuple(known)
    for code in codes:
        if not any(one.startswith(code) for one in there):
            listed = ", ".join(there)
            raise DocumentError(f"there is no check “{code}” — choose from {listed}")
    return codes
