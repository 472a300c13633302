"""What all requests of a server share."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

from padanan.serve.shelf import Shelf
from padanan.serve.workers import Workers

if TYPE_CHECKING:
    from collections.abc import Callable

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
        self._workers = Workers(settings)

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
        future = self._workers.submit(function, *arguments, **named)
        return await asyncio.wrap_future(future)

    def close(self) -> None:
        """End the workers."""
        self._workers.close()
