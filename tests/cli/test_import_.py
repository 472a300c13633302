"""`padanan import`: shows what it would do, and does it only when told."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from padanan.cli import main
from padanan.glossary import library, po
from padanan.jobs import exchange
from tests.glossaries import DATA

ROOT = Path(__file__).parents[2]


def import_(*arguments: str | Path, stdin: bytes = b"") -> Result:
    """Run the command."""
    return CliRunner().invoke(main, ["import", *map(str, arguments)], input=stdin)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A glossary of two files, with its list of sources."""
    (tmp_path / library.SOURCES).write_text("- `VCDR`: Convention\n")
    en = tmp_path / "en"
    en.mkdir()
    for name in ("conflict", "protocol"):
        shutil.copy(ROOT / "glossary" / "en" / f"{name}.po", en)
    return en


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """A table that adds a concept, changes one and keeps one as it is."""
    path = tmp_path / "daftar.csv"
    path.write_text(
        "term,English\nkoridor uji coba,test corridor\ngencatan senjata,armistice\n"
        "mediasi uji,test mediation\n",
        encoding="utf-8",
    )
    return path


def test_dry_run_shows_and_writes_nothing(folder: Path, table: Path) -> None:
    """What would be added or changed is on stdout, and the file as it was."""
    path = folder / "conflict.po"
    before = path.read_bytes()
    result = import_(table, "--into", path)
    assert result.exit_code == 0
    assert result.stdout == (
        "added     koridor-uji-coba  koridor uji coba = test corridor\n"
        "changed   gencatan-senjata\n"
        '            - msgstr "ceasefire"\n'
        '            + msgstr "armistice"\n'
        "added     mediasi-uji  mediasi uji = test mediation\n"
    )
    assert result.stderr == (
        f"{path}: 2 added, 1 changed, 0 conflict, 0 the same;"
        " nothing is written yet — say --write\n"
    )
    assert path.read_bytes() == before


def test_write_does_what_was_shown(folder: Path, table: Path) -> None:
    """With --write the file holds it, and says so again."""
    path = folder / "conflict.po"
    before = po.load(path)
    shown = import_(table, "--into", path).stdout
    result = import_(table, "--into", path, "--write")
    assert (result.exit_code, result.stdout) == (0, shown)
    after = po.load(path)
    assert len(after) == len(before) + 2
    assert after["gencatan-senjata"].equivalent == "armistice"
    assert after["gencatan-senjata"].notes == before["gencatan-senjata"].notes
    again = import_(table, "--into", path, "--write")
    assert again.stdout == ""
    assert "0 added, 0 changed, 0 conflict, 3 the same" in again.stderr


def test_new_file_is_made(tmp_path: Path, table: Path) -> None:
    """A list that does not exist yet is begun; its name is the domain."""
    path = tmp_path / "istilah.po"
    assert import_(table, "--into", path).exit_code == 0
    assert not path.exists()
    assert import_(table, "--into", path, "--write").exit_code == 0
    assert {concept.domain for concept in po.load(path).concepts} == {"istilah"}


def test_conflicts_are_not_written(folder: Path, tmp_path: Path) -> None:
    """A conflict is exit status 1; the rest is written."""
    path = tmp_path / "daftar.csv"
    other = folder / "protocol.po"
    concept = po.load(other).concepts[0]
    path.write_text(f'term,English\n"{concept.term}",x\nkoridor uji coba,y\n')
    result = import_(path, "--into", folder / "conflict.po", "--write")
    assert result.exit_code == 1
    assert f"conflict  {concept.id}  is already in {other} — import" in result.stdout
    after = po.load(folder / "conflict.po")
    assert "koridor-uji-coba" in after.by_id
    assert concept.id not in after.by_id


@pytest.mark.slow
def test_whole_export_changes_nothing(folder: Path, tmp_path: Path) -> None:
    """What was exported is the same when it comes back, in every format that reads."""
    from padanan.exchange.formats import FORMATS

    path = folder / "conflict.po"
    for form in FORMATS:
        if not form.reads:
            continue
        out = tmp_path / f"x{form.endings[0]}"
        CliRunner().invoke(
            main,
            ["export", "--to", form.name, "-o", str(out), "--no-shipped",
             "--glossary", str(folder), "--include-fuzzy"],
        )  # fmt: skip
        result = import_(out, "--from", form.name, "--into", path)
        assert (result.exit_code, result.stdout) == (0, ""), form.name
        assert "0 added, 0 changed, 0 conflict" in result.stderr


