"""A paragraph of a Word document is built from its leaves.

Unchanged leaves give the same runs with the same texts as before. New words get a copy
of the run of the words that they replace, and are marked as English.
"""

from __future__ import annotations

import re
from copy import deepcopy
from typing import TYPE_CHECKING

from padanan.articles.docx.content import (
    SDT,
    SDT_CONTENT,
    Holder,
    Look,
    Range,
    RunPart,
)
from padanan.articles.docx.elements import SPACE, insert, made, properties_of
from padanan.articles.docx.highlighting import BEHIND_LANGUAGE
from padanan.articles.docx.package import W
from padanan.articles.docx.text import RUN_PROPERTIES, TEXT
from padanan.articles.leaves import shared

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lxml.etree import _Element

    from padanan.articles.docx.content import Atom, Content, Contents
    from padanan.articles.leaves import Leaf

ENGLISH = "en-GB"

_PROPERTIES = f"{{{W}}}pPr"
_VALUE = f"{{{W}}}val"
_ID = f"{{{W}}}id"
_SPECIAL = re.compile("([\u2011\xad])")
_ELEMENTS = {"\u2011": "noBreakHyphen", "\xad": "softHyphen"}
_STAY = frozenset(
    f"{{{W}}}{name}"
    for name in ("rPr", "sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr", "fldData")
)
"""Elements of a run or a holder that are not its content."""


def rebuild(
    content: Content, leaves: Sequence[Leaf], contents: Contents, *, english: bool
) -> None:
    """Replace the contents of a paragraph by leaves.

    Args:
        content: the paragraph as it was read; its element is changed.
        leaves: its new contents, in order.
        contents: what the numbers of the leaves mean.
        english: whether new words are marked as English if their run names no
            language.
    """
    for child in list(content.element):
        if child.tag != _PROPERTIES:
            content.element.remove(child)
    builder = _Builder(content, contents, english=english)
    builder.write(_in_order(leaves, contents.atoms))


def _in_order(leaves: Sequence[Leaf], atoms: Sequence[Atom]) -> list[Leaf]:
    """Return leaves; the parts of incomplete fields have their original order."""
    places = [n for n, leaf in enumerate(leaves) if _is_loose(leaf, atoms)]
    found = [*leaves]
    for place, leaf in zip(
        places, sorted((leaves[n] for n in places), key=_atom), strict=True
    ):
        found[place] = leaf
    return found


def _is_loose(leaf: Leaf, atoms: Sequence[Atom]) -> bool:
    return leaf.atom >= 0 and atoms[leaf.atom].loose


def _atom(leaf: Leaf) -> int:
    return leaf.atom


