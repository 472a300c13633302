"""Subtitles: what is said in SubRip (SRT) and WebVTT files, without numbers and times.

Sources: WebVTT: The Web Video Text Tracks Format (W3C), 4; SubRip has no standard: a
number, a line of times, and text up to the next number. Sentences run over cues.
"""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING, NamedTuple

from padanan.articles.paragraphs import (
    SPACES,
    Origin,
    Paragraph,
    article_of,
    ends_sentence,
    goes_on,
)
from padanan.articles.plain import decode
from padanan.errors import DocumentError
from padanan.files.text import codec_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from padanan.articles.article import Article

KIND = "subtitles"

PAUSE = 5_000
"""Milliseconds after which a cue begins a paragraph, whatever was said before."""

_TIME = r"(?:(\d{1,4}):)?(\d{1,2}):(\d{2})[,.](\d{1,3})"
_TIMES = re.compile(rf"\s*{_TIME}[ \t]*-->[ \t]*{_TIME}(?!\d)")
_TAG = re.compile(r"</?(?:[A-Za-z][^<>\n]{0,500}|\d[\d:.]{3,20})?>")
_READING = re.compile(r"<rt(?:[. ][^<>\n]{0,500})?>[^<>\n]{0,500}")
"""How a word of WebVTT is pronounced, which stands above it."""
_OVERRIDE = re.compile(r"\{\\[^{}\n]{0,500}\}")
"""What programs for subtitles write into SRT to place and colour a line."""
_WORD_TIMES = re.compile(r"<\d[\d:.]{3,20}>")


class Cue(NamedTuple):
    """What is shown at once.

    Attributes:
        start: milliseconds from the beginning.
        end: the same of its end.
        lines: its lines, without tags.
        timed: whether some of its words have times of their own.
    """

    start: int
    end: int
    lines: tuple[str, ...]
    timed: bool = False


def read(data: bytes, path: str, encoding: str | None = None) -> Article:
    """Return what subtitles say.

    Raises:
        DocumentError: the bytes cannot be decoded, or there is no cue.
    """
    name = codec_of(data, encoding)
    text = decode(data, path, encoding).lstrip("\ufeff")
    found = list(cues(text))
    if not found:
        problem = "no subtitles: no line of times — save it as .txt if it is a text"
        raise DocumentError(problem, path=path)
    origin = Origin(path, KIND, data, name)
    return article_of(map(Paragraph, paragraphs(found)), origin)


def cues(text: str) -> Iterator[Cue]:
    r"""Yield the cues of a file.

    >>> text = "1\n00:00:01,000 --> 00:00:02,500\n<i>Menlu</i>\ntiba.\n"
    >>> list(cues(text))
    [Cue(start=1000, end=2500, lines=('Menlu', 'tiba.'), timed=False)]
    """
    is_vtt = text.startswith("WEBVTT")
    lines = text.splitlines()
    places = [
        (number, found)
        for number, line in enumerate(lines)
        if "-->" in line and (found := _TIMES.match(line))
    ]
    ends = [*(number for number, _ in places), len(lines)][1:]
    for (number, times), end in zip(places, ends, strict=True):
        inside = lines[number + 1 : end]
        said = _to_empty(inside) if is_vtt else _without_number(inside, end, lines)
        yield Cue(
            _milliseconds(times.groups()[:4]),
            _milliseconds(times.groups()[4:]),
            tuple(_shown(said, is_vtt=is_vtt)),
            any(map(_WORD_TIMES.search, said)),
        )


def _milliseconds(parts: Sequence[str | None]) -> int:
    hours, minutes, seconds, rest = (part or "0" for part in parts)
    whole = (int(hours) * 60 + int(minutes)) * 60 + int(seconds)
    return whole * 1000 + int(rest.ljust(3, "0"))


def _to_empty(lines: Sequence[str]) -> Sequence[str]:
    """Return the lines up to an empty one: then comes a note or the name of a cue."""
    empty = next((n for n, line in enumerate(lines) if not line.strip()), len(lines))
    return lines[:empty]


def _without_number(
    lines: Sequence[str], end: int, every: Sequence[str]
) -> Sequence[str]:
    """Return lines without the number of the next cue; empty ones may stand in text."""
    if end < len(every) and lines and lines[-1].strip().isdigit():
        return lines[:-1]
    return lines


def _shown(lines: Iterable[str], *, is_vtt: bool) -> Iterator[str]:
    for line in lines:
        bare = _TAG.sub("", _READING.sub("", line) if is_vtt else line)
        said = unescape(bare) if is_vtt else _OVERRIDE.sub("", bare).replace("\\N", " ")
        if said := SPACES.sub(" ", said).strip():
            yield said


def paragraphs(found: Iterable[Cue]) -> Iterator[str]:
    """Yield the paragraphs that cues make; a sentence may run over several cues.

    >>> one, two = Cue(0, 900, ("Menlu",)), Cue(1000, 1900, ("tiba.", "Ia pulang."))
    >>> list(paragraphs([one, two]))
    ['Menlu tiba.', 'Ia pulang.']
    """
    said: list[str] = []
    last = 0
    for cue in _once(found):
        for line in cue.lines:
            if said and (cue.start - last > PAUSE or _begins(said[-1], line)):
                yield " ".join(said)
                said = []
            said.append(line)
            last = max(last, cue.end)
    if said:
        yield " ".join(said)


def _begins(before: str, line: str) -> bool:
    return ends_sentence(before) and not goes_on(line)


def _once(found: Iterable[Cue]) -> Iterator[Cue]:
    """Yield cues without the lines that captions that roll up show once more.

    Such captions have a time at each word.
    """
    every = tuple(found)
    rolls = any(cue.timed for cue in every)
    before: tuple[str, ...] = ()
    for cue in every:
        lines = tuple(line for line in cue.lines if not (rolls and line in before))
        yield cue._replace(lines=lines)
        before = cue.lines
