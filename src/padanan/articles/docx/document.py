"""Word documents: terms are highlighted, the English stands in comments or brackets.

The parts of the package that have no term stay as they are, to the byte; in the others
runs are split at the terms, each piece with the formatting of the whole. What the
format cannot carry: terms in headers, in fields' codes, in formulas and pictures are
not marked; footnotes and endnotes have brackets, as Word has no comments there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from padanan.articles.article import Article, Block
from padanan.articles.docx.comments import first_free, with_comments
from padanan.articles.docx.highlighting import marked
from padanan.articles.docx.package import (
    W,
    closed,
    main_part,
    opened,
    parsed,
    related,
    serialised,
)
from padanan.articles.docx.text import Paragraph, paragraphs
from padanan.articles.plain import addresses

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from lxml.etree import _Element

    from padanan.articles.docx.package import Package
    from padanan.articles.marks import Mark

KIND = "docx"

PARTING = "\n\n"
_NAME = f"{{{W}}}name"
_STYLE = f"{{{W}}}style"
_ID = f"{{{W}}}styleId"
_VALUE = f"{{{W}}}val"


class Part(NamedTuple):
    """A part of the package that has text.

    Attributes:
        name: in the package.
        root: its tree.
        is_main: whether it is the document itself, and no notes.
        paragraphs: those with text, at offsets of the article.
    """

    name: str
    root: _Element
    is_main: bool
    paragraphs: tuple[Paragraph, ...]


def read(data: bytes, path: str, encoding: str | None = None) -> Article:
    """Return the text of a document: the body, then footnotes and endnotes.

    Args:
        data: of the file.
        path: as the user named it.
        encoding: of no concern here: the format says it itself.

    Raises:
        DocumentError: the file is no Word document, or a damaged one.
    """
    package = opened(data, path)
    found = [p for part in _parts(package) for p in part.paragraphs]
    text = PARTING.join(paragraph.text for paragraph in found)
    names = _style_names(package)
    blocks = tuple(
        Block(each.start, each.start + len(each.text), _role(each, names))
        for each in found
    )
    return Article(path, text, KIND, addresses(text), data, encoding, blocks)


def write(article: Article, marks: Sequence[Mark], *, brackets: bool = False) -> bytes:
    """Return the document with its terms highlighted, and the English beside them.

    Args:
        article: as ``read`` returned it.
        marks: ordered and disjoint, at offsets of its text.
        brackets: put the English in brackets behind each term; else in comments.

    Raises:
        DocumentError: a part of the package is damaged.
    """
    if not marks:
        return article.data
    package = opened(article.data, article.path)
    changed: dict[str, bytes] = {}
    for part in _parts(package):
        own = _within(part, marks)
        if not own:
            continue
        commented = part.is_main and not brackets
        first = first_free(package, part.name) if commented else None
        comments = marked(part.paragraphs, own, first)
        if comments:
            changed |= with_comments(package, part.name, comments)
        changed[part.name] = serialised(part.root)
    return closed(package, changed)


def _parts(package: Package) -> Iterator[Part]:
    """Yield the parts with text in the order of reading."""
    main = main_part(package)
    notes = (related(package, main, kind) for kind in ("footnotes", "endnotes"))
    offset = 0
    for name in (main, *notes):
        if name is None:
            continue
        root = parsed(package, name)
        found = []
        for paragraph in paragraphs(root):
            found.append(paragraph._replace(start=offset))
            offset += len(paragraph.text) + len(PARTING)
        yield Part(name, root, name == main, tuple(found))


def _within(part: Part, marks: Sequence[Mark]) -> list[Mark]:
    if not part.paragraphs:
        return []
    first, last = part.paragraphs[0], part.paragraphs[-1]
    end = last.start + len(last.text)
    return [mark for mark in marks if first.start <= mark.start < end]


def _style_names(package: Package) -> Mapping[str, str]:
    """Return the names of the styles by their ids, which each language has its own."""
    name = related(package, main_part(package), "styles")
    if name is None or name not in package.parts:
        return {}
    return {
        style.get(_ID, ""): named.get(_VALUE, "").lower()
        for style in parsed(package, name).iter(_STYLE)
        if (named := style.find(_NAME)) is not None
    }


def _role(paragraph: Paragraph, names: Mapping[str, str]) -> str:
    # Source: ECMA-376 part 1, 17.7.4.9 and the latent styles of 17.7.4.5.
    name = names.get(paragraph.style, "")
    if name == "title":
        return "title"
    if name.startswith("heading"):
        return "heading"
    if name.startswith("list") or paragraph.is_item:
        return "item"
    return "quote" if "quote" in name else "paragraph"
