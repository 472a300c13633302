"""HTML: marks are inserted into the source of a page, which is otherwise kept.

The page is not parsed into a tree and written out again. A span is inserted around each
piece of text of a term. Terms in attributes, titles, options of a form and scripts are
not marked.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from html import escape
from typing import TYPE_CHECKING

from padanan.articles.article import Article, joined
from padanan.articles.foreign import told
from padanan.articles.html.text import extracted
from padanan.articles.plain import addresses, decode
from padanan.articles.raised import raised_notes
from padanan.files.text import codec_of, seen_encoding

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from padanan.articles.html.text import SourceSpan
    from padanan.articles.marks import Mark

KIND = "html"

_META = re.compile(rb"<meta[^>]*charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_NO_CHARSETS = frozenset({
    "idna", "punycode", "raw-unicode-escape", "raw_unicode_escape", "unicode-escape",
    "unicode_escape", "undefined",
})  # fmt: skip
"""Codecs of Python that are not encodings of pages."""

STYLE = """\
.padanan{text-decoration:underline .1em;text-underline-offset:.2em}
.padanan-offices{text-decoration-color:#2f74c8}
.padanan-institutions{text-decoration-style:double;text-decoration-color:#9159bd}
.padanan-instruments{text-decoration-style:dashed;text-decoration-color:#0b8a83}
.padanan-acts{text-decoration-style:dotted;text-decoration-color:#a86a0c}
.padanan-conflict{text-decoration-style:wavy;text-decoration-color:#d0443a}
.padanan-relations{text-decoration-thickness:.18em;text-decoration-color:#55882c}
.padanan-law{text-decoration-style:dashed;text-decoration-thickness:.18em;\
text-decoration-color:#c04485}
"""
"""Colours with a contrast of 3:1 on both white and black pages."""


def read(data: bytes, path: str, encoding: str | None = None) -> Article:
    """Return the text of a page.

    White space is collapsed as in a browser; blocks are separated by an empty line.

    Raises:
        DocumentError: the bytes cannot be decoded.
    """
    source, name = source_of(data, path, encoding)
    extract = extracted(source)
    text = extract.text
    raised = raised_notes(text, extract.blocks)
    foreign = ((start, end) for _, start, end in extract.foreign)
    passages = ((code, text[start:end]) for code, start, end in extract.foreign)
    return Article(
        path,
        text,
        KIND,
        joined((*extract.masked, *addresses(text), *raised)),
        data,
        encoding=name,
        blocks=extract.blocks,
        foreign=joined(foreign),
        languages=told(passages, extract.language),
    )


def write(article: Article, marks: Sequence[Mark]) -> bytes:
    """Return the page with a span around each term, and a style for the spans.

    Args:
        article: as ``read`` returned it.
        marks: ordered and disjoint, at offsets of its text.
    """
    encoding = article.encoding or "utf-8"
    source = decode(article.data, article.path, encoding)
    extract = extracted(source)
    additions = list(_additions(extract.spans, marks))
    if additions:
        style = f'<style class="padanan">\n{STYLE}</style>'
        additions.insert(0, (extract.head_end, style))
    return _inserted(source, additions, encoding)


def source_of(data: bytes, path: str, encoding: str | None) -> tuple[str, str]:
    """Return the source of a page and its encoding.

    The encoding is the given one, that of a byte order mark, or the declared one.

    Raises:
        DocumentError: the bytes cannot be decoded.
    """
    name = codec_of(data, encoding or seen_encoding(data) or _declared(data))
    return decode(data, path, name), name


def _declared(data: bytes) -> str:
    """Return the encoding that a page declares at its beginning (HTML, 13.2.3.2)."""
    found = _META.search(data[:1024])
    name = found[1].decode("ascii").lower() if found else "utf-8"
    # Source: Encoding Standard, 4.2: these labels mean windows-1252. A page whose
    # declaration can be found as ASCII is not in UTF-16, even if it says so.
    if name in {"iso-8859-1", "iso8859-1", "latin1", "l1", "ascii", "us-ascii"}:
        return "cp1252"
    return "utf-8" if name.startswith("utf-16") or name in _NO_CHARSETS else name


def _additions(
    spans: Sequence[SourceSpan], marks: Iterable[Mark]
) -> Iterator[tuple[int, str]]:
    """Yield the insertions, with their offsets in the source."""
    starts = [span.start for span in spans]
    for mark in marks:
        pieces = list(_pieces(spans, starts, mark))
        # In ITS a term is one element; a term in several pieces cannot be marked.
        term = ' its-term="yes"' if len(pieces) == 1 else ""
        title = f' title="{escape(mark.english)}"' if mark.english else ""
        for start, end in pieces:
            yield start, f'<span class="padanan padanan-{mark.kind}"{term}{title}>'
            yield end, "</span>"


def _pieces(
    spans: Sequence[SourceSpan], starts: Sequence[int], mark: Mark
) -> Iterator[tuple[int, int]]:
    """Yield the stretches of source that a mark covers, one for each text node."""
    current: tuple[int, int] | None = None
    for number in range(bisect_right(starts, mark.start) - 1, len(spans)):
        if spans[number].start >= mark.end:
            break
        start, end = spans[number].cut(mark.start, mark.end)
        if start == end:
            continue
        if current and current[1] == start:
            current = current[0], end
        else:
            if current:
                yield current
            current = start, end
    if current:
        yield current


def _inserted(source: str, additions: list[tuple[int, str]], encoding: str) -> bytes:
    parts: list[str] = []
    last = 0
    for offset, text in sorted(additions, key=lambda addition: addition[0]):
        # Characters that the encoding lacks become character references.
        ours = text.encode(encoding, "xmlcharrefreplace").decode(encoding)
        parts += source[last:offset], ours
        last = offset
    return "".join((*parts, source[last:])).encode(encoding)
