"""A glossary of two terms, and a corpus of every kind of file."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import tarfile
import zipfile
from typing import TYPE_CHECKING

import pytest

from padanan.corpus.work import Task
from padanan.matching import make_engine
from padanan.matching.compiling import compile_glossary
from padanan.model import Concept, Glossary, Term

if TYPE_CHECKING:
    from pathlib import Path

SENTENCE = "Kedua pihak menyepakati gencatan senjata."


@pytest.fixture(scope="session")
def task() -> Task:
    """A task with a glossary of two terms."""
    concepts = (
        Concept("gencatan-senjata", "conflict", (Term("gencatan senjata"),),
                (Term("ceasefire"),)),
        Concept("nota", "protocol", (Term("nota"),), (Term("note"),)),
    )  # fmt: skip
    return Task(make_engine(compile_glossary(Glossary(concepts))))


def json_lines(*texts: str) -> bytes:
    """Return texts as JSON lines."""
    return b"".join(json.dumps({"text": text}).encode() + b"\n" for text in texts)


def tar(*members: tuple[str, bytes], mode: str = "w") -> bytes:
    """Return a tar archive."""
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode=mode) as archive:  # type: ignore[call-overload] # its stubs want the mode spelt out
        for name, data in members:
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return stream.getvalue()


def zipped(*members: tuple[str, bytes]) -> bytes:
    """Return a zip archive."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return stream.getvalue()


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A folder with a document in every kind of file, and some that are none."""
    text, lines = SENTENCE.encode(), json_lines(SENTENCE, "Nota itu.")
    folder = tmp_path / "korpus"
    (folder / "b").mkdir(parents=True)
    for name, data in (
        ("a.txt", text),
        ("a.txt.gz", gzip.compress(text)),
        ("b/c.md", text),
        ("b.txt", text),
        ("d.jsonl", lines),
        ("e.ndjson.bz2", bz2.compress(lines)),
        ("f.jsonl.xz", lzma.compress(lines)),
        ("g.zip", zipped(("x/a.txt", text), ("y.jsonl.gz", gzip.compress(lines)),
                         ("z.mp3", b""), ("__MACOSX/._a.txt", b"\xff"))),
        ("h.tar", tar(("a.txt", text))),
        ("i.tgz", tar(("m/a.md", text), ("lagi.zip", b"")  , mode="w:gz")),
        ("picture.png", b"\x89PNG"),
    ):  # fmt: skip
        (folder / name).write_bytes(data)
    return folder
