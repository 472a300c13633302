"""What a spelling may stand for: its marks and capitals are judged only once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

from padanan.language.countries import Place
from padanan.language.normalise import INVISIBLE
from padanan.matching.compiled import Case
from padanan.matching.senses import Sense, Senses

if TYPE_CHECKING:
    from collections.abc import Mapping

HYPHENS = "-\u2010\u2011\u2012\u2013"
_INSIDE = re.compile(rf"[^\w\s\{HYPHENS}'’‘ʼ{INVISIBLE}\u0300-\u036f]")
"""What may not stand inside a term, unless the term itself has it."""
_LETTERS = re.compile(r"[\W_]+")
_PARTS = re.compile(r"[^\W_]+")
MOST = 100_000
"""Maximum number of spellings that are remembered."""


Spelling: TypeAlias = tuple[tuple[Sense, ...], Place | None, bool]
"""What a spelling may stand for: the senses that allow its marks and capitals, best
first; the country that it names; whether a term is a bare verb, which counts in
headlines only. A plain tuple, since it is taken apart for every hit."""


# Filled as texts are read, like ``Senses``. A spelling has one folded form, and so one
# pattern; it may stand for the same wherever it stands.
class Spellings(dict[str, Spelling]):
    """What the spellings met so far may stand for.

    Args:
        senses: of the patterns.
        places: the countries that patterns name.
    """

    def __init__(self, senses: Senses, places: Mapping[int, Place]) -> None:
        super().__init__()
        self._senses = senses
        self._places = places

    def learn(self, pattern: int, spelling: str) -> Spelling:
        """Work out what a spelling may stand for that is met for the first time.

        Args:
            pattern: number of its folded form.
            spelling: as it stands in the text.
        """
        senses = tuple(one for one in self._senses[pattern] if _admits(one, spelling))
        place = self._places.get(pattern)
        named = place if place and _names(spelling, place) else None
        bare = bool(senses) and senses[-1].kind == "bare" and " " not in spelling
        found = (senses, named, bare)
        if len(self) < MOST:
            self[spelling] = found
        return found


def _admits(sense: Sense, spelling: str) -> bool:
    if _INSIDE.search(spelling) and not _has_own_marks(sense.text, spelling):
        return False
    return sense.case is Case.FREE or fits_case(spelling, sense.text, sense.case)


def _has_own_marks(term: str, spelling: str) -> bool:
    return set(_INSIDE.findall(spelling)) <= set(_INSIDE.findall(term))


def _names(spelling: str, place: Place) -> bool:
    """Whether a spelling has the capitals of a country's name."""
    return spelling[0].isupper() and fits_case(spelling, place.name, Case.CAPITALS)


def fits_case(spelling: str, term: str, case: Case) -> bool:
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
    if spelling == term:
        return True
    if case is Case.EXACT:
        return _LETTERS.sub("", term) == _LETTERS.sub("", spelling)
    acronyms = [word for word in _PARTS.findall(term) if is_acronym(word)]
    if acronyms:
        return _have_acronyms(_PARTS.findall(spelling), acronyms)
    return _has_capitals(spelling, _LETTERS.sub("", term))


def is_acronym(word: str) -> bool:
    """Whether a word is an acronym: several letters, all capitals."""
    return len(word) > 1 and word.isupper()


def _have_acronyms(words: list[str], acronyms: list[str]) -> bool:
    return all(
        acronym in words or (len(acronym) >= 4 and acronym.capitalize() in words)
        for acronym in acronyms
    )


def _has_capitals(spelling: str, model: str) -> bool:
    """Whether the words of a text begin with a capital where a name has one."""
    at = 0
    for word in spelling.split():
        if at < len(model) and model[at].isupper() and not word[0].isupper():
            return False
        at += len(_LETTERS.sub("", word))
    return True
