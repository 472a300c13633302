"""`padanan lookup`: what is found is shown, nothing found is exit status 1."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from click.testing import CliRunner, Result

from padanan.cli import main

if TYPE_CHECKING:
    from pathlib import Path


def lookup(*arguments: str | Path) -> Result:
    """Run the command."""
    return CliRunner().invoke(main, ["lookup", *map(str, arguments)])


def test_several_words_need_no_quotation_marks() -> None:
    """The words of a term are its arguments."""
    result = lookup("gencatan", "senjata")
    assert result.exit_code == 0
    assert result.stdout.startswith("gencatan senjata  (noun, conflict)\n  → ceasefire")


def test_nothing_found() -> None:
    """A term that is unlike every other is said to be missing."""
    result = lookup("xqzzy")
    assert result.exit_code == 1
    assert result.stdout == ""
    assert result.stderr == "“xqzzy” is not in the glossary\n"


def test_json() -> None:
    """The values are one object, empty where nothing is found."""
    found = json.loads(lookup("truce", "--format", "json").stdout)
    assert found["hits"][0]["concept"] == "gencatan-senjata"
    nothing = lookup("xqzzy", "--format", "json")
    assert nothing.exit_code == 1
    assert json.loads(nothing.stdout)["hits"] == []


def test_concordance(tmp_path: Path) -> None:
    """Lines of a folder stand below the entry."""
    (tmp_path / "a.txt").write_text("Gencatan senjata berlaku.", "utf-8")
    result = lookup("truce", "--in", tmp_path)
    assert result.stdout.endswith("⟦Gencatan senjata⟧ berlaku.\n")


def test_concordance_of_what_the_glossary_lacks(tmp_path: Path) -> None:
    """A word that texts have is something found, though not in the glossary."""
    (tmp_path / "a.txt").write_text("Sebuah xqzzy.", "utf-8")
    result = lookup("xqzzy", "--in", tmp_path)
    assert result.exit_code == 0
    assert "⟦xqzzy⟧" in result.stdout


def test_own_glossary(tmp_path: Path) -> None:
    """One's own list is searched too, or alone."""
    own = tmp_path / "own.po"
    own.write_text(
        'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
        'msgid "xqzzy"\nmsgstr "thing"\n',
        "utf-8",
    )
    assert "→ thing" in lookup("xqzzy", "--glossary", own).stdout
    alone = lookup("truce", "--glossary", own, "--no-shipped", "--no-cache")
    assert alone.exit_code == 1
