"""Documents come out of files, folders and archives, in order, whatever is broken."""

from __future__ import annotations

import gzip
import io
import os
import sys
import tarfile
import tracemalloc
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from padanan.corpus import sources
from padanan.corpus.sources import Item, items
from padanan.errors import DocumentError
from padanan.files import limits
from tests.corpus.conftest import SENTENCE, json_lines, tar, zipped

if TYPE_CHECKING:
    from collections.abc import Callable


def problems(*paths: Path) -> list[tuple[str, str]]:
    """Return the names and problems of the documents that cannot be read."""
    found = items(map(str, paths))
    return [(Path(item.name).name, item.problem) for item in found if item.problem]


def documents(*paths: Path) -> list[Item]:
    """Return the documents, without what is told of others."""
    return [item for item in items(map(str, paths)) if not item.passed]


def passed(*paths: Path) -> list[tuple[str, str]]:
    """Return what is told of files that are not read: where, and what."""
    found = items(map(str, paths))
    return [(Path(item.name).name, item.passed) for item in found if item.passed]


def test_every_kind_in_order(corpus: Path) -> None:
    """All documents of a folder come, in the order of their full names."""
    found = list(items([str(corpus)]))
    assert [os.path.relpath(item.name, corpus) for item in found] == [
        "a.txt",
        "a.txt.gz",
        "b.txt",
        "b/c.md",
        "d.jsonl:1",
        "d.jsonl:2",
        "e.ndjson.bz2:1",
        "e.ndjson.bz2:2",
        "f.jsonl.xz:1",
        "f.jsonl.xz:2",
        "g.zip:x/a.txt",
        "g.zip:y.jsonl.gz:1",
        "g.zip:y.jsonl.gz:2",
        "h.tar:a.txt",
        "i.tgz:m/a.md",
        "i.tgz",
    ]
    assert found[-1].passed.startswith("1 file not read (lagi.zip) — ")
    assert not any(item.problem for item in found)


def test_the_order_is_that_of_articles(corpus: Path) -> None:
    """Plain articles come in the order in which the other formats have them."""
    from padanan.articles.readers import articles_in

    found = [item.name for item in documents(corpus) if item.data is None]
    assert tuple(found) == articles_in([str(corpus)])


def test_what_was_taken(corpus: Path) -> None:
    """In the end about all bytes of the files are told as used up."""
    taken = sum(item.taken for item in items([str(corpus)]))
    assert 0 < taken <= sources.total([str(corpus), "missing.txt"])


def test_a_link_to_its_own_folder_is_not_followed(corpus: Path) -> None:
    """Links that lead round in a circle do not lead there."""
    before = [item.name for item in documents(corpus)]
    (corpus / "b" / "round").symlink_to(corpus, target_is_directory=True)
    (corpus / "b" / "self.txt").symlink_to("self.txt")
    assert [item.name for item in documents(corpus)] == before
    assert ("korpus", "1 link to a folder not followed (b/round) — name the folder"
            " itself") in passed(corpus)  # fmt: skip


def test_what_is_not_read_is_told(tmp_path: Path) -> None:
    """Of a folder and of each archive one line names what may hold articles."""
    for name, data in (
        ("a.txt", b"nota"),
        ("b.doc", b""),
        ("foto.jpg", b""),
        ("c.zip", zipped(("a.txt", b""), ("x/b.doc", b""), ("c.tar", b""))),
        ("d.tar", tar(("a.txt", b""), ("e.DOC", b""), ("logo.png", b""))),
    ):
        (tmp_path / name).write_bytes(data)
    saved = "save them as .docx or .txt"
    assert passed(tmp_path) == [
        ("c.zip", f"2 files not read (x/b.doc, c.tar) — {saved}"),
        ("d.tar", "1 file not read (e.DOC) — save it as .docx or .txt"),
        (tmp_path.name, "1 file not read (b.doc) — save it as .docx or .txt"),
    ]


