"""Whatever becomes of the standard streams, it is one line at most, and exit 2."""

from __future__ import annotations

import subprocess
import sys

import pytest

SHELL = "/bin/sh"
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="needs /dev/full")


def shell(command: str) -> tuple[int, str]:
    """Run a command in a shell; return its status and all it printed."""
    program = f"{sys.executable} -m padanan"
    result = subprocess.run(
        (SHELL, "-c", command.replace("padanan", program, 1)),
        capture_output=True,
        text=True,
        check=False,
    )
    return result.returncode, result.stdout + result.stderr


@pytest.mark.parametrize("to", [">&-", ">/dev/full"])
@pytest.mark.parametrize(
    "command",
    [
        "padanan lookup menteri",
        "padanan stats",
        "padanan formats --format json",
        "padanan export --to csv --domain law",
        "padanan --help",
        "padanan lint --help",
    ],
)
def test_output_that_cannot_be_written(command: str, to: str) -> None:
    """A closed and a full standard output are told."""
    status, told = shell(f"{command} {to}")
    assert status == 2
    assert told.count("\n") == 1
    assert told.startswith("padanan: ")


@pytest.mark.parametrize(
    "command", ["annotate -", "terms -", "worksheet - --to po", "check -", "extract -"]
)
def test_closed_standard_input(command: str) -> None:
    """A closed standard input is told."""
    status, told = shell(f"padanan {command} <&-")
    assert status == 2
    assert told == "padanan: -: standard input is closed — name a file\n"


def test_closed_standard_error() -> None:
    """Where nobody can be told, the exit status still says it."""
    assert shell("padanan lint none.po 2>&-") == (2, "")


def test_a_result_in_a_file_needs_no_output(tmp_path: object) -> None:
    """What is written to a file does not need standard output."""
    status, told = shell(f"padanan stats --format json -o {tmp_path}/a.json >&-")
    assert (status, told) == (0, "")


@pytest.mark.parametrize("memory", [100_000, 300_000, 500_000])
def test_little_memory(memory: int) -> None:
    """A short article is read in little memory, or it is told that there is none."""
    status, told = shell(f"ulimit -v {memory}; echo nota | padanan annotate -")
    assert "Traceback" not in told
    assert status in {0, 2}
    assert status == 0 or told.count("\n") == 1


def test_interrupt_while_it_is_loaded() -> None:
    """Ctrl-C before the first command runs is no traceback."""
    code = (
        "import builtins\n"
        "from padanan.__main__ import run\n"
        "real = builtins.__import__\n"
        "def interrupted(name, *rest):\n"
        "    if name == 'padanan.cli': raise KeyboardInterrupt\n"
        "    return real(name, *rest)\n"
        "builtins.__import__ = interrupted\n"
        "run()\n"
    )
    result = subprocess.run(
        (sys.executable, "-c", code), capture_output=True, check=False
    )
    assert (result.returncode, result.stderr) == (130, b"")
