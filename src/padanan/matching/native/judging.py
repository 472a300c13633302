# cython: annotation_typing=False, wraparound=False, initializedcheck=False
"""Whether conditions hold around a term, by the numbers of the words beside it.

The rules are those of ``conditions.surroundings``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol, TypeAlias

from padanan.matching.conditions.gates import WINDOW
from padanan.matching.conditions.words import found_in
from padanan.matching.native import characters, elements, programs, vocabulary
from padanan.matching.native.characters import kind_at
from padanan.matching.native.reading import WordPlaces

if TYPE_CHECKING:
    from padanan.matching.conditions.surroundings import Surroundings
    from padanan.matching.native.elements import Elements, Group
    from padanan.matching.native.memory import Meaning, Memory
    from padanan.matching.native.programs import (
        List,
        Program,
        Step,
        WordGate,
    )
    from padanan.matching.native.reading import Page
    from padanan.matching.native.rows import Rows

    Neighbours: TypeAlias = tuple[tuple[int, int, str, str], ...]

_WORD = characters.WORD
_TIGHT = characters.TIGHT
_CAPITAL, _LETTER = characters.CAPITAL, characters.LETTER
_WINDOW = WINDOW
_FOREIGN = elements.FOREIGN
_BESIDE, _CAPITALS, _ASKED = programs.BESIDE, programs.CAPITALS, programs.ASKED
_FORM = programs.FORM
_ONE_BIT, _LAST = vocabulary.BITS, programs.LAST
_AFTER, _FAR, _ENDS, _BEGINS = (
    programs.AFTER, programs.FAR, programs.ENDS, programs.BEGINS,
)  # fmt: skip
_ENDED, _BEGUN, _ANY_CLASS = programs.ENDED, programs.BEGUN, vocabulary.ANY_CLASS
_COUNTRIES, _OTHERWISE = programs.COUNTRIES, programs.OTHERWISE
_MANY = 4_000
"""Number of words of a text from which on the places of each word are worth knowing."""


class Asked(Protocol):
    """What the judge asks of a document."""

    def around(self, start: int, end: int) -> Surroundings:
        """Return what stands around a span, for tests that are asked themselves."""


class Occurrences:
    """Where the words that a step wants stand in a span, as far as was looked.

    A document has most words near its beginning, and one of them is enough.

    Args:
        step: what it wants.
        page: whose words they are.
        low: half-open offsets of the span.
        high: likewise.

    Attributes:
        at: the number of the word that is looked at next.
        behind: the number behind that of the last word of the span.
        rest: what is wanted and was not looked for yet, one after the other, ``None``
            where all words of the span are looked at instead.
        parts: what of it is looked for, word by word.
        words: the numbers of those words that it may begin with, and whose places
            nobody has looked at.
        count: how many were found.
        starts: their half-open offsets.
        ends: likewise.
        ranks: their places among what is wanted, single words first.
    """

    def __init__(self, step: Step, page: Page, low: int, high: int) -> None:
        self.step = step
        self.at, self.behind = page.first_from(low), page.first_from(high)
        self.rest: list[tuple[List, ...]] | None = None
        self.parts: tuple[List, ...] = ()
        self.words: list[int] = []
        self.count = 0
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.ranks: list[int] = []

    def add(self, start: int, end: int, rank: int) -> None:
        """Add one behind the others."""
        self.starts.append(start)
        self.ends.append(end)
        self.ranks.append(rank)
        self.count += 1


class Judge:
    """Judges the terms of one document.

    Args:
        page: the document, cut into words.
        memory: what is known of words and senses.
        candidates: the spans that may be terms.
        places: the countries that are named.
    """

    def __init__(
        self, page: Page, memory: Memory, candidates: Rows, places: Rows
    ) -> None:
        self.elements: Elements = memory.elements
        self.words = memory.vocabulary
        self.wants = memory.wants
        self.candidates = candidates
        self.places = places
        self.foreign: Rows | None = None
        self.page = page
        # Of a country that ends inside a word, the rest counts as a word too.
        self.cut_places = page.cut and page.cuts_any(places)
        self.text = page.text
        self._found: dict[tuple[int, int, int], Occurrences] = {}
        self._word_places: Any = None
        self._neighbours: dict[tuple[int, int], Neighbours] = {}
        self._domains: dict[str, tuple[int, int]] = {}
        self._domains_low = self._domains_high = -1
        self.start = self.end = self.low = -1
        self.inside = False
        self.sure = 0

    def group(self, number: int) -> Group:
        """Return what is asked of the senses of a candidate."""
        group = self.candidates.numbers[number]
        found = self.elements.groups[group]
        return found if found.ready else self.elements.filled(group)

    def meaning(self, number: int, document: Asked) -> Meaning | None:
        """Return that of the first sense of a candidate that holds, if one does."""
        held = self.candidates.held[number]
        if not held:
            held = self._held(number, document)
            self.candidates.held[number] = held
        return self.group(number).meanings[held - 1] if held > 0 else None

    def _held(self, number: int, document: Asked) -> int:
        """Return the place of the first sense that holds from 1 on, -1 for none."""
        rows = self.candidates
        place = self.elements.gates[rows.numbers[number]]
        if place:
            start, end = rows.starts[number], rows.ends[number]
            self._stand_between(start, end, rows.words[number], rows.behinds[number])
            if not self.inside and self._is_closed(place, start, end):
                return 1 if self.words.marks[place] & _OTHERWISE else -1
        return self._first_that_holds(number, self.group(number), document)

    def _first_that_holds(self, number: int, group: Group, document: Asked) -> int:
        """Return the place of the first sense that holds from 1 on, -1 for none."""
        program = group.program
        if program is not None:
            held = 1 if self._holds_for(program, number, document) else -1
            self.elements.note_gate(group, program)
            return held
        for place, meaning in enumerate(group.meanings):
            if not meaning.conditional:
                return place + 1
            program = None if meaning.only_part else meaning.program
            if program is not None and self._holds_for(program, number, document):
                return place + 1
        return -1

    def _first_holds(self, number: int, first: Meaning, document: Asked) -> bool:
        """Whether the first sense of a candidate holds, which has conditions."""
        held = self.candidates.held[number]
        if held == 1 or held < 0:
            return held == 1
        program = None if first.only_part else first.program
        return program is not None and self._holds_for(program, number, document)

    def _holds_for(self, program: Program, number: int, document: Asked) -> bool:
        """Whether a candidate is what conditions ask for."""
        rows = self.candidates
        start, end = rows.starts[number], rows.ends[number]
        self._stand_between(start, end, rows.words[number], rows.behinds[number])
        return self.holds(program, start, end, document)

    def neighbours(self, low: int, high: int, document: Asked) -> Neighbours:
        """Return the terms of a sentence that hold whatever their neighbours are.

        They are disjoint: from the left, the longest that holds. Each is what a
        ``Neighbour`` is.

        Args:
            low: half-open offsets of the sentence.
            high: likewise.
            document: whose sentence it is.
        """
        key = low, high
        found = self._neighbours.get(key)
        if found is None:
            found = self._neighbours[key] = self._neighbours_of(low, high, document)
        return found

    def _neighbours_of(self, low: int, high: int, document: Asked) -> Neighbours:
        found: list[tuple[int, int, str, str]] = []
        rows = self.candidates
        number, behind = rows.first_from(low), 0
        while number < rows.count and rows.starts[number] < high:
            if rows.starts[number] >= behind:
                first = self.group(number).first
                # Only the first is tried: another one may ask for the neighbours.
                able = not (first.only_part or first.needs_neighbours)
                if able and (
                    not first.conditional or self._first_holds(number, first, document)
                ):
                    behind = rows.ends[number]
                    start = rows.starts[number]
                    found.append((start, behind, first.id, first.domain))
            number += 1
        return tuple(found)

    def _is_beside(self, step: Step, start: int, end: int, document: Asked) -> bool:
        """Whether another term of the sentence is of some domains or concepts."""
        if step.domains and not self._may_be_beside(step.domains, start, end):
            return False
        for other in self.neighbours(self.low, self.high, document):
            if (other[1] <= start or end <= other[0]) and (
                other[3] in step.domains or other[2] in step.concepts
            ):
                return True
        return False

    def _may_be_beside(self, domains: frozenset[str], start: int, end: int) -> bool:
        if self._domains_low != self.low or self._domains_high != self.high:
            self._set_domains()
        for domain in domains:
            found = self._domains.get(domain)
            if found is not None and (found[0] <= start or end <= found[1]):
                return True
        return False

    def _set_domains(self) -> None:
        """Note the first end and the last start in the sentence, by domain."""
        self._domains_low, self._domains_high = self.low, self.high
        found: dict[str, tuple[int, int]] = {}
        rows = self.candidates
        number = rows.first_from(self.low)
        while number < rows.count and rows.starts[number] < self.high:
            domain = self.group(number).domain
            if domain is not None:
                end = rows.ends[number]
                known = found.get(domain)
                if known is not None and known[0] < end:
                    end = known[0]
                found[domain] = end, rows.starts[number]
            number += 1
        self._domains = found

    def holds(self, program: Program, start: int, end: int, document: Asked) -> bool:
        """Whether a term at some half-open offsets is what conditions ask for."""
        able = self.able(program, start, end)
        if able:
            sure = self.sure
            for number in range(program.count):
                bit = _ONE_BIT[min(number, _LAST)]
                if sure & bit:
                    return program.never & bit == 0
                if able & bit:
                    rule = program.rules[number]
                    if self._all_hold(rule.steps(), start, end, document):
                        return not rule.never
        return program.otherwise

    def forbids(self, program: Program, start: int, end: int, document: Asked) -> bool:
        """Whether one of the conditions that must not hold does."""
        able = self.able(program, start, end) & program.never
        if able:
            if self.sure & able:
                return True
            for number in range(program.count):
                if able & _ONE_BIT[min(number, _LAST)]:
                    rule = program.rules[number]
                    if not rule.never:
                        break
                    if self._all_hold(rule.steps(), start, end, document):
                        return True
        return False

    def does_hold(
        self, program: Program, number: int, start: int, end: int, document: Asked
    ) -> bool:
        """Whether one of the conditions holds, by its number."""
        rule = program.rules[number]
        return self._all_hold(rule.steps(), start, end, document)

    def able(self, program: Program, start: int, end: int) -> int:
        """Return the rules that may hold for a term, by the words near it, as bits.

        Those that do for sure are in ``sure`` until this is called again.
        """
        if self.start != start or self.end != end:
            self._go_to(start, end)
        gate, self.sure = program.gate, 0
        if gate is None or self.inside or self._is_long_beside(start, end):
            return program.every
        if not gate.place:
            gate.open()
        able = program.open | self._wanted(gate, start, end)
        if self.cut_places:
            self.sure = 0
        return able

    def _stand_between(self, start: int, end: int, word: int, behind: int) -> None:
        """Look at a term; the words that begin at its start and its end are known."""
        if self.start != start or self.end != end:
            self.start, self.end = start, end
            self.last, self.next = word - 1, behind
            self.low = -1
            # Of a word in which a term begins or ends the rest counts, which is no
            # word that is known: the tests themselves are asked.
            self.inside = self.page.cut and self.page.cuts(start, end)

    def _is_closed(self, place: int, start: int, end: int) -> bool:
        """Whether no word that conditions need may stand near a term; quick.

        The ends of its sentence are not looked for: most terms have none of the words.

        Args:
            place: of the record of the gate of these conditions.
            start: half-open offsets of the term.
            end: likewise.
        """
        asked = self.words.marks[place]
        at, classes = self.last, asked >> _ENDED & _ANY_CLASS
        lowest = asked & _FAR
        lowest = max(at - lowest, -1)
        while at > lowest:
            if self._is_wanted(self.page.ids[at], place + _ENDS, classes):
                return False
            at -= 1
        at, classes = self.next, asked >> _BEGUN & _ANY_CLASS
        highest = asked >> _AFTER & _FAR
        highest = min(at + highest, self.page.count)
        while at < highest:
            if self._is_wanted(self.page.ids[at], place + _BEGINS, classes):
                return False
            at += 1
        if asked & _COUNTRIES and self._is_near_country(asked, start, end):
            return False
        return not self._is_long_beside(start, end)

    def _is_wanted(self, word: int, place: int, classes: int) -> bool:
        """Whether a word may be among some, by their marks, or is of some classes."""
        if self.words.is_marked(word, place):
            return True
        return classes != 0 and self.words.flags[word] & classes != 0

    def _wanted(self, gate: WordGate, start: int, end: int) -> int:
        """Return the rules of which words that they need may stand near a term."""
        page, place, found = self.page, gate.place, 0
        at, classes = self.last, gate.ends.classes
        lowest = max(at - gate.before, -1)
        while at > lowest:
            word = page.ids[at]
            if self._is_wanted(word, place + _ENDS, classes):
                slot, near = gate.ended(word, self.wants), gate.back[self.last - at]
                found |= self.wants.known[slot + 1] & near
                near &= self.wants.known[slot + 2]
                if near and self._counts_before(at, start, end):
                    if near & gate.beside and not self._touches_before():
                        near ^= near & gate.beside
                    self.sure |= near
            at -= 1
        at, classes = self.next, gate.begins.classes
        highest = min(at + gate.after, page.count)
        while at < highest:
            word = page.ids[at]
            if self._is_wanted(word, place + _BEGINS, classes):
                slot, near = gate.begun(word, self.wants), gate.ahead[at - self.next]
                found |= self.wants.known[slot + 1] & near
                near &= self.wants.known[slot + 2]
                if near and self._counts_after(at, start, end):
                    if near & gate.beside and not self._touches_after():
                        near ^= near & gate.beside
                    self.sure |= near
            at += 1
        if gate.countries:
            asked = self.words.marks[place]
            if self._is_near_country(asked, start, end):
                found |= gate.countries
        return found

    def _counts_before(self, at: int, start: int, end: int) -> bool:
        """Whether a word is in the window and the sentence, before the term."""
        self._stand(start, end)
        return at >= self._first_word() and self.page.begins[at] >= self.begin

    def _counts_after(self, at: int, start: int, end: int) -> bool:
        """Whether a word is in the window and the sentence, behind the term."""
        self._stand(start, end)
        return at < self._last_word() and self.page.ends[at] <= self.limit

    def _is_near_country(self, asked: int, start: int, end: int) -> bool:
        before, after = asked & _FAR, asked >> _AFTER & _FAR
        number = self.places.first_from(start) - 1
        if number >= 0 and before:
            at = self.last - before
            if at < 0 or self.places.ends[number] >= self.page.begins[at]:
                return True
        number = self.places.first_from(end)
        if number < self.places.count and after:
            at = self.next + after
            if (
                at >= self.page.count
                or self.places.starts[number] <= self.page.begins[at]
            ):
                return True
        return False

    def _is_long_beside(self, start: int, end: int) -> bool:
        """Whether the window cuts the word before a term or the one behind it."""
        page = self.page
        if self.last >= 0 and page.begins[self.last] < start - _WINDOW:
            return True
        return self.next < page.count and page.ends[self.next] > end + _WINDOW

    def _go_to(self, start: int, end: int) -> None:
        """Look between which words a term stands."""
        page = self.page
        word, behind = page.first_from(start), page.first_from(end)
        self._stand_between(start, end, word, behind)

    def _stand(self, start: int, end: int) -> None:
        """Look in which sentence a term stands, and how far words count around it."""
        page = self.page
        if self.start != start or self.end != end:
            self._go_to(start, end)
        elif self.low >= 0:
            return
        self.low = page.sentence_start(start)
        self.high = page.sentence_end(end)
        self.begin = max(self.low, start - _WINDOW)
        self.limit = min(self.high, end + _WINDOW)
        self.first = self.behind = -1

    def _first_word(self) -> int:
        """Return the number of the first word of the window before the term."""
        if self.first >= 0:
            return self.first
        page = self.page
        # A window may begin or end inside a word, which then does not count.
        first = self.last
        while first >= 0 and page.ends[first] > self.begin:
            first -= 1
        self.first = first + 1 if self.begin == self.low else first + 2
        return self.first

    def _last_word(self) -> int:
        """Return the number behind that of the last word of the window behind it."""
        if self.behind >= 0:
            return self.behind
        page = self.page
        behind = self.next
        while behind < page.count and page.begins[behind] < self.limit:
            behind += 1
        self.behind = behind if self.limit == self.high else behind - 1
        return self.behind

    def _lowest(self, before: int) -> int:
        """Return the number of the first of some words before the term."""
        lowest = self.last - before + 1
        if lowest > 0 and self.page.begins[lowest - 1] >= self.begin:
            return lowest
        return max(lowest, self._first_word())

    def _highest(self, after: int) -> int:
        """Return the number behind that of the last of some words behind the term."""
        highest = self.next + after
        if highest < self.page.count and self.page.begins[highest] < self.limit:
            return highest
        return min(highest, self._last_word())

    def _all_hold(
        self, steps: list[Step], start: int, end: int, document: Asked
    ) -> bool:
        self._stand(start, end)
        for step in steps:
            if step.kind == _ASKED or self.inside or (self.cut_places and step.country):
                place = document.around(start, end)
                found = step.asked.matched_words(place) is not None
                # Others may have been judged meanwhile.
                self._stand(start, end)
            elif step.kind == _BESIDE:
                found = self._is_beside(step, start, end, document)
                self._stand(start, end)
            elif step.kind == _CAPITALS:
                found = self._has_capitals(step.small)
            elif step.kind == _FORM:
                found = (
                    found_in(self.text[self.start : self.end], step.form) is not None
                )
            elif step.within:
                found = self._is_within(step)
            else:
                found = step.before > 0 and self._is_before(step)
                found = found or (step.after > 0 and self._is_after(step))
            if found == step.negated:
                return False
        return True

    def _is_in(self, one: List, word: int) -> bool:
        """Whether a word of the page is in a list."""
        number = self.page.ids[word]
        if one.classes and one.classes & self.words.flags[number]:
            return True
        return one.has(number)

    def _is_before(self, step: Step) -> bool:
        if step.beside and not step.several:
            return self._is_just_before(step)
        at, lowest = self.last, self._lowest(step.before)
        while at >= lowest:
            at = step.ends.search(self.page, at, lowest - 1, -1)
            if at < 0:
                break
            if (
                step.ends is step.single
                or self._is_in(step.single, at)
                or self._ends_sequence(step, at)
            ):
                if step.beside and not self._touches_before():
                    break
                return True
            at -= 1
        return step.country and self._is_country_before(step)

    def _is_after(self, step: Step) -> bool:
        if step.beside and not step.several:
            return self._is_just_after(step)
        at, highest = self.next, self._highest(step.after)
        while at < highest:
            at = step.begins.search(self.page, at, highest, 1)
            if at < 0:
                break
            if (
                step.begins is step.single
                or self._is_in(step.single, at)
                or self._begins_sequence(step, at, self._last_word())
            ):
                if step.beside and not self._touches_after():
                    break
                return True
            at += 1
        return step.country and self._is_country_after(step)

    def _ends_sequence(self, step: Step, at: int) -> bool:
        for parts in step.sequences() if step.several else ():
            begin = at - len(parts) + 1
            if begin >= self._first_word() and self._is_sequence(parts, begin):
                return True
        return False

    def _begins_sequence(self, step: Step, at: int, behind: int) -> bool:
        for parts in step.sequences() if step.several else ():
            if at + len(parts) <= behind and self._is_sequence(parts, at):
                return True
        return False

    def _is_sequence(self, parts: tuple[List, ...], at: int) -> bool:
        for part in parts:
            if not self._is_in(part, at):
                return False
            at += 1
        return True

    def _touches_before(self) -> bool:
        at = self.start
        while at > self.begin and kind_at(self.text, at - 1) & _TIGHT:
            at -= 1
        return at > self.begin and kind_at(self.text, at - 1) & _WORD != 0

    def _touches_after(self) -> bool:
        at = self.end
        while at < self.limit and kind_at(self.text, at) & _TIGHT:
            at += 1
        return at < self.limit and kind_at(self.text, at) & _WORD != 0

    def _is_just_before(self, step: Step) -> bool:
        """Whether the word just beside the term, before it, is wanted."""
        at = self.last
        if at >= 0:
            begin = self.page.begins[at]
            # A part of a word, which the window cuts, is no word that is known.
            wanted = (
                self._is_in(step.single, at)
                if begin >= self.begin
                else self._is_cut_in(step, self.begin, self.page.ends[at])
            )
            if wanted and self._touches_before():
                return True
        return step.country and self._is_country_before(step)

    def _is_just_after(self, step: Step) -> bool:
        """Whether the word just beside the term, behind it, is wanted."""
        at = self.next
        if at < self.page.count:
            end = self.page.ends[at]
            wanted = (
                self._is_in(step.single, at)
                if end <= self.limit
                else self._is_cut_in(step, self.page.begins[at], self.limit)
            )
            if wanted and self._touches_after():
                return True
        return step.country and self._is_country_after(step)

    def _is_cut_in(self, step: Step, start: int, end: int) -> bool:
        """Whether what a window leaves of a word is in a list."""
        if start >= end:
            return False
        number = self.words.learn(self.text[start:end])
        if step.single.classes & self.words.flags[number]:
            return True
        return step.single.has(number)

    def _places(self, step: Step) -> Rows:
        """Return the countries that will do."""
        if not step.foreign:
            return self.places
        if self.foreign is None:
            self.foreign = found = self.page.room.foreign
            places = self.places
            for at in range(places.count):
                if places.flags[at] & _FOREIGN:
                    start, end = places.starts[at], places.ends[at]
                    found.add(start, end, 0, 0, places.numbers[at], 0, 0)
        return self.foreign

    def _is_country_before(self, step: Step) -> bool:
        places = self._places(step)
        number = places.first_from(self.start) - 1
        if number < 0:
            return False
        start, end = places.starts[number], places.ends[number]
        if start < self.low or end > self.start:
            return False
        return self._is_near(end, self.start, step, step.before)

    def _is_country_after(self, step: Step) -> bool:
        places = self._places(step)
        number = places.first_from(self.end)
        if number == places.count:
            return False
        start = places.starts[number]
        if start >= self.high:
            return False
        return self._is_near(self.end, start, step, step.after)

    def _is_near(self, start: int, end: int, step: Step, within: int) -> bool:
        """Whether few enough words stand between two offsets."""
        if end - start > _WINDOW:
            return False
        if step.beside:
            while start < end and kind_at(self.text, start) & _TIGHT:
                start += 1
            return start == end
        page = self.page
        return page.first_from(end) - page.first_from(start) < within

    def _has_capitals(self, small: frozenset[str]) -> bool:
        """Whether every word of the term has a capital, except some small ones."""
        at, first = self.start, True
        while at < self.end:
            bits = kind_at(self.text, at)
            begin = at
            while at < self.end and kind_at(self.text, at) & _LETTER:
                at += 1
            if at == begin:
                at += 1
                continue
            if not bits & _CAPITAL and (first or self.text[begin:at] not in small):
                return False
            first = False
        return True

    def _is_within(self, step: Step) -> bool:
        """Whether wanted words stand anywhere in a span but in the term."""
        low, high = self.low, self.high
        if step.within == 2:
            low, high = 0, len(self.text)
        key = id(step), low, high
        found: Occurrences | None = self._found.get(key)
        if found is None:
            found = self._found[key] = Occurrences(step, self.page, low, high)
            if step.within == 2 and self.page.count > _MANY:
                self._look_by_word(found)
        number = 0
        while number < found.count or self._has_more(found):
            if found.ends[number] <= self.start or self.end <= found.starts[number]:
                return True
            number += 1
        if not step.country:
            return False
        places = self._places(step)
        number = places.first_from(low)
        return number < places.count and places.ends[number] <= high

    def _look_by_word(self, found: Occurrences) -> None:
        """Have the places of each wanted word looked at, not all words of the text."""
        step = found.step
        wanted = [(step.single,), *(step.sequences() if step.several else ())]
        if not step.begins.classes:
            found.rest, found.at = wanted, -1
            if self._word_places is None:
                self._word_places = WordPlaces(self.page, self.words.count)

    def _has_more(self, found: Occurrences) -> bool:
        """Look for the next words that are wanted."""
        if found.rest is not None:
            return self._has_more_by_word(found)
        page, step = self.page, found.step
        while found.at < found.behind:
            at = step.begins.search(page, found.at, found.behind, 1)
            if at < 0:
                break
            found.at, count = at + 1, found.count
            if self._is_in(step.single, at):
                found.add(page.begins[at], page.ends[at], 0)
            rank = 0
            for parts in step.sequences() if step.several else ():
                size, rank = len(parts), rank + 1
                if at + size <= found.behind and self._is_sequence(parts, at):
                    found.add(page.begins[at], page.ends[at + size - 1], rank)
            if found.count > count:
                return True
        found.at = found.behind
        return False

    def _has_more_by_word(self, found: Occurrences) -> bool:
        page, places = self.page, self._word_places
        while True:
            while found.at < 0:
                if found.words:
                    found.at = places.first(found.words.pop())
                elif found.rest:
                    found.parts = found.rest.pop()
                    one: List = found.parts[0]
                    found.words = one.numbers()
                else:
                    return False
            at, last = found.at, found.at + len(found.parts) - 1
            found.at = places.next(at)
            if last < page.count and self._is_sequence(found.parts, at):
                found.add(page.begins[at], page.ends[last], 0)
                return True

    def occurrences(
        self, step: Step, low: int, high: int
    ) -> tuple[tuple[int, int], ...]:
        """Return where wanted words stand in a span; see ``conditions.occurrences``."""
        found = Occurrences(step, self.page, low, high)
        while self._has_more(found):
            pass
        rows = zip(found.ends, found.ranks, found.starts, strict=True)
        return tuple([(start, end) for end, _, start in sorted(rows)])
