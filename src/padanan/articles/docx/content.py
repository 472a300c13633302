"""The paragraphs of a Word document as leaves: words and objects, and what is around.

Objects and formats have numbers, which are the same each time a document is read. A
field encloses its result if the result has letters; otherwise it is an object. A
bookmark, or the range of a comment, encloses its words if both of its ends are in the
same paragraph.

Source: ECMA-376 part 1, 17.3 (runs), 17.13 (annotations) and 17.16 (fields).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from padanan.articles.docx.package import W
from padanan.articles.docx.text import (
    FIELD,
    FIELD_TYPE,
    HOLDERS,
    RUN,
    RUN_PROPERTIES,
)
from padanan.articles.leaves import MOST_AROUND, Leaf, nested, shared

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.etree import _Element

    from padanan.articles.docx.text import Paragraph
    from padanan.articles.leaves import LeafKind


def _names(listed: str) -> frozenset[str]:
    return frozenset(f"{{{W}}}{name}" for name in listed.split())


_PROPERTIES = _names("pPr rPr smartTagPr sdtPr sdtEndPr customXmlPr fldData")
_WORDS = _names("t noBreakHyphen softHyphen")
_LIGHT = _names("proofErr lastRenderedPageBreak")
_ID = f"{{{W}}}id"
SDT, SDT_CONTENT = f"{{{W}}}sdt", f"{{{W}}}sdtContent"
_SIMPLE_FIELD = f"{{{W}}}fldSimple"
_REFERENCE = f"{{{W}}}commentReference"
_BEGINS = {
    f"{{{W}}}bookmarkStart": "bookmark",
    f"{{{W}}}commentRangeStart": "comment",
}
_ENDS = {f"{{{W}}}bookmarkEnd": "bookmark", f"{{{W}}}commentRangeEnd": "comment"}

# Properties that may differ between runs that look the same: languages, properties for
# other scripts, and the fine spacing that programs insert.
_UNSEEN = _names(
    "lang noProof bCs iCs szCs rtl cs spacing kern w snapToGrid webHidden fitText em"
)
_FONTS = f"{{{W}}}rFonts"
_SEEN_FONTS = _names("ascii hAnsi asciiTheme hAnsiTheme")


class RunPart(NamedTuple):
    """An element and the run that contains it.

    The run is ``None`` for an element outside of runs, the element for an empty run.
    """

    run: _Element | None
    element: _Element | None


class Atom(NamedTuple):
    """What a leaf is made of.

    Attributes:
        start: offset in the text of the article.
        parts: its elements in order; words have one.
        loose: whether it is part of a field that continues in other paragraphs.
    """

    start: int
    parts: tuple[RunPart, ...]
    loose: bool = False


class Holder(NamedTuple):
    """An element around words, such as a link."""

    element: _Element


class Range(NamedTuple):
    """Something with a beginning and an end, such as a field or a bookmark."""

    begin: tuple[RunPart, ...]
    end: tuple[RunPart, ...]


class Look(NamedTuple):
    """A format that differs from the usual one of the paragraph."""

    run: _Element


Around: TypeAlias = Holder | Range | Look


class Content(NamedTuple):
    """A paragraph as leaves.

    Attributes:
        element: the paragraph itself.
        leaves: in order.
        main: a run with the usual format; ``None`` if there is no run.
    """

    element: _Element
    leaves: tuple[Leaf, ...]
    main: _Element | None


class Contents(NamedTuple):
    """Paragraphs as leaves, and what their numbers mean."""

    paragraphs: tuple[Content, ...]
    atoms: Sequence[Atom]
    around: Sequence[Around]


_Kind: TypeAlias = "LeafKind | Literal['begin', 'separate', 'end', 'open', 'close']"


class _Entry(NamedTuple):
    """A piece of a paragraph before it becomes a leaf.

    Attributes:
        kind: the kind of leaf; or ``begin``, ``separate`` and ``end`` of a field; or
            ``open`` and ``close`` of something with a beginning and an end.
        text: what it adds to the text.
        parts: its elements.
        holders: numbers of the elements around it.
        key: the same for a beginning and its end.
        loose: as in `Atom`.
    """

    kind: _Kind
    text: str
    parts: tuple[RunPart, ...]
    holders: tuple[int, ...]
    key: str = ""
    loose: bool = False


class ParagraphReader:
    """Reads paragraphs in order, and numbers what is in them."""

    def __init__(self) -> None:
        self.atoms: list[Atom] = []
        self.around: list[Around] = []

    def read(self, paragraph: Paragraph) -> Content:
        """Return a paragraph as leaves, at offsets of the article."""
        texts = {run.element: run.texts for run in paragraph.runs}
        entries = list(_Walker(texts, self.around).walk(paragraph.element, ()))
        entries = _without_loose_ends(_with_references(list(_with_fields(entries))))
        looks = _Looks(entries)
        leaves = tuple(self._leaves(entries, paragraph.start, looks))
        return Content(paragraph.element, leaves, looks.main)

    def _leaves(
        self, entries: Sequence[_Entry], start: int, looks: _Looks
    ) -> Iterator[Leaf]:
        at = start
        stack: list[int] = []
        ranges: dict[str, int] = {}
        ends = {each.key: each.parts for each in entries if each.kind == "close"}
        before: tuple[int, ...] = ()
        for number, entry in enumerate(entries):
            stack = _in_holders(stack, before, entry.holders)
            before = entry.holders
            if entry.kind == "open":
                ranges[entry.key] = len(self.around)
                stack.append(len(self.around))
                self.around.append(Range(entry.parts, ends[entry.key]))
            elif entry.kind == "close":
                stack.remove(ranges[entry.key])
            else:
                yield from self._leaf(entry, at, tuple(stack), looks.of(number))
                at += len(entry.text)

    def _leaf(
        self, entry: _Entry, at: int, stack: tuple[int, ...], look: _LookOf | None
    ) -> Iterator[Leaf]:
        number = len(self.atoms)
        end = at + len(entry.text)
        self.atoms.append(Atom(at, entry.parts, entry.loose))
        kind = entry.kind
        assert kind in ("text", "point", "light")  # noqa: S101 -- others are resolved
        if look is None:
            yield Leaf(kind, at, end, number, stack)
            return
        if look.number is None:
            look.number = len(self.around)
            self.around.append(Look(look.run))
        first, last = _inside(entry)
        if first:
            yield Leaf(kind, at, at + first, number, stack)
        yield Leaf(kind, at + first, at + last, number, (*stack, look.number))
        if at + last < end:
            yield Leaf(kind, at + last, end, number, stack)


def _in_holders(
    stack: list[int], before: tuple[int, ...], holders: tuple[int, ...]
) -> list[int]:
    """Return the numbers of what is open after moving to other elements."""
    kept = shared(before, holders)
    left = set(before[kept:])
    return [*(code for code in stack if code not in left), *holders[kept:]]


class _Walker:
    """Walks through the elements of a paragraph."""

    def __init__(
        self, texts: dict[_Element, tuple[str, ...]], around: list[Around]
    ) -> None:
        self._texts = texts
        self._around = around

    def walk(self, element: _Element, holders: tuple[int, ...]) -> Iterator[_Entry]:
        """Yield the entries of an element."""
        for child in element:
            if child.tag == RUN and child in self._texts:
                yield from self._run(child, holders)
            elif child.tag in HOLDERS and len(holders) < MOST_AROUND:
                yield from self._holder(child, holders)
            elif child.tag not in _PROPERTIES:
                yield self._other(child, holders)

    def _holder(self, child: _Element, holders: tuple[int, ...]) -> Iterator[_Entry]:
        inner = child.find(SDT_CONTENT) if child.tag == SDT else child
        text = "".join(self._text(child))
        is_field = child.tag == _SIMPLE_FIELD and not any(map(str.isalpha, text))
        if inner is None or is_field or next(inner.iter(RUN), None) is None:
            yield _Entry("point", text, (RunPart(None, child),), holders)
            return
        number = len(self._around)
        self._around.append(Holder(child))
        yield from self.walk(inner, (*holders, number))

    def _other(self, child: _Element, holders: tuple[int, ...]) -> _Entry:
        parts = (RunPart(None, child),)
        tag = str(child.tag)  # the tag of an XML comment is a function
        if not tag.startswith("{") or tag in _LIGHT:
            return _Entry("light", "", parts, holders)
        if name := _BEGINS.get(tag):
            return _Entry("open", "", parts, holders, f"{name} {child.get(_ID)}")
        if name := _ENDS.get(tag):
            return _Entry("close", "", parts, holders, f"{name} {child.get(_ID)}")
        return _Entry("point", "".join(self._text(child)), parts, holders)

    def _text(self, element: _Element) -> Iterator[str]:
        for run in element.iter(RUN):
            yield from self._texts.get(run, ())

    def _run(self, run: _Element, holders: tuple[int, ...]) -> Iterator[_Entry]:
        empty = True
        for child, text in zip(run, self._texts[run], strict=True):
            if child.tag == RUN_PROPERTIES:
                continue
            empty = False
            kind = _kind(child, text)
            yield _Entry(kind, text, (RunPart(run, child),), holders)
        if empty:
            yield _Entry("light", "", (RunPart(run, None),), holders)


def _kind(child: _Element, text: str) -> _Kind:
    if not str(child.tag).startswith("{") or child.tag in _LIGHT:
        return "light"
    if child.tag in _WORDS:
        return "text" if text else ("point" if child.text else "light")
    if child.tag == FIELD:
        found = child.get(FIELD_TYPE)
        kinds: dict[str | None, _Kind] = {
            "begin": "begin", "separate": "separate", "end": "end"
        }  # fmt: skip
        return kinds.get(found, "point")
    return "point"


def _with_fields(entries: Sequence[_Entry]) -> Iterator[_Entry]:
    """Yield entries; the entries of a complete field are combined."""
    out: list[_Entry] = []
    opened: list[list[int]] = []  # where each open field, and its result, begins
    for entry in entries:
        if entry.kind == "begin" and len(opened) < MOST_AROUND:
            opened.append([len(out)])
        elif entry.kind == "separate" and opened and len(opened[-1]) == 1:
            opened[-1].append(len(out))
        out.append(entry)
        if entry.kind == "end" and opened:
            begin, *result = opened.pop()
            out[begin:] = _field(out[begin:], [at - begin for at in result])
    for entry in out:
        known = entry.kind not in ("begin", "separate", "end")
        yield entry if known else entry._replace(kind="point", loose=True)


def _field(entries: list[_Entry], result: list[int]) -> list[_Entry]:
    """Return a field as an object, or as a beginning and an end around its result."""
    holders = {entry.holders for entry in entries}
    text = "".join(entry.text for entry in entries)
    if len({entries[0].holders, entries[-1].holders}) > 1:
        return [
            entry._replace(kind="point", loose=True)
            if entry.kind in ("begin", "separate", "end")
            else entry
            for entry in entries
        ]
    if not result or not any(map(str.isalpha, text)):
        if len(holders) > 1:
            return _around(entries, result or [len(entries) - 2])
        parts = tuple(part for entry in entries for part in entry.parts)
        return [_Entry("point", text, parts, entries[0].holders)]
    return _around(entries, result)


def _around(entries: list[_Entry], result: list[int]) -> list[_Entry]:
    begin, end = entries[: result[0] + 1], entries[-1]
    parts = tuple(part for entry in begin for part in entry.parts)
    key = f"field {id(parts[0].element)}"
    return [
        _Entry("open", "", parts, end.holders, key),
        *entries[result[0] + 1 : -1],
        end._replace(kind="close", key=key),
    ]


def _with_references(entries: list[_Entry]) -> list[_Entry]:
    """Return entries; the end of a comment's range includes the reference to it."""
    out: list[_Entry] = []
    for entry in entries:
        element = entry.parts[0].element if entry.parts else None
        last = out[-1] if out else None
        if (
            element is not None
            and element.tag == _REFERENCE
            and last
            and last.key == f"comment {element.get(_ID)}"
        ):
            out[-1] = last._replace(parts=(*last.parts, *entry.parts))
        else:
            out.append(entry)
    return out


