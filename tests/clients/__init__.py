"""Other programs that read what Padanan writes: where they are, and how they run.

A test that needs them names them all: ``@client("java", "vnu-jar")``. It is skipped
where one of them is missing; nothing else skips a test for want of a program.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

client = pytest.mark.client
"""Mark of a test that needs programs; the names are those that `place` knows."""

NODE_PACKAGES = frozenset({"axe-core", "node-schematron", "vnu-jar"})
"""What ``make clients`` installs from npm."""

SLOW = frozenset({"chromium", "java", "javac", "node", "soffice"})
"""Programs that take seconds to start: tests with them are marked ``slow``."""


def omegat() -> Path:
    """Return the folder of OmegaT; ``PADANAN_OMEGAT`` names another than Debian's."""
    return Path(os.environ.get("PADANAN_OMEGAT", "/usr/share/omegat"))


def node_modules() -> Path:
    """Return the folder of the packages from npm, or ``PADANAN_NODE_MODULES``."""
    here = Path(__file__).with_name("node_modules")
    return Path(os.environ.get("PADANAN_NODE_MODULES", here))


def uno() -> Path:
    """Return the folder of LibreOffice's module for Python; see ``PADANAN_UNO``."""
    return Path(os.environ.get("PADANAN_UNO", "/usr/lib/python3/dist-packages"))


def place(name: str) -> Path | None:
    """Return where a client is, ``None`` where it is missing."""
    if name == "omegat":
        file = omegat() / "OmegaT.jar"
        return file if file.is_file() else None
    if name == "uno":
        file = uno() / "uno.py"
        return file if file.is_file() else None
    if name in NODE_PACKAGES:
        folder = node_modules() / name
        return folder if folder.is_dir() else None
    found = shutil.which(name)
    return Path(found) if found else None


_named: set[str] = set()


def need(*names: str) -> None:
    """Skip the test that begins where one of the clients that it names is missing."""
    _named.clear()
    _named.update(names)
    missing = [name for name in names if place(name) is None]
    if missing:
        pytest.skip(f"not installed: {', '.join(missing)}; make clients installs them")


def run(program: str, *arguments: str | Path) -> str:
    """Run a program to its end and return its output; it must exit with status 0."""
    assert program in _named, f'the test needs the mark @client("{program}")'
    result = subprocess.run(
        (program, *map(str, arguments)),
        env=os.environ | {"NODE_PATH": str(node_modules())},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert result.returncode == 0, result.stderr
    return result.stdout


def schematron(schema: Path, *documents: Path) -> str:
    """Return what a Schematron schema says of documents, as ``node-schematron`` does.

    Returns:
        A line for each message, nothing where the documents are valid.
    """
    return run("node", Path(__file__).with_name("schematron.js"), schema, *documents)


def check_html(*arguments: str | Path) -> str:
    """Return what the Nu HTML checker writes to its standard output."""
    return run(
        "java", "-jar", node_modules() / "vnu-jar/build/dist/vnu.jar", *arguments
    )
