"""What is read is bounded, whatever lies there."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from padanan.errors import PadananError
from padanan.files import limits
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
    monkeypatch.setattr(limits, "FILE", 1000)
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


def test_a_named_pipe_is_bounded(tmp_path: Path) -> None:
    """A pipe that a program fills without end is read up to the limit."""
    path = tmp_path / "pipe"
    os.mkfifo(path)
    script = f"f = open({str(path)!r}, 'wb')\nwhile True: f.write(b'x' * 1000)"
    writer = subprocess.Popen((sys.executable, "-c", script), stderr=subprocess.DEVNULL)
    try:
        with pytest.raises(PadananError, match=r"pipe: larger than 5,000 bytes"):
            files.read_file(path, 5000)
    finally:
        writer.kill()
        writer.wait()


def test_memory_is_taken_for_what_is_there() -> None:
    """A short pipe is not read with room for the longest."""
    asked: list[int] = []

    class Stream(io.BytesIO):
        def seekable(self) -> bool:
            return False

        def read(self, size: int | None = -1, /) -> bytes:
            asked.append(size or 0)
            return super().read(size)

    assert files.read_stream(Stream(b"isi" * 9), "-") == b"isi" * 9
    assert max(asked) <= limits.PIECE


@given(data=st.binary(max_size=50), limit=st.integers(0, 60))
def test_at_the_limit_and_over_it(data: bytes, limit: int) -> None:
    """Bytes up to the limit are read, those over it are refused."""
    stream = io.BytesIO(data)
    if len(data) <= limit:
        assert files.read_stream(stream, "a", limit) == data
    else:
        with pytest.raises(PadananError, match="larger than"):
            files.read_stream(stream, "a", limit)


def test_closed_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where standard input is closed, that is said in one line."""
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(PadananError, match="standard input is closed — name a file"):
        files.read_input("-")


def test_the_data_folder_of_a_user_without_a_home(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Where nobody knows the home of a user, that is said, and what to do."""
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("XDG_DATA_HOME", "~no-such-user/data")
    with pytest.raises(PadananError, match="set HOME or XDG_DATA_HOME"):
        files.data_folder()
