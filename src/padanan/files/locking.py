"""A file that one process at a time may read and write anew."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Wait until no other process has a file locked, and lock it for the block.

    The lock is on a hidden file beside it, since the file itself is replaced when it is
    written. The system frees it when a process ends, however it ends.

    Args:
        path: the file, which need not exist; its folder must.

    Raises:
        OSError: the folder cannot be written to.
    """
    with path.with_name(f".{path.name}.lock").open("ab") as beside:
        _lock(beside.fileno())
        yield


def _lock(number: int) -> None:
    # Closing the file frees the lock.
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(number, msvcrt.LK_LOCK, 1)
    else:
        import fcntl

        fcntl.flock(number, fcntl.LOCK_EX)
