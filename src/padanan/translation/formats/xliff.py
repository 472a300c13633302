"""XLIFF (OASIS) of any version: its units, and the skeleton of a worksheet."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from padanan.errors import DocumentError
from padanan.files.counts import counted
from padanan.files.inline import is_protected
from padanan.files.xml import LANG, local, parse, text_of
from padanan.translation import direction, skeleton
from padanan.translation.formats import xliff_1, xliff_2
from padanan.translation.formats.xliff_parts import HINTS, UnitTexts, children
from padanan.translation.units import Unit, UnitsRead, read_waiver

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from lxml.etree import _Element as Node

_VERSIONS: Mapping[str, tuple[str, Callable[[Node], UnitTexts]]] = {
    "1.": (xliff_1.UNIT, xliff_1.texts),
    "2.": (xliff_2.UNIT, xliff_2.texts),
}
"""Beginning of a version → the element of a unit, and the reader of its texts."""

_SKELETONS = ("internal-file", "skeleton")
"""The elements with the skeleton, in 1.2 and 2.1."""


def read(data: bytes, path: str) -> tuple[Unit, ...]:
    """Return the units of an XLIFF file, in order; see ``read_all``.

    >>> job = b'''<xliff version="1.2"><file><body><trans-unit id="7">
    ... <source>nota</source><target>note</target></trans-unit></body></file></xliff>'''
    >>> [(unit.id, unit.source, unit.target) for unit in read(job, "a.xlf")]
    [('7', 'nota', 'note')]
    """
    return read_all(data, path).units


def read_all(data: bytes, path: str) -> UnitsRead:
    """Return the units of an XLIFF file and what was passed over.

    In a file from English into Indonesian, source and target are exchanged.

    Raises:
        DocumentError: it is not XLIFF 1.2 or 2.x, or has other languages.
        ExchangeError: it is not well-formed XML (with the line).
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
    files = [node for node in root.iter() if local(node) == "file"] or [root]
    sides, foreign = _sides(root, files, path)
    found = tuple(_units(sides, *known[0]))
    kept = tuple(unit for unit in found if unit.source)
    lost = direction.without_indonesian(len(found) - len(kept))
    return UnitsRead(kept, (*foreign, *lost, *_binary(root)))


def _binary(root: Node) -> tuple[str, ...]:
    """Return a message about binary units, which may have text (1.2, 2.4)."""
    count = sum(local(node) == "bin-unit" for node in root.iter())
    return (
        (f"{counted(count, 'unit')} of binary data not read (bin-unit)",)
        if count
        else ()
    )


def _sides(
    root: Node, files: Iterable[Node], path: str
) -> tuple[list[tuple[Node, bool]], tuple[str, ...]]:
    """Return the files in a document, whether each is reversed, and foreign ones.

    Raises:
        DocumentError: all files are in other languages.
    """
    sides: list[tuple[Node, bool]] = []
    refused: list[DocumentError] = []
    for file in files:
        try:
            source, target = _languages(root, file)
            turn = direction.is_reversed(source, target, path)
        except DocumentError as error:
            refused.append(error)
        else:
            sides.append((file, turn))
    if refused and not sides:
        raise refused[0]
    return sides, tuple(f"a part {error.problem}" for error in refused)


def _languages(root: Node, file: Node) -> Iterator[str | None]:
    """Yield the tags of both languages; a text may have its own (XLIFF 1.2, 2.3)."""
    for side, in_1, in_2 in (
        ("source", "source-language", "srcLang"),
        ("target", "target-language", "trgLang"),
    ):
        stated = file.get(in_1) or root.get(in_2)
        if not stated:
            texts = (node for node in file.iter() if local(node) == side)
            stated = next(filter(None, (node.get(LANG) for node in texts)), None)
        yield stated


def _units(
    sides: Iterable[tuple[Node, bool]], name: str, texts: Callable[[Node], UnitTexts]
) -> Iterator[Unit]:
    number = 0
    for file, turn in sides:
        for node in file.iter():
            if local(node) == name:
                number += 1
                unit = _unit(node, texts(node), number)
                yield direction.turned(unit) if turn else unit


def packed_skeleton(data: bytes, path: str) -> str:
    """Return the packed skeleton of a worksheet; empty if there is none.

    Raises:
        ExchangeError: it is not well-formed XML (with the line).
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
        texts.source.text,
        texts.target.text,
        str(cast("int | None", node.sourceline) or number),
        "\n".join(notes),
        texts.fuzzy,
        quoted=texts.source.protected,
        waivers=tuple(filter(None, map(read_waiver, notes))),
        locked=_is_locked(node),
        tagged_source=texts.tagged_source,
        tagged_target=texts.tagged_target,
    )


def _is_locked(node: Node) -> bool:
    """Whether a unit, or an element around it, is not to be translated."""
    for around in (node, *node.iterancestors()):
        if is_protected(around):
            return True
        if "translate" in around.attrib:
            return False
    return False


def _notes(node: Node) -> Iterator[Node]:
    for child in node:
        if local(child) == "note":
            yield child
        elif local(child) == "notes":
            yield from children(child, "note")
