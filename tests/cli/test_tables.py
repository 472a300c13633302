"""Tables on the command line: import, check, worksheet and assemble read them alike."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import openpyxl
import pytest
from click.testing import CliRunner, Result

from padanan.cli import main

if TYPE_CHECKING:
    from pathlib import Path

WRONG = ("Gencatan senjata berlaku.", "The weapons truce is in force.")
RIGHT = ("Duta besar tiba.", "The ambassador arrived.")


def run(*arguments: str | Path) -> Result:
    """Run a command."""
    return CliRunner().invoke(main, [*map(str, arguments)])


def workbook(path: Path, **sheets: list[tuple[str, ...]]) -> Path:
    """Write a workbook of several sheets."""
    book = openpyxl.Workbook()
    assert book.active is not None
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    stream = io.BytesIO()
    book.save(stream)
    path.write_bytes(stream.getvalue())
    return path


@pytest.mark.parametrize(
    "heading", [("en-US", "id-ID"), ("en_GB", "id_ID"), ("Inggris", "Indonesia")]
)
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_memory_is_read_the_right_way_round(
    tmp_path: Path, heading: tuple[str, str], delimiter: str
) -> None:
    """Columns named by locale are known in a memory as in a check (case 31)."""
    memory = tmp_path / "memori.csv"
    rows = (heading, ("The ceasefire is in force.", WRONG[0]))
    memory.write_text("".join(f"{delimiter.join(row)}\n" for row in rows))
    article = tmp_path / "artikel.txt"
    article.write_text(WRONG[0])
    made = run("worksheet", article, "--to", "po", "--memory", memory)
    assert 'msgstr "The ceasefire is in force."' in made.stdout


def test_further_sheets_are_named(tmp_path: Path) -> None:
    """A sheet that is not read is told; --sheet reads it, by name or number."""
    path = workbook(tmp_path / "a.xlsx", Satu=[RIGHT], Dua=[WRONG])
    first = run("check", path)
    assert first.exit_code == 0
    assert "not read: sheet “Dua” — name it with --sheet" in first.stderr
    for sheet in ("2", "dua"):
        second = run("check", path, "--sheet", sheet)
        assert second.exit_code == 1
        assert "T101" in second.stdout
        assert "not read: sheet “Satu”" in second.stderr


def test_import_maps_headings(tmp_path: Path) -> None:
    """Headings that Padanan does not know are mapped."""
    path = workbook(
        tmp_path / "a.xlsx", A=[("x",)], B=[("Lema", "Hasil"), ("nota", "note")]
    )
    into = tmp_path / "law.po"
    maps = ("--map", "Lema=term", "--map", "Hasil=English")
    done = run("import", path, "--into", into, "--sheet", "B", *maps, "--write")
    assert done.exit_code == 0
    assert 'msgid "nota"\nmsgstr "note"' in into.read_text()
    assert "not read: sheet “A”" in done.stderr


def test_all_mistakes_have_a_line_each(tmp_path: Path) -> None:
    """A table with three mistakes is mended in one go."""
    path = tmp_path / "a.csv"
    path.write_text("term,English,x\nnota,,\n,note,\n")
    done = run("import", path, "--into", tmp_path / "law.po")
    lines = done.stderr.splitlines()
    assert done.exit_code == 2
    assert [line.split(":")[2] for line in lines] == ["1", "2", "3"]


def test_what_was_guessed_is_told(tmp_path: Path) -> None:
    """Windows-1252 is read, and said so."""
    path = tmp_path / "a.csv"
    path.write_bytes("Indonesian;English\nNota café;Note\n".encode("cp1252"))
    done = run("check", path)
    assert (done.exit_code, "read as Windows-1252" in done.stderr) == (0, True)


def test_no_options_of_tables_for_other_files(tmp_path: Path) -> None:
    """They are refused where they mean nothing."""
    path = tmp_path / "a.tmx"
    path.write_text("<tmx/>")
    for command in (("check", path), ("import", path, "--into", tmp_path / "law.po")):
        done = run(*command, "--sheet", "2")
        assert (done.exit_code, "leave them out" in done.stderr) == (2, True)


def test_quotation_marks_between_tabs_join_no_rows(tmp_path: Path) -> None:
    """Three rows are three units (case 27)."""
    path = tmp_path / "korpus.tsv"
    path.write_text(
        'Indonesian\tEnglish\n"Gencatan senjata berlaku.\tThe ceasefire holds.\n'
        'Duta besar tiba."\tThe ambassador arrived."\nNota.\tNote.\n'
    )
    done = run("check", path)
    assert (done.exit_code, done.stderr.startswith("3 units")) == (0, True)
