"""Finished chunks are found again, and only those that would be the same."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import pytest

from padanan.corpus import parts
from padanan.corpus.parts import Parts, keep, resumed
from padanan.corpus.sources import Item
from padanan.corpus.work import Chunk, Result, Task, work
from padanan.corpus.workers import Workers
from padanan.errors import DocumentError

if TYPE_CHECKING:
    from collections.abc import Callable

CHUNK = Chunk(3, (Item("a.txt", "a.txt", b"nota"), Item("b", "b", problem="gone")))


def forbidden(_chunk: Chunk) -> NoReturn:
    """Begin with nothing."""
    pytest.fail("it was done before")


@pytest.fixture
def kept(task: Task, tmp_path: Path) -> Path:
    """The part of a finished chunk."""
    path = Parts(tmp_path, task).path(CHUNK)
    keep(path, work(task, CHUNK))
    return path


def done(folder: Path, task: Task, workers: Workers, chunk: Chunk = CHUNK) -> Result:
    """What a later run has of a chunk."""
    [placed] = Parts(folder, task).placed([chunk])
    return resumed(workers)(placed)()


def test_what_is_finished_is_not_done_again(
    task: Task, kept: Path, tmp_path: Path
) -> None:
    """A later run takes what the first one kept, problems included."""
    whole = kept.read_bytes()
    result = done(tmp_path, task._replace(), Workers(forbidden, 1))
    assert result == Result(b"", 1, ("b: gone",))
    keep(kept, result)
    assert kept.read_bytes() == whole
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
    assert done(tmp_path, task, workers, other).lines


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

    def fail(*_paths: Path) -> None:
        raise OSError(28, "No space left on device")

    # The last thing that is done: all that was made before is there to be left behind.
    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(OSError, match="No space left"):
        keep(Parts(tmp_path, task).path(CHUNK), work(task, CHUNK))
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
    result = done(tmp_path, task, workers)
    assert result == work(task, CHUNK)
    keep(kept, result)
    assert kept.read_bytes() == whole


def test_a_part_does_not_wait_for_the_disk(
    task: Task, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a power cut takes is done again, so nothing is flushed for a part."""
    monkeypatch.setattr(os, "fsync", lambda _: pytest.fail("it waits"))
    keep(Parts(tmp_path, task).path(CHUNK), work(task, CHUNK))
