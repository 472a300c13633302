"""Alignment of the sentences of two texts, by their lengths and shared anchors.

The dynamic programme is that of W. A. Gale and K. W. Church, "A Program for Aligning
Sentences in Bilingual Corpora" (Computational Linguistics 19, 1993). Their cost for
different lengths is lowered by anchors that both sentences have: numbers, names, and
words that look alike in both languages. Rare anchors count more.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Sizes = tuple[int, int]

_PRIORS: dict[Sizes, float] = {
    (1, 1): 0.89, (1, 0): 0.005, (0, 1): 0.005, (2, 1): 0.04, (1, 2): 0.04,
    (2, 2): 0.008, (3, 1): 0.006, (1, 3): 0.006,
}  # fmt: skip
"""Probability of each number of source and target sentences (Gale and Church)."""

_VARIANCE = 6.8
_ANCHOR = 3.0
"""Log odds of an anchor that occurs in no other sentence."""
_BAND = 60
"""Maximum number of sentences off the diagonal at which alignments are tried."""

_WORD = re.compile(r"[^\W_]+")
_PREFIX = 5


class Bead(NamedTuple):
    """Sentences that belong together, as half-open ranges of their numbers.

    Attributes:
        source: the range in the source.
        target: the range in the target.
        sure: whether they are translations of each other; otherwise it is not known.
    """

    source: tuple[int, int]
    target: tuple[int, int]
    sure: bool


def align(source: Sequence[str], target: Sequence[str]) -> tuple[Bead, ...]:
    """Return the sentences of two texts in groups that belong together.

    Args:
        source: sentences in order.
        target: those of its translation.

    Returns:
        Beads that cover all sentences of both texts, in order. Sentences without a
        counterpart are joined with their neighbours into beads that are not sure.

    >>> beads = align(["Rubio tiba.", "Ia pergi 5 Mei."], ["Rubio came.", "5 May."])
    >>> [(bead.source, bead.target) for bead in beads]
    [((0, 1), (0, 1)), ((1, 2), (1, 2))]
    """
    if not source or not target:
        whole = Bead((0, len(source)), (0, len(target)), sure=False)
        return (whole,) if source or target else ()
    texts = _Texts(source, target)
    return tuple(_gathered(_path(texts), texts))


class _Texts:
    """Lengths and anchors of both texts, as running totals for fast sums of ranges."""

    def __init__(self, source: Sequence[str], target: Sequence[str]) -> None:
        self.sizes = len(source), len(target)
        self.lengths = _sums(source), _sums(target)
        self.ratio = self.lengths[1][-1] / max(1, self.lengths[0][-1])
        self._anchors = (
            [anchors(text) for text in source],
            [anchors(text) for text in target],
        )
        self._counts = Counter(
            anchor for some in self._anchors for found in some for anchor in found
        )

    def cost(self, at: Sizes, size: Sizes) -> float:
        """Return the cost of a bead of a size at a place."""
        prior = -math.log(_PRIORS[size])
        if 0 in size:
            return prior
        here, there = (
            sums[start + step] - sums[start]
            for sums, start, step in zip(self.lengths, at, size, strict=True)
        )
        expected = max(1.0, here * self.ratio)
        delta = abs(there - expected) / math.sqrt(_VARIANCE * expected)
        return prior + min(delta * delta / 2, 25.0) - _ANCHOR * self.shared(at, size)

    def shared(self, at: Sizes, size: Sizes) -> float:
        """Return the total weight of the anchors on both sides."""
        ours, theirs = (
            frozenset().union(*some[start : start + step])
            for some, start, step in zip(self._anchors, at, size, strict=True)
        )
        # An anchor that occurs once in each text is the most certain.
        return sum(2 / max(2, self._counts[anchor]) for anchor in ours & theirs)


def _sums(texts: Sequence[str]) -> list[int]:
    sums = [0]
    for text in texts:
        sums.append(sums[-1] + len(text))
    return sums


def anchors(text: str) -> frozenset[str]:
    """Return the numbers and words that a sentence may share with its translation.

    >>> sorted(anchors("Presiden Abbas menerima 21 tamu di Ramallah"))
    ['21', 'abbas', 'mener', 'presi', 'ramal']
    """
    plain = unicodedata.normalize("NFKD", text)
    found = set()
    for match in _WORD.finditer(plain):
        word = match[0]
        if word.isdigit():
            found.add(word)
        elif len(word) > 2 and (word[0].isupper() or len(word) > _PREFIX):
            found.add(word.lower()[:_PREFIX])
    return frozenset(found)


def _path(texts: _Texts) -> list[tuple[Sizes, Sizes]]:
    """Return the cheapest beads in order: their beginnings and their sizes."""
    best: dict[Sizes, tuple[float, Sizes]] = {(0, 0): (0.0, (0, 0))}
    for here in _cells(texts.sizes):
        if here not in best:
            continue
        spent = best[here][0]
        for size in _PRIORS:
            there = here[0] + size[0], here[1] + size[1]
            if there[0] <= texts.sizes[0] and there[1] <= texts.sizes[1]:
                cost = spent + texts.cost(here, size)
                if there not in best or cost < best[there][0]:
                    best[there] = cost, size
    return list(reversed([*_back(best, texts.sizes)]))


def _cells(sizes: Sizes) -> Iterator[Sizes]:
    rows, columns = sizes
    slope = columns / rows
    # The ranges of neighbouring rows must overlap, or there is no path.
    band = max(_BAND, math.ceil(slope) + 1)
    for row in range(rows + 1):
        middle = round(row * slope)
        first = max(0, middle - band)
        last = columns if row == rows else min(columns, middle + band)
        for column in range(first, last + 1):
            yield row, column


def _back(
    best: dict[Sizes, tuple[float, Sizes]], end: Sizes
) -> Iterator[tuple[Sizes, Sizes]]:
    at = end
    while at != (0, 0):
        size = best[at][1]
        at = at[0] - size[0], at[1] - size[1]
        yield at, size


def _gathered(path: list[tuple[Sizes, Sizes]], texts: _Texts) -> Iterator[Bead]:
    """Yield the beads; neighbours that are not sure are joined."""
    open_bead: Bead | None = None
    for at, size in path:
        bead = Bead(
            (at[0], at[0] + size[0]), (at[1], at[1] + size[1]), sure=0 not in size
        )
        if bead.sure:
            if open_bead:
                yield open_bead
            open_bead = None
            yield bead
        elif open_bead:
            open_bead = Bead(
                (open_bead.source[0], bead.source[1]),
                (open_bead.target[0], bead.target[1]),
                sure=False,
            )
        else:
            open_bead = bead
    if open_bead:
        yield open_bead
