"""What stands around a term, and the search for words in it."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple, Protocol

from padanan.matching.conditions.gates import WINDOW, search_text
from padanan.matching.conditions.occurrences import occurrences
from padanan.matching.conditions.words import (
    WORD,
    ending_at,
    matches,
    starting_at,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from padanan.matching.conditions.gates import SearchText
    from padanan.matching.conditions.words import Words

TIGHT = " \t\r\n\u00a0-\"“”'‘’("
"""What may stand between a term and a word “just beside” it: no comma, no stop."""


_BESIDE = re.compile(rf"[{re.escape(TIGHT)}]*+(\w+)")


class Neighbour(NamedTuple):
    """Another recognised term of the document: its span, concept and domain."""

    start: int
    end: int
    concept: str
    domain: str


class Context(Protocol):
    """What a document offers to conditions.

    Attributes:
        text: the document.
    """

    text: str

    @property
    def searchable(self) -> SearchText:
        """The document made ready for gates."""

    def sentence(self, start: int, end: int) -> tuple[int, int]:
        """Half-open offsets of the sentence around a span."""

    def occurrences(
        self, wanted: Words, span: tuple[int, int]
    ) -> tuple[tuple[int, int], ...]:
        """Half-open offsets of wanted words in a span; see ``occurrences``."""

    def neighbours(self, sentence: tuple[int, int]) -> tuple[Neighbour, ...]:
        """The terms of a sentence that hold whatever their neighbours are."""

    def may_have(self, wanted: Iterable[str], near: Surroundings) -> bool:
        """Whether another span in the sentence of a term may be of some domains."""


class Snippet:
    """A text of one sentence, for trying conditions.

    >>> Surroundings(Snippet("dalam tahanan"), 6, 13).before
    ['dalam']
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.searchable = search_text(text)

    def sentence(self, start: int, end: int) -> tuple[int, int]:
        """Return the whole text."""
        return 0, max(len(self.text), start, end)

    def occurrences(
        self, wanted: Words, span: tuple[int, int]
    ) -> tuple[tuple[int, int], ...]:
        """Return where wanted words stand in a span."""
        return occurrences(self.text, self.searchable, wanted, span)

    def neighbours(self, sentence: tuple[int, int]) -> tuple[Neighbour, ...]:
        """Return none."""
        return ()

    def may_have(self, wanted: Iterable[str], near: Surroundings) -> bool:
        """Return that there is none."""
        return False


