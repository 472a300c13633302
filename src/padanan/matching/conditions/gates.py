"""A quick check whether the words that a condition needs can stand near a term.

Nine conditions in ten do not hold. A gate compares only single words that were cut
once for the whole text. It may be open where the condition does not hold, and is never
closed where it does.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property, lru_cache
from itertools import repeat
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, TypeAlias

from padanan.language.normalise import plain_words
from padanan.matching.conditions.words import (
    Edge,
    Words,
    without_clitics,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

WINDOW = 120
"""Number of characters on either side of a term in which conditions look for words."""

FARTHEST = 9
"""Maximum number of words on one side that a condition counts."""

_NOTHING = Edge(frozenset())

Spans: TypeAlias = "Sequence[tuple[int, int]]"
"""Half-open offsets (code points)."""

Plain: TypeAlias = "Sequence[Any]"
"""A sieve as values for JSON: the words behind a term and those before it, the gates
that something else opens, and the conditions that are always tried."""


class SearchText:
    """A text made ready for gates.

    Args:
        text: the text.
        countries: half-open spans of the countries named in it, in order.
        foreign: those of foreign countries.
    """

    def __init__(self, text: str, countries: Spans, foreign: Spans) -> None:
        self._text = text
        self.countries = countries
        self.foreign = foreign

    # The compiled core asks for countries alone.
    @cached_property
    def words(self) -> str:
        """Nothing but its words, in lower case, at their offsets."""
        return f"{plain_words(self._text)} "

    @cached_property
    def without_clitics(self) -> str:
        """The same without clitics."""
        return without_clitics(self.words)

    @cached_property
    def cut(self) -> bool:
        """Whether words may be cut finer than those of the text."""
        return _is_cut(self._text)

    def named(self, wanted: Words) -> Spans:
        """Return the spans of the countries that will do where one will."""
        return self.foreign if wanted.only_foreign else self.countries


def search_text(text: str, countries: Spans = (), foreign: Spans = ()) -> SearchText:
    """Return a text made ready for gates.

    Args:
        text: the text.
        countries: half-open spans of the countries named in it, in order.
        foreign: those of foreign countries.

    >>> search_text("Pernyataannya, kata AS.").without_clitics.split()
    ['pernyataan', 'kata', 'as']
    """
    return SearchText(text, countries, foreign)


_USUAL = "cp1252"
"""What has all characters of nearly every text."""
_ITS_LETTERS = "ŒœŠšŽžŸƒˆ"
"""The letters of that which are outside Latin-1."""


def _is_cut(text: str) -> bool:
    """Whether a text may have letters outside Latin-1, where words are cut."""
    if text.isascii():
        return False
    if len(text.encode(_USUAL, "ignore")) < len(text):
        return True
    return any(letter in text for letter in _ITS_LETTERS)


class Window:
    """The words on either side of a span, cut once for all gates.

    Args:
        text: where it stands.
        start: its offset.
        end: offset behind it.
    """

    __slots__ = ("_bare_after", "_bare_before", "end", "searchable", "start")

    def __init__(self, text: SearchText, start: int, end: int) -> None:
        self.searchable = text
        self.start = start
        self.end = end
        self._bare_after: list[str] | None = None
        self._bare_before: list[str] | None = None

    @property
    def bare_after(self) -> list[str]:
        """The first words behind the span without clitics.

        Where words may be cut finer than those of the text, it is all of the window.
        """
        found = self._bare_after
        if found is None:
            text, last = self.searchable, self.end + WINDOW
            most = -1 if text.cut else FARTHEST
            found = text.without_clitics[self.end : last].split(None, most)
            self._bare_after = found
        return found

    @property
    def bare_before(self) -> list[str]:
        """The last words before the span; see ``bare_after``."""
        found = self._bare_before
        if found is None:
            text, first = self.searchable, max(self.start - WINDOW, 0)
            most = -1 if text.cut else FARTHEST
            found = text.without_clitics[first : self.start].rsplit(None, most)
            self._bare_before = found
        return found


class Gate(NamedTuple):
    """What must at least stand near a term.

    Attributes:
        before: words before it, of which one is enough.
        reach_before: number of words before it among which one may stand; 0 for none.
        after: words after it.
        reach_after: number of words after it among which one may stand.
        country: whether a country is enough too.
    """

    before: Edge
    reach_before: int
    after: Edge
    reach_after: int
    country: bool

    def is_open(self, place: Window) -> bool:
        """Whether one of the words, or a country, stands near a span."""
        # One by one, since nine in ten end here.
        reach = self.reach_after
        if reach:
            found = place.bare_after
            if not place.searchable.cut:
                found = found[:reach]
            if not self.after.words.isdisjoint(found):
                return True
        reach = self.reach_before
        if reach:
            found = place.bare_before
            if not place.searchable.cut:
                found = found[-reach:]
            if not self.before.words.isdisjoint(found):
                return True
        return self.is_open_otherwise(place)

    def is_open_otherwise(self, place: Window) -> bool:
        """Whether a country or the beginning of a word stands near a span."""
        if (self.after.beginnings or self.before.beginnings) and self._begins(place):
            return True
        return self.country and self._is_country_near(place)

    def _begins(self, place: Window) -> bool:
        """Whether a word near a span begins as is wanted."""
        words, start, end = place.searchable.words, place.start, place.end
        return (
            bool(self.after.beginnings) and self.after.begins(words[end : end + WINDOW])
        ) or (
            bool(self.before.beginnings)
            and self.before.begins(words[max(start - WINDOW, 0) : start])
        )

    def _is_country_near(self, place: Window) -> bool:
        text, start, end = place.searchable, place.start, place.end
        words, countries = text.words, text.countries
        number = bisect_left(countries, (start,))
        if self.reach_after and number < len(countries):
            first = countries[number][0]
            near = first <= end + WINDOW
            if near and (text.cut or _count(words, end, first) < self.reach_after):
                return True
        if self.reach_before and number:
            last = countries[number - 1][1]
            if last >= start - WINDOW:
                return text.cut or _count(words, last, start) < self.reach_before
        return False


def _count(words: str, start: int, end: int) -> int:
    return len(words[start:end].split())


def gate_for(wanted: Words, *, before: int = 0, after: int = 0) -> Gate | None:
    """Return the gate for words that must stand near a term.

    Args:
        wanted: the words, of which one must be there.
        before: number of words before the term among which it may be; 0 for none.
        after: number of words after the term among which it may be; 0 for none.

    Returns:
        ``None`` where single words do not tell.

    >>> from padanan.matching.conditions.words import sort_words
    >>> gate = gate_for(sort_words(("hak asasi", "damai")), after=2)
    >>> texts = [search_text(f"tahanan {word}") for word in ("haknya", "kota")]
    >>> [gate.is_open(Window(text, 0, 7)) for text in texts]
    [True, False]
    """
    if (before and wanted.last.any) or (after and wanted.first.any):
        return None
    return Gate(
        wanted.last if before else _NOTHING,
        before,
        wanted.first if after else _NOTHING,
        after,
        wanted.country,
    )


class Gated(Protocol):
    """Anything that has a gate, such as a condition."""

    @property
    def gate(self) -> Gate | None:
        """What must at least stand near; ``None`` where single words do not tell."""


class _Side(NamedTuple):
    """Which gates the words on one side of a term open, as bits.

    Attributes:
        words: for each word.
        within: for a distance in words, from 0 on, the gates that reach so far.
    """

    words: dict[str, int]
    within: tuple[int, ...]

    def bits(self, found: Sequence[str], *, cut: bool) -> int:
        """Return which gates are open.

        Args:
            found: words, the next to the term first.
            cut: whether they may be cut finer than those of the text.
        """
        bits = 0
        known = self.words.get
        reached = repeat(-1) if cut else self.within
        for word, mask in zip(found, reached, strict=False):
            bits |= known(word, 0) & mask
        return bits


class _Tables(NamedTuple):
    """What opens which gates.

    Attributes:
        after: words behind a term, ``None`` where none counts.
        before: words before it likewise.
        others: gates that a country opens, or the beginning of a word, each with its
            bit.
        always: what has no gate, as bits.
    """

    after: _Side | None
    before: _Side | None
    others: tuple[tuple[Gate, int], ...]
    always: int


class Sieve:
    """Tells which of several conditions may hold, by single words that stand near.

    Args:
        gated: the conditions; their gates are looked at when a term is tried first.
    """

    def __init__(self, gated: Iterable[Gated] = ()) -> None:
        self._gated = tuple(gated)

    @cached_property
    def _tables(self) -> _Tables:
        return _tables([one.gate for one in self._gated])

    @classmethod
    def of(cls, plain: Plain) -> Sieve:
        """Return the sieve that gave these plain values.

        >>> from padanan.matching.conditions import parse
        >>> sieve = Sieve.of(Sieve([parse("near damai")]).plain())
        >>> sieve.passing(search_text("tahanan damai"), 0, 7)
        (0,)
        """
        after, before, others, always = plain
        sieve = cls()
        sieve._tables = _Tables(
            _Side(after[0], tuple(after[1])) if after else None,
            _Side(before[0], tuple(before[1])) if before else None,
            tuple([(_beginning(*gate), bit) for *gate, bit in others]),
            always,
        )
        return sieve

    def plain(self) -> Plain:
        """Return what it knows as values for JSON."""
        after, before, others, always = self._tables
        return after, before, [_plain(gate, bit) for gate, bit in others], always

    def passing(self, text: SearchText, start: int, end: int) -> tuple[int, ...]:
        """Return the numbers of the conditions whose gates are open, in order.

        Args:
            text: where the term stands.
            start: its half-open offsets (code points).
            end: likewise.

        >>> from padanan.matching.conditions import parse
        >>> sieve = Sieve(map(parse, ("capitalised", "near damai", "followed by kota")))
        >>> sieve.passing(search_text("tahanan kota"), 0, 7)
        (0, 2)
        """
        after, before, others, bits = self._tables
        bare, cut = text.without_clitics, text.cut
        if after:
            most = -1 if cut else len(after.within)
            words = bare[end : end + WINDOW].split(None, most)
            if not after.words.keys().isdisjoint(words):
                bits |= after.bits(words, cut=cut)
        if before:
            most = -1 if cut else len(before.within)
            first = start - WINDOW if start > WINDOW else 0
            words = bare[first:start].rsplit(None, most)
            if not before.words.keys().isdisjoint(words):
                bits |= before.bits(words[::-1], cut=cut)
        if others:
            place = Window(text, start, end)
            for gate, bit in others:
                if not bits & bit and gate.is_open_otherwise(place):
                    bits |= bit
        return _numbers(bits) if bits else ()


def _plain(gate: Gate, bit: int) -> tuple[object, ...]:
    """Return what ``Gate.is_open_otherwise`` needs, and its bit."""
    return (
        gate.before.beginnings,
        gate.reach_before,
        gate.after.beginnings,
        gate.reach_after,
        gate.country,
        bit,
    )


def _beginning(
    before: list[str],
    reach_before: int,
    after: list[str],
    reach_after: int,
    country: bool,  # noqa: FBT001 - as in ``Gate``
) -> Gate:
    return Gate(
        Edge(_NOTHING.words, tuple(before)),
        reach_before,
        Edge(_NOTHING.words, tuple(after)),
        reach_after,
        country,
    )


@lru_cache(maxsize=4096)
def _numbers(bits: int) -> tuple[int, ...]:
    """Return which bits are set."""
    return tuple(n for n in range(bits.bit_length()) if bits >> n & 1)


def _tables(gates: Sequence[Gate | None]) -> _Tables:
    """Return what opens which of some gates."""
    after = _side([(one.after, one.reach_after) if one else None for one in gates])
    before = _side([(one.before, one.reach_before) if one else None for one in gates])
    others = tuple(
        (gate, 1 << number)
        for number, gate in enumerate(gates)
        if gate and (gate.country or gate.after.beginnings or gate.before.beginnings)
    )
    always = sum(1 << number for number, gate in enumerate(gates) if gate is None)
    return _Tables(after, before, others, always)


def _side(edges: Sequence[tuple[Edge, int] | None]) -> _Side | None:
    """Return the words that open gates on one side, and how far each gate reaches."""
    words: dict[str, int] = {}
    within = [0] * max((one[1] for one in edges if one), default=0)
    for number, one in enumerate(edges):
        edge, reach = one or (_NOTHING, 0)
        for word in edge.words if reach else ():
            words[word] = words.get(word, 0) | 1 << number
        for distance in range(reach):
            within[distance] |= 1 << number
    return _Side(words, tuple(within)) if words else None
