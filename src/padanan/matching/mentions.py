"""The countries that a text names, and where."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from padanan.language.countries import HOME, PlaceKind, PlaceName

if TYPE_CHECKING:
    from collections.abc import Iterable

Named: TypeAlias = tuple[int, int, int, PlaceName]
"""A span that may name a country: its start in the text (code points), its end with a
minus sign, a running number, and the place. So they sort by themselves: from the left,
the longest first. A plain tuple, since texts have many."""


_new = tuple.__new__


class Mention(NamedTuple):
    """A country named in the text, by half-open offsets."""

    start: int
    end: int
    place: PlaceName


class Mentions(NamedTuple):
    """A text with the countries that it names.

    Attributes:
        text: the text.
        found: the mentions, in order and disjoint.
    """

    text: str
    found: tuple[Mention, ...]

    @property
    def foreign(self) -> tuple[tuple[int, int], ...]:
        """The half-open offsets of the countries that are foreign in Indonesian."""
        return tuple([(s, e) for s, e, place in self.found if place.code != HOME])

    def words(self, mention: Mention) -> str:
        """Return the words of the text that name a country."""
        return self.text[mention.start : mention.end]

    def first(self, start: int, limit: int) -> Mention | None:
        """Return the first country that begins at or behind an offset.

        Args:
            start: the offset.
            limit: offset at which it must have ended.
        """
        # A bare start sorts before the mention that begins there.
        index = bisect_left(self.found, (start,))
        found = self.found[index] if index < len(self.found) else None
        return found if found and found[1] <= limit else None

    def starting_at(self, offset: int) -> Mention | None:
        """Return the country whose name begins at an offset, if there is one."""
        index = bisect_left(self.found, (offset,))
        found = self.found[index] if index < len(self.found) else None
        return found if found and found[0] == offset else None

    def covers(self, offset: int) -> bool:
        """Whether the character at an offset belongs to the name of a country."""
        return self.touch(offset, offset + 1)

    def touch(self, start: int, end: int) -> bool:
        """Whether a character of a span belongs to the name of a country."""
        index = bisect_left(self.found, (end,)) - 1
        return index >= 0 and start < self.found[index][1]


def mentions(text: str, named: Iterable[Named]) -> Mentions:
    """Return a text with the countries that it names.

    Where spans overlap the first one counts, and of those with one start the longest.
    Names that only look like a country's (*Amerika Latin*) are left out then.

    >>> asia = PlaceName("Asia", "", PlaceKind.NONE)
    >>> mentions("Asia", [(0, -4, 0, asia)]).found
    ()
    """
    chosen: list[Mention] = []
    last = 0
    for start, minus_end, _, place in sorted(named):
        if start >= last:
            last = -minus_end
            if place.kind is not PlaceKind.NONE:
                # A third of the time of ``Mention(…)``.
                chosen.append(_new(Mention, (start, last, place)))
    return Mentions(text, tuple(chosen))
