"""Elements of a Word document, in the order that the schema prescribes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from padanan.articles.docx.package import W
from padanan.articles.docx.text import RUN_PROPERTIES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element

SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def properties_of(run: _Element) -> _Element:
    """Return the element with the properties of a run; add one if there is none."""
    found = run.find(RUN_PROPERTIES)
    if found is None:
        found = made(run, "rPr")
        run.insert(0, found)
    return found


def insert(properties: _Element, new: _Element, behind: Sequence[str]) -> None:
    """Insert a property before those that follow it in the schema."""
    names = {f"{{{W}}}{name}" for name in behind}
    for number, child in enumerate(properties):
        if child.tag in names:
            properties.insert(number, new)
            return
    properties.append(new)


def made(like: _Element, name: str, **attributes: str | int) -> _Element:
    """Return a new element of WordprocessingML with its attributes.

    Args:
        like: any element of the document.
        name: without its namespace.
        attributes: also without their namespace.
    """
    return like.makeelement(
        f"{{{W}}}{name}",
        {f"{{{W}}}{key}": str(value) for key, value in attributes.items()},
    )


def text_of(like: _Element, text: str) -> _Element:
    """Return a new text element that keeps its spaces."""
    element = made(like, "t")
    element.text = text
    element.set(SPACE, "preserve")
    return element
