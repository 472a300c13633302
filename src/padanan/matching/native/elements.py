# cython: annotation_typing=False
"""What is asked of the senses of a spelling, by numbers, kept from text to text.

Keys are identities, which last as long as the values: so these are kept too.
"""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING

from padanan.language.countries import HOME, PlaceKind
from padanan.language.indonesian import VERBAL
from padanan.matching.abbreviations import introduced
from padanan.matching.joining import rules
from padanan.matching.naming import as_name
from padanan.matching.native.paths import Paths
from padanan.matching.native.rows import doubled, zeros
from padanan.matching.native.vocabulary import mixed
from padanan.matching.pairs import MOST_PAIRS
from padanan.matching.senses import with_prefix
from padanan.model import PartOfSpeech, TermType

if TYPE_CHECKING:
    from collections.abc import Callable

    from padanan.language.countries import PlaceName
    from padanan.matching.native.known import Known
    from padanan.matching.native.memory import Meaning, Memory
    from padanan.matching.native.programs import Program
    from padanan.matching.pairs import Pairs
    from padanan.matching.senses import Sense

HEAD = 1
"""One of the senses has rules for modifiers behind it."""
CONDITIONAL = 2
"""The first sense has conditions."""
ONLY_PART = 4
"""There is one sense, which never is a term by itself."""
UNSEEN = 8
"""There is one sense, which need not be tried where bare words are not wanted."""
NAMED = 16
"""One of the senses is a name of several words."""
BY_TABLE = 32
"""A row of a table may follow one of the senses."""
ABBREVIATION = 64
"""One of the senses is a short form."""
FOREIGN = 1
"""Of a country: it is foreign in Indonesian."""
HIDDEN = 2
"""Of a place: it only looks like a country."""
ABLE = 128
"""Of a candidate: something may stand behind it as a head."""


_MANY = 1 << 12
"""Number of groups for which there is room at first."""
_LAST_JOINT = (1 << 14) - 1
"""One less than the number of pairs of groups of which it is at hand whether they
join."""


def about(senses: tuple[Sense, ...]) -> int:
    """Return what is to be known of some senses, as flags."""
    first, single = senses[0], len(senses) == 1
    return (
        (HEAD if any(one.rules for one in senses) else 0)
        | (CONDITIONAL if first.conditional else 0)
        | (ONLY_PART if single and first.only_part else 0)
        | (UNSEEN if single and first.unseen else 0)
        | (NAMED if any(one.named for one in senses) else 0)
        | (BY_TABLE if any(one.by_table for one in senses) else 0)
        | (ABBREVIATION if any(_is_short(one) for one in senses) else 0)
    )


def _is_short(sense: Sense) -> bool:
    return sense.type is TermType.ABBREVIATION


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
        joined: what it is with a modifier, by that.
        alike: whether two modifiers may stand before its English, by them.
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
        self.alike: dict[tuple[Constituent, Constituent], bool] = {}
        self._memory = memory
        self._meaning: Meaning | None = None
        self._named: Meaning | None = None

    def meaning(self) -> Meaning:
        """Return what is asked of the sense where it is a term."""
        if self._meaning is None:
            self._meaning = self._memory.meaning(self.sense)
        return self._meaning

    def as_name(self) -> Meaning:
        """Return that of the sense with the capitals of a name."""
        if self._named is None:
            self._named = self._memory.meaning(as_name(self.sense))
        return self._named


