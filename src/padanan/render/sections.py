"""The parts of an article that a page shows one below the other."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from padanan.articles.annotated import gloss
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


_ADDRESS = re.compile(r"(?:https?://|mailto:)[^\x00-\x20\x7f-\xa0]+", re.IGNORECASE)
"""The addresses that a page links to: no scripts, and no files beside the article."""


class NoteMark(NamedTuple):
    """The mark of a note.

    Attributes:
        number: of the note, from 1 in the order of the marks.
        first: whether no mark before it refers to the same note.
    """

    number: int
    first: bool


class StyledText(NamedTuple):
    """A text as a page shows it.

    Attributes:
        text: what it says.
        tags: the elements that format it, the outermost first.
        href: the address that it links to, if it does.
        mark: what stands there instead of the text, if it refers to a note.
    """

    text: str
    tags: tuple[str, ...] = ()
    href: str = ""
    mark: NoteMark | None = None


class ShownPiece(NamedTuple):
    """A piece of a passage: plain text, or a term with what it links to.

    Attributes:
        texts: what it says.
        number: of the term among the annotations, from 0.
        annotation: the term.
        card: what it links to.
        gloss: its English as one reads it here.
    """

    texts: tuple[StyledText, ...]
    number: int | None = None
    annotation: Annotation | None = None
    card: Card | None = None
    gloss: str = ""


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
        note: the number of the note that begins here; 0 where none does.
    """

    role: str
    paragraphs: tuple[tuple[ShownPiece, ...], ...] = ()
    rows: tuple[tuple[TableCell, ...], ...] = ()
    note: int = 0


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
    page = _Page(annotated, cards, numbered(found))
    begun: set[str] = set()
    for (role, _), group in groupby(found, key=lambda each: _group(each, tables)):
        shown = [(each, tuple(page.pieces(each))) for each in group]
        if role == "table":
            yield Section("table", rows=tuple(_rows(shown)))
        elif role == "item":
            yield Section(role, tuple(pieces for _, pieces in shown))
        else:
            for passage, pieces in shown:
                begins = bool(passage.note) and passage.note not in begun
                begun.add(passage.note)
                note = page.notes.get(passage.note, 0) if begins else 0
                yield Section(role, (pieces,), note=note)


def titled(found: Iterable[Section | CutBlock]) -> int | None:
    """Return the number of the part that is the title, else of the first heading.

    >>> titled((Section("paragraph"), Section("heading"), Section("heading")))
    1
    >>> titled((Section("heading"), Section("title")))
    1
    >>> titled((Section("paragraph"),))
    """
    roles = [each.role for each in found]
    role = next((role for role in ("title", "heading") if role in roles), None)
    return None if role is None else roles.index(role)


def numbered(found: Iterable[CutBlock]) -> dict[str, int]:
    """Number the notes of an article in the order in which marks refer to them.

    A mark without a note, or a note without a mark, has no number.
    """
    passages = tuple(found)
    notes = {each.note for each in passages if each.note}
    marks = (
        text.note
        for each in passages
        for piece in each.pieces
        for text in piece.texts
        if text.note in notes and text.note != each.note
    )
    return {label: number for number, label in enumerate(dict.fromkeys(marks), 1)}


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


class _Page:
    """What the pieces of a page need of the rest of it."""

    def __init__(
        self,
        annotated: AnnotatedArticle,
        cards: Mapping[tuple[str, str], Card],
        notes: Mapping[str, int],
    ) -> None:
        self.notes = notes
        self._text = annotated.article.text
        self._annotations = annotated.annotations
        self._cards = cards
        self._marked: set[str] = set()

    def pieces(self, passage: CutBlock) -> Iterator[ShownPiece]:
        """Yield the pieces of a passage; the mark of a note follows its term."""
        for piece in passage.pieces:
            texts = tuple(
                self._styled(each)
                for each in piece.texts
                if not each.note or each.note != passage.note
            )
            if piece.number is None:
                yield ShownPiece(texts)
                continue
            annotation = self._annotations[piece.number]
            card = self._cards[key(annotation)]
            # A link cannot stand in a link, and the term is one.
            plain = tuple(each._replace(href="") for each in texts if not each.mark)
            here = gloss(self._text, annotation)
            yield ShownPiece(plain, piece.number, annotation, card, here)
            marks = tuple(each for each in texts if each.mark)
            if marks:
                yield ShownPiece(marks)

    def _styled(self, formatted: FormattedText) -> StyledText:
        formats = formatted.formats
        number = self.notes.get(formatted.note)
        if number is not None:
            first = formatted.note not in self._marked
            self._marked.add(formatted.note)
            return StyledText("", mark=NoteMark(number, first))
        tags = (TAGS[kind] for kind, _ in formats if kind in TAGS)
        links = (target for kind, target in formats if kind == "link")
        href = next((each for each in links if _ADDRESS.fullmatch(each)), "")
        return StyledText(formatted.text, tuple(dict.fromkeys(tags)), href)


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
