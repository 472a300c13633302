"""The parts of a Word document that are not read; the user is told about them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from padanan.articles.docx.package import W, all_related, parsed
from padanan.articles.docx.text import paragraphs
from padanan.files.counts import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from padanan.articles.docx.package import Package

_EMBEDDED = (f"{{{W}}}altChunk", f"{{{W}}}subDoc")
_DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/main}t"
_FORMULA = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_BESIDE = (
    (("header", "footer"), "headers and footers not read"),
    (("comments",), "comments not read"),
)
"""Parts whose text is not part of the article."""

_DIAGRAMS = ("diagramData", "chart")


def unread(
    package: Package, name: str, root: _Element, *, whole: bool = False
) -> Iterator[str]:
    """Yield a sentence for each kind of text that is not read.

    Args:
        package: the document.
        name: of its main part.
        root: the tree of that part.
        whole: whether headers, footers and drawings are read, and comments reported
            elsewhere.

    Raises:
        DocumentError: a part of the package is damaged.
    """
    embedded = sum(1 for _ in root.iter(*_EMBEDDED))
    if embedded:
        documents = counted(embedded, "embedded document")
        advice = "save it anew in Word, which takes them in"
        yield f"{documents} not read (altChunk, subDoc) — {advice}"
    if not whole and _has_drawings(package, name, root):
        yield "text in drawings, diagrams and charts not read"
    if next(root.iter(_FORMULA), None) is not None:
        yield "formulas not read"
    for kinds, told in () if whole else _BESIDE:
        if any(_has_words(package, part) for part in _related(package, name, kinds)):
            yield told


def _has_drawings(package: Package, name: str, root: _Element) -> bool:
    drawn = any((each.text or "").strip() for each in root.iter(_DRAWN))
    return drawn or any(all_related(package, name, kind) for kind in _DIAGRAMS)


def _related(package: Package, name: str, kinds: tuple[str, ...]) -> Iterator[str]:
    """Yield the names of the parts with which a part has relations of some kinds."""
    for kind in kinds:
        found = all_related(package, name, kind)
        yield from (part for part in found if package.find(part))


def _has_words(package: Package, part: str) -> bool:
    found = paragraphs(parsed(package, part))
    return any(any(map(str.isalpha, each.text)) for each in found)
