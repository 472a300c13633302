"""A glossary made ready for recognition, as a value that can be cached.

It is read back quickly: numbers are kept in arrays, and a concept is decoded only when
it is found in a text. ``compiling`` makes it.
"""

from __future__ import annotations

import json
from enum import IntEnum
from typing import TYPE_CHECKING, Any, NamedTuple

from padanan.language.countries import Country, PlaceKind, PlaceName
from padanan.matching.finder import Patterns
from padanan.model import (
    Concept,
    Example,
    Joining,
    Level,
    Match,
    PartOfSpeech,
    Status,
    Term,
    TermType,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from mmap import mmap
    from typing import TypeAlias

    from padanan.matching.conditions import Known
    from padanan.matching.finder import Numbers

    Kept: TypeAlias = bytes | mmap

FORMAT = 12
"""Raised whenever the bytes of ``dumps`` change their meaning."""

WIDTH = 4
"""How many numbers a row has in ``Compiled.rows``."""


class Case(IntEnum):
    """What the capitals of a form demand of the text."""

    FREE = 0
    CAPITALS = 1
    EXACT = 2


class Compiled(NamedTuple):
    """The forms of all terms, what they may stand for, and the countries of a text.

    Attributes:
        patterns: folded forms of terms and names of countries, sorted, each once, a
            space before it.
        prefixes: for each pattern the longest other one with which it begins
            (``finder.prefixes``).
        first: for each pattern where its rows begin in ``rows``, and a last number
            where they end.
        rows: four numbers for each sense of a pattern, the best sense first: concept,
            term of the concept, kind of the form (``indonesian.KINDS``), ``Case``.
        places: the countries that patterns name, by the number of the pattern.
        entries: the concepts as JSON texts, a line each. What was read from the cache
            is kept whole, with other bytes behind them: to cut it would copy millions.
        lines: where each line begins, and a last number where they end.
        conditions: what is known of the conditions of concepts without reading them:
            lines of JSON, for concepts that have any.
        condition_lines: where the line of each concept begins, and a last number where
            they end; a concept without conditions has an empty one.
        countries: English names by code.
        english_lines: what ``english`` is, in UTF-8.
        source_language: code of the language of the terms.
        target_language: code of the language of the equivalents.
    """

    patterns: Patterns
    prefixes: Numbers
    first: Numbers
    rows: Numbers
    places: dict[int, PlaceName]
    entries: Kept
    lines: Numbers
    conditions: bytes | memoryview
    condition_lines: Numbers
    countries: dict[str, Country]
    english_lines: bytes | memoryview
    source_language: str
    target_language: str

    @property
    def size(self) -> int:
        """The number of concepts."""
        return len(self.lines) - 1

    @property
    def english(self) -> str:
        """The English terms in lower case and without accents.

        They are a line for each concept, with a bar between its terms.
        """
        return str(self.english_lines, "utf-8")

    def concept(self, number: int) -> Concept:
        """Return the concept of that number."""
        line = self.entries[self.lines[number] : self.lines[number + 1]]
        return decode_concept(line.decode("utf-8", "surrogatepass"))

    def known(self, number: int, which: int) -> Known | None:
        """Return what is known of conditions without reading them.

        Args:
            number: the concept.
            which: 0 for its own conditions, 1 for those of its English.

        Returns:
            ``None`` where nothing is known.
        """
        begin, end = self.condition_lines[number], self.condition_lines[number + 1]
        if begin == end:
            return None
        found: list[Known | None] = json.loads(bytes(self.conditions[begin:end]))
        return found[which]

    def by_id(self, concept_id: str) -> Concept:
        """Return the concept of that id; raise ``KeyError`` where there is none."""
        # An id is the first of the values of a line.
        beginning = f"[{json.dumps(concept_id, ensure_ascii=False)},".encode()
        at = 0
        if self.entries[: len(beginning)] != beginning:
            at = self.entries.find(b"\n" + beginning, 0, self.lines[-1]) + 1
            if not at:
                raise KeyError(concept_id)
        return decode_concept(self.entries[at : self.entries.find(b"\n", at)].decode())

    def senses(self, pattern: int) -> tuple[tuple[int, int, int, int], ...]:
        """Return the rows of a pattern, best first."""
        begin, end = self.first[pattern], self.first[pattern + 1]
        rows = self.rows
        return tuple(
            (rows[at], rows[at + 1], rows[at + 2], rows[at + 3])
            for at in range(begin, end, WIDTH)
        )


class _Head(NamedTuple):
    """The last line of the bytes: how long the parts before it are."""

    format: int
    entries: int
    patterns: int
    firsts: int
    blocks: int
    prefixes: int
    first: int
    rows: int
    lines: int
    conditions: int
    condition_lines: int
    names: int
    english: int


def dumps(compiled: Compiled) -> bytes:
    """Return a compiled glossary as bytes for the cache."""
    names = {
        "places": list(compiled.places.items()),
        "countries": list(compiled.countries.values()),
        "longest": compiled.patterns.longest,
        "languages": [compiled.source_language, compiled.target_language],
    }
    parts = (
        compiled.entries[: compiled.lines[-1]],
        bytes(compiled.patterns.joined),
        bytes(compiled.patterns.firsts),
        compiled.patterns.blocks.tobytes(),
        compiled.prefixes.tobytes(),
        compiled.first.tobytes(),
        compiled.rows.tobytes(),
        compiled.lines.tobytes(),
        bytes(compiled.conditions),
        compiled.condition_lines.tobytes(),
        json.dumps(names, ensure_ascii=False).encode(),
        bytes(compiled.english_lines),
    )
    head = _Head(FORMAT, *map(len, parts))
    return b"".join((*parts, b"\n", json.dumps(head).encode()))


def loads(data: Kept) -> Compiled:
    """Return the compiled glossary of those bytes, which may be mapped from a file.

    Raises:
        ValueError: the bytes are of another version, or none of ours: whatever error
            they lead to.

    >>> from padanan.matching.compiling import compile_glossary
    >>> from padanan.model import Glossary
    >>> empty = compile_glossary(Glossary())
    >>> loads(dumps(empty)).size
    0
    """
    try:
        head = _Head(*json.loads(data[data.rfind(b"\n") + 1 :]))
        if head.format != FORMAT:
            message = "a compiled glossary of another version"
            raise ValueError(message)
        return _restore(head, data)
    except (KeyError, OverflowError, RecursionError, TypeError) as error:
        message = "not a compiled glossary"
        raise ValueError(message) from error


def _restore(head: _Head, data: Kept) -> Compiled:
    # Nothing is copied that need not be, since most of it is never asked for.
    parts, at, whole = [], head.entries, memoryview(data)
    for length in head[2:]:
        parts.append(whole[at : at + length])
        at += length
    joined, firsts, blocks, prefixes, first, rows, lines = parts[:7]
    conditions, condition_lines, names, english = parts[7:]
    named = json.loads(bytes(names))
    source, target = named["languages"]
    return Compiled(
        Patterns(
            joined,
            firsts,
            blocks.cast("I"),
            len(prefixes.cast("I")),
            named["longest"],
        ),
        prefixes.cast("I"),
        first.cast("I"),
        rows.cast("I"),
        {
            n: PlaceName(name, code, _PLACE_KINDS[kind])
            for n, (name, code, kind) in named["places"]
        },
        data,
        lines.cast("I"),
        conditions,
        condition_lines.cast("I"),
        {row[0]: Country(*row) for row in named["countries"]},
        english,
        source,
        target,
    )


def encode_concept(concept: Concept) -> str:
    """Return a concept as one line of JSON: the values of its fields in order."""
    return json.dumps(concept, ensure_ascii=False, separators=(",", ":"))


def decode_concept(text: str) -> Concept:
    """Return the concept that ``encode_concept`` wrote.

    >>> concept = Concept("visa", "consular", (Term("visa"),), (Term("visa"),))
    >>> decode_concept(encode_concept(concept)) == concept
    True
    """
    values: list[Any] = json.loads(text)
    (
        id_, domain, terms, equivalents, pos, definition, sense, match,
        when, unless, notes, examples, sources, comment, fuzzy,
        modifiers, heads, accepts, level,
        replaces, own,
    ) = values  # fmt: skip
    return Concept(
        id_,
        domain,
        _terms(terms),
        _terms(equivalents),
        _PARTS_OF_SPEECH[pos] if pos else None,
        definition,
        sense,
        _MATCHES[match],
        tuple(when),
        tuple(unless),
        tuple(notes),
        tuple(Example(*example) for example in examples),
        tuple(sources),
        comment,
        fuzzy,
        _terms(modifiers),
        tuple(Joining(*joining) for joining in heads),
        tuple(accepts),
        _LEVELS[level],
        replaces,
        tuple(map(tuple, own)),
    )


# Several times as quick as ``Status(…)``.
_PLACE_KINDS: Mapping[str, PlaceKind] = {one.value: one for one in PlaceKind}
_STATUS: Mapping[str, Status] = {one.value: one for one in Status}
_TYPES: Mapping[str, TermType] = {one.value: one for one in TermType}
_PARTS_OF_SPEECH: Mapping[str, PartOfSpeech] = {one.value: one for one in PartOfSpeech}
_MATCHES: Mapping[str, Match] = {one.value: one for one in Match}
_LEVELS: Mapping[str, Level] = {one.value: one for one in Level}


def _terms(values: Iterable[list[Any]]) -> tuple[Term, ...]:
    # A list first is quicker than a generator.
    return tuple([
        Term(text, _STATUS[status], _TYPES[kind], region, condition, reason)
        for text, status, kind, region, condition, reason in values
    ])  # fmt: skip