def test_a_link_in_an_archive_is_told(tmp_path: Path) -> None:
    """What a link in an archive points to is not read, and that is said."""
    path = tmp_path / "a.tar"
    with tarfile.open(path, "w") as archive:
        link = tarfile.TarInfo("a.txt")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(link)
    assert documents(path) == []
    assert passed(path)[0][1].startswith("1 file not read (a.txt)")


def test_an_empty_folder(tmp_path: Path) -> None:
    """A folder without documents is an error, not an empty result."""
    with pytest.raises(DocumentError, match="no article in this folder"):
        list(items([str(tmp_path)]))


@pytest.mark.parametrize(("lines", "count"), [(False, 1), (True, 2)])
def test_stdin(monkeypatch: pytest.MonkeyPatch, count: int, *, lines: bool) -> None:
    """Standard input is one article, or JSON lines where that is said."""
    stdin = io.TextIOWrapper(io.BytesIO(json_lines("a", "b")))
    monkeypatch.setattr(sys, "stdin", stdin)
    assert len(list(items(["-"], stdin_lines=lines))) == count


def test_blank_lines_are_counted_but_no_documents(tmp_path: Path) -> None:
    """A line's number is that of the file, though blank lines are passed over."""
    path = tmp_path / "a.jsonl"
    path.write_bytes(b"\n \n" + json_lines("nota") + b"\n")
    assert [item.name for item in items([str(path)])] == [f"{path}:3"]


def test_what_is_missing_is_told(tmp_path: Path) -> None:
    """A file that is not there, compressed or not, is one bad document."""
    names = [tmp_path / "a.txt", tmp_path / "b.txt.gz"]
    assert [problem for _, problem in problems(*names)] == [
        "No such file or directory"
    ] * 2


@pytest.mark.parametrize(
    ("name", "data"),
    [
        pytest.param("a.txt.gz", b"no gzip", id="no gzip"),
        pytest.param("a.txt.bz2", b"no bzip2", id="no bzip2"),
        pytest.param("a.txt.xz", b"no xz", id="no xz"),
        pytest.param("a.zip", b"no zip", id="no zip"),
        pytest.param("a.tar", b"no tar", id="no tar"),
        pytest.param("a.tgz", gzip.compress(b"no tar"), id="no tar in a gzip"),
        pytest.param(
            "a.txt.gz", gzip.compress(SENTENCE.encode())[:-9], id="gzip cut short"
        ),
        pytest.param("a.zip", zipped(("b.txt", b"nota"))[:-30], id="zip cut short"),
        pytest.param("a.tar", tar(("b.txt", b"nota" * 999))[:1500], id="tar cut short"),
        pytest.param("a.zip", zipped(("b.txt.gz", b"no gzip")), id="no gzip in a zip"),
    ],
)
def test_what_is_damaged_is_told(name: str, data: bytes, tmp_path: Path) -> None:
    """A damaged file is one bad document, and what follows is read."""
    (tmp_path / name).write_bytes(data)
    (tmp_path / "z.txt").write_text("nota", "utf-8")
    found = list(items([str(tmp_path)]))
    assert found[-1] == next(items([str(tmp_path / "z.txt")]))
    assert [item for item in found[:-1] if item.problem]
    assert not any("\n" in item.problem for item in found)


class Counting(io.BytesIO):
    """A stream that counts how often it is read."""

    reads = 0

    def read(self, size: int | None = -1, /) -> bytes:
        """Read, and count it."""
        self.reads += 1
        return super().read(size)


@pytest.mark.parametrize("size", [b"77777777777\0", b"\x80" + b"\xff" * 11])
@pytest.mark.parametrize("name", [b"a.txt", b"a.jpg"])
def test_a_member_of_a_tar_archive_says_any_size(size: bytes, name: bytes) -> None:
    """What is behind the end of an archive is not looked for, piece by piece."""
    head = bytearray(tar((name.decode(), b"nota"))[:1024])
    head[124:136] = size
    head[148:156] = b" " * 8
    head[148:156] = b"%06o\0 " % sum(head[:512])
    stream = Counting(bytes(head))
    found: list[Item] = []
    with pytest.raises(sources._DAMAGED):  # noqa: SLF001 - what a file is told by
        found.extend(sources._stream(stream, "a.tar", "a.tar"))  # noqa: SLF001
    assert stream.reads < 10


