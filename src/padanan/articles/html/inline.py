"""What is between the block tags of a page: words, objects and inline tags.

A region is a stretch of source without block tags. Inline elements enclose words; tags
that do not nest, and elements without words of the article, are objects.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from padanan.articles.html.text import BLOCKS, HIDDEN, VOID, SourceSpan
from padanan.articles.html.tokens import tokens
from padanan.articles.leaves import Leaf

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from padanan.articles.html.text import Extract
    from padanan.articles.html.tokens import Token
    from padanan.articles.leaves import LeafKind

DEEPEST = 16
"""Maximum number of inline elements around words; tags beyond that are objects."""


class Around(NamedTuple):
    """The tags of an inline element, by their half-open offsets in the source."""

    begin: tuple[int, int]
    end: tuple[int, int]


class TextRegion(NamedTuple):
    """A stretch of source with text, and its leaves."""

    start: int
    end: int
    leaves: tuple[Leaf, ...]


_Kind: TypeAlias = "LeafKind | Literal['open', 'close']"


class _Item(NamedTuple):
    """A piece of a region before it becomes a leaf, or a tag.

    Attributes:
        kind: the kind of leaf, or ``open`` and ``close`` for tags.
        source: offset in the source.
        source_end: offset of its end in the source.
        start: offset in the text.
        end: offset of its end in the text.
        name: of the element, for tags.
    """

    kind: _Kind
    source: int
    source_end: int
    start: int
    end: int
    name: str = ""


def regions(
    source: str, extract: Extract
) -> tuple[tuple[TextRegion, ...], Sequence[SourceSpan], Sequence[Around]]:
    """Return the regions of a page that have text, and what their numbers mean.

    Args:
        source: of the page.
        extract: its text, with its places in the source.
    """
    pieces: list[SourceSpan] = []
    around: list[Around] = []
    found = []
    for items in _Cutter(source, extract.spans).cut():
        first = next((item.start for item in items if item.kind == "text"), None)
        if first is not None:
            moved = [_behind(item, first) for item in items]
            leaves = tuple(_leaves(moved, pieces, around))
            found.append(TextRegion(items[0].source, items[-1].source_end, leaves))
    return tuple(found), pieces, around


def _behind(item: _Item, first: int) -> _Item:
    """Return an item; one before the first word is moved to the offset of that word."""
    return item._replace(start=max(item.start, first), end=max(item.end, first))


class _Cutter:
    """Cuts a page into regions."""

    def __init__(self, source: str, spans: Sequence[SourceSpan]) -> None:
        self._source = source
        self._spans = spans
        self._next = 0  # number of the next span
        self._text = 0  # current offset in the text
        self._hidden: list[str] = []
        self._items: list[_Item] = []

    def cut(self) -> Iterator[list[_Item]]:
        """Yield the items of each region."""
        for token in tokens(self._source):
            if token.kind in ("start", "end") and token.name in BLOCKS:
                yield from self._finished()
            else:
                for item in self._read(token):
                    self._add(item)
        yield from self._finished()

    def _add(self, item: _Item) -> None:
        """Add an item; white space after an object is visible, and is joined to it."""
        last = self._items[-1] if self._items else None
        blank = self._source[item.source : item.source_end].isspace()
        if last and last.kind == "point" and item.kind == "light" and blank:
            self._items[-1] = last._replace(source_end=item.source_end)
        else:
            self._items.append(item)

    def _finished(self) -> Iterator[list[_Item]]:
        if self._items:
            yield self._items
        self._items = []

    def _read(self, token: Token) -> Iterator[_Item]:
        self._turn(token)
        if self._hidden or token.kind == "raw" or token.name in HIDDEN:
            yield self._item("point", token.start, token.end)
        elif token.kind == "text":
            yield from self._words(token)
        elif token.kind == "other":
            yield self._item("light", token.start, token.end)
        elif token.name in VOID:
            yield from self._void(token)
        else:
            yield from self._words(token._replace(end=token.start))
            kind: _Kind = "open" if token.kind == "start" else "close"
            yield self._item(kind, token.start, token.end)._replace(name=token.name)

    def _turn(self, token: Token) -> None:
        """Note the start and end of hidden elements, and any that were never closed."""
        if token.kind == "text" and self._hidden and self._is_shown(token):
            self._hidden.clear()
        if token.kind == "start" and token.name in HIDDEN - VOID:
            self._hidden.append(token.name)
        elif token.kind == "end" and token.name in self._hidden:
            while self._hidden.pop() != token.name:
                pass

    def _is_shown(self, token: Token) -> bool:
        if self._next == len(self._spans):
            return False
        span = self._spans[self._next]
        return token.start <= span.source and span.source_end <= token.end

    def _item(self, kind: _Kind, start: int, end: int) -> _Item:
        return _Item(kind, start, end, self._text, self._text)

    def _void(self, token: Token) -> Iterator[_Item]:
        """Yield an element without content, such as a line break."""
        item = self._item("point", token.start, token.end)
        if self._next < len(self._spans) and token.name == "br":
            span = self._spans[self._next]
            if span.source == span.source_end == token.end:
                self._next += 1
                self._text = span.end
                item = item._replace(start=span.start, end=span.end)
        yield item

    def _words(self, token: Token) -> Iterator[_Item]:
        """Yield the words of a text, and the white space that browsers do not show."""
        last = token.start
        while self._next < len(self._spans):
            span = self._spans[self._next]
            if span.source_end > token.end or span.source < token.start:
                break
            if span.source > last:
                yield self._item("light", last, span.source)
            yield _Item("text", span.source, span.source_end, span.start, span.end)
            self._next += 1
            self._text, last = span.end, span.source_end
        if last < token.end:
            yield self._item("light", last, token.end)


def _leaves(
    items: Sequence[_Item], pieces: list[SourceSpan], around: list[Around]
) -> Iterator[Leaf]:
    pairs = _pairs(items)
    stack: list[int] = []
    codes: dict[int, int] = {}
    skipped = 0
    for number, item in enumerate(items):
        if number < skipped:
            continue
        end = pairs.get(number)
        if item.kind == "open" and end is not None and len(stack) < DEEPEST:
            if _is_empty(items, number, end):
                whole = item._replace(kind="point", source_end=items[end].source_end)
                yield _leaf(whole, pieces, stack)
                skipped = end + 1
                continue
            codes[end] = len(around)
            stack.append(len(around))
            last = items[end]
            around.append(Around(_place(item), _place(last)))
        elif item.kind == "close" and number in codes:
            stack.pop()
        else:
            yield _leaf(item, pieces, stack)


def _place(item: _Item) -> tuple[int, int]:
    return item.source, item.source_end


def _leaf(item: _Item, pieces: list[SourceSpan], stack: list[int]) -> Leaf:
    kind: LeafKind = "point" if item.kind in ("open", "close") else item.kind  # type: ignore[assignment]
    pieces.append(SourceSpan(item.start, item.end, item.source, item.source_end))
    return Leaf(kind, item.start, item.end, len(pieces) - 1, tuple(stack))


def _is_empty(items: Sequence[_Item], start: int, end: int) -> bool:
    """Whether there are only tags between two tags."""
    return all(item.kind in ("open", "close") for item in items[start + 1 : end])


def _pairs(items: Sequence[_Item]) -> dict[int, int]:
    """Return pairs of tags: the number of each start tag, with that of its end tag."""
    found: dict[int, int] = {}
    opened: list[int] = []
    names: dict[str, int] = {}
    for number, item in enumerate(items):
        if item.kind == "open":
            opened.append(number)
            names[item.name] = names.get(item.name, 0) + 1
        elif item.kind == "close" and names.get(item.name):
            while True:
                last = opened.pop()
                names[items[last].name] -= 1
                if items[last].name == item.name:
                    break
            found[last] = number
    return found
