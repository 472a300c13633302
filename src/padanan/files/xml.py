"""XML in and out: read without entities or the network; same document, same bytes.

All XML formats are read by ``parse``. It refuses what XML attacks need (OWASP, "XML
External Entity Prevention"), and never fetches a DTD or anything else that a file
names.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, Any, BinaryIO, NamedTuple, TypeAlias, cast

from padanan.errors import ExchangeError
from padanan.files import limits

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element as Node
    from lxml.etree import _ElementTree

LANG = "{http://www.w3.org/XML/1998/namespace}lang"
"""The attribute ``xml:lang`` as lxml names it."""

NO_CHARACTER = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What no XML 1.0 document can contain (XML 1.0, production 2, Char)."""
_SAFELY: dict[str, Any] = {
    "resolve_entities": False,
    "load_dtd": False,
    "dtd_validation": False,
    "no_network": True,
    "huge_tree": False,
    "remove_comments": True,
    "remove_pis": True,
}
"""How lxml is to parse."""

_PROLOG = 1 << 16
"""Number of bytes in which the document element has to begin, where a file is read
piece by piece."""
_LINES = 1_000
_BREAKS = re.compile(r"[\r\n]+")
_PLACE = re.compile(r"(?:, )?line \d+, column \d+.*")

_TEXT_ESCAPES = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"},
)
# Readers turn line ends and tabs in attributes into spaces unless they are escaped.
_ATTRIBUTE_ESCAPES = _TEXT_ESCAPES | str.maketrans(
    {'"': "&quot;", "\n": "&#10;", "\t": "&#9;"},
)

# ISO 639-2 and the code that Java wrote for Indonesian until version 17.
_LANGUAGES = {"in": "id", "ind": "id", "eng": "en"}

Attributes: TypeAlias = tuple[tuple[str, str], ...]


class Mixed(NamedTuple):
    """Text with elements in it, which stays on one line."""

    parts: tuple[str | Element, ...]


class Element(NamedTuple):
    """An element to be written: it has text, elements, or both in it.

    Attributes:
        tag: its name as written, with prefix.
        attributes: names and values in the order in which they are written.
        content: text, or elements; those may come from a generator, so that a large
            document is never in memory as elements.
    """

    tag: str
    attributes: Attributes = ()
    content: str | Mixed | Iterable[Element] = ()


class XmlDocument(NamedTuple):
    """A document that was written.

    Attributes:
        data: its bytes, UTF-8.
        dropped: the characters that XML cannot hold and that were replaced, one line
            each.
    """

    data: bytes
    dropped: tuple[str, ...]


def serialise(root: Element, *, doctype: str = "") -> XmlDocument:
    r"""Write a document: same elements, same bytes.

    Every element is on its own line; nothing is added to text.

    Args:
        root: the document element.
        doctype: a document type declaration, without its line end.

    >>> document = serialise(Element("term", (("id", "a"),), "tahanan & sandera"))
    >>> document.data.decode().splitlines()[1]
    '<term id="a">tahanan &amp; sandera</term>'
    >>> term = Element("mrk", (), "nota")
    >>> print(serialise(Element("seg", (), Mixed(("a ", term)))).data.decode()[39:-1])
    <seg>a <mrk>nota</mrk></seg>
    >>> serialise(Element("term", (), "a\x00b")).dropped
    ('U+0000 in line 2 — XML cannot hold it, so U+FFFD replaces it',)
    """
    head = ['<?xml version="1.0" encoding="UTF-8"?>', *([doctype] if doctype else [])]
    text = "\n".join((*head, *_lines(root, ""), ""))
    if not NO_CHARACTER.search(text):
        return XmlDocument(text.encode(), ())
    dropped = tuple(
        f"U+{ord(found[0]):04X} in line {number} — XML cannot hold it, "
        "so U+FFFD replaces it"
        for number, line in enumerate(text.split("\n"), 1)
        for found in NO_CHARACTER.finditer(line)
    )
    return XmlDocument(NO_CHARACTER.sub("\ufffd", text).encode(), dropped)


def parse(data: bytes, path: str) -> Node:
    """Return the root of a document, without comments and processing instructions.

    Args:
        data: the file, in any encoding that it declares.
        path: its name, for messages.

    Raises:
        ExchangeError: it is not well-formed, too large, too deep, or declares or
            uses entities; with its line.

    >>> parse(b"<tmx version='1.4'/>", "a.tmx").tag
    'tmx'
    """
    if len(data) > limits.XML:
        raise ExchangeError(limits.too_large(limits.XML), path=path)
    _check_prolog(data, path)
    tree = _parse(data, path)
    root = tree.getroot()
    _check_entities(root, path)
    return root


def elements(stream: BinaryIO, name: str, path: str) -> Iterator[Node]:
    """Yield the elements of a name, one after the other, whatever the size of the file.

    Each is empty once the next one is asked for. What ``parse`` refuses is refused.

    Args:
        stream: the file, seekable.
        name: of the elements, without namespace.
        path: of the file, for messages.

    Raises:
        ExchangeError: as ``parse`` does, when the place is reached.

    >>> from io import BytesIO
    >>> file = BytesIO(b"<a><b>1</b><b>2</b></a>")
    >>> [text_of(each) for each in elements(file, "b", "a.xml")]
    ['1', '2']
    """
    from lxml import etree

    _check_prolog(stream.read(_PROLOG), path)
    stream.seek(0)
    reader = etree.iterparse(stream, events=("end",), tag=f"{{*}}{name}", **_SAFELY)
    try:
        for _, node in reader:
            _check_entities(node, path)
            yield node
            node.clear()
            parent = node.getparent()
            while parent is not None and node.getprevious() is not None:
                del parent[0]
    except etree.XMLSyntaxError as error:
        raise _malformed(error.msg or "", path, error.lineno) from None