class _Builder:
    """A paragraph while it is being built."""

    def __init__(self, content: Content, contents: Contents, *, english: bool) -> None:
        self._content = content
        self._atoms = contents.atoms
        self._around = contents.around
        self._english = english
        self._containers = [content.element]
        self._open: list[int] = []  # the numbers of the open holders
        self._used: set[_Element] = set()
        self._run: _Element | None = None  # the current run, and its model
        self._like: _Element | None = None
        self._text: _Element | None = None  # the current text, and its model
        self._origin: _Element | None = None
        self._first: dict[int, int] = {}
        self._last: dict[int, int] = {}

    def write(self, leaves: Sequence[Leaf]) -> None:
        """Write all leaves."""
        for number, leaf in enumerate(leaves):
            for code in leaf.stack:
                self._first.setdefault(code, number)
                self._last[code] = number
        for number, leaf in enumerate(leaves):
            self._enter(leaf, number)
            self._leaf(leaf)
            self._leave(leaf, number)

    def _enter(self, leaf: Leaf, number: int) -> None:
        holders = [c for c in leaf.stack if isinstance(self._around[c], Holder)]
        self._close(shared(holders, self._open))
        for code in leaf.stack:
            around = self._around[code]
            if isinstance(around, Range) and self._first[code] == number:
                self._parts(around.begin)
            elif isinstance(around, Holder) and code not in self._open:
                self._enter_holder(code, around.element)

    def _leave(self, leaf: Leaf, number: int) -> None:
        for code in reversed(leaf.stack):
            around = self._around[code]
            if isinstance(around, Range) and self._last[code] == number:
                inner = leaf.stack[leaf.stack.index(code) + 1 :]
                self._close(sum(held not in inner for held in self._open))
                self._parts(around.end)

    def _close(self, count: int) -> None:
        """Leave all holders but the outermost ones, so many."""
        if count < len(self._open):
            del self._open[count:]
            del self._containers[count + 1 :]
            self._end_run()

    def _end_run(self) -> None:
        self._run = self._like = self._text = self._origin = None

    def _enter_holder(self, code: int, element: _Element) -> None:
        holder = self._own_or_copy(element)
        self._containers[-1].append(holder)
        self._open.append(code)
        inner = holder.find(SDT_CONTENT) if holder.tag == SDT else None
        self._containers.append(holder if inner is None else inner)
        self._end_run()

    def _own_or_copy(self, element: _Element) -> _Element:
        """Return the element itself, emptied, or a copy if it has been used."""
        if element not in self._used:
            self._used.add(element)
            _emptied(element)
            return element
        copy = element.makeelement(element.tag)
        for name, value in element.items():
            copy.set(name, value)
        for child in element:
            if child.tag in _STAY:
                copy.append(deepcopy(child))
        if element.tag == SDT:
            copy.append(made(copy, "sdtContent"))
            for number in list(copy.iter(_ID)):
                _remove(number)
        return copy

    def _parts(self, parts: Iterable[RunPart]) -> None:
        for run, element in parts:
            if run is None:
                self._end_run()
                if element is not None:
                    self._containers[-1].append(element)
                continue
            self._enter_run(run)
            if element is not None and self._run is not None:
                self._run.append(element)
            self._text = self._origin = None

    def _enter_run(self, like: _Element) -> None:
        if self._run is None or self._like is not like:
            self._run = self._own_or_copy(like)
            self._containers[-1].append(self._run)
            self._like = like
            self._text = self._origin = None

    def _leaf(self, leaf: Leaf) -> None:
        if leaf.text is not None:
            if leaf.text:
                self._new(leaf, leaf.text)
            return
        atom = self._atoms[leaf.atom]
        run, element = atom.parts[0]
        if leaf.kind != "text" or element is None or element.tag != TEXT:
            self._parts(atom.parts)
            return
        if run is not None:
            self._enter_run(run)
        start = leaf.start - atom.start
        whole = element.text or ""
        self._words(whole[start : start + leaf.end - leaf.start], element)

    def _new(self, leaf: Leaf, text: str) -> None:
        look = next(
            (
                around.run
                for around in map(self._around.__getitem__, reversed(leaf.stack))
                if isinstance(around, Look)
            ),
            self._content.main,
        )
        self._enter_run(made(self._content.element, "r") if look is None else look)
        assert self._run is not None  # noqa: S101 -- it was just entered
        _mark_english(self._run, add=self._english)
        for piece in filter(None, _SPECIAL.split(text)):
            if name := _ELEMENTS.get(piece):
                self._run.append(made(self._run, name))
                self._text = self._origin = None
            else:
                self._words(piece, None)

    def _words(self, text: str, origin: _Element | None) -> None:
        """Write words; new words, and pieces of the same text, are joined."""
        assert self._run is not None  # noqa: S101 -- it was just entered
        known = (self._origin, origin)
        joins = self._text is not None and (None in known or known[0] is known[1])
        if not joins:
            self._text = made(self._run, "t")
            if origin is not None:
                for name, value in origin.items():
                    self._text.set(name, value)
                self._text.tail = origin.tail
            self._run.append(self._text)
        assert self._text is not None  # noqa: S101 -- it was just made
        self._origin = origin if origin is not None else self._origin
        if not joins:
            self._origin = origin
        self._text.text = (self._text.text or "") + text
        if origin is None or joins:
            _keep_spaces(self._text)


def _keep_spaces(element: _Element) -> None:
    text = element.text or ""
    if text != text.strip() and element.get(SPACE) is None:
        element.set(SPACE, "preserve")


def _emptied(element: _Element) -> None:
    inner = element.find(SDT_CONTENT) if element.tag == SDT else element
    for child in list(element if inner is None else inner):
        if child.tag not in _STAY:
            child.getparent().remove(child)  # type: ignore[union-attr] # it has one


def _remove(element: _Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _mark_english(run: _Element, *, add: bool) -> None:
    """Mark a run as English if it names another language, or if ``add`` is set."""
    properties = run.find(RUN_PROPERTIES)
    found = None if properties is None else properties.find(f"{{{W}}}lang")
    if found is not None:
        if not found.get(_VALUE, "").lower().startswith("en"):
            found.set(_VALUE, ENGLISH)
    elif add:
        insert(properties_of(run), made(run, "lang", val=ENGLISH), BEHIND_LANGUAGE)
