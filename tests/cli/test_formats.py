"""`padanan formats`: the table of formats, for people and for programs."""

from __future__ import annotations

import json

from click.testing import CliRunner, Result

from padanan.cli import main
from padanan.exchange.formats import FORMATS


def listed(*arguments: str) -> Result:
    """Run the command."""
    return CliRunner().invoke(main, ["formats", *arguments])


def test_formats_are_listed() -> None:
    """Each format has a line, and one for each thing that it loses."""
    result = listed()
    lines = result.stdout.splitlines()
    losses = sum(len(form.loses) for form in FORMATS)
    assert len(lines) == len(FORMATS) + losses
    assert "po            .po                out, in, without loss: gettext" in lines[0]


def test_one_format_is_told_more_of() -> None:
    """A name shows that format alone; an unknown one those that there are."""
    result = listed("deepl")
    assert result.stdout.startswith("deepl         .tsv               out: DeepL")
    result = listed("trados")
    assert result.exit_code == 2
    assert "there is no format “trados” — choose one of po" in result.stderr


def test_formats_as_json() -> None:
    """Programs get the same table."""
    data = json.loads(listed("--format", "json").stdout)
    assert [form["name"] for form in data["formats"]] == [f.name for f in FORMATS]
