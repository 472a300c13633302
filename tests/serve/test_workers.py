"""Workers: bounded, replaced when they fail, and told in one line."""

from __future__ import annotations

import os
from threading import Event
from typing import TYPE_CHECKING

import pytest

from padanan.errors import DocumentError
from padanan.serve.problems import (
    BROKEN,
    BUSY,
    TOO_LARGE,
    TOO_LONG,
    UNREADABLE,
    ProblemError,
)
from padanan.serve.workers import WorkerPool

if TYPE_CHECKING:
    from padanan.serve.loaded import Loaded
    from padanan.serve.problems import ProblemKind
    from padanan.serve.settings import Settings


def sized(loaded: Loaded, more: int) -> int:
    """Return how many concepts there are, and some more."""
    return loaded.compiled.size + more


GO = Event()


def waiting(_loaded: Loaded) -> bool:
    """Wait until the test says so."""
    return GO.wait(60)


def refused(_loaded: Loaded) -> None:
    """Meet something that the user can mend."""
    raise DocumentError("no text — paste one", path="a.txt")


def mistaken(_loaded: Loaded) -> None:
    """Make a mistake."""
    raise ZeroDivisionError


def killed(_loaded: Loaded) -> None:
    """End as the system ends a process that takes too much memory."""
    os.kill(os.getpid(), 9)


def endless(_loaded: Loaded) -> None:
    """Take for ever."""
    while True:
        pass


def hungry(_loaded: Loaded) -> int:
    """Take more memory than a worker may have."""
    return len(bytearray(1 << 45))


def kind(workers: WorkerPool, function: object) -> ProblemKind:
    """Return the kind of problem in which a function ends."""
    with pytest.raises(ProblemError) as caught:
        workers.submit(function).result()  # type: ignore[arg-type]
    return caught.value.problem.kind


def test_here(settings: Settings, caplog: pytest.LogCaptureFixture) -> None:
    """Without processes the same is answered."""
    workers = WorkerPool(settings)
    assert workers.submit(sized, 1).result() > 1
    assert kind(workers, refused) == UNREADABLE
    assert kind(workers, mistaken) == BROKEN
    assert "ZeroDivisionError" in caplog.text
    assert kind(workers, hungry) == TOO_LARGE
    workers.close()


def test_a_full_queue(settings: Settings) -> None:
    """Where too many wait the next one is told so at once."""
    limits = settings.limits._replace(queue=0)
    workers = WorkerPool(settings._replace(limits=limits))
    first = workers.submit(waiting)
    with pytest.raises(ProblemError) as caught:
        workers.submit(sized, 1)
    assert caught.value.problem.kind is BUSY
    GO.set()
    first.result()
    workers.close()


@pytest.mark.slow
def test_processes(settings: Settings) -> None:
    """A worker that is killed or endless is replaced, and the next one works."""
    limits = settings.limits._replace(seconds=2)
    workers = WorkerPool(settings._replace(processes=1, limits=limits))
    size = workers.submit(sized, 0).result()
    for function, expected in ((killed, TOO_LARGE), (endless, TOO_LONG)):
        assert kind(workers, function) == expected
        assert workers.submit(sized, 0).result() == size
    assert kind(workers, hungry) == TOO_LARGE
    assert kind(workers, refused) == UNREADABLE
    workers.close()
