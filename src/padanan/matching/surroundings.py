"""What stands around a term, and whether a condition holds there."""

from __future__ import annotations

import re
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, NamedTuple, Protocol

from padanan.matching.conditions import Condition, ConditionTest, Where

if TYPE_CHECKING:
    from collections.abc import Iterator

NEAR = 5
"""How many words on either side ``near`` reaches."""

COUNTRY = "COUNTRY"
_CLASSES = {
    "NAME": r"[A-ZÀ-ÖØ-Þ][\w'’-]*",
    "NUMBER": r"(?:\d[\d.,]*|(?i:satu|dua|tiga|empat|lima|enam|tujuh|delapan"
    r"|sembilan|sepuluh|puluhan|ratusan|ribuan))",
    "ANY": r"\w+",
}


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
        neighbours: the recognised terms that hold under no condition, in order.
    """

    text: str

    @property
    def countries(self) -> tuple[tuple[int, int], ...]:
        """Half-open spans of the countries named."""

    @property
    def neighbours(self) -> tuple[Neighbour, ...]:
        """Terms that hold under no condition."""

    def sentence(self, start: int, end: int) -> tuple[int, int]:
        """Half-open offsets of the sentence around a span."""


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
    def left(self) -> str:
        """The sentence before the term."""
        return self.text[self.sentence[0] : self.start]

    @cached_property
    def right(self) -> str:
        """The sentence after the term."""
        return self.text[self.end : self.sentence[1]]


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
    match = _pattern(words, Where.BEFORE, within).search(place.left)
    if match or COUNTRY not in words:
        return match[1] if match else None
    gap = _gap(within, before=True)
    for start, end in place.countries:
        inside = place.sentence[0] <= start and end <= place.start
        if inside and gap.fullmatch(place.text, end, place.start):
            return place.text[start:end]
    return None


def _after(
    words: tuple[str, ...], within: int | None, place: Surroundings
) -> str | None:
    match = _pattern(words, Where.AFTER, within).match(place.right)
    if match or COUNTRY not in words:
        return match[1] if match else None
    gap = _gap(within, before=False)
    for start, end in place.countries:
        inside = place.end <= start < place.sentence[1]
        if inside and gap.fullmatch(place.text, place.end, start):
            return place.text[start:end]
    return None


def _within(
    words: tuple[str, ...], span: tuple[int, int], place: Surroundings
) -> str | None:
    pattern = _pattern(words, Where.SENTENCE, None)
    # The term itself is no evidence for itself.
    match = pattern.search(place.text, span[0], place.start) or pattern.search(
        place.text, place.end, span[1]
    )
    if match or COUNTRY not in words:
        return match[1] if match else None
    for start, end in place.countries:
        if span[0] <= start and end <= span[1]:
            return place.text[start:end]
    return None


_CLITICS = r"(?:-?nya|ku|mu)?(?:lah|kah|pun)?"
_NOTHING = r"(?!)"
# Between words that stand “just beside” a term, spaces, hyphens, quotation marks
# and an opening bracket may come, a comma or full stop may not.
_TIGHT = r"[\s\-\"“”'‘’(]*"
_LOOSE = r"\W*"


@lru_cache(maxsize=4096)
def _pattern(
    words: tuple[str, ...], kind: Where, within: int | None
) -> re.Pattern[str]:
    listed = "|".join(_words(words)) or _NOTHING
    if kind is Where.SENTENCE:
        return re.compile(rf"(?<!\w)({listed})(?!\w)")
    if kind is Where.BEFORE:
        passed = rf"(?:\W+\w+){{0,{within - 1}}}{_LOOSE}" if within else _TIGHT
        return re.compile(rf"(?<!\w)({listed})(?!\w){passed}\Z")
    passed = rf"{_LOOSE}(?:\w+\W+){{0,{within - 1}}}" if within else _TIGHT
    return re.compile(rf"{passed}(?<!\w)({listed})(?!\w)")


@lru_cache(maxsize=64)
def _gap(within: int | None, *, before: bool) -> re.Pattern[str]:
    if within is None:
        return re.compile(_TIGHT)
    if before:
        return re.compile(rf"(?:\W+\w+){{0,{within - 1}}}{_LOOSE}")
    return re.compile(rf"{_LOOSE}(?:\w+\W+){{0,{within - 1}}}")


def _words(words: tuple[str, ...]) -> Iterator[str]:
    for word in words:
        if word in _CLASSES:
            yield _CLASSES[word]
        elif word != COUNTRY:
            yield _word(word)


def _word(word: str) -> str:
    stem = word.removesuffix("*")
    pattern = r"[\s-]+".join(re.escape(part) for part in re.split(r"[\s-]+", stem))
    ending = r"\w*" if stem != word else _CLITICS
    if stem.isupper():
        return f"{pattern}{ending}"
    return f"(?i:{pattern}{ending})"
