"""A glossary made ready for recognition, as a value that can be cached.

Reading it back must cost next to nothing: numbers lie in arrays, and a concept is
decoded only when it is found in a text. ``compiling`` makes it.
"""

from __future__ import annotations

import json
from array import array
from enum import IntEnum
from typing import TYPE_CHECKING, NamedTuple

from padanan.language.countries import Country, Place, PlaceKind
from padanan.matching.codec import decode_concept

if TYPE_CHECKING:
    from padanan.model import Concept

FORMAT = 4
"""Raised whenever the bytes of ``dumps`` change their meaning."""

WIDTH = 4
"""Numbers a reading takes in ``Compiled.rows``."""


class Case(IntEnum):
    """What the capitals of a form demand of the text."""

    FREE = 0
    CAPITALS = 1
    EXACT = 2


class Compiled(NamedTuple):
    """Patterns with their readings, and what else a text is read for.

    Attributes:
        patterns: folded forms of terms and names of countries, sorted, each once, a
            space before it.
        first: for each pattern where its readings begin in ``rows``, and a last
            number where they end.
        rows: four numbers a reading, best readings of a pattern first: concept,
            term of the concept, kind of the form (``indonesian.KINDS``), ``Case``.
        places: the countries that patterns name, by the number of the pattern.
        entries: the concepts as JSON texts (``codec``), a line each.
        lines: where each line begins, and a last number where they end.
        countries: English names by code.
        english: what English terms are looked for in: a line a concept, its terms in
            lower case and without accents, a bar between them.
    """

    patterns: tuple[bytes, ...]
    first: array[int]
    rows: array[int]
    places: dict[int, Place]
    entries: bytes
    lines: array[int]
    countries: dict[str, Country]
    english: str

    def concept(self, number: int) -> Concept:
        """Return the concept of that number."""
        line = self.entries[self.lines[number] : self.lines[number + 1]]
        return decode_concept(line.decode())

    def readings(self, pattern: int) -> tuple[tuple[int, int, int, int], ...]:
        """Return the rows of a pattern, best first."""
        begin, end = self.first[pattern], self.first[pattern + 1]
        rows = self.rows
        return tuple(
            (rows[at], rows[at + 1], rows[at + 2], rows[at + 3])
            for at in range(begin, end, WIDTH)
        )


class _Head(NamedTuple):
    """The first line of the bytes: how long the parts behind it are."""

    format: int
    patterns: int
    first: int
    rows: int
    lines: int
    names: int
    english: int


def dumps(compiled: Compiled) -> bytes:
    """Return a compiled glossary as bytes for the cache."""
    names = {
        "places": list(compiled.places.items()),
        "countries": list(compiled.countries.values()),
    }
    parts = (
        b"\n".join(compiled.patterns),
        compiled.first.tobytes(),
        compiled.rows.tobytes(),
        compiled.lines.tobytes(),
        json.dumps(names, ensure_ascii=False).encode(),
        compiled.english.encode(),
    )
    head = _Head(FORMAT, *map(len, parts))
    return b"".join((json.dumps(head).encode(), b"\n", *parts, compiled.entries))


def loads(data: bytes) -> Compiled:
    """Return the compiled glossary of those bytes.

    Raises:
        ValueError: the bytes are of another version, or none of ours.

    >>> from padanan.matching.compiling import compile_glossary
    >>> from padanan.model import Glossary
    >>> empty = compile_glossary(Glossary())
    >>> loads(dumps(empty)) == empty
    True
    """
    begin = data.find(b"\n") + 1
    try:
        head = _Head(*json.loads(data[:begin]))
    except TypeError as error:
        message = "not a compiled glossary"
        raise ValueError(message) from error
    if head.format != FORMAT:
        message = "a compiled glossary of another version"
        raise ValueError(message)
    return _restore(head, data, begin)


def _restore(head: _Head, data: bytes, at: int) -> Compiled:
    parts = []
    for length in head[1:]:
        parts.append(data[at : at + length])
        at += length
    patterns, first, rows, lines, names, english = parts
    named = json.loads(names)
    return Compiled(
        tuple(patterns.split(b"\n")),
        array("I", first),
        array("I", rows),
        {
            n: Place(name, code, PlaceKind(kind))
            for n, (name, code, kind) in named["places"]
        },
        data[at:],
        array("I", lines),
        {row[0]: Country(*row) for row in named["countries"]},
        english.decode(),
    )
