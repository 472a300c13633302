"""Checks of a translation: names of persons that are misspelt or missing."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from padanan.checks.findings import Fault, Span
from padanan.language.persons import folded, is_misspelt, is_variant, names, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from padanan.checks.translation.occurrences import Translation, UnitTerms
    from padanan.language.persons import Word


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
    has = f", which has “{instead.text}”" if instead else ""
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
    theirs = words(target)
    known = {form for word in theirs for form in _forms(word.text)}
    beside = [*pairwise(theirs), *((b, a) for a, b in pairwise(theirs))]
    for name in names(source, passed):
        missing = [word for word in name if folded(word.text) not in known]
        if len(missing) == len(name):
            if not any(_like(word, one) for word in name for one in theirs):
                yield Differing(name, None)
            continue
        for word in missing:
            others = {folded(one.text) for one in name if one not in missing}
            near = (b for a, b in beside if folded(a.text) in others)
            instead = next((one for one in near if _is_wrong(word, one)), None)
            if instead:
                yield Differing((word,), instead)


def _forms(word: str) -> tuple[str, ...]:
    return (folded(word), *map(folded, word.split("-")))


def _like(word: Word, other: Word) -> bool:
    one, two = word.text, other.text
    return is_variant(one, two) or is_misspelt(one, two)


def _is_wrong(word: Word, other: Word) -> bool:
    one, two = word.text, other.text
    return two[0].isupper() and is_misspelt(one, two) and not is_variant(one, two)
