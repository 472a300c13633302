"""Where results go: formats by ending, contradictions, and what is not written over."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from padanan.cli import COMMANDS, main

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "Menlu AS menyambut baik gencatan senjata."


def padanan(*arguments: str | Path, stdin: str = "") -> Result:
    """Run a command."""
    return CliRunner().invoke(main, [*map(str, arguments)], input=stdin)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """An article."""
    path = tmp_path / "a.txt"
    path.write_text(TEXT, "utf-8")
    return path


@pytest.fixture
def target(article: Path) -> Path:
    """Its translation."""
    path = article.with_name("b.txt")
    path.write_text("The US Secretary of State welcomes the ceasefire.", "utf-8")
    return path


@pytest.mark.parametrize(
    ("command", "name", "begin"),
    [
        ("annotate", "x.html", b"<!doctype html>"),
        ("annotate", "x.md", b"**Menlu**"),
        ("annotate", "x.json", b'[{"version": 2'),
        ("annotate", "x.jsonl", b'{"version": 2'),
        ("annotate", "x.txt", "── ".encode()),
        ("annotate", "x", "── ".encode()),
        ("terms", "t.xlsx", b"PK"),
        ("terms", "t.csv", b"term,forms,English"),
        ("terms", "t.MD", b"| term |"),
        ("coverage", "c.html", b"<!doctype html>"),
        ("worksheet", "w.po", b"msgid"),
        ("worksheet", "w.xlf", b"<?xml"),
        ("extract", "e.po", b'msgid ""'),
        ("lookup", "l.json", b'{\n "version": 2'),
    ],
)
def test_the_ending_gives_the_format(
    article: Path, command: str, name: str, begin: bytes
) -> None:
    """Without a format the ending of the output decides, in every command."""
    output = article.with_name(name)
    what = "truce" if command == "lookup" else article
    result = padanan(command, what, "-o", output)
    assert result.exit_code == 0, result.stderr
    assert output.read_bytes().lower().startswith(begin.lower())


def test_of_a_word_document(article: Path) -> None:
    """What ends as a Word document can only be the marked article itself."""
    from tests.word import report, saved

    source, output = article.with_name("d.docx"), article.with_name("e.docx")
    source.write_bytes(saved(report()))
    assert padanan("annotate", source, "-o", output).exit_code == 0
    assert output.read_bytes().startswith(b"PK")


def test_export_by_ending(tmp_path: Path) -> None:
    """The first format of an ending is meant; without an ending one is asked for."""
    assert padanan("export", "-o", tmp_path / "x.json").exit_code == 0
    assert json.loads((tmp_path / "x.json").read_text("utf-8"))["concepts"]
    asked = padanan("export")
    assert asked.stderr.startswith("padanan: no format — say --to with one of po, csv")


@pytest.mark.parametrize(
    ("arguments", "output"),
    [
        (("annotate", "a.txt", "--format", "json"), "x.html"),
        (("annotate", "a.txt", "--format", "terminal"), "x.docx"),
        (("annotate", "a.txt"), "x.xlsx"),
        (("annotate", "a.txt"), "x.pdf"),
        (("annotate", "a.txt", "--format", "same"), "x.rtf"),
        (("terms", "a.txt"), "x.doc"),
        (("terms", "a.txt", "--format", "text"), "x.xlsx"),
        (("terms", "a.txt"), "x.html"),
        (("check", "a.txt", "b.txt", "--format", "json"), "x.html"),
        (("coverage", "a.txt", "--format", "json"), "x.html"),
        (("worksheet", "a.txt", "--to", "po"), "x.xlf"),
        (("export", "--to", "tsv"), "x.csv"),
        (("extract", "a.txt", "--to", "po"), "x.csv"),
        (("lookup", "truce", "--format", "text"), "x.json"),
        (("stats", "--format", "text"), "x.json"),
        (("lint", "--format", "text"), "x.json"),
        (("formats", "--format", "text"), "x.json"),
    ],
)
@pytest.mark.usefixtures("target")
def test_contradictions_are_refused(
    article: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[str, ...],
    output: str,
) -> None:
    """A name that says another format than the option is one line; nothing is made."""
    monkeypatch.chdir(article.parent)
    result = padanan(*arguments, "-o", output)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"padanan: {output}: ")
    assert result.stderr.count("\n") == 1
    assert not article.with_name(output).exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ("annotate", "a.txt", "-o", "a.txt"),
        ("annotate", "a.txt", "--explain", "-o", "a.txt"),
        ("annotate", "a.txt", "--format", "same", "-o", "."),
        ("annotate", "a.txt", "-o", "link.txt"),
        ("terms", "a.txt", "-o", "a.txt"),
        ("worksheet", "a.txt", "--to", "po", "-o", "a.txt"),
        ("coverage", "a.txt", "-o", "a.txt"),
        ("check", "a.txt", "b.txt", "-o", "b.txt"),
        ("lookup", "truce", "--in", "a.txt", "-o", "a.txt"),
        ("extract", "a.txt", "-o", "a.txt"),
        ("export", "--to", "csv", "--only-in", "a.txt", "-o", "a.txt"),
        ("annotate", ".", "-o", "a.txt"),
        ("terms", ".", "-o", "link.txt"),
        ("annotate", "a.txt", "--no-shipped", "--glossary", "g.po", "-o", "g.txt"),
        ("import", "g.po", "--into", "h.po", "-o", "g.txt"),
        ("stats", "g.po", "-o", "g.txt"),
        ("lint", "g.po", "-o", "soft.txt"),
        ("assemble", "g.po", "-o", "g.txt"),
    ],
)
@pytest.mark.usefixtures("target")
def test_what_is_read_is_not_written_over(
    article: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    """No command destroys what it was given, under whatever name it stands."""
    monkeypatch.chdir(article.parent)
    article.with_name("g.po").write_text('msgid ""\nmsgstr ""\n', "utf-8")
    os.link("a.txt", "link.txt")
    os.link("g.po", "g.txt")
    article.with_name("soft.txt").symlink_to("g.po")
    before = {path.name: path.read_bytes() for path in article.parent.iterdir()}
    result = padanan(*arguments)
    assert result.exit_code == 2
    assert result.stderr.count("\n") == 1
    assert (
        "it is one of the input files — name another file, or say --force"
        in result.stderr
    )
    after = {path.name: path.read_bytes() for path in article.parent.iterdir()}
    assert after == before


def test_force_writes_all_the_same(article: Path) -> None:
    """Who says so may write over what was read, and over a worksheet."""
    assert padanan("annotate", article, "-o", article, "--force").exit_code == 0
    assert article.read_text("utf-8").startswith("── ")
    sheet = article.with_suffix(".po")
    made = [padanan("worksheet", article, "-o", sheet, *more).exit_code
            for more in ((), (), ("--force",))]  # fmt: skip
    assert made == [0, 2, 0]
    assert padanan("assemble", sheet, "-o", article, "--force").exit_code == 1


OUTPUTS = {
    "annotate": ("annotate a.txt", "x.html"),
    "annotate a corpus": ("annotate a.jsonl", "x.jsonl"),
    "annotate as it came": ("annotate a.txt --format same", "x.txt"),
    "assemble": ("assemble w.po", "x.txt"),
    "assemble Markdown": ("assemble w.po", "x.md"),
    "check": ("check a.txt b.txt", "x.txt"),
    "coverage": ("coverage a.txt", "x.json"),
    "export": ("export --domain law", "x.csv"),
    "export several": ("export --domain law --to stardict", "x.ifo"),
    "extract": ("extract a.txt", "x.csv"),
    "formats": ("formats", "x.txt"),
    "import": ("import i.csv --into i.po", "x.txt"),
    "lint": ("lint i.po", "x.json"),
    "lookup": ("lookup truce", "x"),
    "memory": ("memory m.sqlite", "x.tmx"),
    "stats": ("stats", "x.txt"),
    "terms": ("terms a.txt", "x.xlsx"),
    "worksheet": ("worksheet a.txt", "x.docx"),
}
"""For each command with --output what it may be called with, and what it writes."""


def test_every_command_is_among_them() -> None:
    """The contract below is one of all commands that have --output."""
    tried = {line.partition(" ")[0] for line, _ in OUTPUTS.values()}
    assert tried == COMMANDS.keys() - {"add", "serve"}


@pytest.mark.parametrize("case", OUTPUTS)
@pytest.mark.usefixtures("target")
def test_a_file_of_somebody_else_is_kept(
    article: Path, monkeypatch: pytest.MonkeyPatch, case: str
) -> None:
    """No command writes over a file that is not of Padanan, but with --force."""
    monkeypatch.chdir(article.parent)
    line, output = OUTPUTS[case]
    arguments = [*line.split(), "-o", output]
    article.with_name("i.csv").write_text("term,English\na,b\n", "utf-8")
    article.with_name("i.po").write_text('msgid ""\nmsgstr ""\n', "utf-8")
    article.with_name("a.jsonl").write_text('{"text": "Kata PBB."}\n', "utf-8")
    assert padanan("worksheet", article, "-o", "w.po").exit_code == 0
    padanan("memory", "m.sqlite", "--texts", "a.txt", "b.txt")
    mine = article.with_name(output)

    mine.write_bytes(b"Berbulan-bulan kerja.")
    refused = padanan(*arguments)
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert refused.stderr.startswith(f"padanan: {output}: already there")
    assert refused.stderr.count("\n") == 1
    assert mine.read_bytes() == b"Berbulan-bulan kerja."

    assert padanan(*arguments, "--force").exit_code in (0, 1)
    assert mine.read_bytes() != b"Berbulan-bulan kerja."
    again = padanan(*arguments)
    assert again.exit_code in ((2,) if case == "worksheet" else (0, 1)), again.stderr


def test_another_result_in_the_same_place(article: Path) -> None:
    """What Padanan wrote it may write over with another result."""
    output = article.with_name("x.txt")
    assert padanan("annotate", article, "-o", output).exit_code == 0
    assert padanan("stats", "-o", output).exit_code == 0
    assert output.read_text("utf-8").startswith("total")


def test_work_on_an_output_is_kept(article: Path) -> None:
    """A table that somebody has decided in since is no output any more."""
    output = article.with_name("candidates.csv")
    article.write_text("Sebuah kota kecil.\nDua kota kecil.\n", "utf-8")
    assert padanan("extract", article, "-o", output).exit_code == 0
    decided = output.read_bytes().replace(b"kota kecil", b"kota kecil (no)")
    output.write_bytes(decided)
    assert padanan("extract", article, "-o", output).exit_code == 2
    assert output.read_bytes() == decided


def test_an_empty_file_is_nothing_to_lose(article: Path) -> None:
    """What mktemp made, or a device, is written to."""
    output = article.with_name("x.txt")
    output.touch()
    assert padanan("annotate", article, "-o", output).exit_code == 0
    assert padanan("annotate", article, "-o", "/dev/null").exit_code == 0


def test_without_a_place_for_the_record(
    article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same bytes may be written again; others are refused rather than lost."""
    monkeypatch.setenv("PADANAN_CACHE", "/dev/null")
    output = article.with_name("x.txt")
    for _ in range(2):
        assert padanan("annotate", article, "-o", output).exit_code == 0
    assert padanan("stats", "-o", output).exit_code == 2


def test_the_same_output_again(article: Path) -> None:
    """Writing a result once more is no loss."""
    output = article.with_name("x.html")
    for _ in range(2):
        assert padanan("annotate", article, "-o", output).exit_code == 0
