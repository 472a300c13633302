"""Results come in order, and workers come and go with the process."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from padanan.corpus import workers as module
from padanan.corpus.sources import Item
from padanan.corpus.work import Chunk, Task, work
from padanan.corpus.workers import in_order, workers
from padanan.errors import DocumentError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


def chunk(number: int, text: str = "nota") -> Chunk:
    """Return a chunk of one article."""
    return Chunk(number, (Item("a.txt", "a.txt", text.encode()),))


@given(st.lists(st.integers()), st.integers(1, 5))
def test_order_and_bound(things: list[int], most: int) -> None:
    """Everything comes, in order, and never more than so many are under way."""
    under_way = 0

    def start(thing: int) -> Callable[[], int]:
        nonlocal under_way
        under_way += 1
        assert under_way <= most

        def wait() -> int:
            nonlocal under_way
            under_way -= 1
            return -thing

        return wait

    assert list(in_order(start, things, most)) == [(n, -n) for n in things]


@pytest.mark.parametrize("processes", [1, 2])
def test_processes_give_the_same(processes: int, task: Task) -> None:
    """However many processes work, the results are the same, in order."""
    cut = [chunk(n, f"{'kata ' * n} nota") for n in range(9)]
    with workers(task, processes) as (start, most):
        found = list(in_order(start, cut, most))
    assert found == [(each, work(task, each)) for each in cut]


def test_a_killed_worker_is_one_line(task: Task) -> None:
    """Where the system kills a worker the user is told what to do."""
    with workers(task, 2) as (start, _):
        start(chunk(0))()
        for child in multiprocessing.active_children():
            os.kill(child.pid or 0, signal.SIGKILL)
        with pytest.raises(DocumentError, match="fewer --jobs"):
            list(in_order(start, map(chunk, range(99)), 1))


@pytest.fixture
def interrupts() -> Iterator[None]:
    """Interrupts as they were, after a test that has them ignored."""
    before = signal.getsignal(signal.SIGINT)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("interrupts")
def test_a_worker_by_itself(task: Task, monkeypatch: pytest.MonkeyPatch) -> None:
    """A worker takes its task when it starts, and passes over interrupts."""
    monkeypatch.setattr(threading.Thread, "start", lambda _thread: None)
    module._begin(task)  # noqa: SLF001 - it runs in another process otherwise
    assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
    assert module._work(chunk(0)) == work(task, chunk(0))  # noqa: SLF001 - as above


def test_a_worker_ends_with_its_parent(monkeypatch: pytest.MonkeyPatch) -> None:
    """A worker waits for its parent's end, and there is none in the first process."""
    ended: list[int] = []
    monkeypatch.setattr(os, "_exit", ended.append)
    module._end_with_parent()  # noqa: SLF001 - it runs in another process otherwise
    assert not ended

    class Gone:
        def join(self) -> None:
            ended.append(0)

    monkeypatch.setattr(multiprocessing, "parent_process", Gone)
    module._end_with_parent()  # noqa: SLF001 - as above
    assert ended == [0, 1]
