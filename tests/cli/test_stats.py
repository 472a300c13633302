"""`padanan stats`: counts that add up."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner, Result

from padanan.cli import main
from padanan.cli.stats import agreement_as_text, as_text
from padanan.corpus.against import Agreement, Tally
from padanan.glossary import library
from padanan.jobs.counts import stats as count
from padanan.model import Glossary

MINI = Path(__file__).parents[1] / "data" / "po" / "mini.po"


def stats(*arguments: str | Path) -> Result:
    """Run the command."""
    return CliRunner().invoke(main, ["stats", *map(str, arguments)])


def test_mini_file() -> None:
    """Every count of the file that uses every field is right."""
    assert json.loads(stats(MINI, "--format", "json").stdout) == {
        "version": 2,
        "total": {"concepts": 2, "Indonesian terms": 6, "English equivalents": 9},
        "with": {
            "definition": 2,
            "source": 1,
            "example": 1,
            "note": 1,
            "condition": 1,
        },
        "review": {"fuzzy": 1, "reviewed": 1},
        "status": {"admitted": 8, "preferred": 4, "deprecated": 3},
        "type": {"full form": 11, "abbreviation": 2, "look-up form": 1, "variant": 1},
        "part of speech": {"noun": 2},
        "domain": {"statements": 1, "conflict": 1},
    }


def test_text() -> None:
    """The table has the same numbers, with shares of the concepts."""
    result = stats(MINI)
    assert result.exit_code == 0
    assert "  concepts                 2\n" in result.stdout
    assert "  source                   1   50 %\n" in result.stdout


def test_shipped_glossary_adds_up() -> None:
    """Domains, parts of speech and reviews each count every concept once."""
    found = count(library.load()).counts
    total = found["total"]["concepts"]
    for kind in ("domain", "part of speech", "review"):
        assert sum(found[kind].values()) == total
    assert stats().exit_code == 0


def test_own_domains_come_last(tmp_path: Path) -> None:
    """Domains are in their usual order, one's own after them."""
    for name in ("own", "law", "missions"):
        text = f'msgid ""\nmsgstr ""\n\nmsgid "{name}"\nmsgstr "x"\n'
        (tmp_path / f"{name}.po").write_text(text)
    found = count(library.load(tmp_path, shipped=False)).counts
    assert list(found["domain"]) == ["missions", "law", "own"]
    assert found["part of speech"] == {"none": 3}


def test_an_empty_glossary() -> None:
    """Nothing is counted without an error."""
    assert "concepts" in as_text(count(Glossary()).counts)


def test_what_a_check_accepts_stands_beside_the_share() -> None:
    """The line is there only where there is something to say."""
    agreement = Agreement((Tally("nota", "nota", 4, 2, 1),))
    first, second, *_ = agreement_as_text(agreement).split("\n")
    assert first.endswith("50.0 %")
    assert second.startswith("1 of the others have what a check accepts")
    without = agreement_as_text(Agreement((Tally("nota", "nota", 4, 2),)))
    assert "accepts" not in without
