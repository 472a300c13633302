"""OpenDocument texts as articles: the English is put in brackets after each term.

Notes come after the paragraph that refers to them. Headers, footers, comments and
deleted text are not read.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, NamedTuple

from padanan.articles.article import (
    Article,
    Block,
    Cell,
    Run,
    in_order,
    joined,
    runs_of,
)
from padanan.articles.docx.package import closed, serialised
from padanan.articles.leaves import Leaf, cut
from padanan.articles.marks import fitting
from padanan.articles.odt.content import (
    ANCHOR,
    SPAN,
    ParagraphReader,
    accept,
    address,
    collapse,
    looks,
    paragraphs_in,
)
from padanan.articles.odt.package import (
    CONTENT,
    DRAW,
    OFFICE,
    STYLE,
    TABLE,
    TEXT,
    trees,
)
from padanan.articles.odt.package import opened as open_package
from padanan.articles.odt.rebuilding import rebuild
from padanan.articles.paragraphs import BETWEEN
from padanan.articles.plain import addresses
from padanan.articles.raised import raised_notes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from lxml.etree import _Element

    from padanan.articles.article import Format, Role, RunKind
    from padanan.articles.docx.package import Package
    from padanan.articles.marks import Mark
    from padanan.articles.odt.content import Paragraph

KIND = "odt"

_LIST, _NOTE = f"{TEXT}list", f"{TEXT}note"
_ROW, _TABLE = f"{TABLE}table-row", f"{TABLE}table"
_CELLS = (f"{TABLE}table-cell", f"{TABLE}covered-table-cell")
_FRAME = f"{DRAW}frame"
_MANY = 1_000
_KINDS: tuple[tuple[str, str, RunKind], ...] = (
    ("font-weight", "bold", "bold"),
    ("font-style", "italic", "italic"),
)
_LINES: tuple[tuple[str, RunKind], ...] = (
    ("text-underline-style", "underline"),
    ("text-line-through-style", "strike"),
)


class OpenText(NamedTuple):
    """An OpenDocument text that was read.

    Attributes:
        package: the package that was read.
        roots: the trees of its parts, by their names.
        changed: whether tracked changes were accepted.
        paragraphs: those of the text, then those of headers and footers.
        body: number of paragraphs that are in the text.
        reader: knows what the numbers in leaves mean.
    """

    package: Package
    roots: Mapping[str, _Element]
    changed: bool
    paragraphs: tuple[Paragraph, ...]
    body: int
    reader: ParagraphReader

    def text(self, count: int | None = None) -> str:
        """Return the text of so many paragraphs, or of all."""
        return BETWEEN.join(each.text for each in self.paragraphs[:count])


def open_text(data: bytes, path: str) -> OpenText:
    """Return a text with its paragraphs.

    Raises:
        DocumentError: the bytes are no OpenDocument text, or a damaged one.
    """
    package = open_package(data, path)
    roots = dict(trees(package))
    changed = False
    for root in roots.values():
        changed = accept(root) or changed
        collapse(root)
    reader = ParagraphReader(looks(*roots.values()))
    found: list[Paragraph] = []
    start = body = 0
    for name, root in roots.items():
        for element in paragraphs_in(_with_text(root)):
            paragraph = reader.read(element, start)
            if paragraph is not None:
                found.append(paragraph)
                start += len(paragraph.text) + len(BETWEEN)
        body = body if name != CONTENT else len(found)
    return OpenText(package, roots, changed, tuple(found), body, reader)


def _with_text(root: _Element) -> _Element:
    """Return the element of a part that has text: its body, or headers and footers."""
    for name in ("body", "master-styles"):
        found = root.find(f"{OFFICE}{name}")
        if found is not None:
            return found
    return root


def read(data: bytes, path: str, encoding: str | None = None) -> Article:
    """Return the text of a document.

    Args:
        data: of the file.
        path: as the user named it.
        encoding: not used: the format states its encoding.

    Raises:
        DocumentError: the file is no OpenDocument text, or a damaged one.
    """
    found = open_text(data, path)
    text = found.text(found.body)
    blocks = blocks_of(found)[: found.body]
    masked = joined((*addresses(text), *raised_notes(text, blocks)))
    margins = any(map(_has_letters, found.paragraphs[found.body :]))
    unread = ("headers and footers not read",) if margins else ()
    return Article(path, text, KIND, masked, data, encoding, blocks, unread)


def _has_letters(paragraph: Paragraph) -> bool:
    return any(map(str.isalpha, paragraph.text))


def write(article: Article, marks: Sequence[Mark]) -> bytes:
    """Return the document with the English in brackets after each term.

    Args:
        article: as ``read`` returned it.
        marks: ordered and disjoint, at offsets of its text.

    Raises:
        DocumentError: the file can no longer be read.
    """
    if not any(mark.english for mark in marks):
        return article.data
    found = open_text(article.data, article.path)
    rest = deque(marks)
    for paragraph in found.paragraphs[: found.body]:
        end = paragraph.start + len(paragraph.text)
        own = []
        while rest and rest[0].start < end:
            own.append(rest.popleft())
        if own:
            leaves = list(_with_english(paragraph.leaves, own))
            rebuild(paragraph, leaves, found.reader.atoms, found.reader.around)
    return closed(found.package, {CONTENT: serialised(found.roots[CONTENT])})


def _with_english(leaves: Sequence[Leaf], marks: Iterable[Mark]) -> Iterator[Leaf]:
    """Yield leaves, and behind each mark its English; an object is not cut."""
    waiting = deque(mark for mark in marks if mark.english)
    stack: tuple[int, ...] = ()
    for leaf in leaves:
        while waiting and waiting[0].end <= leaf.start:
            yield _english(waiting.popleft(), stack)
        at, stack = leaf.start, leaf.stack
        while leaf.kind == "text" and waiting and waiting[0].end < leaf.end:
            yield cut(leaf, at, waiting[0].end)
            at = waiting[0].end
            yield _english(waiting.popleft(), stack)
        yield cut(leaf, at, leaf.end)
    for mark in waiting:
        yield _english(mark, stack)


def _english(mark: Mark, stack: tuple[int, ...]) -> Leaf:
    words = fitting(f" ⟨{mark.read}⟩", "utf-8")
    return Leaf("text", mark.end, mark.end, -1, stack, words)


def blocks_of(found: OpenText) -> tuple[Block, ...]:
    """Return the blocks of all paragraphs."""
    names = _titles(found.roots.values())
    kinds = _formats(found.roots.values())
    cells = {
        cell: place for root in found.roots.values() for cell, place in _cells(root)
    }
    return tuple(
        _block(each, found.reader, names, kinds, cells) for each in found.paragraphs
    )


def _block(
    paragraph: Paragraph,
    reader: ParagraphReader,
    titles: frozenset[str],
    kinds: Mapping[str, tuple[Format, ...]],
    cells: Mapping[_Element, Cell],
) -> Block:
    element = paragraph.element
    role, level = _role(element, titles)
    note = _note(element)
    around = (cells.get(each) for each in element.iterancestors(_CELLS[0]))
    found = [cell for cell in around if cell]
    cell = found[-1] if found else None
    if note:
        role, level = "note", 0
    elif cell and role == "paragraph":
        role = "cell"
    runs = _runs(paragraph, reader, kinds)
    end = paragraph.start + len(paragraph.text)
    return Block(paragraph.start, end, role, level, runs, cell, note)


def _role(element: _Element, titles: frozenset[str]) -> tuple[Role, int]:
    style = element.get(f"{TEXT}style-name", "")
    if style in titles:
        return "title", 0
    if element.tag == f"{TEXT}h":
        level = element.get(f"{TEXT}outline-level", "1")
        return "heading", int(level) if level in "123456789" and level else 1
    depth = sum(1 for _ in element.iterancestors(_LIST))
    return ("item", min(depth, 9)) if depth else ("paragraph", 0)


def _note(element: _Element) -> str:
    for note in element.iterancestors(_NOTE):
        return note.get(f"{TEXT}id", "") or "note"
    return ""


def _titles(roots: Iterable[_Element]) -> frozenset[str]:
    """Return the names of the title style and of the styles based on it."""
    found = {"Title"}
    for root in roots:
        found |= {
            style.get(f"{STYLE}name", "")
            for style in root.iter(f"{STYLE}style")
            if style.get(f"{STYLE}parent-style-name") == "Title"
        }
    return frozenset(found)


def _formats(
    roots: Iterable[_Element],
) -> dict[str, tuple[Format, ...]]:
    """Return the formats of character styles, by their names."""
    found: dict[str, tuple[Format, ...]] = {}
    for root in roots:
        for style in root.iter(f"{STYLE}style"):
            if style.get(f"{STYLE}family") == "text":
                kinds = tuple((kind, "") for kind in _kinds(style))
                found.setdefault(style.get(f"{STYLE}name", ""), kinds)
    return found


def _kinds(style: _Element) -> Iterator[RunKind]:
    for properties in style.iter(f"{STYLE}text-properties"):
        given = {
            str(name).rpartition("}")[2]: str(value)
            for name, value in properties.items()
        }
        yield from (kind for name, value, kind in _KINDS if given.get(name) == value)
        yield from (k for name, k in _LINES if given.get(name, "none") != "none")
        place = given.get("text-position", "").split(" ")[0]
        if place == "super" or (
            place.rstrip("%").isdigit() and place not in ("0", "0%")
        ):
            yield "superscript"
        elif place == "sub" or place.startswith("-"):
            yield "subscript"


def _cells(root: _Element) -> Iterator[tuple[_Element, Cell]]:
    """Yield the cells of the outermost tables with their places."""
    tables = (
        table
        for table in root.iter(_TABLE)
        if next(table.iterancestors(_TABLE), None) is None
    )
    for number, table in enumerate(tables):
        own = (
            row
            for row in table.iter(_ROW)
            if next(row.iterancestors(_TABLE), None) is table
        )
        for row, element in enumerate(own):
            column = 0
            for cell in element:
                if cell.tag in _CELLS:
                    columns = _count(cell, "number-columns-spanned")
                    if cell.tag == _CELLS[0]:
                        yield cell, Cell(number, row, column, columns)
                    column += _count(cell, "number-columns-repeated")


def _count(cell: _Element, name: str) -> int:
    value = cell.get(f"{TABLE}{name}", "1")
    fits = value.isascii() and value.isdigit() and len(value) < 9
    return min(max(int(value), 1), _MANY) if fits else 1


def _runs(
    paragraph: Paragraph,
    reader: ParagraphReader,
    kinds: Mapping[str, tuple[Format, ...]],
) -> tuple[Run, ...]:
    stretches: list[tuple[int, int, tuple[Format, ...]]] = []
    points: list[Run] = []
    for leaf in paragraph.leaves:
        atom = reader.atoms[leaf.atom]
        if leaf.start < leaf.end:
            stretches.append((leaf.start, leaf.end, _around(atom.path, kinds)))
        elif atom.element is not None and atom.element.tag == _NOTE:
            label = atom.element.get(f"{TEXT}id", "") or "note"
            points.append(Run(leaf.start, leaf.start, "note", label))
        elif atom.element is not None and atom.element.tag == _FRAME:
            points.append(Run(leaf.start, leaf.start, "image"))
    return in_order((*runs_of(stretches), *points))


def _around(
    path: Sequence[_Element], kinds: Mapping[str, tuple[Format, ...]]
) -> tuple[Format, ...]:
    links = tuple(("link", address(each)) for each in path if each.tag == ANCHOR)
    looks_ = {
        kind: None
        for each in path
        if each.tag == SPAN
        for kind in kinds.get(each.get(f"{TEXT}style-name", ""), ())
    }
    return (*_links(links), *sorted(looks_))


def _links(found: Sequence[tuple[str, str]]) -> Iterator[Format]:
    for _, target in found[:1]:
        if target:
            yield "link", target
