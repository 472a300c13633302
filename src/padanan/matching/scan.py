"""From the automaton's hits to candidates: boundaries, clitics, capitals."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from padanan.language.countries import Place, PlaceKind
from padanan.language.indonesian import VERBAL, clitic_end
from padanan.language.normalize import INVISIBLE, SPACE, WORD_BYTES
from padanan.language.sentences import is_headline
from padanan.matching.compiled import Case

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from padanan.language.normalize import Folded
    from padanan.matching.readings import Reading, Readings

HYPHENS = "-\u2010\u2011\u2012\u2013"
_INSIDE = re.compile(rf"[^\w\s\{HYPHENS}'’‘ʼ{INVISIBLE}\u0300-\u036f]")
"""What may not stand inside a term, unless the term itself has it."""
_PLAIN = frozenset(" .,;:!?\n()\"“”'")
"""Beside these a hit needs no closer look: no hyphen, no letter of another script."""
_LETTERS = re.compile(r"[\W_]+")
_PARTS = re.compile(r"[^\W_]+")


class Candidate(NamedTuple):
    """A span that may be a term.

    Attributes:
        start: offset in the text (code points), reduplication included.
        end: offset behind it, clitics included.
        readings: what it may stand for, best first; never empty.
    """

    start: int
    end: int
    readings: tuple[Reading, ...]


class Mention(NamedTuple):
    """A country named in the text."""

    start: int
    end: int
    place: Place


class Scanned(NamedTuple):
    """What one pass over a text has found, both in the order of the text."""

    candidates: tuple[Candidate, ...]
    mentions: tuple[Mention, ...]


def scan(
    text: str,
    folded: Folded,
    hits: Iterable[tuple[int, int, int]],
    readings: Readings,
    places: Mapping[int, Place],
) -> Scanned:
    """Sift the overlapping hits of the automaton.

    Args:
        text: the text as given.
        folded: its folded copy.
        hits: pattern number, start and end in the folded copy's bytes.
        readings: what the patterns mean.
        places: which of them name a country.
    """
    candidates: list[Candidate] = []
    mentions: list[Mention] = []
    data = folded.data
    for pattern, begin, end in hits:
        stop = clitic_end(data, end) if data[end] in WORD_BYTES else end
        if stop < 0:
            continue
        start, core_end = folded.span(begin + 1, end)
        surface = text[start:core_end]
        place = places.get(pattern)
        if place and stop == end and _is_place(text, start, surface, place):
            mentions.append(Mention(start, core_end, place))
        found = readings[pattern]
        if found:
            hit = _Hit(start, core_end, begin, end, stop, surface)
            candidate = _candidate(text, folded, hit, found)
            if candidate:
                candidates.append(candidate)
    candidates.sort(key=_by_start_and_length)
    return Scanned(tuple(candidates), _leftmost(mentions))


def _by_start_and_length(found: Candidate | Mention) -> tuple[int, int]:
    return found.start, -found.end


class _Hit(NamedTuple):
    """A hit: the form's span in the text, in the copy, and where its clitics end."""

    start: int
    core_end: int
    begin: int
    end: int
    stop: int
    surface: str


def _candidate(
    text: str, folded: Folded, hit: _Hit, readings: tuple[Reading, ...]
) -> Candidate | None:
    before = text[hit.start - 1] if hit.start else " "
    after = text[hit.core_end] if hit.core_end < len(text) else " "
    if before in _PLAIN and after in _PLAIN:
        admitted = _admitted(text, hit, readings, doubled=False)
        if hit.stop == hit.end:
            return Candidate(*hit[:2], admitted) if admitted else None
        # The folded copy starts with a space; see normalize.Folded.
        span = folded.span(hit.begin + 1, hit.stop)
        return Candidate(*span, admitted) if admitted else None
    return _beside_a_mark(text, folded, hit, readings)


def _beside_a_mark(
    text: str, folded: Folded, hit: _Hit, readings: tuple[Reading, ...]
) -> Candidate | None:
    """Judge a hit that a hyphen, an odd letter or a clitic touches."""
    data, (start, core_end, begin, end, stop, _) = folded.data, hit
    if _glued(text, start, core_end):
        return None
    if _is_first_half(text, data, begin, end, core_end):
        return None
    if stop == end:
        stop = _hyphened_clitic(text, data, end, core_end)
    head = _doubled_start(text, data, begin, end, start)
    admitted = _admitted(text, hit, readings, doubled=head != begin)
    return Candidate(*folded.span(head + 1, stop), admitted) if admitted else None


def _admitted(
    text: str, hit: _Hit, readings: tuple[Reading, ...], *, doubled: bool
) -> tuple[Reading, ...]:
    """Return the readings whose marks and capitals the text has."""
    surface = hit.surface
    if len(readings) > 1 or not _is_simple(readings[0], surface) or doubled:
        readings = tuple(
            reading
            for reading in readings
            if _admits(reading, surface, doubled=doubled)
        )
    if readings and readings[-1].kind == "bare" and " " not in surface:
        return _in_headline(text, hit.start, hit.core_end, readings)
    return readings


