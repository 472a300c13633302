"""Servers that run in a process of their own, as ``padanan serve`` starts them."""

from __future__ import annotations

import subprocess
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from tests.serve.conftest import MINI

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TOKEN = "token-of-the-browser"  # noqa: S105 - of no server that others reach

CODE = """
from pathlib import Path
from padanan.jobs.glossary import GlossaryOptions
from padanan.serve.server import run
from padanan.serve.settings import Settings

def main():
    data = Path({data!r})
    known = GlossaryOptions(({mini!r},), shipped=False)
    settings = Settings({token!r}, data / "own.po", data, known, port={port})
    run(settings, lambda address: print(address, flush=True))

if __name__ == "__main__":
    main()
"""


class Server(NamedTuple):
    """A server that runs.

    Attributes:
        process: its first process.
        address: where its pages are, without a path.
    """

    process: subprocess.Popen[str]
    address: str

    @property
    def port(self) -> int:
        """The port that it listens on."""
        return int(self.address.rpartition(":")[2])

    def kill(self) -> None:
        """End it as a power cut would."""
        self.process.kill()
        self.process.wait()


@contextmanager
def running(folder: Path, port: int = 0) -> Iterator[Server]:
    """Run a server with a small glossary, and a list of one's own in a folder."""
    script = folder / "server.py"
    code = CODE.format(data=str(folder), mini=MINI.paths[0], token=TOKEN, port=port)
    script.write_text(code, "utf-8")
    process = subprocess.Popen(
        (sys.executable, script), stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    with process:
        try:
            address = process.stdout.readline().partition("/?token=")[0]
            yield Server(process, address)
        finally:
            process.kill()
