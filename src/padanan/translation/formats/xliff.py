"""XLIFF (OASIS) of any version: its units, and the skeleton of a worksheet."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from padanan.errors import DocumentError
from padanan.files.xml import local, parse, text_of
from padanan.translation import skeleton
from padanan.translation.formats import xliff_1, xliff_2
from padanan.translation.formats.xliff_parts import HINTS, UnitTexts, children
from padanan.translation.units import Unit, read_waiver

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from lxml.etree import _Element as Node

_VERSIONS: Mapping[str, tuple[str, Callable[[Node], UnitTexts]]] = {
    "1.": (xliff_1.UNIT, xliff_1.texts),
    "2.": (xliff_2.UNIT, xliff_2.texts),
}
"""How versions begin → the element that is a unit, and what reads its texts."""

_SKELETONS = ("internal-file", "skeleton")
"""The elements that hold the skeleton, in 1.2 and 2.1."""


def read(data: bytes, path: str) -> tuple[Unit, ...]:
    """Return the units of an XLIFF file, in its order.

    Raises:
        DocumentError: it is no XLIFF 1.2 or 2.x.
        ExchangeError: it is no XML that can be read, with the line.

    >>> job = b'''<xliff version="1.2"><file><body><trans-unit id="7">
    ... <source>nota</source><target>note</target></trans-unit></body></file></xliff>'''
    >>> [(unit.id, unit.source, unit.target) for unit in read(job, "a.xlf")]
    [('7', 'nota', 'note')]
    """
    root = parse(data, path)
    version = root.get("version", "")
    if local(root) != "xliff":
        problem = f"not XLIFF but <{local(root)}> — export it as XLIFF 1.2 or 2.1"
        raise DocumentError(problem, path=path)
    known = [found for name, found in _VERSIONS.items() if version.startswith(name)]
    if not known:
        problem = f"XLIFF of version “{version}” — export it as XLIFF 1.2 or 2.1"
        raise DocumentError(problem, path=path)
    name, texts = known[0]
    units = (node for node in root.iter() if local(node) == name)
    return tuple(_unit(node, texts(node), n) for n, node in enumerate(units, start=1))


def packed_skeleton(data: bytes, path: str) -> str:
    """Return the packed skeleton of a worksheet, empty where there is none.

    Raises:
        ExchangeError: it is no XML that can be read, with the line.
    """
    root = parse(data, path)
    found = (text_of(node) for node in root.iter() if local(node) in _SKELETONS)
    return next((text for text in found if skeleton.find_packed(text)), "")


def _unit(node: Node, texts: UnitTexts, number: int) -> Unit:
    notes = [
        "".join(map(str, note.itertext())).strip()
        for note in _notes(node)
        if HINTS not in (note.get("from"), note.get("category"))
    ]
    return Unit(
        node.get("id") or str(number),
        texts.source,
        texts.target,
        str(cast("int | None", node.sourceline) or number),
        "\n".join(notes),
        texts.fuzzy,
        waivers=tuple(filter(None, map(read_waiver, notes))),
    )


def _notes(node: Node) -> Iterator[Node]:
    for child in node:
        if local(child) == "note":
            yield child
        elif local(child) == "notes":
            yield from children(child, "note")
