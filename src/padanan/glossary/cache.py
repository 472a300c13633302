"""Bytes that take long to make, kept between runs in the user's cache folder.

A cache can only save time. What is missing or damaged is made again, and a folder that
cannot be written to is no error.
"""

from __future__ import annotations

import json
import os
import stat
import sys
import time
import zlib
from contextlib import suppress
from errno import EINVAL
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import BinaryIO, TypeAlias

    Kept: TypeAlias = bytes | mmap

ENVIRONMENT = "PADANAN_CACHE"
"""Environment variable that names another cache folder."""

INDEX = "index.json"
"""File of the folder that has names of what was made of files, by their signatures."""

MOST = 256 * 1024 * 1024
"""Maximum number of bytes of a compiled form; that of the shipped glossary has two
million."""

MOST_INDEX = 1024 * 1024
"""Maximum number of bytes of the index."""

FRESH = 2_000_000_000
"""Nanoseconds within which a file may change again without a new time of change: some
systems keep that time no finer."""

_KEPT = 8
_DIGEST = 4


def folder() -> Path:
    """Return the folder of the cache, as the system's conventions have it.

    Raises:
        RuntimeError: the user has no home.
    """
    if named := os.environ.get(ENVIRONMENT):
        return Path(named)
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or "~/AppData/Local"
    else:
        base = os.environ.get("XDG_CACHE_HOME") or "~/.cache"
    return Path(base).expanduser() / "padanan"


def found_folder() -> Path | None:
    """Return the folder of the cache; ``None`` if nobody knows where home is.

    A user without a home, as containers have them, goes without a cache.
    """
    with suppress(RuntimeError):
        return folder()
    return None


def key(parts: Iterable[bytes]) -> str:
    """Return a name for what is made of these parts, in this order.

    >>> key([b"a", b"b"]) == key([b"ab"])
    False
    """
    # Slow to import, and not needed where the index answers.
    import hashlib

    digest = hashlib.sha256()
    for part in parts:
        digest.update(len(part).to_bytes(8, "big") + part)
    return digest.hexdigest()[:40]


def signature(about: str, paths: Iterable[str | Path]) -> str | None:
    """Return a text that differs for files that differ, without reading them.

    Args:
        about: what else counts.
        paths: the files.

    Returns:
        The names, sizes and times of the files; ``None`` if one is missing, or so fresh
        that it may change again and look the same.
    """
    parts = [about]
    for path in paths:
        try:
            found = os.stat(path)  # noqa: PTH116 -- ninety of them for every command
        except OSError:
            return None
        state = _state(found)
        if not state:
            return None
        parts.append(f"{_absolute(path)} {state}")
    return "\n".join(parts)


def _state(found: os.stat_result) -> str:
    """Return what differs for a file that has changed, empty for a fresh one."""
    changed = found.st_mtime_ns, found.st_ctime_ns
    if max(changed) > time.time_ns() - FRESH:
        return ""
    return f"{found.st_size} {found.st_ino} {changed}"


def _absolute(path: str | Path) -> str:
    # Most are absolute, and finding that out is ten times as quick.
    text = os.fspath(path)
    return text if os.path.isabs(text) else os.path.abspath(text)  # noqa: PTH100, PTH117


def recall(mark: str | None, place: Path | None) -> Kept | None:
    """Return what was made of files, ``None`` if that is not known.

    A file is checked byte by byte where the index does not know it as it is; after that
    it is mapped into memory, and only what is looked at is read.

    Args:
        mark: their ``signature``.
        place: the folder of the cache; ``None`` for no cache.
    """
    if not mark or not place:
        return None
    name, checked = _index(place).get(mark, ("", ""))
    if not name:
        return None
    path = place / f"{name}.cache"
    with suppress(OSError, ValueError), _opened(path, MOST) as file:
        state = _state(os.fstat(file.fileno()))
        if state and state == checked:
            return _mapped(file)
        data = _checked(file)
        if data is not None and state:
            _note(mark, (name, state), place)
        return data
    return None


