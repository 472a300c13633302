"""Why a text is annotated as it is: what matched, what decided, what lost."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from padanan.matching.annotation import Explanation, Loser
from padanan.matching.conditions.words import with_meanings
from padanan.matching.document import verdicts
from padanan.model import Level

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from padanan.matching.abbreviations import Foreign
    from padanan.matching.annotation import Annotation
    from padanan.matching.conditions import Decision
    from padanan.matching.document import Document, Verdict


def explain(
    document: Document, annotations: tuple[Annotation, ...]
) -> tuple[Explanation, ...]:
    """Return an explanation for each annotation and each place where none held.

    Args:
        document: the text that was read.
        annotations: what was found in it.
    """
    tried = tuple(_tried(document))
    near = _Near(tried)
    explained = [_won(annotation, near.over(annotation)) for annotation in annotations]
    explained += _lost(annotations, tried)
    explained += _foreign(document, annotations)
    return tuple(sorted(explained, key=_start))


class _Tried(NamedTuple):
    start: int
    end: int
    text: str
    verdict: Verdict


class _Near:
    """What was tried in a document, to be found by where it stands.

    Args:
        tried: in the order of the starts.
    """

    def __init__(self, tried: tuple[_Tried, ...]) -> None:
        self._tried = tried
        self._longest = max((one.end - one.start for one in tried), default=0)

    def over(self, annotation: Annotation) -> Iterator[_Tried]:
        """Return what overlaps a term."""
        begin = bisect_left(self._tried, annotation.start - self._longest, key=_begin)
        end = bisect_left(self._tried, annotation.end, key=_begin)
        return (one for one in self._tried[begin:end] if one.end > annotation.start)


def _begin(one: _Tried | Annotation) -> int:
    return one.start


def _is_covered(annotations: tuple[Annotation, ...], start: int, end: int) -> bool:
    """Whether a span overlaps one of the terms, which are ordered and disjoint."""
    at = bisect_left(annotations, end, key=_begin) - 1
    return at >= 0 and annotations[at].end > start


def _tried(document: Document) -> Iterator[_Tried]:
    for number, (start, minus_end, *_) in enumerate(document.candidates):
        text = document.text[start:-minus_end]
        for verdict in verdicts(document, number):
            yield _Tried(start, -minus_end, text, verdict)


def _start(explanation: Explanation) -> int:
    if explanation.annotation:
        return explanation.annotation.start
    return explanation.losers[0].start


def _won(annotation: Annotation, tried: Iterable[_Tried]) -> Explanation:
    form = reason = ""
    if annotation.parts:
        form, reason = "composed", f"heads: {' + '.join(annotation.parts)}"
    losers = []
    for one in tried:
        if not form and _is(one, annotation):
            form, reason = one.verdict.sense.kind, _because(one.verdict.decision)
        else:
            losers.append(_loser(one, _why_lost(one, annotation)))
    return Explanation(annotation, form, reason, tuple(losers))


def _lost(
    annotations: tuple[Annotation, ...], tried: tuple[_Tried, ...]
) -> list[Explanation]:
    """Return the places where something was tried and nothing held."""
    return [
        Explanation(None, "", "", (_loser(one, _why_hidden(one)),))
        for one in tried
        if not _is_covered(annotations, one.start, one.end)
    ]


def _foreign(
    document: Document, annotations: tuple[Annotation, ...]
) -> list[Explanation]:
    """Return the short forms that the text uses for something else."""
    return [
        Explanation(None, "", "", (_foreign_loser(document.text, one),))
        for one in document.foreign
        if not _is_covered(annotations, one.start, one.start + 1)
    ]


def _foreign_loser(text: str, one: Foreign) -> Loser:
    reason = f"the text introduces “{one.sense.text}” as “{one.full_form}”"
    return Loser(one.start, one.end, text[one.start : one.end], one.sense.id, reason)


def _is(one: _Tried, annotation: Annotation) -> bool:
    return (
        (one.start, one.end) == (annotation.start, annotation.end)
        and one.verdict.decision.holds
        and one.verdict.sense.id == annotation.concept.id
    )


def _why_hidden(one: _Tried) -> str:
    if one.verdict.decision.holds and one.verdict.sense.basic:
        is_basic = one.verdict.sense.concept.level is Level.BASIC
        why = "level: basic" if is_basic else "English in the text"
        return f"{why}, marked with --level all"
    return _because(one.verdict.decision)


def _why_lost(one: _Tried, annotation: Annotation) -> str:
    if not one.verdict.decision.holds:
        return _because(one.verdict.decision)
    if one.start < annotation.start:
        return "overlaps the term before"
    if annotation.parts and one.end <= annotation.end:
        return f"part of “{annotation.text}”"
    if one.start > annotation.start:
        return f"inside or behind “{annotation.text}”, which begins further left"
    if one.end < annotation.end:
        return f"shorter than “{annotation.text}”"
    return "another reading comes first"


def _loser(one: _Tried, reason: str) -> Loser:
    return Loser(one.start, one.end, one.text, one.verdict.sense.id, reason)


def _because(decision: Decision) -> str:
    """Return the condition that decided, with the words that matched.

    >>> from padanan.matching.conditions import Decision
    >>> _because(Decision(True, "when followed by atas", "atas"))
    'when followed by atas: “atas”'
    """
    words, reason = decision.matched_words, with_meanings(decision.reason)
    return f"{reason}: “{words}”" if words else reason
