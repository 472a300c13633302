"""An article: its text, its blocks with their runs, and where nothing is annotated."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

MASK = "\ufffc"
"""Stands for each masked character while terms are looked for: no letter, no space."""

Role: TypeAlias = Literal[
    "title", "heading", "paragraph", "item", "cell", "note", "quote", "code", "caption"
]
"""What a block is in its article; an item is one of a list, a cell one of a table."""

RunKind: TypeAlias = Literal[
    "bold", "italic", "underline", "strike", "code", "superscript", "subscript",
    "link", "note", "image", "markup",
]  # fmt: skip
"""What a run means.

``note`` refers to a note, or is the mark of one. ``markup`` is what the format writes
to say all this, such as the asterisks of Markdown, and no part of what is said.
"""


class Run(NamedTuple):
    """A stretch of a block that is formatted, or is more than its text.

    Attributes:
        start: offset of its first code point in the text of the article.
        end: offset behind its last one; the same as ``start`` where the text has
            nothing of it, as of an image, or of a note that Word numbers itself.
        kind: what it means.
        target: of a link or an image the address; of a note its label.
    """

    start: int
    end: int
    kind: RunKind
    target: str = ""


class Cell(NamedTuple):
    """Where a block stands in a table; of nested tables the outermost counts.

    Attributes:
        table: number of the table in the article, from 0.
        row: number of the row, from 0.
        column: number of the first column that the cell covers, from 0.
        columns: how many columns it covers.
    """

    table: int
    row: int
    column: int
    columns: int = 1


class Block(NamedTuple):
    """A part of an article that stands by itself.

    Attributes:
        start: offset of its first code point in the text.
        end: offset behind its last one.
        role: what it is.
        level: of a heading 1 to 9, of a list item how deep its list is nested, from 1;
            otherwise 0.
        runs: within the block, ordered by their starts; any two are disjoint, or one
            lies in the other, which then comes first.
        cell: its place in a table, whatever its role; ``None`` outside of tables.
        note: of a block with the role ``note`` the label that references have as
            their target.
    """

    start: int
    end: int
    role: Role
    level: int = 0
    runs: tuple[Run, ...] = ()
    cell: Cell | None = None
    note: str = ""


class Article(NamedTuple):
    """An article as it was read.

    Attributes:
        path: as the user named it.
        text: its text, without newline translation; a byte order mark counts.
        kind: the name of the reader that read it.
        masked: half-open spans of code, links and the like.
        data: the bytes it came from, where the output must keep more than the text.
        encoding: of those bytes, as the user named it; ``None`` where nobody did.
        blocks: its parts, ordered and disjoint; what stands between them is white
            space, or what the format writes to tell them apart.
        unread: what the reader passed over, a sentence each, to be told to the user.
        foreign: half-open spans of passages that it declares to be in another language
            than Indonesian.
        languages: what is to be told of these, a sentence each.
        spaces: half-open spans of signs within a sentence that stand for white space,
            such as the mark of a quotation at the beginning of a line.
    """

    path: str
    text: str
    kind: str
    masked: tuple[tuple[int, int], ...] = ()
    data: bytes = b""
    encoding: str | None = None
    blocks: tuple[Block, ...] = ()
    unread: tuple[str, ...] = ()
    foreign: tuple[tuple[int, int], ...] = ()
    languages: tuple[str, ...] = ()
    spaces: tuple[tuple[int, int], ...] = ()

    @property
    def notices(self) -> tuple[str, ...]:
        """What was passed over, with the name of the article.

        >>> Article("a.docx", "", "docx", unread=("its headers were not read",)).notices
        ('a.docx: its headers were not read',)
        """
        told = (*self.unread, *self.languages)
        return tuple(f"{self.path}: {sentence}" for sentence in told)

    @property
    def readable(self) -> str:
        """Its Indonesian: ``prose`` without what is in other languages.

        >>> Article("a.html", "kata yes", "html", foreign=((5, 8),)).readable
        'kata \ufffc\ufffc\ufffc'
        """
        if not (self.masked or self.foreign or self.spaces):
            return self.text
        return self._without(joined((*self.masked, *self.foreign)))

    @property
    def prose(self) -> str:
        """The text with its masked places blotted out, of the same length.

        >>> Article("a.md", "di `x` kini", "markdown", ((3, 6),)).prose
        'di \ufffc\ufffc\ufffc kini'
        """
        return self._without(self.masked)

    def _without(self, spans: tuple[tuple[int, int], ...]) -> str:
        text = _filled(self.text, spans, MASK)
        return _filled(text, self.spaces, " ") if self.spaces else text


def _filled(text: str, spans: tuple[tuple[int, int], ...], sign: str) -> str:
    """Return a text of the same length with one sign all over some spans."""
    if not spans:
        return text
    parts: list[str] = []
    last = 0
    for start, end in spans:
        parts += text[last:start], sign * (end - start)
        last = end
    return "".join((*parts, text[last:]))


def joined(spans: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Return spans in order, those that overlap made one, empty ones left out.

    >>> joined(((6, 9), (2, 4), (3, 5), (7, 7)))
    ((2, 5), (6, 9))
    """
    found: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        elif start < end:
            found.append((start, end))
    return tuple(found)


def in_order(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Return runs by their starts, the longer one first where two start together.

    >>> [run.kind for run in in_order((Run(0, 2, "italic"), Run(0, 5, "bold")))]
    ['bold', 'italic']
    """
    return tuple(sorted(runs, key=lambda run: (run.start, -run.end)))


Format: TypeAlias = tuple[RunKind, str]
"""The kind and the target of a run."""


def runs_of(
    stretches: Iterable[tuple[int, int, Sequence[Format]]],
) -> tuple[Run, ...]:
    """Return the runs of a text whose stretches list their formats.

    Args:
        stretches: start, end and formats of each, the outermost format first; ordered
            and disjoint.

    Returns:
        One run for neighbours that share a format and all formats around it.

    >>> link, bold = ("link", "#a"), ("bold", "")
    >>> [run[:3] for run in runs_of(((0, 4, (link,)), (4, 6, (link, bold))))]
    [(0, 6, 'link'), (4, 6, 'bold')]
    """
    found: list[Run] = []
    opened: list[tuple[int, Format]] = []
    last = 0
    for start, end, formats in stretches:
        shared = _shared(opened, formats) if start == last else 0
        found += (Run(at, last, *kind) for at, kind in opened[shared:])
        opened[shared:] = [(start, kind) for kind in formats[shared:]]
        last = end
    found += (Run(at, last, *kind) for at, kind in opened)
    return in_order(found)


def _shared(opened: Sequence[tuple[int, Format]], formats: Sequence[Format]) -> int:
    """Return how many formats from the outermost on are already open."""
    for number, ((_, one), other) in enumerate(zip(opened, formats, strict=False)):
        if one != other:
            return number
    return min(len(opened), len(formats))