def _is_simple(reading: Reading, surface: str) -> bool:
    return reading.case is Case.FREE and surface.isalpha()


def _glued(text: str, start: int, end: int) -> bool:
    """Whether a letter that the copy does not know touches the span."""
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    return (before > "ÿ" and before.isalnum()) or (after > "ÿ" and after.isalnum())


def _hyphened_clitic(text: str, data: bytes, end: int, core_end: int) -> int:
    """Return the end with a clitic after a hyphen (*PBB-nya*), or the same end."""
    if data.startswith(b" nya", end) and text[core_end] in HYPHENS:
        return end if data[end + 4] in WORD_BYTES else end + 4
    return end


def _head(data: bytes, begin: int, end: int) -> bytes:
    """Return the first word of a hit, with the space before it."""
    space = data.find(SPACE, begin + 1, end)
    return data[begin : space if space > 0 else end]


def _doubled_start(text: str, data: bytes, begin: int, end: int, start: int) -> int:
    """Return where a reduplicated head begins (*duta-duta besar*), or ``begin``."""
    if not start or text[start - 1] not in HYPHENS:
        return begin
    head = _head(data, begin, end)
    at = begin - len(head)
    return at if at >= 0 and data[at:begin] == head else begin


def _is_first_half(text: str, data: bytes, begin: int, end: int, core_end: int) -> bool:
    """Whether the hit is the first half of a reduplicated word (*undang-undang*)."""
    if core_end >= len(text) or text[core_end] not in HYPHENS:
        return False
    head = _head(data, begin, end)
    if len(head) != end - begin or not data.startswith(head, end):
        return False
    behind = end + len(head)
    return data[behind] not in WORD_BYTES or clitic_end(data, behind) > 0


def _admits(reading: Reading, surface: str, *, doubled: bool) -> bool:
    if doubled and reading.kind in VERBAL:
        return False
    if _INSIDE.search(surface) and not _has_own_marks(reading.text, surface):
        return False
    return reading.case is Case.FREE or fits_case(surface, reading.text, reading.case)


def _in_headline(
    text: str, start: int, end: int, readings: tuple[Reading, ...]
) -> tuple[Reading, ...]:
    """Drop bare verbs outside headlines: *tolak* there, elsewhere a noun or a root."""
    if is_headline(text, start, end):
        return readings
    return tuple(reading for reading in readings if reading.kind != "bare")


def _has_own_marks(term: str, surface: str) -> bool:
    return set(_INSIDE.findall(surface)) <= set(_INSIDE.findall(term))


def fits_case(surface: str, term: str, case: Case) -> bool:
    """Whether the capitals of a text are those that a term demands.

    A capital is demanded where a word of the text begins that has one in the term,
    not behind a hyphen (*Bangsa-bangsa*) nor inside a joined word (*Kerjasama*).
    Acronyms must be whole; from four letters on one capital is enough, as EYD V has
    it for those that are read as words (*Asean*). A name with an acronym is known
    by that, whatever the case of the rest (*majelis umum PBB*).

    >>> fits_case("gedung putih", "Gedung Putih", Case.CAPITALS)
    False
    >>> fits_case("Asean", "ASEAN", Case.CAPITALS)
    True
    >>> fits_case("As", "AS", Case.CAPITALS)
    False
    """
    if surface == term:
        return True
    if case is Case.EXACT:
        return _LETTERS.sub("", term) == _LETTERS.sub("", surface)
    acronyms = [word for word in _PARTS.findall(term) if is_acronym(word)]
    if acronyms:
        return _have_acronyms(_PARTS.findall(surface), acronyms)
    return _has_capitals(surface, _LETTERS.sub("", term))


def is_acronym(word: str) -> bool:
    """Whether a word is an acronym: several letters, all capitals."""
    return len(word) > 1 and word.isupper()


def _have_acronyms(words: list[str], acronyms: list[str]) -> bool:
    return all(
        acronym in words or (len(acronym) >= 4 and acronym.capitalize() in words)
        for acronym in acronyms
    )


def _has_capitals(surface: str, model: str) -> bool:
    """Whether the words of a text begin with a capital where a name has one."""
    at = 0
    for word in surface.split():
        if at < len(model) and model[at].isupper() and not word[0].isupper():
            return False
        at += len(_LETTERS.sub("", word))
    return True


def _is_place(text: str, start: int, surface: str, place: Place) -> bool:
    """Whether a text names the country that a hit may stand for."""
    return (
        surface[0].isupper()
        and fits_case(surface, place.name, Case.CAPITALS)
        and not _glued(text, start, start + len(surface))
    )


def _leftmost(mentions: list[Mention]) -> tuple[Mention, ...]:
    """Return disjoint mentions, longest first; names that only look like one go."""
    mentions.sort(key=_by_start_and_length)
    chosen: list[Mention] = []
    for mention in mentions:
        if not chosen or mention.start >= chosen[-1].end:
            chosen.append(mention)
    return tuple(found for found in chosen if found.place.kind is not PlaceKind.NONE)
