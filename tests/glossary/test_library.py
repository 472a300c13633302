"""Where glossaries are found, and how several become one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from padanan.errors import GlossaryError
from padanan.glossary import library, po
from padanan.model import DOMAINS
from tests.clients import client, run

if TYPE_CHECKING:
    from pathlib import Path

ENTRY = 'msgid ""\nmsgstr ""\n\nmsgid "{}"\nmsgstr "{}"\n'
FILES = library.po_files(library.shipped_path())


def write(path: Path, term: str, equivalent: str) -> Path:
    """Write a glossary of one entry."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(ENTRY.format(term, equivalent), encoding="utf-8")
    return path


def test_shipped_glossary_is_found() -> None:
    """The shipped glossary has its files, its sources and every domain's name."""
    assert {path.stem for path in FILES} <= set(DOMAINS)
    assert (library.shipped_path() / library.SOURCES).is_file()
    assert len(library.load()) > 400


def test_an_installed_package_carries_the_glossary(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A glossary inside the package is preferred to that of a checkout."""
    package = tmp_path / "lib" / "padanan"
    monkeypatch.setattr(library, "_PACKAGE", package)
    (tmp_path / "glossary" / "en").mkdir(parents=True)
    assert library.shipped_path() == tmp_path / "glossary"
    (package / "shipped" / "en").mkdir(parents=True)
    assert library.shipped_path() == package / "shipped"


def test_a_missing_shipped_glossary(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where it is missing one is told to install again."""
    monkeypatch.setattr(library, "_PACKAGE", tmp_path / "lib" / "padanan")
    with pytest.raises(GlossaryError, match="install padanan again"):
        library.load()


def test_own_english_comes_first(tmp_path: Path) -> None:
    """One's own entry is laid over the shipped one, which keeps its place."""
    own = write(tmp_path / "own.po", "persona non grata", "unwelcome person")
    shipped, both = library.load(), library.load(own)
    assert both["persona-non-grata"].equivalent == "unwelcome person"
    assert both["persona-non-grata"].domain == "missions"
    assert [one.id for one in both.concepts] == [one.id for one in shipped.concepts]


def test_without_the_shipped_glossary(tmp_path: Path) -> None:
    """One's own files can stand alone, in the order in which they are named."""
    first = write(tmp_path / "b.po", "visa", "visa")
    second = write(tmp_path / "a.po", "paspor", "passport")
    glossary = library.load(first, str(second), shipped=False)
    assert [concept.domain for concept in glossary.concepts] == ["b", "a"]


def test_a_folder_is_read_whole(tmp_path: Path) -> None:
    """All PO files of a folder are read: domains in their order, others by name."""
    for name in ("law", "zebra", "missions", "apple"):
        write(tmp_path / "en" / f"{name}.po", name, name)
    (tmp_path / "en" / "notes.txt").write_text("no glossary")
    (tmp_path / "en" / ".#law.po").write_text("an editor's own")
    (tmp_path / "en" / "folder.po").mkdir()
    files = library.read_files([tmp_path], shipped=False)
    assert [file.domain for file in files] == ["missions", "law", "apple", "zebra"]


def test_files_are_what_a_cache_is_keyed_by(tmp_path: Path) -> None:
    """Reading gives paths and bytes; nothing is understood yet."""
    path = tmp_path / "a.po"
    path.write_bytes(b"\xff no glossary")
    assert library.read_files([path], shipped=False) == (
        (str(path), path.read_bytes()),
    )
    assert len(library.read_files([path])) == len(FILES) + 1


def test_no_such_file(tmp_path: Path) -> None:
    """A name that leads nowhere is said to do so."""
    with pytest.raises(GlossaryError, match=r"a\.po: no such file — check the name"):
        library.load(tmp_path / "a.po")


def test_an_empty_folder(tmp_path: Path) -> None:
    """A folder without PO files is most likely the wrong one."""
    with pytest.raises(GlossaryError, match="no PO file in this folder"):
        library.load(tmp_path)


def test_a_broken_file_is_named_with_its_line(tmp_path: Path) -> None:
    """The error says where in which file."""
    path = write(tmp_path / "own.po", "visa", "")
    with pytest.raises(GlossaryError) as caught:
        library.load(path)
    assert str(caught.value).startswith(f"{path}:5: “visa” has no msgstr")


def test_sources_are_the_keys_of_the_list(tmp_path: Path) -> None:
    """Only the lines of the list itself name keys."""
    path = tmp_path / "SOURCES.md"
    path.write_text("# Sources\n\nSee `X`.\n\n- `VCDR`: V\n- `UU1-1982`: U\n- Y: z\n")
    assert library.sources(path) == {"VCDR", "UU1-1982"}


def test_home_is_where_the_sources_are(tmp_path: Path) -> None:
    """A file belongs to the glossary whose list of sources is near it."""
    path = write(tmp_path / "glossary" / "en" / "law.po", "visa", "visa")
    assert library.home(path) is None
    (tmp_path / "glossary" / library.SOURCES).write_text("")
    for inside in (path, path.parent, path.parent.parent):
        assert library.home(inside) == tmp_path / "glossary"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_shipped_files_are_canonical(path: Path) -> None:
    """Each shipped file is in its canonical form."""
    text = path.read_text(encoding="utf-8")
    glossary = po.loads(text, path=str(path), domain=path.stem)
    assert po.dumps(glossary.concepts, domain=path.stem) == text


@client("msgfmt")
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_gettext_accepts_shipped_files(path: Path) -> None:
    """The checks of gettext's compiler find nothing in a shipped file."""
    run("msgfmt", "-c", "-o", "/dev/null", path)
