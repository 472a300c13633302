"""``padanan serve``: what it says before it serves, and how it ends."""

from __future__ import annotations

import re
import signal
import socket
import subprocess
import sys
from typing import TYPE_CHECKING
from urllib.request import Request, urlopen

import pytest
from click.testing import CliRunner

from padanan.cli import main

if TYPE_CHECKING:
    from pathlib import Path


def refused(*arguments: object) -> str:
    """Return the one line in which a command is refused."""
    found = CliRunner().invoke(main, ["serve", *map(str, arguments), "--no-browser"])
    assert (found.exit_code, found.stdout) == (2, "")
    assert found.stderr.count("\n") == 1
    return found.stderr


def test_a_port_in_use() -> None:
    """A port that another program has is told in one line, with what to do."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        said = f"padanan: port {port} is in use — name another with --port\n"
        assert refused("--port", port) == said


def test_an_address_of_another_machine() -> None:
    """An address that this machine does not have is told in one line."""
    said = refused("--host", "127.0.0.1.example", "--token-file", "/dev/null")
    assert "not a token" in said


@pytest.mark.parametrize("host", ["0.0.0.0", "192.0.2.1", "::", "istilah.example"])  # noqa: S104
def test_others_need_a_token(host: str) -> None:
    """A server that others reach needs a token that is kept, and a proxy."""
    said = refused("--host", host)
    assert "--token-file" in said
    assert "TLS" in said


@pytest.mark.parametrize("token", ["", "short", "with a space in it all", "é" * 20])
def test_what_is_no_token(tmp_path: Path, token: str) -> None:
    """A token that is short, or cannot stand in an address, is refused."""
    path = tmp_path / "token.txt"
    path.write_text(token, "utf-8")
    said = refused("--host", "192.0.2.1", "--token-file", path)
    assert said.startswith(f"padanan: {path}: not a token — write 16 or more")


def test_an_address_that_is_not_here(tmp_path: Path) -> None:
    """With a token the address is tried, and told where it is not this machine's."""
    path = tmp_path / "token.txt"
    path.write_text("x" * 32 + "\n", "utf-8")
    said = refused("--host", "192.0.2.1", "--token-file", path, "--port", 0)
    assert "“192.0.2.1” is not an address of this machine" in said


@pytest.mark.slow
def test_it_serves_until_it_is_interrupted(tmp_path: Path) -> None:
    """The address that is shown opens the first page; Ctrl-C ends it quietly."""
    command = (sys.executable, "-m", "padanan", "serve", "--port", "0", "--no-browser")
    with subprocess.Popen(
        (*command, "--data", str(tmp_path)), stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stderr is not None
        line = process.stderr.readline()
        found = re.fullmatch(
            r"Padanan: (http://127\.0\.0\.1:\d+/)\?token=(\S+)\n", line
        )
        assert found
        asked = Request(found[1], headers={"Authorization": f"Bearer {found[2]}"})  # noqa: S310
        with urlopen(asked) as answer:  # noqa: S310 -- of the server that was started
            assert b"Padanan" in answer.read()
        process.send_signal(signal.SIGINT)
        assert process.stderr.read() == "Ctrl-C ends it.\n"
        assert process.wait() == 130
