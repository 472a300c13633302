"""An article as translation units with hints, and the article assembled from them."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from padanan.articles import readers
from padanan.articles.leaves import Leaf, Translatable, cut
from padanan.errors import DocumentError, ExchangeError
from padanan.translation.passages import passage, placed
from padanan.translation.skeleton import Skeleton, digest, fingerprint
from padanan.translation.staying import may_stay
from padanan.translation.tagged import (
    Tag,
    TagFaults,
    Tagged,
    on_one_line,
    read_marks,
    tidy,
)
from padanan.translation.units import Unit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from padanan.matching.annotation import Annotation
    from padanan.translation.passages import Passage

_QUOTED = 50
"""Maximum number of characters of a sentence that a message quotes."""


class Suggestion(NamedTuple):
    """The suggestion of a memory for a sentence.

    Attributes:
        score: similarity of the sentences, in per cent; 100 if they are equal.
        source: the sentence in the memory, with its marks.
        target: its translation there, with its marks.
        confirmed: whether the sentences are equal and the translation is not fuzzy.
    """

    score: int
    source: str
    target: str
    confirmed: bool


class WorksheetUnit(NamedTuple):
    """A sentence of a worksheet; sentences that the article repeats are one unit.

    Attributes:
        number: its number in the worksheet, from 1.
        source: the sentence, on one line, without tags.
        hints: its terms, with offsets in ``source``.
        suggestion: of a memory, if any.
        tags: for formats and objects, with offsets in ``source``.
    """

    number: int
    source: str
    hints: tuple[Annotation, ...] = ()
    suggestion: Suggestion | None = None
    tags: tuple[Tag, ...] = ()

    @property
    def id(self) -> str:
        """Its number as the id of a unit."""
        return str(self.number)

    @property
    def tagged(self) -> Tagged:
        """The sentence with its tags."""
        return Tagged(self.source, self.tags)

    @property
    def fuzzy(self) -> bool:
        """Whether the suggestion has to be confirmed."""
        return self.suggestion is not None and not self.suggestion.confirmed

    @property
    def filled(self) -> str:
        """The suggested translation with its marks, whether confirmed or not."""
        return self.suggestion.target if self.suggestion else ""

    @property
    def target(self) -> str:
        """The confirmed translation of a memory; empty if there is none."""
        return "" if self.fuzzy else self.filled

    @property
    def unit(self) -> Unit:
        """The sentence as a translation unit."""
        target = read_marks(self.target)
        return Unit(
            self.id,
            self.tagged.plain,
            target.plain,
            place=f"unit {self.id}",
            tagged_source=self.tagged,
            tagged_target=target,
        )


@dataclass(frozen=True, slots=True)
class Worksheet:
    """An article to be translated: each sentence once, and what joins them."""

    units: tuple[WorksheetUnit, ...]
    skeleton: Skeleton


class Missing(NamedTuple):
    """A unit that has no translation yet.

    Attributes:
        unit: the unit, as it was read.
        fuzzy: whether it has a suggestion that nobody has confirmed.
    """

    unit: Unit
    fuzzy: bool


class Unformatted(NamedTuple):
    """A unit whose translation has no formats because its tags are wrong.

    Attributes:
        unit: the unit, as it was read.
        faults: what is wrong.
    """

    unit: Unit
    faults: TagFaults


class Assembled(NamedTuple):
    """A translated article.

    Attributes:
        document: the article in Indonesian.
        leaves: those of the translated article.
        text: its words; sentences without a translation are in Indonesian.
        missing: units that are not translated, in the order of the article.
        unformatted: units that have lost their formats, in the same order.
        staying: units that were not changed, since they have only names and figures.
        units: number of different sentences.
        original: the words of the article in Indonesian, with wrapped lines joined.
    """

    document: Translatable
    leaves: tuple[Leaf, ...]
    text: str
    missing: tuple[Missing, ...]
    unformatted: tuple[Unformatted, ...]
    staying: tuple[Unit, ...]
    units: int
    original: str


def make(
    document: Translatable,
    segments: Sequence[tuple[int, int]],
    annotations: Iterable[Annotation] = (),
    name: str = "",
) -> Worksheet:
    r"""Return the worksheet of an article.

    Args:
        document: the article with its leaves.
        segments: half-open offsets of its sentences, ordered and disjoint.
        annotations: its terms; a term that crosses two segments is left out.
        name: file name of the article.

    >>> from padanan.articles.readers import read, translatable
    >>> document = translatable(read(b"Damai.\nDamai.", "a.txt"))
    >>> sheet = make(document, [(0, 6), (7, 13)])
    >>> [unit.source for unit in sheet.units], sheet.skeleton.order
    (['Damai.'], (0, 0))
    """
    article = document.article
    passages = tuple(_passages(document, segments))
    numbers: dict[str, int] = {}
    units: list[WorksheetUnit] = []
    order: list[int] = []
    spans = [(one.start, one.end) for one in passages]
    for one, found in zip(passages, _inside(tuple(annotations), spans), strict=True):
        number = numbers.setdefault(fingerprint(one.tagged.marked), len(units))
        order.append(number)
        if number == len(units):
            hints = tuple(_moved(found, one))
            text, tags = one.tagged
            units.append(WorksheetUnit(number + 1, text, hints, None, tags))
    bones = Skeleton(
        *(name, article.kind, article.encoding or "", digest(article.data)),
        *(_shape(document), tuple(spans), tuple(order), tuple(numbers)),
        ("",) * len(units),
        may_stay(("" if unit.hints else unit.source for unit in units), article.text),
        article.data,
    )
    return Worksheet(tuple(units), bones)


def _passages(
    document: Translatable, segments: Iterable[tuple[int, int]]
) -> Iterator[Passage]:
    leaves = document.leaves
    starts = [leaf.start for leaf in leaves]
    for start, end in segments:
        first = bisect_left(starts, start)
        while first and leaves[first - 1].end > start:
            first -= 1
        near = leaves[first : bisect_left(starts, end)]
        found = passage(document.article.text, near, start, end)
        if found and any(map(str.isalnum, found.tagged.text)):
            yield found


def _shape(document: Translatable) -> str:
    leaves = ((*leaf[:3], len(leaf.stack)) for leaf in document.leaves)
    return digest(f"{document.article.text}{tuple(leaves)}".encode())[:16]


def _inside(
    annotations: tuple[Annotation, ...], segments: Iterable[tuple[int, int]]
) -> Iterator[tuple[Annotation, ...]]:
    """Yield the annotations in each segment."""
    at = 0
    for start, end in segments:
        while at < len(annotations) and annotations[at].start < start:
            at += 1
        first = at
        while at < len(annotations) and annotations[at].end <= end:
            at += 1
        yield annotations[first:at]


def _moved(some: Sequence[Annotation], around: Passage) -> Iterator[Annotation]:
    starts = around.offsets(one.start for one in some)
    ends = around.offsets(one.end for one in some)
    for one, start, end in zip(some, starts, ends, strict=True):
        yield one._replace(start=start, end=end, text=on_one_line(one.text))


def assemble(
    skeleton: Skeleton, units: Iterable[Unit], path: str, article: bytes | None = None
) -> Assembled:
    r"""Return the translated article.

    Args:
        skeleton: of the worksheet.
        units: of the worksheet, in any order.
        path: of the worksheet, for messages.
        article: the bytes of the article; ``None`` if they are in the worksheet.

    Raises:
        ExchangeError: a unit was removed, or its Indonesian was changed, or it has two
            translations; or it is another article.

    >>> from padanan.articles.readers import read, translatable
    >>> sheet = make(translatable(read(b"# Damai\n", "a.txt")), [(2, 7)])
    >>> done = Unit("1", "Damai", "Peace")
    >>> assemble(sheet.skeleton, [done], "a.po").text
    '# Peace\n'
    """
    found = in_order(skeleton, units, path)
    document = _document(skeleton, article, path)
    passages = tuple(_passages(document, skeleton.segments))
    _check(skeleton, passages, path)
    targets = [_target(*one) for one in zip(found, skeleton.suggested, strict=True)]
    done = [
        placed(one, target, document.kept)
        if (target := targets[number]) is not None
        else None
        for one, number in zip(passages, skeleton.order, strict=True)
    ]
    wrong = {
        number: one.faults
        for one, number in zip(done, skeleton.order, strict=True)
        if one and any(one.faults)
    }
    changes = [
        (one.start, one.end, new.leaves)
        for one, new in zip(passages, done, strict=True)
        if new
    ]
    texts = [
        target.plain if target is not None else on_one_line(_source(unit).plain)
        for unit, target in zip(found, targets, strict=True)
    ]
    kept = {n for n in skeleton.staying if _is_same(targets[n], found[n])}
    return Assembled(
        document,
        tuple(_replaced(document.leaves, changes)),
        _joined(document, skeleton, texts),
        tuple(_missing(found, targets, kept)),
        tuple(Unformatted(found[number], wrong[number]) for number in sorted(wrong)),
        tuple(found[number] for number in sorted(kept)),
        len(found),
        _joined(document, skeleton, [_source(unit).plain for unit in found]),
    )


def _document(skeleton: Skeleton, article: bytes | None, path: str) -> Translatable:
    """Return the article of a worksheet.

    Raises:
        ExchangeError: there is no article, or it is another one.
    """
    data = skeleton.article if article is None else article
    if article is None and not data and skeleton.digest != digest(b""):
        name = skeleton.name or "it"
        message = f"the article is not in this worksheet — name {name} with --article"
        raise ExchangeError(message, path=path)
    if digest(data) != skeleton.digest:
        name = f"“{skeleton.name}”" if skeleton.name else "the article"
        message = f"not {name} as the worksheet was made of it — name that file"
        raise ExchangeError(message, path=path)
    try:
        read = readers.read_kind(data, path, skeleton.kind, skeleton.encoding or None)
        document = readers.translatable(read)
    except DocumentError as error:
        raise ExchangeError(error.problem, path=path) from error
    if _shape(document) != skeleton.shape:
        raise ExchangeError(_OTHER_VERSION, path=path)
    return document


_OTHER_VERSION = "a worksheet of another version of Padanan — assemble it with that"


def _check(skeleton: Skeleton, passages: Sequence[Passage], path: str) -> None:
    """Raise an error if the sentences of a skeleton are not those of its article."""
    marks = [fingerprint(one.tagged.marked) for one in passages]
    if marks != [skeleton.fingerprints[number] for number in skeleton.order]:
        raise ExchangeError(_OTHER_VERSION, path=path)


def _source(unit: Unit) -> Tagged:
    return unit.tagged_source or Tagged(unit.source)


def _target(unit: Unit, suggested: str) -> Tagged | None:
    """Return the translation of a unit, ``None`` if it has no confirmed one."""
    target = tidy(unit.tagged_target or Tagged(unit.target))
    # Not every program removes the mark when the text is edited.
    fuzzy = unit.fuzzy and (not suggested or fingerprint(target.marked) == suggested)
    return None if not target.text or fuzzy else target


def _missing(
    found: Sequence[Unit], targets: Sequence[Tagged | None], kept: set[int]
) -> Iterator[Missing]:
    for number, (unit, target) in enumerate(zip(found, targets, strict=True)):
        if target is None and not unit.locked and number not in kept:
            yield Missing(unit, fuzzy=bool(tidy(Tagged(unit.target)).text))


def _is_same(target: Tagged | None, unit: Unit) -> bool:
    return not unit.target.strip() if target is None else target == _source(unit)


def _replaced(
    leaves: Sequence[Leaf], changes: Iterable[tuple[int, int, tuple[Leaf, ...]]]
) -> Iterator[Leaf]:
    """Yield the leaves of an article with some stretches replaced.

    A leaf without text at either end of a stretch is kept.
    """
    number = at = 0
    for start, end, new in changes:
        while number < len(leaves) and leaves[number].end <= start:
            yield cut(leaves[number], at, leaves[number].end)
            number += 1
        if number < len(leaves) and leaves[number].start < start:
            yield cut(leaves[number], at, start)
        yield from new
        at = end
        while number < len(leaves) and leaves[number].end <= end > leaves[number].start:
            number += 1
    for leaf in leaves[number:]:
        yield cut(leaf, at, leaf.end)


def _joined(document: Translatable, skeleton: Skeleton, texts: Sequence[str]) -> str:
    text = document.article.text
    parts: list[str] = []
    last = 0
    for (start, end), number in zip(skeleton.segments, skeleton.order, strict=True):
        parts += text[last:start], texts[number]
        last = end
    return "".join((*parts, text[last:]))


def in_order(skeleton: Skeleton, units: Iterable[Unit], path: str) -> tuple[Unit, ...]:
    """Return the units in the order of the skeleton, found by their Indonesian texts.

    Raises:
        ExchangeError: one is missing, or has two translations.
    """
    found: dict[str, Unit] = {}
    strange: list[Unit] = []
    for unit in units:
        name = fingerprint(_source(unit).marked)
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
