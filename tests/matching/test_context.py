"""The English of terms in their surroundings, on passages that a linguist extends."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from padanan.matching.engine import Options
from tests.matching import engines
from tests.matching.context import Passage, faults, parse_passages, read_passages
from tests.matching.small import shipped

if TYPE_CHECKING:
    from tests.matching.engines import Maker

PASSAGES = read_passages()

KINDS = {
    "United States": 20,
    "United Kingdom": 12,
    "India": 5,
    "China": 8,
    "Japan and Korea": 5,
    "Russia": 6,
    "Indonesia": 7,
    "European Union and United Nations": 10,
    "Other countries": 10,
    "Several countries": 10,
    "Memory": 12,
    "Left patterns": 6,
    "Word sense": 20,
    "Abbreviations": 5,
    "Phrases": 12,
    "Not on the left": 10,
    "Not that country": 8,
    "Not the city": 8,
    "Not that abbreviation": 5,
    "Not in the everyday sense": 20,
    "Not a shorter phrase": 10,
    "Composed terms": 10,
    "Tests of conditions": 9,
    "Not composed": 10,
}
"""The headings, with the least number of passages under each."""


@pytest.mark.parametrize("make", engines.MAKERS)
@pytest.mark.parametrize(
    "passage", PASSAGES, ids=lambda passage: f"{passage.kind}: {passage.title}"
)
def test_passage(passage: Passage, make: Maker) -> None:
    """Any engine gives the terms, countries, English and phrases of a passage."""
    engine = engines.shipped(make)
    every = engine.annotate(passage.text, Options(basic=True))
    found = list(faults(passage, every, engine.annotate(passage.text)))
    assert not found, f"tests/data/context.md:{passage.line}: {passage.text}"


def test_there_are_enough_passages_of_each_kind() -> None:
    """No kind of surroundings, and no way to be misled, is left without passages."""
    counted = Counter(passage.kind for passage in PASSAGES)
    assert counted.keys() == KINDS.keys()
    assert not {kind: n for kind, n in counted.items() if n < KINDS[kind]}
    assert counted.total() >= 170
    assert sum(n for kind, n in counted.items() if kind.startswith("Not")) >= 45


def test_every_passage_expects_something() -> None:
    """Each passage has a text and an expectation of words that stand in it."""
    assert not [
        (passage.line, one.term)
        for passage in PASSAGES
        for one in passage.expected
        if passage.text.count(one.term) < one.number and one.english is not None
    ]
    assert not [one.line for one in PASSAGES if not (one.text and one.expected)]


def test_titles_and_texts_are_not_repeated() -> None:
    """A passage stands once; two under one heading have different titles."""
    titles = Counter((passage.kind, passage.title) for passage in PASSAGES)
    texts = Counter(passage.text for passage in PASSAGES)
    assert not [*(t for t, n in titles.items() if n > 1)]
    assert not [*(t for t, n in texts.items() if n > 1)]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("- Menlu: foreign minister", "region of “Menlu” (1): US, expected None"),
        ("- Menlu [US]: envoy", "English of “Menlu” (1): Secretary of State, "),
        ("- Menlu (2) [US]: envoy", "“Menlu” (2) is not marked; marked: “Menlu”"),
        ("- no: Menlu", "“Menlu” is marked: Secretary of State"),
        ("- Menlu [US]: Secretary of State → x", "phrase of “Menlu” (1): "),
    ],
)
def test_differences_are_named(line: str, message: str) -> None:
    """What is not as expected is said in the words of the file."""
    (passage,) = parse_passages(f"## A\n### B\n> Menlu AS tiba.\n\n{line}\n")
    assert message in next(faults(passage, shipped().annotate(passage.text)))


def test_a_line_that_is_not_understood() -> None:
    """A slip in the file is an error and no passage that always holds."""
    with pytest.raises(ValueError, match="not understood: Menlu"):
        list(parse_passages("## A\n### B\n> Menlu\n- Menlu\n"))


def test_memory_does_not_cross_documents() -> None:
    """What one document says of a person the next one does not know."""
    title = "Menteri Luar Negeri Zainal Kertanegara"
    (known, *_) = shipped().annotate(
        f"{title} tiba. Menlu AS Zainal Kertanegara lelah."
    )
    (unknown, *_) = shipped().annotate(f"{title} tiba.")
    assert known.region == "US"
    assert unknown.region is None


def test_without_context() -> None:
    """With context off there are no countries, and the entry's order holds."""
    found = shipped().annotate("Menteri Luar Negeri AS tiba.", context=False)
    assert (found[0].region, found[0].phrase) == (None, None)
    assert found[0].equivalents[0] == "foreign minister"
