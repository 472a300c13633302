"""A server that runs: its socket, its browser window, and how it ends."""

from __future__ import annotations

import errno
import socket
from typing import TYPE_CHECKING

from padanan.errors import PadananError
from padanan.files.extras import optional

if TYPE_CHECKING:
    from collections.abc import Callable

    from padanan.serve.settings import Settings

BACKLOG = 512


def run(settings: Settings, ready: Callable[[str], None]) -> None:
    """Answer requests until somebody interrupts.

    Args:
        settings: what the server is told; port 0 stands for any that is free.
        ready: is called with the address that opens, once it listens.

    Raises:
        PadananError: the port is taken, or the address is none of this machine.
        MissingExtraError: what a server needs is not installed.
        KeyboardInterrupt: somebody interrupted.
    """
    uvicorn = optional("uvicorn")
    for module in ("fastapi", "python_multipart"):
        optional(module)
    listening = listen(settings.host, settings.port)
    bound = settings._replace(port=listening.getsockname()[1])
    # The import takes its time: what is wrong with the port is told before.
    from padanan.serve.app import create_app

    config = uvicorn.Config(
        create_app(bound),
        log_level="warning",
        access_log=False,  # addresses have tokens in them
        server_header=False,
        lifespan="on",
        limit_concurrency=settings.limits.connections,
        timeout_graceful_shutdown=1,
    )
    # It listens already: who comes now waits until the first answer.
    ready(address(bound))
    try:
        uvicorn.Server(config).run(sockets=[listening])
    finally:
        listening.close()


def listen(host: str, port: int) -> socket.socket:
    """Return a socket that listens.

    Raises:
        PadananError: the port is taken, or the address is none of this machine.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
        listening.listen(BACKLOG)
    except (OSError, OverflowError) as error:
        listening.close()
        raise PadananError(_why(error, host, port)) from None
    return listening


def _why(error: OSError | OverflowError, host: str, port: int) -> str:
    number = getattr(error, "errno", None)
    if number == errno.EADDRINUSE:
        return f"port {port} is in use — name another with --port"
    if number == errno.EACCES:
        return f"port {port} needs an administrator — name one from 1024 with --port"
    return f"“{host}” is not an address of this machine — name another with --host"


def address(settings: Settings) -> str:
    """Return the address that opens, with the token.

    >>> from pathlib import Path
    >>> from padanan.serve.settings import Settings
    >>> address(Settings("abc", Path("own.po"), Path()))
    'http://127.0.0.1:7717/?token=abc'
    """
    return f"{base(settings)}/?token={settings.token}"


def base(settings: Settings) -> str:
    """Return the address of a server, without a path."""
    host = f"[{settings.host}]" if ":" in settings.host else settings.host
    return f"http://{host}:{settings.port}"
