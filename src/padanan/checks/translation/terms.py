"""Checks of a translation: whether a unit has the English of its terms."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from padanan.checks.findings import Fault, Span
from padanan.checks.translation.answers import Answer, grouped, recurring, shifted
from padanan.checks.translation.confidence import NOTED, REPLACED, Confidence
from padanan.checks.translation.occurrences import has_own_title
from padanan.checks.translation.paraphrases import (
    EarlierUnits,
    Paraphrase,
    Siblings,
    apart,
    paraphrase,
    wording_key,
    wordings,
)
from padanan.checks.translation.partly import Partly
from padanan.checks.translation.shortfall import shortfalls
from padanan.checks.wording import Both, Phrase, advice
from padanan.language.countries import indonesian_name, region_name
from padanan.model import Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from padanan.checks.translation.occurrences import (
        Occurrence,
        TargetTerm,
        Translation,
        UnitTerms,
    )
    from padanan.checks.wording import Word

_APART = {False: 0.3, True: 0.12}
"""Maximum distance of a term and of what says it, by whether it is only noted."""
FALSE_FRIEND = "false friend"
"""Words in the reason of a deprecated equivalent that make it one."""


class _Wrong(NamedTuple):
    """An occurrence of a concept that the target has fewer times, and right.

    Attributes:
        unit: the unit.
        occurrence: the term.
        deprecated: a deprecated equivalent that stands in the target instead.
        foreign: the English of another region that stands there instead.
    """

    unit: UnitTerms
    occurrence: Occurrence
    deprecated: TargetTerm | None
    foreign: TargetTerm | None


def deprecated_used(translation: Translation) -> Iterator[Fault]:
    """Yield deprecated equivalents that stand where the term should."""
    for one, occurrence, found, _ in _not_right(translation):
        if found and not _is_false_friend(found):
            reason = f" ({found.term.reason})" if found.term.reason else ""
            yield _fault(one, occurrence, found, reason=reason)


def wrong_region(translation: Translation) -> Iterator[Fault]:
    """Yield offices and bodies that are called as those of another country are."""
    for one, occurrence, deprecated, found in _not_right(translation):
        if found and not deprecated:
            annotation = occurrence.annotation
            code = str(annotation.region)
            country = Both(region_name(code), indonesian_name(code))
            because = str(annotation.because)
            yield _fault(one, occurrence, found, country=country, because=because)


def false_friend(translation: Translation) -> Iterator[Fault]:
    """Yield words that only look like the equivalent."""
    for one, occurrence, found, _ in _not_right(translation):
        if found and _is_false_friend(found):
            yield _fault(one, occurrence, found, reason=str(found.term.reason))


def left_in_indonesian(translation: Translation) -> Iterator[Fault]:
    """Yield Indonesian terms that stand in the translation."""
    for one in translation.units:
        terms_left = _Left(one)
        for occurrence in one.occurrences:
            left = terms_left[_written(occurrence)]
            if left:
                said = _write(occurrence)
                yield one.fault(occurrence, left, left=left.text, advice=said)


def no_equivalent(translation: Translation) -> Iterator[Fault]:
    """Yield terms for which nothing that the glossary has is there.

    It is only noted where something seems to stand for the term, where the document
    says the same elsewhere, and where most terms of the unit are gone
    (``most_are_gone``). Where its English stands in the unit, but elsewhere, see
    ``shortfall``.
    """
    sure = Confidence(translation)
    for answer in answers(translation):
        if not answer.satisfied:
            confidence = NOTED if answer.noted else sure.of(answer.occurrence)
            yield _no_equivalent(answer)._replace(confidence=confidence)
    for one, occurrence in shortfalls(translation):
        yield one.fault(
            occurrence,
            None,
            stretch=Phrase("the-unit"),
            instead=Phrase("elsewhere"),
            advice=_write(occurrence),
        )._replace(confidence=REPLACED)


def _no_equivalent(answer: Answer) -> Fault:
    one, occurrence, said = answer.unit, answer.occurrence, answer.said
    fault = one.fault(
        occurrence,
        said.span if said else None,
        stretch=Phrase("the-unit" if one.unit.aligned else "the-stretch"),
        instead=Phrase("perhaps", {"said": said.span.text}) if said else "",
        advice=_write(occurrence),
    )
    return fault._replace(noted=answer.noted)


def most_are_gone(translation: Translation) -> Iterator[Fault]:
    """Yield units that lack most of the terms of their source."""
    grouped: dict[str | None, list[Answer]] = {}
    for answer in answers(translation):
        if answer.grouped:
            grouped.setdefault(answer.unit.where.unit, []).append(answer)
    for some in grouped.values():
        texts = dict.fromkeys(answer.occurrence.annotation.text for answer in some)
        yield Fault(some[0].unit.where, {"terms": ", ".join(texts)})


def answers(translation: Translation) -> tuple[Answer, ...]:
    """Return what stands for the terms that no equivalent renders."""
    missing: dict[int, list[Occurrence]] = {}
    for one, occurrence, deprecated, foreign in _not_right(translation):
        if not (deprecated or foreign or occurrence.right):
            missing.setdefault(id(one), []).append(occurrence)
    found: list[Answer] = []
    full: dict[str, int] = {}
    named: dict[str, int] = {}
    siblings = Siblings(o.concept for one in translation.units for o in one.occurrences)
    for number, one in enumerate(translation.units):
        some = missing.get(id(one), [])
        left, before = _Left(one), EarlierUnits(number, full, named)
        asked = [o for o in some if not left[_written(o)]]
        said = wordings(translation.engine, one, asked, siblings)
        found += grouped(
            Answer(
                number,
                one,
                o,
                _at_hand(one, o, said.get(wording_key(o)))
                or _at_hand(one, o, paraphrase(one, o, before)),
            )
            for o in asked
        )
        for occurrence in one.occurrences:
            named[occurrence.concept.id] = number
            if occurrence.right:
                full[occurrence.concept.id] = number
    return _with_parts(translation, recurring(translation, shifted(found)))


def _at_hand(
    one: UnitTerms, occurrence: Occurrence, said: Paraphrase | None
) -> Paraphrase | None:
    """Return what seems to say a term, if its place in the unit is like the term's."""
    if said is None:
        return None
    far = apart(one, occurrence, said.span) > _APART[said.noted]
    return None if far else said