def test_standard_input_needs_a_format(folder: Path) -> None:
    """A pipe has no ending; with --from it is read."""
    data = (DATA / "exchange" / "mini.json.json").read_bytes()
    path = folder / "conflict.po"
    result = import_("-", "--into", path, stdin=data)
    assert result.exit_code == 2
    assert "cannot tell its format by the ending — say --from" in result.stderr
    result = import_("-", "--from", "json", "--into", path, stdin=data)
    assert result.exit_code in (0, 1)
    assert "in other files, left as they are" in result.stderr


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ("term,English\na\n", "daftar.csv:2: “English” is empty — write it"),
        ("a\n", "daftar.csv:1: unknown column “a”"),
    ],
)
def test_broken_files_are_one_line(
    folder: Path, tmp_path: Path, content: str, problem: str
) -> None:
    """A file that cannot be read is exit status 2, and nothing is touched."""
    path = tmp_path / "daftar.csv"
    path.write_text(content)
    result = import_(path, "--into", folder / "conflict.po", "--write")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("padanan: ")
    assert problem in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_target_must_be_po(table: Path, tmp_path: Path) -> None:
    """A target of another kind is a mistake."""
    result = import_(table, "--into", tmp_path / "a.csv")
    assert result.exit_code == 2
    assert "not a PO file — name one that ends in .po" in result.stderr


def test_target_must_survive(table: Path, tmp_path: Path) -> None:
    """A target with lines that writing would lose is not touched."""
    path = tmp_path / "law.po"
    path.write_text('msgid "a"\nmsgstr "b"\n\n#~ msgid "c"\n#~ msgstr "d"\n')
    before = path.read_bytes()
    result = import_(table, "--into", path, "--write")
    assert result.exit_code == 2
    assert "law.po:4: an obsolete entry (#~) is lost" in result.stderr
    assert path.read_bytes() == before


def test_target_must_not_have_changed(
    table: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What an editor saved while we compared is not overwritten."""
    path = folder / "conflict.po"
    made = exchange._bytes  # noqa: SLF001 -- the moment between reading and writing

    def slowly(*arguments: object) -> bytes:
        path.write_bytes(path.read_bytes() + b"\n")
        return made(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(exchange, "_bytes", slowly)
    result = import_(table, "--into", path, "--write")
    assert result.exit_code == 2
    assert "changed meanwhile — import again" in result.stderr


def test_json(folder: Path, table: Path) -> None:
    """Programs get what becomes of each concept, the same ones too."""
    result = import_(table, "--into", folder / "conflict.po", "--format", "json")
    data = json.loads(result.stdout)
    assert data["path"] == str(folder / "conflict.po")
    assert [change["kind"] for change in data["changes"]] == [
        "added", "changed", "added",
    ]  # fmt: skip


@pytest.mark.parametrize("form", ["tmx", "tbx"])
def test_entries_without_indonesian_are_told(tmp_path: Path, form: str) -> None:
    """Entries of other languages are counted on standard error."""
    path = tmp_path / f"a.{form}"
    pairs = (("id", "en"), ("fr", "en"), ("id", "fr"))
    path.write_text(_in_languages(form, pairs), "utf-8")
    result = CliRunner().invoke(
        main, ["import", str(path), "--into", str(tmp_path / "own.po")]
    )
    assert result.exit_code == 0
    assert f"{path}: 2 entries without Indonesian or without English" in result.stderr
    assert f"{path}: not read: terms in “fr”" in result.stderr


def _in_languages(form: str, pairs: tuple[tuple[str, str], ...]) -> str:
    """Return a file with an entry for each pair of languages."""
    if form == "tmx":
        unit = (
            '<tuv xml:lang="{}"><seg>a</seg></tuv><tuv xml:lang="{}"><seg>b</seg></tuv>'
        )
        inside = "".join(f"<tu>{unit.format(*pair)}</tu>" for pair in pairs)
        return f'<tmx version="1.4"><header/><body>{inside}</body></tmx>'
    section = '<langSet xml:lang="{}"><tig><term>{}</term></tig></langSet>'
    inside = "".join(
        f"<termEntry>{section.format(one, 'a')}{section.format(two, 'b')}</termEntry>"
        for one, two in pairs
    )
    return f'<martif type="TBX"><text><body>{inside}</body></text></martif>'
