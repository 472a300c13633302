"""HTML as tokens of markup and text, at offsets of the source.

Source: HTML Living Standard, 13.2.5 (tokenization). No tree is built and no error is
corrected, because the source itself is written again.
"""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator


def names(listed: str) -> frozenset[str]:
    """Return the names of elements in a line.

    >>> sorted(names("td th"))
    ['td', 'th']
    """
    return frozenset(listed.split())


RAW = names(
    "iframe noembed noframes noscript plaintext script style textarea title xmp"
)
"""Elements whose content is plain text until their end tag.

``noscript`` is one of them, as in browsers that run scripts.
"""

# Possessive quantifiers: even an unfinished tag of a megabyte is read only once.
_MARKUP = re.compile(
    r"<!--(?:-?>|.*?(?:--!?>|\Z))"
    r"|<[!?][^>]*+(?:>|\Z)"
    r"|</(?:>|[^A-Za-z>][^>]*+(?:>|\Z))"
    r"|<(?P<close>/?)(?P<name>[A-Za-z][^\s/>]*+)"
    r"(?:[\s/]++"
    r"|(?:=[^\s/>=]*+|[^\s/>=]++)(?:\s*+=\s*+"
    r"(?:\"[^\"]*+(?:\"|\Z)|'[^']*+(?:'|\Z)|[^\s>\"'][^\s>]*+)?+)?+)*+"
    r"(?:>|\Z)",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(
    r"[\s/]*+(?P<name>=?[^\s/>=]*+)(?:\s*+=\s*+"
    r"(?:\"(?P<double>[^\"]*+)\"?+|'(?P<single>[^']*+)'?+|(?P<bare>[^\s>\"'][^\s>]*+))?+)?+"
)
# Source: 13.2.5.4 and 13.2.5.18 to 31, script data and its escaped states.
_SCRIPT = re.compile(
    r"(?P<empty><!---*>)|(?P<open><!--)|(?P<shut>-->)"
    r"|(?P<inner><script(?=[\s/>]))|(?P<end></script(?=[\s/>]))",
    re.IGNORECASE,
)


class Token(NamedTuple):
    """A stretch of the source.

    Attributes:
        kind: ``text``, ``raw`` (text of a raw element), ``start``, ``end`` or ``other``
            (comments, doctypes and the like).
        start: offset of its first character.
        end: offset after its last one.
        name: of the element, in lower case, for tags and raw text.
    """

    kind: str
    start: int
    end: int
    name: str = ""


def tokens(source: str) -> Iterator[Token]:
    """Yield the tokens of a source; together they are the whole source.

    >>> [token.kind for token in tokens("<p title='a>b'>damai &lt; 3</p>")]
    ['start', 'text', 'end']
    >>> [token.kind for token in tokens("<script>x = '<p>'</script>a < b")]
    ['start', 'raw', 'end', 'text']
    """
    position = 0
    while match := _MARKUP.search(source, position):
        if match.start() > position:
            yield Token("text", position, match.start())
        position = match.end()
        name = (match["name"] or "").lower()
        if not name:
            yield Token("other", match.start(), position)
        elif match["close"]:
            yield Token("end", match.start(), position, name)
        else:
            yield Token("start", match.start(), position, name)
            if name in RAW:
                end = _raw_end(source, position, name)
                if end > position:
                    yield Token("raw", position, end, name)
                position = end
    if position < len(source):
        yield Token("text", position, len(source))


def attribute(source: str, token: Token, name: str) -> str:
    """Return the value of an attribute of a start tag; empty if it is missing.

    >>> source = "<a title='href=x' HREF='?a&amp;b'>"
    >>> attribute(source, next(tokens(source)), "href")
    '?a&b'
    """
    end = token.end - source.endswith(">", token.start, token.end)
    for match in _ATTRIBUTE.finditer(source, token.start + 1 + len(token.name), end):
        if match["name"].lower() == name:
            value = match["double"] or match["single"] or match["bare"] or ""
            return unescape(value).strip()
    return ""


def attribute_span(source: str, token: Token, name: str) -> tuple[int, int, str] | None:
    """Return the place of the value of an attribute, and its quotation mark.

    >>> source = "<a title='x'>"
    >>> attribute_span(source, next(tokens(source)), "title")
    (10, 11, "'")
    """
    end = token.end - source.endswith(">", token.start, token.end)
    for match in _ATTRIBUTE.finditer(source, token.start + 1 + len(token.name), end):
        if match["name"].lower() == name:
            for group, quote in (("double", '"'), ("single", "'"), ("bare", "")):
                if match[group] is not None:
                    return *match.span(group), quote
    return None


def _raw_end(source: str, position: int, name: str) -> int:
    if name == "plaintext":
        return len(source)
    if name == "script":
        return _script_end(source, position)
    end = re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE).search(source, position)
    return end.start() if end else len(source)


def _script_end(source: str, position: int) -> int:
    r"""Return the end of a script; end tags in a comment may belong to it.

    >>> _script_end("<!--<script></script>--></script>", 0)
    24
    """
    escaped = doubly = False
    for match in _SCRIPT.finditer(source, position):
        match match.lastgroup:
            case "open":
                escaped = True
            case "shut":
                escaped = doubly = False
            case "inner":
                doubly = escaped
            case "end" if doubly:
                doubly = False
            case "end":
                return match.start()
    return len(source)
