"""`padanan extract` and `padanan coverage`: a corpus in, candidates and counts out."""

from __future__ import annotations

import json
import multiprocessing
from typing import TYPE_CHECKING

import docx
import pytest
from click.testing import CliRunner, Result

from padanan.cli import main
from padanan.jobs.articles import Source
from padanan.jobs.rejections import reject

if TYPE_CHECKING:
    from pathlib import Path


def run(*arguments: str | Path) -> Result:
    """Run a command."""
    return CliRunner().invoke(main, [*map(str, arguments)])


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A corpus of lines."""
    path = tmp_path / "news.id"
    path.write_text("Kota kecil itu sepi.\nSebuah kota kecil.\n", "utf-8")
    return path


def test_table(corpus: Path) -> None:
    """Candidates are rows, and counted on stderr."""
    result = run("extract", corpus)
    assert result.exit_code == 0
    assert ",kota kecil,2," in result.stdout
    assert result.stderr == "1 candidate, 1 written\n"


def test_what_the_glossary_composes_is_no_candidate(tmp_path: Path) -> None:
    """A term that is recognised though no entry lists it is not proposed."""
    path = tmp_path / "news.id"
    path.write_text("Ada fasilitas nuklir dan kota kecil.\n" * 2, "utf-8")
    assert ",fasilitas nuklir,2," not in run("extract", path).stdout.lower()
    without = run("extract", path, "--no-shipped").stdout
    assert ",fasilitas nuklir,2," in without.lower()


def test_translated_lines(corpus: Path, tmp_path: Path) -> None:
    """With a translation the table has likely English."""
    english = tmp_path / "news.en"
    english.write_text("The small town is quiet.\nA small town.\n", "utf-8")
    result = run("extract", corpus, "--english", english)
    assert ",kota kecil,2,2.6,small town; " in result.stdout
    assert run("extract", corpus, corpus, "--english", english).exit_code == 2


def test_bilingual_file(tmp_path: Path) -> None:
    """A file with both languages needs no other, and can become a glossary."""
    table = tmp_path / "a.csv"
    table.write_text("Kota kecil itu,a small town\nkota kecil,small towns\n", "utf-8")
    result = run("extract", table, "--to", "po", "--entry-domain", "towns")
    assert 'msgid "kota kecil"\nmsgstr "small town"\n' in result.stdout
    assert "#, fuzzy" in result.stdout
    assert json.loads(run("coverage", table, "--format", "json").stdout)["words"] == 5


def test_rejections(corpus: Path, tmp_path: Path) -> None:
    """What a table rejects is remembered in the list, and left out from then on."""
    table, listed = tmp_path / "a.csv", tmp_path / "rejected.txt"
    table.write_text("keep,term\nno,kota kecil\n", "utf-8")
    first = run("extract", corpus, "--exclude", listed, "--reject", table)
    assert "kota kecil" not in first.stdout
    assert listed.read_text("utf-8") == "kota kecil\n"
    assert "kota kecil" not in run("extract", corpus, "--exclude", listed).stdout
    assert run("extract", corpus, "--reject", table).exit_code == 2
    assert run("extract", corpus, "--exclude", tmp_path / "none").exit_code == 2


@pytest.mark.parametrize("command", ["coverage", "extract"])
def test_what_is_passed_over(command: str, tmp_path: Path) -> None:
    """Files in a folder, links and parts of a document are named, once each."""
    document = docx.Document()
    document.add_paragraph("Sebuah nota.")
    document.sections[0].header.paragraphs[0].text = "Kop surat"
    document.save(str(tmp_path / "a.docx"))
    for name in ("b.doc", "c.jsonl", "d.po", "e.png"):
        (tmp_path / name).touch()
    told = run(command, tmp_path).stderr.splitlines()
    assert told[0].startswith(f"{tmp_path}: 1 file not read (b.doc) — save it as")
    assert told[1].startswith(f"{tmp_path}: 2 files not read (c.jsonl, d.po) — name")
    assert told[2].startswith(f"{tmp_path}/a.docx: ")


def test_english_beside_articles(corpus: Path, tmp_path: Path) -> None:
    """Of a file with both languages among articles only one is read, as is said."""
    table = tmp_path / "a.po"
    table.write_text('msgid "Kota kecil."\nmsgstr "Town."\n', "utf-8")
    article = corpus.rename(tmp_path / "a.txt")
    told = run("extract", article, table).stderr
    assert f"{table}: its English was not read, for articles without it" in told


def test_a_rejection_spares_what_is_read(corpus: Path, tmp_path: Path) -> None:
    """The list that is added to is none of the files that are read."""
    table = tmp_path / "a.csv"
    table.write_text("keep,term\nno,kota kecil\n", "utf-8")
    for listed in (table, corpus):
        before = listed.read_bytes()
        result = run("extract", corpus, "--exclude", listed, "--reject", table)
        assert result.exit_code == 2
        assert "it is one of the input files" in result.stderr
        assert listed.read_bytes() == before


def _reject(path: Path, table: Path) -> None:
    reject(path, Source(str(table)))


def test_rejections_at_once(tmp_path: Path) -> None:
    """Of several that add to a list at once none loses what another one added."""
    listed, context = tmp_path / "rejected.txt", multiprocessing.get_context("fork")
    tables = [tmp_path / f"{number}.csv" for number in range(8)]
    for table in tables:
        table.write_text(f"keep,term\nno,kota {table.stem}\n", "utf-8")
    every = [context.Process(target=_reject, args=(listed, one)) for one in tables]
    for one in every:
        one.start()
    for one in every:
        one.join()
    lines = sorted(listed.read_text("utf-8").splitlines())
    assert lines == [f"kota {number}" for number in range(8)]


def test_coverage(tmp_path: Path) -> None:
    """Tables for people, values for programs, a page with a chart."""
    article = tmp_path / "a.txt"
    article.write_text("Gencatan senjata goyah.", "utf-8")
    assert "1 term recognised in 3 words" in run("coverage", article).stdout
    data = json.loads(run("coverage", tmp_path, "--format", "json").stdout)
    assert data["occurrences"] == 1
    assert "<meter" in run("coverage", article, "--format", "html").stdout


def test_agreement(tmp_path: Path) -> None:
    """`stats --against` counts on aligned lines, and refuses others."""
    source, target = tmp_path / "a.id", tmp_path / "a.en"
    source.write_text("Gencatan senjata.\nGencatan senjata.\n", "utf-8")
    target.write_text("A truce.\nSilence.\n", "utf-8")
    result = run("stats", "--against", source, target)
    assert result.stdout.startswith("1 of 2 recognised terms have an equivalent")
    assert result.stdout.endswith("     1   2  gencatan senjata\n")
    data = json.loads(
        run("stats", "--against", source, target, "--format", "json").stdout
    )
    assert (data["occurrences"], data["found"], data["share"]) == (2, 1, 0.5)
    target.write_text("one\n", "utf-8")
    assert run("stats", "--against", source, target).exit_code == 2
