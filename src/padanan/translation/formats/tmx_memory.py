"""Translation memories (TMX 1.4b): their translation units."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from padanan.errors import DocumentError
from padanan.files.counts import counted
from padanan.files.headings import unread_languages
from padanan.files.inline import Inline, inline_text, raw_text
from padanan.files.tmx import header
from padanan.files.xml import (
    LANG,
    Element,
    elements,
    language,
    local,
    parse,
    streamed,
    text_of,
)
from padanan.model import SOURCE_LANGUAGE, TARGET_LANGUAGE
from padanan.translation import direction
from padanan.translation.units import Unit, UnitsRead, read_waiver

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from collections.abc import Set as AbstractSet
    from typing import BinaryIO

    from lxml.etree import _Element as Node


def read(data: bytes, path: str) -> tuple[Unit, ...]:
    """Return the units that have an Indonesian segment; see ``read_all``.

    >>> memory = b'''<tmx version="1.4"><header/><body><tu tuid="7">
    ... <tuv xml:lang="id"><seg>nota</seg></tuv>
    ... <tuv xml:lang="en-GB"><seg>note</seg></tuv></tu></body></tmx>'''
    >>> [(unit.id, unit.source, unit.target) for unit in read(memory, "a.tmx")]
    [('7', 'nota', 'note')]
    """
    return read_all(data, path).units


def read_all(data: bytes, path: str) -> UnitsRead:
    """Return the units that have an Indonesian segment, in the order of the file.

    If a unit has several English segments, the first one counts.

    Raises:
        DocumentError: it is not TMX, or has no Indonesian, or only other languages.
        ExchangeError: it is not well-formed XML (with the line).
    """
    root = parse(data, path)
    _check_root(root, path)
    nodes = [node for node in root.iter() if local(node) == "tu"]
    languages: set[str] = set()
    found = tuple(_unit(node, n, languages) for n, node in enumerate(nodes, 1))
    _check(languages, path)
    kept = tuple(unit for unit in found if unit.source)
    lost = direction.without_indonesian(len(found) - len(kept))
    more = _further(nodes)
    return UnitsRead(kept, (*lost, *unread_languages("texts", languages), *more))


def stream(file: BinaryIO, path: str) -> Iterator[Unit]:
    """Yield the units that have both languages, whatever the size of the file.

    Raises:
        DocumentError: it is not TMX, or has not both languages.
        ExchangeError: it is not well-formed XML (with the line).
    """
    languages: set[str] = set()
    for number, node in enumerate(elements(file, "tu", path), 1):
        if number == 1:
            _check_root(node.getroottree().getroot(), path)
        unit = _unit(node, number, languages)
        if unit.source and unit.target:
            yield unit
    _check(languages, path)


def _check_root(root: Node, path: str) -> None:
    if local(root) != "tmx":
        problem = f"not TMX but <{local(root)}> — export it as TMX"
        raise DocumentError(problem, path=path)


def write(pairs: Iterable[tuple[str, str]]) -> Iterator[bytes]:
    """Yield a memory as TMX 1.4b, piece by piece.

    Args:
        pairs: the texts of each unit, Indonesian and English.

    >>> lines = b"".join(write([("nota", "note")])).decode().splitlines()
    >>> [line.strip() for line in lines if "<seg>" in line]
    ['<seg>nota</seg>', '<seg>note</seg>']
    """
    head = header(SOURCE_LANGUAGE, "sentence")
    units = (_written(source, target) for source, target in pairs)
    body = Element("body", (), units)
    yield from streamed(Element("tmx", (("version", "1.4"),), (head, body)))


def _written(source: str, target: str) -> Element:
    languages = ((SOURCE_LANGUAGE, source), (TARGET_LANGUAGE, target))
    return Element(
        "tu",
        (),
        [
            Element("tuv", (("xml:lang", code),), (Element("seg", (), text),))
            for code, text in languages
        ],
    )


def _further(nodes: Iterable[Node]) -> tuple[str, ...]:
    """Return messages about further segments of the same language."""
    known = (SOURCE_LANGUAGE, TARGET_LANGUAGE)
    tags = ([_tag(one) for one in _children(node, "tuv")] for node in nodes)
    count = sum(max(0, each.count(code) - 1) for each in tags for code in known)
    segments = counted(count, "further segment")
    return (f"{segments} of a unit not read: the first counts",) if count else ()


def _tag(variant: Node) -> str:
    return language(variant.get(LANG) or variant.get("lang"))


def _check(languages: AbstractSet[str], path: str) -> None:
    """Check that a memory is between Indonesian and English.

    Raises:
        DocumentError: it has other languages.
    """
    others = languages - {SOURCE_LANGUAGE, TARGET_LANGUAGE}
    if SOURCE_LANGUAGE in languages and (TARGET_LANGUAGE in languages or not others):
        return
    if languages:
        listed = ", ".join(f"“{code or '?'}”" for code in sorted(languages))
        problem = f"segments in {listed}, not Indonesian and English"
        raise DocumentError(f"{problem} — name another file", path=path)


def _unit(node: Node, number: int, languages: set[str]) -> Unit:
    texts: dict[str, Inline] = {}
    for variant in _children(node, "tuv"):
        tag = _tag(variant)
        languages.add(tag)
        for segment in _children(variant, "seg"):
            if tag not in texts:
                texts[tag] = inline_text(raw_text(segment))
    notes = [text_of(note) for note in _children(node, "note")]
    source = texts.get(SOURCE_LANGUAGE, Inline(""))
    return Unit(
        node.get("tuid") or str(number),
        source.text,
        texts.get(TARGET_LANGUAGE, Inline("")).text,
        str(cast("int | None", node.sourceline) or number),
        "\n".join(notes),
        quoted=source.protected,
        waivers=tuple(filter(None, map(read_waiver, notes))),
    )


def _children(node: Node, name: str) -> Iterator[Node]:
    return (child for child in node if local(child) == name)
