"""Articles made of paragraphs, of files of which only the text is read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from padanan.articles.article import Article, Block
from padanan.articles.plain import addresses

if TYPE_CHECKING:
    from collections.abc import Iterable

    from padanan.articles.article import Cell, Role

BETWEEN = "\n\n"
"""Parts paragraphs: no sentence and no term runs across it."""

SPACES = re.compile(r"[ \t\r\n\f\v]+")
"""White space that a format writes to lay its own lines out."""

_ENDS_SENTENCE = re.compile(r"[.!?…:][\"'”’»)\]⁰-⁹¹²³]*\Z")


class Paragraph(NamedTuple):
    """A paragraph as it was found.

    Attributes:
        text: of it, without line breaks of the format.
        role: what it is.
        level: of a heading 1 to 9, of an item of a list from 1; otherwise 0.
        cell: its place in a table, ``None`` outside of tables.
    """

    text: str
    role: Role = "paragraph"
    level: int = 0
    cell: Cell | None = None


class Origin(NamedTuple):
    """Where paragraphs come from.

    Attributes:
        path: of the file, as the user named it.
        kind: the name of the reader.
        data: the bytes of the file.
        encoding: of those bytes; ``None`` where nobody named it.
    """

    path: str
    kind: str
    data: bytes = b""
    encoding: str | None = None


def article_of(
    paragraphs: Iterable[Paragraph], origin: Origin, unread: tuple[str, ...] = ()
) -> Article:
    r"""Return the article that paragraphs make; empty ones are left out.

    >>> found = article_of([Paragraph("Damai"), Paragraph(" ")], Origin("a.rtf", "rtf"))
    >>> found.text, found.blocks[0][:3]
    ('Damai', (0, 5, 'paragraph'))
    """
    texts: list[str] = []
    blocks: list[Block] = []
    at = 0
    for text, role, level, cell in paragraphs:
        if said := text.strip():
            blocks.append(Block(at, at + len(said), role, level, cell=cell))
            texts.append(said)
            at += len(said) + len(BETWEEN)
    text = BETWEEN.join(texts)
    return Article(
        origin.path,
        text,
        origin.kind,
        addresses(text),
        origin.data,
        origin.encoding,
        tuple(blocks),
        unread,
    )


def ends_sentence(text: str) -> bool:
    """Tell whether a stretch of text ends where a sentence may end.

    >>> ends_sentence("Menlu tiba.”"), ends_sentence("Menlu tiba,")
    (True, False)
    """
    return bool(_ENDS_SENTENCE.search(text[-8:]))


def goes_on(text: str) -> bool:
    """Tell whether a stretch of text can only go on with a sentence.

    >>> goes_on("dan pulang."), goes_on("… dan pulang."), goes_on("Ia pulang.")
    (True, True, False)
    """
    return text.lstrip("….–— \"'“‘(")[:1].islower()
