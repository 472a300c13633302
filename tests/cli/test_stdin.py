"""`-` is standard input in every command that reads a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from padanan.cli import main

if TYPE_CHECKING:
    from pathlib import Path

PO = 'msgid "Gencatan senjata."\nmsgstr "A ceasefire."\n'


@pytest.mark.parametrize(
    ("arguments", "stdin", "shown"),
    [
        (("annotate", "-"), "Kata PBB.", "⟦PBB⟧"),
        (("annotate", "-", "--from", "html"), "<b>Kata</b> PBB.", "\nKata ⟦PBB⟧"),
        (("annotate", "-", "--explain"), "Kata PBB.", "✓ PBB"),
        (("terms", "-"), "Kata PBB.", "Perserikatan Bangsa-Bangsa  UN"),
        (("worksheet", "-", "--to", "po"), "Kata PBB.", 'msgid "Kata PBB."'),
        (("check", "-", "--from", "po"), PO, ""),
        (("coverage", "-"), "Kata PBB.", "1 terms recognised in 2 words"),
        (("coverage", "-", "--from", "po"), PO, "1 terms recognised in 2 words"),
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


def test_of_two_texts_one(tmp_path: Path) -> None:
    """A translation may come through a pipe, its source from a file."""
    source = tmp_path / "a.txt"
    source.write_text("Gencatan senjata berlaku.", "utf-8")
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
    assert "1 of 1 sentences are not translated" in done.stderr
    asked = runner.invoke(main, ["assemble", "-"], input=data)
    assert "say --from with one of po, xliff" in asked.stderr


def test_the_other_commands_say_so() -> None:
    """Each command that takes a file says in its help that it takes a dash."""
    for name in ("annotate", "terms", "worksheet", "assemble", "check", "extract",
                 "coverage", "lint", "stats", "export", "import"):  # fmt: skip
        usage = CliRunner().invoke(main, [name, "--help"]).stdout.partition("\n\n")[0]
        assert "-" in usage.rpartition("[OPTIONS]")[2], name
