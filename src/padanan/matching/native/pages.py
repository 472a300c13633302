# cython: annotation_typing=False
"""A document of the compiled core.

What is seldom asked for is worked out as in the readable engine: this document is one
of its documents too.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from padanan.matching.abbreviations import CLOSING, foreign, introduced, separated
from padanan.matching.conditions.surroundings import Neighbour
from padanan.matching.document import Document
from padanan.matching.mentions import Mention, Mentions
from padanan.matching.native import elements
from padanan.matching.native.judging import Judge

if TYPE_CHECKING:
    from padanan.language.countries import PlaceName
    from padanan.matching.candidates import Candidate
    from padanan.matching.native.elements import Elements
    from padanan.matching.native.memory import Memory
    from padanan.matching.native.reading import Page
    from padanan.matching.native.rows import Rows
    from padanan.matching.pairs import Pairs
    from padanan.matching.senses import Sense

_new = tuple.__new__
_Mention = Mention
_ABBREVIATION = elements.ABBREVIATION


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
        full_forms = introduced(text, closings) if closings else None
        if not full_forms:
            return
        starts = {span[0] for span in full_forms.values()}
        able = [_candidate(rows, groups, one) for one in _that_tell(rows, starts)]
        banned = foreign(text, able, full_forms)
        if banned:
            kept, self.foreign = separated(text, self.candidates, full_forms, banned)
            self._keep(kept)

    def _keep(self, kept: list[Candidate]) -> None:
        self.rows.clear()
        for start, minus_end, number, senses in kept:
            group = self.elements.group(senses)
            word, behind = map(self.page.first_from, (start, -minus_end))
            self.rows.add(
                start, -minus_end, number, group.flags, group.number, word, behind
            )
        del self.candidates

    @cached_property
    def candidates(self) -> list[Candidate]:  # type: ignore[override]
        """The spans that may be terms."""
        return _candidates(self.rows, self.elements.groups)

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

    def neighbours(self, sentence: tuple[int, int]) -> tuple[Neighbour, ...]:
        """Return the terms of a sentence that hold whatever their neighbours are."""
        found = self.judge.neighbours(*sentence, self)
        return tuple(map(Neighbour._make, found))


def _candidate(rows: Rows, groups: list[elements.Group], number: int) -> Candidate:
    senses = groups[rows.numbers[number]].senses
    return rows.starts[number], -rows.ends[number], number, senses


def _candidates(rows: Rows, groups: list[elements.Group]) -> list[Candidate]:
    return [_candidate(rows, groups, number) for number in range(rows.count)]


def _mentions(rows: Rows, places: list[PlaceName]) -> tuple[Mention, ...]:
    found = []
    for at in range(rows.count):
        # A third of the time of ``Mention(…)``.
        fields = rows.starts[at], rows.ends[at], places[rows.numbers[at]]
        found.append(_new(_Mention, fields))
    return tuple(found)


def _closings(text: str, rows: Rows, groups: list[elements.Group]) -> list[int]:
    """Return the closing brackets just before which is a short form that we know."""
    known = set()
    for number in range(rows.count):
        if rows.flags[number] & _ABBREVIATION and text[rows.starts[number]].isupper():
            for sense in groups[rows.numbers[number]].senses:
                known.add(sense.term.text)
    names = tuple(known)
    found: list[int] = []
    closing = text.find(")") if names else -1
    while closing >= 0:
        end = closing
        while end > 0 and (text[end - 1].isspace() or text[end - 1] in CLOSING):
            end -= 1
        if text.endswith(names, 0, end):
            found.append(closing)
        closing = text.find(")", closing + 1)
    return found


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
