"""Files in: never more of them in memory than anybody can have meant."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from padanan.errors import PadananError

if TYPE_CHECKING:
    from typing import BinaryIO

STDIN = "-"
MAX_BYTES = 512 * 1024 * 1024
"""Larger files are refused; the formats have smaller limits of their own."""


def read_file(path: str | Path) -> bytes:
    """Return the bytes of a file.

    Raises:
        PadananError: it is too large, or a device that never ends.
        OSError: it cannot be read.

    >>> read_file("/dev/null")
    b''
    """
    with Path(path).open("rb") as stream:
        return _bounded(stream, str(path))


def read_input(name: str) -> bytes:
    """Return the bytes of a file, or of standard input for ``-``.

    Raises:
        PadananError: there are too many of them.
        OSError: the file cannot be read.
    """
    return _bounded(sys.stdin.buffer, name) if name == STDIN else read_file(name)


def _bounded(stream: BinaryIO, name: str) -> bytes:
    if _size(stream) > MAX_BYTES:
        raise _too_large(name)
    data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise _too_large(name)
    return data


def _size(stream: BinaryIO) -> int:
    """Return what a file says of its size; 0 for pipes and devices."""
    if not stream.seekable():
        return 0
    here, end = stream.tell(), stream.seek(0, 2)
    stream.seek(here)
    return end


def _too_large(name: str) -> PadananError:
    return PadananError(
        f"larger than {MAX_BYTES // 1024 // 1024} MiB — split it", path=name
    )
