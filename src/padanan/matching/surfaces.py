"""What a spelling in a text may stand for: its marks and its capitals judged once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

from padanan.language.countries import Place
from padanan.language.normalise import INVISIBLE
from padanan.matching.compiled import Case
from padanan.matching.readings import Reading, Readings

if TYPE_CHECKING:
    from collections.abc import Mapping

HYPHENS = "-\u2010\u2011\u2012\u2013"
_INSIDE = re.compile(rf"[^\w\s\{HYPHENS}'’‘ʼ{INVISIBLE}\u0300-\u036f]")
"""What may not stand inside a term, unless the term itself has it."""
_LETTERS = re.compile(r"[\W_]+")
_PARTS = re.compile(r"[^\W_]+")
MOST = 100_000
"""So many spellings are remembered, whatever is read."""


Surface: TypeAlias = tuple[tuple[Reading, ...], Place | None, bool]
"""What a spelling may stand for: the terms that allow its marks and capitals, best
first; the country that it names; whether a term is a bare verb, which counts in
headlines only. A plain tuple, since it is taken apart for every hit."""


# Filled as texts are read, like ``Readings``. A spelling has one folded form, and so
# one pattern; what it stands for is the same wherever it stands.
class Surfaces(dict[str, Surface]):
    """What the spellings that were met may stand for.

    Args:
        readings: what the patterns mean.
        places: which of them name a country.
    """

    def __init__(self, readings: Readings, places: Mapping[int, Place]) -> None:
        super().__init__()
        self._readings = readings
        self._places = places

    def learn(self, pattern: int, surface: str) -> Surface:
        """Work out a spelling that is met for the first time.

        Args:
            pattern: number of its folded form.
            surface: as it stands in the text.
        """
        readings = tuple(r for r in self._readings[pattern] if _admits(r, surface))
        place = self._places.get(pattern)
        named = place if place and _names(surface, place) else None
        bare = bool(readings) and readings[-1].kind == "bare" and " " not in surface
        found = (readings, named, bare)
        if len(self) < MOST:
            self[surface] = found
        return found


def _admits(reading: Reading, surface: str) -> bool:
    if _INSIDE.search(surface) and not _has_own_marks(reading.text, surface):
        return False
    return reading.case is Case.FREE or fits_case(surface, reading.text, reading.case)


def _has_own_marks(term: str, surface: str) -> bool:
    return set(_INSIDE.findall(surface)) <= set(_INSIDE.findall(term))


def _names(surface: str, place: Place) -> bool:
    """Whether a spelling has the capitals of a country's name."""
    return surface[0].isupper() and fits_case(surface, place.name, Case.CAPITALS)


def fits_case(surface: str, term: str, case: Case) -> bool:
    """Whether the capitals of a text are those that a term demands.

    A capital is demanded where a word of the text begins that has one in the term,
    not behind a hyphen (*Bangsa-bangsa*) nor inside a joined word (*Kerjasama*).
    Acronyms must be whole; from four letters on one capital is enough, as EYD V has
    it for those that are read as words (*Asean*). A name with an acronym is known
    by that, whatever the case of the rest (*majelis umum PBB*).

    >>> fits_case("gedung putih", "Gedung Putih", Case.CAPITALS)
    False
    >>> fits_case("Asean", "ASEAN", Case.CAPITALS)
    True
    >>> fits_case("As", "AS", Case.CAPITALS)
    False
    """
    if surface == term:
        return True
    if case is Case.EXACT:
        return _LETTERS.sub("", term) == _LETTERS.sub("", surface)
    acronyms = [word for word in _PARTS.findall(term) if is_acronym(word)]
    if acronyms:
        return _have_acronyms(_PARTS.findall(surface), acronyms)
    return _has_capitals(surface, _LETTERS.sub("", term))


def is_acronym(word: str) -> bool:
    """Whether a word is an acronym: several letters, all capitals."""
    return len(word) > 1 and word.isupper()


def _have_acronyms(words: list[str], acronyms: list[str]) -> bool:
    return all(
        acronym in words or (len(acronym) >= 4 and acronym.capitalize() in words)
        for acronym in acronyms
    )


def _has_capitals(surface: str, model: str) -> bool:
    """Whether the words of a text begin with a capital where a name has one."""
    at = 0
    for word in surface.split():
        if at < len(model) and model[at].isupper() and not word[0].isupper():
            return False
        at += len(_LETTERS.sub("", word))
    return True
