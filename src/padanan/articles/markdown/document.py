"""Markdown: the text as it stands, with code and the targets of links masked."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from padanan.articles import plain
from padanan.articles.article import Article, joined
from padanan.articles.markdown.blocks import FRONT, blocks
from padanan.articles.plain import addresses, decode

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from padanan.articles.article import Block
    from padanan.articles.marks import Mark

KIND = "markdown"

# CommonMark 0.31: HTML blocks (4.6), fenced code (4.5), code spans (6.1), link
# destinations (6.3), autolinks (6.5), raw HTML (6.6), link reference definitions (4.7).
# Besides the labels of notes and of wiki links, shortcodes and templates of static
# sites, and attributes.
_NOT_PROSE = re.compile(
    r"<!--.*?(?:-->|\Z)"
    r"|<(?P<raw>script|style|pre)\b.*?(?:</(?P=raw)\s*>|\Z)"
    r"|^ {0,3}(?P<fence>`{3,}+|~{3,}+)[^\n]*+\n(?:.*?\n)??"
    r" {0,3}(?P=fence)[`~]*+[ \t]*+(?:\r?\n|\Z)"
    r"|^ {0,3}(?:`{3,}|~{3,}).*\Z"
    r"|(?P<ticks>`++)"
    r"|(?<=\])\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)"
    r"|(?<=\])\[[^\]\n]*\]"
    r"|^ {0,3}\[(?!\^)[^\]\n]+\]:[ \t]*(?:<[^<>\n]*>|[^\s<]\S*)"
    r"(?:[ \t]+(?:\"[^\"\n]*\"|'[^'\n]*'|\([^()\n]*\)))?[ \t]*\r?$"
    r"|\[\^[^\]\[\s]+\]:?|\[\[[^\[\]\n]*\]\]"
    r"|\{\{[^{}]*\}\}|\{%[^{}]*%\}|\{:?[ \t]?[#.][^{}\n]*\}|\{[\w-]+=[^{}\n]*\}"
    r"|<[A-Za-z/!][^<>]*>",
    re.MULTILINE | re.DOTALL,
)
_LINE_MARK = re.compile(r"[ \t]*>[ \t]?")
_EMPTY_LINE = re.compile(r"\n\s*\n")
_INDENTED = re.compile(r"(?:\A|(?<=\n\n))(?:(?: {4}|\t)[^\n]*(?:\n|\Z))+")


def read(data: bytes, path: str, encoding: str | None = None) -> Article:
    """Return a Markdown article; code, links' targets and addresses are masked.

    Raises:
        DocumentError: the bytes cannot be decoded.
    """
    text = decode(data, path, encoding)
    found = blocks(text)
    return Article(
        path,
        text,
        KIND,
        masked(text),
        data,
        encoding,
        found,
        spaces=tuple(_spaces(found, text)),
    )


def _spaces(blocks: Iterable[Block], text: str) -> Iterator[tuple[int, int]]:
    """Yield the marks of quotations at the beginning of lines within a block."""
    for block in blocks:
        for run in block.runs:
            inside = run.kind == "markup" and run.start > block.start
            if inside and _LINE_MARK.fullmatch(text, run.start, run.end):
                yield run.start, run.end


def write(article: Article, marks: Sequence[Mark]) -> bytes:
    """Return the text with the English in brackets behind each term.

    Behind a term that is the label of its own link the English would change the label:
    it stands behind the link.
    """
    return plain.write(
        article, tuple(_moved(marks, labels(article.blocks, article.text)))
    )


class LinkLabel(NamedTuple):
    """The text of a link that also names where it leads: ``[PBB]`` or ``[PBB][]``.

    Attributes:
        start: offset of its first code point.
        end: offset behind its last one, where the closing bracket is.
        close: offset behind the link.
    """

    start: int
    end: int
    close: int


def labels(blocks: Iterable[Block], text: str) -> Iterator[LinkLabel]:
    r"""Yield the labels of shortcut and collapsed references (CommonMark 0.31, 6.3).

    >>> from padanan.articles.markdown.blocks import blocks
    >>> text = "[PBB][] di [Jenewa](x)\n\n[PBB]: https://un.example"
    >>> list(labels(blocks(text), text))
    [LinkLabel(start=1, end=4, close=7)]
    """
    for block in blocks:
        closing = {run.start: run.end for run in block.runs if run.kind == "markup"}
        for run in block.runs:
            close = closing.get(run.end, run.end)
            if run.kind in {"link", "image"} and text[run.end : close] in {"]", "][]"}:
                yield LinkLabel(run.start, run.end, close)


def _moved(marks: Iterable[Mark], labels: Iterable[LinkLabel]) -> Iterator[Mark]:
    rest = iter(labels)
    label = next(rest, None)
    for mark in marks:
        while label and label.end < mark.end:
            label = next(rest, None)
        inside = label is not None and label.start <= mark.start
        yield mark._replace(end=label.close) if label and inside else mark


def masked(text: str) -> tuple[tuple[int, int], ...]:
    """Return the half-open spans that are no prose, ordered and disjoint.

    >>> masked("lihat `PBB` dan [PBB](https://pbb.example)")
    ((6, 11), (21, 42))
    """
    front = FRONT.match(text)
    found = [front.span()] if front else []
    found += _not_prose(text)
    found += [match.span() for match in _INDENTED.finditer(text)]
    found += addresses(text)
    return joined(found)


def _not_prose(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of code, markup and targets of links, in order."""
    closing = _CodeSpans(text)
    at = 0
    while match := _NOT_PROSE.search(text, at):
        start, end = match.span()
        if match["ticks"]:
            at = closing.end(start, end)
            if at > end:
                yield start, at
        else:
            at = end
            yield start, end


class _CodeSpans:
    """Where the code spans of a text end (CommonMark 0.31, 6.1).

    The backticks and the empty lines are looked for once: a search for each opening
    run would read the text again and again.
    """

    def __init__(self, text: str) -> None:
        self._ticks: dict[int, list[int]] = {}
        for ticks in re.finditer("`+", text):
            self._ticks.setdefault(len(ticks[0]), []).append(ticks.start())
        self._breaks = [match.start() for match in _EMPTY_LINE.finditer(text)]

    def end(self, start: int, end: int) -> int:
        """Return the offset behind the code span that a run of backticks begins.

        It is the end of the run where no run closes it in the same paragraph.
        """
        places = self._ticks.get(end - start, [])
        following = bisect_left(places, end)
        if following == len(places):
            return end
        close = places[following]
        broken = bisect_left(self._breaks, end)
        if broken < len(self._breaks) and self._breaks[broken] < close:
            return end
        return close + end - start
