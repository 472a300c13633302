# cython: annotation_typing=False
"""What the core knows of words, conditions and senses; filled as texts are read.

Keys are identities, which last as long as the values: so these are kept too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from padanan.glossary.joining import usual_order
from padanan.matching.conditions import parse
from padanan.matching.joining import country_rules
from padanan.matching.native.programs import Wants, program_for, program_of, united
from padanan.matching.native.reading import Room
from padanan.matching.native.vocabulary import MOST, Vocabulary
from padanan.matching.phrases import grows, takes_country, with_country

if TYPE_CHECKING:
    from collections.abc import Mapping

    from padanan.language.countries import Country
    from padanan.matching.conditions import Conditions
    from padanan.matching.equivalents import Offer
    from padanan.matching.native.beginnings import Beginnings
    from padanan.matching.native.programs import Program
    from padanan.matching.senses import Sense


_MOST_ROOM = 1_000_000
"""Number of characters of the longest text whose arrays are kept for the next one."""


class Meaning:
    """What is asked of a sense for each of its places.

    Attributes:
        sense: the sense.
        concept: as in the sense; so are the others that are not said here.
        program: its conditions as numbers, ``None`` where it has none.
        offers: its English for some places, each with its region, its condition and
            the number of that in ``offered``, -1 where it has none.
        codes: the regions of those without a condition.
        offered: the conditions of the others as numbers, ``None`` where there are none.
        mission: whether the place of a mission may follow the term.
        portfolio: whether a portfolio may.
        orders: of its English with a country behind it, each with its condition as
            numbers, ``None`` where it has none.
        usual_order: where none of them holds.
        shown: whether it is marked where bare words are not wanted.
    """

    def __init__(self, sense: Sense, memory: Memory) -> None:
        self.sense = sense
        self.concept = sense.concept
        self.id = sense.concept.id
        self.domain = sense.concept.domain
        self.term = sense.term
        self.text = sense.term.text
        self.equivalents = sense.equivalents
        self.parts = sense.parts
        self.nominal = sense.nominal
        self.office = sense.office
        self.title = sense.title
        self.only_part = sense.only_part
        self.conditional = sense.conditional
        self.program = memory.program(sense.conditions) if sense.conditional else None
        self.needs_neighbours = sense.conditions.needs_neighbours
        self.mission, self.portfolio = grows(sense.text)
        # Tuples, since most are empty: one object for all of those.
        self.orders = tuple([
            (one.rule.order, memory.program_for(one.condition))
            if one.condition
            else (one.rule.order, None)
            for one in country_rules(sense.concept)
        ])  # fmt: skip
        self.usual_order = usual_order(sense.concept.pos)
        self.shown = not sense.basic or bool(sense.parts)
        bound = [one for one in sense.offers if one.condition]
        self.offers = tuple([
            (
                one.text,
                one.region,
                one.condition,
                bound.index(one) if one.condition else -1,
            )
            for one in sense.offers
        ])  # fmt: skip
        self.codes = frozenset([
            one.region for one in sense.offers if not one.condition
        ])  # fmt: skip
        self.offered = memory.program_for_any(bound) if bound else None


class Memory:
    """What is known, for one glossary.

    Args:
        beginnings: the patterns of the glossary.

    Attributes:
        vocabulary: the words.
        wants: what conditions want which of them.
        elements: what is asked of spellings (``elements``), made by whoever asks first.
    """

    def __init__(self, beginnings: Beginnings) -> None:
        self.beginnings = beginnings
        self.vocabulary = Vocabulary(beginnings)
        self.wants = Wants()
        self.elements: Any = None
        self._rooms: list[Room] = []
        self._programs: dict[object, tuple[object, Program]] = {}
        self._meanings: dict[int, Meaning] = {}
        self._several: dict[int, tuple[tuple[Sense, ...], tuple[Meaning, ...]]] = {}
        self._phrases: dict[tuple[str, str, str], str | None] = {}

    def room(self) -> Room:
        """Return room for the words of a text, which nobody else has."""
        try:
            return self._rooms.pop()
        except IndexError:
            return Room()

    def give_back(self, room: Room) -> None:
        """Take room back when the text is done."""
        if room.size <= _MOST_ROOM:
            self._rooms.append(room)

    def is_full(self) -> bool:
        """Whether it should be given up for a new one."""
        filled = max(len(self._meanings), len(self._several), len(self._phrases))
        return max(filled, self.vocabulary.count) > MOST

    def program(self, conditions: Conditions) -> Program:
        """Return conditions as numbers."""
        found = self._programs.get(id(conditions))
        if found is None:
            found = conditions, program_of(conditions, self.vocabulary)
            self._programs[id(conditions)] = found
        return found[1]

    def program_for(self, condition: str) -> Program:
        """Return a condition that must hold as numbers."""
        found = self._programs.get(condition)
        if found is None:
            found = condition, program_for(parse(condition), self.vocabulary)
            self._programs[condition] = found
        return found[1]

    def program_for_any(self, offers: list[Offer]) -> Program:
        """Return the conditions of some English as those of one program."""
        programs = [self.program_for(one.condition or "") for one in offers]
        return united(programs, self.vocabulary)

    def meaning(self, sense: Sense) -> Meaning:
        """Return what is asked of a sense."""
        found = self._meanings.get(id(sense))
        if found is None:
            found = self._meanings[id(sense)] = Meaning(sense, self)
        return found

    def meanings(self, senses: tuple[Sense, ...]) -> tuple[Meaning, ...]:
        """Return what is asked of several senses, in their order."""
        found = self._several.get(id(senses))
        if found is None:
            found = senses, tuple(map(self.meaning, senses))
            self._several[id(senses)] = found
        return found[1]

    def with_country(
        self, english: str, countries: Mapping[str, Country], code: str, order: str
    ) -> str | None:
        """Return the English of a term with a country, ``None`` if it takes none.

        Args:
            english: of the term.
            countries: English names of countries by code.
            code: of the country.
            order: of the English, as ``heads`` gives it.
        """
        key = english, code, order
        if key in self._phrases:
            return self._phrases[key]
        found = None
        if takes_country(english):
            found = with_country(english, countries, code, order)
        self._phrases[key] = found = None if found == english else found
        return found
