"""`-` is standard input in every command that reads a file."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import docx
import pytest
from click.testing import CliRunner

from padanan.cli import main

if TYPE_CHECKING:
    from pathlib import Path


def word(text: str) -> bytes:
    """Return a Word document of one paragraph."""
    document, stream = docx.Document(), io.BytesIO()
    document.add_paragraph(text)
    document.save(stream)
    return stream.getvalue()


PO = 'msgid "Gencatan senjata."\nmsgstr "A ceasefire."\n'


@pytest.mark.parametrize(
    ("arguments", "stdin", "shown"),
    [
        (("annotate", "-"), "Kata PBB.", "⟦PBB⟧"),
        (("annotate", "-", "--from", "html"), "<b>Kata</b> PBB.", "\nKata ⟦PBB⟧"),
        (("annotate", "-", "--explain"), "Kata PBB.", "✓ PBB"),
        (("terms", "-"), "Kata PBB.", "Perserikatan Bangsa-Bangsa  UN"),
        (("worksheet", "-", "--to", "po"), "Kata PBB.", 'msgid "Kata '),
        (("check", "-", "--from", "po"), PO, ""),
        (("coverage", "-"), "Kata PBB.", "1 term recognised in 2 words"),
        (("coverage", "-", "--from", "po"), PO, "1 term recognised in 2 words"),
        (("extract", "-"), "Sebuah kota kecil.\nDua kota kecil.", ",kota kecil,2,"),
        (("lookup", "PBB", "--in", "-"), "Kata PBB.", "Kata ⟦PBB⟧."),
        (("lint", "-", "--select", "G005"), 'msgid "a"', "-:1: G005"),
        (("stats", "-"), PO, "  concepts                 1"),
        (("export", "--to", "deepl", "--only-in", "-"), "PBB", "PBB\tUN\n"),
        (("import", "-", "--from", "csv", "--into", "my.po"), "term,English\na,b\n",
         "added     a  a = b"),
    ],
)  # fmt: skip
def test_dash(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[str, ...],
    stdin: str,
    shown: str,
) -> None:
    """What comes through a pipe is read as a file would be."""
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(main, arguments, input=stdin)
    assert result.exit_code in (0, 1), result.stderr
    assert shown in result.stdout


OWN = 'msgid "gencatan senjata"\nmsgstr "truce"\n'


@pytest.mark.parametrize(
    ("arguments", "shown"),
    [
        (("annotate", "a.txt"), "1  gencatan senjata  truce"),
        (("terms", "a.txt"), "truce"),
        (("lookup", "gencatan", "senjata"), "truce"),
        (("check", "a.txt", "b.txt"), "truce"),
        (("coverage", "a.txt"), "1 term recognised"),
        (("worksheet", "a.txt", "--to", "po"), "truce"),
        (("export", "--to", "deepl", "--no-shipped"), "gencatan senjata\ttruce\n"),
        (("annotate", "a.txt", "--jobs", "1"), '"truce"'),
    ],
)
def test_a_glossary(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[str, ...],
    shown: str,
) -> None:
    """One's own list comes through a pipe, too."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text("Gencatan senjata goyah.", "utf-8")
    (tmp_path / "b.txt").write_text("A weapons pause holds.", "utf-8")
    line = (*arguments, "--glossary", "-")
    result = CliRunner().invoke(main, line, input=OWN)
    assert result.exit_code in (0, 1), result.stderr
    assert shown in result.stdout


def test_rejected_candidates(tmp_path: Path) -> None:
    """The list of what is rejected comes through a pipe, but is not added to there."""
    corpus, table = tmp_path / "a.txt", tmp_path / "b.csv"
    corpus.write_text("Sebuah kota kecil.\nDua kota kecil.\n", "utf-8")
    table.write_text("keep,term\n", "utf-8")
    line = ["extract", str(corpus), "--exclude", "-"]
    found = CliRunner().invoke(main, line, input="kota kecil\n")
    assert found.stderr == "0 candidates, 0 written\n"
    line += ["--reject", str(table)]
    refused = CliRunner().invoke(main, line, input="kota kecil\n")
    assert refused.exit_code == 2
    assert "--exclude is added to by --reject — name a file" in refused.stderr


def test_settings(tmp_path: Path) -> None:
    """Settings come through a pipe; nothing else does then."""
    article = tmp_path / "a.txt"
    article.write_text("Kata PBB.", "utf-8")
    line = ["annotate", str(article), "--config", "-"]
    settings = '[annotate]\nformat = "jsonl"\n'
    assert CliRunner().invoke(main, line, input=settings).stdout.startswith("{")
    twice = CliRunner().invoke(main, ["annotate", "-", "--config", "-"], input=settings)
    assert "-: is named twice" in twice.stderr


@pytest.mark.parametrize(
    "line", ["import a.csv --into -", "add nota note --glossary -"]
)
def test_what_is_written_is_a_file(
    line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where a list is written to, a dash is refused, and no file is called so."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.csv").write_text("term,English\na,b\n", "utf-8")
    result = CliRunner().invoke(main, line.split(), input="")
    assert result.exit_code == 2
    assert "— name a file" in result.stderr
    assert [one.name for one in tmp_path.iterdir()] == ["a.csv"]


