"""`padanan check`: bilingual files and two texts in, findings out."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from padanan.cli import main

if TYPE_CHECKING:
    from pathlib import Path

ID = "Gencatan senjata berlaku.\nMenlu AS Rubio tiba.\n"
EN = "A weapons truce is in force.\nUS Secretary of State Rubio arrived.\n"


def check(*arguments: str | Path) -> Result:
    """Run the command."""
    return CliRunner().invoke(main, ["check", *map(str, arguments)])


@pytest.fixture
def texts(tmp_path: Path) -> tuple[Path, Path]:
    """Two texts, whatever they are called."""
    source, target = tmp_path / "a.id", tmp_path / "a.en"
    source.write_text(ID, "utf-8")
    target.write_text(EN, "utf-8")
    return source, target


@pytest.mark.parametrize("options", [["--aligned"], []])
def test_two_texts(texts: tuple[Path, Path], options: list[str]) -> None:
    """The finding has its line; the summary goes to stderr."""
    result = check(*texts, *options)
    assert result.exit_code == 1
    assert result.stdout.startswith(f"{texts[1]}:line 1: T101 error (0→2): ")
    assert result.stdout.count("\n") == 1
    assert result.stderr == "2 units, 2 terms: 1 error, 0 warnings, 0 notes\n"


def test_two_texts_of_different_lengths(texts: tuple[Path, Path]) -> None:
    """Line against line needs as many lines."""
    texts[1].write_text("one\n", "utf-8")
    result = check(*texts, "--aligned")
    assert result.exit_code == 2
    assert "1 line, but the source has 2" in result.stderr


def test_clean(tmp_path: Path) -> None:
    """A translation with the right terms is exit status 0."""
    table = tmp_path / "a.csv"
    table.write_text("Gencatan senjata berlaku.,A ceasefire holds.\n", "utf-8")
    result = check(table)
    assert result.exit_code == 0
    assert result.stdout == ""


def test_json_and_select(texts: tuple[Path, Path]) -> None:
    """Only the codes that were asked for are there."""
    result = check(*texts, "--format", "json", "--select", "t2")
    assert result.exit_code == 0
    assert json.loads(result.stdout) == {
        "version": 2, "path": str(texts[1]), "units": 2, "terms": 2,
        "findings": [], "waived": [], "unused": [],
    }  # fmt: skip
    assert check(*texts, "--select", "T9").exit_code == 2


def test_html_to_a_file(texts: tuple[Path, Path], tmp_path: Path) -> None:
    """The page is written whole, with both texts."""
    page = tmp_path / "report.html"
    assert check(*texts, "--format", "html", "-o", page).exit_code == 1
    text = page.read_text("utf-8")
    assert "Gencatan senjata" in text
    assert '<mark class="error">weapons truce</mark>' in text


def test_waivers_beside_the_translation(texts: tuple[Path, Path]) -> None:
    """The file of the translation's name is read, or the one that is named."""
    beside = texts[1].with_name("a.en.waivers")
    beside.write_text("1 ignore T101 quoted from the treaty\n", "utf-8")
    result = check(*texts, "--aligned")
    assert result.exit_code == 0
    assert result.stdout.startswith("waived: ")
    assert check(*texts, "--aligned", "--waivers", texts[0]).exit_code == 2
    missing = check(*texts, "--waivers", texts[0].with_name("none"))
    assert missing.exit_code == 2


def test_too_many_files(texts: tuple[Path, Path]) -> None:
    """One file with both languages, or two texts."""
    result = check(*texts, texts[0])
    assert result.exit_code == 2
    assert "3 files" in result.stderr


def test_one_text(tmp_path: Path) -> None:
    """A text alone has no translation."""
    alone = tmp_path / "a.txt"
    alone.write_text(ID, "utf-8")
    assert "holds no translation units" in check(alone).stderr


def test_entries_without_indonesian_are_told(tmp_path: Path) -> None:
    """A PO file into Indonesian that is half done says what was passed over."""
    path = tmp_path / "id.po"
    path.write_text(
        'msgid ""\nmsgstr ""\n"Language: id\\n"\n\nmsgid "weapons truce"\n'
        'msgstr "gencatan senjata"\n\nmsgid "note"\nmsgstr ""\n',
        "utf-8",
    )
    result = CliRunner().invoke(main, ["check", str(path)])
    assert "T101" in result.stdout
    assert f"{path}: 1 entry has no Indonesian text: passed over" in result.stderr


def test_changed_shows_what_is_new(texts: tuple[Path, Path], tmp_path: Path) -> None:
    """What an earlier report has is left out, even where the unit has moved."""
    report = tmp_path / "report.json"
    assert check(*texts, "--aligned", "-o", report).exit_code == 1
    same = check(*texts, "--aligned", "--changed", report)
    assert (same.exit_code, same.stdout) == (0, "")
    assert "1 known" in same.stderr
    texts[0].write_text(f"PBB hadir.\n{ID}", "utf-8")
    texts[1].write_text(f"PBB was there.\n{EN}", "utf-8")
    new = check(*texts, "--aligned", "--changed", report)
    assert new.exit_code == 1
    assert [line.split()[1] for line in new.stdout.splitlines()] == ["1:"]


@pytest.mark.parametrize(
    "content",
    ["", "[]", "{}", '{"findings": 3}', '{"findings": [{"code": 1}]}', "[" * 9],
)
def test_a_report_that_is_none(
    texts: tuple[Path, Path], tmp_path: Path, content: str
) -> None:
    """One line says what to do."""
    report = tmp_path / "r.json"
    report.write_text(content, "utf-8")
    result = check(*texts, "--changed", report)
    assert result.exit_code == 2
    assert "r.json: no report of a check — write one with" in result.stderr
    assert result.stderr.count("\n") == 1


def test_min_confidence(tmp_path: Path) -> None:
    """Findings that are less sure are left out, and counted."""
    table = tmp_path / "a.csv"
    row = "Gencatan senjata berlaku.,The guns fell silent.\n"
    table.write_text(
        f"{row}Gencatan senjata berlaku.,A weapons truce holds.\n", "utf-8"
    )
    result = check(table, "--min-confidence", "0.5")
    assert result.exit_code == 1
    assert [line.split()[2] for line in result.stdout.splitlines()] == ["T101"]
    assert "1 less sure" in result.stderr
    assert check(table, "--min-confidence", "0.9").exit_code == 0
    assert check(table, "--min-confidence", "2").exit_code == 2