def remember(mark: str | None, name: str, place: Path | None) -> None:
    """Write to the index under which name the bytes made of files are kept.

    Args:
        mark: their ``signature``, taken before they were read.
        name: the ``key`` of what was read.
        place: the folder of the cache; ``None`` for no cache.
    """
    if mark and place:
        _note(mark, (name, ""), place)


def _note(mark: str, entry: tuple[str, str], place: Path) -> None:
    newest = dict([*_index(place).items(), (mark, entry)][-_KEPT:])
    with suppress(OSError):
        _replace(place / INDEX, json.dumps(newest).encode())


def _index(place: Path) -> dict[str, tuple[str, str]]:
    """Return for each mark the name of a file, and how it was when it was checked."""
    with (
        suppress(OSError, ValueError, RecursionError),
        _opened(place / INDEX, MOST_INDEX) as file,
    ):
        found = json.loads(file.read())
        if isinstance(found, dict):
            return {mark: (e[0], e[1]) for mark, e in found.items() if _is_entry(e)}
    return {}


def _is_entry(found: object) -> bool:
    return (
        isinstance(found, list)
        and len(found) == 2
        and all(isinstance(one, str) for one in found)
        and found[0].isalnum()
    )


def fetch(name: str, make: Callable[[], bytes], place: Path | None) -> bytes:
    """Return the bytes of that name, from the cache or newly made.

    Args:
        name: a ``key`` of everything that the bytes depend on.
        make: makes them.
        place: the folder of the cache; ``None`` for no cache.
    """
    if place is None:
        return make()
    path = place / f"{name}.cache"
    data = None
    with suppress(OSError), _opened(path, MOST) as file:
        data = _checked(file)
    if data is None:
        data = make()
        # An unwritable home or a full disk must not stop the command.
        with suppress(OSError):
            _write(path, data)
    return data


def _opened(path: Path, most: int) -> BinaryIO:
    """Open a file, which others may have put there.

    Args:
        path: the file.
        most: maximum number of bytes.

    Raises:
        OSError: it is not a file, such as a pipe that would never end, or too large.
    """
    found = path.stat()
    if not stat.S_ISREG(found.st_mode) or found.st_size > most:
        raise OSError(EINVAL, "not a file of the cache")
    return path.open("rb", buffering=0)


def _mapped(file: BinaryIO) -> Kept:
    """Return what was kept, without reading it.

    Raises:
        OSError: it cannot be mapped.
        ValueError: there is nothing.
    """
    size = os.fstat(file.fileno()).st_size
    return mmap(file.fileno(), size - _DIGEST, access=ACCESS_READ)


def _checked(file: BinaryIO) -> bytes | None:
    """Return what was kept, ``None`` if it is damaged.

    Raises:
        OSError: it cannot be read.
    """
    size = os.fstat(file.fileno()).st_size - _DIGEST
    if size < 0:
        return None
    # Cutting the digest off afterwards would copy millions.
    data, digest = file.read(size), file.read()
    return data if checksum(data) == digest else None


def checksum(data: bytes) -> bytes:
    """Return the checksum with which a file of the cache ends."""
    return zlib.crc32(data).to_bytes(_DIGEST, "big")


def _write(path: Path, data: bytes) -> None:
    _replace(path, data, checksum(data))
    _forget_old(path)


def _replace(path: Path, *parts: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_name(f".{os.urandom(8).hex()}.new")
    try:
        with new.open("wb") as file:
            file.writelines(parts)
            file.flush()
            # Nobody is to find the file in its place and its bytes lost.
            os.fsync(file.fileno())
        new.replace(path)
    finally:
        new.unlink(missing_ok=True)


def _forget_old(newest: Path, keep: int = _KEPT) -> None:
    """Delete all but the newest few, so that edits do not fill the disk."""
    kept = sorted(newest.parent.glob("*.cache"), key=_age, reverse=True)
    for path in kept[keep:]:
        path.unlink(missing_ok=True)


def _age(path: Path) -> float:
    with suppress(OSError):
        return path.stat().st_mtime
    return 0.0
