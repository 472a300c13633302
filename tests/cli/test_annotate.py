"""`padanan annotate`: explanations, fields, and options that do not go together."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from padanan.cli import main
from tests.word import P, T, raw

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "Menlu AS menyambut baik gencatan senjata. Nota diplomatik. Tahanan polisi."


def annotate(*arguments: str | Path) -> Result:
    """Run the command."""
    return CliRunner().invoke(main, ["annotate", *map(str, arguments)])


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """An article."""
    path = tmp_path / "a.txt"
    path.write_text(TEXT, "utf-8")
    return path


def test_json_is_compact(article: Path) -> None:
    """An annotation is a line, and what says nothing is left out."""
    shown = annotate(article, "--format", "json").stdout
    (document,) = json.loads(shown)
    assert len(shown.splitlines()) == 1 + len(document["annotations"])
    assert set(document["annotations"][1]) == {
        "start", "end", "text", "concept", "domain", "term", "equivalents",
    }  # fmt: skip
    assert document["annotations"][0]["region"] == "US"


def test_an_article_without_terms(article: Path) -> None:
    """Where nothing is found the list is empty, and the JSON whole."""
    article.write_text("Cuaca cerah.", "utf-8")
    (document,) = json.loads(annotate(article, "--format", "json").stdout)
    assert document["annotations"] == []


def test_fields_that_are_asked_for_are_there(article: Path) -> None:
    """A field comes with every annotation, even where it says nothing."""
    result = annotate(article, "--format", "json", "--fields", "definition, region")
    (document,) = json.loads(result.stdout)
    for found in document["annotations"]:
        assert found["definition"]
        assert "region" in found
    refused = annotate(article, "--format", "json", "--fields", "definiton")
    assert "there is no field “definiton” — choose from region" in refused.stderr


def test_fields_in_a_corpus(article: Path) -> None:
    """The lines of a corpus have them too, and the path of the file of a line."""
    lines = article.with_name("a.jsonl")
    lines.write_text(json.dumps({"text": TEXT}) + "\n", "utf-8")
    document = json.loads(annotate(lines, "--fields", "note").stdout)
    assert (document["document"], document["path"]) == (f"{lines}:1", str(lines))
    assert all("note" in found for found in document["annotations"])


@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_explanations_for_programs(article: Path, form: str) -> None:
    """What is explained to people is there as values."""
    shown = annotate(article, "--explain", "--format", form).stdout
    document = json.loads(shown)[0] if form == "json" else json.loads(shown)
    first = document["explanations"][0]
    assert first["annotation"]["text"] == "Menlu"
    assert first["form"] == "base"
    loser = next(one["losers"][0] for one in document["explanations"] if one["losers"])
    assert set(loser) == {"start", "end", "text", "concept", "reason"}


def test_explanations_to_a_file(article: Path) -> None:
    """They go where the output is named, as on the screen."""
    output = article.with_name("x.txt")
    shown = annotate(article, "--explain")
    assert annotate(article, "--explain", "-o", output).stdout == ""
    assert output.read_bytes() == shown.stdout_bytes


@pytest.mark.parametrize(
    ("options", "problem"),
    [
        (("--explain", "--format", "html"), "--explain cannot write html — say"),
        (("--explain", "--nested"), "--nested is for annotations, not for --explain"),
        (("--explain", "--first-only"), "--first-only is for annotations, not for --e"),
        (("--ui", "id"), "--ui is for --format html — leave it out"),
        (("--docx-style", "comments"), "--docx-style is for --format same"),
        (("--fields", "note"), "--fields is for --format json or jsonl"),
        (("--jobs", "1", "--from", "text"), "--from is for articles, not for a corpus"),
        (("--domain", "treatys"), "there is no domain “treatys” — did you mean “treat"),
    ],
)
def test_what_does_not_go_together(
    article: Path, options: tuple[str, ...], problem: str
) -> None:
    """It is refused in one line, and nothing is written."""
    result = annotate(article, *options)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"padanan: {problem}")
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize("options", [(), ("--explain",)])
def test_a_file_name_drives_no_terminal(
    tmp_path: Path, options: tuple[str, ...]
) -> None:
    """What moves a cursor is shown escaped, in the name of the article too."""
    path = tmp_path / "a\x1b[2J.txt"
    path.write_text(TEXT, "utf-8")
    shown = annotate(path, *options).stdout
    assert "a\\x1b[2J.txt" in shown
    assert "\x1b" not in shown


def test_what_is_not_read_is_told(tmp_path: Path) -> None:
    """A document in a folder and what a reader passed over are named once."""
    (tmp_path / "a.docx").write_bytes(raw(P(T("Kata PBB.")) + "<w:altChunk/>"))
    (tmp_path / "b.DOC").touch()
    (tmp_path / "gambar.png").touch()
    folder = str(tmp_path)
    for command in (
        ["annotate", folder],
        ["annotate", folder, "--explain"],
        ["terms", folder],
        ["lookup", "PBB", "--in", folder],
        ["export", "--to", "deepl", "--only-in", folder],
    ):
        result = CliRunner().invoke(main, command)
        assert result.exit_code == 0
        assert "1 file not read (b.DOC)" in result.stderr
        assert "a.docx: 1 embedded document not read" in result.stderr
        assert "gambar.png" not in result.stderr


def test_a_folder_without_articles_says_what_it_has(tmp_path: Path) -> None:
    """Where a folder has nothing but a PDF, that is told beside the error."""
    (tmp_path / "b.doc").touch()
    result = annotate(tmp_path)
    assert result.exit_code == 2
    assert "1 file not read (b.doc)" in result.stderr
