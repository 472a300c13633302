"""The paragraphs of an OpenDocument text as leaves, with what is around them.

When a part is read, white space is collapsed as the format requires (OpenDocument 1.3,
part 3, 6.1.2), and tracked changes are accepted: deleted text is stored outside of the
paragraphs, inserted text is in them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from padanan.articles.leaves import MOST_AROUND, Leaf, nested
from padanan.articles.odt.package import FO, LINK, OFFICE, STYLE, TEXT

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from lxml.etree import _Element

    from padanan.articles.leaves import LeafKind

PARAGRAPHS = (f"{TEXT}p", f"{TEXT}h")
ANNOTATION = f"{OFFICE}annotation"
SPAN, ANCHOR, SPACES = f"{TEXT}span", f"{TEXT}a", f"{TEXT}s"
COUNT = f"{TEXT}c"

_UNREAD = (ANNOTATION, f"{TEXT}tracked-changes")
LOEXT = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}"
_CONTROL = f"{LOEXT}content-control"
LINKS = frozenset({ANCHOR, _CONTROL, f"{TEXT}meta", f"{TEXT}text-input"})
"""Elements around words that are not only a format."""

_HOLDERS = frozenset({SPAN, *LINKS})
_CHANGES = tuple(
    f"{TEXT}{name}"
    for name in ("tracked-changes", "change", "change-start", "change-end")
)
_LIGHT = f"{TEXT}soft-page-break"
_BEGINS = {
    f"{TEXT}bookmark-start": ("bookmark", f"{TEXT}name"),
    f"{TEXT}reference-mark-start": ("reference", f"{TEXT}name"),
    ANNOTATION: ("annotation", f"{OFFICE}name"),
}
_ENDS = {
    f"{TEXT}bookmark-end": ("bookmark", f"{TEXT}name"),
    f"{TEXT}reference-mark-end": ("reference", f"{TEXT}name"),
    f"{OFFICE}annotation-end": ("annotation", f"{OFFICE}name"),
}
_UNSEEN_TAGS = frozenset({*_HOLDERS, *_BEGINS, *_ENDS, _LIGHT, f"{TEXT}bookmark"})
_CHARACTERS = {f"{TEXT}tab": "\t", f"{TEXT}line-break": "\n"}
# Elements with paragraphs of their own, which are read separately.
_OWN = tuple(f"{TEXT}{name}" for name in ("note-body",)) + PARAGRAPHS
_WHITE = re.compile(r"[ \t\r\n]+")
_STYLE_NAME = f"{TEXT}style-name"
_UNSEEN = re.compile(r"(?:paragraph-)?rsid|(?:language|country|script)(?:-\w+)*")


class Atom(NamedTuple):
    """What a leaf is made of.

    Attributes:
        start: offset in the text of the article.
        path: the elements around it, the outermost first.
        text: the words, or those that the object represents.
        element: the object, or the element that represents words.
    """

    start: int
    path: tuple[_Element, ...]
    text: str
    element: _Element | None = None


class Range(NamedTuple):
    """The two ends of a bookmark or of a commented passage, and the elements around."""

    begin: _Element
    end: _Element
    path: tuple[_Element, ...]


class Holder(NamedTuple):
    """A link, or another element that is not only a format."""

    element: _Element


class Look(NamedTuple):
    """A format that is not the usual one: the elements around its words."""

    path: tuple[_Element, ...]


Around: TypeAlias = Holder | Range | Look


class Paragraph(NamedTuple):
    """A paragraph with text.

    Attributes:
        element: the paragraph itself.
        start: offset in the text of the article.
        text: of the paragraph.
        leaves: in order.
        main: the elements around words with the usual format.
    """

    element: _Element
    start: int
    text: str
    leaves: tuple[Leaf, ...]
    main: tuple[_Element, ...]


class Looks(NamedTuple):
    """Keys of the formats of styles, by their names; the same if they look alike."""

    by_name: Mapping[str, str]

    def of(self, path: Sequence[_Element]) -> str:
        """Return the key of the format of words in some elements."""
        told = (
            self.by_name.get(each.get(_STYLE_NAME, ""), each.get(_STYLE_NAME, ""))
            for each in path
            if each.tag == SPAN
        )
        return "|".join(filter(None, told))


def looks(*roots: _Element) -> Looks:
    """Return the keys of the formats of all styles in some parts."""
    found: dict[str, str] = {}
    for root in roots:
        for style in root.iter(f"{STYLE}style"):
            if style.get(f"{STYLE}family") == "text":
                found.setdefault(style.get(f"{STYLE}name", ""), _told(style))
    return Looks(found)


def _told(style: _Element) -> str:
    given = sorted(
        (str(name), str(value))
        for properties in style.iter(f"{STYLE}text-properties")
        for name, value in properties.items()
        if not _UNSEEN.fullmatch(str(name).rpartition("}")[2])
    )
    parent = style.get(f"{STYLE}parent-style-name", "")
    return f"{parent}{given}" if given or parent else ""


def accept(root: _Element) -> bool:
    """Accept all tracked changes of a part; return whether there were any."""
    found = list(root.iter(*_CHANGES))
    for element in found:
        _remove(element)
    return bool(found)


def _remove(element: _Element) -> None:
    """Remove an element, but keep the text after it."""
    parent, before = element.getparent(), element.getprevious()
    if parent is None:
        return
    if element.tail:
        if before is not None:
            before.tail = (before.tail or "") + element.tail
        else:
            parent.text = (parent.text or "") + element.tail
    element.tail = None
    parent.remove(element)


def collapse(root: _Element) -> None:
    """Collapse the white space of all paragraphs."""
    for paragraph in paragraphs_in(root):
        last: tuple[_Element, bool] | None = None
        blank = True
        for element, is_tail in list(_texts(paragraph)):
            text = (element.tail if is_tail else element.text) or ""
            if is_tail and element.tag not in _UNSEEN_TAGS:
                blank = False
            short = _WHITE.sub(" ", text)
            if blank:
                short = short.lstrip(" ")
            _set(element, short, is_tail=is_tail)
            if short:
                blank = short.endswith(" ")
                last = element, is_tail
        if last and blank:
            element, is_tail = last
            text = (element.tail if is_tail else element.text) or ""
            _set(element, text.rstrip(" "), is_tail=is_tail)


def _set(element: _Element, text: str, *, is_tail: bool) -> None:
    if is_tail:
        element.tail = text or None
    else:
        element.text = text or None


def _texts(paragraph: _Element) -> Iterator[tuple[_Element, bool]]:
    """Yield the places of the text of a paragraph: in an element, or after it."""
    yield paragraph, False
    for child in paragraph:
        if child.tag in _HOLDERS:
            yield from _texts(child)
        yield child, True


def paragraphs_in(root: _Element) -> Iterator[_Element]:
    """Yield the paragraphs of a part, except those of comments."""
    for paragraph in root.iter(*PARAGRAPHS):
        if next(paragraph.iterancestors(*_UNREAD), None) is None:
            yield paragraph


class _Entry(NamedTuple):
    """A piece of a paragraph before it becomes a leaf, or one end of a range."""

    kind: str
    text: str
    holders: tuple[_Element, ...]
    element: _Element | None = None
    key: str = ""


class ParagraphReader:
    """Reads paragraphs in order, and numbers what is in them."""

    def __init__(self, known: Looks) -> None:
        self.atoms: list[Atom] = []
        self.around: list[Around] = []
        self._looks = known

    def read(self, element: _Element, start: int) -> Paragraph | None:
        """Return a paragraph, ``None`` for one without text."""
        entries = _without_loose_ends(list(_entries(element, ())))
        text = "".join(entry.text for entry in entries)
        if not text.strip():
            return None
        usual, main = self._usual(entries)
        leaves = tuple(self._leaves(entries, start, usual))
        return Paragraph(element, start, text, leaves, main)

    def _usual(self, entries: Sequence[_Entry]) -> tuple[str, tuple[_Element, ...]]:
        sizes: dict[str, int] = {}
        paths: dict[str, tuple[_Element, ...]] = {}
        for entry in entries:
            if entry.kind == "text" and entry.text.strip():
                look = self._looks.of(entry.holders)
                sizes[look] = sizes.get(look, 0) + len(entry.text)
                paths.setdefault(look, entry.holders)
        usual = max(sizes.items(), key=_size, default=("", 0))[0]
        return usual, paths.get(usual, ())

    def _leaves(
        self, entries: Sequence[_Entry], start: int, usual: str
    ) -> Iterator[Leaf]:
        at = start
        ends = {each.key: each for each in entries if each.kind == "close"}
        holders: dict[_Element, int] = {}
        stack: list[tuple[str, int]] = []
        look: tuple[tuple[object, ...], int] | None = None
        for entry in entries:
            anchors = [each for each in entry.holders if each.tag in LINKS]
            stack = self._in_anchors(stack, anchors, holders)
            if entry.kind == "open":
                stack.append((entry.key, len(self.around)))
                self.around.append(_range(entry, ends[entry.key]))
                look = None
                continue
            if entry.kind == "close":
                stack = [each for each in stack if each[0] != entry.key]
                look = None
                continue
            codes = tuple(code for _, code in stack)
            look = self._look(entry, usual, look, codes)
            yield from self._leaf(entry, at, codes, look[1] if look else None)
            at += len(entry.text)

    def _in_anchors(
        self,
        stack: list[tuple[str, int]],
        anchors: Sequence[_Element],
        holders: dict[_Element, int],
    ) -> list[tuple[str, int]]:
        """Return what is open after moving into other links."""
        for anchor in anchors:
            if anchor not in holders:
                holders[anchor] = len(self.around)
                self.around.append(Holder(anchor))
        inside = {holders[anchor] for anchor in anchors}
        kept = [each for each in stack if each[0] or each[1] in inside]
        known = {code for _, code in kept}
        return [*kept, *(("", holders[a]) for a in anchors if holders[a] not in known)]

    def _look(
        self,
        entry: _Entry,
        usual: str,
        before: tuple[tuple[object, ...], int] | None,
        codes: tuple[int, ...],
    ) -> tuple[tuple[object, ...], int] | None:
        """Return the format of an entry: the current one again, or a new one."""
        told = self._looks.of(entry.holders)
        if before is not None and before[0] == (told, codes):
            return before
        if entry.kind != "text" or not entry.text.strip() or told == usual:
            return None
        self.around.append(Look(entry.holders))
        return (told, codes), len(self.around) - 1

    def _leaf(
        self, entry: _Entry, at: int, stack: tuple[int, ...], look: int | None
    ) -> Iterator[Leaf]:
        number, end = len(self.atoms), at + len(entry.text)
        self.atoms.append(Atom(at, entry.holders, entry.text, entry.element))
        kind: LeafKind = (
            "text"
            if entry.kind == "text"
            else ("light" if entry.kind == "light" else "point")
        )
        first, last = (0, end - at) if look is not None else (0, 0)
        if look is not None and kind == "text" and entry.text.strip():
            first = len(entry.text) - len(entry.text.lstrip())
            last = len(entry.text.rstrip())
        if first:
            yield Leaf(kind, at, at + first, number, stack)
        if look is not None:
            yield Leaf(kind, at + first, at + last, number, (*stack, look))
        if look is None or at + last < end:
            yield Leaf(kind, at + last, end, number, stack)


def _size(item: tuple[str, int]) -> int:
    return item[1]


def _range(begin: _Entry, end: _Entry) -> Range:
    assert begin.element is not None  # noqa: S101 -- ends are elements
    assert end.element is not None  # noqa: S101
    return Range(begin.element, end.element, begin.holders)


def _entries(element: _Element, path: tuple[_Element, ...]) -> Iterator[_Entry]:
    if element.text:
        yield _Entry("text", element.text, path)
    for child in element:
        if child.tag in _HOLDERS and len(path) < MOST_AROUND:
            inner = list(_entries(child, (*path, child)))
            yield from inner or [_Entry("point", "", path, child)]
        else:
            yield _entry(child, path)
        if child.tail:
            yield _Entry("text", child.tail, path)


def _entry(child: _Element, path: tuple[_Element, ...]) -> _Entry:
    tag = str(child.tag)
    if tag == SPACES:
        count = child.get(COUNT, "1")
        number = int(count) if count.isascii() and count.isdigit() else 1
        return _Entry("text", " " * min(number, 10_000), path, child)
    if tag in _CHARACTERS:
        return _Entry("point", _CHARACTERS[tag], path, child)
    if not tag.startswith("{") or tag == _LIGHT:
        return _Entry("light", "", path, child)
    for kind, names in (("open", _BEGINS), ("close", _ENDS)):
        if tag in names and child.get(names[tag][1]):
            name, key = names[tag]
            return _Entry(kind, "", path, child, f"{name} {child.get(key)}")
    return _Entry("point", _field(child), path, child)


def _field(element: _Element) -> str:
    """Return the text of a field; empty for an element with paragraphs of its own.

    Of ruby it is the base, without what is written above it to say how it is read.
    """
    base = element.find(f"{TEXT}ruby-base") if element.tag == f"{TEXT}ruby" else None
    element = element if base is None else base
    if next(element.iter(*_OWN), None) is not None:
        return ""
    return _WHITE.sub(" ", "".join(map(str, element.itertext())))


def _without_loose_ends(entries: list[_Entry]) -> list[_Entry]:
    """Return entries; beginnings and ends that do not nest become objects."""
    paired = nested(entries)
    return [
        entry._replace(kind="point")
        if entry.kind in ("open", "close") and number not in paired
        else entry
        for number, entry in enumerate(entries)
    ]


def language_attributes(root: _Element) -> Iterator[_Element]:
    """Yield the properties that declare text as Indonesian."""
    for element in root.iter(f"{STYLE}text-properties"):
        if element.get(f"{FO}language") in ("id", "in"):
            yield element


def address(anchor: _Element) -> str:
    """Return the address of a link."""
    return anchor.get(LINK, "")
