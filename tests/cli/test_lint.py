"""`padanan lint`: findings on stdout, a summary on stderr, mended files on disk."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from padanan.cli import main
from padanan.glossary import library
from padanan.glossary.writer import HEADER
from tests.checks.glossary_examples import VISA, entry

WRONG = entry("nte: x", term="a")
UNSORTED = f"{VISA}\n{entry()}"


def lint(*arguments: str | Path) -> Result:
    """Run the command."""
    return CliRunner().invoke(main, ["lint", *map(str, arguments)])


def write(path: Path, entries: str) -> Path:
    """Write a glossary file with the usual header."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"{HEADER}\n{entries}", encoding="utf-8")
    return path


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A glossary that stands alone, with a list of sources."""
    folder = tmp_path / "glossary"
    write(folder / "en" / "law.po", UNSORTED)
    (folder / library.SOURCES).write_text("- `VCDR`: Convention\n")
    return folder


def test_nothing_to_report(tmp_path: Path) -> None:
    """A clean list is exit 0 and an empty stdout."""
    result = lint(write(tmp_path / "a.po", entry(term="barter", english="barter")))
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "1 file, 1 concept: nothing to report\n"


def test_findings(tmp_path: Path) -> None:
    """Findings are lines of path, line, code and message; exit status 1."""
    path = write(tmp_path / "a.po", WRONG)
    result = lint(path)
    assert result.exit_code == 1
    assert result.stdout == (
        f"{path}:15: G002 unknown key “nte” — did you mean “note”?\n"
    )
    assert result.stderr == "1 file, 0 concepts: 1 finding in 1 file\n"


def test_json(tmp_path: Path) -> None:
    """Programs read one object with what was checked, and the findings."""
    path = write(tmp_path / "a.po", WRONG)
    assert json.loads(lint(path, "--format", "json").stdout) == {
        "version": 2,
        "files": 1,
        "concepts": 0,
        "findings": [
            {
                "code": "G002",
                "severity": "error",
                "message": "unknown key “nte” — did you mean “note”?",
                "path": str(path),
                "place": "15",
                "line": 15,
                "unit": None,
                "concept": None,
                "source": None,
                "target": None,
                "expected": [],
                "confidence": 1.0,
            }
        ],
        "waived": [],
        "unused": [],
    }


def test_waivers(tmp_path: Path) -> None:
    """A waived finding is listed with its reason, and does not count."""
    wrong = (
        f"# padanan: ignore G205 house style\n{entry(term='Barter', english='swap')}"
    )
    path = write(tmp_path / "a.po", wrong)
    result = lint(path)
    assert result.exit_code == 0
    assert result.stdout.startswith(f"waived: {path}:16: G205 ")
    assert result.stdout.endswith(" [house style]\n")
    assert result.stderr == "1 file, 1 concept: nothing to report, 1 waived\n"


def test_select(own: Path) -> None:
    """Only the named codes, or families of codes, are reported."""
    assert "G007" in lint(own, "--select", "g0").stdout
    assert lint(own, "--select", "G1,G201").exit_code == 0
    result = lint(own, "--select", "T1")
    assert result.exit_code == 2
    assert "there is no check “T1”" in result.stderr


def test_fix(own: Path) -> None:
    """The canonical form is written once; then there is nothing more to do."""
    path = own / "en" / "law.po"
    result = lint(own, "--fix")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr.startswith(f"written: {path}\n")
    assert path.read_text(encoding="utf-8") == f"{HEADER}\n{entry()}\n{VISA}"
    assert "written" not in lint(own, "--fix").stderr


def test_fix_leaves_what_it_does_not_understand(tmp_path: Path) -> None:
    """A file with a mistake, or something that would be lost, is not rewritten."""
    for number, wrong in enumerate((WRONG, "#~ msgid\n", '#~ msgid "a"\n')):
        path = write(tmp_path / f"{number}.po", f"{UNSORTED}\n{wrong}")
        before = path.read_bytes()
        assert lint(path, "--fix").exit_code == 1
        assert path.read_bytes() == before


def test_fix_leaves_a_file_that_changed_meanwhile(
    own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What another program wrote since the file was read is not overwritten."""
    path = own / "en" / "law.po"
    real = library.read_files

    def read_and_change(*arguments: object, **options: object) -> object:
        files = real(*arguments, **options)  # type: ignore[arg-type]
        path.write_text("changed", encoding="utf-8")
        return files

    monkeypatch.setattr(library, "read_files", read_and_change)
    lint(own, "--fix")
    assert path.read_text(encoding="utf-8") == "changed"