def test_of_two_texts_one(tmp_path: Path) -> None:
    """A translation may come through a pipe, its source from a file."""
    source = tmp_path / "a.txt"
    source.write_text("Gencatan senjata goyah.", "utf-8")
    arguments = ["check", str(source), "-"]
    result = CliRunner().invoke(main, arguments, input="A weapons truce holds.")
    assert result.stdout.startswith("-:line 1: T101 error")


def test_a_worksheet(tmp_path: Path) -> None:
    """A worksheet goes through a pipe in both directions."""
    runner = CliRunner()
    made = runner.invoke(main, ["worksheet", "-", "--to", "xlsx"], input="Kata PBB.")
    data = made.stdout_bytes
    done = runner.invoke(main, ["assemble", "-", "--from", "xlsx"], input=data)
    assert done.stdout == "Kata PBB."
    assert "1 of 1 sentence is not translated" in done.stderr
    asked = runner.invoke(main, ["assemble", "-"], input="Kata PBB.")
    assert "say --from with one of po, xliff" in asked.stderr


@pytest.mark.parametrize(
    ("arguments", "shown"),
    [
        (("annotate", "-"), "\nKata ⟦PBB⟧."),
        (("terms", "-"), "  Kata PBB."),
        (("worksheet", "-", "--to", "po"), 'msgid "Kata '),
        (("coverage", "-"), "1 term recognised in 2 words"),
        (("lookup", "PBB", "--in", "-"), "Kata ⟦PBB⟧."),
        (("export", "--to", "deepl", "--only-in", "-"), "PBB\tUN\n"),
        (("annotate", "-", "--format", "same"), "PBB"),
    ],
)
@pytest.mark.parametrize("kind", ["html", "docx"])
def test_pages_and_documents_are_known(
    arguments: tuple[str, ...], shown: str, kind: str
) -> None:
    """HTML and Word come through a pipe as they would from a file."""
    if arguments[-1] == "same" and kind == "docx":
        shown = ""
    data = b"<p>Kata <b>PBB</b>.</p>" if kind == "html" else word("Kata PBB.")
    result = CliRunner().invoke(main, arguments, input=data)
    assert result.exit_code == 0, result.stderr
    if shown:
        assert shown in result.stdout


@pytest.mark.parametrize("form", ["po", "xliff", "xliff2", "xlsx", "docx"])
def test_worksheets_are_known(form: str) -> None:
    """No format need be said of a worksheet on standard input."""
    runner = CliRunner()
    made = runner.invoke(main, ["worksheet", "-", "--to", form], input="Kata PBB.")
    done = runner.invoke(main, ["assemble", "-"], input=made.stdout_bytes)
    assert done.stdout == "Kata PBB."
    checked = runner.invoke(main, ["check", "-"], input=made.stdout_bytes)
    assert checked.exit_code == 0, checked.stderr


@pytest.mark.parametrize("form", ["po", "xlsx", "tmx", "tbx-2019-dct"])
def test_glossaries_are_known(form: str, tmp_path: Path) -> None:
    """What export writes import reads through a pipe."""
    runner = CliRunner()
    made = runner.invoke(main, ["export", "--to", form, "--domain", "asean"])
    into = str(tmp_path / "a.po")
    done = runner.invoke(main, ["import", "-", "--into", into], input=made.stdout_bytes)
    assert done.stdout.startswith("added     "), done.stderr


@pytest.mark.parametrize(
    "line",
    [
        "annotate https://kompas.com/berita",
        "annotate a.txt HTTP://kompas.com",
        "terms www.antaranews.com/berita/1",
        "check https://a.id/a.xlf",
        "import ftp://a.id/a.csv --into a.po",
        "lookup truce --in https://a.id",
        "stats file:///a.po",
        "export --to csv --only-in https://a.id",
        "assemble https://a.id/a.po",
        "annotate a.txt --glossary https://a.id/a.po",
    ],
)
def test_addresses_are_not_fetched(line: str) -> None:
    """One line says what to do with the address of a page."""
    result = CliRunner().invoke(main, line.split())
    assert (result.exit_code, result.stdout) == (2, "")
    assert "nothing is fetched — save the page and name its file" in result.stderr
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize("line", ["check - -", "annotate - -", "terms a.txt - -"])
def test_standard_input_is_named_once(line: str) -> None:
    """What was read cannot be read again."""
    result = CliRunner().invoke(main, line.split(), input="Kata PBB.")
    assert result.exit_code == 2
    assert "-: is named twice" in result.stderr


def test_the_other_commands_say_so() -> None:
    """Each command that takes a file says in its help that it takes a dash."""
    for name in ("annotate", "terms", "worksheet", "assemble", "check", "extract",
                 "coverage", "lint", "stats", "export", "import"):  # fmt: skip
        usage = CliRunner().invoke(main, [name, "--help"]).stdout.partition("\n\n")[0]
        assert "-" in usage.rpartition("[OPTIONS]")[2], name
