"""The examples that the help of a command shows work, one after another."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import click
import docx
import openpyxl
import pytest
from click.testing import CliRunner

from padanan.cli import COMMANDS, main

TEXT = "Duta besar itu membahas gencatan senjata. Kota kecil itu sepi.\n"
ENGLISH = "The ambassador discussed a ceasefire. The small town is quiet.\n"
PO = 'msgid "gencatan senjata"\nmsgstr "truce"\n'
TMX = """<tmx version="1.4"><header/><body>{}</body></tmx>"""
UNIT = """<tu><tuv xml:lang="id"><seg>Kota kecil itu sepi.</seg></tuv>
<tuv xml:lang="en"><seg>The small town is quiet.</seg></tuv></tu>"""
XLIFF = """<xliff version="1.2"><file source-language="id" target-language="en"><body>
<trans-unit id="1"><source>Gencatan senjata.</source><target>A ceasefire.</target>
</trans-unit></body></file></xliff>"""


def table(path: str, *rows: tuple[str, ...]) -> None:
    """Write a workbook with the same rows on two sheets."""
    book = openpyxl.Workbook()
    for sheet in (book.worksheets[0], book.create_sheet()):
        for row in rows:
            sheet.append(row)
    book.save(path)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of work with the files that the examples name."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    for name in ("artikel", "berita", "glossary/en"):
        (tmp_path / name).mkdir(parents=True)
    for name, text in (
        ("artikel.txt", TEXT), ("article.txt", ENGLISH), ("artikel/a.txt", TEXT),
        ("artikel/b.txt", TEXT), ("berita/a.txt", TEXT), ("berita/b.txt", TEXT),
        ("news.id", TEXT * 2), ("news.en", ENGLISH * 2), ("istilah.po", PO),
        ("glossary/en/law.po", PO), ("earlier.tmx", TMX.format(UNIT)),
        ("memory.tmx", TMX.format(UNIT * 2)), ("job.xlf", XLIFF),
    ):  # fmt: skip
        (tmp_path / name).write_text(text, "utf-8")
    document = docx.Document()
    document.add_paragraph(TEXT)
    document.save("artikel.docx")
    document.save("laporan.docx")
    table("istilah.xlsx", ("term", "English"), ("nota", "note"))
    table("daftar.xlsx", ("Lema", "English"), ("nota", "note"))
    return tmp_path


def examples(name: str) -> list[str]:
    """Return the examples of a command."""
    command = main.get_command(click.Context(main), name)
    assert command is not None
    return re.findall(r"^  padanan (.+)$", command.epilog or "", re.MULTILINE)


@pytest.mark.slow
@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("name", sorted(COMMANDS.keys() - {"serve"}))
def test_examples_work(name: str) -> None:
    """Each is run where its files are: it ends well, or with findings.

    Those of *serve* would go on; ``tests/serve`` runs that command.
    """
    runner = CliRunner()
    made = runner.invoke(main, ["worksheet", "artikel.txt", "--to", "po"]).stdout
    if name == "assemble":
        Path("artikel.po").write_text(made, "utf-8")
        runner.invoke(main, ["worksheet", "laporan.docx", "-o", "laporan.xlf"])
    if name in ("memory", "worksheet"):
        runner.invoke(main, ["memory", "rumah.sqlite", "--add", "earlier.tmx"])
        runner.invoke(main, ["worksheet", "laporan.docx", "-o", "laporan.xlf"])
    if name == "check":
        earlier = ["check", "job.xlf", "--format", "json", "--output", "report.json"]
        runner.invoke(main, earlier)
    for line in examples(name):
        if line.endswith(("--output istilah.xlsx", "--output article.txt")):
            Path(line.split()[-1]).unlink()
        stdin = made if name == "assemble" else TEXT
        result = runner.invoke(main, shlex.split(line), input=stdin)
        assert result.exit_code in (0, 1), f"{line}: {result.stderr}"
        assert not result.stderr.startswith("padanan: "), line
        written = re.search(r"--output (\S+)", line)
        assert written is None or Path(written[1]).exists(), line
