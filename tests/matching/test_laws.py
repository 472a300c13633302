"""What holds of recognition for any text whatever."""

from __future__ import annotations

import pickle
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from pathlib import Path

from hypothesis import example, given
from hypothesis import strategies as st

import padanan
from tests.laws import examples
from tests.matching.small import TERMS, annotator, shipped, texts

SMALL = annotator(*TERMS)
SEEDS = tuple(
    path.read_text(encoding="utf-8")
    for path in sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
)


def check(annotator: padanan.Annotator, text: str) -> None:
    """Fail where annotations are not faithful, ordered, disjoint and nested right."""
    found = annotator.annotate(text, nested=True)
    for one in found:
        assert text[one.start : one.end] == one.text
        assert one.text.strip()
        assert one.equivalents
        inner = one.nested
        assert all(one.start <= part.start < part.end <= one.end for part in inner)
        assert all(text[part.start : part.end] == part.text for part in inner)
        assert all(a.end <= b.start for a, b in pairwise(inner))
    assert all(a.end <= b.start for a, b in pairwise(found))
    plain = annotator.annotate(text)
    assert [one[:5] for one in plain] == [one[:5] for one in found]


@given(texts())
@example("")
@example("İ" * 5 + "kuasa usaha" + "𐍈")
@example("duta-duta besar\u00ad" + "\u200b" * 3)
def test_annotations_are_faithful(text: str) -> None:
    """Spans say what the text says, in order, apart, and no text is refused."""
    check(SMALL, text)


@examples(40)
@given(texts(), st.sampled_from(SEEDS), st.integers(0, 3000))
def test_the_shipped_glossary_is_faithful(odd: str, article: str, at: int) -> None:
    """The same holds of the shipped glossary, in real sentences with odd insertions."""
    at = min(at, len(article))
    check(shipped(), f"{article[max(0, at - 300) : at]}{odd}{article[at : at + 300]}")


@given(texts())
def test_what_stands_before_moves_the_offsets_alone(text: str) -> None:
    """A paragraph before a text moves the spans and changes nothing else."""
    lead = "Kata ibu.\n\n"
    plain = SMALL.annotate(text, context=False)
    moved = SMALL.annotate(lead + text, context=False)
    if text[:1] not in {"\n", "\r", "\u0301"}:
        assert [(one.start + len(lead), one.text) for one in plain] == [
            (one.start, one.text) for one in moved
        ]


@given(texts())
def test_context_changes_no_span(text: str) -> None:
    """Context chooses the English and the country, never what is a term."""
    with_it = SMALL.annotate(text)
    without = SMALL.annotate(text, context=False)
    assert [one[:5] for one in with_it] == [one[:5] for one in without]


@examples(50)
@given(texts())
def test_explanations_agree_with_annotations(text: str) -> None:
    """What is explained is what is annotated."""
    explained = SMALL.explain(text)
    kept = tuple(one.annotation for one in explained if one.annotation)
    assert kept == SMALL.annotate(text)


def test_a_pickled_annotator_reads_alike() -> None:
    """A copy that went through pickle finds the same."""
    copy = pickle.loads(pickle.dumps(shipped()))  # noqa: S301 - our own bytes
    assert all(copy.annotate(seed) == shipped().annotate(seed) for seed in SEEDS)


def test_threads_share_an_annotator() -> None:
    """Threads that read with one annotator, new to each text, agree."""
    fresh = padanan.Annotator()
    expected = [shipped().annotate(seed) for seed in SEEDS]
    with ThreadPoolExecutor(8) as pool:
        for _ in range(3):
            assert list(pool.map(fresh.annotate, SEEDS)) == expected


def test_only_some_domains() -> None:
    """Where domains are named nothing else is marked."""
    found = [
        one
        for seed in SEEDS
        for one in shipped().annotate(seed, domains=["missions", "conflict"])
    ]
    assert {one.concept.domain for one in found} == {"missions", "conflict"}
