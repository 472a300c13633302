"""Finished chunks are found again, and only those that would be the same."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NoReturn

import pytest

from padanan.corpus import parts
from padanan.corpus.parts import Parts
from padanan.corpus.sources import Item
from padanan.corpus.work import Chunk, Result, Task, work
from padanan.corpus.workers import Workers
from padanan.errors import DocumentError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

CHUNK = Chunk(3, (Item("a.txt", "a.txt", b"nota"), Item("b", "b", problem="gone")))


def forbidden(_chunk: Chunk) -> NoReturn:
    """Begin with nothing."""
    pytest.fail("it was done before")


@pytest.fixture
def kept(task: Task, tmp_path: Path) -> Path:
    """The part of a finished chunk."""
    return Parts(tmp_path, task).keep(CHUNK, work(task, CHUNK))


def test_what_is_finished_is_not_done_again(
    task: Task, kept: Path, tmp_path: Path
) -> None:
    """A later run takes what the first one kept, problems included."""
    later = Parts(tmp_path, task._replace())
    result = later.resumed(Workers(forbidden, 1)).start(CHUNK)()
    assert result == Result(b"", 1, ("b: gone",))
    assert later.keep(CHUNK, result) == kept
    assert b"".join(parts.lines_of([kept, kept])) == work(task, CHUNK).lines * 2


@pytest.mark.parametrize(
    "other",
    [
        CHUNK._replace(number=4),
        CHUNK._replace(items=CHUNK.items[:1]),
        CHUNK._replace(items=(CHUNK.items[0]._replace(data=b"Nota"),)),
        CHUNK._replace(items=(CHUNK.items[0]._replace(stamp=1),)),
    ],
)
@pytest.mark.usefixtures("kept")
def test_another_chunk_is_done(other: Chunk, task: Task, tmp_path: Path) -> None:
    """Where anything of the documents changed they are annotated anew."""
    workers = Workers(lambda chunk: lambda: work(task, chunk), 1)
    result = Parts(tmp_path, task).resumed(workers).start(other)()
    assert result.lines


@pytest.mark.parametrize("change", ["first_only", "options", "encoding"])
def test_another_task_has_other_parts(change: str, task: Task, tmp_path: Path) -> None:
    """Where anything of the task changed its parts are others."""
    others = {
        "first_only": task._replace(first_only=True),
        "options": task._replace(
            options=task.options._replace(domains=frozenset({"law"}))
        ),
        "encoding": task._replace(encoding="cp1252"),
    }
    other = Parts(tmp_path, others[change]).path(CHUNK)
    assert other != Parts(tmp_path, task).path(CHUNK)


def test_parts_that_are_gone(kept: Path) -> None:
    """Where another run removed a part this one says so."""
    kept.unlink()
    with pytest.raises(DocumentError, match="run this one again"):
        list(parts.lines_of([kept]))


def test_a_part_is_written_whole_or_not_at_all(
    task: Task, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk leaves no half part behind."""

    def fail(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OSError, match="No space left"):
        Parts(tmp_path, task).keep(CHUNK, work(task, CHUNK))
    assert not list(tmp_path.iterdir())


def test_removal(kept: Path, tmp_path: Path) -> None:
    """Parts go with their folder, unless there is something else in it."""
    folder = tmp_path / "x.parts"
    folder.mkdir()
    kept.rename(folder / kept.name)
    (folder / f".{'0' * 16}.tmp").touch()
    (folder / "other").touch()
    parts.remove(folder)
    assert [path.name for path in folder.iterdir()] == ["other"]
    (folder / "other").unlink()
    parts.remove(folder)
    parts.remove(folder)
    assert not folder.exists()


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: data[: len(data) // 2],
        lambda data: data[:-1],
        lambda data: data + b"{}\n",
        lambda data: data[:-3] + b"X" + data[-2:],
        lambda data: data.partition(b"\n")[0],
        lambda _: b"",
        lambda _: b"{}\n",
        lambda data: data.replace(b'"documents": ', b'"documents": 1e999'),
        lambda _: b"[" * 100_000,
        lambda _: b"\xff\n",
        lambda data: data.replace(b'"problems": [', b'"problems": [NaN'),
        lambda data: data.replace(b'"unread": [', b'"unread": [[1, 2]'),
        lambda data: b"[" + data.partition(b"\n")[0] + b"]\n",
    ],
)
def test_a_damaged_part_is_done_again(
    damage: Callable[[bytes], bytes], task: Task, kept: Path, tmp_path: Path
) -> None:
    """Whatever a part has lost or gained, its chunk is done anew and kept whole."""
    whole = kept.read_bytes()
    kept.write_bytes(damage(whole))
    workers = Workers(lambda chunk: lambda: work(task, chunk), 1)
    again = Parts(tmp_path, task)
    result = again.resumed(workers).start(CHUNK)()
    assert result == work(task, CHUNK)
    assert again.keep(CHUNK, result).read_bytes() == whole
