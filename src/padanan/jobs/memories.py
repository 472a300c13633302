"""The memory of the house: filled from translations, and asked about sentences."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from padanan.files.headings import USUAL as USUAL_TABLE
from padanan.jobs.units import SENTENCES, read_pair, read_units
from padanan.translation.memory.database import PlacedUnit, Remembered, opened
from padanan.translation.memory.matches import Neighbours

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import BinaryIO

    from padanan import Annotator
    from padanan.files.headings import TableOptions
    from padanan.jobs.articles import Source
    from padanan.jobs.units import PairOptions
    from padanan.translation.memory.database import Counts
    from padanan.translation.memory.differences import Differences
    from padanan.translation.memory.matches import MemoryMatch
    from padanan.translation.units import Unit
    from padanan.translation.worksheet import Worksheet

MATCHES = 5
"""Maximum number of matches of a sentence."""


class RememberResult(NamedTuple):
    """What a memory was given.

    Attributes:
        path: of the memory.
        name: of the file that was read.
        read: how many translations it has.
        new: how many of these the memory did not have.
        left_out: how many units were not translated, or not confirmed.
        unread: what its reader passed over, a line each.
    """

    path: str
    name: str
    read: int
    new: int
    left_out: int = 0
    unread: tuple[str, ...] = ()

    @property
    def notices(self) -> tuple[str, ...]:
        """What to tell the user."""
        from padanan.files.counts import counted

        left = (
            f"; {self.left_out:,} not translated or not confirmed"
            if self.left_out
            else ""
        )
        told = f"{counted(self.read, 'translation')}, {self.new:,} new{left}"
        return (*self.unread, f"{self.name}: {told}")

    def as_dict(self) -> dict[str, Any]:
        """Return what was added, as in ``docs/json.md``."""
        from padanan.render.json import VERSION

        return {
            "version": VERSION,
            "path": self.path,
            "name": self.name,
            "translations": self.read,
            "new": self.new,
            "left_out": self.left_out,
        }


class MemoryResult(NamedTuple):
    """How much a memory knows."""

    path: str
    counts: Counts

    def as_dict(self) -> dict[str, Any]:
        """Return the memory of ``docs/json.md``."""
        from padanan.render.json import VERSION

        return {
            "version": VERSION,
            "path": self.path,
            "translations": self.counts.units,
            "sentences": self.counts.sentences,
            "origins": [
                {"name": name, "translations": count}
                for name, count in self.counts.origins
            ],
        }


class KnownSentence(NamedTuple):
    """A match, and in what its sentence differs from the one that was looked for."""

    match: MemoryMatch
    differs: Differences


class RecallResult(NamedTuple):
    """What a memory knows of a sentence, the best first."""

    path: str
    sentence: str
    known: tuple[KnownSentence, ...]

    @property
    def notices(self) -> tuple[str, ...]:
        """What to tell the user besides."""
        return () if self.known else ("nothing like it is in the memory",)

    def as_dict(self) -> dict[str, Any]:
        """Return the answer of ``docs/json.md``."""
        from padanan.render.json import VERSION

        return {
            "version": VERSION,
            "path": self.path,
            "sentence": self.sentence,
            "matches": [_known(each) for each in self.known],
        }


class ConcordanceResult(NamedTuple):
    """The translations that have some words, the latest first."""

    path: str
    words: str
    units: tuple[Remembered, ...]

    @property
    def notices(self) -> tuple[str, ...]:
        """What to tell the user besides."""
        return () if self.units else (f"“{self.words}” is not in the memory",)

    def as_dict(self) -> dict[str, Any]:
        """Return the concordance of ``docs/json.md``."""
        from padanan.render.json import VERSION

        return {
            "version": VERSION,
            "path": self.path,
            "words": self.words,
            "units": [
                {"source": one.source, "target": one.target, "origin": one.origin}
                for one in self.units
            ],
        }


def _known(known: KnownSentence) -> dict[str, Any]:
    match, differs = known
    return {
        "match": match.how.value,
        "score": match.score,
        "source": match.unit.source,
        "target": match.unit.target,
        "origin": match.unit.origin,
        "numbers": list(differs.numbers),
        "needless_numbers": list(differs.needless_numbers),
        "terms": _pairs(differs.terms),
        "needless_terms": _pairs(differs.needless_terms),
    }


def _pairs(terms: Iterable[tuple[str, str]]) -> list[dict[str, str]]:
    return [{"text": text, "english": english} for text, english in terms]


def remember(
    path: str, source: Source, table: TableOptions = USUAL_TABLE
) -> RememberResult:
    """Add the translations of a file with both languages to a memory.

    A TMX file is read piece by piece, whatever its size. Only translations that are
    confirmed are taken; a translation that is there already is not added again.

    Args:
        path: of the memory; it is made where there is none.
        source: the file.
        table: how it is read where it is a table.

    Raises:
        PadananError: one of the files is not what it should be.
        OSError: the file cannot be read.
    """
    if _is_tmx(source):
        return _remember_tmx(path, source.name)
    found = read_units(source, table)
    return _remembered(path, source.name, found.units, found.unread)


def remember_texts(
    path: str, source: Source, target: Source, options: PairOptions = SENTENCES
) -> RememberResult:
    """Add the sentences of two texts to a memory, as far as they can be aligned.

    Args:
        path: of the memory; it is made where there is none.
        source: the Indonesian text.
        target: its English translation.
        options: how they are read and aligned.

    Raises:
        PadananError: one of the files is not what it should be.
        OSError: a file cannot be read.
    """
    found = read_pair(source, target, options)
    return _remembered(path, source.name, found.units, found.unread)


def _is_tmx(source: Source) -> bool:
    is_file = source.data is None and Path(source.name).is_file()
    return is_file and (source.kind or Path(source.name).suffix.lower()[1:]) == "tmx"


def _remember_tmx(path: str, name: str) -> RememberResult:
    from padanan.translation.formats.tmx_memory import stream
    from padanan.translation.memory.database import add

    alone = 0

    def pairs(file: BinaryIO) -> Iterator[PlacedUnit]:
        nonlocal alone
        for unit in stream(file, name):
            if unit.source and unit.target:
                yield PlacedUnit(Remembered(_line(unit.source), _line(unit.target)))
            else:
                alone += 1

    with Path(name).open("rb") as file, opened(path, create=True) as memory:
        read, new = add(memory, pairs(file), name)
    return RememberResult(path, name, read, new, alone)


def _remembered(
    path: str, name: str, units: tuple[Unit, ...], unread: tuple[str, ...]
) -> RememberResult:
    from padanan.translation.memory.database import add

    placed = tuple(_placed(units))
    with opened(path, create=True) as memory:
        read, new = add(memory, placed, name)
    return RememberResult(path, name, read, new, len(units) - len(placed), unread)


def _placed(units: tuple[Unit, ...]) -> Iterator[PlacedUnit]:
    """Yield the confirmed translations with the sentences around them."""
    sources = ["", *(_line(unit.source) for unit in units), ""]
    for number, unit in enumerate(units, 1):
        target = _line(unit.target)
        if not target or not unit.aligned or unit.fuzzy or not sources[number]:
            continue
        marked = (
            _line(each.marked) if each and each.tags else ""
            for each in (unit.tagged_source, unit.tagged_target)
        )
        known = Remembered(sources[number], target, "", *marked)
        yield PlacedUnit(known, sources[number - 1], sources[number + 1])


def _line(text: str) -> str:
    return " ".join(text.split())


def recall(
    path: str, sentence: str, annotator: Annotator, limit: int = MATCHES
) -> RecallResult:
    """Return what a memory knows of a sentence.

    Args:
        path: of the memory.
        sentence: Indonesian.
        annotator: finds the terms in which similar sentences differ.
        limit: maximum number of matches.

    Raises:
        PadananError: there is no such memory.
    """
    from padanan.translation.memory.differences import differences
    from padanan.translation.memory.matches import matches

    asked = _line(sentence)
    with opened(path) as memory:
        found = matches(memory, asked, limit=limit)
    known = tuple(
        KnownSentence(one, differences(asked, one.unit.source, annotator.annotate))
        for one in found
    )
    return RecallResult(path, asked, known)


def concordance(path: str, words: str, limit: int) -> ConcordanceResult:
    """Return the translations that have some words in either language.

    Raises:
        PadananError: there is no such memory.
    """
    from padanan.translation.memory.matches import concordance as find

    with opened(path) as memory:
        return ConcordanceResult(path, words, find(memory, words, limit))


def contents(path: str) -> MemoryResult:
    """Return how much a memory knows.

    Raises:
        PadananError: there is no such memory.
    """
    from padanan.translation.memory.database import counts

    with opened(path) as memory:
        return MemoryResult(path, counts(memory))


def as_tmx(path: str) -> Iterator[bytes]:
    """Yield a memory as TMX 1.4b, piece by piece.

    Raises:
        PadananError: there is no such memory.
    """
    from padanan.translation.formats.tmx_memory import write
    from padanan.translation.memory.database import units

    with opened(path) as memory:
        yield from write((unit.source, unit.target) for unit in units(memory))


def offers(path: str, worksheet: Worksheet) -> tuple[Unit, ...]:
    """Return the units of a memory that a worksheet can use, the best of each first.

    Raises:
        PadananError: there is no such memory.
    """
    from padanan.translation.memory.matches import matches
    from padanan.translation.tagged import Tagged, read_marks
    from padanan.translation.units import Unit

    sources = ["", *(_line(unit.tagged.plain) for unit in worksheet.units), ""]
    found: dict[tuple[str, str], Unit] = {}
    with opened(path) as memory:
        for number in range(1, len(sources) - 1):
            place = Neighbours(sources[number - 1], sources[number + 1])
            for match in matches(memory, sources[number], place, MATCHES):
                one = match.unit
                tagged = (
                    read_marks(marked) if marked else Tagged(plain)
                    for marked, plain in (
                        (one.marked_source, one.source),
                        (one.marked_target, one.target),
                    )
                )
                tagged_source, tagged_target = tagged
                unit = Unit(
                    "",
                    one.source,
                    one.target,
                    tagged_source=tagged_source,
                    tagged_target=tagged_target,
                )
                found.setdefault((tagged_source.marked, tagged_target.marked), unit)
    return tuple(found.values())
