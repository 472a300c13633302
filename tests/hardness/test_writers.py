"""Whatever stops a writer, the file is the old or the new one, never half."""

from __future__ import annotations

import subprocess
import sys
import time
from functools import cache
from typing import TYPE_CHECKING

import pytest

from tests.hardness.files import SENTENCE, place, valid
from tests.hardness.running import Limits, run, started

if TYPE_CHECKING:
    from pathlib import Path

WRITERS = {
    "annotate --format html": ("annotate", "long.txt", "--format", "html", "-o", "TO"),
    "annotate --format jsonl": ("annotate", "long.txt", "--format", "jsonl", "-o",
                                "TO"),
    "annotate --jobs": ("annotate", "in", "--jobs", "1", "-o", "TO"),
    "export": ("export", "--to", "tbx-2008", "--domain", "law", "-o", "TO"),
    "export to a workbook": ("export", "--to", "xlsx", "--domain", "law", "-o", "TO"),
    "worksheet as a workbook": ("worksheet", "long.txt", "--to", "xlsx", "-o", "TO"),
    "worksheet as a document": ("worksheet", "long.txt", "--to", "docx", "-o", "TO"),
    "worksheet": ("worksheet", "long.txt", "--to", "xliff", "-o", "TO"),

    "check": ("check", "usual.txt", "usual.txt", "--format", "html", "-o", "TO"),
    "import --write": ("import", "a.json", "--into", "my.po", "--write"),
    "lint --fix": ("lint", "--fix", "my.po"),
}  # fmt: skip
"""Every command that writes a file."""
TARGET = "target"
LONG = "".join(f"{SENTENCE} {number}.\n\n" for number in range(400))
LIMIT = 2_000
"""Bytes of a file: less than any of the results."""
KILLS = 4
"""So often each writer is killed, later each time."""
RACES = 2
"""So often two of each write at once."""


@cache
def target_of(arguments: tuple[str, ...]) -> str:
    """Return the file that a command writes."""
    return TARGET if "TO" in arguments else "my.po"


def arranged(folder: Path, arguments: tuple[str, ...]) -> tuple[str, ...]:
    """Put everything in its place, the old file too, and return the command."""
    folder.mkdir(exist_ok=True)
    (folder / "in").mkdir(exist_ok=True)
    for name in ("sheet.xlf", "a.json"):
        place(folder, name, valid(name))
    (folder / "long.txt").write_text(LONG, "utf-8")
    for number in range(40):
        (folder / "in" / f"{number}.txt").write_text(SENTENCE * 10, "utf-8")
    with (folder / "my.po").open("ab") as stream:
        for number in range(200):
            stream.write(b'\n\n\nmsgid   "nota %d"\nmsgstr "note"\n' % number)
    (folder / TARGET).write_bytes(b"old")
    if "worksheet" in arguments:  # it never writes over anything
        (folder / TARGET).unlink()
    force = ("--force",) if "TO" in arguments else ()  # the old file is not ours
    return tuple(TARGET if word == "TO" else word for word in (*arguments, *force))


def content(path: Path) -> bytes | None:
    """Return what is in a file, ``None`` where there is none."""
    return path.read_bytes() if path.exists() else None


@pytest.fixture
def logs(tmp_path: Path) -> Path:
    """A folder for what commands print."""
    folder = tmp_path / "logs"
    folder.mkdir()
    return folder


@pytest.fixture(params=list(WRITERS))
def writer(request: pytest.FixtureRequest) -> tuple[str, ...]:
    """Each command that writes a file."""
    return WRITERS[request.param]


@pytest.mark.slow
def test_killed_half_way(writer: tuple[str, ...], tmp_path: Path, logs: Path) -> None:
    """A writer that is killed leaves the old or the new file; the next one writes."""
    folder = tmp_path / "in"
    command = arranged(folder, writer)
    path = folder / target_of(writer)
    old = content(path)
    begin = time.monotonic()
    run(command, folder, logs)
    seconds = time.monotonic() - begin
    new = path.read_bytes()
    assert new != old
    for number in range(KILLS):
        arranged(folder, writer)
        process = started(command, folder, logs)
        process.join(seconds * (number + 1) / KILLS)
        process.kill()
        process.join()
        assert content(path) in {old, new}
    arranged(folder, writer)
    run(command, folder, logs)
    assert path.read_bytes() == new


