"""One writer at a time: what is read, changed and written back is locked meanwhile."""

from __future__ import annotations

import os
import sys
from contextlib import ExitStack, contextmanager, suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LOCKS_FOLDERS = sys.platform != "win32"
"""Whether the system can lock a folder."""

LOCK = ".padanan.lock"
"""The file in a folder that is locked where folders cannot be, as on Windows."""

OFTEN = 0.01
"""Seconds between two looks at whether that file is free."""


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Keep other processes that ask for the same from changing a file.

    The lock is on the folder of the file, since the file itself is replaced when it is
    written; it ends with the process. Windows has no locks on folders: there it is on a
    hidden file in the folder. Network drives without locks continue without one.

    Args:
        path: the file, which need not be there; a symbolic link is followed.

    >>> from pathlib import Path
    >>> with locked(Path("law.po")):
    ...     pass
    """
    folder = path.resolve().parent
    with ExitStack() as held:
        with suppress(OSError):
            _lock(folder, held)
        yield


def _lock(folder: Path, held: ExitStack) -> None:
    """Wait for the lock of a folder.

    Raises:
        OSError: there is no such folder, or it has no locks.
    """
    if LOCKS_FOLDERS:
        _lock_folder(folder, held)
    elif folder.is_dir():
        from filelock import FileLock

        held.enter_context(FileLock(folder / LOCK, poll_interval=OFTEN))


def _lock_folder(folder: Path, held: ExitStack) -> None:
    import fcntl

    descriptor = os.open(folder, os.O_RDONLY)
    held.callback(os.close, descriptor)
    fcntl.flock(descriptor, fcntl.LOCK_EX)
