"""Word documents: terms are highlighted, with the English in comments or brackets.

Parts of the package without a term keep their bytes. In the other parts, runs are split
at the terms; each piece keeps the formatting of the run. Terms in headers, field codes,
formulas and pictures are not marked. In footnotes and endnotes the English is in
brackets, because Word does not allow comments there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from padanan.articles.article import Article, joined
from padanan.articles.docx.comments import first_free, with_comments
from padanan.articles.docx.highlighting import marked
from padanan.articles.docx.languages import foreign
from padanan.articles.docx.package import (
    closed,
    main_part,
    opened,
    related,
    serialised,
)
from padanan.articles.docx.parts import blocks_of, read_parts, text_of
from padanan.articles.docx.styles import is_hidden
from padanan.articles.docx.unread import unread
from padanan.articles.foreign import told
from padanan.articles.plain import addresses
from padanan.articles.raised import raised_notes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from padanan.articles.docx.package import Package
    from padanan.articles.docx.parts import Part
    from padanan.articles.marks import Mark

KIND = "docx"


def read(data: bytes, path: str, encoding: str | None = None) -> Article:
    """Return the text of a document: the body, then footnotes and endnotes.

    Args:
        data: of the file.
        path: as the user named it.
        encoding: not used: the format states its encoding.

    Raises:
        DocumentError: the file is no Word document, or a damaged one.
    """
    package = opened(data, path)
    parts = tuple(_parts(package))
    text = text_of(parts)
    blocks = tuple(blocks_of(package, parts))
    hidden = tuple(_hidden(parts))
    masked = joined((*addresses(text), *raised_notes(text, blocks), *hidden))
    passages = tuple(foreign(package, (each for p in parts for each in p.paragraphs)))
    return Article(
        path,
        text,
        KIND,
        masked,
        data,
        encoding,
        blocks,
        (
            *unread(package, parts[0].name, parts[0].root),
            *(("hidden text has no terms",) if hidden else ()),
        ),
        tuple((start, end) for _, start, end in passages),
        told((code, text[start:end]) for code, start, end in passages),
    )


def _hidden(parts: Iterable[Part]) -> Iterator[tuple[int, int]]:
    """Yield the spans that Word does not show."""
    for paragraph in (each for part in parts for each in part.paragraphs):
        for run in paragraph.runs:
            if run.text.strip() and is_hidden(run.element):
                start = paragraph.start + run.start
                yield start, start + len(run.text)


def write(article: Article, marks: Sequence[Mark], *, brackets: bool = False) -> bytes:
    """Return the document with its terms highlighted and the English added.

    Args:
        article: as ``read`` returned it.
        marks: ordered and disjoint, at offsets of its text.
        brackets: put the English in brackets after each term, not in comments.

    Raises:
        DocumentError: a part of the package is damaged.
    """
    if not marks:
        return article.data
    package = opened(article.data, article.path)
    main = main_part(package)
    changed: dict[str, bytes] = {}
    for part in _parts(package):
        own = _within(part, marks)
        if not own:
            continue
        commented = part.name == main and not brackets
        first = first_free(package, part.name) if commented else None
        comments = marked(part.paragraphs, own, first)
        if comments:
            changed |= with_comments(package, part.name, comments)
        changed[part.name] = serialised(part.root)
    return closed(package, changed)


def _parts(package: Package) -> Iterator[Part]:
    """Yield the body, the footnotes and the endnotes."""
    main = main_part(package)
    notes = (related(package, main, kind) for kind in ("footnotes", "endnotes"))
    return read_parts(package, (name for name in (main, *notes) if name is not None))


def _within(part: Part, marks: Sequence[Mark]) -> list[Mark]:
    if not part.paragraphs:
        return []
    first, last = part.paragraphs[0], part.paragraphs[-1]
    end = last.start + len(last.text)
    return [mark for mark in marks if first.start <= mark.start < end]