def _with_parts(
    translation: Translation, found: tuple[Answer, ...]
) -> tuple[Answer, ...]:
    """Return answers; what is said in part or nearly is noted."""
    parts = {
        id(one): Partly(translation.engine, one)
        for one in {id(a.unit): a.unit for a in found if not a.noted}.values()
    }
    return tuple(
        answer
        if answer.noted
        else answer._replace(said=parts[id(answer.unit)].says(answer.occurrence))
        for answer in found
    )


def _not_right(translation: Translation) -> Iterator[_Wrong]:
    """Yield the occurrences of concepts that the target has fewer times, and right.

    Where it has enough, those for which it has a calque too.
    """
    for one in translation.units:
        counts = Counter(occurrence.key[0] for occurrence in one.occurrences)
        wrong: dict[tuple[str, str | None], tuple[TargetTerm | None, ...]] = {}
        meant = {o.key: o for o in one.occurrences}
        own = {key: len({t.start for t in one.own(o)}) for key, o in meant.items()}
        for occurrence in one.occurrences:
            key = occurrence.key
            if key not in wrong:
                enough = own[key] >= counts[key[0]]
                wrong[key] = _wrong(one, occurrence, enough=enough)
            deprecated, foreign = wrong[key]
            if own[key] < counts[key[0]] or deprecated:
                yield _Wrong(one, occurrence, deprecated, foreign)


def _wrong(
    one: UnitTerms, occurrence: Occurrence, *, enough: bool
) -> tuple[TargetTerm | None, TargetTerm | None]:
    """Return the deprecated and the foreign English that stands for a term.

    Where there is enough that is right, only what says nothing else: a single word is
    an everyday word as well, *limit*, but *outside minister* is not.
    """
    deprecated = _deprecated(one, occurrence)
    if not enough:
        return deprecated, _foreign(one, occurrence)
    calque = deprecated is not None and " " in deprecated.term.text
    return deprecated if calque else None, None


def _deprecated(one: UnitTerms, occurrence: Occurrence) -> TargetTerm | None:
    """Return a deprecated equivalent in the target that nothing else accounts for."""
    wrong = (
        found
        for found in occurrence.target_terms
        if found.term.status is Status.DEPRECATED
    )
    return _unaccounted(one, wrong)


def _foreign(one: UnitTerms, occurrence: Occurrence) -> TargetTerm | None:
    """Return the English of another region that stands instead of this one's."""
    if occurrence.annotation.region is None or one.own(occurrence):
        return None
    wrong = (
        found
        for found in occurrence.target_terms
        if found.term.status is not Status.DEPRECATED
        and (found.term.region or has_own_title(occurrence.annotation))
    )
    return _unaccounted(one, wrong)


def _unaccounted(one: UnitTerms, wrong: Iterable[TargetTerm]) -> TargetTerm | None:
    """Return the first term that is no part of what is right for some occurrence."""
    accounted = one.right.cover
    return next((term for term in wrong if not accounted(term.start, term.end)), None)


