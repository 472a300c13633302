"""A list of one's own comes first in every command and in Python."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

import padanan
from padanan.cli import main
from padanan.jobs.glossary import GlossaryOptions
from padanan.jobs.glossary import load as load_for_a_job

if TYPE_CHECKING:
    from pathlib import Path

HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
TEXT = "Penghentian tembak-menembak berlaku."
ID = "gencatan-senjata"


@pytest.fixture
def lists(tmp_path: Path) -> tuple[Path, Path]:
    """Two lists, the first of which has a variant of ours."""
    first, second = tmp_path / "first.po", tmp_path / "second.po"
    entry = '#. avoid: ceasefire\nmsgid "penghentian tembak-menembak"\n'
    first.write_text(f'{HEADER}{entry}msgstr "halt of fire"\n', "utf-8")
    entry = 'msgid "gencatan senjata"\nmsgstr "stillness"\n'
    second.write_text(f"{HEADER}{entry}", "utf-8")
    return first, second


def run(command: str, lists: tuple[Path, Path], *arguments: object) -> str:
    """Return what a command writes with both lists."""
    own = [text for path in lists for text in ("--glossary", str(path))]
    called = [command, *map(str, arguments), *own]
    found = CliRunner().invoke(main, called, catch_exceptions=False)
    assert found.exit_code in (0, 1), found.output
    return found.stdout


def test_all_ways_agree(lists: tuple[Path, Path], tmp_path: Path) -> None:
    """Each has the English of the first list before the second, and ceasefire not."""
    article = tmp_path / "a.txt"
    article.write_text(TEXT, "utf-8")
    expected = ["halt of fire", "stillness"]
    glossary = padanan.load(*lists)

    (found,) = padanan.Annotator(glossary).annotate(TEXT)
    offered = {"python": list(found.equivalents)}
    (found,) = padanan.Annotator.from_files(*lists).annotate(TEXT)
    offered["from files"] = list(found.equivalents)
    (document,) = json.loads(run("annotate", lists, article, "--format", "json"))
    offered["annotate"] = document["annotations"][0]["equivalents"]
    (hit,) = json.loads(run("lookup", lists, TEXT[:27], "--format", "json"))["hits"]
    offered["lookup"] = [
        e["text"] for e in hit["equivalents"] if e["status"] != "deprecated"
    ]
    exported = json.loads(run("export", lists, "--to", "json"))["concepts"]
    (concept,) = (one for one in exported if one["id"] == ID)
    offered["export"] = [
        e["text"] for e in concept["equivalents"] if e["status"] != "deprecated"
    ]
    for way, english in offered.items():
        assert english[:2] == expected, way
        assert "ceasefire" not in english, way

    assert "halt of fire" in run("terms", lists, article)
    assert "halt of fire" in run("worksheet", lists, article, "--to", "po")
    pair = tmp_path / "pair.tsv"
    pair.write_text(f"{TEXT}\tA ceasefire is in force.\n", "utf-8")
    checked = json.loads(run("check", lists, pair, "--format", "json"))
    (wrong,) = checked["findings"]
    assert (wrong["code"], wrong["expected"][0]) == ("T101", "halt of fire")
    (finding,) = padanan.check([(TEXT, "A ceasefire is in force.")], glossary)
    assert finding.expected[0] == "halt of fire"


@pytest.mark.parametrize("to", ["po", "csv", "tsv", "json"])
def test_a_lossless_export_has_the_order(
    lists: tuple[Path, Path], tmp_path: Path, to: str
) -> None:
    """What is laid over can be exported, and its own English is the preferred one."""
    path = tmp_path / f"whole.{to}"
    run("export", lists, "--to", to, "--domain", "conflict", "-o", path)
    assert "halt of fire" in path.read_text("utf-8")


def test_a_short_form_is_not_answered_by_ours(tmp_path: Path) -> None:
    """PBB is the English of the list, though ours has a short form for it."""
    own = tmp_path / "own.po"
    own.write_text(f'{HEADER}msgid "PBB"\nmsgstr "UN Organization"\n', "utf-8")
    (found,) = padanan.Annotator.from_files(own).annotate("Kata PBB begitu.")
    assert found.equivalents[0] == "UN Organization"


def test_an_entry_that_ours_has_with_a_region(tmp_path: Path) -> None:
    """The Secretary of State stays that of the United States."""
    own = tmp_path / "own.po"
    own.write_text(f'{HEADER}msgid "Menlu"\nmsgstr "external minister"\n', "utf-8")
    annotator = padanan.Annotator.from_files(own)
    (american,) = annotator.annotate("Menlu AS tiba.")
    (other,) = annotator.annotate("Menlu tiba.")
    assert american.equivalents[0] == "Secretary of State"
    assert other.equivalents[0] == "external minister"


def test_a_fuzzy_entry_is_used_when_asked(tmp_path: Path) -> None:
    """It changes ours in an export with --include-fuzzy, and nowhere else."""
    own = tmp_path / "own.po"
    entry = '#, fuzzy\nmsgid "gencatan senjata"\nmsgstr "stillness"\n'
    own.write_text(f"{HEADER}{entry}", "utf-8")
    options = GlossaryOptions((str(own),))
    assert load_for_a_job(options)[ID].equivalent == "ceasefire"
    asked = load_for_a_job(options, include_fuzzy=True)
    assert asked[ID].equivalent == "stillness"


def test_lists_in_a_folder_are_not_lists_one_by_one(tmp_path: Path) -> None:
    """The cache tells a folder of two files from the two files."""
    folder = tmp_path / "own"
    folder.mkdir()
    for name, english in (("a", "first"), ("b", "second")):
        entry = f'msgid "kopi pahit"\nmsgstr "{english}"\n'
        (folder / f"{name}.po").write_text(f"{HEADER}{entry}", "utf-8")
    whole = padanan.Annotator.from_files(folder, shipped=False)
    apart = padanan.Annotator.from_files(
        folder / "a.po", folder / "b.po", shipped=False
    )
    (one,), (two,) = whole.annotate("Kopi pahit."), apart.annotate("Kopi pahit.")
    assert one.equivalents == ("second",)
    assert two.equivalents == ("first", "second")
