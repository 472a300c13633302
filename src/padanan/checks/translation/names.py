"""Checks of a translation: names of persons that are misspelt or missing."""

from __future__ import annotations

from functools import cached_property
from itertools import islice, pairwise
from typing import TYPE_CHECKING, NamedTuple

from padanan.checks.findings import Fault, Span
from padanan.checks.wording import Phrase
from padanan.language.persons import (
    folded,
    is_variant,
    misspelt_among,
    names,
    spelt,
    words,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from padanan.checks.translation.occurrences import Translation, UnitTerms
    from padanan.language.persons import Word


MOST = 200
"""Maximum number of names that are looked for in a unit which lacks them: a text that
lacks more is no translation of it."""


class Differing(NamedTuple):
    """Words of a name, and what the target has instead."""

    words: tuple[Word, ...]
    instead: Word | None


def names_differ(translation: Translation) -> Iterator[Fault]:
    """Yield names of persons that are misspelt, or of which nothing is there.

    A misspelt word stands beside another one of the name, which is right. Many names
    that are missing are no fault: a translator writes *he*.
    """
    for one in translation.units:
        source, target = one.unit.source, one.unit.target
        if not target.strip():
            continue
        passed = [(term.start, term.end) for term in one.occurrences]
        for some, instead in differing(source, target, passed):
            yield _fault(one, some, instead)


def _fault(one: UnitTerms, some: tuple[Word, ...], instead: Word | None) -> Fault:
    start, end = some[0].start, some[-1].end
    name = Span(start, end, one.unit.source[start:end])
    there = Span(instead.start, instead.end, instead.text) if instead else None
    has = Phrase("which-has", {"listed": f"“{instead.text}”"}) if instead else ""
    return Fault(
        one.where, {"name": name.text, "instead": has}, source=name, target=there
    )


def differing(
    source: str, target: str, passed: Iterable[tuple[int, int]] = ()
) -> Iterator[Differing]:
    """Yield the words of names that the target spells otherwise, or leaves out.

    >>> [one.instead.text for one in differing(
    ...     "kata Marco Rubio di Roma", "said Marco Rubbio in Rome")]
    ['Rubbio']
    """
    theirs = _Target(target)
    lacking = (
        (name, missing)
        for name in names(source, passed)
        if (missing := [word for word in name if folded(word.text) not in theirs.known])
    )
    for name, missing in islice(lacking, MOST):
        if len(missing) == len(name):
            if not any(theirs.has_like(word.text) for word in name):
                yield Differing(name, None)
            continue
        others = {folded(one.text) for one in name if one not in missing}
        for word in missing:
            instead = theirs.wrong_beside(word.text, others)
            if instead:
                yield Differing((word,), instead)


class _Target:
    """The words of a target, made ready for looking names up, however many there are.

    Args:
        text: the target.
    """

    def __init__(self, text: str) -> None:
        self._words = words(text)
        self.known = {form for word in self._words for form in _forms(word.text)}

    def has_like(self, name: str) -> bool:
        """Whether a word is a name in another spelling, or with a letter wrong."""
        alike = self._by_spelling.get(spelt(name), ())
        if any(is_variant(name, word) for word in alike):
            return True
        return bool(misspelt_among(name, self._folded))

    def wrong_beside(self, name: str, others: Iterable[str]) -> Word | None:
        """Return the first word beside one of the others that is a name misspelt."""
        found = (
            (number, word)
            for other in others
            for number, word in self._misspelt_beside(name, other)
            if not is_variant(name, word.text)
        )
        return min(found, default=(0, None))[1]

    def _misspelt_beside(self, name: str, other: str) -> Iterator[tuple[int, Word]]:
        beside = self._beside.get(other, {})
        listed = list(beside.values())
        for at in misspelt_among(name, list(beside)):
            yield listed[at]

    @cached_property
    def _folded(self) -> list[str]:
        return list({folded(word.text) for word in self._words})

    @cached_property
    def _by_spelling(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for word in self._words:
            found.setdefault(spelt(word.text), set()).add(word.text)
        return found

    @cached_property
    def _beside(self) -> dict[str, dict[str, tuple[int, Word]]]:
        """The words with capitals beside each word: those behind it come first."""
        found: dict[str, dict[str, tuple[int, Word]]] = {}
        behind = [*pairwise(self._words)]
        pairs = (*behind, *((after, before) for before, after in behind))
        for number, (word, near) in enumerate(pairs):
            if near.text[0].isupper():
                some = found.setdefault(folded(word.text), {})
                some.setdefault(folded(near.text), (number, near))
        return found


def _forms(word: str) -> tuple[str, ...]:
    return (folded(word), *map(folded, word.split("-")))
