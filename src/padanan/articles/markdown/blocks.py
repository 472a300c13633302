"""The blocks of Markdown, without the marks at their beginnings.

Source: CommonMark 0.31, 4 and 5; tables as in GitHub Flavored Markdown 0.29, 4.10, and
footnotes as GitHub writes them. Blocks in quotes and list items are not told apart.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from padanan.articles.article import Block, Cell, Run, in_order
from padanan.articles.markdown.inline import inline_runs, is_definition, link_targets
from padanan.articles.plain import line_spans

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from padanan.articles.article import Role

FRONT = re.compile(
    r"\A\ufeff?(?:---[ \t]*\r?\n(?:.*?\r?\n)??(?:---|\.\.\.)"
    r"|(?P<plus>\+\+\+)[ \t]*\r?\n(?:.*?\r?\n)??(?P=plus)"
    r"|\{[ \t]*\r?\n.*?\r?\n\})[ \t]*(?=\r?\n|\Z)",
    re.DOTALL,
)
"""What static sites write before an article, as YAML, TOML or JSON."""

_FENCE = re.compile(r"```|~~~")
_HEADING = re.compile(r"(#{1,6})[ \t]+(?=\S)")
_ITEM = re.compile(r"(?:[-+*]|\d{1,9}[.)])[ \t]+(?=\S)")
_QUOTE = re.compile(r">[ \t]?(?=\S)")
_NOTE = re.compile(r"\[\^([^\]\s]+)\]:")
_QUOTE_MARK = re.compile(r"(?<=\n)[ \t]*>[ \t]?")
_BAR = re.compile(r"(?<!\\)\|")
_DASHES = re.compile(r":?-+:?")
_TAB = 4
_NESTED = 2
"""Minimum number of columns by which the mark of a nested list item is indented."""


class _Line(NamedTuple):
    """A line of a text, without the white space around it.

    Attributes:
        start: offset of its first code point.
        end: offset behind its last one.
        indent: how many columns it is indented.
        role: of the block that it begins or goes on with.
        mark: length of the mark of a block that it begins with.
        level: of a heading.
        note: the label of a note.
        apart: whether an empty line before it ends the block before it.
        heads: whether it is the first row of a table.
    """

    start: int
    end: int
    indent: int
    role: Role
    mark: int = 0
    level: int = 0
    note: str = ""
    apart: bool = False
    heads: bool = False


def blocks(text: str) -> tuple[Block, ...]:
    r"""Return the blocks of a Markdown text with their runs.

    >>> found = blocks("## Judul\n\n- satu\n  - dua\n\nTiga")
    >>> [(block.role, block.level) for block in found]
    [('heading', 2), ('item', 1), ('item', 2), ('paragraph', 0)]
    """
    targets = link_targets(text)
    lines = _with_tables(text, tuple(_prose(text, _lines(text))))
    return tuple(
        block._replace(runs=in_order(_runs(text, block, targets)))
        for block in _blocks(text, _groups(lines))
    )


def _lines(text: str) -> Iterator[_Line]:
    front = FRONT.match(text)
    last = first = front.end() if front else 0
    fenced = False
    for span in line_spans(text[first:]):
        start, end = span[0] + first, span[1] + first
        indent = text[text.rfind("\n", 0, start) + 1 : start].expandtabs(_TAB)
        is_fence = bool(_FENCE.match(text, start))
        line = _Line(start, end, len(indent), "code")
        if not fenced and not is_fence:
            line = _marked(text, line)
        yield line._replace(apart=not fenced and text.count("\n", last, start) > 1)
        fenced = fenced != is_fence
        last = end


def _marked(text: str, line: _Line) -> _Line:
    """Return a line with what the mark at its beginning says."""
    span = line.start, line.end
    if heading := _HEADING.match(text, *span):
        level = len(heading[1])
        role: Role = "title" if level == 1 else "heading"
        return line._replace(role=role, mark=len(heading[0]), level=level)
    if item := _ITEM.match(text, *span):
        return line._replace(role="item", mark=len(item[0]))
    if quote := _QUOTE.match(text, *span):
        return line._replace(role="quote", mark=len(quote[0]))
    if note := _NOTE.match(text, *span):
        return line._replace(role="note", note=note[1])
    return line._replace(role="paragraph")


def _prose(text: str, lines: Iterable[_Line]) -> Iterator[_Line]:
    """Yield the lines without those that only give targets to labels of links.

    These cannot stand in the middle of a paragraph (CommonMark 0.31, 4.7).
    """
    apart = True
    for line in lines:
        begins = line.apart or apart
        apart = (
            begins
            and line.role == "paragraph"
            and is_definition(text[line.start : line.end])
        )
        if not apart:
            yield line._replace(apart=begins)


def _with_tables(text: str, lines: Sequence[_Line]) -> Iterator[_Line]:
    """Yield the lines, those of tables as such, without the dashes below the first."""
    table: int | None = None
    for number, line in enumerate(lines):
        below = lines[number + 1] if number + 1 < len(lines) else None
        if line.apart or line.role != "paragraph":
            table = None
        if table is None and below and _heads_table(text, line, below):
            table = number
        if table is None:
            yield line
        elif number != table + 1:
            yield line._replace(role="cell", heads=number == table)


def _heads_table(text: str, line: _Line, below: _Line) -> bool:
    if below.apart or not line.role == below.role == "paragraph":
        return False
    if not _BAR.search(text, line.start, line.end):
        return False
    dashes = [text[slice(*span)] for span in _cell_spans(text, below)]
    fits = len(dashes) == sum(1 for _ in _cell_spans(text, line))
    return fits and all(map(_DASHES.fullmatch, dashes))


def _cell_spans(text: str, line: _Line) -> Iterator[tuple[int, int]]:
    """Yield the spans of the cells of a row, without the white space around them."""
    bars = [match.start() for match in _BAR.finditer(text, line.start, line.end)]
    edges = [line.start - 1, *bars, line.end]
    if edges[1] == line.start:
        del edges[0]
    if len(edges) > 1 and edges[-2] == line.end - 1:
        del edges[-1]
    for left, right in pairwise(edges):
        inner = text[left + 1 : right]
        start = left + 1 + len(inner) - len(inner.lstrip())
        yield start, start + len(inner.strip())


def _groups(lines: Iterable[_Line]) -> Iterator[list[_Line]]:
    """Yield the lines of each block."""
    group: list[_Line] = []
    for line in lines:
        if group and not _goes_on(group[0].role, line):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _goes_on(role: str, line: _Line) -> bool:
    """Tell whether a line goes on with the block before it."""
    if line.apart:
        return False
    if role in {"item", "note"}:
        return line.role == "paragraph"
    return role == line.role and role in {"paragraph", "code", "quote"}


def _blocks(text: str, groups: Iterable[Sequence[_Line]]) -> Iterator[Block]:
    indents: list[int] = []
    table, row = -1, 0
    for first, *others in groups:
        if first.role == "cell":
            table, row = (table + 1, 0) if first.heads else (table, row + 1)
            yield from _cells(text, first, table, row)
            continue
        level = first.level
        if first.role == "item":
            indents = [at for at in indents if at + _NESTED <= first.indent]
            indents.append(first.indent)
            level = len(indents)
        elif not first.indent:
            indents = []
        end = others[-1].end if others else first.end
        yield Block(first.start + first.mark, end, first.role, level, note=first.note)


def _cells(text: str, line: _Line, table: int, row: int) -> Iterator[Block]:
    for column, (start, end) in enumerate(_cell_spans(text, line)):
        if start < end:
            yield Block(start, end, "cell", cell=Cell(table, row, column))


def _runs(text: str, block: Block, targets: Mapping[str, str]) -> Iterator[Run]:
    if block.role == "code":
        yield from _fences(text, block)
        return
    inner = text[block.start : block.end]
    if block.role == "quote":
        for mark in _QUOTE_MARK.finditer(inner):
            yield Run(block.start + mark.start(), block.start + mark.end(), "markup")
        inner = _QUOTE_MARK.sub(lambda mark: " " * len(mark[0]), inner)
    if block.role in {"heading", "title"}:
        kept = inner.rstrip("#")
        if kept[-1:] in {" ", "\t"} and kept != inner:
            inner = kept.rstrip()
            yield Run(block.start + len(inner), block.end, "markup")
    if block.note and (label := _NOTE.match(inner)):
        yield Run(block.start, block.start + label.end(), "note", block.note)
        inner = " " * label.end() + inner[label.end() :]
    for run in inline_runs(inner, targets):
        yield run._replace(start=block.start + run.start, end=block.start + run.end)


def _fences(text: str, block: Block) -> Iterator[Run]:
    """Yield the lines that part code from the text around it."""
    at = block.start
    for line in text[block.start : block.end].splitlines(keepends=True):
        if _FENCE.match(line.lstrip(" ")):
            yield Run(at, at + len(line), "markup")
        at += len(line)
