"""Of writers that read, change and write back only one does so at a time."""

from __future__ import annotations

import multiprocessing
import sys
from typing import TYPE_CHECKING

import pytest

from padanan.files.locking import locked
from padanan.files.writing import write_file

if TYPE_CHECKING:
    from pathlib import Path

TIMES, WRITERS = 20, 4


def count_up(path: Path) -> None:
    """Read a number and write the next one, again and again."""
    for _ in range(TIMES):
        with locked(path):
            write_file(path, b"%d" % (int(path.read_bytes()) + 1))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such locks")
def test_no_change_is_lost(tmp_path: Path) -> None:
    """However many write at once, each finds what the one before it wrote."""
    path = tmp_path / "number"
    path.write_bytes(b"0")
    context = multiprocessing.get_context("spawn")
    writers = [context.Process(target=count_up, args=(path,)) for _ in range(WRITERS)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert path.read_bytes() == b"%d" % (TIMES * WRITERS)


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    """Without a folder there is nothing to be locked; writing says what is wrong."""
    with locked(tmp_path / "none" / "law.po"):
        assert not (tmp_path / "none").exists()
