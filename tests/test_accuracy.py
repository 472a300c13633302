"""Recognition keeps to what translators marked, never below these floors."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest
from click.testing import CliRunner

import padanan
from padanan.cli import main
from tests.score import Entry, Score, accepted, read_gold, score, total
from tests.shared import shared_path

ROOT = Path(__file__).parents[1]

SEED_FLOORS = {"recall": 0.95, "precision": 0.95, "exact": 0.93, "english@1": 0.93}

SHARED_FLOORS = {
    "articles": {"recall": 97, "precision": 96, "exact": 93, "english@1": 96},
    "news-dev": {"recall": 92, "precision": 94, "exact": 92, "english@1": 92},
}
SHARED_GOLD = {
    "articles": ("articles", ("articles.A.json", "articles.B.json")),
    "news-dev": ("eval/texts/news-dev", ("news-dev.json",)),
}


def rates(counts: Score) -> dict[str, float]:
    """Return the four measures as fractions."""
    return {
        "recall": counts.found / counts.required,
        "precision": counts.right / counts.annotations,
        "exact": counts.exact / counts.found,
        "english@1": counts.english / counts.found,
    }


@pytest.fixture(scope="module")
def seeds() -> Score:
    """The score of the shipped glossary on the articles in seeds/."""
    annotator = padanan.Annotator()
    gold = read_gold(ROOT / "tests" / "data" / "seeds.gold.json")
    texts = {name: (ROOT / "seeds" / name).read_text("utf-8") for name in gold}
    return total(
        score(text, gold[name], annotator.annotate(text))
        for name, text in texts.items()
    )


def test_every_seed_has_gold() -> None:
    """Each article in seeds/ was annotated by hand, with surfaces that it contains."""
    gold = read_gold(ROOT / "tests" / "data" / "seeds.gold.json")
    articles = {path.name: path for path in (ROOT / "seeds").glob("*.txt")}
    assert gold.keys() == articles.keys()
    texts = {name: path.read_text("utf-8") for name, path in articles.items()}
    assert not [
        (name, entry.surface)
        for name, entries in gold.items()
        for entry in entries
        if not re.search(rf"(?<!\w){re.escape(entry.surface)}(?!\w)", texts[name])
    ]


@pytest.mark.parametrize("measure", SEED_FLOORS)
def test_seeds(seeds: Score, measure: str) -> None:
    """On our own articles each measure reaches its floor."""
    reached = rates(seeds)[measure]
    assert reached >= SEED_FLOORS[measure], "\n".join(seeds.faults)


def test_seeds_are_faithful(seeds: Score) -> None:
    """On our own articles every span is what stands in the text."""
    assert seeds.unfaithful == 0


@pytest.mark.parametrize("texts", SHARED_FLOORS)
def test_reference_texts(texts: str, tmp_path: Path) -> None:
    """On the reference texts the command's output reaches the floors."""
    shared = shared_path()
    folder, gold_files = SHARED_GOLD[texts]
    articles = sorted(map(str, (shared / folder).glob("*.txt")))
    result = CliRunner().invoke(main, ["annotate", "--format", "jsonl", *articles])
    assert result.exit_code == 0, result.stderr
    predictions = tmp_path / "predictions.jsonl"
    predictions.write_text(result.stdout, encoding="utf-8")

    gold = [str(shared / "eval" / "gold" / name) for name in gold_files]
    scorer = (str(shared / "eval" / "score.py"), "--errors", str(shared / folder))
    report = subprocess.run(
        (sys.executable, *scorer, *gold, "--", str(predictions)),
        capture_output=True,
        text=True,
        check=True,  # status 1: a span is not what stands in the text
    ).stdout
    printed = dict(re.findall(r"(recall|precision|exact|english@1) ([\d.]+)%", report))
    floors = SHARED_FLOORS[texts]
    reached = {measure: float(printed[measure]) for measure in floors}
    assert all(reached[measure] >= floors[measure] for measure in floors), report


class Mark(NamedTuple):
    """An annotation as a test writes it."""

    start: int
    end: int
    text: str
    equivalents: tuple[str, ...] = ()


def entry(surface: str, *en: str, optional: bool = False) -> Entry:
    """A gold entry as a test writes it."""
    return Entry(surface, en, optional, frozenset())


def test_score_counts_what_is_missed_and_wrong() -> None:
    """The score tells missed, superfluous and mistranslated terms apart."""
    text = "Duta besar mengecam sanksi."
    gold = (entry("Duta besar", "ambassador"), entry("sanksi", "sanctions"))
    marks = (Mark(0, 10, "Duta besar", ("envoy",)), Mark(11, 19, "mengecam"))
    counts = score(text, gold, marks)
    assert counts[:7] == (2, 1, 1, 0, 2, 1, 0)
    assert [fault.partition(":")[0] for fault in counts.faults] == [
        "missed",
        "not a term",
        "Duta besar",
    ]


def test_score_allows_what_is_optional() -> None:
    """An optional term is right when it is marked and not missed when it is not."""
    text = "Menteri itu mundur."
    gold = (entry("Menteri", "minister", optional=True),)
    assert score(text, gold, ()).required == 0
    assert score(text, gold, (Mark(0, 7, "Menteri", ("minister",)),)).right == 1


def test_score_sees_unfaithful_spans() -> None:
    """A text that is not what stands at its offsets is unfaithful."""
    assert score("sanksi", (), (Mark(0, 6, "Sanksi"),)).unfaithful == 1


@pytest.mark.parametrize(
    ("equivalent", "gold"),
    [
        ("chargé d'affaires", "charge d’affaires"),
        ("peace negotiation", "peace negotiations"),
        ("inter-state dialogue", "inter state dialogue"),
        ("sign", "signed"),
    ],
)
def test_inflection_and_spelling_are_no_mistranslation(
    equivalent: str, gold: str
) -> None:
    """Number, tense, accents, apostrophes and hyphens do not make English wrong."""
    assert accepted(equivalent, (gold,), exact=True)
