"""The examples of ``docs/serve.md`` print what the page says they print."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.clients import client
from tests.serve.servers import TOKEN, running

if TYPE_CHECKING:
    from tests.serve.servers import Server

PAGE = (Path(__file__).parents[2] / "docs" / "serve.md").read_text("utf-8")


def block(kind: str) -> str:
    """Return the first block of a language on the page."""
    found = re.search(rf"^```{kind}\n(.*?)^```", PAGE, re.DOTALL | re.MULTILINE)
    assert found
    return found[1]


def printed(server: Server, *command: str) -> str:
    """Return what a program prints that asks the server."""
    told = {"PADANAN_SERVER": server.address, "PADANAN_TOKEN": TOKEN}
    done = subprocess.run(
        command, env=os.environ | told, capture_output=True, text=True, check=True
    )
    return done.stdout


def expected() -> str:
    """Return what both examples are to print."""
    return PAGE.partition("Both print\n\n```\n")[2].partition("```")[0]


@pytest.mark.slow
def test_python(tmp_path: Path) -> None:
    """The Python example prints the terms with their English."""
    script = tmp_path / "example.py"
    script.write_text(block("python"), "utf-8")
    with running(tmp_path) as server:
        assert printed(server, sys.executable, str(script)) == expected()


@client("node")
def test_javascript(tmp_path: Path) -> None:
    """The JavaScript example prints the same."""
    script = tmp_path / "example.mjs"
    script.write_text(block("js"), "utf-8")
    with running(tmp_path) as server:
        assert printed(server, "node", str(script)) == expected()


def test_ten_lines() -> None:
    """An example has about ten lines, so that one reads it before one runs it."""
    for kind in ("python", "js"):
        assert len(block(kind).splitlines()) <= 12
    assert len(expected().splitlines()) == 2
