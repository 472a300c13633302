"""`padanan annotate` over corpora: in order, resumable, whole or not at all."""

from __future__ import annotations

import io
import json
import os
import re
import sys
from typing import TYPE_CHECKING

import docx
import pytest
from click.testing import CliRunner, Result

from padanan.cli import main
from padanan.cli.corpus_run import progress
from padanan.corpus import work
from padanan.corpus import workers as jobs
from padanan.corpus.sources import items
from padanan.jobs import corpus_run
from padanan.jobs.corpus_run import CorpusOptions
from tests.corpus.conftest import SENTENCE, corpus, json_lines  # noqa: F401 - a fixture

if TYPE_CHECKING:
    from pathlib import Path


def annotate(*arguments: str | int | Path, stdin: bytes = b"") -> Result:
    """Run the command."""
    words = ["annotate", *map(str, arguments)]
    return CliRunner().invoke(main, words, input=stdin)


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """A folder of articles."""
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(25):
        (folder / f"{number:02}.txt").write_text(SENTENCE, "utf-8")
    return folder


@pytest.mark.parametrize("processes", [1, 2])
def test_as_without_jobs(articles: Path, processes: int) -> None:
    """The lines are those of one plain run, byte for byte."""
    plain = annotate(articles, "--format", "jsonl")
    many = annotate(articles, "--jobs", processes)
    assert many.exit_code == plain.exit_code == 0
    assert many.stdout_bytes == plain.stdout_bytes


def test_output_and_stdout_are_the_same(corpus: Path, tmp_path: Path) -> None:  # noqa: F811 - the fixture
    """A file gets what standard output gets, and the parts are gone."""
    path = tmp_path / "out.jsonl"
    to_file = annotate(corpus, "--jobs", 1, "--output", path)
    assert to_file.exit_code == 0, to_file.stderr
    assert to_file.stdout == ""
    assert path.read_bytes() == annotate(corpus, "--jobs", 1).stdout_bytes
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["korpus", "out.jsonl"]


def test_bad_documents(articles: Path, tmp_path: Path) -> None:
    """Each bad document is a line on stderr; the rest is there; the status is 1."""
    (articles / "00.txt").write_bytes(b"\xff")
    (articles / "x\x1b.txt").write_bytes(b"\xff")
    for output in ("-", tmp_path / "out.jsonl"):
        result = annotate(articles, "--jobs", 1, "--output", output)
        assert result.exit_code == 1
        assert [
            line.partition(": not")[0] for line in result.stderr.splitlines()[:-1]
        ] == [
            f"padanan: {articles}/00.txt",
            f"padanan: {articles}/x\\x1b.txt",
        ]
    assert (tmp_path / "out.jsonl").read_bytes().count(b"\n") == 24


@pytest.mark.parametrize("processes", [1, 2])
def test_what_is_passed_over(articles: Path, tmp_path: Path, processes: int) -> None:
    """It is told of the first document that has it, and counted for the others."""
    (articles / "x.doc").touch()
    for name in "abc":
        document = docx.Document()
        document.add_paragraph(SENTENCE)
        document.sections[0].header.paragraphs[0].text = "Kop surat"
        document.save(str(articles / f"{name}.docx"))
    for _ in range(2):
        result = annotate(articles, "--jobs", processes, "-o", tmp_path / "o.jsonl")
        assert result.exit_code == 0
        first, folder, more, summary = result.stderr.splitlines()
        assert first.startswith(f"{articles}/a.docx: ")
        assert folder.startswith(f"{articles}: 1 file not read (x.doc)")
        assert more == f"and 2 documents more: {first.partition(': ')[2]}"
        assert summary == "28 documents"


def test_only_the_article_of_pages(tmp_path: Path) -> None:
    """`--main` takes the article out of the pages of a corpus, as of any page."""
    pytest.importorskip("trafilatura")
    body = "<p>Kedua pihak menyepakati gencatan senjata pada hari Senin.</p>" * 8
    menu = "<nav><a href=/>Nota diplomatik</a></nav>"
    page = tmp_path / "a.html"
    page.write_text(f"<body>{menu}<article>{body}</article></body>", "utf-8")
    whole = annotate(page, "--jobs", 1).stdout
    article = annotate(page, "--jobs", 1, "--main").stdout
    assert "Nota diplomatik" in whole
    assert "Nota diplomatik" not in article
    assert "gencatan-senjata" in article


