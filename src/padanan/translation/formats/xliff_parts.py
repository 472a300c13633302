"""What the versions of XLIFF share: texts of a unit, terms marked in a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from padanan.files.inline import Inline, inline_text, raw_text
from padanan.files.xml import Element, Mixed, local
from padanan.translation import hints

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Node

    from padanan.files.xml import Attributes
    from padanan.translation.worksheet import Suggestion, WorksheetUnit

HINTS = "padanan"
"""Says of a note that it is a worksheet's hint and nobody's remark."""


class UnitTexts(NamedTuple):
    """The source and the target of a unit, and whether that is unconfirmed."""

    source: Inline
    target: Inline
    fuzzy: bool


NONE = Inline("")
"""Of a unit that has no target."""


def children(node: Node, name: str) -> Iterator[Node]:
    """Yield the children of an element that have a name, whatever their namespace."""
    return (child for child in node if local(child) == name)


def text_in(node: Node, name: str) -> Inline:
    """Return the text of the first child of that name, on one line."""
    return inline_text(raw_text_in(node, name))


def raw_text_in(node: Node, name: str) -> str:
    """Return the text of the first child of that name, with signs for its codes."""
    found = next(children(node, name), None)
    return "" if found is None else raw_text(found)


def source_element(unit: WorksheetUnit, *, numbered: bool) -> Element:
    """Return the Indonesian of a unit with its terms marked.

    Args:
        unit: of a worksheet.
        numbered: each mark has a number, as XLIFF 2 asks for, and 1.2 does not.
    """
    return Element("source", (), Mixed(tuple(_marked(unit, numbered=numbered))))


def _marked(unit: WorksheetUnit, *, numbered: bool) -> Iterator[str | Element]:
    number = 0
    for text, hint in hints.pieces(unit):
        number += hint is not None
        mark: Attributes = (("mtype", "term"),)
        if numbered:
            mark = (("id", f"m{number}"), ("type", "term"))
        yield Element("mrk", mark, text) if hint else text


def suggested_texts(suggestion: Suggestion) -> tuple[Element, Element]:
    """Return both texts of what a memory offers."""
    return (
        Element("source", (), suggestion.source),
        Element("target", (), suggestion.target),
    )
