"""The parts of an article that a page shows one below the other."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from padanan.render.cards import key
from padanan.render.layout import cut_blocks

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from padanan.articles.annotated import AnnotatedArticle
    from padanan.articles.article import RunKind
    from padanan.matching.annotation import Annotation
    from padanan.render.cards import Card
    from padanan.render.layout import CutBlock, FormattedText

TAGS: Mapping[RunKind, str] = {
    "bold": "b",
    "italic": "i",
    "underline": "u",
    "strike": "s",
    "code": "code",
    "superscript": "sup",
    "subscript": "sub",
}
"""The elements for those runs that a page shows."""


class StyledText(NamedTuple):
    """A text in elements that format it, the outermost first."""

    text: str
    tags: tuple[str, ...]


class ShownPiece(NamedTuple):
    """A piece of a block: plain text, or a term with what it links to."""

    texts: tuple[StyledText, ...]
    number: int | None = None
    annotation: Annotation | None = None
    card: Card | None = None


class TableCell(NamedTuple):
    """A cell with its paragraphs, and how many columns it covers."""

    paragraphs: tuple[tuple[ShownPiece, ...], ...]
    columns: int = 1


class Section(NamedTuple):
    """What is between the sections before and after it.

    Attributes:
        role: of its blocks, or ``table``.
        paragraphs: of a list one for each item; else one.
        rows: of a table.
    """

    role: str
    paragraphs: tuple[tuple[ShownPiece, ...], ...] = ()
    rows: tuple[tuple[TableCell, ...], ...] = ()


def sections(
    annotated: AnnotatedArticle, cards: Mapping[tuple[str, str], Card]
) -> Iterator[Section]:
    """Yield the sections of an article.

    Args:
        annotated: the article.
        cards: by their keys, one for each of its annotations.
    """
    found = tuple(cut_blocks(annotated))
    tables = frozenset(_tables(found))
    for (role, _), group in groupby(found, key=lambda each: _group(each, tables)):
        shown = [(each, _pieces(annotated, cards, each)) for each in group]
        if role == "table":
            yield Section("table", rows=tuple(_rows(shown)))
        elif role == "item":
            yield Section(role, tuple(pieces for _, pieces in shown))
        else:
            yield from (Section(role, (pieces,)) for _, pieces in shown)


def _tables(found: Iterable[CutBlock]) -> Iterator[int]:
    """Yield the tables that are shown as such.

    Those with a single column, or with more in them than text, lay out a web page.
    """
    placed = ((each.cell, each.role) for each in found if each.cell)
    for number, group in groupby(placed, key=lambda pair: pair[0].table):
        inside = tuple(group)
        columns = {cell.column for cell, _ in inside}
        if len(columns) > 1 and all(role == "cell" for _, role in inside):
            yield number


def _group(block: CutBlock, tables: frozenset[int]) -> tuple[str, int | None]:
    if block.cell and block.cell.table in tables:
        return "table", block.cell.table
    return block.role, None


def _pieces(
    annotated: AnnotatedArticle,
    cards: Mapping[tuple[str, str], Card],
    block: CutBlock,
) -> tuple[ShownPiece, ...]:
    shown = []
    for piece in block.pieces:
        texts = tuple(map(_styled, piece.texts))
        if piece.number is None:
            shown.append(ShownPiece(texts))
            continue
        annotation = annotated.annotations[piece.number]
        card = cards[key(annotation)]
        shown.append(ShownPiece(texts, piece.number, annotation, card))
    return tuple(shown)


def _styled(formatted: FormattedText) -> StyledText:
    tags = (TAGS[kind] for kind in formatted.kinds if kind in TAGS)
    return StyledText(formatted.text, tuple(dict.fromkeys(tags)))


def _rows(
    shown: Sequence[tuple[CutBlock, tuple[ShownPiece, ...]]],
) -> Iterator[tuple[TableCell, ...]]:
    """Yield the rows of a table; empty cells fill what would be gaps."""
    placed = ((each.cell, pieces) for each, pieces in shown if each.cell)
    for _, row in groupby(placed, key=lambda pair: pair[0].row):
        cells: list[TableCell] = []
        column = 0
        for cell, group in groupby(row, key=lambda pair: pair[0]):
            if cell.column > column:
                cells.append(TableCell((), cell.column - column))
            cells.append(TableCell(tuple(p for _, p in group), cell.columns))
            column = cell.column + cell.columns
        yield tuple(cells)
