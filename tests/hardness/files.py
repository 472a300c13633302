"""Files as they should be, out of which hostile ones are made."""

from __future__ import annotations

import io
import json
import zipfile
from functools import cache
from typing import TYPE_CHECKING

from padanan.exchange import formats
from padanan.model import Concept, Glossary, Term
from tests import texts_only

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

TERM = "gencatan"
"""Stands in every file, where hostile ones have something else."""
SENTENCE = f"Kedua pihak menyepakati {TERM} senjata."

IMPORTED = {
    "tbx": "tbx-2008", "tmx": "tmx", "csv": "csv", "tsv": "tsv", "json": "json",
    "xlsx": "xlsx", "po": "po",
}  # fmt: skip
"""Endings of files that ``import`` reads, with the format that writes them."""
SHEETS = {"sheet.xlf": "xliff", "sheet.po": "po", "sheet.docx": "docx",
          "sheet.xlsx": "xlsx"}  # fmt: skip
"""Names of worksheets, with the format that writes them."""

MAIN = {
    "docx": "word/document.xml",
    "epub": "OEBPS/bab 1.xhtml",
    "xlsx": "xl/worksheets/sheet1.xml",
}
"""The part of a package that holds its text."""


@cache
def valid(name: str) -> bytes:
    """Return a file that is as it should be; the name tells what kind."""
    if name in SHEETS:
        return _worksheet(SHEETS[name])
    ending = name.rpartition(".")[2]
    if ending in IMPORTED:
        return _exported(IMPORTED[ending])
    if ending in texts_only.ENDINGS:
        return texts_only.made(texts_only.ENDINGS[ending], SENTENCE)
    if ending == "docx":
        return _document()
    if ending == "jsonl":
        return json.dumps({"text": SENTENCE}).encode() + b"\n"
    if ending == "html":
        return f"<!DOCTYPE html><html><body><p>{SENTENCE}</p></body></html>".encode()
    return SENTENCE.encode()


def command(name: str, path: str) -> tuple[str, ...]:
    """Return the command that reads a file of that kind."""
    if name in SHEETS:
        return "assemble", path
    if name.startswith("units."):
        return "check", path
    ending = name.rpartition(".")[2]
    if ending == "po":
        return "annotate", "usual.txt", "--glossary", path
    if ending in IMPORTED:
        return "import", path, "--into", "my.po", "--write"
    return "annotate", path


def place(folder: Path, name: str, data: bytes) -> tuple[str, ...]:
    """Write a file beside what its command needs, and return the command."""
    (folder / "usual.txt").write_text(SENTENCE, "utf-8")
    (folder / "my.po").write_bytes(_exported("po").replace(b"senjata", b"bersenjata"))
    (folder / name).write_bytes(data)
    return command(name, name)


def repacked(
    data: bytes, change: Callable[[str, bytes], bytes], more: Iterable[str] = ()
) -> bytes:
    """Return a package with its parts changed, and more parts of a few bytes."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for info in old.infolist():
            new.writestr(info.filename, change(info.filename, old.read(info)))
        for name in more:
            new.writestr(name, b"nota")
    return stream.getvalue()


def rewritten(name: str, change: Callable[[bytes], bytes]) -> bytes:
    """Return a valid file with its text changed: in a package that of its main part."""
    part = MAIN.get(name.rpartition(".")[2])
    if part is None:
        return change(valid(name))
    return repacked(
        valid(name), lambda found, data: change(data) if found == part else data
    )


def _exported(form: str) -> bytes:
    concept = Concept(
        "gencatan-senjata", "conflict", (Term(f"{TERM} senjata"),), (Term("ceasefire"),)
    )
    write = formats.writer(formats.named(form))
    dump = write(Glossary((concept,)), formats.FormatOptions())
    return dump.files[0][1]


def _document() -> bytes:
    import docx

    document = docx.Document()
    document.add_paragraph(SENTENCE)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _worksheet(form: str) -> bytes:
    from click.testing import CliRunner

    from padanan.cli import main

    runner = CliRunner()
    words = ["worksheet", "-", "--to", form]
    result = runner.invoke(main, words, input=SENTENCE.encode())
    assert result.exit_code == 0, result.stderr
    return result.stdout_bytes
