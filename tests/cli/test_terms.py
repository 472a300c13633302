"""`padanan terms`: the term sheet of a job."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from padanan.cli import main

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """An article."""
    path = tmp_path / "a.txt"
    path.write_text("Gencatan senjata goyah. Gencatan senjata!", "utf-8")
    return path


def terms(*arguments: str | Path) -> Result:
    """Run the command."""
    return CliRunner().invoke(main, ["terms", *map(str, arguments)])


def test_text(article: Path) -> None:
    """A line has count, term, English and context."""
    assert terms(article).stdout.startswith("   2  gencatan senjata  ceasefire  Genc")


def test_stdin() -> None:
    """A dash is standard input."""
    result = CliRunner().invoke(main, ["terms", "-"], input="Duta besar tiba.")
    assert "ambassador" in result.stdout


@pytest.mark.parametrize("form", ["csv", "markdown", "json", "xlsx"])
def test_formats(article: Path, tmp_path: Path, form: str) -> None:
    """Every format is written whole to a file."""
    output = tmp_path / f"sheet.{form}"
    assert terms(article, "--format", form, "-o", output).exit_code == 0
    data = output.read_bytes()
    if form == "xlsx":
        assert data.startswith(b"PK")
    else:
        assert b"ceasefire" in data


def test_csv_for_excel(article: Path) -> None:
    """A semicolon and a mark are asked for, and are for CSV alone."""
    options = ("--separator", "semicolon", "--bom")
    found = terms(article, "--format", "csv", *options)
    assert found.stdout_bytes.startswith(b"\xef\xbb\xbfterm;forms;English;")
    refused = terms(article, "--bom")
    assert refused.exit_code == 2
    assert "--bom is for --format csv" in refused.stderr


def test_domain(article: Path) -> None:
    """Only the terms of a domain are listed."""
    result = terms(article, "--format", "json", "--domain", "trade")
    assert json.loads(result.stdout)["terms"] == []
