"""A quick refusal: whether the words that a condition needs can stand near a term.

Nine conditions in ten do not hold. A gate compares only single words that were cut
once for the whole text. It may be open where the condition does not hold, and is never
closed where it does.
"""

from __future__ import annotations

from bisect import bisect_left
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
    from collections.abc import Iterable, Sequence

WINDOW = 120
"""Number of characters on either side of a term in which conditions look for words."""

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

    def is_open(self, text: SearchText, start: int, end: int) -> bool:
        """Whether something of that stands near a span.

        Args:
            text: where it stands.
            start: offset of the term.
            end: offset behind it.
        """
        reach = self.reach_after
        if reach:
            last, edge = end + WINDOW, self.after
            most = -1 if text.cut else reach
            found = text.without_clitics[end:last].split(None, most)
            if not edge.words.isdisjoint(found):
                return True
            if edge.beginnings and edge.begins(text.words[end:last].split(None, most)):
                return True
        reach = self.reach_before
        if reach:
            first, edge = max(start - WINDOW, 0), self.before
            most = -1 if text.cut else reach
            found = text.without_clitics[first:start].rsplit(None, most)
            if not edge.words.isdisjoint(found):
                return True
            if edge.beginnings and edge.begins(text.words[first:start].split()):
                return True
        return self.country and self._is_country_near(text, start, end)

    def _is_country_near(self, text: SearchText, start: int, end: int) -> bool:
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
    >>> [gate.is_open(search_text(f"tahanan {t}"), 0, 7) for t in ("haknya", "kota")]
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