def test_json_lines(tmp_path: Path) -> None:
    """A field is read from files and from standard input; offsets are the field's."""
    data = json.dumps({"isi": SENTENCE}).encode() + b"\n"
    path = tmp_path / "a.jsonl"
    path.write_bytes(data)
    for name, stdin in ((str(path), b""), ("-", data)):
        result = annotate(name, "--text-field", "isi", stdin=stdin)
        document = json.loads(result.stdout)
        assert document["document"] == f"{name}:1"
        assert [found["start"] for found in document["annotations"]][-1] == 24


def test_without_an_option(tmp_path: Path) -> None:
    """Names alone tell a corpus; the field is “text” where nobody named one."""
    path = tmp_path / "a.ndjson"
    path.write_bytes(json_lines(SENTENCE))
    assert json.loads(annotate(path).stdout)["annotations"]


@pytest.mark.parametrize(
    "options", [("--format", "html"), ("--format", "terminal"), ("--explain",)]
)
def test_only_json_lines(options: tuple[str, ...], articles: Path) -> None:
    """What cannot be written line by line is refused before any work."""
    result = annotate(articles, "--jobs", 2, *options)
    assert result.exit_code == 2
    assert "say --format jsonl" in result.stderr


def test_a_broken_off_run_goes_on(
    articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was finished when a run broke off is not done again."""
    path = tmp_path / "out.jsonl"
    path.write_text("old", "utf-8")
    (articles / "00.txt").write_bytes(b"\xff")
    monkeypatch.setattr(corpus_run, "chunks", lambda found: work.chunks(found, most=1))
    done: list[int] = []

    def until(last: int) -> None:
        def some(job: work.Task, chunk: work.Chunk) -> work.Result:
            done.append(chunk.number)
            if chunk.number == last:
                raise OSError(28, "No space left on device")
            return work.work(job, chunk)

        monkeypatch.setattr(jobs, "work", some)

    until(10)
    first = annotate(articles, "--jobs", 1, "--force", "--output", path)
    assert (first.exit_code, path.read_text("utf-8")) == (2, "old")
    until(-1)
    (articles / "05.txt").write_text("Lain.", "utf-8")
    second = annotate(articles, "--jobs", 1, "--force", "--output", path)
    assert second.exit_code == 1
    assert second.stderr.count("\n") == 2  # the bad one is told again
    assert second.stderr.endswith("\n24 documents, 1 passed over\n")
    assert done == [*range(11), 5, *range(10, 25)]
    assert path.read_bytes() == annotate(articles, "--jobs", 1).stdout_bytes
    assert not path.with_name("out.jsonl.parts").exists()


def test_an_interrupted_run_says_how_it_goes_on(
    articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl-C is status 130, and one line says that nothing is lost."""

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("padanan.cli.corpus_run.annotate_corpus_to", interrupted)
    result = annotate(articles, "--jobs", 1, "--output", tmp_path / "out.jsonl")
    assert result.exit_code == 130
    assert result.stderr == ("interrupted — run the same command again to continue\n")


def test_a_place_that_cannot_be_written(articles: Path, tmp_path: Path) -> None:
    """A missing folder is told before anything is annotated, by the user's name."""
    path = tmp_path / "none" / "out.jsonl"
    result = annotate(articles, "--jobs", 1, "--output", path)
    assert result.exit_code == 2
    assert result.stderr == f"padanan: {path}: No such file or directory\n"


def test_a_device(articles: Path) -> None:
    """A device gets the lines as they come."""
    result = annotate(articles, "--jobs", 1, "--output", os.devnull)
    assert result.exit_code == 0
    assert not os.path.lexists(f"{os.devnull}.parts")


class Terminal(io.TextIOWrapper):
    """A stream that says that it is a terminal."""

    def isatty(self) -> bool:
        """Say so."""
        return True


def test_progress(articles: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a terminal a bar tells how far it is, and how fast it goes."""
    terminal = Terminal(io.BytesIO(), "utf-8", write_through=True)
    with monkeypatch.context() as patch:
        patch.setattr(sys, "stderr", terminal)
        with progress(CorpusOptions((str(articles),))) as tell:
            (chunk,) = work.chunks(items([str(articles)]))
            tell(chunk, work.Result(b"", 25, ()))
    shown = terminal.buffer.getvalue().decode()  # type: ignore[attr-defined] # BytesIO
    assert re.search(r"100% .* 25 documents, [\d.]+ MB/s", shown)
