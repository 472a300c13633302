"""The cache can only save time: nothing that is wrong with it is ever seen."""

from __future__ import annotations

import json
import multiprocessing
import os
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from mmap import mmap
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import padanan
from padanan.glossary import cache
from padanan.matching import cached
from padanan.matching.compiled import FORMAT

GLOSSARY = 'msgid ""\nmsgstr ""\n\nmsgid "kuasa usaha"\nmsgstr "chargé d\'affaires"\n'


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty cache folder, which the environment names."""
    folder = tmp_path / "cache"
    monkeypatch.setenv(cache.ENVIRONMENT, str(folder))
    return folder


@pytest.fixture
def glossary(tmp_path: Path) -> Path:
    """A glossary of one entry."""
    path = tmp_path / "own.po"
    path.write_text(GLOSSARY, encoding="utf-8")
    return path


def find(path: Path) -> list[str]:
    """Return the English that a glossary gives for its one term."""
    annotator = padanan.Annotator.from_files(path, shipped=False)
    return [one.equivalents[0] for one in annotator.annotate("Kuasa usaha itu tiba.")]


@given(st.lists(st.binary(max_size=8), max_size=4), st.lists(st.binary(max_size=8)))
def test_keys_tell_parts_apart(one: list[bytes], other: list[bytes]) -> None:
    """Two lists of parts have one key only where they are the same list."""
    assert (cache.key(one) == cache.key(other)) is (one == other)


def test_made_once(place: Path) -> None:
    """What was made is fetched from then on, and nothing else lies in the folder."""
    assert cache.fetch("a", lambda: b"made", place) == b"made"
    assert cache.fetch("a", lambda: b"again", place) == b"made"
    assert [path.name for path in place.iterdir()] == ["a.cache"]


def test_without_a_folder() -> None:
    """No folder, no cache."""
    assert cache.fetch("a", lambda: b"made", None) == b"made"


@pytest.mark.parametrize(
    "damaged",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"x", id="one byte"),
        pytest.param(b"x" * 31, id="shorter than a digest"),
        pytest.param(b"mad" + cache.checksum(b"made"), id="truncated"),
        pytest.param(b"made!" + cache.checksum(b"made"), id="longer"),
        pytest.param(b"made" + cache.checksum(b"else"), id="of other bytes"),
    ],
)
def test_damaged(place: Path, damaged: bytes) -> None:
    """What is damaged is made again and mended."""
    place.mkdir()
    (place / "a.cache").write_bytes(damaged)
    assert cache.fetch("a", lambda: b"made", place) == b"made"
    assert cache.fetch("a", lambda: b"again", place) == b"made"


def test_a_folder_in_the_place_of_the_file(place: Path) -> None:
    """What cannot be read or replaced is no hindrance, and no litter is left."""
    (place / "a.cache").mkdir(parents=True)
    assert cache.fetch("a", lambda: b"made", place) == b"made"
    assert [path.name for path in place.iterdir()] == ["a.cache"]


def test_an_unwritable_home(tmp_path: Path) -> None:
    """A home in which no folder can be made does not stop anybody."""
    (tmp_path / "file").write_text("")
    assert cache.fetch("a", lambda: b"made", tmp_path / "file" / "b") == b"made"


def test_a_full_disk(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where writing fails half-way nothing is left behind."""

    def fail(self: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", fail)
    assert cache.fetch("a", lambda: b"made", place) == b"made"
    assert [*place.iterdir()] == []


def test_old_entries_are_forgotten(place: Path) -> None:
    """Only the newest few entries are kept, so that edits do not fill the disk."""
    for number in range(12):
        cache.fetch(str(number), lambda: b"made", place)
    assert len([*place.iterdir()]) == 8


def test_many_writers(place: Path) -> None:
    """Writers that meet write whole files."""
    data = b"x" * 100_000
    with ThreadPoolExecutor(8) as pool:
        results = pool.map(lambda _: cache.fetch("a", lambda: data, place), range(64))
        assert all(result == data for result in results)
    assert [path.name for path in place.iterdir()] == ["a.cache"]


def _fetch(place: Path) -> bytes:
    return cache.fetch("a", lambda: b"x" * 100_000, place)


def test_two_processes(place: Path) -> None:
    """Two processes that start together both get what they need."""
    context = multiprocessing.get_context("spawn")
    with context.Pool(2) as pool:
        assert pool.map(_fetch, [place] * 8) == [b"x" * 100_000] * 8


@pytest.mark.parametrize(
    ("platform", "variables", "expected"),
    [
        ("linux", {"XDG_CACHE_HOME": "/x"}, "/x/padanan"),
        ("linux", {"HOME": "/h"}, "/h/.cache/padanan"),
        ("win32", {"LOCALAPPDATA": "/l"}, "/l/padanan"),
        ("linux", {"PADANAN_CACHE": "/p", "XDG_CACHE_HOME": "/x"}, "/p"),
    ],
)
def test_where_it_lies(
    platform: str,
    variables: dict[str, str],
    expected: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The folder is where the system keeps such things, or where one says."""
    for name in ("PADANAN_CACHE", "XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "platform", platform)
    assert cache.folder().as_posix() == expected


def test_an_annotator_uses_it(place: Path, glossary: Path) -> None:
    """The second annotator of the same files compiles nothing."""
    assert find(glossary) == find(glossary) == ["chargé d'affaires"]
    assert len([*place.iterdir()]) == 1


def test_an_edited_glossary_is_compiled_anew(place: Path, glossary: Path) -> None:
    """A change in a file is seen at once."""
    find(glossary)
    edited = GLOSSARY.replace("chargé d'affaires", "chargé")
    glossary.write_text(edited, encoding="utf-8")
    assert find(glossary) == ["chargé"]
    assert len([*place.iterdir()]) == 2


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"no JSON",
        b"\n[1, 2]",
        b"\n{}",
        b"\n[999, 0, 0, 0, 0]",
        b"\0\0\0\0\n[2, 1, 4, 4, 9]",
        b'\n"text"',
    ],
)
def test_whole_but_not_ours(place: Path, glossary: Path, data: bytes) -> None:
    """Bytes that are whole, but of another version or program, are made again."""
    find(glossary)
    (kept,) = place.iterdir()
    kept.write_bytes(data + cache.checksum(data))
    assert find(glossary) == ["chargé d'affaires"]


def later(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the files have been written a while ago."""
    now = time.time_ns() + 2 * cache.FRESH
    monkeypatch.setattr("padanan.glossary.cache.time.time_ns", lambda: now)


def test_unchanged_files_are_not_even_read(
    place: Path, glossary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Once the index knows them their names, sizes and times are enough."""
    later(monkeypatch)
    find(glossary)
    monkeypatch.setattr(padanan.glossary.library, "read_glossary", None)
    assert find(glossary) == ["chargé d'affaires"]
    assert {path.name for path in place.iterdir()} > {cache.INDEX}


def test_fresh_files_are_not_remembered(place: Path, glossary: Path) -> None:
    """What may change again within the same tick of the clock is read each time."""
    find(glossary)
    assert not (place / cache.INDEX).exists()
    edited = GLOSSARY.replace("usaha", "ushaa")
    glossary.write_text(edited, encoding="utf-8")
    assert find(glossary) == []


def test_an_edit_that_keeps_the_size_is_seen(
    glossary: Path, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The time tells it from the file that the index knows."""
    later(monkeypatch)
    find(glossary)
    glossary.write_text(GLOSSARY.replace("usaha", "ushaa"), encoding="utf-8")
    assert find(glossary) == []
    assert len(json.loads((place / cache.INDEX).read_bytes())) == 2


@pytest.mark.parametrize(
    "data",
    [b"", b"{", b"[1]", b"\xff", b'{"a": 1}', b'{"a": ["b"]}', b'{"a": ["b", 1]}'],
)
def test_a_damaged_index(
    glossary: Path, place: Path, monkeypatch: pytest.MonkeyPatch, data: bytes
) -> None:
    """It is written anew."""
    later(monkeypatch)
    place.mkdir()
    (place / cache.INDEX).write_bytes(data)
    assert find(glossary) == find(glossary) == ["chargé d'affaires"]
    assert len(json.loads((place / cache.INDEX).read_bytes())) == 1


def test_what_is_kept_is_of_the_bytes_that_were_read(
    place: Path, glossary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An edit between key and compiling would be kept under the key of the old text."""
    read = []
    really = padanan.glossary.library.read_glossary

    def once(path: Path) -> padanan.glossary.library.GlossaryFile:
        read.append(path)
        return really(path)

    monkeypatch.setattr(padanan.glossary.library, "read_glossary", once)
    later(monkeypatch)
    assert find(glossary) == ["chargé d'affaires"]
    assert read == [glossary]
    for kept in place.glob("*.cache"):
        kept.unlink()
    assert find(glossary) == ["chargé d'affaires"]
    assert read == [glossary] * 2


def test_an_index_leads_nowhere_else(
    place: Path, glossary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is no name of ours is not followed."""
    later(monkeypatch)
    find(glossary)
    index = place / cache.INDEX
    (mark,) = json.loads(index.read_bytes())
    index.write_text(json.dumps({mark: ["../other", ""]}), encoding="utf-8")
    assert find(glossary) == ["chargé d'affaires"]
    assert json.loads(index.read_bytes())[mark][0].isalnum()


def test_the_index_keeps_the_last_few(place: Path) -> None:
    """It does not grow with every edit."""
    cache.fetch("name", lambda: b"made", place)
    for number in range(20):
        cache.remember(f"mark {number}", "name", place)
        assert cache.recall(f"mark {number}", place) == b"made"
    assert cache.recall("mark 0", place) is None
    assert len(json.loads((place / cache.INDEX).read_bytes())) == 8


def test_what_was_checked_is_mapped(
    place: Path, glossary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is checked once, and found the same when it is only mapped."""
    later(monkeypatch)
    asked = []
    really = cache.checksum

    def counting(data: bytes) -> bytes:
        asked.append(len(data))
        return really(data)

    monkeypatch.setattr(cache, "checksum", counting)
    assert find(glossary) == ["chargé d'affaires"]  # written
    assert find(glossary) == ["chargé d'affaires"]  # checked
    assert len(asked) == 2
    assert find(glossary) == ["chargé d'affaires"]  # mapped
    assert len(asked) == 2
    (mark,) = json.loads((place / cache.INDEX).read_bytes())
    assert isinstance(cache.recall(mark, place), mmap)


def test_what_has_changed_since_is_checked_again(
    place: Path, glossary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that was damaged after it had been checked is made again."""
    later(monkeypatch)
    for _ in range(3):
        find(glossary)
    (kept,) = place.glob("*.cache")
    whole = bytearray(kept.read_bytes())
    whole[9] ^= 1
    damaged = kept.with_name("damaged")
    damaged.write_bytes(whole)
    damaged.replace(kept)
    for _ in range(3):
        assert find(glossary) == ["chargé d'affaires"]
    assert kept.read_bytes() != whole


def test_a_fresh_file_is_checked_each_time(place: Path) -> None:
    """What may change within the same tick of the clock is not taken on trust."""
    cache.fetch("name", lambda: b"made", place)
    cache.remember("mark", "name", place)
    for _ in range(3):
        assert cache.recall("mark", place) == b"made"
        assert json.loads((place / cache.INDEX).read_bytes()) == {"mark": ["name", ""]}


def test_an_index_that_cannot_be_written(tmp_path: Path) -> None:
    """Then the files are read each time, and nothing is said."""
    (tmp_path / "file").write_bytes(b"")
    cache.remember("mark", "name", tmp_path / "file")
    assert cache.recall("mark", tmp_path / "file") is None


def test_a_truncated_file(place: Path, glossary: Path) -> None:
    """A file that was cut off anywhere is made again."""
    find(glossary)
    (kept,) = place.iterdir()
    whole = kept.read_bytes()
    for length in range(0, len(whole), len(whole) // 7):
        kept.write_bytes(whole[:length])
        assert find(glossary) == ["chargé d'affaires"]


def test_another_machine_has_another_key(
    place: Path, glossary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An interpreter with other Unicode tables does not read what this one compiled."""
    find(glossary)
    monkeypatch.setattr(cached, "MACHINE", "cpython-399 little")
    monkeypatch.setattr(cached, "_is_loaded", lambda: True)
    find(glossary)
    assert len([*place.iterdir()]) == 2


def test_no_cache(place: Path, glossary: Path) -> None:
    """Without the cache nothing is written."""
    padanan.Annotator.from_files(glossary, shipped=False, cache=False)
    assert not place.exists()


HOSTILE = (
    b"\n" + b"[" * 200_000,
    b"\n{}",
    b"\n[1,2,3]",
    b"\n[%d,99999999999,-5,1e999,0,0,0,0,0]" % FORMAT,
    b'{}\n[%d,"a",0,0,0,0,0,2,0]' % FORMAT,
    b"{}\n[%d,0,0,0,0,0,0,2,0]" % FORMAT,
)


@pytest.mark.parametrize("data", HOSTILE)
def test_a_hostile_form_is_made_again(data: bytes, tmp_path: Path) -> None:
    """What has a right checksum and nothing else is no error either."""
    for path in kept_in(tmp_path):
        path.write_bytes(data + cache.checksum(data))
    assert compiled_in(tmp_path) == 1


@pytest.mark.parametrize("kind", ["fifo", "device", "deep"])
@pytest.mark.skipif(sys.platform == "win32", reason="needs pipes and devices")
def test_a_hostile_index_is_passed_over(kind: str, tmp_path: Path) -> None:
    """A pipe, a device without end and JSON without end are no index."""
    index = tmp_path / cache.INDEX
    if kind == "fifo":
        os.mkfifo(index)
    elif kind == "device":
        index.symlink_to("/dev/zero")
    else:
        index.write_bytes(b"[" * 200_000)
    assert cache.recall("mark", tmp_path) is None
    assert cache.fetch("a" * 40, lambda: b"made", tmp_path) == b"made"


def test_no_home_is_no_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    """A user without a home, and one that nobody knows, go without a cache."""
    monkeypatch.delenv(cache.ENVIRONMENT, raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", "~nobodyxyz/c")
    assert cache.found_folder() is None


def kept_in(folder: Path) -> list[Path]:
    """Return the compiled forms in a folder, with one in it."""
    compiled_in(folder)
    return list(folder.glob("*.cache"))


def compiled_in(folder: Path) -> int:
    """Compile a glossary of one concept by way of a cache; return its size."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(cache.ENVIRONMENT, str(folder))
        path = folder / "law.po"
        if not path.exists():
            path.write_text('msgid "nota"\nmsgstr "note"\n', "utf-8")
        return cached.compile_files(path, shipped=False).size
