"""Chunks to results in this process or in several others, always in order."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from contextvars import ContextVar
from functools import partial
from typing import TYPE_CHECKING, NamedTuple, TypeAlias, TypeVar

from padanan.corpus.work import work
from padanan.errors import DocumentError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from padanan.corpus.work import Chunk, Result, Task

T = TypeVar("T")
R = TypeVar("R")

Start: TypeAlias = "Callable[[Chunk], Callable[[], Result]]"
"""Begins with a chunk and returns what waits for its result."""


class Workers(NamedTuple):
    """What does the work.

    Attributes:
        start: begins with a chunk.
        most: number of chunks that should be under way at a time.
    """

    start: Start
    most: int


AHEAD = 3
"""Number of chunks under way for each worker: none waits, and memory stays bounded."""

_TASK: ContextVar[Task] = ContextVar("task")
"""The task of a worker process; set once, when it starts."""


def in_order(
    start: Callable[[T], Callable[[], R]], things: Iterable[T], most: int
) -> Iterator[tuple[T, R]]:
    """Begin with each thing, and yield it with its result, in order.

    Args:
        start: begins with a thing and returns what waits for its result.
        things: each is taken only when it is begun with.
        most: maximum number of things that are under way at a time.

    >>> list(in_order(lambda n: lambda: n * n, [1, 2, 3], most=2))
    [(1, 1), (2, 4), (3, 9)]
    """
    waiting: deque[tuple[T, Callable[[], R]]] = deque()
    for thing in things:
        waiting.append((thing, start(thing)))
        if len(waiting) >= most:
            first, result = waiting.popleft()
            yield first, result()
    while waiting:
        first, result = waiting.popleft()
        yield first, result()


@contextmanager
def workers(task: Task, processes: int) -> Iterator[Workers]:
    """Give workers: this process alone, or a number of others.

    Each process is given the glossary when it starts, and ends when this one does.

    Args:
        task: what they do.
        processes: number of processes; 1 is this one.
    """
    if processes == 1:
        yield Workers(lambda chunk: partial(work, task, chunk), 1)
        return
    pool = ProcessPoolExecutor(processes, initializer=_begin, initargs=(task,))
    try:
        yield Workers(
            lambda chunk: partial(_wait, pool.submit(_work, chunk).result),
            AHEAD * processes,
        )
    finally:
        pool.shutdown(cancel_futures=True)


def _begin(task: Task) -> None:
    # A terminal sends an interrupt to all processes; the first one ends the others.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _TASK.set(task)


def _end_with_parent() -> None:
    # A process that is killed cannot stop its workers; they would wait for ever.
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _work(chunk: Chunk) -> Result:
    return work(_TASK.get(), chunk)


def _wait(result: Callable[[], Result]) -> Result:
    try:
        return result()
    except BrokenProcessPool:
        message = (
            "a worker process was killed, perhaps because memory ran out — try again"
            " with fewer --jobs"
        )
        raise DocumentError(message) from None
