"""`padanan add`: a term into a list of one's own."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from padanan.cli import main
from padanan.glossary import po

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A list that does not exist yet, in a folder where nothing else is."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return tmp_path / "istilah.po"


def add(*arguments: str | Path) -> Result:
    """Run the command."""
    return CliRunner().invoke(main, ["add", *map(str, arguments)])


def test_a_new_term(own: Path) -> None:
    """The list is made, in canonical form, with all that was said."""
    done = add(
        "kopi  pahit", "black coffee", "--glossary", own, "--definition", "Coffee.",
        "--note", "Tanpa gula.", "--fuzzy",
    )  # fmt: skip
    assert done.exit_code == 0
    (concept,) = po.load(own)
    assert (concept.term, concept.equivalent) == ("kopi pahit", "black coffee")
    assert (concept.definition, concept.notes) == ("Coffee.", ("Tanpa gula.",))
    assert concept.fuzzy
    assert own.read_text("utf-8") == po.dumps([concept], domain="istilah")


def test_nothing_stands_twice(own: Path) -> None:
    """What is there already leaves the file as it is; more English goes behind."""
    add("gencatan senjata", "truce", "--glossary", own)
    before = own.read_bytes()
    again = add("Gencatan senjata", "truce", "--glossary", own)
    assert "already" in again.stderr
    assert own.read_bytes() == before
    add("gencatan senjata", "ceasefire", "--glossary", own)
    (concept,) = po.load(own)
    assert [one.text for one in concept.equivalents] == ["truce", "ceasefire"]


def test_a_variant_of_an_entry(own: Path) -> None:
    """A term that an entry has as a variant belongs to it."""
    entry = '#. variant: pakta\nmsgid "perjanjian"\nmsgstr "treaty"\n'
    own.write_text(f'msgid ""\nmsgstr ""\n\n{entry}', "utf-8")
    add("pakta", "pact", "--glossary", own)
    (concept,) = po.load(own)
    assert [one.text for one in concept.equivalents] == ["treaty", "pact"]


def test_review(own: Path) -> None:
    """The same English without --fuzzy says that it is reviewed."""
    add("nota", "note", "--fuzzy", "--glossary", own)
    add("nota", "note", "--glossary", own)
    assert not po.load(own)["nota"].fuzzy


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (("nota", "memo"), "is not to be used"),
        (("nota", "note", "--definition", "Other."), "another definition"),
        (("nota", "letter", "--fuzzy"), "is reviewed"),
        (("  ", "note"), "is empty"),
        (("surat\x07", "letter"), "control character"),
    ],
)
def test_what_contradicts_the_list(
    own: Path, arguments: tuple[str, ...], problem: str
) -> None:
    """It is refused in one line, and the list stays as it is."""
    entry = '#. definition: A paper.\n#. avoid: memo\nmsgid "nota"\nmsgstr "note"\n'
    own.write_text(f'msgid ""\nmsgstr ""\n\n{entry}', "utf-8")
    before = own.read_bytes()
    done = add(*arguments, "--glossary", own)
    assert (done.exit_code, problem in done.stderr) == (2, True), done.stderr
    assert own.read_bytes() == before


def test_a_broken_list(own: Path) -> None:
    """A list that cannot be read is not written over."""
    own.write_text('msgid "a\n', "utf-8")
    done = add("nota", "note", "--glossary", own)
    assert done.exit_code == 2
    assert "istilah.po:1: " in done.stderr
    assert own.read_text("utf-8") == 'msgid "a\n'


def test_the_list_of_the_settings(own: Path) -> None:
    """Without --glossary it is the first list of padanan.toml."""
    own.with_name("padanan.toml").write_text(
        '[common]\nglossary = ["istilah.po", "lain.po"]\n', "utf-8"
    )
    assert add("nota", "note").exit_code == 0
    assert len(po.load(own)) == 1


def test_the_list_of_the_user(own: Path) -> None:
    """Where nothing names one, it is in the user's data folder, which is made."""
    if sys.platform == "win32":
        pytest.skip("the folder is another")
    assert add("nota", "note").exit_code == 0
    assert len(po.load(own.parent / "data" / "padanan" / "own.po")) == 1


def test_a_folder_has_it_as_own_po(own: Path) -> None:
    """A folder of lists gets a file of its own for what is added."""
    assert add("nota", "note", "--glossary", own.parent).exit_code == 0
    assert (own.parent / "own.po").is_file()


def test_several_processes_at_once(own: Path) -> None:
    """Each waits for the others, so that no term is lost."""
    code = "import sys; from padanan.cli import main; main(sys.argv[1:])"
    running = [
        subprocess.Popen([
            sys.executable, "-c", code, "add", f"kata {n}", f"word {n}",
            "--glossary", str(own),
        ])
        for n in range(6)
    ]  # fmt: skip
    assert [process.wait() for process in running] == [0] * 6
    assert len(po.load(own)) == 6
