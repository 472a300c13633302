# cython: annotation_typing=False
"""A document of the compiled core.

What is seldom asked for is worked out as in the readable engine: this document is one
of its documents too.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from padanan.matching.abbreviations import (
    CLOSING,
    FUNCTION_WORDS,
    Foreign,
    foreign,
    introduced,
    is_short,
)
from padanan.matching.conditions.looks import Look
from padanan.matching.conditions.surroundings import Neighbour
from padanan.matching.document import Document
from padanan.matching.mentions import Mention, Mentions
from padanan.matching.native import elements
from padanan.matching.native.judging import Judge
from padanan.matching.native.programs import Step

if TYPE_CHECKING:
    from collections.abc import Container, Mapping

    from padanan.language.countries import PlaceName
    from padanan.matching.candidates import Candidate
    from padanan.matching.conditions.words import Words
    from padanan.matching.document import Spans
    from padanan.matching.native.elements import Elements
    from padanan.matching.native.memory import Memory
    from padanan.matching.native.reading import Page
    from padanan.matching.native.rows import Rows
    from padanan.matching.pairs import Pairs
    from padanan.matching.senses import Sense

_new = tuple.__new__
_Mention = Mention
_LONGEST, _REACH = 20, 120
"""Numbers of characters in which a short form and its long one are looked for."""
_ABBREVIATION = elements.ABBREVIATION


class Candidates:
    """The candidates of a document; each is made of its row when it is asked for.

    Args:
        rows: the rows.
        known: what is known of their groups.
    """

    def __init__(self, rows: Rows, known: Elements) -> None:
        self.rows = rows
        self.groups = known.groups

    def __len__(self) -> int:
        """Return their number."""
        return self.rows.count

    def __getitem__(self, number: Any) -> Any:
        """Return the candidate of that number, or those of a slice."""
        if isinstance(number, slice):
            return [self[each] for each in range(*number.indices(self.rows.count))]
        if number >= self.rows.count:
            raise IndexError(number)
        return _candidate(self.rows, self.groups, number)


class FirstAt:
    """The numbers of the first candidates at offsets, as of a dictionary.

    Args:
        rows: the candidates.
    """

    def __init__(self, rows: Rows) -> None:
        self.rows = rows

    def get(self, offset: int, default: int | None = None) -> int | None:
        """Return the number of the first candidate at an offset."""
        number = self.rows.at(offset)
        return number if number >= 0 else default

    def __contains__(self, offset: Any) -> bool:
        """Whether a candidate begins at an offset."""
        return self.rows.at(offset) >= 0


class PageDocument(Document):
    """A document that was cut into words.

    Args:
        page: the text.
        candidates: the spans that may be terms.
        places: the countries that are named.
        pairs: what heads and modifiers give together, kept from text to text.
        memory: what is known of words and conditions.

    Attributes:
        cuts_words: whether a candidate or a country begins or ends inside a word
            (``_duta besar_``): what single words tell of it is no longer true.
    """

    def __init__(
        self, page: Page, candidates: Rows, places: Rows, pairs: Pairs, memory: Memory
    ) -> None:
        self.page = page
        self.text = page.text
        self.pairs = pairs
        self.memory = memory
        self.elements: Elements = memory.elements
        self.rows, self.places = candidates, places
        self.candidates = Candidates(candidates, self.elements)  # type: ignore[assignment]
        self.starts = FirstAt(candidates)  # type: ignore[assignment]
        self.foreign = ()
        self._domains, self._occurrences = {}, {}
        # Few texts put one of our short forms in brackets.
        if page.bracketed:
            self._leave_out_foreign()
        self.cuts_words = page.cut and (
            page.cuts_any(candidates) or page.cuts_any(places)
        )
        self.judge = Judge(page, memory, candidates, places)

    def _leave_out_foreign(self) -> None:
        text, rows, groups = self.text, self.rows, self.elements.groups
        closings = _closings(text, rows, groups)
        if not closings or _are_ours(self.page, rows, self.elements, closings):
            return
        full_forms = introduced(text, closings)
        if not full_forms:
            return
        starts = {span[0] for span in full_forms.values()}
        able = [_candidate(rows, groups, one) for one in _that_tell(rows, starts)]
        banned = foreign(text, able, full_forms)
        if banned:
            self._leave_out(banned, full_forms)

    def _leave_out(
        self,
        banned: frozenset[tuple[str, int]],
        full_forms: Mapping[str, tuple[int, int]],
    ) -> None:
        """Leave out what short forms do not mean here; see ``separated``."""
        rows, groups = self.rows, self.elements.groups
        dropped: list[Foreign] = []
        for at in range(rows.count):
            if rows.flags[at] & _ABBREVIATION:
                group = groups[rows.numbers[at]]
                kept = self.elements.without(group, banned)
                if kept is not group:
                    ours = kept.senses if kept else ()
                    for sense in group.senses:
                        if sense not in ours:
                            full = self.text[slice(*full_forms[sense.text])]
                            span = rows.starts[at], rows.ends[at]
                            dropped.append(Foreign(*span, sense, full))
                    rows.flags[at] = kept.flags if kept else 0
                    rows.numbers[at] = kept.number if kept else -1
        rows.leave_out()
        self.foreign = tuple(dropped)

    def first_at(self, start: int) -> int:
        """Return the number of the first candidate at an offset or behind it."""
        return self.rows.first_from(start)

    @cached_property
    def mentions(self) -> Mentions:
        """The countries that are named."""
        return Mentions(self.text, _mentions(self.places, self.elements.places))

    @property
    def breaks(self) -> tuple[int, ...]:
        """The offsets at which sentences begin."""
        return tuple(self.page.breaks[: self.page.stops])

    def sentence(self, start: int, end: int) -> tuple[int, int]:
        """Return the half-open offsets of the sentence around a span."""
        return self.page.sentence_start(start), self.page.sentence_end(end)

    def sense(self, number: int) -> Sense | None:
        """Return the first sense of a candidate that holds, ``None`` if none does."""
        found = self.judge.meaning(number, self)
        return None if found is None else found.sense

    def forbids(self, sense: Sense, start: int, end: int) -> bool:
        """Whether an ``unless`` of a sense holds for a span."""
        program = self.memory.program(sense.conditions)
        return self.judge.forbids(program, start, end, self)

    def occurrences(self, wanted: Words, span: tuple[int, int]) -> Spans:
        """Return the half-open offsets of wanted words in a span, by their ends."""
        key = id(wanted), span
        found = self._occurrences.get(key)
        if found is None:
            step = Step(Look(wanted), self.memory.vocabulary)
            found = wanted, self.judge.occurrences(step, *span)
            self._occurrences[key] = found
        return found[1]

    @cached_property
    def place_starts(self) -> Container[int]:  # type: ignore[override]
        """The offsets at which a country, a capital or a seat is named."""
        return FirstAt(self.places)

    def neighbours(self, sentence: tuple[int, int]) -> tuple[Neighbour, ...]:
        """Return the terms of a sentence that hold whatever their neighbours are."""
        found = self.judge.neighbours(*sentence, self)
        return tuple(map(Neighbour._make, found))


def _candidate(rows: Rows, groups: list[elements.Group], number: int) -> Candidate:
    senses = groups[rows.numbers[number]].senses
    return rows.starts[number], -rows.ends[number], number, senses


def _mentions(rows: Rows, places: list[PlaceName]) -> tuple[Mention, ...]:
    found = []
    for at in range(rows.count):
        # A third of the time of ``Mention(…)``.
        fields = rows.starts[at], rows.ends[at], places[rows.numbers[at]]
        found.append(_new(_Mention, fields))
    return tuple(found)


def _closings(text: str, rows: Rows, groups: list[elements.Group]) -> list[int]:
    """Return the closing brackets just before which is a short form that we know."""
    known: set[str] = set()
    for number in range(rows.count):
        if rows.flags[number] & _ABBREVIATION and text[rows.starts[number]].isupper():
            group = groups[rows.numbers[number]]
            known.update(group.texts)
    lengths = sorted(set(map(len, known)))
    found: list[int] = []
    closing = text.find(")") if known else -1
    while closing >= 0:
        end = closing
        while end > 0 and (text[end - 1].isspace() or text[end - 1] in CLOSING):
            end -= 1
        for length in lengths:
            if length <= end and text[end - length : end] in known:
                found.append(closing)
                break
        closing = text.find(")", closing + 1)
    return found


def _are_ours(page: Page, rows: Rows, known: Elements, closings: list[int]) -> bool:
    """Whether some brackets introduce short forms for what we know by them, or none.

    It is quick, and ``False`` where that is not plain to see.

    Args:
        page: the text.
        rows: its candidates.
        known: what is known of them.
        closings: the offsets of the closing brackets.
    """
    full: dict[str, frozenset[int]] = {}
    for closing in closings:
        begin = page.text.rfind("(", max(closing - _LONGEST, 0), closing)
        short = page.text[begin + 1 : closing]
        if begin < 1 or page.text[begin - 1] != " " or not is_short(short):
            return False
        number = _introducing(page, rows, known, begin - 1, closing)
        if number >= 0:
            group = known.groups[rows.numbers[number]]
            full.setdefault(short, frozenset([one.number for one in group.senses]))
        elif _may_end(page, begin - 1, short):
            return False
    for number in range(rows.count if full else 0):
        if rows.flags[number] & _ABBREVIATION:
            group = known.groups[rows.numbers[number]]
            for text, concept in group.shorts:
                if text in full and concept not in full[text]:
                    return False
    return True


def _introducing(
    page: Page, rows: Rows, known: Elements, end: int, closing: int
) -> int:
    """Return the candidate that a bracket behind it gives a short form, -1 if none.

    Args:
        page: the text.
        rows: its candidates.
        known: what is known of them.
        end: where it ends.
        closing: where the bracket ends.
    """
    number = rows.first_from(end) - 1
    while number >= 0 and rows.starts[number] > end - _REACH:
        if rows.ends[number] == end:
            passage = page.text[rows.starts[number] : closing + 1]
            if known.introduces(passage, end - rows.starts[number]):
                return number
        number -= 1
    return -1


def _may_end(page: Page, end: int, short: str) -> bool:
    """Whether the words of a short form may end at an offset, by the last one."""
    number = page.first_from(end) - 1
    if number < 0 or page.ends[number] != end:
        return True
    word = page.text[page.begins[number] : end].lower()
    return word in FUNCTION_WORDS or word[0] == short[-1].lower() or "_" in word


def _that_tell(rows: Rows, starts: set[int]) -> list[int]:
    """Return the numbers of the candidates that ``foreign`` looks at.

    Args:
        rows: every span that may be a term.
        starts: where the long forms begin that the text introduces.
    """
    return [
        number
        for number in range(rows.count)
        if rows.flags[number] & _ABBREVIATION or rows.starts[number] in starts
    ]
