"""Chunks to results on the workers of a Dask scheduler."""

from __future__ import annotations

from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from padanan.corpus.work import loaded, work
from padanan.corpus.workers import AHEAD, Workers
from padanan.errors import DocumentError
from padanan.files.extras import optional

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from padanan.corpus.work import Chunk, Result, Task

_PROTOCOLS = frozenset({"tcp", "tls", "ucx", "ws", "wss"})
PATIENCE = "10s"
"""Maximum time that a scheduler may take to answer."""


@contextmanager
def on_dask(task: Task, address: str) -> Iterator[Workers]:
    """Give the workers of a scheduler.

    The glossary is sent to each worker once. Documents are read here and sent with
    their chunk, so that workers need not see the files.

    Args:
        task: what they do.
        address: of the scheduler, as ``tcp://10.0.0.5:8786``.

    Raises:
        MissingExtraError: Dask is not installed.
        DocumentError: no scheduler answers, or it has no workers.
    """
    with _client(address) as client:
        threads = sum(client.nthreads().values())
        if not threads:
            message = "has no workers — start some with “dask worker”"
            raise DocumentError(message, path=address)
        there = client.scatter(task, broadcast=True, hash=False)

        def start(chunk: Chunk) -> Callable[[], Result]:
            future = client.submit(work, there, loaded(chunk), pure=False)
            return partial(_wait, future.result, address)

        yield Workers(start, AHEAD * threads)


def _client(address: str) -> Any:
    distributed = optional("distributed")
    _check(address)
    try:
        return distributed.Client(
            address, timeout=PATIENCE, set_as_default=False, direct_to_workers=True
        )
    except (OSError, ValueError):
        message = "no Dask scheduler answers — start one with “dask scheduler”"
        raise DocumentError(message, path=address) from None


def _check(address: str) -> None:
    """Refuse what is not an address: Dask would complain of it once more at its end.

    Raises:
        DocumentError: it is none.
    """
    whole = address if "://" in address else f"tcp://{address}"
    try:
        parts = urlsplit(whole)
        known = parts.scheme in _PROTOCOLS and parts.hostname and parts.port
    except ValueError:
        known = False
    if not known:
        message = (
            "not the address of a scheduler — write one such as tcp://10.0.0.5:8786"
        )
        raise DocumentError(message, path=address)


def _wait(result: Callable[[], Result], address: str) -> Result:
    from distributed import CancelledError, KilledWorker

    try:
        return result()
    except (CancelledError, KilledWorker):
        message = "lost its workers — start them again, then repeat this command"
        raise DocumentError(message, path=address) from None
