"""Texts with tags for formats and objects, and the marks that represent tags.

A pair of tags encloses formatted words. A single tag represents an object without
words: a picture, the number of a note, a line break. Files without tags of their own
have short marks of ASCII characters: ``{1}…{/1}`` and ``{2/}``. Braces of the text
itself are doubled if they look like the beginning of a mark.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

TagKind: TypeAlias = Literal["open", "close", "point"]

_MARK = re.compile(
    r"(?P<braces>\{++)(?:(?P<close>/)(?P<closed>\d{1,6})|(?P<name>\d{1,6})(?P<point>/?))\}"
)
_BRACES = re.compile(r"\{++\Z")
_WRAP = re.compile(r"(?<![ \t])[ \t]*+[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]\s*+|\t")
_FORMS = {"open": "{%s}", "close": "{/%s}", "point": "{%s/}"}


class Tag(NamedTuple):
    """A tag in a text.

    Attributes:
        at: offset in the text.
        kind: whether it begins a pair, ends one, or stands alone.
        name: the same for both tags of a pair; a number in worksheets.
    """

    at: int
    kind: TagKind
    name: str

    @property
    def mark(self) -> str:
        """The tag as a mark.

        >>> Tag(0, "close", "1").mark
        '{/1}'
        """
        return _FORMS[self.kind] % self.name


class Tagged(NamedTuple):
    """A text without its tags, and the tags in order."""

    text: str
    tags: tuple[Tag, ...] = ()

    @property
    def marked(self) -> str:
        """The text with a mark for each tag.

        >>> Tagged("Nota {1}", (Tag(0, "open", "1"), Tag(4, "close", "1"))).marked
        '{1}Nota{/1} {{1}'
        """
        return "".join(text for text, _ in self.pieces())

    def pieces(self) -> Iterator[tuple[str, bool]]:
        """Yield the pieces of ``marked``, and whether each is a mark.

        >>> list(Tagged("Nota", (Tag(0, "point", "1"),)).pieces())
        [('{1/}', True), ('Nota', False)]
        """
        parts = [*self.parts()]
        for number, part in enumerate(parts, 1):
            if isinstance(part, Tag):
                yield part.mark, True
            else:
                yield _escaped(part, is_last=number == len(parts)), False

    @property
    def plain(self) -> str:
        """The text without tags; a tag between two letters becomes a space.

        >>> Tagged("JalanMerdeka", (Tag(5, "point", "1"),)).plain
        'Jalan Merdeka'
        """
        points = {tag.at for tag in self.tags if tag.kind == "point"}
        parting = [at for at in sorted(points) if _is_between(self.text, at)]
        bounds = [0, *parting, len(self.text)]
        return " ".join(self.text[start:end] for start, end in pairwise(bounds))

    def parts(self) -> Iterator[str | Tag]:
        """Yield texts and tags in order; no text is empty."""
        last = 0
        for tag in self.tags:
            if tag.at > last:
                yield self.text[last : tag.at]
            yield tag
            last = tag.at
        if last < len(self.text):
            yield self.text[last:]


class TagFaults(NamedTuple):
    """The wrong tags of a translation, as marks.

    Attributes:
        missing: tags of the source that are missing.
        needless: tags that occur twice, or that the source does not have.
        crossed: tags of pairs that are not closed, or closed in the wrong order.
    """

    missing: tuple[str, ...] = ()
    needless: tuple[str, ...] = ()
    crossed: tuple[str, ...] = ()


def read_marks(text: str) -> Tagged:
    """Return a text with its marks read as tags.

    >>> found = read_marks("{1}Nota{/1} {{1}")
    >>> found.text, found.tags[1]
    ('Nota {1}', Tag(at=4, kind='close', name='1'))
    """
    parts: list[str] = []
    tags: list[Tag] = []
    last = length = 0
    for match in _MARK.finditer(text):
        count, is_tag = divmod(len(match["braces"]), 2)
        inner = "{" * count
        if not is_tag:
            inner += match[0].lstrip("{")
        parts.append(text[last : match.start()] + inner)
        length += len(parts[-1])
        if is_tag:
            tags.append(_tag(match, length))
        last = match.end()
    return Tagged("".join((*parts, text[last:])), tuple(tags))


def _tag(match: re.Match[str], at: int) -> Tag:
    if match["close"]:
        return Tag(at, "close", match["closed"])
    return Tag(at, "point" if match["point"] else "open", match["name"])


def _escaped(text: str, *, is_last: bool) -> str:
    """Return a text with doubled braces where they could be read as a mark."""
    escaped = _MARK.sub(lambda match: match["braces"] + match[0], text)
    if is_last:
        return escaped
    return _BRACES.sub(lambda braces: braces[0] * 2, escaped)


def faults(source: Iterable[Tag], target: Sequence[Tag]) -> TagFaults:
    """Return the wrong tags of a translation.

    Args:
        source: the tags of the original.
        target: the tags of the translation.

    >>> faults((Tag(0, "point", "1"), Tag(2, "point", "2")), (Tag(0, "point", "1"),))
    TagFaults(missing=('{2/}',), needless=(), crossed=())
    """
    ours = Counter(tag.mark for tag in source)
    theirs = Counter(tag.mark for tag in target)
    return TagFaults(
        tuple((ours - theirs).elements()),
        tuple((theirs - ours).elements()),
        tuple(dict.fromkeys(_crossed(target))),
    )


def _crossed(tags: Iterable[Tag]) -> Iterator[str]:
    opened: list[Tag] = []
    for tag in tags:
        if tag.kind == "open":
            opened.append(tag)
        elif tag.kind == "close":
            if not opened or opened[-1].name != tag.name:
                yield tag.mark
            else:
                opened.pop()
    yield from (tag.mark for tag in opened)


def on_one_line(text: str) -> str:
    r"""Return a sentence on one line, without control characters.

    >>> on_one_line("gencatan\r\n  senjata\x07")
    'gencatan senjata'
    """
    line = _WRAP.sub(" ", text)
    return "".join(
        character
        for character in line
        if unicodedata.category(character) != "Cc" and character not in "\ufffe\uffff"
    )


def widths(text: str, offsets: Iterable[int]) -> tuple[int, ...]:
    r"""Return the length of the text before each offset, on one line.

    The text is read only once for all offsets.

    Args:
        text: as it was, with its line breaks.
        offsets: in any order.

    >>> widths("nota\n  baru", (11, 4, 7))
    (9, 4, 5)
    """
    listed = tuple(offsets)
    found: dict[int, int] = {}
    begin = width = 0
    for at in sorted(set(listed)):
        # White space may be part of a line break that continues after the offset.
        words = text[begin:at].rstrip()
        begin += len(words)
        width += len(on_one_line(words))
        found[at] = width + len(on_one_line(text[begin:at]))
    return tuple(found[at] for at in listed)


def tidy(tagged: Tagged) -> Tagged:
    r"""Return a translation on one line, without white space around it.

    >>> tidy(read_marks(" {1}Peace\n now {/1}")).marked
    '{1}Peace now{/1}'
    """
    line = on_one_line(tagged.text)
    text = line.strip()
    before = len(line) - len(line.lstrip())
    places = widths(tagged.text, (tag.at for tag in tagged.tags))
    tags = (
        tag._replace(at=_within(at - before, text))
        for tag, at in zip(tagged.tags, places, strict=True)
    )
    return Tagged(text, tuple(tags))


def _within(at: int, text: str) -> int:
    return min(max(at, 0), len(text))


def _is_between(text: str, at: int) -> bool:
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()
