"""What stands around a term, and whether a condition holds there."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cached_property
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple, Protocol

from padanan.matching.conditions import Condition, ConditionTest, Where
from padanan.matching.words import Token, ending_at, sort_words, starting_at, tokens

if TYPE_CHECKING:
    from collections.abc import Iterator

NEAR = 5
"""How many words on either side ``near`` reaches."""

# Between words that stand “just beside” a term, spaces, hyphens, quotation marks
# and an opening bracket may come, a comma or full stop may not.
_TIGHT = re.compile(r"[\s\-\"“”'‘’(]*")


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
        neighbours: the terms that hold whatever their neighbours are, in order.
    """

    text: str

    @property
    def countries(self) -> tuple[tuple[int, int], ...]:
        """Half-open spans of the countries named."""

    @property
    def neighbours(self) -> tuple[Neighbour, ...]:
        """Terms that hold whatever their neighbours are."""

    def sentence(self, start: int, end: int) -> tuple[int, int]:
        """Half-open offsets of the sentence around a span."""

    def words(self, span: tuple[int, int]) -> tuple[Token, ...]:
        """The words of a span."""


class Sentence:
    """A document of one sentence, for trying conditions.

    >>> from padanan.matching.conditions import parse
    >>> place = Surroundings(Sentence("dalam tahanan"), 6, 13)
    >>> holds(parse("preceded by dalam"), place)
    True
    """

    countries: tuple[tuple[int, int], ...] = ()
    neighbours: tuple[Neighbour, ...] = ()

    def __init__(self, text: str) -> None:
        self.text = text

    def sentence(self, start: int, end: int) -> tuple[int, int]:
        """Return the whole text."""
        return 0, max(len(self.text), start, end)

    def words(self, span: tuple[int, int]) -> tuple[Token, ...]:
        """Return the words of a span."""
        return tokens(self.text, *span)


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
        first, last = self.sentence
        for other in self.document.neighbours:
            inside = first <= other.start < last
            if inside and (other.end <= self.start or self.end <= other.start):
                yield other

    @cached_property
    def words(self) -> tuple[Token, ...]:
        """The words of the sentence, the term's own included."""
        return self.document.words(self.sentence)

    def before(self, count: int) -> tuple[Token, ...]:
        """Return the last words of the sentence before the term, in order."""
        stop = bisect_left(self.words, self.start, key=_start)
        return self.words[max(0, stop - count) : stop]

    def after(self, count: int) -> tuple[Token, ...]:
        """Return the first words of the sentence after the term, in order."""
        begin = bisect_left(self.words, self.end, key=_start)
        return self.words[begin : begin + count]


_start = attrgetter("start")


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
    found = place.before((within or 1) + wanted.longest - 1)
    for distance in range(min(within or 1, len(found))):
        span = ending_at(found[: len(found) - distance], wanted, place.countries)
        if span and (within or _is_tight(place.text, span[1], place.start)):
            return place.text[slice(*span)]
    return None


def _after(
    words: tuple[str, ...], within: int | None, place: Surroundings
) -> str | None:
    """Look for words after the term, ``within`` words from it or just beside it."""
    wanted = sort_words(words)
    found = place.after((within or 1) + wanted.longest - 1)
    for distance in range(min(within or 1, len(found))):
        span = starting_at(found[distance:], wanted, place.countries)
        if span and (within or _is_tight(place.text, place.end, span[0])):
            return place.text[slice(*span)]
    return None


def _within(
    words: tuple[str, ...], span: tuple[int, int], place: Surroundings
) -> str | None:
    """Look for words anywhere in a span but in the term itself."""
    wanted = sort_words(words)
    found = place.document.words(span)
    for number, token in enumerate(found):
        if token.end <= place.start or place.end <= token.start:
            window = found[number : number + wanted.longest]
            here = starting_at(window, wanted, place.countries)
            if here:
                return place.text[slice(*here)]
    return None


def _is_tight(text: str, start: int, end: int) -> bool:
    return bool(_TIGHT.fullmatch(text, start, end))
