"""The sentences of an article as texts with tags, and back.

A passage is a sentence as translators see it: its words, with a tag for each object and
for each format that does not cover the whole sentence. Objects at its edges are left
out. Tags are numbered from 1 in each passage, so that two sentences with the same words
and tags are one unit, even if their formats differ.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from padanan.articles.leaves import Leaf, between, cut
from padanan.translation.tagged import Tag, Tagged, faults, on_one_line, widths

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from padanan.articles.article import Article
    from padanan.translation.tagged import TagFaults


def apart(
    segments: Iterable[tuple[int, int]], article: Article
) -> Iterator[tuple[int, int]]:
    r"""Yield sentences; those that cross the edge of a block are cut there.

    Args:
        segments: half-open offsets of the sentences, ordered and disjoint.
        article: the article of the sentences.

    >>> from padanan.articles.readers import read
    >>> list(apart([(0, 10)], read(b"Satu\n\nDua.", "a.md")))
    [(0, 4), (6, 10)]
    """
    edges = sorted({edge for block in article.blocks for edge in block[:2]})
    prose = article.prose
    for start, end in segments:
        first, last = bisect_right(edges, start), bisect_left(edges, end)
        for piece in pairwise((start, *edges[first:last], end)):
            if any(map(str.isalnum, prose[slice(*piece)])):
                yield piece


class Object(NamedTuple):
    """What a single tag represents.

    Attributes:
        leaves: with the numbers that are open around them in the sentence.
        depth: how many of these numbers are also open around the tag.
    """

    leaves: tuple[Leaf, ...]
    depth: int


class TagPair(NamedTuple):
    """What a pair of tags represents: numbers that are open between them."""

    codes: tuple[int, ...]
    inside: tuple[Node, ...]


Node: TypeAlias = "Leaf | Object | TagPair"


class Passage(NamedTuple):
    """A sentence as translators see it.

    Attributes:
        start: offset of its first word in the text of the article.
        end: offset after its last word.
        tagged: its words and tags.
        base: the numbers that are open around the whole sentence.
        codes: what its tags represent, by their names.
        places: the beginnings of its texts, as offsets in the article and in ``raw``;
            in order.
        raw: the words before white space was collapsed.
    """

    start: int
    end: int
    tagged: Tagged
    base: tuple[int, ...]
    codes: Mapping[str, TagPair | Object]
    places: tuple[tuple[int, int], ...]
    raw: str

    def offsets(self, some: Iterable[int]) -> tuple[int, ...]:
        """Return offsets of the article as offsets in the words of the passage."""
        return widths(self.raw, map(self._raw_offset, some))

    def _raw_offset(self, at: int) -> int:
        number = bisect_right(self.places, at, key=_first) - 1
        if number < 0:
            return 0
        start, begin = self.places[number]
        is_last = number + 1 == len(self.places)
        end = len(self.raw) if is_last else self.places[number + 1][1]
        return min(begin + at - start, end)


def _first(place: tuple[int, int]) -> int:
    return place[0]


def passage(text: str, leaves: Sequence[Leaf], start: int, end: int) -> Passage | None:
    """Return the passage of a sentence, ``None`` if it has no words.

    Args:
        text: of the article.
        leaves: at least those of the sentence, in order.
        start: offset of its first code point.
        end: offset after its last one.

    >>> leaves = (Leaf("text", 0, 5, 1), Leaf("text", 5, 9, 2, (7,)))
    >>> passage("Nota baru", leaves, 0, 9).tagged.marked
    'Nota {1}baru{/1}'
    """
    inside = _trimmed(text, between(leaves, start, end))
    if not inside:
        return None
    heavy = [leaf for leaf in inside if leaf.kind != "light"]
    base = _shared(heavy)
    nodes = tuple(_joined(_nodes(heavy, len(base))))
    return _Writer(text).passage(inside[0].start, inside[-1].end, base, nodes)


def _trimmed(text: str, leaves: Sequence[Leaf]) -> tuple[Leaf, ...]:
    """Return the leaves from the first word to the last one."""
    wordy = [number for number, leaf in enumerate(leaves) if _words(text, leaf)]
    if not wordy:
        return ()
    found = [*leaves[wordy[0] : wordy[-1] + 1]]
    first = text[found[0].start : found[0].end]
    found[0] = cut(found[0], found[0].end - len(first.lstrip()), found[0].end)
    last = text[found[-1].start : found[-1].end]
    found[-1] = cut(found[-1], found[-1].start, found[-1].start + len(last.rstrip()))
    return tuple(found)


def _words(text: str, leaf: Leaf) -> str:
    return text[leaf.start : leaf.end].strip() if leaf.kind == "text" else ""


def _shared(leaves: Sequence[Leaf]) -> tuple[int, ...]:
    """Return the numbers that are open around all leaves."""
    shared = leaves[0].stack
    for leaf in leaves:
        while leaf.stack[: len(shared)] != shared:
            shared = shared[:-1]
    return shared


def _nodes(leaves: Sequence[Leaf], depth: int) -> Iterator[Node]:
    """Yield leaves as texts, objects and pairs, from a depth of their stacks on."""
    for code, group in groupby(leaves, lambda leaf: leaf.stack[depth : depth + 1]):
        some = tuple(group)
        if not code:
            yield from (_node(leaf, depth) for leaf in some)
        elif all(leaf.kind != "text" for leaf in some):
            yield Object(some, depth)
        else:
            yield _pair(code, tuple(_joined(_nodes(some, depth + 1))))


def _node(leaf: Leaf, depth: int) -> Node:
    return leaf if leaf.kind == "text" else Object((leaf,), depth)


def _pair(code: tuple[int, ...], inside: tuple[Node, ...]) -> TagPair:
    """Return a pair; two with the same beginning and end are combined."""
    if len(inside) == 1 and isinstance(inside[0], TagPair):
        return TagPair(code + inside[0].codes, inside[0].inside)
    return TagPair(code, inside)


def _joined(nodes: Iterator[Node]) -> Iterator[Node]:
    """Yield nodes; neighbouring objects are combined."""
    for is_object, group in groupby(nodes, lambda node: isinstance(node, Object)):
        if is_object:
            some = [node for node in group if isinstance(node, Object)]
            yield Object(
                tuple(leaf for one in some for leaf in one.leaves), some[0].depth
            )
        else:
            yield from group


class _Writer:
    """The words and tags of a passage while they are being written."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._parts: list[str] = []
        self._length = 0
        self._tags: list[Tag] = []
        self._codes: dict[str, TagPair | Object] = {}
        self._places: list[tuple[int, int]] = []

    def passage(
        self, start: int, end: int, base: tuple[int, ...], nodes: Sequence[Node]
    ) -> Passage:
        """Return the passage of nodes."""
        self._write(nodes)
        raw = "".join(self._parts)
        places_of_tags = widths(raw, (tag.at for tag in self._tags))
        tags = (
            tag._replace(at=at)
            for tag, at in zip(self._tags, places_of_tags, strict=True)
        )
        tagged = Tagged(on_one_line(raw), tuple(tags))
        places = tuple(self._places)
        return Passage(start, end, tagged, base, self._codes, places, raw)

    def _write(self, nodes: Sequence[Node]) -> None:
        for node in nodes:
            if isinstance(node, Leaf):
                self._places.append((node.start, self._length))
                self._parts.append(self._text[node.start : node.end])
                self._length += node.end - node.start
                continue
            name = str(len(self._codes) + 1)
            self._codes[name] = node
            if isinstance(node, Object):
                self._tags.append(Tag(self._length, "point", name))
            else:
                self._tags.append(Tag(self._length, "open", name))
                self._write(node.inside)
                self._tags.append(Tag(self._length, "close", name))


