"""What all requests of a server share."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

from padanan.serve.shelf import Shelf
from padanan.serve.workers import WorkerPool

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterator

    from padanan.serve.loaded import Loaded
    from padanan.serve.settings import Settings

T = TypeVar("T")
P = ParamSpec("P")


class State:
    """The settings of a server, its workers, and the texts that pages are of.

    Attributes:
        settings: what the server was told.
        shelf: the texts.
    """

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.shelf = Shelf(settings.limits)
        self._workers: WorkerPool | None = None

    async def work(
        self,
        function: Callable[Concatenate[Loaded, P], T],
        *arguments: P.args,
        **named: P.kwargs,
    ) -> T:
        """Have a worker call a function; return its result.

        Args:
            function: of a module, so that it can be named in another process; it is
                called with the loaded glossary before the arguments.
            arguments: values that can be pickled, as must be the result.
            named: likewise.

        Raises:
            ProblemError: the function raised what a user can mend, it took too long,
                or too many wait already.
        """
        future = self.open().submit(function, *arguments, **named)
        return await asyncio.wrap_future(future)

    async def stream(
        self,
        function: Callable[Concatenate[Loaded, P], Iterator[T]],
        *arguments: P.args,
        **named: P.kwargs,
    ) -> AsyncIterator[T]:
        """Have a worker call a function that yields its result in parts.

        Args:
            function: of a module; a generator.
            arguments: as for ``work``.
            named: likewise.

        Raises:
            ProblemError: as for ``work``; perhaps behind the first parts.
        """
        loop = asyncio.get_running_loop()
        parts: asyncio.Queue[T | None] = asyncio.Queue()

        def take(part: T | None) -> None:
            loop.call_soon_threadsafe(parts.put_nowait, part)

        future = self.open().stream(function, take, *arguments, **named)
        future.add_done_callback(lambda _: take(None))
        while (part := await parts.get()) is not None:
            yield part
        await asyncio.wrap_future(future)

    def open(self) -> WorkerPool:
        """Return the workers, which are started where there are none."""
        if self._workers is None:
            self._workers = WorkerPool(self.settings)
        return self._workers

    def close(self) -> None:
        """End the workers; who asks again gets others."""
        if self._workers is not None:
            self._workers.close()
            self._workers = None
