# cython: annotation_typing=False
"""A document of the compiled core, and which of its terms are annotated.

What is seldom asked for is worked out as in the readable engine: this document is one
of its documents too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from padanan.language.countries import PlaceKind
from padanan.matching.abbreviations import CLOSING, foreign, introduced, separated
from padanan.matching.composing import (
    MAY_CONJOIN,
    begins_a_list,
    is_conjoined,
    is_wrapped,
    longest_of,
)
from padanan.matching.conditions.surroundings import Neighbour
from padanan.matching.document import Document
from padanan.matching.mentions import Mention, Mentions
from padanan.matching.native import spotting
from padanan.matching.native.judging import Judge, first_from
from padanan.matching.native.spotting import about
from padanan.matching.offices import LEADS_IN
from padanan.matching.regions import LEADING, Office

if TYPE_CHECKING:
    from padanan.matching.abbreviations import Foreign
    from padanan.matching.candidates import Candidate, Scanned
    from padanan.matching.document import Found
    from padanan.matching.mentions import Named
    from padanan.matching.native.memory import Memory
    from padanan.matching.native.programs import Step
    from padanan.matching.native.reading import Page
    from padanan.matching.pairs import Pairs
    from padanan.matching.senses import Sense

_LEADING_IN = "".join(sorted({words[-1] for words in LEADS_IN}))
_new = tuple.__new__
_Office = Office
_FAR = 100
"""Number of characters without a word, behind which nothing is told of them."""
_CONJOINING = "dsamDSAM"
"""The first letters of the conjunctions that composed terms may have."""
_NONE = PlaceKind.NONE

_HEAD, _CONDITIONAL = spotting.HEAD, spotting.CONDITIONAL
_ONLY_PART, _UNSEEN = spotting.ONLY_PART, spotting.UNSEEN
_ABBREVIATION = spotting.ABBREVIATION
_NAMED, _BY_TABLE, _ABOUT = spotting.NAMED, spotting.BY_TABLE, spotting.ABOUT


class PageDocument(Document):
    """A document that was cut into words.

    Args:
        page: the text.
        scanned: what stands in it.
        pairs: what heads and modifiers give together, kept from text to text.
        memory: what is known of words and conditions.
    """

    def __init__(
        self, page: Page, scanned: Scanned, pairs: Pairs, memory: Memory
    ) -> None:
        self.page = page
        super().__init__(page.text, scanned, pairs)
        self.memory = memory
        self.mentions = mentions(page.text, scanned.named)
        places = [(one[0], one[1]) for one in self.mentions.found]
        self.place_starts = frozenset([one[0] for one in places])
        flags = _flags(self.candidates, changed=bool(self.foreign))
        self.judge = Judge(page, memory, self.candidates, flags, places)
        self.starts, self.heads = self.judge.starts, self.judge.heads

    def _without_foreign(
        self, candidates: list[Candidate]
    ) -> tuple[list[Candidate], tuple[Foreign, ...]]:
        # Few texts put one of our short forms in brackets.
        closings = _closings(self.text, candidates) if self.page.bracketed else None
        full_forms = introduced(self.text, closings) if closings else None
        if not full_forms:
            return candidates, ()
        able = _that_tell(candidates, {span[0] for span in full_forms.values()})
        banned = foreign(self.text, able, full_forms)
        if not banned:
            return candidates, ()
        return separated(self.text, candidates, full_forms, banned)

    @property
    def breaks(self) -> tuple[int, ...]:
        """The offsets at which sentences begin."""
        return tuple(self.page.breaks[: self.page.stops])

    def sentence(self, start: int, end: int) -> tuple[int, int]:
        """Return the half-open offsets of the sentence around a span."""
        return self.page.sentence_start(start), self.page.sentence_end(end)

    def sense(self, number: int) -> Sense | None:
        """Return the first sense of a candidate that holds, ``None`` if none does."""
        return self.judge.sense(number, self)

    def forbids(self, sense: Sense, start: int, end: int) -> bool:
        """Whether an ``unless`` of a sense holds for a span."""
        program = self.memory.program(sense.conditions)
        return self.judge.forbids(program, start, end, self)

    def is_beside(self, step: Step, start: int, end: int, low: int, high: int) -> bool:
        """Whether another term of a sentence is of some domains or concepts.

        Args:
            step: asks for them.
            start: half-open offsets of the term.
            end: likewise.
            low: half-open offsets of its sentence.
            high: likewise.
        """
        if step.domains and not self._may_be_beside(
            step.domains, start, end, low, high
        ):
            return False
        for other in self.neighbours((low, high)):
            if (other[1] <= start or end <= other[0]) and (
                other[3] in step.domains or other[2] in step.concepts
            ):
                return True
        return False

    def _may_be_beside(
        self, domains: frozenset[str], start: int, end: int, low: int, high: int
    ) -> bool:
        places = self._by_domain((low, high))
        for domain in domains:
            for begin, behind in places.get(domain, ()):
                if behind <= start or end <= begin:
                    return True
        return False

    def _by_domain(self, sentence: tuple[int, int]) -> dict[str, list[tuple[int, int]]]:
        found = self._domains.get(sentence)
        if found is None:
            found = self._domains[sentence] = _domains_of(
                self, sentence[0], sentence[1]
            )
        return found

    def neighbours(self, sentence: tuple[int, int]) -> tuple[Neighbour, ...]:
        """Return the terms of a sentence that hold whatever their neighbours are."""
        found = self._neighbours.get(sentence)
        if found is None:
            found = self._neighbours[sentence] = _neighbours_of(
                self, sentence[0], sentence[1]
            )
        return found


def _domains_of(
    document: PageDocument, low: int, high: int
) -> dict[str, list[tuple[int, int]]]:
    """Return the candidates of a sentence by the domains of their first senses."""
    found: dict[str, list[tuple[int, int]]] = {}
    memory, candidates = document.memory, document.candidates
    number, count = _first_at(candidates, low), len(candidates)
    while number < count:
        start, minus_end, _, senses = candidates[number]
        if start >= high:
            break
        first = memory.meaning(senses[0])
        if not first.only_part:
            if first.domain in found:
                found[first.domain].append((start, -minus_end))
            else:
                found[first.domain] = [(start, -minus_end)]
        number += 1
    return found


def _neighbours_of(
    document: PageDocument, low: int, high: int
) -> tuple[Neighbour, ...]:
    """Return disjoint terms: from the left, the longest that holds."""
    found: list[Neighbour] = []
    memory, candidates = document.memory, document.candidates
    number, count, behind = _first_at(candidates, low), len(candidates), 0
    while number < count:
        start, minus_end, _, senses = candidates[number]
        if start >= high:
            break
        first = memory.meaning(senses[0])
        # Only the first sense is tried: another one may ask for the neighbours.
        able = not (start < behind or first.only_part or first.needs_neighbours)
        if able and document.judge.first_holds(number, document):
            behind = -minus_end
            found.append(Neighbour(start, behind, first.id, first.domain))
        number += 1
    return tuple(found)


def _first_at(candidates: list[Candidate], start: int) -> int:
    """Return the number of the first candidate at an offset or behind it."""
    low, high = 0, len(candidates)
    while low < high:
        middle = (low + high) >> 1
        if candidates[middle][0] < start:
            low = middle + 1
        else:
            high = middle
    return low


def _closings(text: str, candidates: list[Candidate]) -> list[int]:
    """Return the closing brackets just before which is a short form that we know."""
    known = set()
    for candidate in candidates:
        if candidate[2] & _ABBREVIATION and text[candidate[0]].isupper():
            for sense in candidate[3]:
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


def _that_tell(candidates: list[Candidate], starts: set[int]) -> list[Candidate]:
    """Return the candidates that ``foreign`` looks at.

    Args:
        candidates: every span that may be a term.
        starts: where the long forms begin that the text introduces.
    """
    return [one for one in candidates if one[2] & _ABBREVIATION or one[0] in starts]


def _flags(candidates: list[Candidate], *, changed: bool) -> list[int]:
    """Return what is to be known of the senses of candidates."""
    if changed:
        return [about(one[3]) for one in candidates]
    return [one[2] & _ABOUT for one in candidates]


def mentions(text: str, named: list[Named]) -> Mentions:
    """Return a text with the countries that it names; see ``mentions``."""
    chosen: list[Mention] = []
    last = 0
    named.sort()
    for one in named:
        start = one[0]
        if start >= last:
            last = -one[1]
            if one[3].kind is not _NONE:
                chosen.append(Mention(start, last, one[3]))
    return Mentions(text, tuple(chosen))


def resolve(document: PageDocument, *, basic: bool = True) -> list[Found]:
    """Return the terms of a document; see ``resolving``."""
    return _resolve(document, document.judge, basic)


def _resolve(document: PageDocument, judge: Judge, basic: bool) -> list[Found]:  # noqa: FBT001
    found: list[Found] = []
    heads = _heads_by_start(document, judge)
    last, done = 0, -1
    for number in range(len(judge.candidates)):
        candidate = judge.candidates[number]
        start, flag = candidate[0], judge.flags[number]
        if start < last or start == done:
            continue
        if start in heads:
            done = start
            one = _composed_or_listed(document, judge, number, heads[start])
            if one is not None:
                last = one[1]
                found.append(one)
        elif not (flag & _ONLY_PART or (flag & _UNSEEN and not basic)):
            conditional = flag & _CONDITIONAL
            sense = judge.sense(number, document) if conditional else candidate[3][0]
            end = -candidate[1]
            if sense is not None and not _cuts_a_name(judge, start, end, sense):
                last = end
                found.append((start, last, sense))
    return found


def _composed_or_listed(
    document: PageDocument, judge: Judge, number: int, heads: list[Candidate]
) -> Found | None:
    """Return the term that begins at the start of some heads, ``None`` if none does."""
    listed = _listed(document, judge, number)
    if listed is None:
        return longest_of(document, heads, 0)
    if not _may_end_behind(document, judge, number, listed[1]):
        return listed
    return longest_of(document, heads, listed[1]) or listed


def _listed(document: PageDocument, judge: Judge, number: int) -> Found | None:
    """Return the longest listed term that holds, of those with one start."""
    candidates = judge.candidates
    start, count = candidates[number][0], len(candidates)
    while number < count and candidates[number][0] == start:
        sense = judge.sense(number, document)
        end = -candidates[number][1]
        if sense is not None and not _cuts_a_name(judge, start, end, sense):
            return start, end, sense
        number += 1
    return None


def _cuts_a_name(judge: Judge, start: int, end: int, sense: Sense) -> bool:
    """Whether a span ends with the first word of a longer name."""
    last = end
    while last > start and judge.text[last - 1] != " ":
        last -= 1
    if last in (start, end) or not judge.text[last].isupper():
        return False
    number = judge.starts.get(last)
    if number is None or sense.title:
        return False
    longer = -judge.candidates[number][1] > end
    return longer and judge.flags[number] & _NAMED != 0


def _heads_by_start(document: PageDocument, judge: Judge) -> dict[int, list[Candidate]]:
    """Return the heads behind which something may stand; see ``composing``."""
    found: dict[int, list[Candidate]] = {}
    for number in range(len(judge.candidates)):
        flag = judge.flags[number]
        if flag & _HEAD:
            head = judge.candidates[number]
            if _is_able(document, judge, head, flag & _BY_TABLE):
                start = head[0]
                if start in found:
                    found[start].append(head)
                else:
                    found[start] = [head]
    return found


def _is_able(
    document: PageDocument, judge: Judge, head: Candidate, by_table: int
) -> bool:
    """Whether something may stand behind a head."""
    text, end = judge.text, -head[1]
    if text[end : end + 2] == ", ":
        return end + 2 in judge.starts and begins_a_list(document, end)
    if text[end : end + 1] != " ":
        return text[end : end + 1].isspace() and is_wrapped(document, end)
    behind = judge.starts.get(end + 1)
    if by_table:
        return True
    if behind is None:
        return text[end : end + 2] in MAY_CONJOIN and is_conjoined(text, end)
    number = behind + 1
    if number < len(judge.candidates) and judge.candidates[number][0] == end + 1:
        return True
    return document.pairs.may_join(head[3], judge.candidates[behind][3])


def _may_end_behind(
    document: PageDocument, judge: Judge, number: int, end: int
) -> bool:
    """Whether a composed term may end behind a listed one; see ``composing``."""
    if judge.text[end + 1 : end + 2] in _CONJOINING and is_conjoined(judge.text, end):
        return True
    if judge.text[end : end + 1] == "," and begins_a_list(document, end):
        return True
    candidates, count = judge.candidates, len(judge.candidates)
    while number < count and candidates[number][0] <= end + 2:
        if -candidates[number][1] > end or judge.flags[number] & _BY_TABLE:
            return True
        number += 1
    return False


def offices(document: PageDocument, chosen: list[Found]) -> list[Office]:
    """Return the offices among the terms that were chosen, in order."""
    memory, page, judge = document.memory, document.page, document.judge
    found: list[Office] = []
    for start, end, sense in chosen:
        meaning = memory.meaning(sense)
        if meaning.office:
            low, high = page.sentence_start(start), page.sentence_end(end)
            number = first_from(judge.places, end)
            followed = number < len(judge.places) and judge.places[number][0] < high
            led = _may_be_led(document, start)
            borne = followed or _may_be_borne(document.text, start, end)
            office = (start, end, meaning.title, (low, high), led, followed, borne)
            found.append(_new(_Office, office))
    return found


def _may_be_led(document: PageDocument, start: int) -> bool:
    """Whether words before an office may say whose it is; see ``regions``."""
    page, vocabulary = document.page, document.memory.vocabulary
    number = page.first_from(start) - 1
    if number < 0 or start - page.ends[number] > _FAR:
        return True
    return vocabulary.lower[page.ids[number]] in LEADING


def _may_be_borne(text: str, start: int, end: int) -> bool:
    """Whether a name may stand beside an office; see ``offices.name_beside``."""
    length = len(text)
    if end + 1 >= length or text[end] != " " or not text[end + 1].islower():
        return True
    while start > 0 and text[start - 1].isspace():
        start -= 1
    # The last letters of what leads in: a comma, *sebagai*, *selaku* and so on.
    return start > 0 and text[start - 1] in _LEADING_IN
