"""`--main` takes the article out of a web page in every command that reads articles."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from padanan.cli import main

SENTENCE = "Kedua pihak menyepakati gencatan senjata itu pada hari Senin lalu. "
PAGE = (
    "<body><nav><a href=/>Nota diplomatik</a> Kota kecil. Sebuah kota kecil.</nav>"
    f"<article><p>{SENTENCE * 6}</p></article>"
)
WHOLE, ARTICLE = "Notes\n\nA ceasefire.", "A ceasefire."
"""A translation of the whole page, and of its article, line against line."""

COMMANDS = (
    "annotate a.html",
    "annotate a.html --jobs 1",
    "annotate a.html --explain",
    "terms a.html",
    "worksheet a.html --to po",
    "coverage a.html --format json",
    "extract a.html",
    "lookup nota diplomatik --in a.html",
    "export --to deepl --only-in a.html",
    "check a.html b.txt",
    "stats --against a.html b.txt --format json",
)


@pytest.mark.slow
@pytest.mark.parametrize("command", COMMANDS)
def test_only_the_article(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What stands around the article counts without the option, and not with it."""
    pytest.importorskip("trafilatura")
    monkeypatch.chdir(tmp_path)
    Path("a.html").write_text(PAGE, "utf-8")
    runner = CliRunner()
    Path("b.txt").write_text(WHOLE, "utf-8")
    whole = runner.invoke(main, command.split())
    Path("b.txt").write_text(ARTICLE, "utf-8")
    article = runner.invoke(main, [*command.split(), "--main"])
    for result in (whole, article):
        assert result.exit_code in (0, 1), result.stderr
    assert whole.stdout != article.stdout
