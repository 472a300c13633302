"""The parts of a Word document that have text, with their paragraphs and blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from padanan.articles.docx.accepted import accept
from padanan.articles.docx.blocks import block_of, references
from padanan.articles.docx.package import parsed
from padanan.articles.docx.styles import styles_of
from padanan.articles.docx.text import Paragraph, paragraphs
from padanan.articles.paragraphs import BETWEEN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element

    from padanan.articles.article import Block
    from padanan.articles.docx.package import Package


class Part(NamedTuple):
    """A part of the package that has text.

    Attributes:
        name: in the package.
        root: its tree.
        paragraphs: those with text, at offsets of the article.
        changed: whether tracked changes were accepted in its tree.
    """

    name: str
    root: _Element
    paragraphs: tuple[Paragraph, ...]
    changed: bool = False


def read_parts(
    package: Package, names: Iterable[str], *, accepting: bool = False
) -> Iterator[Part]:
    """Yield parts of a document with their paragraphs.

    Args:
        package: the document.
        names: of the parts, in the order of reading.
        accepting: accept tracked changes first.

    Raises:
        DocumentError: a part is damaged.
    """
    offset = 0
    for name in names:
        root = parsed(package, name)
        changed = accepting and accept(root)
        found = []
        for paragraph in paragraphs(root):
            found.append(paragraph._replace(start=offset))
            offset += len(paragraph.text) + len(BETWEEN)
        yield Part(name, root, tuple(found), changed)


def text_of(parts: Iterable[Part]) -> str:
    """Return the text of the article that parts make."""
    return BETWEEN.join(each.text for part in parts for each in part.paragraphs)


def blocks_of(package: Package, parts: Iterable[Part]) -> Iterator[Block]:
    """Yield the blocks of parts, in order. Tables are numbered through all parts.

    Raises:
        DocumentError: a part of the package is damaged.
    """
    styles = styles_of(package)
    tables = 0
    for part in parts:
        around = references(package, part.name, part.root, styles, tables)
        yield from (block_of(paragraph, around) for paragraph in part.paragraphs)
        tables += len({cell.table for cell in around.cells.values()})
