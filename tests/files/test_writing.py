"""Files are written whole or not at all."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import threading
from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from padanan.files import writing as output


def test_a_new_file(tmp_path: Path) -> None:
    """A new file holds the bytes, with the permissions of any new file."""
    path = tmp_path / "new.txt"
    output.write(path, b"isi")
    (tmp_path / "usual.txt").write_bytes(b"")
    assert path.read_bytes() == b"isi"
    assert path.stat().st_mode == (tmp_path / "usual.txt").stat().st_mode
    assert sorted(entry.name for entry in tmp_path.iterdir()) == [
        "new.txt",
        "usual.txt",
    ]


def test_an_old_file_keeps_its_permissions(tmp_path: Path) -> None:
    """A file that is replaced keeps who may read and run it."""
    path = tmp_path / "old.txt"
    path.write_bytes(b"old")
    path.chmod(0o750)
    output.write_file(path, b"new")
    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o750


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    """What a symbolic link points to is written, not the link."""
    path, link = tmp_path / "a.txt", tmp_path / "link.txt"
    path.write_bytes(b"old")
    link.symlink_to(path)
    output.write_file(link, b"new")
    assert link.is_symlink()
    assert path.read_bytes() == b"new"


def test_a_folder_is_refused(tmp_path: Path) -> None:
    """A folder is not overwritten."""
    with pytest.raises(IsADirectoryError):
        output.write_file(tmp_path, b"x")


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    """The error names the file as the user did, not the temporary one."""
    path = tmp_path / "none" / "a.txt"
    with pytest.raises(OSError, match="No such file") as caught:
        output.write_file(path, b"x")
    assert caught.value.filename == str(path)


def test_a_protected_file_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A write-protected file is not replaced, though its folder would allow that."""
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(PermissionError):
        output.write_file(path, b"new")
    assert path.read_bytes() == b"old"


def test_a_failure_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk costs nothing: the old file stays, the temporary one goes."""

    def fail(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    path = tmp_path / "a.txt"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OSError, match="No space left") as caught:
        output.write_file(path, b"new")
    assert caught.value.filename == str(path)
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.txt"]
    assert path.read_bytes() == b"old"


def test_the_longest_name(tmp_path: Path) -> None:
    """A name as long as the system allows can be written."""
    path = tmp_path / ("x" * 255)
    output.write_file(path, b"x")
    assert path.read_bytes() == b"x"


def test_a_device_stays_a_device() -> None:
    """`--output /dev/null` does not replace the device by a file."""
    output.write_file(Path(os.devnull), b"x")
    assert stat.S_ISCHR(Path(os.devnull).stat().st_mode)


def test_a_pipe_is_written_to(tmp_path: Path) -> None:
    """A named pipe gets the bytes."""
    path = tmp_path / "pipe"
    os.mkfifo(path)
    found: list[bytes] = []
    reader = threading.Thread(
        target=lambda: found.append(path.read_bytes()), daemon=True
    )
    reader.start()
    output.write_file(path, b"isi")
    reader.join(timeout=120)
    assert found == [b"isi"]


@pytest.mark.parametrize("name", ["-", None])
def test_stdout(name: str | None) -> None:
    """A dash, or no name, is stdout, byte for byte."""

    @click.command()
    def command() -> None:
        output.write(name, b"\xff\r\n")

    assert CliRunner().invoke(command).stdout_bytes == b"\xff\r\n"


def test_a_killed_writer_leaves_the_old_or_the_new_file(tmp_path: Path) -> None:
    """A process that is killed just before the replacement leaves the old file."""
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")
    code = (
        "import os, signal, sys\nfrom pathlib import Path\n"
        "from padanan.files.writing import write_file\n"
        "Path.replace = lambda *_: os.kill(os.getpid(), signal.SIGKILL)\n"
        "write_file(Path(sys.argv[1]), b'new' * 100_000)\n"
    )
    result = subprocess.run((sys.executable, "-c", code, str(path)), check=False)
    assert result.returncode == -9
    assert path.read_bytes() == b"old"


@given(text=st.text())
def test_names_of_files_can_always_be_written(text: str) -> None:
    """Half characters become escapes, everything else stays."""
    assert output.encoded(text).decode() == "".join(
        rf"\u{ord(one):04x}" if "\ud800" <= one <= "\udfff" else one for one in text
    )


def test_several_files_are_written_all_or_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where one cannot be written, none is; the first is put in place last."""
    files = [(tmp_path / name, name.encode()) for name in ("a.ifo", "a.idx", "a.dict")]
    for path, _ in files:
        path.write_bytes(b"old")
    with pytest.raises(FileNotFoundError):
        output.write_all([*files, (tmp_path / "no" / "a", b"")])
    with pytest.raises(OSError, match="not a file that can be replaced"):
        output.write_all([*files, (tmp_path, b"")])
    assert [path.read_bytes() for path, _ in files] == [b"old"] * 3
    assert len(list(tmp_path.iterdir())) == 3

    placed: list[str] = []
    replace = Path.replace

    def noted(one: Path, target: Path) -> Path:
        placed.append(target.name)
        return replace(one, target)

    monkeypatch.setattr(Path, "replace", noted)
    output.write_all(files)
    assert placed == ["a.dict", "a.idx", "a.ifo"]
    assert [path.read_bytes() for path, _ in files] == [data for _, data in files]
    assert len(list(tmp_path.iterdir())) == 3
