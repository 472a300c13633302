"""Why a text is annotated as it is: what matched, what decided, what lost."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from padanan.matching.resolve import verdicts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from padanan.matching.annotation import Annotation
    from padanan.matching.recogniser import Options, Recogniser
    from padanan.matching.resolve import Document, Foreign, Verdict


class Loser(NamedTuple):
    """A reading that was tried and not taken.

    Attributes:
        start: offset in the text.
        end: offset behind it.
        text: ``text[start:end]``.
        concept: id of the concept that it would have been.
        reason: why it was not.
    """

    start: int
    end: int
    text: str
    concept: str
    reason: str


class Explanation(NamedTuple):
    """What stands behind an annotation, or behind a span that has none.

    Attributes:
        annotation: ``None`` where nothing at this place held.
        form: how the form comes from the term, one of ``indonesian.KINDS``.
        reason: the condition that let the term pass, with its cue; empty where
            the term has no condition.
        losers: what else was tried here, in the order of the text.
    """

    annotation: Annotation | None
    form: str
    reason: str
    losers: tuple[Loser, ...]


def explain(
    recogniser: Recogniser, text: str, options: Options
) -> tuple[Explanation, ...]:
    """Return an explanation for each annotation and each place where none held."""
    document = recogniser.open(text)
    annotations = recogniser.annotate(text, options)
    tried = tuple(_tried(document))
    explained = [_won(annotation, tried) for annotation in annotations]
    explained += _lost(annotations, tried)
    explained += _foreign(document, annotations)
    return tuple(sorted(explained, key=_start))


class _Tried(NamedTuple):
    start: int
    end: int
    text: str
    verdict: Verdict


def _tried(document: Document) -> Iterator[_Tried]:
    for number, (start, minus_end, *_) in enumerate(document.candidates):
        text = document.text[start:-minus_end]
        for verdict in verdicts(document, number):
            yield _Tried(start, -minus_end, text, verdict)


def _start(explanation: Explanation) -> int:
    if explanation.annotation:
        return explanation.annotation.start
    return explanation.losers[0].start


def _won(annotation: Annotation, tried: tuple[_Tried, ...]) -> Explanation:
    form = reason = ""
    losers = []
    for one in tried:
        if not _overlaps(one, annotation):
            continue
        if not form and _is(one, annotation):
            form, reason = one.verdict.reading.kind, _because(one.verdict)
        else:
            losers.append(_loser(one, _why_lost(one, annotation)))
    return Explanation(annotation, form, reason, tuple(losers))


def _lost(
    annotations: tuple[Annotation, ...], tried: tuple[_Tried, ...]
) -> list[Explanation]:
    """Return the places where something was tried and nothing held."""
    return [
        Explanation(None, "", "", (_loser(one, _because(one.verdict)),))
        for one in tried
        if not any(_overlaps(one, each) for each in annotations)
    ]


def _foreign(
    document: Document, annotations: tuple[Annotation, ...]
) -> list[Explanation]:
    """Return the short forms that the text uses for something else."""
    return [
        Explanation(None, "", "", (_foreign_loser(document.text, one),))
        for one in document.foreign
        if not any(each.start <= one.start < each.end for each in annotations)
    ]


def _foreign_loser(text: str, one: Foreign) -> Loser:
    reason = f"the text introduces “{one.reading.text}” as “{one.full_form}”"
    return Loser(one.start, one.end, text[one.start : one.end], one.reading.id, reason)


def _overlaps(one: _Tried, annotation: Annotation) -> bool:
    return one.start < annotation.end and annotation.start < one.end


def _is(one: _Tried, annotation: Annotation) -> bool:
    return (
        (one.start, one.end) == (annotation.start, annotation.end)
        and one.verdict.holds
        and one.verdict.reading.id == annotation.concept.id
    )


def _why_lost(one: _Tried, annotation: Annotation) -> str:
    if not one.verdict.holds:
        return _because(one.verdict)
    if one.start < annotation.start:
        return "overlaps the term before"
    if one.start > annotation.start:
        return f"inside or behind “{annotation.text}”, which begins further left"
    if one.end < annotation.end:
        return f"shorter than “{annotation.text}”"
    return "another reading comes first"


def _loser(one: _Tried, reason: str) -> Loser:
    return Loser(one.start, one.end, one.text, one.verdict.reading.id, reason)


def _because(verdict: Verdict) -> str:
    """Return the condition that decided, with its cue.

    >>> from padanan.matching.resolve import Verdict
    >>> _because(Verdict(None, True, "when followed by atas", "atas"))
    'when followed by atas: “atas”'
    """
    return f"{verdict.reason}: “{verdict.cue}”" if verdict.cue else verdict.reason
