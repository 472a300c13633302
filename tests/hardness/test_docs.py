"""`docs/hardness.md` and the tests say the same."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import TYPE_CHECKING

from tests.hardness.hostile import ROWS, STATUS
from tests.hardness.test_corpora import TIMES
from tests.hardness.test_writers import KILLS, RACES, WRITERS

if TYPE_CHECKING:
    from collections.abc import Iterator

PAGE = Path(__file__).parents[2] / "docs" / "hardness.md"
HERE = Path(__file__).parent


def table() -> Iterator[tuple[str, str, str, str]]:
    """Yield the rows of the table: attack, files, outcome, exit status or test."""
    for line in PAGE.read_text("utf-8").splitlines():
        cells = tuple(cell.strip() for cell in line.strip("| ").split(" | "))
        if line.startswith("| ") and len(cells) == 4 and cells[0] != "input":
            yield cells


def known() -> set[str]:
    """Return the names of all tests of this folder."""
    return {
        node.name
        for path in HERE.glob("test_*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
    }


def test_every_hostile_file_is_in_the_table() -> None:
    """The rows on files are those of the test: name, files, outcome, status."""
    shown = [row for row in table() if not row[3].startswith("`")]
    assert shown == [
        (
            row.name,
            ", ".join(f"`{name}`" for name in row.cases),
            row.outcome,
            f"{row.status} ({STATUS[row.status]})",
        )
        for row in ROWS
    ]


def test_every_other_row_is_a_test() -> None:
    """Each other row names a test that is there."""
    named = [row[3].strip("`") for row in table() if row[3].startswith("`")]
    assert len(named) > 5
    assert set(named) <= known()


def test_the_figures() -> None:
    """The page says how many hostile files are tried, and how many writers killed."""
    text = " ".join(PAGE.read_text("utf-8").split())
    count = sum(len(row.cases) for row in ROWS)
    assert re.search(rf"\b{count} hostile files of {len(ROWS)} kinds\b", text)
    writers = len(WRITERS)
    for figure in (
        f"tries {count} hostile files",
        f"{writers * KILLS} writers are killed half-way",
        f"{writers} are stopped by a limit",
        f"{writers * RACES} pairs of writers",
        f"a corpus run is killed {TIMES} times",
    ):
        assert figure in text
