"""What is read is bounded, whatever lies there."""

from __future__ import annotations

import io
import os
import sys
from typing import TYPE_CHECKING

import pytest

from padanan.errors import PadananError
from padanan.files import local as files

if TYPE_CHECKING:
    from pathlib import Path


def test_a_file_and_stdin(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name stands for the file's bytes, a dash for those of standard input."""
    path = tmp_path / "-"
    path.write_bytes(b"\r\nisi")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"\r\nmasuk")))
    assert files.read_input(str(path)) == files.read_file(path) == b"\r\nisi"
    assert files.read_input("-") == b"\r\nmasuk"


def test_a_huge_file_is_refused_unread(tmp_path: Path) -> None:
    """A file of a terabyte costs no memory."""
    path = tmp_path / "huge.txt"
    with path.open("wb") as stream:
        stream.truncate(2**40)
    with pytest.raises(PadananError, match=r"huge\.txt: larger than 512 MiB"):
        files.read_file(path)


def test_a_device_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    """A device that never ends is read up to the limit."""
    monkeypatch.setattr(files, "MAX_BYTES", 1000)
    with pytest.raises(PadananError, match="larger than"):
        files.read_file("/dev/zero")


def test_a_pipe(monkeypatch: pytest.MonkeyPatch) -> None:
    """A pipe has no size: it is read to its end."""
    reading, writing = os.pipe()
    os.write(writing, b"isi")
    os.close(writing)
    with os.fdopen(reading, "r") as stream:
        monkeypatch.setattr(sys, "stdin", stream)
        assert files.read_input("-") == b"isi"