def test_the_limit_of_file_sizes(
    writer: tuple[str, ...], tmp_path: Path, logs: Path
) -> None:
    """A writer that meets the limit of file sizes says so and leaves the old file."""
    folder = tmp_path / "in"
    command = arranged(folder, writer)
    path = folder / target_of(writer)
    old = content(path)
    outcome = run(command, folder, logs, Limits(size=LIMIT))
    assert outcome.status == 2
    assert outcome.errors.startswith("padanan: ")
    # A generator of openpyxl that cannot close its file complains when it is deleted.
    lines = outcome.errors.partition("Exception ignored in: <generator")[0]
    assert lines.count("\n") <= 1
    assert content(path) == old


@pytest.mark.slow
def test_two_writers_at_once(
    writer: tuple[str, ...], tmp_path: Path, logs: Path
) -> None:
    """Of two writers at once one is the last: its file is whole."""
    folder = tmp_path / "in"
    command = arranged(folder, writer)
    path = folder / target_of(writer)
    old = content(path)
    run(command, folder, logs)
    new = path.read_bytes()
    for _ in range(RACES):
        arranged(folder, writer)
        both = [started(command, folder, logs) for _ in range(2)]
        for process in both:
            process.join()
        assert {process.exitcode for process in both} <= {0, 1, 2}
        assert path.read_bytes() == new != old


@pytest.mark.parametrize(
    ("target", "reason"),
    [
        ("in", "Is a directory"),
        ("none/target", "No such file or directory"),
        ("long.txt/target", "Not a directory"),
        ("/dev/full", "No space left on device"),
        ("x" * 300, "File name too long"),
    ],
)  # fmt: skip
def test_a_target_that_cannot_be_written(
    target: str, reason: str, tmp_path: Path, logs: Path
) -> None:
    """A target that is none is told in one line, with its name."""
    folder = tmp_path / "in"
    for name in ("annotate --jobs", "annotate --format jsonl", "export"):
        command = arranged(folder, WRITERS[name])
        words = tuple(target if word == TARGET else word for word in command)
        outcome = run(words, folder, logs)
        assert outcome.status == 2, (name, outcome)
        (line,) = outcome.errors.splitlines()
        assert line.startswith("padanan: ")
        assert reason in line


def test_a_full_standard_output() -> None:
    """Standard output on a full disk is one line and exit status 2."""
    with open("/dev/full", "wb") as full:  # noqa: PTH123 - a device
        result = subprocess.run(
            (sys.executable, "-m", "padanan", "export", "--to", "csv",
             "--domain", "law"),
            stdout=full, stderr=subprocess.PIPE, check=False,
        )  # fmt: skip
    assert result.returncode == 2
    assert result.stderr.decode() == "padanan: No space left on device\n"


def test_imports_at_once(tmp_path: Path, logs: Path) -> None:
    """Of imports into one file at once none is lost that says it was written."""
    words = [f"kata{number}" for number in range(4)]
    (tmp_path / "my.po").write_bytes(b"")
    for word in words:
        (tmp_path / f"{word}.csv").write_text(f"term,English\n{word},word\n", "utf-8")
        (logs / word).mkdir()
    running = [
        started(
            ("import", f"{word}.csv", "--into", "my.po", "--write"),
            tmp_path,
            logs / word,
        )
        for word in words
    ]
    for process in running:
        process.join()
    found = (tmp_path / "my.po").read_text("utf-8")
    written = {word for word in words if f'"{word}"' in found}
    assert written
    for word, process in zip(words, running, strict=True):
        assert process.exitcode == (0 if word in written else 2)
        told = (logs / word / "stderr").read_text("utf-8")
        assert ("changed meanwhile" in told) == (word not in written)