@given(st.binary(max_size=200), st.sampled_from(["gz", "bz2", "xz", "zip", "tar"]))
def test_any_bytes(
    data: bytes,
    kind: str,
) -> None:
    """Whatever bytes a compressed file holds, reading it never fails."""
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as folder:
        path = Path(folder) / f"a.{'jsonl.' if kind in 'gzbz2xz' else ''}{kind}"
        path.write_bytes(data)
        assert all(isinstance(item, Item) for item in items([str(path)]))


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> int:
    """A limit of the size of documents that tests can reach."""
    monkeypatch.setattr(limits, "CORPUS_DOCUMENT", 100)
    return 100


@pytest.mark.parametrize(
    "wrap",
    [
        lambda data: ("a.txt", data),
        lambda data: ("a.txt.gz", gzip.compress(data)),
        lambda data: ("a.zip", zipped(("b.txt", data))),
        lambda data: ("a.tar", tar(("b.txt", data))),
    ],
)
def test_too_large(
    wrap: Callable[[bytes], tuple[str, bytes]], small: int, tmp_path: Path
) -> None:
    """A document over the limit is told; one at the limit is read."""
    for extra in (0, 1):
        name, data = wrap(b"a" * (small + extra))
        path = tmp_path / name
        path.write_bytes(data)
        assert bool(problems(path)) is bool(extra)


def test_an_endless_line_is_passed_over(small: int, tmp_path: Path) -> None:
    """A line over the limit is told by its number, and the next line is read."""
    path = tmp_path / "a.jsonl"
    path.write_bytes(b"x" * (small * 5) + b"\n" + json_lines("nota"))
    first, second = items([str(path)])
    assert (first.name, first.problem) == (f"{path}:1", limits.too_large(small))
    assert (second.name, second.problem) == (f"{path}:2", "")


def test_nothing_is_unpacked(tmp_path: Path) -> None:
    """Names that point out of an archive are labels: nothing is written."""
    names = ("../../evil.txt", "/etc/evil.txt", "C:\\evil.txt")
    (tmp_path / "in").mkdir()
    for name, pack in (("a.zip", zipped), ("b.tar", tar)):
        path = tmp_path / "in" / name
        path.write_bytes(pack(*((member, b"nota") for member in names)))
        assert not problems(path)
        assert len(list(items([str(path)]))) == 3
    assert sorted(entry.name for entry in tmp_path.rglob("*")) == [
        "a.zip", "b.tar", "in",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("method", "name"), [(zipfile.ZIP_BZIP2, "bzip2"), (zipfile.ZIP_LZMA, "LZMA")]
)
def test_other_compression_in_a_zip_file(
    method: int, name: str, tmp_path: Path
) -> None:
    """A member that would be unpacked without a bound is told, the next is read."""
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.txt", b"\0" * 20_000_000, method)
        archive.writestr("b.txt", SENTENCE, zipfile.ZIP_DEFLATED)
    tracemalloc.start()
    try:
        first, second = items([str(path)])
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert first.problem.startswith(f"compressed by {name}, which is not read — pack")
    assert second.data == SENTENCE.encode()
    assert peak < 5_000_000


def test_a_small_archive_that_unpacks_to_much(tmp_path: Path) -> None:
    """Of a gzip file no more is unpacked than the limit."""
    path = tmp_path / "a.txt.gz"
    with gzip.open(path, "wb") as stream:
        for _ in range(65):
            stream.write(b"\0" * limits.MIB)
    assert problems(path) == [("a.txt.gz", "larger than 64 MiB — split it")]
