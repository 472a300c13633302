# cython: annotation_typing=False, wraparound=False, initializedcheck=False
"""Whether conditions hold around a term, by the numbers of the words beside it.

The rules are those of ``conditions.surroundings``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from padanan.matching.conditions.gates import WINDOW
from padanan.matching.native import characters, programs, spotting
from padanan.matching.native.characters import outside

if TYPE_CHECKING:
    from padanan.matching.candidates import Candidate
    from padanan.matching.conditions.surroundings import Surroundings
    from padanan.matching.native.memory import Memory
    from padanan.matching.native.programs import List, Program, Step
    from padanan.matching.native.reading import Page
    from padanan.matching.senses import Sense

_KINDS = characters.KINDS
_WORD = characters.WORD
_TIGHT = characters.TIGHT
_CAPITAL, _LETTER = characters.CAPITAL, characters.LETTER
_WINDOW = WINDOW
_BESIDE, _CAPITALS, _ASKED = programs.BESIDE, programs.CAPITALS, programs.ASKED
_HEAD = spotting.HEAD
_UNKNOWN = object()


class Asked(Protocol):
    """What the judge asks of a document."""

    def around(self, start: int, end: int) -> Surroundings:
        """Return what stands around a span, for tests that are asked themselves."""

    def is_beside(self, step: Step, start: int, end: int, low: int, high: int) -> bool:
        """Whether another term of a sentence is what a step asks for."""


class Judge:
    """Judges the terms of one document.

    Args:
        page: the document, cut into words.
        memory: what is known of words and senses.
        candidates: the spans that may be terms.
        flags: for each of them what is to be known of its senses (``spotting``).
        places: the half-open offsets of the countries that are named, in order.

    Attributes:
        starts: the number of the first candidate at each offset where one begins.
        heads: the candidates that may be heads of composed terms.
    """

    def __init__(
        self,
        page: Page,
        memory: Memory,
        candidates: list[Candidate],
        flags: list[int],
        places: list[tuple[int, int]],
    ) -> None:
        self.memory = memory
        self.words = memory.vocabulary
        self.candidates = candidates
        self.flags = flags
        self.places = places
        self.starts: dict[int, int] = {}
        self.heads: list[Candidate] = []
        self._held: list[object] = [_UNKNOWN] * len(candidates)
        self._set_starts()
        self.page = page
        self.text = page.text
        self._found: dict[tuple[int, int, int], list[tuple[int, int]]] = {}
        self._ids: set[int] | None = None
        self.start = self.end = -1

    def _set_starts(self) -> None:
        last = -1
        for number in range(len(self.candidates)):
            candidate = self.candidates[number]
            if self.flags[number] & _HEAD:
                self.heads.append(candidate)
            start = candidate[0]
            if start != last:
                last = start
                self.starts[start] = number

    def sense(self, number: int, document: Asked) -> Sense | None:
        """Return the first sense of a candidate that holds, ``None`` if none does."""
        found = self._held[number]
        if found is _UNKNOWN:
            candidate = self.candidates[number]
            found = self._first_sense(candidate, document)
            self._held[number] = found
        return found  # type: ignore[return-value]

    def _first_sense(self, candidate: Candidate, document: Asked) -> Sense | None:
        for meaning in self.memory.meanings(candidate[3]):
            if not meaning.conditional:
                return meaning.sense
            program = None if meaning.only_part else meaning.program
            if program is not None and self.holds(
                program, candidate[0], -candidate[1], document
            ):
                return meaning.sense
        return None

    def first_holds(self, number: int, document: Asked) -> bool:
        """Whether the first sense of a candidate holds."""
        candidate = self.candidates[number]
        first = self.memory.meanings(candidate[3])[0]
        if not first.conditional:
            return True
        found = self._held[number]
        if found is not _UNKNOWN and (found is None or found is first.sense):
            return found is not None
        program = None if first.only_part else first.program
        if program is None:
            return False
        return self.holds(program, candidate[0], -candidate[1], document)

    def holds(self, program: Program, start: int, end: int, document: Asked) -> bool:
        """Whether a term at some half-open offsets is what conditions ask for."""
        self._stand(start, end)
        for number, steps in enumerate(program.rules):
            if self._all_hold(steps, start, end, document):
                return number >= program.never
        return program.otherwise

    def forbids(self, program: Program, start: int, end: int, document: Asked) -> bool:
        """Whether one of the conditions that must not hold does."""
        self._stand(start, end)
        for number, steps in enumerate(program.rules):
            if number == program.never:
                break
            if self._all_hold(steps, start, end, document):
                return True
        return False

    def _stand(self, start: int, end: int) -> None:
        """Look where a term stands, and what words are around it."""
        if self.start == start and self.end == end:
            return
        page = self.page
        self.start, self.end = start, end
        self.low = page.sentence_start(start)
        self.high = page.sentence_end(end)
        self.begin = max(self.low, start - _WINDOW)
        self.limit = min(self.high, end + _WINDOW)
        self.last = page.first_from(start) - 1
        self.next = page.first_from(end)
        # A window may begin or end inside a word, which then does not count.
        first = self.last
        while first >= 0 and page.ends[first] > self.begin:
            first -= 1
        self.first = first + 1 if self.begin == self.low else first + 2
        behind = self.next
        while behind < page.count and page.begins[behind] < self.limit:
            behind += 1
        self.behind = behind if self.limit == self.high else behind - 1

    def _all_hold(
        self, steps: list[Step], start: int, end: int, document: Asked
    ) -> bool:
        for step in steps:
            if step.kind == _ASKED:
                place = document.around(start, end)
                found = step.asked.matched_words(place) is not None
                # Others may have been judged meanwhile.
                self._stand(start, end)
            elif step.kind == _BESIDE:
                found = document.is_beside(step, start, end, self.low, self.high)
                self._stand(start, end)
            elif step.kind == _CAPITALS:
                found = self._has_capitals(step.small)
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
        if one.classes & self.words.flags[number]:
            return True
        return one.number >= 0 and self.words.has(one.number, number)

    def _may_begin(self, step: Step, word: int) -> bool:
        """Whether wanted words may begin with a word of the page; quick."""
        number = self.page.ids[word]
        if step.first_classes & self.words.flags[number]:
            return True
        return step.firsts & self.words.masks[number] != 0

    def _may_end(self, step: Step, word: int) -> bool:
        """Whether wanted words may end with a word of the page; quick."""
        number = self.page.ids[word]
        if step.last_classes & self.words.flags[number]:
            return True
        return step.lasts & self.words.masks[number] != 0

    def _is_before(self, step: Step) -> bool:
        at = self.last
        if step.beside:
            if not step.sequences:
                return self._is_just_before(step)
            if not self._touches_before():
                return self._is_country_before(step)
        lowest = max(self.first, at - step.before + 1)
        while at >= lowest:
            if self._may_end(step, at) and (
                self._is_in(step.single, at) or self._ends_sequence(step, at)
            ):
                return True
            at -= 1
        return self._is_country_before(step)

    def _is_after(self, step: Step) -> bool:
        at = self.next
        if step.beside:
            if not step.sequences:
                return self._is_just_after(step)
            if not self._touches_after():
                return self._is_country_after(step)
        highest = min(self.behind, at + step.after)
        while at < highest:
            if self._may_begin(step, at) and (
                self._is_in(step.single, at)
                or self._begins_sequence(step, at, self.behind)
            ):
                return True
            at += 1
        return self._is_country_after(step)

    def _ends_sequence(self, step: Step, at: int) -> bool:
        for parts in step.sequences:
            begin = at - len(parts) + 1
            if begin >= self.first and self._is_sequence(parts, begin):
                return True
        return False

    def _begins_sequence(self, step: Step, at: int, behind: int) -> bool:
        for parts in step.sequences:
            if at + len(parts) <= behind and self._is_sequence(parts, at):
                return True
        return False

    def _is_sequence(self, parts: list[List], at: int) -> bool:
        for part in parts:
            if not self._is_in(part, at):
                return False
            at += 1
        return True

    def _touches_before(self) -> bool:
        at = self.start
        while at > self.begin and _kind(self.text, at - 1) & _TIGHT:
            at -= 1
        return at > self.begin and _kind(self.text, at - 1) & _WORD != 0

    def _touches_after(self) -> bool:
        at = self.end
        while at < self.limit and _kind(self.text, at) & _TIGHT:
            at += 1
        return at < self.limit and _kind(self.text, at) & _WORD != 0

    def _is_just_before(self, step: Step) -> bool:
        """Whether the word just beside the term, before it, is wanted."""
        if self._touches_before():
            # A part of a word, which the window cuts, is no word that is known.
            cut = self.page.begins[self.last] < self.begin
            if not cut and self._is_in(step.single, self.last):
                return True
            if cut and self._is_cut_in(step, self.begin, self.page.ends[self.last]):
                return True
        return self._is_country_before(step)

    def _is_just_after(self, step: Step) -> bool:
        """Whether the word just beside the term, behind it, is wanted."""
        if self._touches_after():
            cut = self.page.ends[self.next] > self.limit
            if not cut and self._is_in(step.single, self.next):
                return True
            if cut and self._is_cut_in(step, self.page.begins[self.next], self.limit):
                return True
        return self._is_country_after(step)

    def _is_cut_in(self, step: Step, start: int, end: int) -> bool:
        """Whether what a window leaves of a word is in a list."""
        number = self.words.learn(self.text[start:end])
        if step.single.classes & self.words.flags[number]:
            return True
        one = step.single.number
        return one >= 0 and self.words.has(one, number)

    def _is_country_before(self, step: Step) -> bool:
        if not step.country:
            return False
        number = first_from(self.places, self.start) - 1
        if number < 0:
            return False
        start, end = self.places[number]
        if start < self.low or end > self.start:
            return False
        return self._is_near(end, self.start, step, step.before)

    def _is_country_after(self, step: Step) -> bool:
        if not step.country:
            return False
        number = first_from(self.places, self.end)
        if number == len(self.places):
            return False
        start = self.places[number][0]
        if start >= self.high:
            return False
        return self._is_near(self.end, start, step, step.after)

    def _is_near(self, start: int, end: int, step: Step, within: int) -> bool:
        """Whether few enough words stand between two offsets."""
        if end - start > _WINDOW:
            return False
        if step.beside:
            while start < end and _kind(self.text, start) & _TIGHT:
                start += 1
            return start == end
        page = self.page
        return page.first_from(end) - page.first_from(start) < within

    def _has_capitals(self, small: frozenset[str]) -> bool:
        """Whether every word of the term has a capital, except some small ones."""
        at, first = self.start, True
        while at < self.end:
            bits = _kind(self.text, at)
            begin = at
            while at < self.end and _kind(self.text, at) & _LETTER:
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
        found = self._found.get(key)
        if found is None:
            found = self._found[key] = self._occurrences(step, low, high)
        for start, end in found:
            if end <= self.start or self.end <= start:
                return True
        if not step.country:
            return False
        number = first_from(self.places, low)
        return number < len(self.places) and self.places[number][1] <= high

    def _has_any(self, step: Step) -> bool:
        """Whether the document has a word with which wanted ones begin."""
        if self._ids is None:
            self._ids = set(self.page.ids[: self.page.count])
        if self.words.has_any(step.single.number, self._ids):
            return True
        for parts in step.sequences:
            first = parts[0]
            if self.words.has_any(first.number, self._ids):
                return True
        return False

    def _occurrences(self, step: Step, low: int, high: int) -> list[tuple[int, int]]:
        page = self.page
        found: list[tuple[int, int]] = []
        if step.within == 2 and not step.first_classes and not self._has_any(step):
            return found
        at, behind = page.first_from(low), page.first_from(high)
        while at < behind:
            if not self._may_begin(step, at):
                at += 1
                continue
            if self._is_in(step.single, at):
                found.append((page.begins[at], page.ends[at]))
            for parts in step.sequences:
                size = len(parts)
                if at + size <= behind and self._is_sequence(parts, at):
                    found.append((page.begins[at], page.ends[at + size - 1]))
            at += 1
        return found


def _kind(text: str, at: int) -> int:
    code = ord(text[at])
    if code < 256:
        return _KINDS[code]
    return outside(code)


def first_from(places: list[tuple[int, int]], offset: int) -> int:
    """Return the number of the first place that begins at an offset or behind it.

    >>> first_from([(0, 5), (9, 12)], 5)
    1
    """
    low, high = 0, len(places)
    while low < high:
        middle = (low + high) >> 1
        if places[middle][0] < offset:
            low = middle + 1
        else:
            high = middle
    return low
