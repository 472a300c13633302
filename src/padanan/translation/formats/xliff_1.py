"""XLIFF 1.2 (OASIS), which OmegaT and most older programs read."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from padanan.files.inline import inline_text, raw_text
from padanan.files.xml import Element, serialise
from padanan.model import SOURCE_LANGUAGE, TARGET_LANGUAGE
from padanan.translation import hints, skeleton
from padanan.translation.formats.xliff_parts import (
    HINTS,
    NONE,
    Dialect,
    UnitTexts,
    children,
    source_element,
    suggested_texts,
    tagged_of,
    text_element,
    text_in,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Node

    from padanan.translation.hints import HintedUnit
    from padanan.translation.worksheet import Worksheet

NAMESPACE = "urn:oasis:names:tc:xliff:document:1.2"

UNIT = "trans-unit"
"""The element of a unit."""

DIALECT = Dialect("g", "x", numbered=False)

# XLIFF 1.2, 2.5: values of ``state``.
_UNTOUCHED = frozenset({"new", "needs-translation"})
_DOUBTED = frozenset(
    {
        "needs-adaptation",
        "needs-l10n",
        "needs-review-adaptation",
        "needs-review-l10n",
        "needs-review-translation",
    }
)


def texts(node: Node) -> UnitTexts:
    """Return the texts of a unit.

    A target that repeats its source, with the state *new* or *needs-translation*, is
    ignored: programs such as OmegaT 3 need the source there and replace it.
    """
    source = text_in(node, "source")
    tagged = tagged_of(*islice(children(node, "source"), 1))
    target = next(children(node, "target"), None)
    if target is None:
        return UnitTexts(source, NONE, fuzzy=False, tagged_source=tagged)
    found, state = inline_text(raw_text(target)), target.get("state")
    if state in _UNTOUCHED and found.text == source.text:
        return UnitTexts(source, NONE, fuzzy=False, tagged_source=tagged)
    doubted = state in _DOUBTED or target.get("state-qualifier") == "fuzzy-match"
    fuzzy = doubted and bool(found.text)
    return UnitTexts(source, found, fuzzy, tagged, tagged_of(target))


def write(worksheet: Worksheet) -> bytes:
    """Return an XLIFF 1.2 file with a unit for each sentence.

    OmegaT 3 only translates the ``target``. Therefore a target without English has the
    Indonesian; suggestions of a memory are in ``alt-trans``.
    """
    attributes = (
        ("original", worksheet.skeleton.name or "article"),
        ("source-language", SOURCE_LANGUAGE),
        ("target-language", TARGET_LANGUAGE),
        ("datatype", "plaintext"),
        ("tool-id", "padanan"),
    )
    units = map(_unit, hints.hinted(worksheet))
    file = Element("file", attributes, (_header(worksheet), Element("body", (), units)))
    root = Element("xliff", (("version", "1.2"), ("xmlns", NAMESPACE)), (file,))
    return serialise(root).data


def _header(worksheet: Worksheet) -> Element:
    form = (("form", "text/plain"),)
    inside = Element("internal-file", form, skeleton.pack(worksheet.skeleton))
    tool = Element("tool", (("tool-id", "padanan"), ("tool-name", "Padanan")))
    return Element("header", (), (Element("skl", (), (inside,)), tool))


def _unit(hinted: HintedUnit) -> Element:
    return Element(UNIT, (("id", hinted.unit.id),), _parts(hinted))


def _parts(hinted: HintedUnit) -> Iterator[Element]:
    unit = hinted.unit
    yield source_element(unit, DIALECT)
    if unit.target:
        exact = (("state", "translated"), ("state-qualifier", "exact-match"))
        yield text_element("target", unit.target, DIALECT, exact)
    else:
        untouched = (("state", "needs-translation"),)
        yield text_element("target", unit.tagged.marked, DIALECT, untouched)
    if unit.suggestion and unit.fuzzy:
        yield Element(
            "alt-trans",
            (("match-quality", f"{unit.suggestion.score}%"), ("origin", "memory")),
            suggested_texts(unit.suggestion, DIALECT),
        )
    if hinted.lines:
        about = (("from", HINTS), ("annotates", "source"))
        yield Element("note", about, "\n".join(hinted.lines))
