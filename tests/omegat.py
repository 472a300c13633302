"""OmegaT's own glossary readers, driven by the harness of the reference texts."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from tests import clients
from tests.shared import shared_path

client = clients.client("java", "javac", "omegat")
"""Mark of a test that OmegaT takes part in; our harnesses are compiled for it."""


def entries(path: Path) -> list[tuple[str, str, str]]:
    """Return source, target and comment of each entry that OmegaT reads in a file.

    Its name decides the reader: ``.tbx``, ``.csv``, anything else is tab-separated.
    """
    classes = os.pathsep.join((_classes(), str(_harness())))
    printed = clients.run(
        "java", "-Djava.awt.headless=true", "-Dfile.encoding=UTF-8",
        "-Dstdout.encoding=UTF-8", "-cp", classes, "OmegaTGlossary", "id", "en", path,
    )  # fmt: skip
    lines = printed.split("\n")[1:-1]
    return [_entry(line) for line in lines]


def write(path: Path, *entries: tuple[str, str, str]) -> None:
    """Let OmegaT write a glossary: source, target and comment of each entry."""
    classes = _classes()
    program = Path(__file__).parent / "clients" / "OmegaTWriter.java"
    # Not as arguments: Java reads those in the encoding of the machine.
    table = path.with_suffix(".entries")
    table.write_text(
        "".join("\t".join(entry) + "\n" for entry in entries), encoding="utf-8"
    )
    clients.run(
        "java", "-Djava.awt.headless=true", "-cp", classes, program, path, table
    )


def _classes() -> str:
    folder = clients.omegat()
    return f"{folder / 'OmegaT.jar'}{os.pathsep}{folder / 'lib' / '*'}"


def _entry(line: str) -> tuple[str, str, str]:
    source, target, comment = line.split("\t", 2)
    return source, target, comment


@cache
def _harness() -> Path:
    """Compile the harness once a run."""
    folder = Path(mkdtemp(prefix="omegat-"))
    source = shared_path() / "clients" / "OmegaTGlossary.java"
    clients.run("javac", "-cp", _classes(), "-d", folder, source)
    return folder
