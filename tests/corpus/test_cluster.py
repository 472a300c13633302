"""A real scheduler with two worker processes gives what one machine gives."""

from __future__ import annotations

import logging
import socket
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from padanan.cli import main
from padanan.corpus import cluster
from padanan.corpus.cluster import on_dask
from padanan.corpus.sources import Item
from padanan.corpus.work import Chunk
from padanan.errors import DocumentError, MissingExtraError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from padanan.corpus.work import Task

PATIENCE = 180
"""Maximum number of seconds that anything waits: the machine may be busy."""


@pytest.fixture(autouse=True)
def patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wait for schedulers as long as the tests do."""
    monkeypatch.setattr(cluster, "PATIENCE", f"{PATIENCE}s")


def begin(folder: Path, *arguments: str) -> subprocess.Popen[bytes]:
    """Start ``dask`` without its web page, as `docs/corpora.md` says."""
    command = (sys.executable, "-m", "dask", *arguments, "--no-dashboard")
    with (folder / "log").open("ab") as log:
        return subprocess.Popen(command, stdout=log, stderr=log, cwd=folder)


def free_port() -> int:
    """Return a port on which nobody listens."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@pytest.fixture(scope="module")
def scheduler(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    """A scheduler without workers on loopback: its folder and address."""
    from distributed import Client

    folder, port = tmp_path_factory.mktemp("dask"), str(free_port())
    address = f"tcp://127.0.0.1:{port}"
    process = begin(folder, "scheduler", "--host", "127.0.0.1", "--port", port)
    try:
        with Client(address, timeout=PATIENCE, set_as_default=False):
            yield folder, address
    finally:
        process.terminate()
        process.wait(PATIENCE)


@pytest.fixture
def workers(scheduler: tuple[Path, str]) -> Iterator[str]:
    """Two worker processes at the scheduler, whose address it is."""
    from distributed import Client

    folder, address = scheduler
    options = ("--nthreads", "1", "--local-directory", str(folder))
    processes = [begin(folder, "worker", address, *options) for _ in range(2)]
    try:
        with Client(address, timeout=PATIENCE, set_as_default=False) as client:
            client.wait_for_workers(2, timeout=PATIENCE)
        yield address
    finally:
        for process in processes:
            process.terminate()
        for process in processes:
            process.wait(PATIENCE)


@pytest.mark.slow
def test_without_workers(task: Task, scheduler: tuple[Path, str]) -> None:
    """A scheduler that has no workers is told, not waited for."""
    with (
        pytest.raises(DocumentError, match="has no workers"),
        on_dask(task, scheduler[1]),
    ):
        pass


@pytest.mark.slow
def test_the_same_bytes(workers: str, corpus: Path) -> None:
    """Two worker processes give byte for byte what one process gives."""
    (corpus / "bad.txt").write_bytes(b"\xff")
    here = CliRunner().invoke(main, ["annotate", str(corpus), "--jobs", "1"])
    there = CliRunner().invoke(main, ["annotate", str(corpus), "--dask", workers])
    assert there.stdout_bytes == here.stdout_bytes
    assert here.stdout_bytes.count(b"\n") == 15
    assert there.stderr == here.stderr
    assert there.exit_code == here.exit_code == 1
    assert logging.getLogger("any").isEnabledFor(logging.ERROR)


@pytest.mark.slow
def test_lost_workers(
    task: Task, workers: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the workers are gone for good the user is told what to do."""
    import distributed

    def lost(_future: distributed.Future) -> None:
        raise distributed.CancelledError

    monkeypatch.setattr(distributed.Future, "result", lost)
    with on_dask(task, workers) as (start, most):
        assert most == 6
        chunk = Chunk(0, (Item("a.txt", "a.txt", b"nota"),))
        with pytest.raises(DocumentError, match="lost its workers"):
            start(chunk)()


@pytest.mark.slow
def test_a_killed_scheduler(
    task: Task,
    tmp_path: Path,
    capfd: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Where the scheduler dies at work there is one line, and nothing else."""
    from distributed import Client

    port = str(free_port())
    address = f"tcp://127.0.0.1:{port}"
    local = ("--local-directory", str(tmp_path))
    scheduler = begin(tmp_path, "scheduler", "--host", "127.0.0.1", "--port", port)
    worker = begin(tmp_path, "worker", address, "--nthreads", "1", *local)
    try:
        with Client(address, timeout=PATIENCE, set_as_default=False) as client:
            client.wait_for_workers(1, timeout=PATIENCE)
        monkeypatch.setattr(cluster, "PATIENCE", "10s")
        with on_dask(task, address) as (start, _):
            chunk = Chunk(0, (Item("a.txt", "a.txt", b"nota"),))
            start(chunk)()
            scheduler.kill()
            scheduler.wait(PATIENCE)
            with pytest.raises(DocumentError, match="lost its workers"):
                start(chunk)()
    finally:
        for process in (scheduler, worker):
            process.kill()
            process.wait(PATIENCE)
    assert capfd.readouterr() == ("", "")


def test_nobody_answers(task: Task, monkeypatch: pytest.MonkeyPatch) -> None:
    """An address where no scheduler is becomes one line."""
    monkeypatch.setattr(cluster, "PATIENCE", "500ms")
    with (
        pytest.raises(DocumentError, match="no Dask scheduler answers"),
        on_dask(task, "tcp://127.0.0.1:9"),
    ):
        pass


def test_no_address_at_all(task: Task) -> None:
    """An address that is none becomes one line."""
    with (
        pytest.raises(DocumentError, match="not the address of a scheduler"),
        on_dask(task, "nonsense://x"),
    ):
        pass


def test_without_dask(task: Task, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where Dask is missing the extra is named."""
    monkeypatch.setitem(sys.modules, "distributed", None)
    with (
        pytest.raises(MissingExtraError, match=r"padanan\[corpus\]"),
        on_dask(task, "tcp://127.0.0.1:9"),
    ):
        pass
