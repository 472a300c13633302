r"""Text with codes of the original's format in it, as XLIFF and TMX have it.

A code that means a break parts words, one that formats letters does not; of a code
that says nothing of itself and stands for something (``x``, ``ph``), two letters at its
sides are taken for the letters of two words.

Source: XLIFF 1.2, 2.4 and 3 (``ctype``, ``equiv-text``, ``mtype``); XLIFF 2.1, 4.3.1
(``type``, ``subType``, ``disp``, ``equiv``, ``translate``); TMX 1.4b, 3.2; ITS 2.0.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from padanan.files.headings import INDONESIAN
from padanan.files.xml import LANG, language, local, unwrapped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Node

# Characters that no XML document can contain stand for what is decided at the end.
_BREAK, _CODE, _FROM, _TO = "\x01", "\x02", "\x03", "\x04"

# Their content is mark-up of the original's format.
_NATIVE = frozenset({"bpt", "ept", "it", "ph", "ut", "sub"})
_STANDALONE = frozenset({"x", "ph", "ut"})

_KIND_NAMES = ("ctype", "type", "subType")
_SHOWN_NAMES = ("equiv-text", "equiv", "disp", "equivStart", "dispStart")
_BLOCKS = (
    r"address|blockquote|br|d[dtl]|div|h[1-6r]|li|ol|p|pre|section|t[dhr]|table|ul"
)
_BREAK_KIND = re.compile(
    rf"(?:x-|xlf:)?(?:lb|pb|tab|new-?line|line-?break|paragraph|{_BLOCKS})"
)
_FORMAT_KIND = re.compile(
    r"(?:x-|xlf:)?(?:bold|italics?|under?lined?|link|font|color|highlight|strike"
    r"|b|i|u|a|s|em|strong|span|su[bp]|small|big|code|mark|wbr|shy)"
)
_BREAK_TEXT = re.compile(
    rf"</?(?:{_BLOCKS}|(?:w|a|text):(?:br|cr|p|tab|line-break))\b"
    r"|\\(?:[nrtvf]|line|par|tab)(?![A-Za-z])|[\n\r\t↵¶]"
    r"|&(?:#(?:9|10|13|160|x9|xA|xD|xA0)|nbsp|emsp|ensp);|\bLINE_BREAK\b|[\[{]br[\]}]",
    re.IGNORECASE,
)
_FORMAT_TEXT = re.compile(
    r"</?(?:b|i|u|a|s|em|strong|span|font|su[bp]|small|big|code|mark|abbr|cite|q|wbr"
    r"|w:softHyphen)\b|&(?:#173|#xAD|shy);|\xad|\b(?:START|CLOSE)_\w",
    re.IGNORECASE,
)

_ANY = re.compile(f"[{_BREAK}-{_TO}]")
_BREAKS = re.compile(f"{_BREAK}[{_BREAK}{_CODE} \t]*+")
_BETWEEN_LETTERS = re.compile(rf"(?<=[\w{_TO}]){_CODE}++(?=[\w{_FROM}])")
_EDGES = re.compile(f"[{_FROM}{_TO}]")
_TAG = "\x05"
_PAIRS = frozenset({"g", "pc"})
_BEGINNINGS, _ENDS = frozenset({"bpt", "bx", "sc"}), frozenset({"ept", "ex", "ec"})
_MARKS = frozenset({"mrk", "sm", "em"})


class Code(NamedTuple):
    """A code as a tag.

    Attributes:
        at: offset in the text without codes.
        kind: ``open``, ``close`` or ``point``.
        id: as the file has it; of the end of a pair that of its beginning.
    """

    at: int
    kind: str
    id: str


class Inline(NamedTuple):
    """The text of an element with codes in it.

    Attributes:
        text: without the codes, on one line.
        protected: half-open offsets of what is not to be translated.
    """

    text: str
    protected: tuple[tuple[int, int], ...] = ()


def inline_text(*raws: str) -> Inline:
    """Return the text of neighbouring elements, as ``raw_text`` returned each.

    >>> from padanan.files.xml import parse
    >>> def read(inside):
    ...     return inline_text(raw_text(parse(f"<s>{inside}</s>".encode(), "a.xlf")))
    >>> read('senjata<x ctype="lb"/>Duta <g id="1">be</g>sar').text
    'senjata Duta besar'
    >>> read('kata <mrk mtype="protected">Nota</mrk>').protected
    ((5, 9),)
    """
    text = unwrapped("".join(raws))
    if not _ANY.search(text):
        return Inline(text)
    text = _BREAKS.sub(_space, text)
    text = _BETWEEN_LETTERS.sub(" ", text).replace(_CODE, "").strip()
    return _without_edges(text)


def raw_text(node: Node) -> str:
    """Return the text of an element with signs in the places of its codes."""
    parts = [node.text or ""]
    opened: set[str | None] = set()
    for child in node:
        parts.append(_edge(child, opened) or _inside(child))
        parts.append(child.tail or "")
    return "".join(parts)


def _edge(node: Node, opened: set[str | None]) -> str:
    """Return what stands for one end of a marked stretch (XLIFF 2.1, ``sm``, ``em``).

    Args:
        node: an element beside others.
        opened: the ids of the protected stretches that have begun.
    """
    name = local(node)
    if name == "sm" and is_protected(node):
        opened.add(node.get("id"))
        return _FROM
    if name == "em" and node.get("startRef") in opened:
        opened.discard(node.get("startRef"))
        return _TO
    return ""


def coded_text(*nodes: Node) -> tuple[str, tuple[Code, ...]]:
    """Return the text of neighbouring elements without codes, and the codes.

    >>> from padanan.files.xml import parse
    >>> coded_text(parse(b'<s>Duta <g id="1">besar</g></s>', "a.xlf"))
    ('Duta besar', (Code(at=5, kind='open', id='1'), Code(at=10, kind='close', id='1')))
    """
    codes: list[tuple[str, str]] = []
    raw = "".join(part for node in nodes for part in _coded(node, codes))
    pieces = unwrapped(raw).split(_TAG)
    found: list[Code] = []
    at = 0
    for piece, code in zip(pieces, codes, strict=False):
        at += len(piece)
        found.append(Code(at, *code))
    return "".join(pieces), tuple(found)


def _coded(node: Node, codes: list[tuple[str, str]]) -> Iterator[str]:
    """Yield the texts in an element, with a sign for each code, which is noted."""
    yield node.text or ""
    for child in node:
        name, number = local(child), child.get("id", "")
        if name in _PAIRS:
            codes.append(("open", number))
            yield _TAG
            yield from _coded(child, codes)
            codes.append(("close", number))
            yield _TAG
        elif name == "mrk":
            yield from _coded(child, codes)
        elif name not in _MARKS:
            codes.append(_single(child, name))
            yield _TAG
        yield child.tail or ""


def _single(node: Node, name: str) -> tuple[str, str]:
    number = node.get("id", "")
    if name in _BEGINNINGS:
        return "open", node.get("rid", number)
    if name in _ENDS:
        return "close", node.get("startRef", node.get("rid", number))
    return "point", number


def is_protected(node: Node) -> bool:
    """Whether an element itself says that it is not to be translated."""
    if node.get("mtype") == "protected":
        return True
    names = (str(name).rpartition("}")[2] for name in node.attrib)
    values = zip(names, map(str, node.attrib.values()), strict=True)
    return ("translate", "no") in values


def _is_foreign(node: Node) -> bool:
    """Whether an element itself says that it is in another language."""
    return language(node.get(LANG)) not in {"", INDONESIAN}


def _inside(node: Node) -> str:
    name = local(node)
    sign = _sign(node, name)
    if name in _NATIVE:
        return sign
    edges = (sign, sign) if sign == _BREAK else ("", "")
    inner = raw_text(node)
    if is_protected(node) or _is_foreign(node):
        inner = f"{_FROM}{inner}{_TO}"
    return sign if name in _STANDALONE else f"{edges[0]}{inner}{edges[1]}"


def _sign(node: Node, name: str) -> str:
    """Return what stands for a code: a break, a code, or nothing."""
    if name == "mrk":
        return ""
    kinds = [node.get(key, "").lower() for key in _KIND_NAMES]
    shown = [node.get(key) for key in _SHOWN_NAMES]
    if name in _NATIVE:
        shown.append("".join(map(str, node.itertext())) or None)
    texts = [text for text in shown if text is not None]
    if any(map(_BREAK_KIND.fullmatch, kinds)) or any(map(_is_break, texts)):
        return _BREAK
    formats = any(map(_FORMAT_KIND.fullmatch, kinds))
    if formats or any(not text or _FORMAT_TEXT.search(text) for text in texts):
        return ""
    return _CODE if name in _STANDALONE else ""


def _is_break(text: str) -> bool:
    return bool(text) and (text.isspace() or bool(_BREAK_TEXT.search(text)))


def _space(found: re.Match[str]) -> str:
    before = found.string[found.start() - 1 : found.start()]
    return "" if not before or before.isspace() else " "


def _without_edges(text: str) -> Inline:
    """Take out what is around protected text, and say where that was."""
    spans: list[tuple[int, int]] = []
    opened: list[int] = []
    for number, edge in enumerate(_EDGES.finditer(text)):
        at = edge.start() - number
        if edge[0] == _FROM:
            opened.append(at)
        elif opened:
            spans.append((opened.pop(), at))
    return Inline(_EDGES.sub("", text), tuple(spans))
