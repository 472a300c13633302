"""The spans of a text that may be terms: boundaries, clitics, reduplication."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from padanan.language.indonesian import VERBAL, clitic_end
from padanan.language.normalise import SPACE, WORD_BYTES
from padanan.language.sentences import is_headline
from padanan.matching.senses import Sense
from padanan.matching.spellings import HYPHENS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from padanan.language.normalise import Folded, Hit
    from padanan.matching.mentions import Named
    from padanan.matching.spellings import Spelling, Spellings

_PLAIN = frozenset(" .,;:!?\n()\"“”'")
"""Beside these a hit needs no closer look: no hyphen, no letter of another script."""

_NEVER_BEHIND = frozenset("abcdefghijoqrstuvwxyzABCDEFGHIJOQRSTUVWXYZ0123456789")
"""What makes a hit the beginning of a longer word: no clitic begins with these."""

Candidate: TypeAlias = tuple[int, int, int, tuple[Sense, ...]]
"""A span that may be a term: its start in the text (code points, reduplication
included), its end (clitics included) with a minus sign, a running number, and its
senses, best first, never empty. So candidates sort by themselves into the order in
which they are tried: from the left, the longest first. A plain tuple, since there are
two for each annotation."""


class Scanned(NamedTuple):
    """What one pass over a text has found.

    Attributes:
        candidates: in the order of the text.
        named: names of countries, overlapping ones too, in any order.
    """

    candidates: list[Candidate]
    named: list[Named]


def scan(
    text: str, folded: Folded, hits: Sequence[Hit], spellings: Spellings
) -> Scanned:
    """Sift the overlapping hits of the automaton.

    Args:
        text: the text as given.
        folded: its folded copy.
        hits: pattern number, start and end in the folded copy's bytes.
        spellings: what they may stand for.
    """
    candidates: list[Candidate] = []
    named: list[Named] = []
    padded, known = f"{text} ", spellings.get
    for number, (pattern, start, stop) in enumerate(folded.origins(hits)):
        end = stop - 1
        after = padded[end]
        if after in _NEVER_BEHIND:
            continue
        spelling = padded[start:end]
        found = known(spelling) or spellings.learn(pattern, spelling)
        senses, place, bare = found
        if after in _PLAIN and padded[start - 1] in _PLAIN:
            if place is not None:
                named.append((start, -end, number, place))
            if bare and not is_headline(text, start, end):
                senses = _without_bare(senses)
            if senses:
                candidates.append((start, -end, number, senses))
        elif senses or place:
            span = _Span(number, start, end, *hits[number][1:])
            _beside_a_mark(text, folded, span, found, candidates, named)
    candidates.sort()
    return Scanned(candidates, named)


class _Span(NamedTuple):
    """A hit: its number, its span in the text and its span in the folded copy."""

    number: int
    start: int
    end: int
    begin: int
    stop: int


def _beside_a_mark(
    text: str,
    folded: Folded,
    span: _Span,
    found: Spelling,
    candidates: list[Candidate],
    named: list[Named],
) -> None:
    """Judge a hit that a hyphen, an odd letter or a clitic touches."""
    data, (number, start, end, begin, stop) = folded.data, span
    senses, place, bare = found
    tail = clitic_end(data, stop) if data[stop] in WORD_BYTES else stop
    if tail < 0 or _glued(text, start, end):
        return
    if place and tail == stop:
        named.append((start, -end, number, place))
    if _is_first_half(text, data, span):
        return
    if tail == stop:
        tail = _hyphened_clitic(text, data, stop, end)
    head = _doubled_start(text, data, span)
    if head != begin:
        senses = tuple(one for one in senses if one.kind not in VERBAL)
    elif bare and not is_headline(text, start, end):
        senses = _without_bare(senses)
    if senses:
        # The folded copy starts with a space; see normalize.Folded.
        first, last = folded.span(head + 1, tail)
        candidates.append((first, -last, number, senses))


def _without_bare(senses: tuple[Sense, ...]) -> tuple[Sense, ...]:
    """Drop bare verbs: *tolak* outside headlines is a noun or a root."""
    return tuple(sense for sense in senses if sense.kind != "bare")


def _glued(text: str, start: int, end: int) -> bool:
    """Whether a letter that the copy does not know touches the span."""
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    return (before > "ÿ" and before.isalnum()) or (after > "ÿ" and after.isalnum())


def _hyphened_clitic(text: str, data: bytes, stop: int, end: int) -> int:
    """Return the end with a clitic after a hyphen (*PBB-nya*), or the same end."""
    if data.startswith(b" nya", stop) and text[end] in HYPHENS:
        return stop if data[stop + 4] in WORD_BYTES else stop + 4
    return stop


def _head(data: bytes, span: _Span) -> bytes:
    """Return the first word of a hit, with the space before it."""
    space = data.find(SPACE, span.begin + 1, span.stop)
    return data[span.begin : space if space > 0 else span.stop]


def _doubled_start(text: str, data: bytes, span: _Span) -> int:
    """Return where a reduplicated head begins (*duta-duta besar*), or ``begin``."""
    if not span.start or text[span.start - 1] not in HYPHENS:
        return span.begin
    head = _head(data, span)
    at = span.begin - len(head)
    return at if at >= 0 and data[at : span.begin] == head else span.begin


def _is_first_half(text: str, data: bytes, span: _Span) -> bool:
    """Whether the hit is the first half of a reduplicated word (*undang-undang*)."""
    if span.end >= len(text) or text[span.end] not in HYPHENS:
        return False
    head = _head(data, span)
    if len(head) != span.stop - span.begin or not data.startswith(head, span.stop):
        return False
    behind = span.stop + len(head)
    return data[behind] not in WORD_BYTES or clitic_end(data, behind) > 0
