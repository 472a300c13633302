"""Writing results: a file is written as a whole or not at all."""

from __future__ import annotations

import os
import stat
import sys
from contextlib import ExitStack, contextmanager, suppress
from errno import EINVAL
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

STDOUT = "-"
"""The name that stands for standard output."""


def encoded(text: str) -> bytes:
    r"""Return text as UTF-8, with escapes for half characters.

    The name of a file may hold bytes that are not UTF-8. Python has them as lone
    surrogates; they are written as Python and JSON write them.

    >>> encoded("\udcff – é").decode()
    '\\udcff – é'
    """
    return text.encode("utf-8", "backslashreplace")


def write(output: str | Path | None, data: bytes) -> None:
    """Write a result to a file, or to stdout.

    Args:
        output: the file; ``-`` or ``None`` is stdout.
        data: the whole result.

    Raises:
        OSError: the file cannot be written; it is then what it was before.
    """
    write_chunks(output, (data,))


def write_chunks(output: str | Path | None, chunks: Iterable[bytes]) -> None:
    """Write a result that is too large for memory, as ``write`` does.

    Args:
        output: the file; ``-`` or ``None`` is stdout.
        chunks: the result, piece by piece. If they raise an error, the file stays as
            it was.

    Raises:
        OSError: the file cannot be written; it is then what it was before.
    """
    if output is None or str(output) == STDOUT:
        for chunk in chunks:
            sys.stdout.buffer.write(chunk)
            sys.stdout.buffer.flush()
    else:
        _replace(Path(output), chunks)


def write_all(files: Sequence[tuple[str | Path, bytes]]) -> None:
    """Write several results as ``write`` does, all of them or none.

    All bytes lie on the disk before the first file is replaced. The first one is
    replaced last: by it programs open the others.

    Raises:
        OSError: a file cannot be written; all are then what they were before.
    """
    if len(files) == 1:
        write(*files[0])
        return
    with ExitStack() as stack:
        ready = []
        for name, data in files:
            target = Path(name).resolve()
            mode = _writable(target, Path(name))
            if mode is not None and not stat.S_ISREG(mode):
                raise OSError(EINVAL, "not a file that can be replaced", str(name))
            temporary = stack.enter_context(_temporary(target.parent, Path(name)))
            _fill(temporary, (data,), mode)
            ready.append((temporary, target))
        for temporary, target in reversed(ready):
            temporary.replace(target)
    for folder in {target.parent for _, target in ready}:
        _sync_folder(folder)


def write_file(path: Path, data: bytes, *, lasting: bool = True) -> None:
    """Write a file so that at any moment it has either its old or its new content.

    The bytes go to a temporary file in the same folder, which then replaces the old
    one. Permissions and a symbolic link stay; a device or a pipe is written to
    directly.

    Args:
        path: the file.
        data: its new content.
        lasting: wait until it lies on the disk; otherwise it may be lost, in whole or
            in part, where the power fails.

    Raises:
        OSError: the path is a folder, its folder is missing, or it is write-protected.
    """
    _replace(path, (data,), lasting=lasting)


def _replace(path: Path, chunks: Iterable[bytes], *, lasting: bool = True) -> None:
    target = path.resolve()
    mode = _writable(target, path)
    if mode is not None and not stat.S_ISREG(mode):
        with target.open("wb") as stream:  # a folder is refused by the system itself
            stream.writelines(chunks)
        return
    with _temporary(target.parent, path) as temporary:
        _fill(temporary, chunks, mode, lasting=lasting)
        temporary.replace(target)
    if lasting:
        _sync_folder(target.parent)


def _writable(target: Path, path: Path) -> int | None:
    """Return the mode of a file; ``None`` if there is none yet.

    Raises:
        OSError: the file is there, and may not be written.
    """
    try:
        mode = target.stat().st_mode
    except FileNotFoundError:
        return None
    if stat.S_ISREG(mode) and not os.access(target, os.W_OK):
        raise PermissionError(13, os.strerror(13), str(path))
    return mode


@contextmanager
def _temporary(folder: Path, path: Path) -> Iterator[Path]:
    # Short: the name of the target may already have the maximum length.
    temporary = folder / f".{os.urandom(8).hex()}.tmp"
    try:
        yield temporary
    except OSError as error:
        # The user knows the file by the name that was given.
        raise OSError(error.errno, error.strerror, str(path)) from None
    finally:
        with suppress(OSError):
            temporary.unlink()


def _fill(
    temporary: Path,
    chunks: Iterable[bytes],
    mode: int | None,
    *,
    lasting: bool = True,
) -> None:
    with temporary.open("xb") as stream:
        stream.writelines(chunks)
        stream.flush()
        if lasting:
            os.fsync(stream.fileno())
    if mode is not None:
        temporary.chmod(stat.S_IMODE(mode))


def _sync_folder(folder: Path) -> None:
    # Keeps the new name after a power cut. Systems that cannot open folders do so
    # by themselves.
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
