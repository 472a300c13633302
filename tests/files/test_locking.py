"""Of writers that read, change and write back only one does so at a time."""

from __future__ import annotations

import multiprocessing
from typing import TYPE_CHECKING

import pytest

from padanan.files import locking
from padanan.files.locking import LOCK, locked
from padanan.files.writing import write_file

if TYPE_CHECKING:
    from pathlib import Path

TIMES, WRITERS = 10, 4


def count_up(path: Path, *, windows: bool) -> None:
    """Read a number and write the next one, again and again."""
    locking.LOCKS_FOLDERS = not windows  # in a process of its own
    for _ in range(TIMES):
        with locked(path):
            write_file(path, b"%d" % (int(path.read_bytes()) + 1))


@pytest.mark.parametrize("windows", [False, True])
def test_no_change_is_lost(tmp_path: Path, *, windows: bool) -> None:
    """However many write at once, each finds what the one before it wrote.

    Where folders cannot be locked, a file in the folder is.
    """
    path = tmp_path / "number"
    path.write_bytes(b"0")
    context = multiprocessing.get_context("spawn")
    writers = [
        context.Process(target=count_up, args=(path,), kwargs={"windows": windows})
        for _ in range(WRITERS)
    ]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert path.read_bytes() == b"%d" % (TIMES * WRITERS)


@pytest.mark.parametrize("windows", [False, True])
def test_a_folder_that_is_not_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, windows: bool
) -> None:
    """Without a folder there is nothing to be locked; writing says what is wrong."""
    if windows:
        monkeypatch.setattr(locking, "LOCKS_FOLDERS", False)
    with locked(tmp_path / "none" / "law.po"):
        assert not (tmp_path / "none").exists()


def test_the_lock_of_windows_is_a_hidden_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is locked there lies beside the file and is none of the glossary."""
    monkeypatch.setattr(locking, "LOCKS_FOLDERS", False)
    with locked(tmp_path / "law.po"):
        assert (tmp_path / LOCK).exists()
