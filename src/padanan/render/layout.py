"""How an article is laid out for reading: its blocks, cut at terms and at runs."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from padanan.articles.article import Block

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from padanan.articles.annotated import AnnotatedArticle
    from padanan.articles.article import Article, Cell, Run, RunKind
    from padanan.matching.annotation import Annotation


class FormattedText(NamedTuple):
    """Text of a block that looks the same throughout.

    Attributes:
        text: what it says, without what the format writes for itself.
        kinds: of the runs that it lies in, the outermost first.
    """

    text: str
    kinds: tuple[RunKind, ...] = ()


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
        """What it says."""
        return "".join(each.text for each in self.texts)


class CutBlock(NamedTuple):
    """A block of an article, cut at its terms.

    Attributes:
        role: as of the block.
        pieces: in order.
        cell: as of the block.
    """

    role: str
    pieces: tuple[Piece, ...]
    cell: Cell | None = None


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
        spans.append((last, block.end, None))
        yield CutBlock(block.role, tuple(_pieces(text, block, spans)), block.cell)


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
        while at < len(looks) and looks[at][1] <= start:
            at += 1
        found = []
        for index in range(at, len(looks)):
            first, last, kinds = looks[index]
            if first >= end:
                break
            cut = text[max(first, start) : min(last, end)]
            if cut and "markup" not in kinds:
                found.append(FormattedText(cut, kinds))
        if found:
            yield Piece(tuple(found), number)


def _looks(block: Block) -> Iterator[tuple[int, int, tuple[RunKind, ...]]]:
    """Yield the spans of a block that lie in the same runs, in order."""
    opened: list[Run] = []
    last = block.start
    for start, end, run in _edges(block):
        at = start if run else end
        if at > last:
            yield last, at, tuple(each.kind for each in opened)
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
        if run.start == run.end:
            continue
        while waiting and waiting[-1].end <= run.start:
            done = waiting.pop()
            yield done.start, done.end, None
        yield run.start, run.end, run
        waiting.append(run)
    while waiting:
        done = waiting.pop()
        yield done.start, done.end, None
