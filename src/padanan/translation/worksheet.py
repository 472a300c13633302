"""An article as translation units with hints, and the article put together again."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from padanan.errors import ExchangeError
from padanan.translation.skeleton import Skeleton, fingerprint
from padanan.translation.units import Unit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from padanan.matching.annotation import Annotation

_WRAP = re.compile(r"(?<![ \t])[ \t]*+[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]\s*+|\t")
_QUOTED = 50
"""Maximum number of characters of a sentence that a message quotes."""


class Suggestion(NamedTuple):
    """What a memory offers for a sentence.

    Attributes:
        score: how alike the sentences are, in per cent; 100 is the same.
        source: the sentence in the memory.
        target: its translation there.
        confirmed: the sentence is the same, and nobody doubted the translation.
    """

    score: int
    source: str
    target: str
    confirmed: bool


class WorksheetUnit(NamedTuple):
    """A sentence of a worksheet, once however often the article repeats it.

    Attributes:
        number: its number in the worksheet, from 1.
        source: the sentence, on one line.
        hints: its terms, with offsets in ``source``.
        suggestion: what a memory offers, if anything.
    """

    number: int
    source: str
    hints: tuple[Annotation, ...] = ()
    suggestion: Suggestion | None = None

    @property
    def id(self) -> str:
        """Its number as the id of a unit."""
        return str(self.number)

    @property
    def fuzzy(self) -> bool:
        """Whether the suggestion has to be confirmed."""
        return self.suggestion is not None and not self.suggestion.confirmed

    @property
    def filled(self) -> str:
        """The suggested translation, to be confirmed or not; empty without one."""
        return self.suggestion.target if self.suggestion else ""

    @property
    def target(self) -> str:
        """The translation, where a memory brought a confirmed one; else empty."""
        return "" if self.fuzzy else self.filled

    @property
    def unit(self) -> Unit:
        """The sentence as a translation unit."""
        return Unit(self.id, self.source, self.target, place=f"unit {self.id}")


@dataclass(frozen=True, slots=True)
class Worksheet:
    """An article to be translated: each sentence once, and what joins them."""

    units: tuple[WorksheetUnit, ...]
    skeleton: Skeleton


class Missing(NamedTuple):
    """A unit that has no translation yet.

    Attributes:
        unit: the unit, as it was read.
        fuzzy: there is one, suggested by a memory, that nobody has confirmed.
    """

    unit: Unit
    fuzzy: bool


class Assembled(NamedTuple):
    """A translated article.

    Attributes:
        text: the article; what is missing stands in it in Indonesian.
        missing: what is not translated, in the order of the article.
        units: how many different sentences there are.
        original: the article in Indonesian, wrapped lines joined.
    """

    text: str
    missing: tuple[Missing, ...]
    units: int
    original: str


def make(
    text: str,
    segments: Sequence[tuple[int, int]],
    annotations: Iterable[Annotation] = (),
    name: str = "",
) -> Worksheet:
    r"""Return the worksheet of an article.

    Args:
        text: of the article.
        segments: half-open offsets of its sentences, ordered and disjoint.
        annotations: its terms; one that belongs to two segments is left out.
        name: file name of the article.

    >>> sheet = make("Damai.\nDamai.", [(0, 6), (7, 13)])
    >>> [unit.source for unit in sheet.units], sheet.skeleton.order
    (['Damai.'], (0, 0))
    """
    numbers: dict[str, int] = {}
    units: list[WorksheetUnit] = []
    order: list[int] = []
    inside = _inside(tuple(annotations), segments)
    for (start, end), found in zip(segments, inside, strict=True):
        source = on_one_line(text[start:end])
        number = numbers.setdefault(fingerprint(source), len(units))
        order.append(number)
        if number == len(units):
            hints = tuple(_moved(item, text, start) for item in found)
            units.append(WorksheetUnit(number + 1, source, hints))
    bounds = [0, *(offset for span in segments for offset in span), len(text)]
    separators = tuple(
        text[start:end] for start, end in zip(bounds[::2], bounds[1::2], strict=True)
    )
    none = ("",) * len(units)
    bones = Skeleton(name, separators, tuple(order), tuple(numbers), none)
    return Worksheet(tuple(units), bones)


def on_one_line(text: str) -> str:
    r"""Return a sentence as translators see it: on one line, without controls.

    >>> on_one_line("gencatan\r\n  senjata\x07")
    'gencatan senjata'
    """
    line = _WRAP.sub(" ", text)
    return "".join(
        character
        for character in line
        if unicodedata.category(character) != "Cc" and character not in "\ufffe\uffff"
    )


def _inside(
    annotations: tuple[Annotation, ...], segments: Iterable[tuple[int, int]]
) -> Iterator[tuple[Annotation, ...]]:
    """Yield for each segment the annotations that lie in it."""
    at = 0
    for start, end in segments:
        while at < len(annotations) and annotations[at].start < start:
            at += 1
        first = at
        while at < len(annotations) and annotations[at].end <= end:
            at += 1
        yield annotations[first:at]


def _moved(annotation: Annotation, text: str, start: int) -> Annotation:
    begin = len(on_one_line(text[start : annotation.start]))
    term = on_one_line(annotation.text)
    return annotation._replace(start=begin, end=begin + len(term), text=term)


def assemble(skeleton: Skeleton, units: Iterable[Unit], path: str) -> Assembled:
    r"""Return the translated article.

    Args:
        skeleton: of the worksheet.
        units: of the worksheet, in any order.
        path: of the worksheet, for messages.

    Raises:
        ExchangeError: a unit is missing, since its Indonesian was changed or it was
            removed, or it has two translations.

    >>> sheet = make("# Damai\n", [(2, 7)])
    >>> done = Unit("1", "Damai", "Peace")
    >>> assemble(sheet.skeleton, [done], "a.po").text
    '# Peace\n'
    """
    found = _in_order(skeleton, units, path)
    texts: list[str] = []
    missing: list[Missing] = []
    for unit, suggested in zip(found, skeleton.suggested, strict=True):
        target = _WRAP.sub(" ", unit.target).strip()
        # Not every program takes the mark off when the text is edited.
        fuzzy = unit.fuzzy and (not suggested or fingerprint(target) == suggested)
        if (not target or fuzzy) and not unit.locked:
            missing.append(Missing(unit, fuzzy=bool(target)))
        texts.append(unit.source if not target or fuzzy else target)
    original = _joined(skeleton, [unit.source for unit in found])
    return Assembled(_joined(skeleton, texts), tuple(missing), len(found), original)


def _joined(skeleton: Skeleton, texts: Sequence[str]) -> str:
    parts = [skeleton.separators[0]]
    for number, separator in zip(skeleton.order, skeleton.separators[1:], strict=True):
        parts += texts[number], separator
    return "".join(parts)


def _in_order(skeleton: Skeleton, units: Iterable[Unit], path: str) -> tuple[Unit, ...]:
    """Return the units as the skeleton numbers them, by their Indonesian texts."""
    found: dict[str, Unit] = {}
    strange: list[Unit] = []
    for unit in units:
        name = fingerprint(unit.source)
        if name not in skeleton.fingerprints:
            strange.append(unit)
        elif name in found and found[name].target != unit.target:
            message = f"two translations of “{_short(unit.source)}” — remove one"
            raise ExchangeError(message, path=path)
        found[name] = unit
    for number, name in enumerate(skeleton.fingerprints, start=1):
        if name not in found:
            raise ExchangeError(_not_there(number, strange), path=path)
    return tuple(found[name] for name in skeleton.fingerprints)


def _not_there(number: int, strange: Sequence[Unit]) -> str:
    if not strange:
        return f"sentence {number} is missing — put it back, or take an earlier copy"
    return (
        f"sentence {number} is missing, and “{_short(strange[0].source)}” is not of "
        "the article — restore its Indonesian"
    )


def _short(text: str) -> str:
    return text if len(text) <= _QUOTED else f"{text[:_QUOTED]}…"
