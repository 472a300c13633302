"""Word documents to be translated: the body, notes, headers and footers.

Tracked changes are accepted. Comments, and parts of the package without a change, stay
as they are.
"""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, NamedTuple

from padanan.articles.article import joined
from padanan.articles.docx.accepted import default_language
from padanan.articles.docx.content import Contents, ParagraphReader, Range
from padanan.articles.docx.labels import labels_of
from padanan.articles.docx.package import (
    all_related,
    closed,
    main_part,
    opened,
    parsed,
    related,
    serialised,
)
from padanan.articles.docx.parts import blocks_of, read_parts, text_of
from padanan.articles.docx.rebuilding import rebuild
from padanan.articles.docx.text import ALTERNATE, PARAGRAPH, TEXT, chosen
from padanan.articles.docx.unread import unread
from padanan.articles.labels import labelled
from padanan.articles.leaves import Leaf, Translatable, with_points
from padanan.articles.plain import addresses
from padanan.articles.raised import raised_notes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.etree import _Element

    from padanan.articles.article import Article
    from padanan.articles.docx.content import Content
    from padanan.articles.docx.package import Package
    from padanan.articles.docx.parts import Part

_ACCEPTED = "tracked changes are accepted in the translation"
_COMMENTS = "comments stay as they are"
_BOX = "{*}txbxContent"


def translatable(article: Article) -> Translatable:
    """Return a document as leaves; headers, footers and labels come after the notes.

    Raises:
        DocumentError: a part of the package is damaged.
    """
    package = opened(article.data, article.path)
    parts = tuple(parts_of(package))
    text = text_of(parts)
    blocks = tuple(blocks_of(package, parts))
    raised = tuple(raised_notes(text, blocks))
    contents = contents_of(parts)
    leaves = (leaf for each in contents.paragraphs for leaf in each.leaves)
    beside = labels_of(package, parts)
    found = labelled(text, (place.label for place in beside.places))
    text = found.text
    return Translatable(
        article._replace(
            text=text,
            blocks=blocks,
            masked=joined((*addresses(text), *raised)),
            unread=tuple(unread(package, parts[0].name, parts[0].root, whole=True)),
        ),
        (*with_points(leaves, raised), *found.leaves(len(contents.atoms))),
        frozenset(
            n for n, each in enumerate(contents.around) if isinstance(each, Range)
        ),
        tuple(_told(package, parts)),
    )


def _told(package: Package, parts: Sequence[Part]) -> Iterator[str]:
    if any(part.changed for part in parts):
        yield _ACCEPTED
    if related(package, parts[0].name, "comments"):
        yield _COMMENTS


def rewritten(article: Article, leaves: Sequence[Leaf]) -> bytes:
    """Return a document with other words.

    Args:
        article: as ``translatable`` returned it.
        leaves: its leaves; those to be replaced have new words.

    Raises:
        DocumentError: a part of the package is damaged.
    """
    package = opened(article.data, article.path)
    parts = tuple(parts_of(package))
    contents = contents_of(parts)
    english = _is_indonesian(package, parts[0].name)
    beside = labels_of(package, parts)
    found = labelled(text_of(parts), (place.label for place in beside.places))
    groups = by_paragraph(contents.paragraphs, found.body(leaves))
    relabelled = beside.put(found.new_words(leaves))
    changed = beside.serialised(relabelled)
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
        if part.changed or new or part.name in relabelled:
            changed[part.name] = serialised(part.root)
    return closed(package, changed) if changed else article.data


def parts_of(package: Package) -> Iterator[Part]:
    """Yield the parts with text, changes accepted, in the order of reading.

    Raises:
        DocumentError: a part is damaged.
    """
    return read_parts(package, _names(package), accepting=True)


def _names(package: Package) -> Iterator[str]:
    """Yield the names of the parts with text, each once."""
    main = main_part(package)
    found = [main]
    for kind in ("footnotes", "endnotes", "header", "footer"):
        found += all_related(package, main, kind)
    yield from (name for name in dict.fromkeys(found) if package.find(name))


def contents_of(parts: Sequence[Part]) -> Contents:
    """Return the paragraphs of parts as leaves."""
    reader = ParagraphReader()
    found = tuple(reader.read(each) for part in parts for each in part.paragraphs)
    return Contents(found, reader.atoms, reader.around)


def _is_indonesian(package: Package, main: str) -> bool:
    """Whether runs that name no language are Indonesian."""
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
    """A text box that a part has twice, for older and newer programs."""

    read: _Element
    other: _Element


def _boxes(root: _Element) -> Iterator[_Boxes]:
    """Yield the pairs of boxes with the same words."""
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
    """Copy the new words of the first form of a box into the second."""
    for read, other in boxes:
        if new.isdisjoint(read.iter(PARAGRAPH)):
            continue
        for child in list(other):
            other.remove(child)
        other.extend(deepcopy(child) for child in read)
