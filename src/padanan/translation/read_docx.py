"""Translation units of a Word document: its first table, two columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from padanan.errors import DocumentError
from padanan.files.office import unpack
from padanan.files.xml import local, parse
from padanan.translation import columns

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Node

    from padanan.translation.units import Unit

BODY = "word/document.xml"

# ECMA-376, 17.13.5 and 17.16: what a reviewer removed, and the codes of fields.
_NOT_TEXT = frozenset({"del", "moveFrom", "instrText", "delText", "pPr", "rPr"})
_CHARACTERS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}


def read(data: bytes, path: str) -> tuple[Unit, ...]:
    """Return the rows of the first table; see ``columns.units``.

    What a reviewer has inserted counts, what he has removed does not.

    Raises:
        DocumentError: there is no table of two columns.
        ExchangeError: it is no Word document, or damaged.
    """
    table = next(
        (node for node in body(data, path).iter() if local(node) == "tbl"), None
    )
    if table is None:
        problem = "no table — Indonesian and English side by side are expected"
        raise DocumentError(problem, path=path)
    return columns.units(enumerate(_rows(table), start=1), path)


def body(data: bytes, path: str) -> Node:
    """Return the root of the document's main part.

    Raises:
        DocumentError: it is another kind of office file.
        ExchangeError: it is no such file, or damaged.
    """
    parts = unpack(data, path)
    if BODY not in parts:
        raise DocumentError("not a Word document — save it as .docx", path=path)
    return parse(parts[BODY], path)


def text_of(node: Node) -> str:
    """Return the text of a part of a document, paragraphs on lines of their own."""
    paragraphs = (inner for inner in node.iter() if local(inner) == "p")
    return "\n".join("".join(_text(paragraph)) for paragraph in paragraphs)


def _rows(table: Node) -> Iterator[tuple[str, ...]]:
    for row in table.iter():
        if local(row) == "tr":
            yield tuple(text_of(cell) for cell in row.iter() if local(cell) == "tc")


def _text(node: Node) -> Iterator[str]:
    for child in node:
        name = local(child)
        if name in _CHARACTERS:
            yield _CHARACTERS[name]
        elif name == "t":
            yield child.text or ""
        elif name not in _NOT_TEXT and name != "p":
            yield from _text(child)
