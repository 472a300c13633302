"""Plain text: decoding, title and paragraphs, web and mail addresses."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from padanan.articles.article import Article, Block
from padanan.articles.marks import bracketed
from padanan.errors import DocumentError
from padanan.files.text import codec_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from padanan.articles.marks import Mark

KIND = "text"

TITLE_LENGTH = 160
"""Maximum length of a first line that is taken for a title; it has no full stop."""

WRAPPED_LENGTH = 100
"""Maximum length of a line in a text that was broken to a width."""

_ADDRESS = re.compile(
    r"\b(?:https?|ftp)://[^\s<>\"“”]+|\bwww\.[^\s<>\"“”]+"
    r"|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+"
    r"|(?<![\w@])@\w+"
)
_ENDED = re.compile(r"[.;:,!?…][\"”’')\]]*\Z")
_SIGNS = ("@", "://", "www.")
"""Every address contains one of these: most articles need no regular expression."""


def decode(data: bytes, path: str, encoding: str | None = None) -> str:
    r"""Return the text of a file: UTF-8, or what its byte order mark says.

    Newlines stay as they are and a byte order mark counts as a character, so that
    offsets are those of the file.

    Raises:
        DocumentError: the bytes are not in that encoding, or it is unknown.

    >>> decode(b"\xff\xfeP\x00B\x00B\x00", "a.txt")
    '\ufeffPBB'
    """
    name = codec_of(data, encoding)
    try:
        return data.decode(name)
    except LookupError:
        problem = f"no encoding is called “{name}” — try utf-8, cp1252 or utf-16"
    except UnicodeError:
        problem = f"not {name.upper()} — name its encoding with --encoding, e.g. cp1252"
    raise DocumentError(problem, path=path)


def read(data: bytes, path: str, encoding: str | None = None) -> Article:
    """Return a plain-text article; web and mail addresses are masked.

    Raises:
        DocumentError: the bytes cannot be decoded.
    """
    text = decode(data, path, encoding)
    return Article(path, text, KIND, addresses(text), data, encoding, blocks(text))


def write(article: Article, marks: Sequence[Mark]) -> bytes:
    """Return the text with the English in brackets behind each term."""
    encoding = codec_of(article.data, article.encoding)
    return bracketed(article.text, marks, encoding).encode(encoding)


def addresses(text: str) -> tuple[tuple[int, int], ...]:
    """Return the half-open spans of web and mail addresses.

    >>> addresses("lihat https://pbb.example/id atau @PBB")
    ((6, 28), (34, 38))
    """
    if not any(sign in text for sign in _SIGNS):
        return ()
    return tuple(match.span() for match in _ADDRESS.finditer(text))


def blocks(text: str) -> tuple[Block, ...]:
    r"""Return paragraphs, the first being the title if it looks like one.

    >>> found = blocks("Menlu tiba\n\nMenlu tiba kemarin.\nIa pulang.")
    >>> [block.role for block in found]
    ['title', 'paragraph', 'paragraph']
    """
    groups = list(_parted(line_spans(text), text))
    if _is_wrapped(groups):
        spans = [(group[0][0], group[-1][1]) for group in groups]
    else:
        spans = [line for group in groups for line in group]
    found = [Block(*span, "paragraph") for span in spans]
    if len(found) > 1 and _is_title(text[found[0].start : found[0].end]):
        found[0] = found[0]._replace(role="title")
    return tuple(found)


def line_spans(text: str) -> Iterator[tuple[int, int]]:
    r"""Yield the spans of lines without the white space around them; no empty ones.

    >>> list(line_spans("satu\n\n  dua\r\n"))
    [(0, 4), (8, 11)]
    """
    start = 0
    for line in text.split("\n"):
        inner = line.lstrip("\ufeff \t\r")
        first = start + len(line) - len(inner)
        if inner := inner.rstrip():
            yield first, first + len(inner)
        start += len(line) + 1


def _parted(
    lines: Iterable[tuple[int, int]], text: str
) -> Iterator[list[tuple[int, int]]]:
    """Yield the lines between empty lines."""
    group: list[tuple[int, int]] = []
    for start, end in lines:
        if group and text.count("\n", group[-1][1], start) > 1:
            yield group
            group = []
        group.append((start, end))
    if group:
        yield group


def _is_wrapped(groups: Iterable[Sequence[tuple[int, int]]]) -> bool:
    """Tell whether line breaks stand only for the width of a page.

    Otherwise each line of a text is a paragraph, as texts copied from web pages are.
    """
    lengths = [end - start for group in groups for start, end in group[:-1]]
    return bool(lengths) and all(
        WRAPPED_LENGTH // 2 < length <= WRAPPED_LENGTH for length in lengths
    )


def _is_title(text: str) -> bool:
    return len(text) <= TITLE_LENGTH and "\n" not in text and not _ENDED.search(text)
