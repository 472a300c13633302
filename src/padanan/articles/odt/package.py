"""The package of an OpenDocument text: two parts are read, the others are kept.

Source: OASIS OpenDocument 1.3, part 2 (packages) and part 3 (schema).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from padanan.articles.docx import package as office
from padanan.errors import DocumentError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from padanan.articles.docx.package import Package

BASE = "urn:oasis:names:tc:opendocument:xmlns"
OFFICE, TEXT, TABLE, STYLE, DRAW = (
    f"{{{BASE}:{name}:1.0}}" for name in ("office", "text", "table", "style", "drawing")
)
FO = f"{{{BASE}:xsl-fo-compatible:1.0}}"
LINK = "{http://www.w3.org/1999/xlink}href"

CONTENT, STYLES = "content.xml", "styles.xml"
_KIND = b"application/vnd.oasis.opendocument.text"


def opened(data: bytes, path: str) -> Package:
    """Return the package of a text.

    Raises:
        DocumentError: the bytes are no OpenDocument text, or a damaged or oversized
            one.
    """
    try:
        package = office.opened(data, path)
    except DocumentError as error:
        raise _damaged(path, error) from error
    if not package.parts.get("mimetype", _KIND).strip().startswith(_KIND):
        problem = "an OpenDocument file, but no text — save it as .odt"
        raise DocumentError(problem, path=path)
    return package


def trees(package: Package) -> Iterator[tuple[str, _Element]]:
    """Yield the names of the parts with text, and their trees.

    Raises:
        DocumentError: a part is damaged, or there is no text.
    """
    for name in (CONTENT, STYLES):
        if name == CONTENT or name in package.parts:
            yield name, tree(package, name)


def tree(package: Package, name: str) -> _Element:
    """Return the tree of a part.

    Raises:
        DocumentError: there is no such part, or it is damaged.
    """
    try:
        return office.parsed(package, name)
    except DocumentError as error:
        raise _damaged(package.path, error) from error


def _damaged(path: str, error: DocumentError) -> DocumentError:
    if "Word" not in error.problem:
        return error
    problem = "no OpenDocument text, or a damaged one — save it anew in LibreOffice"
    return DocumentError(problem, path=path)
