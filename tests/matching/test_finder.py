"""Looking patterns up finds what the automaton of all of them does."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

import pytest
from ahocorasick_rs import BytesAhoCorasick
from hypothesis import example, given
from hypothesis import strategies as st

from padanan.language.normalise import fold
from padanan.matching import finder
from padanan.matching.cached import compile_files
from padanan.matching.finder import Finder, Patterns, prefixes
from tests.matching.small import annotator, concept, spans, texts

SHIPPED = compile_files()
if TYPE_CHECKING:
    from collections.abc import Sequence

ODD = tuple(
    sorted((b" a.s", b"  as", b" .id", b" as", b" asean", b" duta", b" \xe9lan"))
)


def few(patterns: Sequence[bytes], data: bytes) -> list[tuple[int, int, int]]:
    """Return what is found without an automaton."""
    assert len(data) < finder.FEW
    return list(Finder(Patterns.of(patterns), prefixes(patterns)).find(data))


def whole(patterns: Sequence[bytes], data: bytes) -> list[tuple[int, int, int]]:
    """Return what the automaton of all patterns finds."""
    return BytesAhoCorasick([*patterns]).find_matches_as_indexes(data, overlapping=True)


@given(texts())
@example("AS, a.s. asean asku (as) dutanyalah Élan .id dutapun")
def test_few_are_found_as_all_are(text: str) -> None:
    """Every hit is found, in the same order, with the shipped patterns and odd ones."""
    data = fold(text).data
    reader = Finder(SHIPPED.patterns, SHIPPED.prefixes)
    assert list(reader.find(data)) == whole(SHIPPED.patterns, data)
    assert few(ODD, data) == whole(ODD, data)


_WORDS = st.text(" ab.\xff", min_size=1, max_size=6)


@given(st.sets(_WORDS, min_size=1, max_size=12), st.text(" ab.\xff", max_size=40))
def test_any_patterns_in_any_text(words: set[str], text: str) -> None:
    """Patterns that begin or contain one another, with spaces in a row, are found."""
    patterns = sorted(f" {word}".encode("latin-1") for word in words)
    data = f" {text} ".encode("latin-1")
    assert few(patterns, data) == whole(patterns, data)


@given(st.sets(_WORDS, max_size=12))
def test_prefixes_are_the_longest(words: set[str]) -> None:
    """The prefix of a pattern is the longest other one with which it begins."""
    patterns = sorted(word.encode("latin-1") for word in words)
    for one, found in zip(patterns, prefixes(patterns), strict=True):
        others = [other for other in patterns if one.startswith(other) and other != one]
        assert patterns[found] == max(others, key=len, default=one)


@given(st.sets(_WORDS, max_size=100), _WORDS)
def test_patterns_are_a_sorted_sequence(words: set[str], word: str) -> None:
    """Cut apart block by block they are the same, and found as in a tuple."""
    listed = tuple(sorted(f" {one}".encode("latin-1") for one in words))
    patterns, key = Patterns.of(listed), f" {word}".encode("latin-1")
    assert patterns.last_up_to(key) == bisect_right(listed, key) - 1
    assert patterns.number(key) == (listed.index(key) if key in listed else -1)
    assert [patterns[number] for number in range(len(patterns))] == [*listed]
    assert (tuple(patterns), patterns[1:3]) == (listed, listed[1:3])
    assert patterns.longest == max(map(len, listed), default=0)
    with pytest.raises(IndexError):
        patterns[len(listed)]


def test_much_text_reads_like_little(monkeypatch: pytest.MonkeyPatch) -> None:
    """Once enough was read the automaton of all patterns takes over, unnoticed."""
    monkeypatch.setattr(finder, "FEW", 40)
    reader = annotator(concept("duta"), concept("duta besar"))
    for _ in range(4):
        assert spans(reader.annotate("para duta besarnya, duta")) == [
            "duta besarnya",
            "duta",
        ]


def test_the_automaton_is_built_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """A long text is read with the automaton, which later texts use too."""
    built: list[int] = []
    build = finder.build

    def counting(patterns: Sequence[bytes]) -> BytesAhoCorasick:
        built.append(len(patterns))
        return build(patterns)

    monkeypatch.setattr(finder, "build", counting)
    reader = Finder(Patterns.of((b" duta",)), prefixes((b" duta",)))
    assert len(reader.find(fold("duta").data)) == 1
    assert not built
    for _ in range(2):
        found = reader.find(fold("duta " * finder.FEW).data)
        assert len(found) == finder.FEW
    assert built == [1]


def test_nothing_to_find() -> None:
    """Where no pattern can be, none is found, nor with no patterns at all."""
    assert few((b" duta",), b" kata ") == []
    assert few((), b" kata ") == []
