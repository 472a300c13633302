"""The language of conditions: what must stand around a term.

A condition is one or more tests joined by `` and ``; ``not`` before a test turns
it round. The tests (``WORDS`` are separated by ``|``)::

    preceded by WORDS             just before the term, nothing but spaces between
    preceded within N by WORDS    among the N words before it, in the sentence
    followed by WORDS             just after it
    followed within N by WORDS    among the N words after it
    near WORDS                    within five words on either side
    sentence has WORDS            anywhere in the sentence
    document has WORDS            anywhere in the document
    with domain NAMES             another recognised term of such a domain
    with concept IDS              another recognised term of such a concept
    capitalised                   every word of the term begins with a capital

Words ignore case unless they are all capitals, match with clitics too, and with
``*`` at the end match any continuation. ``COUNTRY``, ``NAME``, ``NUMBER`` and
``ANY`` stand for a country's name, a capitalised word, a number and any word.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, NamedTuple, Protocol

from padanan.errors import GlossaryError

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


class Where(StrEnum):
    """Where a test looks."""

    BEFORE = "preceded"
    AFTER = "followed"
    NEAR = "near"
    SENTENCE = "sentence has"
    DOCUMENT = "document has"
    DOMAIN = "with domain"
    CONCEPT = "with concept"
    CAPITALISED = "capitalised"


class ConditionTest(NamedTuple):
    """One test of a condition.

    Attributes:
        kind: where it looks.
        words: what it looks for, as written; names for domains and concepts.
        within: how many words it may look past, ``None`` for those just beside.
        negated: whether it holds where nothing is found.
    """

    kind: Where
    words: tuple[str, ...] = ()
    within: int | None = None
    negated: bool = False


class Condition(NamedTuple):
    """Tests that must all hold.

    Attributes:
        text: the condition as written.
        tests: its tests in order.
    """

    text: str
    tests: tuple[ConditionTest, ...]


_TEST = re.compile(
    r"(?P<negated>not )?(?:"
    r"(?P<beside>preceded|followed)(?: within (?P<within>[1-9]))? by (?P<a>.+)"
    r"|(?P<region>near|sentence has|document has) (?P<b>.+)"
    r"|(?P<other>with domain|with concept) (?P<c>.+)"
    r"|(?P<capital>capitalised))"
)


@lru_cache(maxsize=4096)
def parse(text: str) -> Condition:
    """Return the condition that a text states.

    Raises:
        GlossaryError: a test is none of those above, or has no words.

    >>> parse("followed by atas | terhadap and not near surat").tests[1]
    ConditionTest(kind=<Where.NEAR: 'near'>, words=('surat',), within=None, negated=True)
    """
    return Condition(text, tuple(_test(part) for part in text.split(" and ")))


def _test(text: str) -> ConditionTest:
    match = _TEST.fullmatch(text.strip())
    if match is None:
        raise GlossaryError(
            f"condition “{text}” is not understood — see the tests in"
            " glossary/README.md, e.g. “followed by atas | terhadap”"
        )
    kind = next(
        Where(match[name])
        for name in ("beside", "region", "other", "capital")
        if match[name]
    )
    listed = match["a"] or match["b"] or match["c"] or ""
    words = tuple(word.strip() for word in listed.split("|")) if listed else ()
    if not all(words):
        raise GlossaryError(f"condition “{text}” has an empty word — remove a “|”")
    within = int(match["within"]) if match["within"] else None
    return ConditionTest(kind, words, within, bool(match["negated"]))


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

    >>> holds(parse("preceded by dalam"), Surroundings(Sentence("dalam tahanan"), 6, 13))
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
