"""A corpus that is killed half-way, and its workers."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from tests.hardness.files import SENTENCE
from tests.hardness.running import run, started

if TYPE_CHECKING:
    from pathlib import Path

PATIENCE = 120
"""Maximum number of seconds that processes may take to begin or to end."""
TIMES = 6
"""So often the corpus is killed."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A corpus of eight chunks in a folder of its own."""
    folder = tmp_path / "folder"
    (folder / "in").mkdir(parents=True)
    (tmp_path / "logs").mkdir()
    text = SENTENCE * 30_000
    for number in range(8):
        (folder / "in" / f"{number}.txt").write_text(text, "utf-8")
    return folder


COMMAND = ("annotate", "in", "--jobs", "1", "--no-shipped", "--glossary", "my.po",
           "--output", "out", "--force")  # fmt: skip


@pytest.mark.slow
def test_a_corpus_killed_again_and_again(folder: Path, tmp_path: Path) -> None:
    """The output stays the old one until it is whole, and each run gets further."""
    (folder / "my.po").write_text('msgid "nota"\nmsgstr "note"\n', "utf-8")
    logs = tmp_path / "logs"
    assert run(COMMAND, folder, logs).status == 0
    new = (folder / "out").read_bytes()
    (folder / "out").write_bytes(b"old")
    done = 0
    for number in range(TIMES):
        process = started(COMMAND, folder, logs)
        process.join(0.3 + 0.1 * number)
        process.kill()
        process.join()
        found = (folder / "out").read_bytes()
        assert found in {b"old", new}
        now = len(list((folder / "out.parts").glob("0*")))
        assert now >= done or found == new  # the run had ended
        (folder / "out").write_bytes(b"old")
        done = now
    assert run(COMMAND, folder, logs).status == 0
    assert (folder / "out").read_bytes() == new
    left = {path.name for path in folder.iterdir() if path.suffix != ".tmp"}
    assert left == {"in", "my.po", "out"}


def children(pid: int) -> set[int]:
    """Return the processes that a process has started."""
    text = f"/proc/{pid}/task/{pid}/children"
    with open(text, encoding="ascii") as stream:  # noqa: PTH123 - a name of the kernel
        return {int(word) for word in stream.read().split()}


@pytest.mark.slow
def test_workers_end_with_a_killed_parent(folder: Path) -> None:
    """Where the command is killed its workers do not wait for it for ever."""
    (folder / "my.po").write_text('msgid "nota"\nmsgstr "note"\n', "utf-8")
    words = [word.replace("1", "2") for word in COMMAND]
    process = subprocess.Popen((sys.executable, "-m", "padanan", *words), cwd=folder)
    end = time.monotonic() + PATIENCE
    workers: set[int] = set()
    while len(workers) < 2 and time.monotonic() < end:
        workers = children(process.pid)
        os.sched_yield()
    watched = [os.pidfd_open(pid) for pid in workers]
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    ended = [select.select([one], [], [], PATIENCE)[0] for one in watched]
    for one in watched:
        os.close(one)
    assert len(workers) >= 2
    assert all(ended)
