"""`padanan.toml`: option over file over default, and faults with their lines."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from padanan.cli import main

if TYPE_CHECKING:
    from pathlib import Path

OWN = (
    'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    'msgid "xqzzy"\nmsgstr "thing"\n'
)
COMMON = '[common]\nglossary = ["own.po"]\nno-shipped = true\n'


def padanan(*arguments: str | Path) -> Result:
    """Run a command."""
    return CliRunner().invoke(main, [*map(str, arguments)])


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of work with a list of one's own; the folder below it is here."""
    (tmp_path / "own.po").write_text(OWN, "utf-8")
    work = tmp_path / "work"
    work.mkdir()
    (work / "a.txt").write_text("Sebuah xqzzy.", "utf-8")
    monkeypatch.chdir(work)
    return tmp_path


def settings(folder: Path, text: str) -> Path:
    """Write the settings of a folder."""
    path = folder / "padanan.toml"
    path.write_text(text, "utf-8")
    return path


def test_option_over_table_over_common_over_default(folder: Path) -> None:
    """Each says only what the one before it does not."""
    settings(folder, f'{COMMON}[annotate]\nformat = "jsonl"\n')
    assert json.loads(padanan("annotate", "a.txt").stdout)["version"] == 2
    shown = padanan("annotate", "a.txt", "--format", "terminal")
    assert "⟦xqzzy⟧" in shown.stdout
    assert padanan("lookup", "xqzzy").stdout == "xqzzy  (own)\n  → thing\n"
    own = padanan("lookup", "xqzzy", "--glossary", "none.po")
    assert "none.po: no such file" in own.stderr


def test_the_table_of_a_command_is_over_common(folder: Path) -> None:
    """What holds for one command holds there against what holds for all."""
    settings(folder, f"{COMMON}[lookup]\nno-shipped = false\n")
    assert padanan("lookup", "truce").exit_code == 0
    assert "no reader" not in padanan("terms", "a.txt").stderr


def test_the_nearest_file_applies(folder: Path) -> None:
    """The file of a folder hides those above it."""
    settings(folder, COMMON)
    settings(folder / "work", "")
    assert padanan("lookup", "xqzzy").exit_code == 1


def test_a_file_by_name(folder: Path, tmp_path: Path) -> None:
    """`--config` takes the place of the file that would apply; an empty one of all."""
    path = settings(folder, COMMON)
    settings(folder / "work", "[common]\nx = 1\n")
    assert padanan("lookup", "xqzzy", "--config", path).exit_code == 0
    assert padanan("lookup", "xqzzy", "--config", "/dev/null").exit_code == 1
    missing = padanan("lookup", "xqzzy", "--config", tmp_path / "none.toml")
    assert missing.exit_code == 2


def test_the_ending_of_the_output_is_over_a_file(folder: Path) -> None:
    """What the command line says of the output decides against the file."""
    settings(folder, f'{COMMON}[annotate]\nformat = "html"\n')
    result = padanan("annotate", "a.txt", "-o", "a.json")
    assert result.exit_code == 0, result.stderr
    assert json.loads((folder / "work" / "a.json").read_text("utf-8"))


def test_what_does_not_fit_is_passed_over(folder: Path) -> None:
    """A setting for pages does not stand in the way of another format."""
    settings(folder, f'{COMMON}[annotate]\nui = "id"\n')
    assert padanan("annotate", "a.txt", "--format", "json").exit_code == 0
    refused = padanan("annotate", "a.txt", "--format", "json", "--ui", "id")
    assert refused.stderr == "padanan: --ui is for --format html — leave it out\n"


def test_required_options_may_stand_in_the_file(folder: Path) -> None:
    """A format to write needs not be said each time."""
    settings(folder, f'{COMMON}[export]\nto = "deepl"\ninclude-fuzzy = true\n')
    assert padanan("export").stdout == "xqzzy\tthing\n"


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        ("[common]\nglosary = []\n", 2, "“glosary” is not common — known are gloss"),
        ("[common]\n\nformat = 'json'\n", 3, "“format” is not common"),
        ("[lookup]\nlimit = 3\nbom = true\n", 3, "“bom” is not a setting of lookup"),
        ("[lookup]\noutput = 'x'\n", 2, "“output” is not a setting of lookup"),
        ("[lookup]\nformat = 'xml'\n", 2, "“format” is invalid: 'xml' is not one"),
        ("[lookup]\nlimit = 'many'\n", 2, "“limit” is not a number"),
        ("[lookup]\nlimit = true\n", 2, "“limit” is not a number"),
        ("[lookup]\nlimit = 0\n", 2, "“limit” is invalid: 0 is not in the range"),
        ("[common]\nno-cache = 1\n", 2, "“no-cache” is neither true nor false"),
        ("[common]\nencoding = 1252\n", 2, "“encoding” is not a string"),
        (
            "[common]\nglossary = 'own.po'\n",
            2,
            "“glossary” is not a list — write [ … ]",
        ),
        ("[common]\nglossary = [1]\n", 2, "“glossary” is not a string"),
        ("\n[lokup]\n", 2, "there is no command “lokup” — name one of common, a"),
        ("encoding = 'utf-8'\n", 1, "“encoding” is not in a table — put it below"),
        ("[common]\nencoding = \n", 2, "not TOML (Invalid value) — correct it"),
        ("x = " + "[" * 9_999, None, "nested too deeply"),
        ("x = " + "9" * 5_000, None, "has a number with too many digits"),
    ],
)
def test_faults_are_one_line(
    folder: Path, text: str, line: int | None, problem: str
) -> None:
    """A fault is told with the file and its line, and nothing is done."""
    path = settings(folder, text)
    result = padanan("lookup", "xqzzy")
    assert (result.exit_code, result.stdout) == (2, "")
    place = str(path) if line is None else f"{path}:{line}"
    assert result.stderr.startswith(f"padanan: {place}: {problem}")
    assert result.stderr.count("\n") == 1


def test_a_file_that_is_no_text(folder: Path) -> None:
    """Bytes that are no UTF-8 are told; the help can be read all the same."""
    (folder / "work" / "padanan.toml").write_bytes(b"\xff")
    result = padanan("lookup", "xqzzy")
    assert result.stderr.startswith("padanan: padanan.toml: not UTF-8 — save it")
    assert padanan("lookup", "--help").exit_code == 0
