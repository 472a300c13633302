"""A chunk becomes JSON lines, and what cannot be read a message."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from padanan.corpus.sources import Item, items
from padanan.corpus.work import Chunk, Result, Task, chunks, loaded, work
from padanan.files import limits
from tests.corpus.conftest import SENTENCE, json_lines

if TYPE_CHECKING:
    from pathlib import Path


def lines(result: Result) -> list[dict[str, object]]:
    """Return the documents of a result."""
    return [json.loads(line) for line in result.lines.decode().splitlines()]


def of_line(task: Task, line: bytes) -> Result:
    """Return what becomes of one JSON line."""
    return work(task, Chunk(0, (Item("a.jsonl:1", "a.jsonl", line, line=True),)))


@given(st.lists(st.integers(0, 50)), st.integers(1, 60), st.integers(1, 5))
def test_chunks_are_the_corpus(sizes: list[int], size: int, most: int) -> None:
    """Chunks joined are the corpus, each full but the last, numbered in order."""
    corpus = [Item(str(n), "a.txt", size=s) for n, s in enumerate(sizes)]
    cut = list(chunks(corpus, size=size, most=most))
    assert [item for chunk in cut for item in chunk.items] == corpus
    assert [chunk.number for chunk in cut] == list(range(len(cut)))
    for chunk in cut[:-1]:
        full = sum(item.size for item in chunk.items) >= size
        assert full or len(chunk.items) == most


def test_every_kind(task: Task, corpus: Path) -> None:
    """All documents are annotated; offsets are those of the text."""
    (chunk,) = chunks(items([str(corpus)]))
    result = work(task, chunk)
    assert result.documents == len(lines(result)) == 15
    assert result.problems == ()
    assert {
        (found["start"], found["end"], found["concept"])
        for document in lines(result)
        for found in document["annotations"]  # type: ignore[attr-defined] # plain JSON
    } == {(24, 40, "gencatan-senjata"), (0, 4, "nota")}


@pytest.mark.parametrize(
    ("own", "shown"),
    [
        ('"b-17"', "b-17"),
        ("17", 17),
        ("0", 0),
        ('""', ""),
        ("null", None),
        ("true", None),
        ("1e999", None),
        ("[1]", None),
    ],
)
def test_the_id_of_a_record(task: Task, own: str, shown: object) -> None:
    """What a record is called comes out again, where that is a text or a number."""
    result = of_line(task, f'{{"text": "Nota itu.", "id": {own}}}'.encode())
    assert lines(result)[0].get("id") == shown
    assert ("id" in lines(result)[0]) is (shown is not None)


def test_what_was_not_read(task: Task) -> None:
    """What the reader of a document passed over is told beside the result."""
    data = b"<p>Nota itu.</p><iframe src=a></iframe>"
    page = Item("a.zip:b.html", "b.html", data)
    folder = Item("korpus", "korpus", passed="1 file not read (a.doc) — save it")
    result = work(task, Chunk(0, (page, folder)))
    assert result.documents == 1
    assert result.unread[-1] == ("korpus", "1 file not read (a.doc) — save it")


def test_workers_need_not_see_the_files(task: Task, corpus: Path) -> None:
    """A chunk whose files were read gives the same when they are gone."""
    (chunk,) = chunks(items([str(corpus)]))
    result = work(task, chunk)
    sent = loaded(chunk)
    for path in sorted(corpus.rglob("*.*")):
        path.unlink()
    assert work(task, sent) == result


def test_a_bad_document_is_told_and_the_rest_goes_on(
    task: Task, tmp_path: Path
) -> None:
    """Each document that cannot be read costs a line of messages, nothing else."""
    (tmp_path / "a.txt").write_bytes(b"\xff\xfe\xfd")
    (tmp_path / "b.txt").write_text(SENTENCE, "utf-8")
    (tmp_path / "c.txt").write_text(SENTENCE, "utf-8")
    (chunk,) = chunks(items([str(tmp_path), str(tmp_path / "d.xyz")]))
    (tmp_path / "c.txt").unlink()
    for sent in (chunk, loaded(chunk)):
        result = work(task, sent)
        assert result.documents == 1
        assert [problem.partition(" — ")[0] for problem in result.problems] == [
            f"{tmp_path}/a.txt: not UTF-16-LE",
            f"{tmp_path}/c.txt: No such file or directory",
            f"{tmp_path}/d.xyz: No such file or directory",
        ]


def test_a_file_that_grows(
    task: Task, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that is larger than it said is refused when it is read."""
    path = tmp_path / "a.txt"
    path.write_text("nota", "utf-8")
    (chunk,) = chunks(items([str(path)]))
    monkeypatch.setattr(limits, "CORPUS_DOCUMENT", 3)
    for sent in (chunk, loaded(chunk)):
        assert "larger than" in work(task, sent).problems[0]


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        (b"{", "not JSON"),
        (b"\x00", "not JSON"),
        (b"[" * 100_000, "not JSON"),
        (b"1" * 5_000, "not JSON"),
        (b"\xff", "not UTF-8"),
        (b"[]", "has no text"),
        (b'{"text": 1}', "has no text"),
        (b'{"teks": "nota"}', "has no text in the field “text”"),
    ],
)
def test_bad_lines(line: bytes, problem: str, task: Task) -> None:
    """A line that is not an object with a text is told in one line."""
    result = of_line(task, line)
    assert result.documents == 0
    assert result.problems[0].startswith(f"a.jsonl:1: {problem}")
    assert "\n" not in result.problems[0]


def test_another_field(task: Task) -> None:
    """The text is read from the field that was named."""
    line = b'{"isi": "Sebuah nota."}'
    (document,) = lines(of_line(task._replace(text_field="isi"), line))
    assert document["annotations"]


def test_a_byte_order_mark(task: Task) -> None:
    """A mark before the first line does not count: offsets are those of the field."""
    (document,) = lines(of_line(task, b"\xef\xbb\xbf" + json_lines("nota")))
    assert document["annotations"][0]["start"] == 0  # type: ignore[index] # plain JSON


def test_lone_surrogates(task: Task) -> None:
    """Half characters, in a text or in a name, neither stop nor damage the output."""
    item = Item("\udcff.jsonl:1", "a.jsonl", b'{"text": "\\ud800 nota"}', line=True)
    (document,) = lines(work(task, Chunk(0, (item,))))
    assert document["document"] == "\udcff.jsonl:1"
    assert document["annotations"][0]["start"] == 2  # type: ignore[index] # plain JSON


def test_each_concept_once(task: Task) -> None:
    """Where it is asked for, a concept is annotated once a document."""
    line = json_lines("nota dan nota")
    (document,) = lines(of_line(task._replace(first_only=True), line))
    assert len(document["annotations"]) == 1  # type: ignore[arg-type] # plain JSON
