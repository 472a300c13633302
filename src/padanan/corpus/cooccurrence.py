"""Likely English for a candidate: phrases of the lines that translate it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from padanan.language.english import read_sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

LONGEST = 5
"""Maximum number of words of an equivalent."""
OFFERED = 3
"""Maximum number of equivalents that are offered, the most likely first."""
_LEAST = 0.25
"""Minimum score of an equivalent."""

_STOP = frozenset({
    "about", "after", "against", "ago", "all", "also", "an", "and", "any", "are", "as",
    "at", "be", "because", "been", "before", "but", "by", "can", "could", "day", "did",
    "do", "during", "each", "for", "from", "had", "has", "have", "he", "her", "him",
    "his", "how", "i", "if", "in", "including", "into", "is", "it", "its", "last",
    "more", "most", "mr", "not", "now", "off", "on", "one", "or", "other", "our",
    "over", "said", "saying", "says", "say", "she", "since", "so", "some", "such",
    "than", "that", "their", "them", "there", "these", "they", "this", "those", "to",
    "told", "two", "up", "was", "we", "week", "were", "what", "when", "where", "which",
    "while", "who", "will", "with", "would", "year", "you", "monday", "tuesday",
    "wednesday", "thursday", "friday", "saturday", "sunday", "however", "between",
    "under", "through", "among", "around", "near", "out", "only", "no", "may", "being",
})  # fmt: skip
_INSIDE = frozenset({"of"})
"""Words that stand inside a phrase, never at its ends."""

Gram = tuple[str, ...]


class Guess(NamedTuple):
    """A likely equivalent.

    Attributes:
        text: as it is most often written.
        score: Dice's coefficient of the lines that have the one and the other.
    """

    text: str
    score: float


class PhraseIndex:
    """The English lines of a corpus, and in how many of them each phrase occurs.

    Args:
        texts: the lines.
    """

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts
        self._grams = [frozenset(_grams(text)) for text in texts]
        self._counts = Counter(gram for some in self._grams for gram in some)

    def guesses(self, lines: Iterable[int]) -> tuple[Guess, ...]:
        """Return what is in these lines but hardly elsewhere, the most likely first.

        >>> lines = ["a prison riot", "the prison riot ended", "a ship sank"]
        >>> index = PhraseIndex(lines)
        >>> index.guesses([0, 1])[0].text
        'prison riot'
        """
        here = frozenset(lines)
        shared = Counter(gram for line in here for gram in self._grams[line])
        scored = [
            (2 * n / (len(here) + self._counts[gram]), gram)
            for gram, n in shared.items()
            if n > 1
        ]
        # Of equally likely phrases the longer one is whole.
        scored.sort(key=lambda pair: (-round(pair[0], 2), -len(pair[1]), pair[1]))
        chosen = [(score, gram) for score, gram in scored if score >= _LEAST]
        return tuple(
            Guess(self._written(gram, here), round(score, 2))
            for score, gram in chosen[:OFFERED]
        )

    def _written(self, gram: Gram, lines: Iterable[int]) -> str:
        found = Counter(
            text
            for line in sorted(lines)
            if gram in self._grams[line]
            for text in _as_written(self._texts[line], gram)
        )
        return found.most_common(1)[0][0]


def _grams(text: str) -> Iterator[Gram]:
    for first, last, stems in _spans(text):
        yield stems[first : last + 1]


def _as_written(text: str, gram: Gram) -> Iterator[str]:
    sentence = read_sentence(text)
    for first, last, stems in _spans(text):
        if stems[first : last + 1] == gram:
            yield text[sentence.spans[first][0] : sentence.spans[last][1]].rstrip(".")


def _spans(text: str) -> Iterator[tuple[int, int, Gram]]:
    """Yield the first and last word of phrases between stop words."""
    sentence = read_sentence(text)
    words = [word.lower() for word in sentence.words]
    for first, word in enumerate(words):
        if word in _STOP or word in _INSIDE or word.isdigit():
            continue
        for last in range(first, min(len(words), first + LONGEST)):
            end = sentence.spans[last][1]
            if words[last] in _STOP or _breaks(text, sentence.spans[first][0], end):
                break
            if words[last] not in _INSIDE:
                yield first, last, sentence.stems


def _breaks(text: str, start: int, end: int) -> bool:
    return any(mark in text[start:end] for mark in ',;:()"“”—')
