"""How an article is laid out for reading: its blocks, cut at terms and at runs."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from padanan.articles.article import Block

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from padanan.articles.annotated import AnnotatedArticle
    from padanan.articles.article import Article, Cell, Format, Run
    from padanan.matching.annotation import Annotation

    _Look: TypeAlias = tuple[int, int, tuple[Format, ...]]


class FormattedText(NamedTuple):
    """Text of a block that looks the same throughout.

    Attributes:
        text: what it says, without what the format writes for itself.
        formats: of the runs that it lies in, the outermost first.
    """

    text: str
    formats: tuple[Format, ...] = ()

    @property
    def note(self) -> str:
        """The label of the note that it refers to, empty for any other text."""
        return next((label for kind, label in self.formats if kind == "note"), "")


class Piece(NamedTuple):
    """A term, or the text between terms.

    Attributes:
        texts: what it says, cut where the look changes.
        number: of the term among the annotations, from 0; ``None`` for no term.
    """

    texts: tuple[FormattedText, ...]
    number: int | None = None

    @property
    def text(self) -> str:
        """What it says, without the marks of notes."""
        return "".join(each.text for each in self.texts if not each.note)


class CutBlock(NamedTuple):
    """A block of an article, cut at its terms.

    Attributes:
        role: as of the block.
        pieces: in order.
        cell: as of the block.
        note: as of the block.
    """

    role: str
    pieces: tuple[Piece, ...]
    cell: Cell | None = None
    note: str = ""


def cut_blocks(annotated: AnnotatedArticle) -> Iterator[CutBlock]:
    """Yield the blocks of an article; terms are counted from 0 in their order."""
    text, annotations = annotated.article.text, annotated.annotations
    number = 0
    for block in whole(_blocks(annotated.article), annotations):
        spans: list[tuple[int, int, int | None]] = []
        last = block.start
        while number < len(annotations) and annotations[number].start < block.end:
            annotation = annotations[number]
            spans.append((last, annotation.start, None))
            spans.append((annotation.start, annotation.end, number))
            last, number = annotation.end, number + 1
        # One more than there is, for the mark of a note at the very end.
        spans.append((last, block.end + 1, None))
        pieces = tuple(_pieces(text, block, spans))
        yield CutBlock(block.role, pieces, block.cell, block.note)


def whole(
    blocks: Iterable[Block], annotations: Iterable[Annotation]
) -> tuple[Block, ...]:
    """Join the blocks that a term runs across, so that each term is in one block.

    >>> title, paragraph = Block(0, 4, "title"), Block(5, 9, "paragraph")
    >>> whole((title, paragraph), ()) == (title, paragraph)
    True
    """
    joined: list[Block] = []
    terms = iter(annotations)
    term = next(terms, None)
    for block in blocks:
        while term is not None and joined and term.end <= joined[-1].end:
            term = next(terms, None)
        if term is not None and joined and term.start < joined[-1].end:
            runs = (*joined[-1].runs, *block.runs)
            joined[-1] = joined[-1]._replace(end=block.end, runs=runs)
        else:
            joined.append(block)
    return tuple(joined)


def _blocks(article: Article) -> tuple[Block, ...]:
    if article.blocks or not article.text.strip():
        return article.blocks
    return (Block(0, len(article.text), "paragraph"),)  # no reader has read it


def _pieces(
    text: str, block: Block, spans: Sequence[tuple[int, int, int | None]]
) -> Iterator[Piece]:
    """Yield the pieces of a block, without those that are mark-up alone."""
    looks = list(_looks(block))
    at = 0
    for start, end, number in spans:
        while at < len(looks) and _is_before(looks[at], start):
            at += 1
        found = []
        for index in range(at, len(looks)):
            first, last, formats = looks[index]
            if first >= end:
                break
            cut = text[max(first, start) : min(last, end)]
            one = FormattedText(cut, formats)
            if (cut or one.note) and ("markup", "") not in formats:
                found.append(one)
        if found:
            yield Piece(tuple(found), number)


def _is_before(look: _Look, start: int) -> bool:
    """Tell whether a look ends before a span, where an empty one belongs to it."""
    first, last, _ = look
    return last < start or (last == start and first < last)


def _looks(block: Block) -> Iterator[_Look]:
    """Yield the spans of a block that lie in the same runs, in order.

    The mark of a note may be empty, where the format counts its notes itself.
    """
    opened: list[Run] = []
    last = block.start
    for start, end, run in _edges(block):
        at = start if run else end
        if at > last or (not run and start == end):
            yield last, at, tuple((each.kind, each.target) for each in opened)
            last = at
        if run:
            opened.append(run)
        else:
            opened.pop()
    if last < block.end:
        yield last, block.end, ()


def _edges(block: Block) -> Iterator[tuple[int, int, Run | None]]:
    """Yield where runs begin, with the run, and where they end, without it."""
    waiting: list[Run] = []
    for run in block.runs:
        if run.start == run.end and run.kind != "note":
            continue
        while waiting and waiting[-1].end <= run.start:
            done = waiting.pop()
            yield done.start, done.end, None
        yield run.start, run.end, run
        waiting.append(run)
    while waiting:
        done = waiting.pop()
        yield done.start, done.end, None
