"""In what a sentence differs from a similar one: its numbers and its terms."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from padanan.matching.annotation import Annotation

_NUMBER = re.compile(r"\d+(?:[.,:/]\d+)*")


class Differences(NamedTuple):
    """What a translation must have that the translation of a similar sentence lacks.

    Attributes:
        numbers: of the sentence, not of the similar one.
        needless_numbers: of the similar one only.
        terms: of the sentence, each with its English, not of the similar one.
        needless_terms: of the similar one only.
    """

    numbers: tuple[str, ...] = ()
    needless_numbers: tuple[str, ...] = ()
    terms: tuple[tuple[str, str], ...] = ()
    needless_terms: tuple[tuple[str, str], ...] = ()


def differences(
    sentence: str,
    known: str,
    annotate: Callable[[str], Iterable[Annotation]],
) -> Differences:
    """Return in what a sentence differs from one of the memory.

    Args:
        sentence: Indonesian.
        known: the similar one.
        annotate: returns the terms of a text.

    >>> differences("Pasal 5 dan 6", "Pasal 5 dan 7", lambda text: ()).numbers
    ('6',)
    """
    numbers, others = (Counter(_NUMBER.findall(text)) for text in (sentence, known))
    terms, beside = (_terms(annotate(text)) for text in (sentence, known))
    return Differences(
        tuple((numbers - others).elements()),
        tuple((others - numbers).elements()),
        tuple(terms[name] for name in terms if name not in beside),
        tuple(beside[name] for name in beside if name not in terms),
    )


def _terms(annotations: Iterable[Annotation]) -> dict[str, tuple[str, str]]:
    """Return the terms of a text by what they mean: as written, with their English."""
    return {
        "+".join((*(each.parts or (each.concept.id,)), *each.equivalents[:1])): (
            each.text,
            each.equivalents[0] if each.equivalents else "",
        )
        for each in annotations
    }
