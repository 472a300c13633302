# cython: annotation_typing=False
"""What is asked of the senses of a spelling, kept from text to text.

Keys are identities, which last as long as the values: so these are kept too.
"""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING

from padanan.matching.composing import as_name
from padanan.matching.joining import rules
from padanan.matching.pairs import MOST_PAIRS
from padanan.model import PartOfSpeech

if TYPE_CHECKING:
    from padanan.matching.native.memory import Meaning, Memory
    from padanan.matching.pairs import Pairs
    from padanan.matching.senses import Sense


_FIRST = 4096


class Constituent:
    """What composing asks of a sense.

    Attributes:
        sense: the sense.
        parts: ids of its concepts.
        tail: the last letters of its term, in lower case; behind -nya others stand.
        heads: whether it has rules for modifiers behind it.
        modifies: whether it may be a modifier.
        is_adjective: whether its concept is one.
        by_table: whether a row of a table may follow.
        by_portfolio: whether that row may be a portfolio.
        by_city: whether it may be a city.
        rows: what it is with a row behind it, by the row.
        lists: whether several heads may begin with it.
        never: its conditions as numbers, ``None`` where none of them forbids.
    """

    def __init__(self, sense: Sense, memory: Memory) -> None:
        self.sense = sense
        self.parts = sense.parts or (sense.id,)
        self.tail = sense.text[-3:].lower()
        self.heads = bool(sense.rules)
        self.modifies = bool(sense.attributes)
        self.is_adjective = sense.concept.pos is PartOfSpeech.ADJECTIVE
        self.by_table = sense.by_table
        kinds = {kind for one in sense.rules for kind in one.rule.wanted.kinds}
        self.by_portfolio, self.by_city = "portfolios" in kinds, "places" in kinds
        self.rows: dict[str, Constituent] = {}
        self.lists = bool(rules(sense.concept))
        conditions = sense.conditions
        self.never = memory.program(conditions) if conditions.never else None
        self.joined: dict[Constituent, Constituent | None] = {}
        self._named: Sense | None = None

    def as_name(self) -> Sense:
        """Return the sense with the capitals of a name."""
        if self._named is None:
            self._named = as_name(self.sense)
        return self._named


class Group:
    """The senses of a spelling.

    Attributes:
        senses: the senses, best first.
        meanings: what is asked of them for each place.
        first: the first of these.
        domain: of the first, ``None`` where it never is a term by itself.
        program: of the only sense, ``None`` where there are more or no conditions.
        elements: what composing asks of them.
        able: whether one of them joins with one of another group.
    """

    def __init__(
        self,
        senses: tuple[Sense, ...],
        meanings: tuple[Meaning, ...],
        elements: tuple[Constituent, ...],
    ) -> None:
        self.senses = senses
        self.meanings = meanings
        first = self.first = meanings[0]
        self.domain = None if first.only_part else first.domain
        alone = len(meanings) == 1 and not first.only_part
        self.program = first.program if alone else None
        self.elements = elements
        self.able: dict[Group, bool] = {}


class Elements:
    """The elements met so far.

    Args:
        memory: what is known of senses and conditions.
    """

    def __init__(self, memory: Memory) -> None:
        self._memory = memory
        self._known: dict[int, Constituent] = {}
        # By identity, as a dictionary would be, which takes twice as long.
        self._slots: list[Group | None] = [None] * _FIRST
        self._count = 0
        self._lock = Lock()
        self._pairs = 0

    def of(self, sense: Sense) -> Constituent:
        """Return what composing asks of a sense."""
        found = self._known.get(id(sense))
        if found is None:
            found = Constituent(sense, self._memory)
            if len(self._known) < MOST_PAIRS:
                self._known[id(sense)] = found
        return found

    def group(self, senses: tuple[Sense, ...]) -> Group:
        """Return what is asked of the senses of a spelling."""
        slots = self._slots
        last = len(slots) - 1
        slot = id(senses) >> 4 & last
        found = slots[slot]
        while found is not None:
            if found.senses is senses:
                return found
            slot = (slot + 1) & last
            found = slots[slot]
        return self._grouped(senses)

    def _grouped(self, senses: tuple[Sense, ...]) -> Group:
        meanings = self._memory.meanings(senses)
        found = Group(senses, meanings, tuple(map(self.of, senses)))
        with self._lock:
            if self._count < MOST_PAIRS:
                self._count += 1
                if 2 * self._count > len(self._slots):
                    self._slots = _spread(self._slots)
                _put(self._slots, found)
        return found

    def join(
        self,
        pairs: Pairs,
        head: Constituent,
        behind: Constituent,
        doubled: bool,  # noqa: FBT001
    ) -> Constituent | None:
        """Return a head with a modifier; see ``pairs``."""
        if doubled:
            return self._paired(pairs, head, behind, doubled)
        if behind in head.joined:
            return head.joined[behind]
        found = self._paired(pairs, head, behind, doubled)
        if self._pairs < MOST_PAIRS:
            self._pairs += 1
            head.joined[behind] = found
        return found

    def note_row(self, head: Constituent, name: str, found: Constituent) -> None:
        """Note what a head is with a row of a table."""
        if self._pairs < MOST_PAIRS:
            self._pairs += 1
            head.rows[name] = found

    def _paired(
        self,
        pairs: Pairs,
        head: Constituent,
        behind: Constituent,
        doubled: bool,  # noqa: FBT001
    ) -> Constituent | None:
        sense = pairs.join(head.sense, behind.sense, doubled=doubled)
        return None if sense is None else self.of(sense)

    def may_join(self, pairs: Pairs, heads: Group, behind: Group) -> bool:
        """Whether some sense of one span joins with some sense of another."""
        if behind in heads.able:
            return heads.able[behind]
        found = pairs.may_join(heads.senses, behind.senses)
        if self._pairs < MOST_PAIRS:
            self._pairs += 1
            heads.able[behind] = found
        return found


def _put(slots: list[Group | None], group: Group) -> None:
    last = len(slots) - 1
    slot = id(group.senses) >> 4 & last
    while slots[slot] is not None:
        slot = (slot + 1) & last
    slots[slot] = group


def _spread(slots: list[Group | None]) -> list[Group | None]:
    """Return groups in twice as many slots."""
    found: list[Group | None] = [None] * (2 * len(slots))
    for group in slots:
        if group is not None:
            _put(found, group)
    return found
