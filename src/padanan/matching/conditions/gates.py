"""A quick refusal: whether the words that a condition needs can stand near a term.

Nine conditions in ten do not hold. A gate compares only single words that were cut
once for the whole text. It may be open where the condition does not hold, and is never
closed where it does.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from padanan.language.normalise import plain_words
from padanan.matching.conditions.words import (
    COUNTRY,
    WORD,
    Edge,
    Words,
    join,
    without_clitics,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

WINDOW = 120
"""Number of characters on either side of a term in which conditions look for words."""

FARTHEST = 9
"""Maximum number of words on one side that a condition counts."""

_NOTHING = Edge(frozenset())


class SearchText(NamedTuple):
    """A text made ready for gates.

    Attributes:
        words: nothing but its words, in lower case, at their offsets.
        without_clitics: the same without clitics.
        countries: half-open spans of the countries named in it, in order.
        cut: whether words may be cut finer than those of the text.
    """

    words: str
    without_clitics: str
    countries: Sequence[tuple[int, int]]
    cut: bool


def search_text(text: str, countries: Sequence[tuple[int, int]] = ()) -> SearchText:
    """Return a text made ready for gates.

    >>> search_text("Pernyataannya, kata AS.").without_clitics.split()
    ['pernyataan', 'kata', 'as']
    """
    words = f"{plain_words(text)} "
    return SearchText(words, without_clitics(words), countries, not text.isascii())


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
        """Whether something of that stands near a span."""
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
        if (self.after.beginnings or self.before.beginnings) and self._begins(place):
            return True
        return self.country and self._is_country_near(place)

    def _begins(self, place: Window) -> bool:
        """Whether a word near a span begins as is wanted."""
        words, start, end = place.searchable.words, place.start, place.end
        return (
            bool(self.after.beginnings)
            and self.after.begins(words[end : end + WINDOW].split())
        ) or (
            bool(self.before.beginnings)
            and self.before.begins(words[max(start - WINDOW, 0) : start].split())
        )

    def _is_country_near(self, place: Window) -> bool:
        text, start, end = place.searchable, place.start, place.end
        words, countries = text.words, text.countries
        number = bisect_left(countries, (start,))
        if self.reach_after and number < len(countries):
            first = countries[number][0]
            if first <= end + WINDOW:
                between = WORD.findall(words, end, first)
                if len(between) < self.reach_after:
                    return True
        if self.reach_before and number:
            last = countries[number - 1][1]
            if last >= start - WINDOW:
                return len(WORD.findall(words, last, start)) < self.reach_before
        return False


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
        COUNTRY in wanted.classes,
    )


def joint(gates: Iterable[Gate | None]) -> Gate | None:
    """Return a gate that is open where any of several is; ``None`` if one is None."""
    found: list[Gate] = []
    for one in gates:
        if one is None:
            return None
        found.append(one)
    return Gate(
        join(one.before for one in found),
        max((one.reach_before for one in found), default=0),
        join(one.after for one in found),
        max((one.reach_after for one in found), default=0),
        any(one.country for one in found),
    )


class Sieve(NamedTuple):
    """Which of several conditions may hold, by single words that stand near.

    Attributes:
        after: for words behind a term the numbers of conditions, as bits.
        before: for words before it likewise.
        country: conditions for which a country is enough, as bits.
        always: conditions of which single words do not tell.
    """

    after: Mapping[str, int]
    before: Mapping[str, int]
    country: int
    always: int

    def passing(self, place: Window) -> tuple[int, ...]:
        """Return the numbers of the conditions that may hold, in order."""
        bits = self.always
        if self.country and place.searchable.countries:
            bits |= self.country
        if self.after:
            known = self.after.get
            for word in place.bare_after:
                bits |= known(word, 0)
        if self.before:
            known = self.before.get
            for word in place.bare_before:
                bits |= known(word, 0)
        return _numbers(bits) if bits else ()


@lru_cache(maxsize=4096)
def _numbers(bits: int) -> tuple[int, ...]:
    """Return which bits are set."""
    return tuple(n for n in range(bits.bit_length()) if bits >> n & 1)


NOTHING = Sieve({}, {}, 0, 0)
"""The sieve of no condition."""


def sieve_of(gates: Sequence[Gate | None]) -> Sieve:
    """Return the sieve of conditions that have these gates.

    >>> from padanan.matching.conditions.words import sort_words
    >>> wanted = [sort_words((word,)) for word in ("damai", "kota")]
    >>> gates = [gate_for(one, after=1) for one in wanted]
    >>> [*sieve_of([None, *gates]).passing(Window(search_text("tahanan kota"), 0, 7))]
    [0, 2]
    """
    after: dict[str, int] = {}
    before: dict[str, int] = {}
    country = always = 0
    for number, gate in enumerate(gates):
        bit = 1 << number
        if gate is None or gate.after.beginnings or gate.before.beginnings:
            always |= bit
            continue
        country |= bit if gate.country else 0
        for words, bits in ((gate.after.words, after), (gate.before.words, before)):
            for word in words:
                bits[word] = bits.get(word, 0) | bit
    return Sieve(after, before, country, always)
