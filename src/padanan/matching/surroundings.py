"""What stands around a term, and whether a condition holds there."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple, Protocol

from padanan.matching.conditions import Condition, ConditionTest, Where
from padanan.matching.words import (
    COUNTRY,
    WORD,
    Vocabulary,
    ending_at,
    may_have,
    sort_words,
    starting_at,
    vocabulary,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

NEAR = 5
"""How many words on either side ``near`` reaches."""

WINDOW = 120
"""So many characters beside a term hold all the words that a test may reach."""

_TIGHT = " \t\r\n\u00a0-\"“”'‘’("
"""What may stand between a term and a word “just beside” it: no comma, no stop."""


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
        countries: half-open spans of the countries named in it, in order.
    """

    text: str

    @property
    def countries(self) -> tuple[tuple[int, int], ...]:
        """Half-open spans of the countries named."""

    def sentence(self, start: int, end: int) -> tuple[int, int]:
        """Half-open offsets of the sentence around a span."""

    def vocabulary(self, span: tuple[int, int]) -> Vocabulary:
        """The words of a span."""

    def neighbours(self, sentence: tuple[int, int]) -> tuple[Neighbour, ...]:
        """The terms of a sentence that hold whatever their neighbours are."""


class Sentence:
    """A document of one sentence, for trying conditions.

    >>> from padanan.matching.conditions import parse
    >>> place = Surroundings(Sentence("dalam tahanan"), 6, 13)
    >>> holds(parse("preceded by dalam"), place)
    True
    """

    countries: tuple[tuple[int, int], ...] = ()

    def __init__(self, text: str) -> None:
        self.text = text

    def sentence(self, start: int, end: int) -> tuple[int, int]:
        """Return the whole text."""
        return 0, max(len(self.text), start, end)

    def vocabulary(self, span: tuple[int, int]) -> Vocabulary:
        """Return the words of a span."""
        return vocabulary(self.text, span)

    def neighbours(self, sentence: tuple[int, int]) -> tuple[Neighbour, ...]:
        """Return none."""
        return ()


class Surroundings:
    """What stands around one occurrence of a term, worked out when it is asked for.

    Args:
        document: where it stands.
        start: offset of the term (code points).
        end: offset behind it, clitic included.
    """

    def __init__(self, document: Context, start: int, end: int) -> None:
        self.document = document
        self.text = document.text
        self.start = start
        self.end = end

    @cached_property
    def sentence(self) -> tuple[int, int]:
        """The half-open offsets of the sentence."""
        return self.document.sentence(self.start, self.end)

    @property
    def countries(self) -> tuple[tuple[int, int], ...]:
        """The half-open spans of the countries that the document names."""
        return self.document.countries

    @property
    def neighbours(self) -> Iterator[Neighbour]:
        """The other recognised terms of the sentence."""
        for other in self.document.neighbours(self.sentence):
            if other.end <= self.start or self.end <= other.start:
                yield other

    @cached_property
    def before(self) -> list[str]:
        """The last words of the sentence before the term, in order."""
        begin = max(self.sentence[0], self.start - WINDOW)
        found = WORD.findall(self.text, begin, self.start)
        # A window may begin inside a word.
        return found if begin == self.sentence[0] else found[1:]

    @cached_property
    def after(self) -> list[str]:
        """The first words of the sentence after the term, in order."""
        limit = min(self.sentence[1], self.end + WINDOW)
        found = WORD.findall(self.text, self.end, limit)
        return found if limit == self.sentence[1] else found[:-1]

    @cached_property
    def touches_before(self) -> bool:
        """Whether the word before stands just beside the term."""
        begin = max(self.sentence[0], self.start - WINDOW)
        left = self.text[begin : self.start].rstrip(_TIGHT)
        return bool(left) and _is_word(left[-1])

    @cached_property
    def touches_after(self) -> bool:
        """Whether the word after stands just beside the term."""
        limit = min(self.sentence[1], self.end + WINDOW)
        right = self.text[self.end : limit].lstrip(_TIGHT)
        return bool(right) and _is_word(right[0])


def _is_word(character: str) -> bool:
    return character.isalnum() or character == "_"


def holds(condition: Condition, place: Surroundings) -> bool:
    """Whether a condition holds around an occurrence of a term.

    >>> from padanan.matching.conditions import parse
    >>> place = Surroundings(Sentence("berada dalam tahanan polisi"), 13, 20)
    >>> holds(parse("preceded by dalam | masa"), place)
    True
    >>> holds(parse("followed by perang"), place)
    False
    """
    return evidence(condition, place) is not None


