"""Processes that do what takes time: bounded in number, in time and in memory.

A worker has the glossary loaded. What it is sent is a function of a module and its
arguments, pickled; a worker that takes too long, or that the system ends, is replaced,
and nobody else notices.
"""

from __future__ import annotations

import logging
import multiprocessing
import signal
import traceback
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from inspect import isgenerator
from queue import SimpleQueue
from threading import BoundedSemaphore, Lock
from time import monotonic
from typing import TYPE_CHECKING, Any, Concatenate, NamedTuple, ParamSpec, TypeVar

from padanan.errors import PadananError
from padanan.files.text import printable
from padanan.serve.loaded import Loader
from padanan.serve.problems import (
    BROKEN,
    BUSY,
    TOO_LARGE,
    TOO_LONG,
    Problem,
    ProblemError,
    of_error,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from concurrent.futures import Future
    from multiprocessing.connection import Connection
    from typing import TypeAlias

    from padanan.serve.loaded import Loaded
    from padanan.serve.settings import Settings

    Call: TypeAlias = tuple[Callable[..., Any], tuple[Any, ...], dict[str, Any]]

T = TypeVar("T")
P = ParamSpec("P")


READY = "ready"
"""What a worker says first."""
START = 120.0
"""Maximum number of seconds that a worker takes to load the glossary."""


class ResultPart(NamedTuple):
    """A part of a result that comes in parts."""

    value: Any


class WorkerAnswer(NamedTuple):
    """What a worker answers.

    Attributes:
        value: the result; ``None`` where it came in parts.
        problem: what is to be said instead.
        trace: where the worker itself made a mistake.
    """

    value: Any = None
    problem: Problem | None = None
    trace: str = ""


class WorkerPool:
    """A bounded queue before a number of workers.

    Args:
        settings: of the server; with no processes this process does the work, one
            request at a time.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._slots = BoundedSemaphore(settings.limits.queue + settings.processes + 1)
        threads = max(1, settings.processes)
        self._threads = ThreadPoolExecutor(threads, thread_name_prefix="worker")
        self._idle: SimpleQueue[_Worker] = SimpleQueue()
        for _ in range(threads):
            self._idle.put(_worker(settings))

    def submit(
        self,
        function: Callable[Concatenate[Loaded, P], T],
        *arguments: P.args,
        **named: P.kwargs,
    ) -> Future[T]:
        """Have a function of a module called by a worker, with the glossary first.

        Raises:
            ProblemError: too many wait already.
        """
        return self._submit((function, arguments, named), _no_part)

    def stream(
        self,
        function: Callable[Concatenate[Loaded, P], Iterator[T]],
        take: Callable[[T], None],
        *arguments: P.args,
        **named: P.kwargs,
    ) -> Future[None]:
        """Have a function called that yields its result in parts.

        Args:
            function: of a module; a generator.
            take: is called with each part, in a thread of its own.
            arguments: of the function, behind the glossary.
            named: likewise.

        Raises:
            ProblemError: too many wait already.
        """
        return self._submit((function, arguments, named), take)

    def _submit(self, call: Call, take: Callable[[Any], None]) -> Future[Any]:
        if not self._slots.acquire(blocking=False):
            raise ProblemError(Problem(BUSY, "too many requests wait — try again"))
        try:
            future = self._threads.submit(self._run, call, take)
        except RuntimeError:
            self._slots.release()
            raise ProblemError(Problem(BUSY, "the server ends — start it")) from None
        future.add_done_callback(lambda _: self._slots.release())
        return future

    def close(self) -> None:
        """End the workers; what waits is given up."""
        self._threads.shutdown(wait=False, cancel_futures=True)
        while not self._idle.empty():
            self._idle.get().end()

    def _run(self, call: Call, take: Callable[[Any], None]) -> Any:
        taken = _Taken(take)
        try:
            return _value(self._asked(call, taken))
        except EOFError:
            # Perhaps it was not this call that ended the worker: another one tries.
            if not taken.parts:
                with suppress(EOFError):
                    return _value(self._asked(call, taken))
        message = "the work needs more memory than there is — split the input"
        raise ProblemError(Problem(TOO_LARGE, message))

    def _asked(self, call: Call, take: Callable[[Any], None]) -> WorkerAnswer:
        """Return the answer of the next worker that is idle.

        Raises:
            ProblemError: it took too long.
            EOFError: it has ended.
        """
        worker = self._idle.get()
        seconds = self._settings.limits.seconds
        try:
            return worker.ask(call, take, seconds)
        except TimeoutError:
            worker = self._replaced(worker)
            message = f"not done within {seconds:g} seconds — split the input"
            raise ProblemError(Problem(TOO_LONG, message)) from None
        except OSError:
            worker = self._replaced(worker)
            raise EOFError from None
        except BaseException:
            # What it still has to say belongs to nobody.
            worker = self._replaced(worker)
            raise
        finally:
            self._idle.put(worker)

    def _replaced(self, worker: _Worker) -> _Worker:
        worker.end()
        return _worker(self._settings)


class _Taken:
    """Takes parts, and counts them."""

    def __init__(self, take: Callable[[Any], None]) -> None:
        self._take = take
        self.parts = 0

    def __call__(self, part: Any) -> None:
        self.parts += 1
        self._take(part)


def _value(answer: WorkerAnswer) -> Any:
    if answer.trace:
        logging.getLogger(__name__).error(printable(answer.trace, escape=True))
        message = "it has said more on standard error — please report it"
        raise ProblemError(Problem(BROKEN, message))
    if answer.problem is not None:
        raise ProblemError(answer.problem)
    return answer.value


class _Worker:
    """What does one thing after another."""

    def ask(
        self, call: Call, take: Callable[[Any], None], seconds: float
    ) -> WorkerAnswer:
        """Return the answer; raise ``TimeoutError`` or ``EOFError`` without one."""
        raise NotImplementedError

    def end(self) -> None:
        """End it at once."""


class _Here(_Worker):
    def __init__(self, settings: Settings) -> None:
        self._loader = Loader(settings)
        self._lock = Lock()

    def ask(
        self, call: Call, take: Callable[[Any], None], seconds: float
    ) -> WorkerAnswer:
        with self._lock:
            return _answered(self._loader, call, take)


class _Process(_Worker):
    def __init__(self, settings: Settings) -> None:
        # A new interpreter: this process has threads, which a fork would not survive.
        context = multiprocessing.get_context("spawn")
        self._connection, theirs = context.Pipe()
        self._process = context.Process(
            target=_serve, args=(theirs, settings), daemon=True
        )
        self._process.start()
        theirs.close()
        self._is_ready = False

    def ask(
        self, call: Call, take: Callable[[Any], None], seconds: float
    ) -> WorkerAnswer:
        self._wait_until_ready()
        self._connection.send(call)
        end = monotonic() + seconds
        while self._connection.poll(max(0, end - monotonic())):
            found = self._connection.recv()
            if isinstance(found, WorkerAnswer):
                return found
            take(found.value)
        raise TimeoutError

    def _wait_until_ready(self) -> None:
        # To load the glossary is no part of a request.
        if not self._is_ready:
            if not self._connection.poll(START):
                raise TimeoutError
            self._connection.recv()
            self._is_ready = True

    def end(self) -> None:
        self._process.kill()
        self._process.join()
        self._connection.close()


def _worker(settings: Settings) -> _Worker:
    return _Process(settings) if settings.processes else _Here(settings)


def _serve(connection: Connection, settings: Settings) -> None:
    """Answer what comes until nobody is there any more."""
    # A terminal sends an interrupt to all processes; the first one ends the others.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _bound_memory(settings.limits.memory)
    loader = Loader(settings)
    with suppress(Exception):  # what is wrong is said when somebody asks
        _warm(loader.loaded())
    with suppress(EOFError, OSError):
        connection.send(READY)
        while True:
            call = connection.recv()
            connection.send(_answered(loader, call, _sender(connection)))


def _warm(loaded: Loaded) -> None:
    """Import and fill what the first page needs, before somebody waits for it."""
    from padanan.jobs import Source
    from padanan.serve import reading
    from padanan.serve.shelf import ShelvedText
    from padanan.serve.texts import LANGUAGES
    from padanan.serve.views import Frame

    for language in LANGUAGES:
        text = ShelvedText(Source("-", b"Nota diplomatik.", "text"))
        for _ in reading.page(loaded, Frame(language), text, ""):
            pass


def _bound_memory(most: int) -> None:
    # Windows has no such limit; macOS has it and does not heed it.
    with suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (most, most))


def _sender(connection: Connection) -> Callable[[Any], None]:
    return lambda part: connection.send(ResultPart(part))


def _no_part(_part: Any) -> None:
    """Take no part: the result comes at once."""


def _answered(loader: Loader, call: Call, take: Callable[[Any], None]) -> WorkerAnswer:
    function, arguments, named = call
    try:
        made = function(loader.loaded(), *arguments, **named)
        if not isgenerator(made):
            return WorkerAnswer(made)
        for part in made:
            take(part)
        return WorkerAnswer()
    except ProblemError as error:
        return WorkerAnswer(problem=error.problem)
    except (PadananError, OSError, MemoryError) as error:
        return WorkerAnswer(problem=of_error(error))
    except Exception:  # noqa: BLE001 -- whatever it is, the next request is answered
        return WorkerAnswer(trace=traceback.format_exc())
