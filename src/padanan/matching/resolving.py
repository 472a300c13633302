"""Which of the terms that a text may have are annotated, composed ones among them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from padanan.matching.composing import (
    compose,
    heads_by_start,
    longest_of,
    may_end_behind,
)

if TYPE_CHECKING:
    from padanan.matching.candidates import Candidate
    from padanan.matching.document import Document, Found
    from padanan.matching.senses import Sense


def resolve(document: Document, *, basic: bool = True) -> list[Found]:
    """Return the terms of a document: from the left, the longest that holds.

    What lies inside a term that was found is not even tried. A composed term must be
    longer than every listed one that begins with it. ``native.resolving`` does the same
    by numbers.

    Args:
        document: the text.
        basic: whether words of everyday news are wanted; without that some
            of them may come too.
    """
    found = []
    last, done, hiding = 0, -1, not basic
    heads = heads_by_start(document)
    candidates = document.candidates
    final = len(candidates) - 1
    for number, (start, minus_end, _, senses) in enumerate(candidates):
        if start < last or start == done:
            continue
        first = senses[0]
        # Told first of what is tried, since most of it is hidden.
        hidden = (first.only_part or (hiding and first.unseen)) and len(senses) == 1
        if start in heads:
            done = start
            one = _composed_or_listed(document, number, heads[start], hidden=hidden)
            if one is not None:
                last = one[1]
                found.append(one)
            continue
        if hidden:
            continue
        sense = document.sense(number) if first.conditional else first
        if sense is None:
            continue
        end = -minus_end
        # Few reach into the next one.
        reaches = number < final and candidates[number + 1][0] < end
        if not (reaches and _cuts_a_name(document, start, end, sense)):
            last = end
            found.append((start, end, sense))
    return found


def _composed_or_listed(
    document: Document, number: int, heads: list[Candidate], *, hidden: bool
) -> Found | None:
    """Return the term that begins at the start of some heads, ``None`` if none does.

    Args:
        document: the text.
        number: of the first candidate with that start.
        heads: those of them that may be heads of composed terms.
        hidden: whether that candidate is marked only as a part of a composed term.
    """
    start, minus_end, *_ = document.candidates[number]
    following = document.candidates[number + 1 : number + 2]
    if hidden and not (following and following[0][0] == start):
        may_be = may_end_behind(document, number, -minus_end)
        return longest_of(document, heads) if may_be else None
    listed = _listed(document, number)
    if listed is None:
        return longest_of(document, heads)
    if not may_end_behind(document, number, listed[1]):
        return listed
    return longest_of(document, heads, listed) or listed


def _listed(document: Document, number: int) -> Found | None:
    """Return the longest listed term that holds, of those with one start."""
    candidates = document.candidates
    start = candidates[number][0]
    while number < len(candidates) and candidates[number][0] == start:
        sense = document.sense(number)
        end = -candidates[number][1]
        if sense is not None and not _cuts_a_name(document, start, end, sense):
            return start, end, sense
        number += 1
    return None


def _cuts_a_name(document: Document, start: int, end: int, sense: Sense) -> bool:
    """Whether a span ends with the first word of a longer name.

    *Sengketa laut* is no term in *sengketa Laut China Selatan*. A title stays one:
    *Ketua DPR RI*.
    """
    if sense.title:
        return False
    text = document.text
    last = text.rfind(" ", start, end) + 1
    if not last or not text[last].isupper():
        return False
    number = document.starts.get(last)
    if number is None:
        return False
    _, minus_end, _, senses = document.candidates[number]
    if -minus_end <= end or not any(one.named for one in senses):
        return False
    # A name that its conditions refuse is none here.
    longer = document.sense(number)
    return longer is not None and longer.named


def resolve_all(document: Document) -> list[Found]:
    """Return all terms that hold, composed and overlapping ones included, in order."""
    tried = (
        (start, -minus_end, document.sense(number))
        for number, (start, minus_end, _, _) in enumerate(document.candidates)
    )
    found = [
        (start, end, held)
        for start, end, held in tried
        if held is not None and not _cuts_a_name(document, start, end, held)
    ]
    composed = [*compose(document)]
    if composed:
        found += composed
        # A listed term comes before a composed one of the same span.
        found.sort(key=lambda one: (one[0], -one[1], bool(one[2].parts)))
    return found