def test_a_glossary_of_its_own(own: Path) -> None:
    """A glossary with its own sources knows neither the shipped ones nor its terms."""
    path = write(
        own / "en" / "trade.po", VISA.replace("msgid", "#: UNCHARTER:2\nmsgid")
    )
    codes = {line.split()[1] for line in lint(path).stdout.splitlines()}
    assert codes == {"G101", "G103"}


def test_a_list_that_adds_to_the_shipped_glossary(tmp_path: Path) -> None:
    """A list that stands alone may cite the shipped sources and replace entries."""
    text = entry(term="persona non grata", english="unwelcome person")
    cited = text.replace("msgid", "#: VCDR:9\nmsgid")
    assert lint(write(tmp_path / "own.po", cited)).stdout == ""


def test_the_shipped_glossary_is_the_default(
    own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without a path the shipped glossary is read, named from where one is."""
    monkeypatch.setattr(library, "shipped_path", lambda: own)
    monkeypatch.chdir(own.parent)
    assert lint().stdout.startswith("glossary/en/law.po:")
    monkeypatch.chdir(own / "en")
    assert lint().stdout.startswith(str(own))


def test_cannot_run(tmp_path: Path) -> None:
    """A name that leads nowhere is exit 2 and one line."""
    result = lint(tmp_path / "none.po")
    assert result.exit_code == 2
    assert result.stderr.count("\n") == 1


def test_a_file_that_is_not_text(tmp_path: Path) -> None:
    """A file in another encoding is a finding like any other."""
    path = tmp_path / "a.po"
    shutil.copy(Path(__file__).parents[1] / "data" / "po" / "mini.po", path)
    path.write_bytes(path.read_bytes().decode().encode("utf-16"))
    result = lint(path)
    assert result.exit_code == 1
    assert result.stdout.startswith(f"{path}:1: G001 not UTF-8 — save the file")


def test_a_list_of_ones_own_needs_no_definition(tmp_path: Path) -> None:
    """Outside a glossary with sources only --profile full asks for one."""
    path = tmp_path / "own.po"
    path.write_text(
        'msgid ""\nmsgstr ""\n\nmsgid "kopi pahit"\nmsgstr "coffee"\n', "utf-8"
    )
    select = ["lint", str(path), "--select", "G2"]
    assert CliRunner().invoke(main, select).exit_code == 0
    full = CliRunner().invoke(main, [*select, "--profile", "full"])
    assert (full.exit_code, full.stdout.count("G201")) == (1, 2)


def test_a_glossary_can_be_checked_as_a_list(tmp_path: Path) -> None:
    """With SOURCES.md a definition is asked for, unless --profile house is said."""
    path = tmp_path / "own.po"
    (tmp_path / "SOURCES.md").write_text("", "utf-8")
    path.write_text(
        'msgid ""\nmsgstr ""\n\nmsgid "kopi pahit"\nmsgstr "coffee"\n', "utf-8"
    )
    select = ["lint", str(path), "--select", "G2"]
    assert CliRunner().invoke(main, select).stdout.count("G201") == 2
    assert CliRunner().invoke(main, [*select, "--profile", "house"]).exit_code == 0


def test_conditions_measured_on_a_corpus(tmp_path: Path) -> None:
    """--on takes JSON lines and articles, and reports what never holds there."""
    path, corpus = tmp_path / "own.po", tmp_path / "a.jsonl"
    entry = '#. when: near kuda\nmsgid "kopi pahit"\nmsgstr "coffee"\n'
    path.write_text(f'msgid ""\nmsgstr ""\n\n{entry}', "utf-8")
    corpus.write_text('{"text": "Kopi pahit."}\n' * 19, "utf-8")
    article = tmp_path / "a.txt"
    article.write_text("Kopi pahit itu.", "utf-8")
    called = ["lint", str(path), "--select", "G3", "--on", str(corpus)]
    assert CliRunner().invoke(main, called).exit_code == 0
    found = CliRunner().invoke(main, [*called, "--on", str(article)])
    assert found.exit_code == 1
    assert "own.po:4: G302 “when near kuda”" in found.stdout


def test_a_corpus_without_texts(tmp_path: Path) -> None:
    """A line that is not an object with a text is named."""
    corpus = tmp_path / "a.jsonl"
    corpus.write_text('{"text": "Kopi."}\n{"title": "Teh."}\n', "utf-8")
    found = CliRunner().invoke(main, ["lint", "--on", str(corpus)])
    assert found.exit_code == 2
    assert "a.jsonl:2: no text here" in found.stderr
