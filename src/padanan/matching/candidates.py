"""The spans of a text that may be terms.

The hits of the patterns in the folded text (``finder``) are sifted by what touches
them: boundaries of words, clitics, hyphens, reduplication.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from padanan.language.indonesian import VERBAL, clitic_end
from padanan.language.normalise import SPACE, WORD_BYTES
from padanan.language.sentences import is_headline
from padanan.matching.senses import HYPHENS, PREFIXES, Sense, with_prefix

if TYPE_CHECKING:
    from collections.abc import Sequence

    from padanan.language.normalise import Folded, Hit
    from padanan.matching.mentions import Named
    from padanan.matching.senses import Spelling, Spellings

_LONGEST = 6
"""Characters in which a prefix with its hyphen is looked for."""
_LETTERS = "abcdefghijklmnopqrstuvwxyz"

_PLAIN = frozenset(" .,;:!?\n()\"“”'")
"""A hit between two of these needs no closer look: none is a hyphen or a letter."""

_NEVER_BEHIND = frozenset("abcdefghijoqrstuvwxyzABCDEFGHIJOQRSTUVWXYZ0123456789")
"""A hit before one of these begins a longer word: no clitic begins with them."""

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
    """Sift overlapping hits.

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
    """Judge a hit beside a hyphen, a letter of another script or a clitic."""
    data, (number, start, end, _, stop) = folded.data, span
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
    if bare and not is_headline(text, start, end):
        senses = _without_bare(senses)
    head, senses = _with_what_precedes(text, data, span, senses)
    if senses:
        # The folded copy starts with a space; see ``normalise.Folded``.
        first, last = folded.span(head + 1, tail)
        candidates.append((first, -last, number, senses))


def _with_what_precedes(
    text: str, data: bytes, span: _Span, senses: tuple[Sense, ...]
) -> tuple[int, tuple[Sense, ...]]:
    """Return where a hit begins with what a hyphen joins to it, and its senses then."""
    prefix = _prefix(text, span.start)
    if prefix:
        # A name is marked by itself: anti-PBB.
        nouns = [one for one in senses if one.nominal and one.text.islower()]
        if nouns:
            found = tuple(with_prefix(one, prefix) for one in nouns)
            return span.begin - len(prefix) - 1, found
    head = _doubled_start(text, data, span)
    if head != span.begin:
        senses = tuple(one for one in senses if one.kind not in VERBAL)
    return head, senses


def _without_bare(senses: tuple[Sense, ...]) -> tuple[Sense, ...]:
    """Drop bare verbs: *tolak* outside headlines is a noun or a root."""
    return tuple(sense for sense in senses if sense.kind != "bare")


def _glued(text: str, start: int, end: int) -> bool:
    """Whether a letter outside Latin-1, which the copy lacks, touches the span."""
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


def _prefix(text: str, start: int) -> str:
    """Return the prefix that a hyphen parts from a term: *non-kombatan*, or nothing."""
    if not start or text[start - 1] not in HYPHENS:
        return ""
    before = text[max(start - _LONGEST, 0) : start - 1].lower()
    word = before[len(before.rstrip(_LETTERS)) :]
    return word if word in PREFIXES else ""


def _is_first_half(text: str, data: bytes, span: _Span) -> bool:
    """Whether the hit is the first half of a reduplicated word (*undang-undang*)."""
    if span.end >= len(text) or text[span.end] not in HYPHENS:
        return False
    head = _head(data, span)
    if len(head) != span.stop - span.begin or not data.startswith(head, span.stop):
        return False
    behind = span.stop + len(head)
    return data[behind] not in WORD_BYTES or clitic_end(data, behind) > 0