_BREAKS = re.compile(r"[\s-]+")


class _Left(dict[tuple[str, str, bool], "Span | None"]):
    """Indonesian terms in the target of a unit that are no gloss.

    A term in brackets or quotation marks beside its English is explained, not left.
    Each term is looked for once, however often the source has it.
    """

    def __init__(self, unit: UnitTerms) -> None:
        self.unit = unit
        target = unit.unit.target
        self._target = target.lower()
        even = len(self._target) == len(target) and _ODD.isdisjoint(target)
        self._lower = self._target if even else None

    def __missing__(self, written: tuple[str, str, bool]) -> Span | None:
        *both, glossed = written
        # Quick, and most texts have not even the beginning of the term.
        texts = (
            text
            for text in dict.fromkeys(both)
            if _BREAKS.split(text.lower())[0] in self._target
        )
        found = next(_left(self.unit, texts, self._lower, glossed=glossed), None)
        self[written] = found
        return found


def _written(occurrence: Occurrence) -> tuple[str, str, bool]:
    """Return how source and glossary write a term, and if its English is there.

    What English writes with the same letters is empty: *Nato*, *G-20*.
    """
    annotation = occurrence.annotation
    same = {_letters(text) for text in annotation.equivalents if text.isupper()}
    here, listed = (
        "" if _letters(text) in same else _as_sought(text)
        for text in (annotation.text, annotation.term.text)
    )
    return here, listed, bool(occurrence.right)


def _as_sought(text: str) -> str:
    """Return a term as it is sought: a source may write one in thousands of ways."""
    spaced = " ".join(text.split())
    return spaced if spaced.isupper() else spaced.lower()


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()


def _left(
    one: UnitTerms, texts: Iterable[str], lower: str | None, *, glossed: bool
) -> Iterator[Span]:
    target = one.unit.target
    for text in filter(None, texts):
        for match in _places(text, target, lower):
            start, end = match.span()
            near = one.right.near(start, end)
            if any(_is_english(found, start, end, text) for found in near):
                continue
            if not (glossed and _is_marked(target, start, end)):
                yield Span(start, end, match[0])


_ODD = frozenset("\u0130\u0131\u017f\u212a")
"""Signs that an expression takes for i, s or k, though their small letters are not."""


def _places(text: str, target: str, lower: str | None) -> Iterator[re.Match[str]]:
    """Yield where a term stands in a target.

    It is looked for by its first word: an expression alone looks at every character,
    and a long target may have thousands of terms.

    Args:
        text: the term.
        target: the English text.
        lower: the same in small letters, offset for offset; ``None`` if there is none.
    """
    pattern = _as_written(text)
    if lower is None:
        yield from pattern.finditer(target)
        return
    sought, where = (text, target) if text.isupper() else (text.lower(), lower)
    first = _BREAKS.split(sought)[0]
    at = where.find(first)
    while at >= 0:
        match = pattern.match(target, at)
        if match:
            yield match
        at = where.find(first, max(match.end(), at + 1) if match else at + 1)


def _is_english(found: TargetTerm, start: int, end: int, text: str) -> bool:
    """Whether an Indonesian word is English here: *visa*, but not *amnesti*.

    It is if the English term has it as a part, not if it has the English term as a
    part: *Protokol Kyoto*.
    """
    if start < found.start or found.end < end:
        return False
    whole = (found.start, found.end) == (start, end)
    return not whole or _letters(found.term.text) == _letters(text)


@lru_cache(maxsize=4096)
def _as_written(text: str) -> re.Pattern[str]:
    words = r"[\s-]+".join(map(re.escape, _BREAKS.split(text)))
    # An acronym is left only as it is: "AS" is not the English "as".
    flags = re.NOFLAG if text.isupper() else re.IGNORECASE
    return re.compile(rf"(?<!\w){words}(?!\w)", flags)


def _is_marked(text: str, start: int, end: int) -> bool:
    return text[start - 1 : start] in set("(“\"‘'[*_«") and text[end : end + 1] in set(
        ")”\"’']*_»,;"
    )


def _is_false_friend(found: TargetTerm) -> bool:
    return FALSE_FRIEND in (found.term.reason or "")


def _write(occurrence: Occurrence, wrong: str = "") -> Phrase:
    return advice(t for t in occurrence.annotation.equivalents if t.lower() != wrong)


def _fault(
    one: UnitTerms, occurrence: Occurrence, found: TargetTerm, **words: Word
) -> Fault:
    said = _write(occurrence, found.term.text.lower())
    return one.fault(occurrence, found.span, english=found.text, advice=said, **words)
