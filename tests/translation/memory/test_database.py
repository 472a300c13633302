"""A memory in a file: every translation once, and nothing lost."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from padanan.errors import DocumentError
from padanan.translation.memory import database
from padanan.translation.memory.database import (
    PlacedUnit,
    Remembered,
    add,
    opened,
    units,
)
from tests.laws import examples

if TYPE_CHECKING:
    from pathlib import Path

PAIRS = st.lists(
    st.tuples(*(st.text(st.characters(codec="utf-8"), min_size=1, max_size=20),) * 2),
    max_size=8,
)


@pytest.fixture
def path(tmp_path: Path) -> str:
    """Where a memory is made."""
    return str(tmp_path / "house.sqlite")


def placed(*pairs: tuple[str, str]) -> list[PlacedUnit]:
    """Return translations that stand nowhere."""
    return [PlacedUnit(Remembered(*pair)) for pair in pairs]


@given(PAIRS)
@examples(50)
def test_each_translation_is_there_once(pairs: list[tuple[str, str]]) -> None:
    """In the order in which they came, however often they are added."""
    with opened(":memory:", create=True) as memory:
        add(memory, placed(*pairs), "a")
        add(memory, placed(*pairs), "b")
        found = [(one.source, one.target) for one in units(memory)]
        counted = database.counts(memory)
    once: dict[tuple[int, int], tuple[str, str]] = {}
    for source, target in pairs:
        once.setdefault((database.key(source), database.key(target)), (source, target))
    assert found == list(once.values())
    assert counted.units == len(found)


def test_several_translations_of_a_sentence(path: str) -> None:
    """All are kept, with the file that each came from first."""
    with opened(path, create=True) as memory:
        assert add(memory, placed(("nota", "note")), "a.tmx") == (1, 1)
        added = add(memory, placed(("nota", "note"), ("nota", "memo")), "b.tmx")
        assert added == (2, 1)
    with opened(path) as memory:
        assert [one[:3] for one in units(memory)] == [
            ("nota", "note", "a.tmx"),
            ("nota", "memo", "b.tmx"),
        ]


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"nota,note\n", "not a memory of Padanan — name another file"),
        (database.BEGINS + b"\x00" * 500, "the memory is damaged — take a copy"),
    ],
)
def test_other_files_are_refused(path: str, data: bytes, problem: str) -> None:
    """In one line, and they stay as they are."""
    with open(path, "wb") as file:  # noqa: PTH123 - a name as the command has it
        file.write(data)
    with pytest.raises(DocumentError) as caught, opened(path, create=True):
        raise AssertionError
    assert str(caught.value) == f"{path}: {problem}"


def test_databases_of_other_programs_are_refused(path: str) -> None:
    """A SQLite file with other tables, or of a later version, is not written to."""
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE unit (id)")
    other.close()
    with pytest.raises(DocumentError, match="not a memory"), opened(path):
        raise AssertionError


def test_later_versions_are_refused(path: str) -> None:
    """What a later Padanan made is not read wrongly."""
    with opened(path, create=True) as memory:
        memory.execute("PRAGMA user_version = 99")
    with pytest.raises(DocumentError, match="version 99, not 1"), opened(path):
        raise AssertionError


def test_there_is_none(path: str) -> None:
    """A memory that is asked is not made."""
    with pytest.raises(DocumentError, match="there is no memory"), opened(path):
        raise AssertionError


def test_another_program_writes(path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading goes on meanwhile; a second writer is told to wait."""
    monkeypatch.setattr(database, "WAIT", 0.01)
    with opened(path, create=True) as writer:
        add(writer, placed(("nota", "note")), "a")
        writer.execute("BEGIN IMMEDIATE")
        with opened(path) as reader:
            assert len(list(units(reader))) == 1
        with (
            pytest.raises(DocumentError, match="another program writes"),
            opened(path) as second,
        ):
            add(second, placed(("visa", "visa")), "b")


WRITER = """
import sys
from padanan.translation.memory import database as d
d.BATCH = 10
def pairs():
    for number in range(100_000):
        if number % 10 == 0 and number:
            print(number, flush=True)
        yield d.Placed(d.Remembered(f"nota {number}", f"note {number}"))
with d.opened(sys.argv[1], create=True) as memory:
    d.add(memory, pairs(), "a")
"""


@pytest.mark.slow
@pytest.mark.parametrize("after", [1, 3, 10, 40])
def test_a_writer_that_is_killed(path: str, after: int) -> None:
    """What it had committed is there, whole; the memory can be added to."""
    process = subprocess.Popen(
        [sys.executable, "-c", WRITER, path], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    last = [int(process.stdout.readline()) for _ in range(after)][-1]
    process.kill()
    process.wait()
    process.stdout.close()
    with opened(path) as memory:
        found = [one.source for one in units(memory)]
        # The batch before the one that was being gathered is committed.
        assert len(found) >= last - 10
        assert found == [f"nota {number}" for number in range(len(found))]
        (state,) = memory.execute("PRAGMA integrity_check").fetchone()
        assert state == "ok"
        memory.execute("INSERT INTO words (words) VALUES ('integrity-check')")
        assert add(memory, placed(("visa", "visa")), "b") == (1, 1)
