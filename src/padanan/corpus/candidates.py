"""Candidates for terms: frequent sequences of words that the glossary lacks.

They are ranked by their C-value (K. Frantzi, S. Ananiadou, H. Mima, "Automatic
recognition of multi-word terms: the C-value/NC-value method", International Journal
on Digital Libraries 3, 2000): the frequency of a sequence of words less that of the
longer ones in which it is nested, longer ones preferred. A candidate that shares words
with terms of the glossary ranks higher, since it is more likely of the same field.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import Counter
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from padanan.corpus.words import (
    CorpusWords,
    country_names,
    lemmas,
    runs,
    stop_words,
    vocabulary,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from padanan.corpus.words import Run
    from padanan.model import Glossary

LONGEST = 6
"""Maximum number of words of a candidate."""
_WHOLLY = 0.9
"""Share of its occurrences that a fragment has inside one longer candidate."""
_STRANGE = 0.3
"""Weight of a candidate that has no word in common with the glossary."""

Gram = tuple[str, ...]


class Location(NamedTuple):
    """Where a candidate is: the number of the text, and half-open offsets."""

    text: int
    start: int
    end: int


class Candidate(NamedTuple):
    """A sequence of words that may be a term.

    Attributes:
        term: as it is most often written, in lower case unless it is a name.
        lemmas: its words without inflection.
        score: by which candidates are ranked; comparable within a corpus only.
        places: where it is, in the order of the corpus.
    """

    term: str
    lemmas: Gram
    score: float
    places: tuple[Location, ...]

    @property
    def frequency(self) -> int:
        """How often it occurs."""
        return len(self.places)


def candidates(
    texts: Sequence[str],
    glossary: Glossary,
    *,
    composed: Collection[Location] = (),
    excluded: Collection[str] = (),
    at_least: int = 2,
) -> tuple[Candidate, ...]:
    """Return possible terms that a glossary lacks, the most likely first.

    Args:
        texts: the corpus, in Indonesian.
        glossary: whose terms are left out.
        composed: where terms are that the glossary composes; these are left out too.
        excluded: what somebody has rejected, in any form.
        at_least: how often a candidate occurs.
    """
    known_words = vocabulary(texts)
    terms = {
        lemmas(term.text, known_words)
        for concept in glossary.concepts
        for term in concept.terms
    }
    places = _without_known(_places(texts, known_words), terms, composed)
    counts = {gram: len(found) for gram, found in places.items()}
    often = {gram: count for gram, count in counts.items() if count >= at_least}
    rejected = {lemmas(text, known_words) for text in excluded}
    of_field = {word for gram in terms for word in gram}
    values = c_values(often)
    fragments = _fragments(often)
    found = [
        Candidate(
            _as_written(texts, places[gram]),
            gram,
            value * _of_field(gram, of_field),
            tuple(places[gram]),
        )
        for gram, value in values.items()
        if gram not in terms
        and gram not in rejected
        and gram not in fragments
        and _is_term_like(gram, known_words, of_field)
    ]
    return tuple(sorted(found, key=lambda c: (-c.score, c.lemmas)))


def _places(texts: Sequence[str], known: CorpusWords) -> dict[Gram, list[Location]]:
    """Return every sequence of words between stop words, with its places."""
    found: dict[Gram, list[Location]] = {}
    for number, text in enumerate(texts):
        for run in runs(text, known):
            for gram, start, end in _grams(run):
                found.setdefault(gram, []).append(Location(number, start, end))
    return found


def _without_known(
    places: dict[Gram, list[Location]],
    terms: Collection[Gram],
    composed: Collection[Location],
) -> dict[Gram, list[Location]]:
    """Leave out the places inside terms that the glossary has or composes."""
    known: dict[int, dict[int, int]] = {}
    for gram in places.keys() & set(terms):
        for place in places[gram]:
            _note(known, place, place.end)
    for place in composed:
        # One more, so that what is composed lies in it too.
        _note(known, place, place.end + 1)
    covers = {number: _cover(ends) for number, ends in known.items()}
    return {
        gram: [
            place
            for place in found
            if place.text not in covers or not _is_inside(place, covers[place.text])
        ]
        for gram, found in places.items()
    }


def _note(known: dict[int, dict[int, int]], place: Location, end: int) -> None:
    ends = known.setdefault(place.text, {})
    ends[place.start] = max(ends.get(place.start, 0), end)


class _Cover(NamedTuple):
    """What the known terms of a text cover.

    Attributes:
        starts: where they begin, in order, each once.
        ends: where the longest of them with that start ends.
        reached: how far they and all those before them reach.
    """

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    reached: tuple[int, ...]


def _cover(ends: Mapping[int, int]) -> _Cover:
    starts = sorted(ends)
    longest = [ends[start] for start in starts]
    return _Cover(tuple(starts), tuple(longest), tuple(accumulate(longest, max)))


def _is_inside(place: Location, cover: _Cover) -> bool:
    """Whether a place lies in a known term that is longer.

    >>> cover = _cover({0: 14})
    >>> [_is_inside(Location(0, 5, end), cover) for end in (14, 15)]
    [True, False]
    >>> _is_inside(Location(0, 0, 14), cover)
    False
    """
    number = bisect_left(cover.starts, place.start)
    if number and cover.reached[number - 1] >= place.end:
        return True
    same = number < len(cover.starts) and cover.starts[number] == place.start
    return same and cover.ends[number] > place.end


def _grams(run: Run) -> Iterable[tuple[Gram, int, int]]:
    for first in range(len(run)):
        if stop_words().get(run[first].text) == "ends":
            continue
        for last in range(first + 1, min(len(run), first + LONGEST)):
            if run[last].text not in stop_words():
                some = run[first : last + 1]
                yield tuple(word.text for word in some), some[0].start, some[-1].end


def c_values(frequencies: Mapping[Gram, int]) -> dict[Gram, float]:
    """Return the C-value of sequences of words.

    >>> counts = {("luar", "negeri"): 5, ("menteri", "luar", "negeri"): 4}
    >>> c_values(counts)[("luar", "negeri")]
    1.0
    """
    longer: dict[Gram, list[int]] = {}
    for gram, frequency in frequencies.items():
        for part in _proper_parts(gram):
            longer.setdefault(part, []).append(frequency)
    return {
        gram: math.log2(len(gram)) * (frequency - _mean(longer.get(gram, ())))
        for gram, frequency in frequencies.items()
    }


def _proper_parts(gram: Gram) -> Iterable[Gram]:
    size = len(gram)
    for length in range(2, size):
        for first in range(size - length + 1):
            yield gram[first : first + length]


def _mean(numbers: Sequence[int]) -> float:
    return sum(numbers) / len(numbers) if numbers else 0.0


def _fragments(frequencies: Mapping[Gram, int]) -> set[Gram]:
    """Return what hardly occurs outside one longer sequence: *menteri luar*."""
    return {
        part
        for gram, frequency in frequencies.items()
        for part in (gram[1:], gram[:-1])
        if len(part) > 1 and frequency >= _WHOLLY * frequencies.get(part, math.inf)
    }


def _is_term_like(gram: Gram, known: CorpusWords, of_field: Collection[str]) -> bool:
    """Whether a sequence is not a person's name and says more than a country's."""
    sizes = range(1, len(gram) + 1)
    if any(gram[:n] in country_names() or gram[-n:] in country_names() for n in sizes):
        return False
    return not any(known.is_name(word) and word not in of_field for word in gram)


def _of_field(gram: Gram, of_field: Collection[str]) -> float:
    return _STRANGE + sum(word in of_field for word in gram) / len(gram)


def _as_written(texts: Sequence[str], places: Sequence[Location]) -> str:
    written = Counter(
        " ".join(texts[place.text][place.start : place.end].split()) for place in places
    )
    small = Counter({text: n for text, n in written.items() if text == text.lower()})
    return (small or written).most_common(1)[0][0]
