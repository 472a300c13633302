"""The garbage collector, paused while a long text is read."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

LONG = 2_000
"""Number of characters from which a text is long."""
MANY = 50_000
"""Number of objects from which what was made in a pause is not looked through."""


@contextmanager
def paused(characters: int) -> Iterator[None]:
    """Pause the garbage collector while a long text is read.

    Reading makes millions of tuples and no cycles. The collector would look through
    all of them again and again, which costs a third of the time of a text of megabytes.
    Whether it was running is read at the beginning, so that it stays off for a program
    that has turned it off; of two threads the first to end turns it on again.

    Args:
        characters: of the text; the collector is left alone for a short one.

    >>> with paused(LONG):
    ...     gc.isenabled()
    False
    >>> gc.isenabled()
    True
    """
    if characters < LONG or not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        if gc.get_count()[0] > MANY:
            # So much stays only where words, spellings and conditions were met for the
            # first time.
            settle()
        gc.enable()


def settle() -> None:
    """Put all objects among the old ones, which the collector seldom looks through.

    What is learnt from texts is kept, so it belongs there at once. Nothing is done for
    a program that keeps objects from the collector itself.
    """
    if not gc.get_freeze_count():
        gc.freeze()
        gc.unfreeze()
