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

FAR = 1_000_000_000
"""More words than any condition counts."""

_NOTHING = Edge(frozenset())

Span: TypeAlias = "tuple[int, int]"
"""Half-open offsets (code points)."""

Spans: TypeAlias = "Sequence[Span]"
"""Several of them."""

Plain: TypeAlias = "Sequence[Any]"
"""A sieve as values for JSON: what opens gates behind a term, and what does before
it; the conditions that are always tried."""


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
        self._last: tuple[Span, frozenset[str]] = (0, 0), frozenset()

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

    @cached_property
    def _every_word(self) -> frozenset[str]:
        return frozenset(self.without_clitics.split())

    def words_in(self, span: Span) -> frozenset[str]:
        """Return the words in a span, without clitics.

        Args:
            span: half-open offsets, those of the text or of a sentence.

        >>> text = search_text("Hak anak, haknya atas pangan")
        >>> sorted(text.words_in((10, 28)))
        ['atas', 'hak', 'pangan']
        """
        if span == (0, len(self._text)):
            return self._every_word
        # Terms are tried in their order: those of one sentence after the other.
        if self._last[0] != span:
            words = self.without_clitics[slice(*span)].split()
            self._last = span, frozenset(words)
        return self._last[1]

    def words_up_to_country(self, start: int, end: int) -> int:
        """Return the number of words between a span and the country behind it.

        Where words may be cut finer than those of the text, none counts.

        Returns:
            ``FAR`` where no country is near.
        """
        number = bisect_left(self.countries, (start,))
        if number == len(self.countries):
            return FAR
        first = self.countries[number][0]
        if first > end + WINDOW:
            return FAR
        return 0 if self.cut else len(self.words[end:first].split())

    def words_since_country(self, start: int) -> int:
        """Return the number of words between an offset and the country before it."""
        number = bisect_left(self.countries, (start,))
        last = self.countries[number - 1][1] if number else -FAR
        if last < start - WINDOW:
            return FAR
        return 0 if self.cut else len(self.words[last:start].split())

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
    >>> sorted(gate.after.words), gate.reach_after
    (['damai', 'hak'], 2)
    >>> gate_for(sort_words(("NAME",)), after=2)
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
    """Which gates something on one side of a term opens, as bits.

    Attributes:
        words: for each word.
        beginnings: for each beginning of a word, behind a space.
        country: for a country.
        within: for a distance in words, from 0 on, the gates that reach so far.
    """

    words: dict[str, int]
    beginnings: dict[str, int]
    country: int
    within: tuple[int, ...]

    def by_words(self, found: Sequence[str], *, cut: bool) -> int:
        """Return the gates that words open.

        Args:
            found: the words, the next to the term first.
            cut: whether they may be cut finer than those of the text.
        """
        bits = 0
        known = self.words.get
        reached = repeat(-1) if cut else self.within
        for word, mask in zip(found, reached, strict=False):
            bits |= known(word, 0) & mask
        return bits

    def otherwise(self, words: str, distance: int) -> int:
        """Return the gates that something else opens.

        Args:
            words: in lower case, with nothing but spaces between them.
            distance: the number of words between the term and a country.
        """
        within, spaced = self.within, f" {words}"
        bits = self.country & within[distance] if distance < len(within) else 0
        for beginning, mask in self.beginnings.items():
            if beginning in spaced:
                bits |= mask
        return bits


class _Tables(NamedTuple):
    """What opens which gates.

    Attributes:
        after: behind a term; ``None`` where nothing there does.
        before: before it likewise.
        always: what has no gate, as bits.
    """

    after: _Side | None
    before: _Side | None
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
        after, before, always = plain
        sieve = cls()
        sieve._tables = _Tables(_restored(after), _restored(before), always)
        return sieve

    def plain(self) -> Plain:
        """Return what it knows as values for JSON."""
        return self._tables

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
        # Nearly all terms are tried here, and most have none of the words near them.
        after, before, bits = self._tables
        bare, cut = text.without_clitics, text.cut
        if after:
            last = end + WINDOW
            words = bare[end:last].split(None, -1 if cut else len(after.within))
            if not after.words.keys().isdisjoint(words):
                bits |= after.by_words(words, cut=cut)
            if after.beginnings or after.country:
                distance = text.words_up_to_country(start, end)
                bits |= after.otherwise(text.words[end:last], distance)
        if before:
            first = start - WINDOW if start > WINDOW else 0
            words = bare[first:start].rsplit(None, -1 if cut else len(before.within))
            if not before.words.keys().isdisjoint(words):
                bits |= before.by_words(words[::-1], cut=cut)
            if before.beginnings or before.country:
                distance = text.words_since_country(start)
                bits |= before.otherwise(text.words[first:start], distance)
        return _numbers(bits) if bits else ()


def _restored(plain: Sequence[Any] | None) -> _Side | None:
    """Return a side of which plain values were kept."""
    if plain is None:
        return None
    words, beginnings, country, within = plain
    return _Side(words, beginnings, country, tuple(within))


@lru_cache(maxsize=4096)
def _numbers(bits: int) -> tuple[int, ...]:
    """Return which bits are set."""
    return tuple(n for n in range(bits.bit_length()) if bits >> n & 1)


def _tables(gates: Sequence[Gate | None]) -> _Tables:
    """Return what opens which of some gates."""
    there = [(number, one) for number, one in enumerate(gates) if one]
    return _Tables(
        _side([(n, one.after, one.reach_after, one.country) for n, one in there]),
        _side([(n, one.before, one.reach_before, one.country) for n, one in there]),
        sum(1 << number for number, one in enumerate(gates) if one is None),
    )


def _side(gates: Sequence[tuple[int, Edge, int, bool]]) -> _Side | None:
    """Return what opens gates on one side.

    Args:
        gates: the number of each, its words there, how many words it reaches, and
            whether a country opens it.
    """
    gates = [one for one in gates if one[2]]
    words: dict[str, int] = {}
    beginnings: dict[str, int] = {}
    within = [0] * max((reach for _, _, reach, _ in gates), default=0)
    for number, edge, reach, _ in gates:
        for word in edge.words:
            words[word] = words.get(word, 0) | 1 << number
        for beginning in edge.beginnings:
            spaced = f" {beginning}"
            beginnings[spaced] = beginnings.get(spaced, 0) | 1 << number
        for distance in range(reach):
            within[distance] |= 1 << number
    country = sum(1 << number for number, _, _, by_country in gates if by_country)
    return _Side(words, beginnings, country, tuple(within)) if gates else None
