"""How an article is laid out for reading: title, headings, paragraphs, lists."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from padanan.articles.article import Block

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from padanan.articles.annotated import AnnotatedArticle
    from padanan.articles.article import Article
    from padanan.matching.annotation import Annotation

TITLE_LENGTH = 160
"""A first line of at most so many characters, without a full stop, is a title."""

WRAPPED_LENGTH = 100
"""Lines of a text that was broken to a width are no longer than this."""

_BLANK = re.compile(r"(?:\r?\n[^\S\n]*){2,}")
_LINE = re.compile(r"\r?\n")
_ENDED = re.compile(r"[.;:,!?…][\"”’')\]]*\Z")
_FENCED = re.compile(r" {0,3}(?:```|~~~)")
_FRONT = re.compile(r"\A\ufeff?---\r?\n.*?\r?\n---(?=\r?\n)", re.DOTALL)
_MARKS = (
    (re.compile(r" {0,3}#[ \t]+(?=\S)"), "title"),
    (re.compile(r" {0,3}#{2,6}[ \t]+(?=\S)"), "heading"),
    (re.compile(r" {0,3}(?:[-+*]|\d{1,9}[.)])[ \t]+(?=\S)"), "item"),
    (re.compile(r" {0,3}>[ \t]?(?=\S)"), "quote"),
)


class Passage(NamedTuple):
    """A block of an article, cut at its terms.

    Attributes:
        role: as of the block.
        pieces: stretches of text, each a term with its number or plain.
    """

    role: str
    pieces: tuple[tuple[str, int | None], ...]


def passages(page: AnnotatedArticle) -> Iterator[Passage]:
    """Yield the blocks of an article; terms are counted from 0 in their order."""
    text, annotations = page.article.text, page.annotations
    number = 0
    for block in whole(blocks(page.article), annotations):
        pieces: list[tuple[str, int | None]] = []
        last = block.start
        while number < len(annotations) and annotations[number].start < block.end:
            annotation = annotations[number]
            pieces.append((text[last : annotation.start], None))
            pieces.append((annotation.text, number))
            last, number = annotation.end, number + 1
        pieces.append((text[last : block.end], None))
        yield Passage(block.role, tuple(piece for piece in pieces if piece[0]))


def whole(
    parts: Iterable[Block], annotations: Iterable[Annotation]
) -> tuple[Block, ...]:
    """Join the blocks that a term runs across, so that each term is in one block.

    >>> whole((Block(0, 4, "title"), Block(5, 9, "paragraph")), ())
    (Block(start=0, end=4, role='title'), Block(start=5, end=9, role='paragraph'))
    """
    joined: list[Block] = []
    terms = iter(annotations)
    term = next(terms, None)
    for part in parts:
        while term is not None and joined and term.end <= joined[-1].end:
            term = next(terms, None)
        if term is not None and joined and term.start < joined[-1].end:
            joined[-1] = joined[-1]._replace(end=part.end)
        else:
            joined.append(part)
    return tuple(joined)


def blocks(article: Article) -> tuple[Block, ...]:
    """Return the parts of an article, as its format or its lines show them."""
    if article.blocks:
        return article.blocks
    if article.kind == "markdown":
        return tuple(_markdown(article.text))
    return _plain(article.text)


def _plain(text: str) -> tuple[Block, ...]:
    r"""Return paragraphs, the first being the title if it looks like one.

    >>> _plain("Menlu tiba\n\nMenlu tiba kemarin.\nLalu pulang.")[0]
    Block(start=0, end=10, role='title')
    """
    parting = _BLANK if _is_wrapped(text) else _LINE
    found = [Block(*span, "paragraph") for span in _parted(text, parting)]
    if len(found) > 1 and _is_title(text[found[0].start : found[0].end]):
        found[0] = found[0]._replace(role="title")
    return tuple(found)


def _is_wrapped(text: str) -> bool:
    """Tell whether line breaks stand only for the width of a page.

    Otherwise each line of a text is a paragraph, as texts copied from web pages are.
    """
    inner = [
        line
        for paragraph in _BLANK.split(text)
        for line, _ in pairwise(paragraph.splitlines())
    ]
    return bool(inner) and all(
        WRAPPED_LENGTH // 2 < len(line) <= WRAPPED_LENGTH for line in inner
    )


def _parted(text: str, parting: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """Yield the spans between partings, without the white space around them."""
    last = 0
    for start, end in [*(m.span() for m in parting.finditer(text)), (len(text), 0)]:
        inner = text[last:start].lstrip("\ufeff \t\r\n")
        first = start - len(inner)
        if inner := inner.rstrip():
            yield first, first + len(inner)
        last = end


def _is_title(text: str) -> bool:
    return len(text) <= TITLE_LENGTH and "\n" not in text and not _ENDED.search(text)


def _markdown(text: str) -> Iterator[Block]:
    """Yield the blocks of Markdown, without the marks at their beginnings.

    Source: CommonMark 0.31, 4 and 5; nested blocks are not told apart.
    """
    front = _FRONT.match(text)
    last = front.end() if front else 0
    current: Block | None = None
    fenced = False
    for start, end in [(a + last, b + last) for a, b in _parted(text[last:], _LINE)]:
        line = text[start:end]
        is_fence = bool(_FENCED.match(line))
        apart = text.count("\n", last, start) > 1
        role, mark = ("code", 0) if fenced or is_fence else _marked(line)
        if current and _goes_on(current.role, role, apart=apart and not fenced):
            current = current._replace(end=end)
        else:
            if current:
                yield current
            current = Block(start + mark, end, role)
        fenced = fenced != is_fence
        last = end
    if current:
        yield current


def _goes_on(role: str, next_role: str, *, apart: bool) -> bool:
    """Tell whether a line goes on with the block before it."""
    if apart:
        return False
    if role == "item":
        return next_role == "paragraph"
    return role == next_role and role in {"paragraph", "code", "quote"}


def _marked(line: str) -> tuple[str, int]:
    for pattern, role in _MARKS:
        match = pattern.match(line)
        if match:
            return role, match.end()
    return "paragraph", 0