def streamed(root: Element) -> Iterator[bytes]:
    """Yield a document as ``serialise`` writes it, whatever its size.

    Characters that XML cannot hold are replaced by U+FFFD.

    >>> numbers = (Element("b", (), str(number)) for number in (1, 2))
    >>> b"".join(streamed(Element("a", (), numbers))).decode().split()[-4:]
    ['<a>', '<b>1</b>', '<b>2</b>', '</a>']
    """
    yield b'<?xml version="1.0" encoding="UTF-8"?>\n'
    lines = _lines(root, "")
    while some := list(islice(lines, _LINES)):
        text = "\n".join((*some, ""))
        yield NO_CHARACTER.sub("\ufffd", text).encode()


def local(node: Node) -> str:
    """Return the name of an element without its namespace.

    >>> local(parse(b"<a xmlns='urn:x'/>", "a.xml"))
    'a'
    """
    return str(node.tag).rpartition("}")[2]


def text_of(node: Node) -> str:
    r"""Return the text of an element and of all in it, line breaks as spaces.

    >>> text_of(parse(b"<p>\n  surat <hi>kepercayaan</hi>\n</p>", "a.xml"))
    'surat kepercayaan'
    """
    return unwrapped("".join(str(part) for part in node.itertext()))


def line_of(node: Node) -> int | None:
    """Return the line where an element begins, counted from 1.

    >>> line_of(parse(b"<tmx/>", "a.tmx"))
    1
    """
    return cast("int | None", node.sourceline)


def unwrapped(value: str) -> str:
    r"""Return text without the line breaks and indentation that editors add.

    >>> unwrapped("\n  surat\n  kepercayaan ")
    'surat kepercayaan'
    """
    lines = (line.strip(" \t") for line in _BREAKS.split(value))
    return " ".join(filter(None, lines))


@lru_cache(maxsize=256)
def language(tag: str | None) -> str:
    """Return the language of a BCP 47 tag, in lower case.

    >>> language("en-GB"), language("in_ID"), language(None)
    ('en', 'id', '')
    """
    code = re.split("[-_]", tag or "", maxsplit=1)[0].strip().lower()
    return _LANGUAGES.get(code, code)


def _lines(element: Element, indent: str) -> Iterator[str]:
    tag, attributes, content = element
    start = indent + "<" + tag
    for name, value in attributes:
        start += f' {name}="{value.translate(_ATTRIBUTE_ESCAPES)}"'
    if isinstance(content, str):
        yield f"{start}>{content.translate(_TEXT_ESCAPES)}</{tag}>"
        return
    if isinstance(content, Mixed):
        yield f"{start}>{''.join(map(_inline, content.parts))}</{tag}>"
        return
    empty = True
    for child in content:
        if empty:
            yield f"{start}>"
            empty = False
        yield from _lines(child, f"{indent} ")
    yield f"{start}/>" if empty else f"{indent}</{tag}>"


def _inline(part: str | Element) -> str:
    if isinstance(part, str):
        return part.translate(_TEXT_ESCAPES)
    return "".join(_lines(part, ""))


class _ElementReached(Exception):  # noqa: N818 - it ends the search, nothing is wrong
    """The document element begins: its prolog has been read."""


def _check_prolog(data: bytes, path: str) -> None:
    """Refuse a document that declares anything that could grow or be fetched.

    lxml would expand entities in attributes before it says that there are any. Expat
    must know the encoding too, so that a rare one cannot hide a declaration.
    """
    from xml.parsers import expat

    parser = expat.ParserCreate()

    def doctype(_name: str, _system: str | None, _public: str | None, own: int) -> None:
        if own:
            message = "declares entities or the like — remove the [...] of <!DOCTYPE"
            line = parser.CurrentLineNumber
            raise ExchangeError(message, path=path, line=line)

    def element(_name: str, _attributes: dict[str, str]) -> None:
        raise _ElementReached

    parser.StartDoctypeDeclHandler = doctype
    parser.StartElementHandler = element
    try:
        parser.Parse(data, True)  # noqa: FBT003 - expat has no keyword for it
    except _ElementReached:
        return
    except (expat.ExpatError, LookupError, ValueError) as error:
        raise _malformed(str(error), path, parser.CurrentLineNumber) from None


def _parse(data: bytes, path: str) -> _ElementTree:
    from io import BytesIO

    from lxml import etree

    parser = etree.XMLParser(**_SAFELY)
    try:
        return etree.parse(BytesIO(data), parser)
    except etree.XMLSyntaxError as error:
        raise _malformed(error.msg or "", path, error.lineno) from None


def _malformed(reason: str, path: str, line: int | None) -> ExchangeError:
    # libxml2 stops at 256 levels and at texts of ten million bytes, and says so by
    # the name of the option that would lift the limit.
    if "XML_PARSE_HUGE" in reason:
        message = "nested too deeply, or a text too long — split it"
    else:
        detail = _PLACE.sub("", reason).strip(" :,\n") or "broken off"
        message = f"not well-formed XML ({detail}) — export it again"
    return ExchangeError(message, path=path, line=line)


def _check_entities(root: Node, path: str) -> None:
    from lxml import etree

    for entity in root.iter(etree.Entity):
        message = f"uses the entity {entity.text}, which is not read — write its text"
        raise ExchangeError(message, path=path, line=line_of(entity))
