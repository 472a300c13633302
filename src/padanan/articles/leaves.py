"""The leaves of an article: its words and objects in order, with what is around them.

An article to be translated is a sequence of leaves. A reader yields them, the words of
some are replaced, and the same reader writes the article with the new words. Everything
else in the file stays as it is, byte for byte.
"""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING, Literal, NamedTuple, Protocol, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from padanan.articles.article import Article

MOST_AROUND = 12
"""Maximum number of things around a text; what is nested deeper is an object."""

LeafKind: TypeAlias = Literal["text", "point", "light"]
"""What a leaf is.

``text`` has words. ``point`` is an object in the text, such as a picture, a line break
or a page number; it may represent characters of the text, which are not translated.
``light`` is invisible to readers, such as a mark of a spelling checker or white space
that is not shown; it is not kept between new words.
"""


class Leaf(NamedTuple):
    """A piece of an article.

    Attributes:
        kind: what it is.
        start: offset of its first code point in the text of the article.
        end: offset after its last one; the same as ``start`` if it has no text.
        atom: the number that the reader gave it; -1 for new words.
        stack: the numbers of what is open around it, the outermost first.
        text: the new words; ``None`` if it is unchanged.
    """

    kind: LeafKind
    start: int
    end: int
    atom: int = -1
    stack: tuple[int, ...] = ()
    text: str | None = None


class Translatable(NamedTuple):
    """An article that can be written with other words.

    Attributes:
        article: its text may include more than the annotated article does: headers,
            footers, titles of pages.
        leaves: in the order of the text.
        kept: numbers of things around words that must be kept even without their words,
            such as a bookmark or the range of a comment.
        told: other changes to the article, as sentences for the user.
    """

    article: Article
    leaves: tuple[Leaf, ...]
    kept: frozenset[int] = frozenset()
    told: tuple[str, ...] = ()


class Bound(Protocol):
    """A piece of a paragraph that may begin or end something, such as a bookmark."""

    @property
    def kind(self) -> str:
        """``open`` for a beginning, ``close`` for an end, anything else for neither."""

    @property
    def key(self) -> str:
        """What a beginning and its end have in common."""

    @property
    def holders(self) -> tuple[object, ...]:
        """The elements around it, the outermost first."""


def nested(entries: Sequence[Bound]) -> frozenset[int]:
    """Return the numbers of the beginnings and ends that form pairs.

    Both ends of a pair have the same elements around them. Two pairs do not overlap:
    one is inside the other or after it.
    """
    paired: set[int] = set()
    opened: list[int] = []
    for number, entry in enumerate(entries):
        if entry.kind == "open" and len(opened) < MOST_AROUND:
            opened.append(number)
        elif entry.kind == "close" and opened:
            first = entries[opened[-1]]
            if first.key == entry.key and first.holders == entry.holders:
                paired |= {opened.pop(), number}
            else:
                opened = [at for at in opened if entries[at].key != entry.key]
    return frozenset(paired)


def shared(one: Iterable[object], other: Iterable[object]) -> int:
    """Return the number of equal items at the beginning of two sequences.

    From one leaf to the next, this is the number of things that stay open.

    >>> shared([1, 2, 3], [1, 2, 4, 5]), shared([1], [2])
    (2, 0)
    """
    pairs = zip(one, other, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def between(leaves: Sequence[Leaf], start: int, end: int) -> tuple[Leaf, ...]:
    """Return the leaves of a stretch, with texts cut to it.

    Args:
        leaves: in order.
        start: offset of the first code point.
        end: offset after the last one. A leaf without text belongs to the stretch
            that begins with it.

    >>> [leaf[1:3] for leaf in between((Leaf("text", 0, 5), Leaf("text", 5, 9)), 2, 7)]
    [(2, 5), (5, 7)]
    """
    inside = (leaf for leaf in leaves if _touches(leaf, start, end))
    return tuple(cut(leaf, start, end) for leaf in inside)


def _touches(leaf: Leaf, start: int, end: int) -> bool:
    if leaf.start == leaf.end:
        return start <= leaf.start < end
    return leaf.start < end and leaf.end > start


def cut(leaf: Leaf, start: int, end: int) -> Leaf:
    """Return the part of a text that is in a stretch; other leaves are never cut.

    >>> cut(Leaf("text", 0, 9), 2, 5)[1:3]
    (2, 5)
    """
    if leaf.kind != "text":
        return leaf
    return leaf._replace(start=max(leaf.start, start), end=min(leaf.end, end))


def with_points(
    leaves: Iterable[Leaf], spans: Sequence[tuple[int, int]]
) -> Iterator[Leaf]:
    """Yield leaves; texts at certain places become points.

    Args:
        leaves: in order.
        spans: places of note numbers and the like, ordered and disjoint.

    >>> [leaf.kind for leaf in with_points([Leaf("text", 0, 1)], [(0, 1)])]
    ['point']
    """
    inside = set(spans)
    for leaf in leaves:
        whole = leaf.kind == "text" and (leaf.start, leaf.end) in inside
        yield leaf._replace(kind="point") if whole else leaf
