"""Chunks to results: here, or in several processes; always in order."""

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

    from padanan.corpus.work import Chunk, Job, Result

T = TypeVar("T")
R = TypeVar("R")

Start: TypeAlias = "Callable[[Chunk], Callable[[], Result]]"
"""Begins with a chunk and returns what waits for its result."""


class Workers(NamedTuple):
    """Who works.

    Attributes:
        start: begins with a chunk.
        most: so many chunks are best under way at a time.
    """

    start: Start
    most: int


AHEAD = 3
"""So many chunks for each worker are under way: none waits, memory stays bounded."""

_JOB: ContextVar[Job] = ContextVar("job")
"""What a worker process is there for; set once, when it starts."""


def in_order(
    start: Callable[[T], Callable[[], R]], things: Iterable[T], most: int
) -> Iterator[tuple[T, R]]:
    """Start with each thing, and yield it with its result: in order.

    Args:
        start: begins with a thing and returns what waits for its result.
        things: are taken only as they are started with.
        most: so many are under way at a time.

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
def workers(job: Job, jobs: int) -> Iterator[Workers]:
    """Give what begins with a chunk: in this process, or in so many others.

    A worker holds the glossary from its start on, and ends when this process does.
    """
    if jobs == 1:
        yield Workers(lambda chunk: partial(work, job, chunk), 1)
        return
    pool = ProcessPoolExecutor(jobs, initializer=_begin, initargs=(job,))
    try:
        yield Workers(
            lambda chunk: partial(_wait, pool.submit(_work, chunk).result),
            AHEAD * jobs,
        )
    finally:
        pool.shutdown(cancel_futures=True)


def _begin(job: Job) -> None:
    # The terminal sends an interrupt to all processes; the first one ends the others.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _JOB.set(job)


def _end_with_parent() -> None:
    # A process that is killed cannot tell its workers, which would wait for ever.
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _work(chunk: Chunk) -> Result:
    return work(_JOB.get(), chunk)


def _wait(result: Callable[[], Result]) -> Result:
    try:
        return result()
    except BrokenProcessPool:
        message = (
            "a worker process was killed, perhaps for want of memory — try again"
            " with fewer --jobs"
        )
        raise DocumentError(message) from None
