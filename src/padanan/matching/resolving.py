"""Which of the terms that a text may have are annotated, composed ones among them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from padanan.matching.composing import compose

if TYPE_CHECKING:
    from padanan.matching.document import Document, Found


def resolve(document: Document) -> list[Found]:
    """Return the terms of a document: from the left, the longest that holds.

    What lies inside a term that was found is not even tried. A composed term must be
    longer than every listed one that begins with it.
    """
    found = []
    last = 0
    composed = compose(document)
    for number, (start, minus_end, _, senses) in enumerate(document.candidates):
        if start >= last:
            first = senses[0]
            if first.only_part and len(senses) == 1:
                sense = None
            else:
                sense = document.sense(number) if first.conditional else first
            longer = composed.get(start) if composed else None
            if longer is not None and longer[1] > -minus_end:
                last = longer[1]
                found.append(longer)
            elif sense is not None:
                last = -minus_end
                found.append((start, last, sense))
    return found


def resolve_all(document: Document) -> list[Found]:
    """Return all terms that hold, composed and overlapping ones included, in order."""
    tried = (
        (start, -minus_end, document.sense(number))
        for number, (start, minus_end, _, _) in enumerate(document.candidates)
    )
    found = [(start, end, held) for start, end, held in tried if held is not None]
    composed = compose(document)
    if composed:
        found += composed.values()
        # A listed term comes before a composed one of the same span.
        found.sort(key=lambda one: (one[0], -one[1], bool(one[2].parts)))
    return found
