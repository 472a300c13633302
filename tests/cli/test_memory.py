"""``padanan memory``, and the commands that take from a memory and add to it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from padanan.cli import main

if TYPE_CHECKING:
    from pathlib import Path

TMX = """<tmx version="1.4"><header/><body>
<tu><tuv xml:lang="id"><seg>Menlu AS tiba pada 5 Mei.</seg></tuv>
<tuv xml:lang="en"><seg>Rubio arrived on 5 May.</seg></tuv></tu>
<tu><tuv xml:lang="id"><seg>Kyiv diam.</seg></tuv>
<tuv xml:lang="en"><seg>Kyiv is silent.</seg></tuv></tu></body></tmx>"""


def padanan(*arguments: str | Path) -> Result:
    """Run a command."""
    return CliRunner().invoke(main, list(map(str, arguments)))


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A memory of two sentences."""
    (tmp_path / "a.tmx").write_text(TMX, "utf-8")
    path = tmp_path / "house.sqlite"
    done = padanan("memory", path, "--add", tmp_path / "a.tmx")
    assert done.stderr.endswith("a.tmx: 2 translations, 2 new\n")
    return path


def test_a_sentence(house: Path) -> None:
    """What differs is named: numbers, and terms with their English."""
    found = padanan("memory", house, "Menlu RI tiba pada 6 Mei.")
    assert found.exit_code == 0
    assert "→ Rubio arrived on 5 May." in found.stdout
    assert "+ number 6\n  - number 5\n" in found.stdout
    assert "⟨Foreign Minister⟩" in found.stdout
    nothing = padanan("memory", house, "Kota kecil itu sepi.")
    assert (nothing.exit_code, nothing.stdout) == (1, "")


def test_words_and_counts(house: Path) -> None:
    """Both languages are looked through; nothing found is exit 1."""
    assert "→ Kyiv is silent." in padanan("memory", house, "--words", "silent").stdout
    assert padanan("memory", house, "--words", "visa").exit_code == 1
    assert padanan("memory", house).stdout.startswith("2 translations of 2 sentences\n")
    data = json.loads(padanan("memory", house, "--format", "json").stdout)
    assert data["translations"] == 2


def test_two_texts(house: Path, tmp_path: Path) -> None:
    """Sentences that could be aligned are added."""
    (tmp_path / "t.id").write_text("Perang usai. Semua pulang.\n", "utf-8")
    (tmp_path / "t.en").write_text("The war is over. All went home.\n", "utf-8")
    done = padanan("memory", house, "--texts", tmp_path / "t.id", tmp_path / "t.en")
    assert "2 translations, 2 new" in done.stderr
    assert "→ The war is over." in padanan("memory", house, "Perang usai.").stdout


def test_export_and_import_are_the_identity(house: Path, tmp_path: Path) -> None:
    """What is written as TMX makes the same memory."""
    out, other = tmp_path / "out.tmx", tmp_path / "other.sqlite"
    assert padanan("memory", house, "-o", out).exit_code == 0
    padanan("memory", other, "--add", out)
    again = padanan("memory", other, "--format", "tmx").stdout_bytes
    assert again == out.read_bytes()


def test_a_whole_job(house: Path, tmp_path: Path) -> None:
    """A worksheet takes what is known, and what is done is remembered."""
    article = tmp_path / "artikel.txt"
    article.write_text(
        "Menlu AS tiba pada 5 Mei. Kyiv diam lagi. Visa {1} ada.", "utf-8"
    )
    sheet = tmp_path / "artikel.po"
    made = padanan("worksheet", article, "-o", sheet, "--memory", house)
    assert "from memory 1 exactly, 1 fuzzy" in made.stderr
    text = sheet.read_text("utf-8")
    assert "Rubio arrived on 5 May." in text
    text = text.replace("#, fuzzy\n", "").replace(
        "Kyiv is silent", "Kyiv is silent again"
    )
    sheet.write_text(text, "utf-8")
    done = padanan("assemble", sheet, "-o", tmp_path / "out.txt", "--remember", house)
    assert "2 translations, 1 new; 1 not translated" in done.stderr
    assert (
        "→ Kyiv is silent again." in padanan("memory", house, "Kyiv diam lagi.").stdout
    )


def test_tags_and_braces_come_back(house: Path, tmp_path: Path) -> None:
    """A format of the sentence is in its translation, and a brace is a brace."""
    article, sheet = tmp_path / "a.md", tmp_path / "a.po"
    article.write_text("**Nota** itu {1} ada.\n", "utf-8")
    padanan("worksheet", article, "-o", sheet)
    text = sheet.read_text("utf-8")
    sheet.write_text(
        text.replace('msgstr ""\n\n', 'msgstr "The {1}note{/1} is {{1}."\n\n')
        if text.count('msgstr ""\n\n') > 1
        else text.removesuffix('msgstr ""\n') + 'msgstr "The {1}note{/1} is {{1}."\n',
        "utf-8",
    )
    out = tmp_path / "out.md"
    assert padanan("assemble", sheet, "-o", out, "--remember", house).exit_code == 0
    assert out.read_text("utf-8") == "The **note** is {1}.\n"
    again = tmp_path / "b.po"
    padanan("worksheet", article, "-o", again, "--memory", house)
    assert "The {1}note{/1} is {{1}." in again.read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (("nothing.sqlite",), "there is no memory"),
        (("a.tmx", "Kyiv diam."), "not a memory of Padanan"),
        (("house.sqlite", "Kyiv diam.", "--add", "a.tmx"), "one after the other"),
        (("house.sqlite", "Kyiv diam.", "--format", "tmx"), "leave the sentence out"),
        (("house.sqlite", "--add", "nothing.tmx"), "nothing.tmx"),
        (("-", "Kyiv diam."), "kept in a file"),
        (("house.sqlite", "-o", "house.sqlite", "--format", "tmx"), "house.sqlite"),
    ],
)
def test_refused(
    house: Path,
    arguments: tuple[str, ...],
    problem: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """In one line, exit 2, and the memory stays as it was."""
    monkeypatch.chdir(house.parent)
    before = padanan("memory", house, "--format", "tmx").stdout_bytes
    done = padanan("memory", *arguments)
    assert done.exit_code == 2, done.output
    assert problem in done.stderr
    assert done.stderr.count("\n") == 1
    assert padanan("memory", house, "--format", "tmx").stdout_bytes == before


@pytest.mark.parametrize(
    "text",
    [
        TMX.replace("<tmx", "<!DOCTYPE tmx [<!ENTITY a 'b'>]><tmx"),
        TMX.replace("</body>", ""),
        TMX.replace("tmx", "xliff"),
        TMX.replace('"id"', '"fr"'),
        "",
    ],
)
def test_hostile_and_damaged_tmx(house: Path, text: str) -> None:
    """Refused in one line; the memory can still be asked."""
    bad = house.with_name("bad.tmx")
    bad.write_text(text, "utf-8")
    done = padanan("memory", house, "--add", bad)
    assert done.exit_code == 2
    assert done.stderr.startswith(f"padanan: {bad}")
    assert done.stderr.count("\n") == 1
    assert "→ Kyiv is silent." in padanan("memory", house, "Kyiv diam.").stdout
