# cython: annotation_typing=False
"""A document of the compiled core, and which of its terms are annotated.

What is seldom asked for is worked out as in the readable engine: this document is one
of its documents too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from padanan.language.countries import PlaceKind
from padanan.matching.abbreviations import CLOSING, foreign, introduced, separated
from padanan.matching.conditions.surroundings import Neighbour
from padanan.matching.document import Document
from padanan.matching.mentions import Mention, Mentions
from padanan.matching.native import spotting
from padanan.matching.native.judging import Judge
from padanan.matching.native.pieces import Composer
from padanan.matching.native.spotting import about

if TYPE_CHECKING:
    from padanan.matching.abbreviations import Foreign
    from padanan.matching.candidates import Candidate, Scanned
    from padanan.matching.document import Found
    from padanan.matching.mentions import Named
    from padanan.matching.native.memory import Memory
    from padanan.matching.native.reading import Page
    from padanan.matching.pairs import Pairs
    from padanan.matching.senses import Sense

_new = tuple.__new__
_Mention = Mention
_NONE = PlaceKind.NONE

_CONDITIONAL = spotting.CONDITIONAL
_ONLY_PART, _UNSEEN = spotting.ONLY_PART, spotting.UNSEEN
_ABBREVIATION = spotting.ABBREVIATION
_NAMED, _ABOUT = spotting.NAMED, spotting.ABOUT


class PageDocument(Document):
    """A document that was cut into words.

    Args:
        page: the text.
        scanned: what stands in it.
        pairs: what heads and modifiers give together, kept from text to text.
        memory: what is known of words and conditions.

    Attributes:
        cuts_words: whether a candidate or a country begins or ends inside a word
            (``_duta besar_``): what single words tell of it is no longer true.
    """

    def __init__(
        self, page: Page, scanned: Scanned, pairs: Pairs, memory: Memory
    ) -> None:
        self.page = page
        super().__init__(page.text, scanned, pairs)
        self.memory = memory
        self.mentions = mentions(page.text, scanned.named)
        places = [(one[0], one[1]) for one in self.mentions.found]
        flags = _flags(self.candidates, changed=bool(self.foreign))
        foreign = list(self.mentions.foreign)
        self.judge = Judge(page, memory, self.candidates, flags, places, foreign)
        self.starts = self.judge.starts
        self.cuts_words = page.cut and self._cuts_words(places)

    def _cuts_words(self, places: list[tuple[int, int]]) -> bool:
        spans = [(one[0], -one[1]) for one in self.candidates]
        return any(self.page.cuts(*span) for span in (*spans, *places))

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

    def neighbours(self, sentence: tuple[int, int]) -> tuple[Neighbour, ...]:
        """Return the terms of a sentence that hold whatever their neighbours are."""
        found = self.judge.neighbours(*sentence, self)
        return tuple(map(Neighbour._make, found))


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
                # A third of the time of ``Mention(…)``.
                chosen.append(_new(_Mention, (start, last, one[3])))
    return Mentions(text, tuple(chosen))


def resolve(document: PageDocument, *, basic: bool = True) -> list[Found]:
    """Return the terms of a document; see ``resolving``."""
    return _resolve(document, document.judge, basic)


def _resolve(document: PageDocument, judge: Judge, basic: bool) -> list[Found]:  # noqa: FBT001
    found: list[Found] = []
    composer = Composer(document, judge)
    last, done, seen = 0, -1, -1
    for number in range(len(judge.candidates)):
        candidate = judge.candidates[number]
        start = candidate[0]
        if start < last or start == done:
            continue
        if start != seen:
            seen = start
            heads = composer.heads_at(number, start)
            if heads is not None:
                done = start
                one = _composed_or_listed(document, composer, number, heads)
                if one is not None:
                    last = one[1]
                    found.append(one)
                continue
        flag = judge.flags[number]
        if not (flag & _ONLY_PART or (flag & _UNSEEN and not basic)):
            conditional = flag & _CONDITIONAL
            sense = judge.sense(number, document) if conditional else candidate[3][0]
            end = -candidate[1]
            if sense is not None and not _cuts_a_name(judge, start, end, sense):
                last = end
                found.append((start, last, sense))
    return found


def _composed_or_listed(
    document: PageDocument, composer: Composer, number: int, heads: list[int]
) -> Found | None:
    """Return the term that begins at the start of some heads, ``None`` if none does.

    Args:
        document: the text.
        composer: finds its composed terms.
        number: of the first candidate with that start.
        heads: the numbers of those that may be heads of composed terms.
    """
    listed = _listed(document, composer.judge, number)
    if listed is None:
        return composer.longest_of(heads, 0)
    if not composer.may_end_behind(number, listed[1]):
        return listed
    found = composer.longest_of(heads, listed[1])
    return listed if found is None else found


def _listed(document: PageDocument, judge: Judge, number: int) -> Found | None:
    """Return the longest listed term that holds, of those with one start."""
    start = judge.candidates[number][0]
    while number < len(judge.candidates):
        candidate = judge.candidates[number]
        if candidate[0] != start:
            break
        sense = judge.sense(number, document)
        end = -candidate[1]
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
