"""One writer at a time: what is read, changed and written back is locked meanwhile."""

from __future__ import annotations

import os
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Keep other processes that ask for the same from changing a file.

    The lock is on the folder of the file, since the file itself is replaced when it is
    written; it ends with the process. Systems without such locks (Windows, some
    network drives) go on without one.

    Args:
        path: the file, which need not be there; a symbolic link is followed.

    >>> from pathlib import Path
    >>> with locked(Path("law.po")):
    ...     pass
    """
    descriptor = _lock(path.resolve().parent)
    try:
        yield
    finally:
        if descriptor is not None:
            os.close(descriptor)


def _lock(folder: Path) -> int | None:
    """Wait for the lock of a folder; return what holds it, ``None`` where none does."""
    descriptor = None
    with suppress(ImportError, OSError):
        import fcntl

        descriptor = os.open(folder, os.O_RDONLY)
        fcntl.flock(descriptor, fcntl.LOCK_EX)
    return descriptor
