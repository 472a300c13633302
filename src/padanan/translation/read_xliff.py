"""Translation units of XLIFF files, 1.2 and 2.x (OASIS)."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, cast

from padanan.errors import DocumentError
from padanan.files.xml import local, parse, unwrapped
from padanan.translation.units import Unit, read_waiver

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from lxml.etree import _Element as Node

HINTS = "padanan"
"""Says of a note that it is a worksheet's hint and nobody's remark."""

FUZZY = "padanan:fuzzy"
"""XLIFF 2.1: the ``subState`` of a translation that nobody has confirmed."""

# XLIFF 1.2, 2.4: their content is mark-up of the original's format.
_CODES = frozenset({"bpt", "ept", "it", "ph"})
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


class _Texts(NamedTuple):
    source: str
    target: str
    fuzzy: bool


def read(data: bytes, path: str) -> tuple[Unit, ...]:
    """Return the units of an XLIFF file, in its order.

    In 1.2 a target that repeats its source and is still *new* or *needs-translation*
    is none: programs such as OmegaT 3 want the source there, to write over it.

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
    known = {
        name: reader for name, reader in _UNITS.items() if version.startswith(name)
    }
    if not known:
        problem = f"XLIFF of version “{version}” — export it as XLIFF 1.2 or 2.1"
        raise DocumentError(problem, path=path)
    name, texts = known.popitem()[1]
    return tuple(
        _unit(node, texts(node), number)
        for number, node in enumerate(_named(root, name), start=1)
    )


def _named(root: Node, name: str) -> Iterator[Node]:
    return (node for node in root.iter() if local(node) == name)


def _unit(node: Node, texts: _Texts, number: int) -> Unit:
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
            yield from _children(child, "note")


def _children(node: Node, name: str) -> Iterator[Node]:
    return (child for child in node if local(child) == name)


def _texts_1(node: Node) -> _Texts:
    source = _first(node, "source")
    target = next(_children(node, "target"), None)
    if target is None:
        return _Texts(source, "", fuzzy=False)
    text, state = _text(target), target.get("state")
    if state in _UNTOUCHED and text == source:
        return _Texts(source, "", fuzzy=False)
    doubted = state in _DOUBTED or target.get("state-qualifier") == "fuzzy-match"
    return _Texts(source, text, fuzzy=doubted and bool(text))


def _texts_2(node: Node) -> _Texts:
    """Return the texts of a unit, which programs may have cut into segments."""
    parts = [child for child in node if local(child) in ("segment", "ignorable")]
    segments = [part for part in parts if local(part) == "segment"]
    source = unwrapped("".join(_inside(part, "source") for part in parts))
    if not any(_first(part, "target") for part in segments):
        return _Texts(source, "", fuzzy=False)
    # What is to be ignored (white space) has a target only where it differs.
    target = "".join(
        _inside(part, "target")
        or (_inside(part, "source") if local(part) == "ignorable" else "")
        for part in parts
    )
    unfinished = any(not _first(part, "target") for part in segments)
    doubted = any(part.get("subState") == FUZZY for part in segments)
    return _Texts(source, unwrapped(target), fuzzy=unfinished or doubted)


_UNITS: Mapping[str, tuple[str, Callable[[Node], _Texts]]] = {
    "1.": ("trans-unit", _texts_1),
    "2.": ("unit", _texts_2),
}


def _first(node: Node, name: str) -> str:
    return unwrapped(_inside(node, name))


def _inside(node: Node, name: str) -> str:
    found = next(_children(node, name), None)
    return "" if found is None else _raw(found)


def _text(node: Node) -> str:
    return unwrapped(_raw(node))


def _raw(node: Node) -> str:
    """Return the text of an element without the codes of the original's format."""
    parts = [node.text or ""]
    for child in node:
        if local(child) not in _CODES:
            parts.append(_raw(child))
        parts.append(child.tail or "")
    return "".join(parts)
