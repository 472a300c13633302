"""Whatever is hostile is read, told or refused: one line, nothing lost, in bounds."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from tests.hardness.hostile import READ, REFUSED, ROWS, SECRET, TOLD, Row
from tests.hardness.running import run

if TYPE_CHECKING:
    from pathlib import Path

    from tests.hardness.hostile import Make

SLOW = ("packed by", "in every command", "page unpacks", "million pages",
        "groups or words", "20,000 terms", "100,000 cues")  # fmt: skip
"""Parts of the names of rows that take seconds: to make the file, or to read it."""

CASES = [
    pytest.param(
        row,
        make,
        id=f"{row.name}, {name}",
        marks=[pytest.mark.slow] if any(part in row.name for part in SLOW) else [],
    )
    for row in ROWS
    for name, make in row.cases.items()
]


def found_in(folder: Path) -> dict[str, bytes | None]:
    """Return all ordinary files of a folder with what is in them."""
    return {
        str(path.relative_to(folder)): (
            path.read_bytes()
            if path.is_file() and not path.is_symlink() and path.stat().st_size < 2**30
            else None
        )
        for path in sorted(folder.rglob("*"))
    }


@pytest.mark.parametrize(("row", "make"), CASES)
def test_hostile(row: Row, make: Make, tmp_path: Path) -> None:
    """The command ends as the table says, and every file is what it was."""
    folder = tmp_path / "a" / "b" / "c"
    logs = tmp_path / "logs"
    folder.mkdir(parents=True)
    logs.mkdir()
    arguments = make(folder)
    before = found_in(tmp_path / "a")
    outcome = run(arguments, folder, logs)
    assert outcome.status == row.status, outcome.errors[-2_000:]
    if row.status != READ:
        lines = outcome.errors.splitlines()
        # A corpus run ends with a line that counts its documents.
        (line,) = lines if row.status == REFUSED else lines[:-1]
        assert line.startswith("padanan: ")
        assert len(line) < 700
    if row.status == REFUSED:
        assert outcome.output == ""
    if row.status == TOLD:
        assert outcome.output.count("\n") == 1
    assert SECRET not in outcome.output + outcome.errors
    assert "Traceback" not in outcome.errors
    after = found_in(tmp_path / "a")
    if "import" not in arguments or row.status != READ:
        assert after == before
    assert not os.path.lexists("/etc/evil.txt")
