"""What a spelling may stand for, by numbers."""

from __future__ import annotations

NOTHING = -1, 0


class Known:
    """A ``Spelling`` by the numbers of what it may stand for, -1 where that is nothing.

    Args:
        group: the number of its senses and what is to be known of them, as flags;
            ``NOTHING`` if it has none.
        settled: the same outside headlines.
        place: the same of the country that it names.

    Attributes:
        group: of its senses.
        flags: of these.
        place: of the country that it names.
        place_flags: what is to be known of that.
        bare: whether a term is a bare verb, which counts in headlines only.
        settled: the group of the senses outside headlines.
        settled_flags: of these.
        simple: one more than the group, above its flags, 0 where there is none; both
            are 0 for a bare verb.
        named: one more than the country likewise.

    >>> Known((2, 1), (2, 1), NOTHING).simple == 3 << 8 | 1
    True
    """

    def __init__(
        self, group: tuple[int, int], settled: tuple[int, int], place: tuple[int, int]
    ) -> None:
        self.group, self.flags = group
        self.settled, self.settled_flags = settled
        self.place, self.place_flags = place
        self.bare = group != settled
        self.simple = 0 if self.bare else (self.group + 1) << 8 | self.flags
        self.named = 0 if self.bare else (self.place + 1) << 8 | self.place_flags
