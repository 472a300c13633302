"""Whether a condition holds where a term stands, and for which words."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from padanan.matching.conditions import Condition, Where
from padanan.matching.gates import NEAR, WINDOW, Sought, rule
from padanan.matching.surroundings import TIGHT
from padanan.matching.words import COUNTRY, WORD, Edge, Words, ending_at, starting_at

if TYPE_CHECKING:
    from padanan.matching.gates import Rule
    from padanan.matching.surroundings import Context, Surroundings

_LETTERS = re.compile(r"[^\W\d_]+")


def holds(condition: Condition, place: Surroundings) -> bool:
    """Whether a condition holds around an occurrence of a term.

    >>> from padanan.matching.conditions import parse
    >>> from padanan.matching.surroundings import Sentence, Surroundings
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
    >>> from padanan.matching.surroundings import Sentence, Surroundings
    >>> place = Surroundings(Sentence("berada dalam tahanan polisi"), 13, 20)
    >>> evidence(parse("preceded by dalam | masa"), place)
    'dalam'
    """
    return cue(rule(condition), place)


def cue(ready: Rule, place: Surroundings) -> str | None:
    """Return the same for a condition made ready."""
    gate = ready.gate
    if gate is not None:
        plain = place.document.plain
        if not gate.is_open(plain, place.start, place.end):
            return None
    first = ""
    for sought in ready.tests:
        found = _found(sought, place)
        if (found is None) is not sought.test.negated:
            return None
        first = first or found or ""
    return first


def _found(sought: Sought, place: Surroundings) -> str | None:
    wanted, within = sought.wanted, sought.test.within
    match sought.test.kind:
        case Where.BEFORE:
            return _before(wanted, within, place)
        case Where.AFTER:
            return _after(wanted, within, place)
        case Where.NEAR:
            found = _before(wanted, NEAR, place)
            return _after(wanted, NEAR, place) if found is None else found
        case Where.SENTENCE:
            return _within(wanted, place.sentence, place)
        case Where.DOCUMENT:
            return _within(wanted, (0, len(place.text)), place)
        case Where.DOMAIN | Where.CONCEPT:
            return _beside(sought, place)
        case Where.CAPITALISED:
            words = _LETTERS.findall(place.text, place.start, place.end)
            return "" if all(word[0].isupper() for word in words) else None


def _beside(sought: Sought, place: Surroundings) -> str | None:
    test = sought.test
    for other in place.neighbours:
        name = other.domain if test.kind is Where.DOMAIN else other.concept
        if name in test.words:
            return place.text[other.start : other.end]
    return None


def _before(wanted: Words, within: int | None, place: Surroundings) -> str | None:
    """Look for words before the term, ``within`` words from it or just beside it."""
    found = place.before
    if within or place.touches_before:
        for at in range(len(found) - 1, max(-1, len(found) - 1 - (within or 1)), -1):
            count = ending_at(found, at, wanted)
            if count:
                return " ".join(found[at - count + 1 : at + 1])
    return _country_before(within, place) if COUNTRY in wanted.classes else None


def _after(wanted: Words, within: int | None, place: Surroundings) -> str | None:
    """Look for words after the term, ``within`` words from it or just beside it."""
    found = place.after
    if within or place.touches_after:
        for at in range(min(within or 1, len(found))):
            count = starting_at(found, at, wanted)
            if count:
                return " ".join(found[at : at + count])
    return _country_after(within, place) if COUNTRY in wanted.classes else None


def _country_before(within: int | None, place: Surroundings) -> str | None:
    countries = place.countries
    number = bisect_left(countries, (place.start,)) - 1
    if number < 0 or countries[number][0] < place.sentence[0]:
        return None
    start, end = countries[number]
    near = end <= place.start and _is_near(place.text, end, place.start, within)
    return place.text[start:end] if near else None


def _country_after(within: int | None, place: Surroundings) -> str | None:
    countries = place.countries
    number = bisect_left(countries, (place.end,))
    if number >= len(countries) or countries[number][0] >= place.sentence[1]:
        return None
    start, end = countries[number]
    near = _is_near(place.text, place.end, start, within)
    return place.text[start:end] if near else None


def _is_near(text: str, start: int, end: int, within: int | None) -> bool:
    """Whether few enough words stand between two offsets."""
    if end - start > WINDOW:
        return False
    if within is None:
        return not text[start:end].strip(TIGHT)
    return len(WORD.findall(text, start, end)) < within


def _may_have(first: Edge, span: tuple[int, int], document: Context) -> bool:
    """Whether a span may have wanted words, by the words that they begin with."""
    if first.any or not first.words.isdisjoint(document.vocabulary(span)):
        return True
    begins = first.beginnings
    return bool(begins) and first.begins(document.plain.words[slice(*span)].split())


def _within(wanted: Words, span: tuple[int, int], place: Surroundings) -> str | None:
    """Look for words anywhere in a span but in the term itself."""
    if _may_have(wanted.first, span, place.document):
        for part in ((span[0], place.start), (place.end, span[1])):
            # One by one: where the span is a document, the first is mostly near.
            found: list[str] = []
            for word in WORD.finditer(place.text, *part):
                found.append(word.group())
                count = ending_at(found, len(found) - 1, wanted)
                if count:
                    return " ".join(found[-count:])
    if COUNTRY not in wanted.classes:
        return None
    for start, end in place.countries:
        if span[0] <= start and end <= span[1]:
            return place.text[start:end]
    return None
