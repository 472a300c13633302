"""The styles of a Word document: their names, and the formats of character styles.

Source: ECMA-376 part 1, 17.3.2 (properties of runs) and 17.7 (styles).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from padanan.articles.docx.package import W, main_part, parsed, related
from padanan.articles.docx.text import RUN_PROPERTIES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element

    from padanan.articles.article import Format, RunKind
    from padanan.articles.docx.package import Package

VALUE = f"{{{W}}}val"
_STYLE = f"{{{W}}}style"
_ID = f"{{{W}}}styleId"
_NAME = f"{{{W}}}name"
_TYPE = f"{{{W}}}type"
_BASED_ON = f"{{{W}}}basedOn"
_RUN_STYLE = f"{{{W}}}rStyle"
_VERTICAL = f"{{{W}}}vertAlign"
_HIDDEN = f"{{{W}}}vanish"
_OFF = frozenset({"0", "false", "off", "none"})

_TOGGLES: dict[str, RunKind] = {
    f"{{{W}}}b": "bold",
    f"{{{W}}}i": "italic",
    f"{{{W}}}u": "underline",
    f"{{{W}}}strike": "strike",
    f"{{{W}}}dstrike": "strike",
}
_RAISED: dict[str, RunKind] = {"superscript": "superscript", "subscript": "subscript"}
_CODE = frozenset({"html code", "verbatim char"})
_LINKS = frozenset({"hyperlink", "followedhyperlink"})
"""Styles whose only meaning is that a text is a link."""

_ORDER: tuple[RunKind, ...] = (
    "bold", "italic", "underline", "strike", "superscript", "subscript", "code"
)  # fmt: skip


class Style(NamedTuple):
    """A style.

    Attributes:
        name: in lower case; the same in every language of Word.
        kinds: formats of a character style, such as bold.
    """

    name: str
    kinds: frozenset[RunKind] = frozenset()


def styles_of(package: Package) -> Mapping[str, Style]:
    """Return the styles of a document by their ids.

    Raises:
        DocumentError: the part with the styles is damaged.
    """
    name = related(package, main_part(package), "styles")
    if name is None or name not in package.parts:
        return {}
    elements = {
        element.get(_ID, ""): element for element in parsed(package, name).iter(_STYLE)
    }
    return {key: _style(element, elements) for key, element in elements.items()}


def formats_of(run: _Element, styles: Mapping[str, Style]) -> tuple[Format, ...]:
    """Return the formats of a run, always in the same order."""
    properties = run.find(RUN_PROPERTIES)
    if properties is None:
        return ()
    named = properties.find(_RUN_STYLE)
    style = styles.get("" if named is None else named.get(VALUE, ""))
    kinds = _changed(frozenset() if style is None else style.kinds, properties)
    return tuple((kind, "") for kind in _ORDER if kind in kinds)


def is_hidden(run: _Element) -> bool:
    """Whether a run is hidden (17.3.2.41, ``w:vanish``)."""
    properties = run.find(RUN_PROPERTIES)
    mark = None if properties is None else properties.find(_HIDDEN)
    return mark is not None and mark.get(VALUE, "") not in _OFF


def _style(element: _Element, elements: Mapping[str, _Element]) -> Style:
    if element.get(_TYPE) != "character":
        return Style(_name(element))
    return Style(_name(element), _kinds_of_style(element, elements))


def _name(element: _Element) -> str:
    named = element.find(_NAME)
    return "" if named is None else named.get(VALUE, "").lower()


def _kinds_of_style(
    element: _Element, elements: Mapping[str, _Element]
) -> frozenset[RunKind]:
    """Return the formats of a style, including those of the styles it is based on."""
    chain: list[_Element] = []
    current: _Element | None = element
    while current is not None and current not in chain:
        chain.append(current)
        base = current.find(_BASED_ON)
        current = None if base is None else elements.get(base.get(VALUE, ""))
    kinds: frozenset[RunKind] = frozenset()
    for style in reversed(chain):
        properties = style.find(RUN_PROPERTIES)
        if _name(style) in _CODE:
            kinds |= {"code"}
        if properties is not None and _name(style) not in _LINKS:
            kinds = _changed(kinds, properties)
    return kinds


def _changed(kinds: frozenset[RunKind], properties: _Element) -> frozenset[RunKind]:
    """Return formats after applying the properties of a run or a style."""
    found = set(kinds)
    for child in properties:
        value = child.get(VALUE, "")
        if child.tag == _VERTICAL:
            found -= set(_RAISED.values())
            found |= {_RAISED[value]} if value in _RAISED else set()
        elif (kind := _TOGGLES.get(child.tag)) is not None:
            (found.discard if value in _OFF else found.add)(kind)
    return frozenset(found)