def evidence(condition: Condition, place: Surroundings) -> str | None:
    """Return the words of the text for which a condition holds.

    Returns:
        What the first test found, empty where it is enough that something is
        missing; ``None`` where the condition does not hold.

    >>> from padanan.matching.conditions import parse
    >>> place = Surroundings(Sentence("berada dalam tahanan polisi"), 13, 20)
    >>> evidence(parse("preceded by dalam | masa"), place)
    'dalam'
    """
    first = ""
    for test in condition.tests:
        found = _found(test, place)
        if (found is None) is not test.negated:
            return None
        first = first or found or ""
    return first


def _found(test: ConditionTest, place: Surroundings) -> str | None:
    match test.kind:
        case Where.BEFORE:
            return _before(test.words, test.within, place)
        case Where.AFTER:
            return _after(test.words, test.within, place)
        case Where.NEAR:
            found = _before(test.words, NEAR, place)
            return _after(test.words, NEAR, place) if found is None else found
        case Where.SENTENCE:
            return _within(test.words, place.sentence, place)
        case Where.DOCUMENT:
            return _within(test.words, (0, len(place.text)), place)
        case Where.DOMAIN | Where.CONCEPT:
            return _beside(test, place)
        case Where.CAPITALISED:
            words = re.findall(r"[^\W\d_]+", place.text[place.start : place.end])
            return "" if all(word[0].isupper() for word in words) else None


def _beside(test: ConditionTest, place: Surroundings) -> str | None:
    for other in place.neighbours:
        name = other.domain if test.kind is Where.DOMAIN else other.concept
        if name in test.words:
            return place.text[other.start : other.end]
    return None


def _before(
    words: tuple[str, ...], within: int | None, place: Surroundings
) -> str | None:
    """Look for words before the term, ``within`` words from it or just beside it."""
    wanted = sort_words(words)
    found = place.before
    if within or place.touches_before:
        for at in range(len(found) - 1, max(-1, len(found) - 1 - (within or 1)), -1):
            count = ending_at(found, at, wanted)
            if count:
                return " ".join(found[at - count + 1 : at + 1])
    return _country_before(within, place) if COUNTRY in wanted.classes else None


def _after(
    words: tuple[str, ...], within: int | None, place: Surroundings
) -> str | None:
    """Look for words after the term, ``within`` words from it or just beside it."""
    wanted = sort_words(words)
    found = place.after
    if within or place.touches_after:
        for at in range(min(within or 1, len(found))):
            count = starting_at(found, at, wanted)
            if count:
                return " ".join(found[at : at + count])
    return _country_after(within, place) if COUNTRY in wanted.classes else None


def _country_before(within: int | None, place: Surroundings) -> str | None:
    countries = place.countries
    number = bisect_left(countries, (place.start,)) - 1
    if number < 0 or countries[number][0] < place.sentence[0]:
        return None
    start, end = countries[number]
    near = end <= place.start and _is_near(place.text, end, place.start, within)
    return place.text[start:end] if near else None


def _country_after(within: int | None, place: Surroundings) -> str | None:
    countries = place.countries
    number = bisect_left(countries, (place.end,))
    if number >= len(countries) or countries[number][0] >= place.sentence[1]:
        return None
    start, end = countries[number]
    near = _is_near(place.text, place.end, start, within)
    return place.text[start:end] if near else None


def _is_near(text: str, start: int, end: int, within: int | None) -> bool:
    """Whether few enough words stand between two offsets."""
    if within is None:
        return not text[start:end].strip(_TIGHT)
    return len(WORD.findall(text, start, end)) < within


def _within(
    words: tuple[str, ...], span: tuple[int, int], place: Surroundings
) -> str | None:
    """Look for words anywhere in a span but in the term itself."""
    wanted = sort_words(words)
    if may_have(place.document.vocabulary(span), wanted):
        for part in ((span[0], place.start), (place.end, span[1])):
            found = WORD.findall(place.text, *part)
            for at in range(len(found)):
                count = starting_at(found, at, wanted)
                if count:
                    return " ".join(found[at : at + count])
    if COUNTRY not in wanted.classes:
        return None
    for start, end in place.countries:
        if span[0] <= start and end <= span[1]:
            return place.text[start:end]
    return None
