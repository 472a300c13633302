"""Looking for few patterns finds what looking for all does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ahocorasick_rs import BytesAhoCorasick
from hypothesis import example, given

from padanan.language.indonesian import clitic_end
from padanan.language.normalise import WORD_BYTES, fold
from padanan.matching import candidates
from padanan.matching.cached import compile_files
from padanan.matching.candidates import Finder, find_few
from tests.matching.small import annotator, concept, spans, texts

SHIPPED = compile_files().patterns
if TYPE_CHECKING:
    import pytest

ODD = tuple(
    sorted((b" a.s", b"  as", b" .id", b" as", b" asean", b" duta", b" \xe9lan"))
)


def whole(patterns: tuple[bytes, ...], data: bytes) -> list[tuple[int, int, int]]:
    """Return what the automaton of all patterns finds that scan makes use of."""
    every = BytesAhoCorasick(patterns).find_matches_as_indexes(data, overlapping=True)
    return [
        hit
        for hit in every
        if data[hit[2]] not in WORD_BYTES or clitic_end(data, hit[2]) > 0
    ]


@given(texts())
@example("AS, a.s. asean asku (as) dutanyalah Élan .id dutapun")
def test_few_are_enough(text: str) -> None:
    """No hit is lost but those that only begin a longer word."""
    data = fold(text).data
    for patterns in (SHIPPED, ODD):
        few = find_few(patterns, data)
        assert [*whole(patterns, data)] == [
            hit
            for hit in few
            if data[hit[2]] not in WORD_BYTES or clitic_end(data, hit[2]) > 0
        ]


def test_much_text_reads_like_little(monkeypatch: pytest.MonkeyPatch) -> None:
    """Once enough was read the automaton of all patterns takes over, unnoticed."""
    monkeypatch.setattr(candidates, "FEW", 40)
    reader = annotator(concept("duta"), concept("duta besar"))
    for _ in range(4):
        assert spans(reader.annotate("para duta besarnya, duta")) == [
            "duta besarnya",
            "duta",
        ]


def test_the_whole_is_built_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """A long text is not read with an automaton of its own."""
    monkeypatch.setattr(candidates, "find_few", None)
    long = Finder((b" duta",)).find(fold("duta " * candidates.FEW).data)
    assert len(long) == candidates.FEW


def test_nothing_to_find() -> None:
    """Where no pattern can be, none is looked for."""
    assert find_few((b" duta",), b" kata ") == []
