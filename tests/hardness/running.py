"""Runs the command in a process of its own, with bounds on what it may take."""

from __future__ import annotations

import multiprocessing
import os
import resource
import sys
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path

MEMORY = 1_500 * 1024 * 1024
"""Bytes of address space that a command may have, Python and libraries included."""
SECONDS = 60
"""Of processor time; what takes longer is killed, and fails its test."""

_PRELOAD = [
    "docx", "jinja2", "lxml.etree", "lxml.html", "openpyxl", "tests.hardness.running",
    "padanan.cli.annotate", "padanan.cli.check", "padanan.cli.import_",
]  # fmt: skip


class Limits(NamedTuple):
    """What the process may take.

    Attributes:
        memory: bytes of address space.
        size: bytes of any one file that it writes; -1 for as many as it likes.
    """

    memory: int = MEMORY
    size: int = -1


BOUNDED = Limits()


class Outcome(NamedTuple):
    """What a command did.

    Attributes:
        status: exit status; negative where a signal ended it.
        output: what it wrote to standard output.
        errors: what it told on standard error.
    """

    status: int
    output: str
    errors: str


def started(
    arguments: tuple[str, ...], folder: Path, logs: Path, limits: Limits = BOUNDED
) -> multiprocessing.process.BaseProcess:
    """Start ``padanan`` in a folder, with what it prints in another one."""
    # Forked from a process without threads, which has the modules loaded already.
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(_PRELOAD)
    process = context.Process(target=_child, args=(arguments, folder, logs, limits))
    process.start()
    return process


def run(
    arguments: tuple[str, ...], folder: Path, logs: Path, limits: Limits = BOUNDED
) -> Outcome:
    """Run ``padanan`` in a folder, with what it prints in another one."""
    process = started(arguments, folder, logs, limits)
    process.join()
    output, errors = (
        (logs / name).read_bytes().decode("utf-8", "replace")
        for name in ("stdout", "stderr")
    )
    return Outcome(process.exitcode or 0, output, errors)


def _child(
    arguments: tuple[str, ...], folder: Path, logs: Path, limits: Limits
) -> None:
    for number, name in ((1, "stdout"), (2, "stderr")):
        log = os.open(logs / name, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        os.dup2(log, number)
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr] # a text file
    sys.stderr.reconfigure(encoding="utf-8")  # type: ignore[union-attr] # a text file
    os.chdir(folder)
    resource.setrlimit(resource.RLIMIT_AS, (limits.memory, limits.memory))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (limits.size, limits.size))
    from padanan.cli import main

    main(arguments, prog_name="padanan")
