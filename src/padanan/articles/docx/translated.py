"""Word documents to be translated: the body, notes, headers and footers.

Tracked changes are accepted. Comments stay as they are, and so do parts of the package
in which nothing changes.
"""

from __future__ import annotations

from copy import deepcopy
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from padanan.articles.article import joined
from padanan.articles.docx.accepted import accept, default_language
from padanan.articles.docx.blocks import block_of, surroundings
from padanan.articles.docx.content import Contents, Range, Reader
from padanan.articles.docx.document import PARTING
from padanan.articles.docx.package import (
    all_related,
    closed,
    main_part,
    opened,
    parsed,
    related,
    serialised,
)
from padanan.articles.docx.rebuilding import rebuild
from padanan.articles.docx.styles import styles_of
from padanan.articles.docx.text import ALTERNATE, PARAGRAPH, TEXT, chosen, paragraphs
from padanan.articles.docx.unread import unread
from padanan.articles.leaves import Leaf, Translatable, with_points
from padanan.articles.plain import addresses
from padanan.articles.raised import raised_notes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.etree import _Element

    from padanan.articles.article import Article, Block
    from padanan.articles.docx.content import Content
    from padanan.articles.docx.package import Package
    from padanan.articles.docx.text import Paragraph

_ACCEPTED = "tracked changes are accepted in the translation"
_COMMENTS = "comments stay as they are"
_BOX = "{*}txbxContent"


class _Part(NamedTuple):
    """A part of the package with text.

    Attributes:
        name: in the package.
        root: its tree, changes accepted.
        changed: whether there were any.
        paragraphs: at offsets of the article.
    """

    name: str
    root: _Element
    changed: bool
    paragraphs: tuple[Paragraph, ...]


def translatable(article: Article) -> Translatable:
    """Return a document as leaves, with headers and footers behind its notes.

    Raises:
        DocumentError: a part of the package is damaged.
    """
    package = opened(article.data, article.path)
    parts = tuple(parts_of(package))
    text = PARTING.join(each.text for part in parts for each in part.paragraphs)
    blocks = tuple(_blocks(package, parts))
    raised = tuple(raised_notes(text, blocks))
    contents = contents_of(parts)
    leaves = (leaf for each in contents.paragraphs for leaf in each.leaves)
    return Translatable(
        replace(
            article,
            text=text,
            blocks=blocks,
            masked=joined((*addresses(text), *raised)),
            unread=tuple(unread(package, parts[0].name, parts[0].root, whole=True)),
        ),
        tuple(with_points(leaves, raised)),
        frozenset(
            n for n, each in enumerate(contents.around) if isinstance(each, Range)
        ),
        tuple(_told(package, parts)),
    )


def _told(package: Package, parts: Sequence[_Part]) -> Iterator[str]:
    if any(part.changed for part in parts):
        yield _ACCEPTED
    if related(package, parts[0].name, "comments"):
        yield _COMMENTS


def rewritten(article: Article, leaves: Sequence[Leaf]) -> bytes:
    """Return a document with other words.

    Args:
        article: as ``translatable`` returned it.
        leaves: its leaves, some with other words.

    Raises:
        DocumentError: a part of the package is damaged.
    """
    package = opened(article.data, article.path)
    parts = tuple(parts_of(package))
    contents = contents_of(parts)
    english = _is_indonesian(package, parts[0].name)
    groups = by_paragraph(contents.paragraphs, leaves)
    changed = {}
    rest = iter(zip(contents.paragraphs, groups, strict=True))
    for part in parts:
        boxes = tuple(_boxes(part.root))
        new: set[_Element] = set()
        for _ in part.paragraphs:
            content, group = next(rest)
            if any(leaf.text is not None for leaf in group):
                new.add(content.element)
            rebuild(content, group, contents, english=english)
        _copy_boxes(boxes, new)
        if part.changed or new:
            changed[part.name] = serialised(part.root)
    return closed(package, changed) if changed else article.data


def parts_of(package: Package) -> Iterator[_Part]:
    """Yield the parts with text, changes accepted, in the order of reading.

    Raises:
        DocumentError: one is damaged.
    """
    offset = 0
    for name in _names(package):
        root = parsed(package, name)
        changed = accept(root)
        found = []
        for paragraph in paragraphs(root):
            found.append(paragraph._replace(start=offset))
            offset += len(paragraph.text) + len(PARTING)
        yield _Part(name, root, changed, tuple(found))


def _names(package: Package) -> Iterator[str]:
    """Yield the names of the parts with text, each once."""
    main = main_part(package)
    found = [main]
    for kind in ("footnotes", "endnotes", "header", "footer"):
        found += all_related(package, main, kind)
    yield from (name for name in dict.fromkeys(found) if package.find(name))


def contents_of(parts: Sequence[_Part]) -> Contents:
    """Return the paragraphs of parts as leaves."""
    reader = Reader()
    found = tuple(reader.read(each) for part in parts for each in part.paragraphs)
    return Contents(found, reader.atoms, reader.around)


def _blocks(package: Package, parts: Sequence[_Part]) -> Iterator[Block]:
    styles = styles_of(package)
    tables = 0
    for part in parts:
        around = surroundings(package, part.name, part.root, styles, tables)
        yield from (block_of(paragraph, around) for paragraph in part.paragraphs)
        tables += len({cell.table for cell in around.cells.values()})


def _is_indonesian(package: Package, main: str) -> bool:
    """Whether text is Indonesian where no run says a language."""
    name = related(package, main, "styles")
    if name is None or package.find(name) is None:
        return False
    return default_language(parsed(package, name)).lower()[:2] in ("id", "in")


def by_paragraph(
    contents: Sequence[Content], leaves: Sequence[Leaf]
) -> Iterator[list[Leaf]]:
    """Yield the leaves of each paragraph."""
    at = 0
    for number, _ in enumerate(contents):
        following = contents[number + 1 : number + 2]
        first = at
        end = following[0].leaves[0].start if following else None
        while at < len(leaves) and (end is None or leaves[at].start < end):
            at += 1
        yield list(leaves[first:at])


class _Boxes(NamedTuple):
    """A text that stands twice in a part, for programs of different age."""

    read: _Element
    other: _Element


def _boxes(root: _Element) -> Iterator[_Boxes]:
    """Yield the boxes that say the same."""
    for alternate in root.iter(ALTERNATE):
        form = chosen(alternate)
        if form is None:
            continue
        ours = list(form.iter(_BOX))
        for other in alternate:
            theirs = list(other.iter(_BOX)) if other is not form else []
            if [*map(_words, ours)] == [*map(_words, theirs)]:
                yield from map(_Boxes, ours, theirs)


def _words(box: _Element) -> str:
    return "".join(each.text or "" for each in box.iter(TEXT))


def _copy_boxes(boxes: Sequence[_Boxes], new: set[_Element]) -> None:
    """Make the second form of a text say what the first one says now."""
    for read, other in boxes:
        if new.isdisjoint(read.iter(PARAGRAPH)):
            continue
        for child in list(other):
            other.remove(child)
        other.extend(deepcopy(child) for child in read)