class Group:
    """The senses of a spelling; what is asked of them is worked out when it is.

    Attributes:
        number: its place among the groups.
        senses: the senses, best first.
        flags: what is to be known of them.
        texts: their terms, where one is a short form.
        shorts: the short forms, each with the number of its concept.
        ready: whether the others are there.
        meanings: what is asked of the senses for each place.
        first: the first of these.
        domain: of the first, ``None`` where it never is a term by itself.
        program: of the only sense, ``None`` where there are more or no conditions.
        elements: what composing asks of them.
        able: whether one of them joins with one of another group, by its number.
        filtered: whether that is known which comes last.
        doubled: the group of those that a reduplicated word may have.
    """

    first: Meaning
    meanings: tuple[Meaning, ...]
    elements: tuple[Constituent, ...]
    domain: str | None
    program: Program | None
    able: dict[int, bool]

    def __init__(self, number: int, senses: tuple[Sense, ...]) -> None:
        self.number = number
        self.senses = senses
        self.flags = about(senses)
        self.texts: tuple[str, ...] = ()
        self.shorts: tuple[tuple[str, int], ...] = ()
        if self.flags & ABBREVIATION:
            self.texts = tuple([one.text for one in senses])
            short = [one for one in senses if _is_short(one)]
            self.shorts = tuple([(one.text, one.number) for one in short])
        self.ready = self.filtered = False
        self.doubled: Group | None = None

    def set(
        self, meanings: tuple[Meaning, ...], elements: tuple[Constituent, ...]
    ) -> None:
        """Say what is asked of the senses."""
        self.meanings = meanings
        first = self.first = meanings[0]
        self.domain = None if first.only_part else first.domain
        alone = len(meanings) == 1 and not first.only_part
        self.program = first.program if alone else None
        self.elements = elements
        self.able = {}
        # Only then others use it.
        self.ready = True


def about_place(place: PlaceName) -> int:
    """Return what is to be known of a country, as flags."""
    foreign = FOREIGN if place.code != HOME else 0
    return foreign | (HIDDEN if place.kind is PlaceKind.NONE else 0)


