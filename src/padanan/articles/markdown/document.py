"""Markdown: the text as it stands, with code and the targets of links masked."""

from __future__ import annotations

import re

from padanan.articles.article import Article, joined
from padanan.articles.markdown.blocks import blocks
from padanan.articles.plain import addresses, decode, write

__all__ = ["KIND", "masked", "read", "write"]

KIND = "markdown"

# CommonMark 0.31: fenced code (4.5), code spans (6.1), link destinations (6.3),
# autolinks (6.5), raw HTML (6.6), link reference definitions (4.7); the front
# matter of static sites comes first.
_NOT_PROSE = re.compile(
    r"\A\ufeff?---\r?\n.*?\r?\n---\r?\n"
    r"|^ {0,3}(?P<fence>`{3,}|~{3,})[^\n]*\n(?:.*?\n)??"
    r" {0,3}(?P=fence)[`~]*[ \t]*(?:\r?\n|\Z)"
    r"|^ {0,3}(?:`{3,}|~{3,}).*\Z"
    r"|(?<!`)(?P<ticks>`+)(?!`)(?:(?!\n\s*\n).)+?(?<!`)(?P=ticks)(?!`)"
    r"|(?<=\])\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)"
    r"|(?<=\])\[[^\]\n]*\]"
    r"|^ {0,3}\[[^\]\n]+\]:[^\n]*"
    r"|<[A-Za-z/!][^<>]*>",
    re.MULTILINE | re.DOTALL,
)
_INDENTED = re.compile(r"(?:\A|(?<=\n\n))(?:(?: {4}|\t)[^\n]*(?:\n|\Z))+")


def read(data: bytes, path: str, encoding: str | None = None) -> Article:
    """Return a Markdown article; code, links' targets and addresses are masked.

    Raises:
        DocumentError: the bytes cannot be decoded.
    """
    text = decode(data, path, encoding)
    return Article(path, text, KIND, masked(text), data, encoding, blocks(text))


def masked(text: str) -> tuple[tuple[int, int], ...]:
    """Return the half-open spans that are no prose, ordered and disjoint.

    >>> masked("lihat `PBB` dan [PBB](https://pbb.example)")
    ((6, 11), (21, 42))
    """
    found = [match.span() for match in _NOT_PROSE.finditer(text)]
    found += [match.span() for match in _INDENTED.finditer(text)]
    found += addresses(text)
    return joined(found)
