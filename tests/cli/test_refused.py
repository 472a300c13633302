"""Options that mean nothing together are one line, in every command."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from padanan.cli import main


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("check a.po --aligned", "--aligned is for two texts"),
        ("check a.po --encoding cp1252", "--encoding is for two texts"),
        ("check a.id a.en --from po", "--from is for one file with both languages"),
        ("lookup truce --main", "--main is for --in"),
        ("stats --main", "--main is for --against"),
        ("lint --main", "--main is for --on"),
        ("export --to csv --main", "--main is for --only-in"),
        ("export --to tmx --bom", "--bom is for --to csv or tsv"),
        ("export --to csv --base-uri x:", "--base-uri is for --to skos"),
        ("extract a.txt --entry-domain law", "--entry-domain is for --to po"),
        ("extract a.txt --reject a.csv", "--reject needs a list to add to"),
        ("export --to csv a.txt", "articles need --only-in — put it before them"),
    ],
)
def test_refused(line: str, problem: str) -> None:
    """Nothing is read or written before it is told."""
    result = CliRunner().invoke(main, line.split())
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"padanan: {problem}")
    assert result.stderr.count("\n") == 1
