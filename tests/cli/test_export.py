"""`padanan export`: data on stdout, talk on stderr."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from padanan.cli import main, output
from padanan.exchange import formats, row_formats
from padanan.exchange.formats import FORMATS
from padanan.exchange.row_formats import CSV
from padanan.glossary import po
from tests.glossaries import DATA, mini, whole

if TYPE_CHECKING:
    from pathlib import Path

MINI = ("--no-shipped", "--glossary", str(DATA / "mini.po"))


def export(*arguments: str | Path, stdin: str = "") -> Result:
    """Run the command."""
    return CliRunner().invoke(main, ["export", *map(str, arguments)], input=stdin)


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_golden_files_are_what_is_exported(
    form: formats.Format, tmp_path: Path
) -> None:
    """Every format is written to a file, with all of its files."""
    output = tmp_path / f"mini.{form.name}{form.endings[0]}"
    result = export("--to", form.name, "-o", output, "--include-fuzzy", *MINI)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr.endswith(f"5 concepts as {form.name}\n")
    written = sorted(path.name for path in tmp_path.iterdir())
    golden = (DATA / "exchange").glob(f"mini.{form.name}.*")
    assert written == sorted(path.name for path in golden)


@pytest.mark.slow
def test_shipped_glossary_on_stdout() -> None:
    """Without an output the data is on stdout, and the shipped glossary is meant."""
    result = export("--to", "csv", "--include-fuzzy")
    assert CSV.loads(result.stdout_bytes, "-").by_id == whole().by_id


def test_fuzzy_is_left_out() -> None:
    """What is not reviewed is exported only on request."""
    assert "komunike" not in export("--to", "po", *MINI).stdout
    assert "komunike" in export("--to", "po", "--include-fuzzy", *MINI).stdout


def test_domains_are_chosen() -> None:
    """Several domains may be named; one that is unknown is an error."""
    result = export("--to", "po", "--domain", "missions", "--domain", "conflict", *MINI)
    found = po.loads(result.stdout, path="-", domain="").concepts
    assert {concept.domain for concept in found} == {"missions", "conflict"}
    result = export("--to", "po", "--domain", "law", *MINI)
    assert result.exit_code == 2
    assert "there is no domain “law” — known are conflict, govern" in result.stderr


@pytest.fixture
def articles(tmp_path: Path) -> tuple[Path, Path]:
    """Two articles in Indonesian."""
    first, second = tmp_path / "a.txt", tmp_path / "b.md"
    first.write_text("Menlu AS Marco Rubio tiba di Riyadh.", encoding="utf-8")
    second.write_text("Kedua pihak menyepakati gencatan senjata.", encoding="utf-8")
    return first, second


def test_term_sheet_of_a_job(articles: tuple[Path, Path]) -> None:
    """Several articles may follow --only-in; the context has chosen the English."""
    result = export("--to", "deepl", *MINI, "--only-in", *articles)
    assert result.stdout == (
        "gencatan senjata\tceasefire\n"
        "Menlu\tSecretary of State\n"
        "menteri luar negeri\tSecretary of State\n"
    )
    assert result.stderr == "2 concepts as deepl\n"
    folder = export("--to", "deepl", *MINI, "--only-in", articles[0].parent)
    assert folder.stdout == result.stdout


def test_term_sheet_of_standard_input() -> None:
    """An article may come through a pipe."""
    result = export("--to", "omegat", *MINI, "--only-in", "-", stdin="misi diplomatik")
    assert result.stdout.startswith("misi\tmission\t")
    assert result.stderr == "1 concept as omegat\n"


def test_article_without_terms_is_told(tmp_path: Path) -> None:
    """Where nothing is met there is nothing to write."""
    path = tmp_path / "a.txt"
    path.write_text("Cuaca cerah.")
    result = export("--to", "csv", *MINI, "--only-in", path)
    assert result.exit_code == 2
    assert result.stderr == (
        "padanan: there is no such term — choose other articles or domains\n"
    )


def test_articles_need_only_in(articles: tuple[Path, Path]) -> None:
    """An article without --only-in is a misunderstanding."""
    result = export("--to", "csv", *MINI, articles[0])
    assert result.exit_code == 2
    assert "articles need --only-in" in result.stderr


def test_reverse() -> None:
    """English comes first where there are directions; elsewhere it is said."""
    assert (
        "\nceasefire,gencatan senjata\n"
        in export("--to", "aws", "--reverse", *MINI).stdout
    )
    result = export("--to", "json", "--reverse", *MINI)
    assert "json serves both directions: --reverse changes nothing" in result.stderr


def test_options_reach_the_formats() -> None:
    """The mark for Excel and the base of addresses are passed on."""
    assert export("--to", "csv", "--bom", *MINI).stdout_bytes[:3] == b"\xef\xbb\xbf"
    base = "https://example.org/istilah/"
    assert base in export("--to", "skos", "--base-uri", base, *MINI).stdout


def test_what_is_left_out_is_named_or_counted() -> None:
    """Few things are named one by one, many by their reasons, all with --verbose."""
    few = export("--to", "deepl", *MINI)
    assert "left out: “Menlu” = “FM” — DeepL takes one" in few.stderr
    many = export("--to", "deepl")
    assert len(many.stderr.splitlines()) < 10
    assert "among them" in many.stderr
    assert "(--verbose names all)" in many.stderr
    everything = export("--to", "deepl", "--verbose")
    assert len(everything.stderr.splitlines()) > 1000


def test_several_files_need_a_name() -> None:
    """A dictionary of three files cannot go to stdout."""
    result = export("--to", "stardict", *MINI)
    assert result.exit_code == 2
    assert result.stderr == (
        "padanan: stardict is several files — name them with --output\n"
    )


def test_archives_are_not_shown_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """A workbook would only confuse a terminal."""
    monkeypatch.setattr(output, "on_terminal", lambda: True)
    result = export("--to", "xlsx", *MINI)
    assert result.exit_code == 2
    assert "xlsx cannot be shown here — name a file with --output" in result.stderr


def test_a_failed_export_leaves_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What would lose something is not written; the old file stays."""
    path = tmp_path / "a.csv"
    path.write_text("lama")
    forgetting = CSV._replace(write=lambda _rows: "term,English\n")
    monkeypatch.setattr(row_formats, "CSV", forgetting)
    result = export("--to", "csv", "-o", path, *MINI)
    assert result.exit_code == 2
    assert path.read_text() == "lama"


def test_same_bytes_in_every_process(tmp_path: Path) -> None:
    """Nothing depends on the order in which this process happens to hash."""
    found = set()
    for seed in ("1", "2"):
        path = tmp_path / f"{seed}.txt"
        subprocess.run(
            (sys.executable, "-m", "padanan", "export", "--to", "omegat", *MINI,
             "--only-in", DATA.parents[1] / "seeds", "--output", path),
            env={"PYTHONHASHSEED": seed, "PADANAN_CACHE": str(tmp_path / "cache")},
            check=True, capture_output=True,
        )  # fmt: skip
        found.add(path.read_bytes())
    assert len(found) == 1


def test_mini_uses_every_field() -> None:
    """The glossary of the golden files leaves no field of a concept out."""
    for name in ("pos", "definition", "sense", "when", "unless", "notes", "examples",
                 "sources", "comment", "fuzzy"):  # fmt: skip
        assert any(getattr(concept, name) for concept in mini().concepts), name
