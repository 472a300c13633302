"""What stands around a term."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

from padanan.matching.gates import WINDOW, plain
from padanan.matching.words import WORD

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from padanan.matching.gates import Plain

TIGHT = " \t\r\n\u00a0-\"“”'‘’("
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
    """

    text: str

    @property
    def plain(self) -> Plain:
        """The document as gates see it."""

    def sentence(self, start: int, end: int) -> tuple[int, int]:
        """Half-open offsets of the sentence around a span."""

    def vocabulary(self, span: tuple[int, int]) -> frozenset[str]:
        """The words of a span, in lower case and shorn."""

    def neighbours(self, sentence: tuple[int, int]) -> tuple[Neighbour, ...]:
        """The terms of a sentence that hold whatever their neighbours are."""


class Sentence:
    """A document of one sentence, for trying conditions.

    >>> Surroundings(Sentence("dalam tahanan"), 6, 13).before
    ['dalam']
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.plain = plain(text)

    def sentence(self, start: int, end: int) -> tuple[int, int]:
        """Return the whole text."""
        return 0, max(len(self.text), start, end)

    def vocabulary(self, span: tuple[int, int]) -> frozenset[str]:
        """Return the words of a span."""
        return frozenset(self.plain.shorn[slice(*span)].split())

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

    __slots__ = ("_after", "_before", "_sentence", "document", "end", "start", "text")

    def __init__(self, document: Context, start: int, end: int) -> None:
        self.document = document
        self.text = document.text
        self.start = start
        self.end = end
        self._sentence: tuple[int, int] | None = None
        self._before: list[str] | None = None
        self._after: list[str] | None = None

    # ``cached_property`` costs more than what most of these work out.
    @property
    def sentence(self) -> tuple[int, int]:
        """The half-open offsets of the sentence."""
        if self._sentence is None:
            self._sentence = self.document.sentence(self.start, self.end)
        return self._sentence

    @property
    def countries(self) -> Sequence[tuple[int, int]]:
        """The half-open spans of the countries that the document names."""
        return self.document.plain.countries

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

    @property
    def touches_before(self) -> bool:
        """Whether the word before stands just beside the term."""
        begin = max(self.sentence[0], self.start - WINDOW)
        left = self.text[begin : self.start].rstrip(TIGHT)
        return bool(left) and _is_word(left[-1])

    @property
    def touches_after(self) -> bool:
        """Whether the word after stands just beside the term."""
        limit = min(self.sentence[1], self.end + WINDOW)
        right = self.text[self.end : limit].lstrip(TIGHT)
        return bool(right) and _is_word(right[0])


def _is_word(character: str) -> bool:
    return character.isalnum() or character == "_"
