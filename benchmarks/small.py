"""``--quick``: a benchmark on a small input, which shows that it still runs."""

from __future__ import annotations

import sys
from typing import TypeVar

T = TypeVar("T")

QUICK = "--quick" in sys.argv


def sized(usual: T, quick: T) -> T:
    """Return the usual size of an input, or the one for a quick run."""
    return quick if QUICK else usual


def status(missed: object) -> int:
    """Return the exit status: 1 where a target is missed.

    A quick run measures too little to miss anything.
    """
    return int(bool(missed) and not QUICK)
