"""Which conditions hold wherever another one does: beside those it says nothing new.

Only what is sure is claimed. The words that two tests ask for are compared as they
are written, with the words of lists and short forms in place of their names.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from padanan.matching.conditions.looks import (
    DOCUMENT,
    Beside,
    Capitals,
    Look,
    TermWords,
)
from padanan.matching.conditions.words import found_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from padanan.matching.conditions import Condition
    from padanan.matching.conditions.kinds import Test
    from padanan.matching.conditions.looks import Asked
    from padanan.matching.conditions.words import Words


def needless(conditions: Sequence[Condition]) -> Iterator[tuple[int, int]]:
    """Yield which of several conditions can go where one of them must hold, or none.

    Yields:
        The number of a condition, and that of one which holds wherever it does. All
        that are yielded can go together; of two that say the same it is the later one.

    >>> from padanan.matching.conditions import parse
    >>> texts = "near a | b", "near a", "near b and capitalised", "followed by c"
    >>> list(needless([*map(parse, texts)]))
    [(1, 0), (2, 0)]
    """
    found = {}
    left = [*range(len(conditions))]
    # From the end, and only by those that are left, so that one of each circle stays.
    for number in reversed(left[:]):
        others = (n for n in left if n != number)
        wider = (n for n in others if implies(conditions[number], conditions[n]))
        because = next(wider, None)
        if because is not None:
            left.remove(number)
            found[number] = because
    yield from sorted(found.items())


def implies(one: Condition, other: Condition) -> bool:
    """Whether the other condition surely holds wherever the first one does.

    >>> from padanan.matching.conditions import parse
    >>> implies(parse("near klub and not near negara"), parse("near SPORT"))
    True
    >>> implies(parse("near klub"), parse("near SPORT and not near negara"))
    False
    >>> implies(parse("not near klub | negara"), parse("not near negara"))
    True
    """
    return all(
        any(_test_implies(given, asked) for given in one.tests) for asked in other.tests
    )


def _test_implies(one: Test, other: Test) -> bool:
    if one.negated is not other.negated:
        return False
    if one.negated:
        one, other = other, one
    return _covers(other.program(), one.program())


def _covers(wide: Asked | None, narrow: Asked | None) -> bool:
    """Whether what one test asks for is there wherever what another asks for is.

    >>> from padanan.matching.conditions.words import sort_words
    >>> hak = sort_words(("hak",))
    >>> near, before = Look(hak, before=5, after=5), Look(hak, before=2)
    >>> _covers(near, before), _covers(before, near)
    (True, False)
    """
    match wide, narrow:
        case Look(), Look():
            return _reaches(wide, narrow) and _has_words(wide, narrow)
        case Beside(), Beside():
            return wide.domains >= narrow.domains and wide.concepts >= narrow.concepts
        case Capitals(), Capitals():
            return wide.small >= narrow.small
        case TermWords(), TermWords():
            return all(found_in(words, wide.words) for words in narrow.words)
    return False


def _reaches(wide: Look, narrow: Look) -> bool:
    """Whether a test looks wherever another one does."""
    if wide.within or narrow.within:
        return bool(narrow.within) and wide.within in {narrow.within, DOCUMENT}
    return (
        wide.before >= narrow.before
        and wide.after >= narrow.after
        and wide.beside <= narrow.beside
    )


def _has_words(wide: Look, narrow: Look) -> bool:
    """Whether a test that looks at least as far finds all that another one finds."""
    words, others = narrow.words, wide.words
    # The nearest country counts: where another one is wanted, it may be that of the
    # term itself.
    if words.country and (
        not others.country or words.only_foreign != others.only_foreign
    ):
        return False
    return _single(words, others) and all(
        _found_part(parts, wide, narrow) for parts in words.sequences
    )


def _single(words: Words, others: Words) -> bool:
    """Whether each single word of some that stands in a text is one of others.

    >>> from padanan.matching.conditions.words import sort_words
    >>> _single(sort_words(("hak", "AS")), sort_words(("hak*", "as")))
    True
    >>> _single(sort_words(("as",)), sort_words(("AS",)))
    False
    """
    begun = others.beginnings
    return (
        words.classes <= others.classes
        and all(one.startswith(begun) for one in words.beginnings)
        and all(w in others.known or w.startswith(begun) for w in words.known)
        and all(
            w in others.exact
            or w.lower() in others.known
            or w.lower().startswith(begun)
            for w in words.exact
        )
    )


def _found_part(parts: tuple[Words, ...], wide: Look, narrow: Look) -> bool:
    """Whether a test finds a part of several words that another one finds.

    Before the term the last of them count, behind it the first: there the search
    begins.
    """
    sizes = range(1, len(parts) + 1)
    if narrow.within:
        runs = [parts[at : at + size] for size in sizes for at in range(len(parts))]
        return any(_is_wanted(run, wide.words) for run in runs)
    sides = []
    if narrow.before:
        sides.append([parts[-size:] for size in sizes])
    if narrow.after:
        sides.append([parts[:size] for size in sizes])
    return all(any(_is_wanted(run, wide.words) for run in side) for side in sides)


def _is_wanted(run: tuple[Words, ...], words: Words) -> bool:
    """Whether words that follow each other are among those that are looked for."""
    if len(run) == 1 and _single(run[0], words):
        return True
    return any(
        len(run) == len(others) and all(map(_single, run, others))
        for others in words.sequences
    )
