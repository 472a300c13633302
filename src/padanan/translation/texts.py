"""Translation units of two plain texts: line by line, or aligned."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from padanan.errors import DocumentError
from padanan.files.counts import counted
from padanan.language.segment import segment
from padanan.model import TARGET_LANGUAGE
from padanan.translation.align import align
from padanan.translation.units import Unit

if TYPE_CHECKING:
    from collections.abc import Iterator


class Stretch(NamedTuple):
    """Parts of two texts that belong together, as half-open offsets in code points.

    Attributes:
        source: in the source; may be empty.
        target: in the target; may be empty.
        aligned: whether they are probably translations of each other.
    """

    source: tuple[int, int]
    target: tuple[int, int]
    aligned: bool


def line_units(source: str, target: str, path: str) -> tuple[Unit, ...]:
    r"""Return the lines of two texts as units, without empty pairs.

    Args:
        source: the Indonesian text.
        target: the English text, with the same number of lines.
        path: name of the English text, for messages.

    Raises:
        DocumentError: the texts have different numbers of lines.

    >>> [unit.place for unit in line_units("satu\n\ndua\n", "one\n\ntwo\n", "en.txt")]
    ['line 1', 'line 3']
    """
    ours, theirs = _lines(source), _lines(target)
    if len(ours) != len(theirs):
        problem = (
            f"{counted(len(theirs), 'line')}, but the source has {len(ours):,} — line"
            " against line both must have as many"
        )
        raise DocumentError(problem, path=path)
    return tuple(
        Unit(str(number), here, there, f"line {number}")
        for number, (here, there) in enumerate(zip(ours, theirs, strict=True), 1)
        if here.strip() or there.strip()
    )


def _lines(text: str) -> list[str]:
    # Only line feeds separate lines: other separators occur inside sentences.
    lines = text.removeprefix("\ufeff").removesuffix("\n").split("\n")
    return [line.removesuffix("\r") for line in lines]


def text_units(source: str, target: str) -> tuple[Unit, ...]:
    """Return the aligned parts of two texts as units.

    Parts that cannot be aligned become one unit with ``aligned=False``.

    >>> [unit.target for unit in text_units("Ia tiba. Ia pergi.", "He came. He left.")]
    ['He came.', 'He left.']
    """
    return tuple(
        Unit(
            str(number),
            source[slice(*stretch.source)],
            target[slice(*stretch.target)],
            f"line {source.count(chr(10), 0, stretch.source[0]) + 1}",
            aligned=stretch.aligned,
        )
        for number, stretch in enumerate(stretches(source, target), 1)
    )


def stretches(source: str, target: str) -> Iterator[Stretch]:
    """Yield the parts of two texts that belong together, in order."""
    ours, theirs = segment(source), segment(target, TARGET_LANGUAGE)
    beads = align(
        [source[start:end] for start, end in ours],
        [target[start:end] for start, end in theirs],
    )
    for bead in beads:
        yield Stretch(
            _span(ours, bead.source), _span(theirs, bead.target), aligned=bead.sure
        )


def _span(
    sentences: tuple[tuple[int, int], ...], numbers: tuple[int, int]
) -> tuple[int, int]:
    first, last = numbers
    if first < last:
        return sentences[first][0], sentences[last - 1][1]
    at = sentences[first - 1][1] if first else 0
    return at, at
