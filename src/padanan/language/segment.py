"""Where sentences end, found carefully: one sentence is one translation unit.

``sentencex`` cuts a paragraph into sentences. This module adds what it does not know:
Indonesian abbreviations (``abbreviations.tsv``), and the lines of an article, some of
which are headlines or items of a list and others only wrapped.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from padanan.language import INDONESIAN
from padanan.language.tables import rows

if TYPE_CHECKING:
    from collections.abc import Iterator

ABBREVIATIONS = "abbreviations.tsv"
NAME, NUMBER = "name", "number"
"""In the table: what must follow, so that the abbreviation ends no sentence."""

WIDEST = 100
"""A text with a longer line was not wrapped by hand or by an editor."""
NARROWEST = 40
"""A text of shorter lines was not wrapped either: headlines, a poem, a table."""

_BREAK = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
# What is before the text of a line: a quotation mark of Markdown, the mark of a
# heading, and the bullet, number or letter of a list item.
_MARKER = re.compile(
    r"\ufeff?\s*(?:>\s*)*(?:#{1,6}\s+)?"
    r"(?:(?:[-*+•‣▪●◦–—]|\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)])\s+)?"
)
_WORD = re.compile(r"\S+")
_CLOSED = re.compile(r"[.!?…:;][\"”’'»)\]]*\Z")
_LONGEST = 40
"""Maximum number of characters of an abbreviation and the space behind it."""
WINDOW = 10_000
"""Maximum number of characters that are cut into sentences at once."""
_MAY_END = re.compile(r"[.!?…][\"”’'»)\]]*+\s++")
_ENDS = re.compile(r"[.!?…][\"”’'»)\]]*\s*\Z")
_SPACES = re.compile(r"\s++")
_LAST_WORD = re.compile(r"(?:^|[\s(“‘\"'])(\S+)\s*\Z")


class _Line(NamedTuple):
    """The half-open offsets of a line's text, and how long the whole line is."""

    start: int
    end: int
    width: int
    marked: bool


def segment(text: str, language: str = INDONESIAN) -> tuple[tuple[int, int], ...]:
    r"""Return the sentences of an article, and its headlines and list items.

    Whatever is between them (white space, line breaks, the marks of lists and headings,
    lines without a letter or digit) belongs to none: the segments joined with what
    separates them are the text.

    Args:
        text: of the article; what is not to be translated is blotted out in it
            (``Article.readable``), and is no place to cut.
        language: ``id``, or ``en`` for a translation.

    Returns:
        Half-open offsets in code points, ordered and disjoint; no segment is empty
        or has white space at its ends.

    >>> text = "Menlu Tiba\n\nSdr. Rubio tiba tgl. 5 Mei. Ia berunding.\n- Damai"
    >>> [text[start:end] for start, end in segment(text)]
    ['Menlu Tiba', 'Sdr. Rubio tiba tgl. 5 Mei.', 'Ia berunding.', 'Damai']
    """
    found = (
        span
        for start, end in _blocks(text)
        for span in _sentences(text, start, end, language)
        if any(map(str.isalnum, text[slice(*span)]))
    )
    return tuple(found)


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of lines, those joined that are one paragraph wrapped."""
    lines = tuple(_lines(text))
    width = max((line.width for line in lines), default=0)
    open_at: int | None = None
    for number, line in enumerate(lines):
        start = line.start if open_at is None else open_at
        following = lines[number + 1] if number + 1 < len(lines) else None
        if following is not None and _goes_on(text, line, following, width):
            open_at = start
        else:
            open_at = None
            yield start, line.end


def _lines(text: str) -> Iterator[_Line]:
    last = 0
    for start, end in (*(m.span() for m in _BREAK.finditer(text)), (len(text),) * 2):
        marker = _MARKER.match(text, last, start)
        begin = marker.end() if marker else last
        whole = text[last:start].rstrip()
        stop = max(begin, last + len(whole))
        marked = bool(text[last:begin].strip("\ufeff \t\xa0"))
        yield _Line(begin, stop, len(whole), marked)
        last = end


def _goes_on(text: str, line: _Line, following: _Line, width: int) -> bool:
    """Whether the next line belongs to the same paragraph."""
    this, next_ = text[line.start : line.end], text[following.start : following.end]
    if not this or not next_ or following.marked:
        return False
    if next_[0].islower() and not _CLOSED.search(this):
        return True
    word = _WORD.match(next_)
    first = word.end() if word else 0
    # A wrapped line has as many words as fit: if the next word would still have fitted,
    # the line was ended on purpose.
    return NARROWEST <= width <= WIDEST and line.width + 1 + first > width


def _sentences(
    text: str, start: int, end: int, language: str
) -> Iterator[tuple[int, int]]:
    from sentencex import segment as cut

    begin = start
    for first, last in _windows(text, start, end):
        at = first
        for piece in cut(language, text[first:last]):
            at += len(piece)
            before = text[max(begin, at - _LONGEST) : at]
            # A window may end in the middle of a sentence.
            if (at < last or _ENDS.search(before)) and _is_cut(before, text, at, end):
                yield from _trimmed(text, begin, at)
                begin = at
    yield from _trimmed(text, begin, end)


def _windows(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield a paragraph in pieces that ``sentencex`` can read in reasonable time.

    It takes time with the square of the length where quotation marks stay open. No
    paragraph that people write is so long.
    """
    while end - start > WINDOW:
        # Where a sentence may end, or a word at least.
        last = start + WINDOW
        for pattern in (_MAY_END, _SPACES):
            found = [*pattern.finditer(text, start + WINDOW // 2, start + WINDOW)]
            if found:
                last = found[-1].end()
                break
        yield start, last
        start = last
    yield start, end


def _is_cut(before: str, text: str, at: int, end: int) -> bool:
    """Whether a sentence ends where ``sentencex`` says so."""
    first = _WORD.search(text, at, end)
    if first is None:
        return False
    if first[0][0].islower() or first[0][0] in ",;":
        return False
    last = _LAST_WORD.search(before)
    follows = _follows(last[1]) if last else ""
    return follows != NAME and not (follows == NUMBER and first[0][0].isdigit())


def _follows(word: str) -> str:
    """Return what follows an abbreviation, empty for any other word.

    >>> _follows("Tgl."), _follows("tiba.")
    ('number', '')
    """
    return _kinds().get(word) or _kinds().get(word[:1].lower() + word[1:], "")


@cache
def _kinds() -> dict[str, str]:
    return {abbreviation: kind for abbreviation, kind, _ in rows(ABBREVIATIONS)}


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    inside = text[start:end]
    begin = start + len(inside) - len(inside.lstrip())
    stop = start + len(inside.rstrip())
    if begin < stop:
        yield begin, stop
