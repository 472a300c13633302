"""What bytes are that came without a name: standard input has no ending.

Sources: PKWARE APPNOTE, 4.3.7 (local file headers); XML 1.0, 2.8 (what may be before
the first element); HTML, 13.1 (the doctype, and tags that may be left out).
"""

from __future__ import annotations

import re

from padanan import lazy_re

FIRST = 65_536
"""Maximum number of bytes that are looked at to know a text."""

# A local header is 30 bytes, then the name of the member.
_MEMBER = lazy_re.compile(rb"PK\x03\x04.{26}(word|xl)/", re.DOTALL | re.IGNORECASE)
_OFFICE = {b"word": "docx", b"xl": "xlsx"}
_SIGNATURES = {
    # OpenDocument 1.3, part 2, 3.3: the first member, which is stored.
    "odt": lazy_re.compile(
        rb"PK\x03\x04.{26}mimetypeapplication/vnd\.oasis\.opendocument\.text", re.DOTALL
    ),
    # EPUB 3.3, 4.3: the same.
    "epub": lazy_re.compile(
        rb"PK\x03\x04.{26}mimetypeapplication/epub\+zip", re.DOTALL
    ),
    # ISO 32000-2, 7.5.2.
    "pdf": lazy_re.compile(rb"(?:\xef\xbb\xbf)?\s{0,99}%PDF-\d"),
    # RTF 1.9.1, "Contents of an RTF File".
    "rtf": lazy_re.compile(rb"\s{0,99}\{\s{0,99}\\u?rtf(?![A-Za-z])"),
    # MS-CFB, 2.2: Word, Excel and PowerPoint before 2007, and mails of Outlook.
    "doc": lazy_re.compile(rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
}

_BEFORE = lazy_re.compile(r"\s*(?:<\?[^>]*\?>\s*|<!--(?:(?!-->).)*-->\s*)*", re.DOTALL)
_ELEMENT = lazy_re.compile(
    r"<(?:!doctype\s+)?(?:[\w-]+:)?([A-Za-z][\w-]*)(?=[\s>/])", re.I
)
_ROOTS = {"xliff": "xliff", "tmx": "tmx", "martif": "tbx-2008", "tbx": "tbx-2008"}
_PAGE = frozenset({
    "a", "address", "article", "b", "blockquote", "body", "br", "center", "div", "em",
    "figure", "font", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "head",
    "header", "hr", "html", "i", "img", "li", "link", "main", "meta", "nav", "ol", "p",
    "pre", "script", "section", "span", "strong", "style", "table", "tbody", "td",
    "th", "title", "tr", "ul",
})  # fmt: skip
# SubRip: a number and a line of times; WebVTT, 4.1.
_SUBTITLES = lazy_re.compile(
    r"WEBVTT(?=[ \t\r\n]|\Z)|\s*+\d{1,9}[^\S\n]*+\n\s*+[\d:]{4,12}[,.]\d{1,3}[ \t]*-->"
)
_PO = lazy_re.compile(r'(?:(?:#[^\n]*|[ \t]*)\r?\n)*(?:msgctxt|msgid)[ \t]*"')


def kind_of(data: bytes) -> str | None:
    r"""Return the name of a format that bytes are known as; ``None`` for plain text.

    The names are those of ``--from``.

    >>> kind_of(b"<!DOCTYPE html><p>PBB"), kind_of(b'msgid "a"\nmsgstr "b"\n')
    ('html', 'po')
    >>> kind_of(b"Menlu AS tiba."), kind_of(b"a < b")
    (None, None)
    """
    for name, signature in _SIGNATURES.items():
        if signature.match(data):
            return name
    if data.startswith(b"PK\x03\x04"):
        member = _MEMBER.search(data)
        return _OFFICE[member[1].lower()] if member else None
    text = _beginning(data)
    if _PO.match(text):
        return "po"
    if _SUBTITLES.match(text):
        return "subtitles"
    before = _BEFORE.match(text)
    element = _ELEMENT.match(text, before.end() if before else 0)
    if element is None:
        return None
    name = element[1].lower()
    return "html" if name in _PAGE else _ROOTS.get(name)


def _beginning(data: bytes) -> str:
    encoding = "utf-16" if data[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8-sig"
    return data[:FIRST].decode(encoding, "replace")
