"""``padanan serve``: pages and an API, for a browser on this machine."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from padanan.cli.command import command
from padanan.cli.messages import say
from padanan.cli.options import glossary_options
from padanan.errors import PadananError
from padanan.files.local import data_folder, read_file
from padanan.serve.security import SHORTEST, is_loopback, new_token
from padanan.serve.settings import LOOPBACK, PORT, Settings, list_of

if TYPE_CHECKING:
    from padanan.jobs.glossary import GlossaryOptions

LARGEST = 4_096
"""Maximum size of a file with a token, in bytes."""


@command(
    "serve",
    "serve --port 8080 --no-browser --data istilah/",
    "serve --host 0.0.0.0 --token-file token.txt --name istilah.example",
)
@click.option(
    "--port",
    type=click.IntRange(0, 65_535),
    default=PORT,
    show_default=True,
    metavar="N",
    help="Port to listen on; 0 for any that is free.",
)
@click.option(
    "--host",
    default=LOOPBACK,
    show_default=True,
    metavar="ADDRESS",
    help="Address to listen on; one that others reach needs --token-file.",
)
@click.option(
    "--token-file",
    metavar="FILE",
    help="File with the token.  [default: a new random one each time]",
)
@click.option(
    "--name",
    "names",
    multiple=True,
    metavar="HOST",
    help="Host name under which a proxy serves it; may be repeated.",
)
@click.option(
    "--data",
    metavar="FOLDER",
    help="Folder of one's own list and decisions.  [default: that of the user's data]",
)
@click.option("--no-browser", is_flag=True, help="Open no browser.")
@glossary_options
def serve(
    *,
    port: int,
    host: str,
    token_file: str | None,
    names: tuple[str, ...],
    data: str | None,
    no_browser: bool,
    known: GlossaryOptions,
) -> None:
    """Serve pages to read, look up and compare, and an API.

    The pages are for this machine alone: the address that opens has a secret token.
    One's own list is the first one of --glossary, else own.po in --data.
    """
    from padanan.serve.server import run

    folder = Path(data) if data else data_folder()
    settings = Settings(
        _token(token_file, host),
        list_of(folder, known),
        folder,
        known,
        host,
        port,
        names,
    )
    run(settings, lambda address: _ready(settings, address, no_browser=no_browser))


def _token(path: str | None, host: str) -> str:
    """Return the token of a file, or a new one.

    Raises:
        PadananError: others can reach the server and there is no file, or it has
            what is no token.
        OSError: it cannot be read.
    """
    if path is None:
        if is_loopback(host):
            return new_token()
        problem = (
            f"others can reach {host} — name a file with a secret token by"
            " --token-file, and put a proxy with TLS before the server"
        )
        raise PadananError(problem)
    token = read_file(path, LARGEST).decode("utf-8", "replace").strip()
    if len(token) < SHORTEST or not _can_be_sent(token):
        problem = f"not a token — write {SHORTEST} or more letters, digits, “-” and “_”"
        raise PadananError(problem, path=path)
    return token


def _can_be_sent(token: str) -> bool:
    """Tell whether a token can stand in an address and in a cookie as it is.

    >>> _can_be_sent("a-Z_09"), _can_be_sent("a b"), _can_be_sent("é")
    (True, False, False)
    """
    plain = token.replace("-", "").replace("_", "")
    return plain.isascii() and plain.isalnum()


def _ready(settings: Settings, address: str, *, no_browser: bool) -> None:
    say(f"Padanan: {address}", "Ctrl-C ends it.")
    if not is_loopback(settings.host):
        say("Others can reach it: put a proxy with TLS before it.")
    if not no_browser:
        import webbrowser
        from threading import Thread

        # A browser in the terminal would keep the server from answering it.
        Thread(target=webbrowser.open, args=(address,), daemon=True).start()