class PlacedLeaves(NamedTuple):
    """The leaves of a translated passage, and the faults of its tags."""

    leaves: tuple[Leaf, ...]
    faults: TagFaults


def placed(found: Passage, target: Tagged, kept: frozenset[int]) -> PlacedLeaves:
    """Return the leaves of the translation of a passage.

    If its tags are not those of the passage, the words only have the format of the
    whole passage. Its objects are kept: at the place of their tag if the translation
    has it once, otherwise at the end.

    Args:
        found: the passage.
        target: its translation.
        kept: numbers of things around words that must be kept even without words.

    >>> leaves = (Leaf("text", 0, 5, 1), Leaf("text", 5, 9, 2, (7,)))
    >>> here = passage("Nota baru", leaves, 0, 9)
    >>> from padanan.translation.tagged import read_marks
    >>> done = placed(here, read_marks("A {1}new{/1} note"), frozenset())
    >>> [(leaf.text, leaf.stack) for leaf in done.leaves]
    [('A ', ()), ('new', (7,)), (' note', ())]
    """
    wrong = faults(found.tagged.tags, target.tags)
    if any(wrong):
        return PlacedLeaves(tuple(_without_formats(found, target, kept)), wrong)
    return PlacedLeaves(tuple(_with_formats(found, target)), wrong)


def _with_formats(found: Passage, target: Tagged) -> Iterator[Leaf]:
    stacks = [found.base]
    empty = False
    for part in target.parts():
        if isinstance(part, str):
            yield _new(found, stacks[-1], part)
        elif part.kind == "point":
            yield from _objects(found, part.name, stacks[-1])
        elif part.kind == "open":
            code = found.codes[part.name]
            codes = code.codes if isinstance(code, TagPair) else ()
            stacks.append(stacks[-1] + codes)
        else:
            if empty:  # things that must be kept need a place, even without words
                yield _new(found, stacks[-1], "")
            stacks.pop()
        empty = isinstance(part, Tag) and part.kind == "open"


def _new(found: Passage, stack: tuple[int, ...], text: str) -> Leaf:
    return Leaf("text", found.start, found.end, -1, stack, text)


def _objects(found: Passage, name: str, stack: tuple[int, ...]) -> Iterator[Leaf]:
    code = found.codes[name]
    if isinstance(code, Object):
        for leaf in code.leaves:
            yield leaf._replace(stack=stack + leaf.stack[code.depth :])


def _without_formats(
    found: Passage, target: Tagged, kept: frozenset[int]
) -> Iterator[Leaf]:
    names = [tag.name for tag in target.tags if tag.kind == "point"]
    objects = [name for name, code in found.codes.items() if isinstance(code, Object)]
    rest = [name for name in objects if names.count(name) != 1]
    for part in target.parts():
        if isinstance(part, str):
            yield _new(found, found.base, part)
        elif part.kind == "point" and part.name in objects and part.name not in rest:
            yield from _objects(found, part.name, found.base)
    for name, code in found.codes.items():
        if name in rest:
            yield from _objects(found, name, found.base)
        elif isinstance(code, TagPair) and kept.intersection(code.codes):
            held = tuple(number for number in code.codes if number in kept)
            yield _new(found, (*found.base, *held), "")
