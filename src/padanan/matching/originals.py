"""What was found in the plain copy of a text, with the offsets of the original."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from padanan.language.offsets import Offsets
    from padanan.matching.annotation import Annotation, Explanation, Loser

Spanned = TypeVar("Spanned", "Annotation", "Loser")


def annotations_of(
    text: str, offsets: Offsets, found: Sequence[Annotation]
) -> tuple[Annotation, ...]:
    """Return annotations of a plain copy as annotations of the original.

    Args:
        text: the original.
        offsets: from the copy to it.
        found: in the copy.
    """
    return tuple(_Original(text, offsets).annotation(one) for one in found)


def explanations_of(
    text: str, offsets: Offsets, found: Sequence[Explanation]
) -> tuple[Explanation, ...]:
    """Return explanations of a plain copy as explanations of the original."""
    original = _Original(text, offsets)
    return tuple(
        one._replace(
            annotation=one.annotation and original.annotation(one.annotation),
            losers=tuple(map(original.moved, one.losers)),
        )
        for one in found
    )


class _Original(NamedTuple):
    text: str
    offsets: Offsets

    def annotation(self, found: Annotation) -> Annotation:
        nested = tuple(map(self.annotation, found.nested))
        return self.moved(found)._replace(nested=nested)

    def moved(self, found: Spanned) -> Spanned:
        start, end = self.offsets.span(found.start, found.end)
        return found._replace(start=start, end=end, text=self.text[start:end])
