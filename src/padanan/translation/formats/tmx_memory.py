"""Translation memories (TMX 1.4b): their translation units."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from padanan.errors import DocumentError
from padanan.files.xml import LANG, language, local, parse, text_of
from padanan.model import SOURCE_LANGUAGE, TARGET_LANGUAGE
from padanan.translation.units import Unit, read_waiver

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Node

_CODES = frozenset({"bpt", "ept", "it", "ph", "ut", "sub"})
"""Elements whose content is mark-up of the original's format (TMX 1.4b, 3.2)."""


def read(data: bytes, path: str) -> tuple[Unit, ...]:
    """Return the units that have an Indonesian segment, in the file's order.

    Where a unit has several English segments the first counts.

    Raises:
        DocumentError: it is no TMX.
        ExchangeError: it is no XML that can be read, with the line.

    >>> memory = b'''<tmx version="1.4"><header/><body><tu tuid="7">
    ... <tuv xml:lang="id"><seg>nota</seg></tuv>
    ... <tuv xml:lang="en-GB"><seg>note</seg></tuv></tu></body></tmx>'''
    >>> [(unit.id, unit.source, unit.target) for unit in read(memory, "a.tmx")]
    [('7', 'nota', 'note')]
    """
    root = parse(data, path)
    if local(root) != "tmx":
        problem = f"not TMX but <{local(root)}> — export it as TMX"
        raise DocumentError(problem, path=path)
    found = (node for node in root.iter() if local(node) == "tu")
    units = (_unit(node, number) for number, node in enumerate(found, 1))
    return tuple(unit for unit in units if unit.source)


def _unit(node: Node, number: int) -> Unit:
    texts: dict[str, str] = {}
    for variant in _children(node, "tuv"):
        tag = variant.get(LANG) or variant.get("lang")
        for segment in _children(variant, "seg"):
            texts.setdefault(language(tag), _text(segment))
    notes = [text_of(note) for note in _children(node, "note")]
    return Unit(
        node.get("tuid") or str(number),
        texts.get(SOURCE_LANGUAGE, ""),
        texts.get(TARGET_LANGUAGE, ""),
        str(cast("int | None", node.sourceline) or number),
        "\n".join(notes),
        waivers=tuple(filter(None, map(read_waiver, notes))),
    )


def _children(node: Node, name: str) -> Iterator[Node]:
    return (child for child in node if local(child) == name)


def _text(node: Node) -> str:
    """Return the text of a segment without the codes of the original's format."""
    parts = [node.text or ""]
    for child in node:
        if local(child) not in _CODES:
            parts.append(_text(child))
        parts.append(child.tail or "")
    return "".join(parts)
