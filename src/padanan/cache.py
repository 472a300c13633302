"""Bytes that are costly to make, kept between runs in the user's cache folder.

A cache can only save time: what is missing, damaged or cannot be written is made
again, and nothing is said.
"""

from __future__ import annotations

import hashlib
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

ENVIRONMENT = "PADANAN_CACHE"
"""Environment variable that names another cache folder."""

_DIGEST = 32


def folder() -> Path:
    """Return the folder of the cache, as the system's conventions have it."""
    if named := os.environ.get(ENVIRONMENT):
        return Path(named)
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or "~/AppData/Local"
    else:
        base = os.environ.get("XDG_CACHE_HOME") or "~/.cache"
    return Path(base).expanduser() / "padanan"


def key(parts: Iterable[bytes]) -> str:
    """Return a name for what is made of these parts, in this order.

    >>> key([b"a", b"b"]) == key([b"ab"])
    False
    """
    digest = hashlib.sha256()
    for part in parts:
        digest.update(len(part).to_bytes(8, "big") + part)
    return digest.hexdigest()[:40]


def fetch(name: str, make: Callable[[], bytes], place: Path | None) -> bytes:
    """Return the bytes of that name, from the cache or newly made.

    Args:
        name: a ``key`` of everything that the bytes depend on.
        make: makes them.
        place: the folder of the cache; ``None`` does without.
    """
    if place is None:
        return make()
    path = place / f"{name}.cache"
    data = _read(path)
    if data is None:
        data = make()
        # An unwritable home or a full disk must not stop a translator.
        with suppress(OSError):
            _write(path, data)
    return data


def _read(path: Path) -> bytes | None:
    """Return what was kept, ``None`` where it is missing or damaged."""
    try:
        kept = path.read_bytes()
    except OSError:
        return None
    digest, data = kept[:_DIGEST], kept[_DIGEST:]
    return data if hashlib.sha256(data).digest() == digest else None


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_name(f".{os.urandom(8).hex()}.new")
    try:
        new.write_bytes(hashlib.sha256(data).digest() + data)
        new.replace(path)
    finally:
        new.unlink(missing_ok=True)
    _forget_old(path)


def _forget_old(newest: Path, keep: int = 8) -> None:
    """Delete all but the newest few, so that edits do not fill the disk."""
    kept = sorted(newest.parent.glob("*.cache"), key=_age, reverse=True)
    for path in kept[keep:]:
        path.unlink(missing_ok=True)


def _age(path: Path) -> float:
    with suppress(OSError):
        return path.stat().st_mtime
    return 0.0