class Surroundings:
    """What stands around one occurrence of a term, worked out when it is asked for.

    Args:
        document: where it stands.
        start: offset of the term (code points).
        end: offset behind it, clitic included.
    """

    __slots__ = ("_after", "_before", "_sentence", "document", "end", "start", "text")

    def __init__(self, document: Context, start: int, end: int) -> None:
        self.start = start
        self.end = end
        self.document = document
        self.text = document.text
        self._sentence: tuple[int, int] | None = None
        self._before: list[str] | None = None
        self._after: list[str] | None = None

    @property
    def searchable(self) -> SearchText:
        """The document made ready for gates."""
        return self.document.searchable

    # ``cached_property`` costs more than what most of these work out.
    @property
    def sentence(self) -> tuple[int, int]:
        """The half-open offsets of the sentence."""
        if self._sentence is None:
            self._sentence = self.document.sentence(self.start, self.end)
        return self._sentence

    @property
    def whole(self) -> tuple[int, int]:
        """The half-open offsets of the document."""
        return 0, len(self.text)

    @property
    def neighbours(self) -> Iterator[Neighbour]:
        """The other recognised terms of the sentence."""
        for other in self.document.neighbours(self.sentence):
            if other.end <= self.start or self.end <= other.start:
                yield other

    @property
    def before(self) -> list[str]:
        """The last words of the sentence before the term, in order."""
        if self._before is None:
            begin = max(self.sentence[0], self.start - WINDOW)
            found = WORD.findall(self.text, begin, self.start)
            # A window may begin inside a word.
            self._before = found if begin == self.sentence[0] else found[1:]
        return self._before

    @property
    def after(self) -> list[str]:
        """The first words of the sentence after the term, in order."""
        if self._after is None:
            limit = min(self.sentence[1], self.end + WINDOW)
            found = WORD.findall(self.text, self.end, limit)
            self._after = found if limit == self.sentence[1] else found[:-1]
        return self._after

    def find_before(self, wanted: Words, within: int | None) -> str | None:
        """Return the wanted words before the term, ``None`` where there are none.

        Args:
            wanted: what is looked for.
            within: number of words before the term among which it may begin;
                ``None`` for just beside the term.
        """
        if within is None:
            word = self._word_before()
            if word and wanted.by_last.has(word):
                if matches(word, wanted):
                    return word
                if found := self._ending(wanted, 1):
                    return found
        elif wanted.last.is_word and (found := self._ending(wanted, within)):
            return found
        return self._country_before(wanted, within)

    def _ending(self, wanted: Words, within: int) -> str | None:
        """Return the wanted words that end with one of the last before the term."""
        found = self.before
        for at in range(len(found) - 1, max(-1, len(found) - 1 - within), -1):
            count = ending_at(found, at, wanted)
            if count:
                return " ".join(found[at - count + 1 : at + 1])
        return None

    def find_after(self, wanted: Words, within: int | None) -> str | None:
        """Return the wanted words after the term; see ``find_before``."""
        if within is None:
            word = self._word_after()
            if word and wanted.by_first.has(word):
                if matches(word, wanted):
                    return word
                if found := self._starting(wanted, 1):
                    return found
        elif wanted.first.is_word and (found := self._starting(wanted, within)):
            return found
        return self._country_after(wanted, within)

    def _starting(self, wanted: Words, within: int) -> str | None:
        """Return the wanted words that begin with one of the first after the term."""
        found = self.after
        for at in range(min(within, len(found))):
            count = starting_at(found, at, wanted)
            if count:
                return " ".join(found[at : at + count])
        return None

    def _word_before(self) -> str | None:
        """Return the word just beside the term, before it."""
        text, start = self.text, self.start
        first = max(start - WINDOW, 0)
        # No sentence ends between a space and a letter; the first search is dear.
        if not (start > 1 and text[start - 1] == " " and text[start - 2].isalnum()):
            first = max(self.sentence[0], first)
        left = text[first:start].rstrip(TIGHT)
        if not left or not _is_word(left[-1]):
            return None
        *_, last = WORD.findall(left.rsplit(None, 1)[-1])
        return str(last)

    def _word_after(self) -> str | None:
        """Return the word just beside the term, behind it."""
        text, end = self.text, self.end
        limit = end + WINDOW
        beside = text[end : end + 1] == " " and text[end + 1 : end + 2].isalnum()
        if not (beside and text[end - 1].isalnum()):
            limit = min(self.sentence[1], limit)
        match = _BESIDE.match(text, end, limit)
        return match[1] if match else None

    def find_within(self, wanted: Words, span: tuple[int, int]) -> str | None:
        """Return the wanted words that stand anywhere in a span but in the term."""
        for start, end in self.document.occurrences(wanted, span):
            if end <= self.start or self.end <= start:
                return " ".join(WORD.findall(self.text, start, end))
        if not wanted.country:
            return None
        for start, end in self.document.searchable.named(wanted):
            if span[0] <= start and end <= span[1]:
                return self.text[start:end]
        return None

    def _country_before(self, wanted: Words, within: int | None) -> str | None:
        if not wanted.country:
            return None
        countries = self.document.searchable.named(wanted)
        number = bisect_left(countries, (self.start,)) - 1
        if number < 0 or countries[number][0] < self.sentence[0]:
            return None
        start, end = countries[number]
        near = end <= self.start and self._is_near(end, self.start, within)
        return self.text[start:end] if near else None

    def _country_after(self, wanted: Words, within: int | None) -> str | None:
        if not wanted.country:
            return None
        countries = self.document.searchable.named(wanted)
        number = bisect_left(countries, (self.end,))
        if number >= len(countries) or countries[number][0] >= self.sentence[1]:
            return None
        start, end = countries[number]
        return self.text[start:end] if self._is_near(self.end, start, within) else None

    def _is_near(self, start: int, end: int, within: int | None) -> bool:
        """Whether few enough words stand between two offsets."""
        if end - start > WINDOW:
            return False
        if within is None:
            return not self.text[start:end].strip(TIGHT)
        return len(WORD.findall(self.text, start, end)) < within


def _is_word(character: str) -> bool:
    return character.isalnum() or character == "_"
