"""What a server takes in and how long it works, in one table."""

from __future__ import annotations

from typing import NamedTuple

from padanan.files.limits import MIB


class Limits(NamedTuple):
    """The limits of a server.

    What a file unpacks to has the limits of ``files.limits`` besides.

    Attributes:
        body: maximum size of the body of a request, in bytes.
        body_seconds: maximum time that a client takes to send one.
        seconds: maximum time that a worker takes for a request; then it is ended.
        queue: maximum number of requests that wait for a worker.
        connections: maximum number of open connections.
        documents: maximum number of texts that are kept for their pages.
        kept: maximum size of these together, in bytes.
        memory: maximum address space of a worker, in bytes, where the system has such
            a limit.
    """

    body: int = 32 * MIB
    body_seconds: float = 60.0
    seconds: float = 60.0
    queue: int = 128
    connections: int = 512
    documents: int = 100
    kept: int = 128 * MIB
    memory: int = 3 * 1024 * MIB


USUAL = Limits()