def _without_loose_ends(entries: list[_Entry]) -> list[_Entry]:
    """Return entries; beginnings and ends that do not nest become objects."""
    paired = nested(entries)
    return [
        entry._replace(kind="point", loose=entry.key.startswith("field"))
        if entry.kind in ("open", "close") and number not in paired
        else entry
        for number, entry in enumerate(entries)
    ]


class _LookOf:
    """A stretch of words with the same format, which is not the usual one."""

    __slots__ = ("number", "run")

    def __init__(self, run: _Element) -> None:
        self.run = run
        self.number: int | None = None


def _inside(entry: _Entry) -> tuple[int, int]:
    """Return which offsets of an entry have its format: not the spaces around words."""
    text = entry.text
    if entry.kind != "text" or not text.strip():
        return 0, len(text)
    return len(text) - len(text.lstrip()), len(text.rstrip())


class _Looks:
    """The words of a paragraph that look different from most of it.

    Attributes:
        main: a run with the usual format.
    """

    def __init__(self, entries: Sequence[_Entry]) -> None:
        self._entries = entries
        keys = {
            number: look(entry.parts[0].run)
            for number, entry in enumerate(entries)
            if entry.kind == "text" and entry.text.strip()
        }
        sizes: dict[str, int] = {}
        for number, key in keys.items():
            sizes[key] = sizes.get(key, 0) + len(entries[number].text)
        usual = max(sizes.items(), key=_size, default=("", 0))[0]
        runs = (entries[n].parts[0].run for n, key in keys.items() if key == usual)
        self.main = next(runs, None)
        self._of: dict[int, _LookOf] = {}
        self._find(keys, usual)

    def of(self, number: int) -> _LookOf | None:
        """Return the format of an entry, ``None`` for the usual one."""
        return self._of.get(number)

    def _find(self, keys: dict[int, str], usual: str) -> None:
        """Find stretches of words that look the same, with the objects between them."""
        last: int | None = None
        for number, key in keys.items():
            if last is not None and self._goes_on(last, number, keys):
                look = self._of.get(last)
                for between in range(last + 1, number + 1):
                    if look is not None:
                        self._of[between] = look
            elif key != usual:
                run = self._entries[number].parts[0].run
                assert run is not None  # noqa: S101 -- words stand in runs
                self._of[number] = _LookOf(run)
            last = number

    def _goes_on(self, last: int, number: int, keys: dict[int, str]) -> bool:
        if keys[last] != keys[number]:
            return False
        between = self._entries[last : number + 1]
        bare = all(entry.kind in ("text", "point", "light") for entry in between)
        return bare and len({entry.holders for entry in between}) == 1


def _size(item: tuple[str, int]) -> int:
    return item[1]


def look(run: _Element | None) -> str:
    """Return a key of the format of a run; runs that look alike have the same key."""
    properties = None if run is None else run.find(RUN_PROPERTIES)
    if properties is None:
        return ""
    return "|".join(sorted(filter(None, map(_told, properties))))


def _told(element: _Element) -> str:
    if element.tag in _UNSEEN:
        return ""
    given = sorted((str(name), str(value)) for name, value in element.items())
    if element.tag == _FONTS:
        given = [pair for pair in given if pair[0] in _SEEN_FONTS]
        if not given:
            return ""
    return f"{element.tag}{given}"
