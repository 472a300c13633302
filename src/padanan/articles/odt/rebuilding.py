"""A paragraph of an OpenDocument text is built from its leaves."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from padanan.articles.leaves import shared
from padanan.articles.odt.content import (
    COUNT,
    LINKS,
    SPACES,
    Holder,
    Look,
    Range,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element

    from padanan.articles.leaves import Leaf
    from padanan.articles.odt.content import Around, Atom, Paragraph

_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_PIECES = re.compile(r" {2,}|[^ ]+| ")


def rebuild(
    paragraph: Paragraph,
    leaves: Sequence[Leaf],
    atoms: Sequence[Atom],
    around: Sequence[Around],
) -> None:
    """Replace the contents of a paragraph by leaves."""
    element = paragraph.element
    for child in list(element):
        child.tail = None
        element.remove(child)
    element.text = None
    _Builder(paragraph, atoms, around).write(leaves)


class _Builder:
    """A paragraph while it is being built."""

    def __init__(
        self, paragraph: Paragraph, atoms: Sequence[Atom], around: Sequence[Around]
    ) -> None:
        self._main = paragraph.main
        self._atoms = atoms
        self._around = around
        self._containers = [paragraph.element]
        self._open: list[_Element] = []
        self._used: set[_Element] = set()
        self._blank = True  # the text is empty or ends with white space

    def write(self, leaves: Sequence[Leaf]) -> None:
        """Write all leaves."""
        first: dict[int, int] = {}
        last: dict[int, int] = {}
        for number, leaf in enumerate(leaves):
            for code in leaf.stack:
                first.setdefault(code, number)
                last[code] = number
        for number, leaf in enumerate(leaves):
            ranges = [c for c in leaf.stack if isinstance(self._around[c], Range)]
            for code in ranges:
                if first[code] == number:
                    self._end(code, leaf, begins=True)
            self._enter(self._path(leaf))
            self._leaf(leaf)
            for code in reversed(ranges):
                if last[code] == number:
                    self._end(code, leaf, begins=False)

    def _end(self, code: int, leaf: Leaf, *, begins: bool) -> None:
        """Write one end of a range, in the links that enclose the whole range."""
        found = self._around[code]
        if isinstance(found, Range):
            outer = leaf.stack[: leaf.stack.index(code)]
            self._enter(_moved(found.path, self._anchors(outer)))
            self._append(found.begin if begins else found.end)

    def _anchors(self, stack: Sequence[int]) -> tuple[_Element, ...]:
        """Return the links among the numbers of what is open."""
        around = map(self._around.__getitem__, stack)
        return tuple(each.element for each in around if isinstance(each, Holder))

    def _path(self, leaf: Leaf) -> tuple[_Element, ...]:
        """Return the elements that a leaf is written into."""
        anchors = self._anchors(leaf.stack)
        if leaf.text is None:
            return _moved(self._atoms[leaf.atom].path, anchors)
        around = map(self._around.__getitem__, reversed(leaf.stack))
        looks = (each.path for each in around if isinstance(each, Look))
        return _moved(next(looks, self._main), anchors)

    def _enter(self, path: tuple[_Element, ...]) -> None:
        kept = shared(path, self._open)
        del self._open[kept:]
        del self._containers[kept + 1 :]
        for element in path[kept:]:
            inner = self._own_or_copy(element)
            self._append(inner)
            self._open.append(element)
            self._containers.append(inner)

    def _own_or_copy(self, element: _Element) -> _Element:
        if element not in self._used:
            self._used.add(element)
            for child in list(element):
                child.tail = None
                element.remove(child)
            element.text = element.tail = None
            return element
        copy = element.makeelement(element.tag)
        for name, value in element.items():
            if not str(name).endswith("}id"):
                copy.set(name, value)
        return copy

    def _append(self, element: _Element) -> None:
        element.tail = None
        self._containers[-1].append(element)

    def _say(self, text: str) -> None:
        """Add characters at the end of the current element."""
        around = self._containers[-1]
        # To count children, lxml walks over all of them.
        last = next(around.iterchildren(reversed=True), None)
        if last is not None:
            last.tail = (last.tail or "") + text
        else:
            around.text = (around.text or "") + text

    def _leaf(self, leaf: Leaf) -> None:
        if leaf.text is not None:
            self._words(_NO_XML.sub("", leaf.text))
            return
        atom = self._atoms[leaf.atom]
        if leaf.kind != "text" and atom.element is not None:
            self._append(atom.element)
            self._blank = False
        elif atom.element is not None:
            self._spaces(leaf.end - leaf.start)
        else:
            start = leaf.start - atom.start
            text = atom.text[start : start + leaf.end - leaf.start]
            self._words(text)

    def _words(self, text: str) -> None:
        """Write words; spaces after the first of several are written as an element."""
        for piece in _PIECES.findall(text):
            if piece.strip(" "):
                self._say(piece)
                self._blank = False
                continue
            count = len(piece)
            if not self._blank:
                self._say(" ")
                count -= 1
            self._blank = True
            if count:
                self._spaces(count)

    def _spaces(self, count: int) -> None:
        element = self._containers[0].makeelement(SPACES)
        if count > 1:
            element.set(COUNT, str(count))
        self._append(element)
        self._blank = False


def _moved(
    path: tuple[_Element, ...], anchors: tuple[_Element, ...]
) -> tuple[_Element, ...]:
    """Return a path with these links and no others."""
    if tuple(each for each in path if each.tag in LINKS) == anchors:
        return path
    return (*anchors, *(each for each in path if each.tag not in LINKS))
