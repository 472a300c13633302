"""Bytes from files and from standard input, never more than a limit allows."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from padanan.errors import PadananError
from padanan.files import limits

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import IO, BinaryIO

STDIN = "-"
"""The name that stands for standard input."""


def read_file(path: str | Path, limit: int | None = None) -> bytes:
    """Return the bytes of a file.

    Args:
        path: a file, a pipe or a device; a pipe is read until its writer closes it.
        limit: maximum number of bytes; ``limits.FILE`` where it is ``None``.

    Raises:
        PadananError: there are more bytes than the limit.
        OSError: the file cannot be read.

    >>> read_file("/dev/null")
    b''
    """
    with Path(path).open("rb") as stream:
        return _read(stream, str(path), limit, _size(stream))


def read_input(name: str, limit: int | None = None) -> bytes:
    """Return the bytes of a file, or of standard input for ``-``.

    Raises:
        PadananError: there are more bytes than the limit, or standard input is
            closed.
        OSError: the file cannot be read.
    """
    if name != STDIN:
        return read_file(name, limit)
    stream = standard_input()
    return _read(stream, name, limit, _size(stream))


def standard_input() -> BinaryIO:
    """Return standard input as bytes.

    Raises:
        PadananError: it is closed.
    """
    if sys.stdin is None:
        raise PadananError("standard input is closed — name a file", path=STDIN)
    return sys.stdin.buffer


def read_stream(stream: IO[bytes], name: str, limit: int | None = None) -> bytes:
    """Return all bytes of a stream, which may come out of a compressed file.

    Args:
        stream: what is read, from where it is.
        name: what messages call it.
        limit: maximum number of bytes; ``limits.FILE`` where it is ``None``.

    Raises:
        PadananError: there are more bytes than the limit.
        OSError: the stream cannot be read.
    """
    return _read(stream, name, limit, 0)


def _read(stream: IO[bytes], name: str, limit: int | None, size: int) -> bytes:
    """Return all bytes of a stream.

    Nothing is read where the size, as far as it is known, is over the limit.
    """
    most = limits.FILE if limit is None else limit
    data = b"" if size > most else b"".join(_pieces(stream, size + 1, most + 1))
    if max(size, len(data)) > most:
        raise PadananError(limits.too_large(most), path=name)
    return data


def _pieces(stream: IO[bytes], first: int, most: int) -> Iterator[bytes]:
    """Yield what a stream holds, up to a number of bytes.

    Memory is taken for what is there, not for what the limit allows.
    """
    size = max(first, limits.PIECE)
    while most > 0 and (piece := stream.read(min(size, most))):
        yield piece
        most -= len(piece)
        size = limits.PIECE


def _size(stream: BinaryIO) -> int:
    """Return how many bytes follow, as far as a file says; 0 for pipes and devices."""
    if not stream.seekable():
        return 0
    here = stream.tell()
    end = stream.seek(0, 2)
    stream.seek(here)
    return end - here


def data_folder() -> Path:
    """Return the folder of what the user makes, as the system's conventions have it.

    Raises:
        PadananError: the user has no home.
    """
    if sys.platform == "win32":
        base = os.environ.get("APPDATA") or "~/AppData/Roaming"
    else:
        base = os.environ.get("XDG_DATA_HOME") or "~/.local/share"
    try:
        return Path(base).expanduser() / "padanan"
    except RuntimeError:
        problem = "your home folder is not known — set HOME or XDG_DATA_HOME"
        raise PadananError(problem) from None
