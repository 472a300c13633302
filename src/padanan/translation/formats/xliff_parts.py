"""What versions of XLIFF have in common: texts of a unit, terms in a sentence."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from padanan.files.inline import Inline, coded_text, inline_text, raw_text
from padanan.files.xml import Element, Mixed, local
from padanan.translation.tagged import Tag, Tagged, read_marks

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from lxml.etree import _Element as Node

    from padanan.files.xml import Attributes
    from padanan.matching.annotation import Annotation
    from padanan.translation.tagged import TagKind
    from padanan.translation.worksheet import Suggestion, WorksheetUnit

HINTS = "padanan"
"""Category of a note that is a hint of a worksheet."""


class UnitTexts(NamedTuple):
    """The source and the target of a unit, and whether the target is unconfirmed."""

    source: Inline
    target: Inline
    fuzzy: bool
    tagged_source: Tagged
    tagged_target: Tagged = Tagged("")


NONE = Inline("")
"""The text of a missing target."""


def children(node: Node, name: str) -> Iterator[Node]:
    """Yield the children of an element with a local name, in any namespace."""
    return (child for child in node if local(child) == name)


def text_in(node: Node, name: str) -> Inline:
    """Return the text of the first child of that name, on one line."""
    return inline_text(raw_text_in(node, name))


def raw_text_in(node: Node, name: str) -> str:
    """Return the text of the first child of that name, with markers for its codes."""
    found = next(children(node, name), None)
    return "" if found is None else raw_text(found)


def tagged_of(*nodes: Node) -> Tagged:
    """Return the text of neighbouring elements with its codes as tags."""
    text, codes = coded_text(*nodes)
    tags = (Tag(at, _KINDS[kind], number) for at, kind, number in codes)
    return Tagged(text, tuple(tags))


_KINDS: dict[str, TagKind] = {"open": "open", "close": "close", "point": "point"}


class Dialect(NamedTuple):
    """The names of elements in a version of XLIFF.

    Attributes:
        pair: the element around formatted words.
        point: the element for an object.
        numbered: whether each mark of a term has a number, as XLIFF 2 requires.
    """

    pair: str
    point: str
    numbered: bool


class _Stretch(NamedTuple):
    """A term to be marked: the tags before which it begins and ends, and its number."""

    first: int
    last: int
    start: int
    end: int
    number: int


def source_element(unit: WorksheetUnit, dialect: Dialect) -> Element:
    """Return the Indonesian of a unit with its tags and marked terms."""
    stretches = _stretches(unit).values()
    return Element("source", (), _mixed(unit.tagged, dialect, stretches))


def text_element(
    name: str, marked: str, dialect: Dialect, attributes: Attributes = ()
) -> Element:
    """Return a text with marks as an element with tags."""
    return Element(name, attributes, _mixed(read_marks(marked), dialect))


def marked_terms(unit: WorksheetUnit) -> frozenset[int]:
    """Return the numbers, from 1, of the terms that become elements.

    A term that crosses a pair of tags cannot be an element.
    """
    return frozenset(_stretches(unit))


def _stretches(unit: WorksheetUnit) -> dict[int, _Stretch]:
    ends = {tag.name: tag.at for tag in unit.tags if tag.kind == "close"}
    places = [tag.at for tag in unit.tags]
    found = {}
    for number, hint in enumerate(unit.hints, 1):
        first = bisect_left(places, hint.start)
        while first < len(places) and _is_before(unit.tags[first], hint, ends):
            first += 1
        last = _last(unit.tags, first, hint.end)
        if last is not None:
            found[number] = _Stretch(first, last, hint.start, hint.end, number)
    return found


def _last(tags: Sequence[Tag], first: int, end: int) -> int | None:
    """Return the number of the tag before which a term ends, unless it crosses one."""
    last, depth = first, 0
    while last < len(tags) and tags[last].at < end + (depth > 0):
        depth += {"open": 1, "close": -1, "point": 0}[tags[last].kind]
        last += 1
        if depth < 0:
            return None
    return None if depth else last


def _is_before(tag: Tag, hint: Annotation, ends: Mapping[str, int]) -> bool:
    """Whether a tag is before a term, and not in it."""
    if tag.at != hint.start or tag.kind != "open":
        return tag.at <= hint.start
    return ends.get(tag.name, hint.end) >= hint.end


def _mixed(
    tagged: Tagged, dialect: Dialect, stretches: Iterable[_Stretch] = ()
) -> Mixed:
    """Return a text with elements for its tags and for the terms in it."""
    builder = _Builder(tagged.text, dialect)
    first: dict[int, list[_Stretch]] = {}
    last: dict[int, list[_Stretch]] = {}
    for stretch in stretches:
        first.setdefault(stretch.first, []).append(stretch)
        last.setdefault(stretch.last, []).append(stretch)
    for number, tag in enumerate((*tagged.tags, None)):
        for stretch in last.get(number, ()):
            if stretch.first < number:
                builder.close(stretch.end)
        for stretch in first.get(number, ()):
            builder.open(stretch.start, _term(stretch.number, dialect))
            if stretch.last == number:
                builder.close(stretch.end)
        if tag:
            builder.tag(tag)
    return builder.finished()


def _term(number: int, dialect: Dialect) -> Element:
    if dialect.numbered:
        return Element("mrk", (("id", f"m{number}"), ("type", "term")))
    return Element("mrk", (("mtype", "term"),))


class _Builder:
    """The nested parts of a text while it is being built."""

    def __init__(self, text: str, dialect: Dialect) -> None:
        self._text = text
        self._dialect = dialect
        self._at = 0
        self._open: list[tuple[Element, list[str | Element]]] = []
        self._parts: list[str | Element] = []

    def _write(self, at: int) -> None:
        if at > self._at:
            self._parts.append(self._text[self._at : at])
            self._at = at

    def open(self, at: int, element: Element) -> None:
        """Begin an element."""
        self._write(at)
        self._open.append((element, self._parts))
        self._parts = []

    def close(self, at: int) -> None:
        """End the last element that has begun."""
        self._write(at)
        element, around = self._open.pop()
        around.append(element._replace(content=Mixed(tuple(self._parts))))
        self._parts = around

    def tag(self, tag: Tag) -> None:
        """Write a tag."""
        number = (("id", tag.name),)
        if tag.kind == "open":
            self.open(tag.at, Element(self._dialect.pair, number))
        elif tag.kind == "close":
            self.close(tag.at)
        else:
            self._write(tag.at)
            self._parts.append(Element(self._dialect.point, number))

    def finished(self) -> Mixed:
        """Return all parts."""
        self._write(len(self._text))
        return Mixed(tuple(self._parts))


def suggested_texts(
    suggestion: Suggestion, dialect: Dialect
) -> tuple[Element, Element]:
    """Return both texts of a suggestion."""
    return (
        text_element("source", suggestion.source, dialect),
        text_element("target", suggestion.target, dialect),
    )