class Elements:
    """The elements met so far.

    Args:
        memory: what is known of senses and conditions.

    Attributes:
        known: what spellings may stand for.
        groups: the groups by their numbers.
        places: the countries by their numbers.
        paths: where words lead that stand behind one another.
        gates: for each group the place of the gate of its only sense, where that tells
            whether it holds; 0 elsewhere.
    """

    def __init__(self, memory: Memory) -> None:
        self.paths = Paths(memory.vocabulary)
        self.gates = zeros("i", _MANY)
        self._memory = memory
        self._known: dict[int, Constituent] = {}
        self.known: dict[str, Known] = {}
        self.groups: list[Group] = []
        self.places: list[PlaceName] = []
        self._numbers: dict[object, Group | None] = {}
        self._introduced: dict[str, bool] = {}
        self._lock = Lock()
        self._pairs = 0
        self._joints = zeros("Q", _LAST_JOINT + 1)

    def is_full(self) -> bool:
        """Whether it should be given up for a new one."""
        return len(self.groups) > MOST_PAIRS

    def of(self, sense: Sense) -> Constituent:
        """Return what composing asks of a sense."""
        found = self._known.get(id(sense))
        if found is None:
            found = Constituent(sense, self._memory)
            if len(self._known) < MOST_PAIRS:
                self._known[id(sense)] = found
        return found

    def place(self, place: PlaceName) -> int:
        """Return the number of a country of which another spelling is met."""
        with self._lock:
            self.places.append(place)
            return len(self.places) - 1

    def group(self, senses: tuple[Sense, ...]) -> Group:
        """Return the group of some senses."""
        with self._lock:
            found = self._numbers.get(id(senses))
            if found is None:
                found = Group(len(self.groups), senses)
                if found.number == len(self.gates):
                    self.gates = doubled("i", self.gates)
                self.groups.append(found)
                self._numbers[id(senses)] = found
            return found

    def introduces(self, passage: str, size: int) -> bool:
        """Whether a bracket gives all before it a short form, of nothing less.

        Args:
            passage: a term, and the bracket.
            size: the length of the term.
        """
        found = self._introduced.get(passage)
        if found is None:
            spans = introduced(passage, (len(passage) - 1,)).values()
            found = [*spans] == [(0, size)]
            if len(self._introduced) < MOST_PAIRS:
                self._introduced[passage] = found
        return found

    def filled(self, number: int) -> Group:
        """Return a group with all that is asked of it."""
        found = self.groups[number]
        if not found.ready:
            memory = self._memory
            meanings = tuple([memory.meaning(one) for one in found.senses])
            found.set(meanings, tuple([self.of(one) for one in found.senses]))
        return found

    def note_gate(self, group: Group, program: Program) -> None:
        """Note by what the only sense of a group is told, if it is by a gate alone."""
        if program.gate is not None and not program.open:
            self.gates[group.number] = program.gate.place

    def settled(self, group: Group) -> Group | None:
        """Drop bare verbs: *tolak* outside headlines is a noun or a root."""
        return self._kept(group, _is_not_bare)

    def doubled(self, group: Group) -> Group | None:
        """Drop verbs, which no reduplicated word is."""
        if not group.filtered:
            group.doubled = self._kept(group, _is_not_verbal)
            group.filtered = True
        return group.doubled

    def without(self, group: Group, banned: frozenset[tuple[str, int]]) -> Group | None:
        """Return the group of the senses that are not banned, ``None`` if all are.

        Args:
            group: the senses.
            banned: texts of terms with the numbers of concepts.
        """
        # By what is left of it: the same the next time, in whatever text.
        left = tuple([(one.text, one.number) not in banned for one in group.senses])
        if all(left):
            return group
        key = group.number, left
        if key not in self._numbers:
            kept = tuple(
                [s for s, ours in zip(group.senses, left, strict=True) if ours]
            )
            self._numbers[key] = self.group(kept) if kept else None
        return self._numbers[key]

    def _kept(self, group: Group, wanted: Callable[[Sense], bool]) -> Group | None:
        """Return the group of those senses that are wanted, ``None`` if none is."""
        key = group.number, wanted
        if key not in self._numbers:
            kept = tuple([one for one in group.senses if wanted(one)])
            found = group if len(kept) == len(group.senses) else None
            if kept and found is None:
                found = self.group(kept)
            self._numbers[key] = found
        return self._numbers[key]

    def prefixed(self, group: Group, prefix: str) -> Group | None:
        """Return what some senses are behind a prefix, ``None`` if none takes it.

        A name is marked by itself: *anti-PBB*.
        """
        key = group.number, prefix
        if key not in self._numbers:
            nouns = [one for one in group.senses if one.nominal and one.text.islower()]
            senses = tuple([with_prefix(one, prefix) for one in nouns])
            self._numbers[key] = self.group(senses) if senses else None
        return self._numbers[key]

    def join(
        self,
        pairs: Pairs,
        head: Constituent,
        behind: Constituent,
        doubled: bool,  # noqa: FBT001
    ) -> Constituent | None:
        """Return a head with a modifier; see ``pairs``."""
        if not doubled and behind in head.joined:
            return head.joined[behind]
        sense = pairs.join(head.sense, behind.sense, doubled=doubled)
        found = None if sense is None else self.of(sense)
        if not doubled and self._pairs < MOST_PAIRS:
            self._pairs += 1
            head.joined[behind] = found
        return found

    def note_row(self, head: Constituent, name: str, found: Constituent) -> None:
        """Note what a head is with a row of a table."""
        if self._pairs < MOST_PAIRS:
            self._pairs += 1
            head.rows[name] = found

    def note_alike(
        self,
        head: Constituent,
        first: Constituent,
        second: Constituent,
        found: bool,  # noqa: FBT001
    ) -> None:
        """Note whether two modifiers may stand before the English of a head."""
        if self._pairs < MOST_PAIRS:
            self._pairs += 1
            head.alike[first, second] = found

    def may_join(self, pairs: Pairs, heads: int, behind: int) -> bool:
        """Whether some sense of one span joins with some sense of another.

        Args:
            pairs: tells that of two which are new.
            heads: the number of the group of the first.
            behind: that of the second.
        """
        key = (heads + 1) << 32 | behind << 1
        at = mixed(key) >> 32 & _LAST_JOINT
        known = self._joints[at]
        if known >> 1 != key >> 1:
            able = self._may_join(pairs, self.filled(heads), self.filled(behind))
            self._joints[at] = known = key | (1 if able else 0)
        return known & 1 != 0

    def _may_join(self, pairs: Pairs, heads: Group, behind: Group) -> bool:
        found = heads.able.get(behind.number)
        if found is None:
            found = pairs.may_join(heads.senses, behind.senses)
            if self._pairs < MOST_PAIRS:
                self._pairs += 1
                heads.able[behind.number] = found
        return found


def _is_not_bare(sense: Sense) -> bool:
    return sense.kind != "bare"


def _is_not_verbal(sense: Sense) -> bool:
    return sense.kind not in VERBAL
