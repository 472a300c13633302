"""The package of a Word document: some of its parts are read, the rest is kept.

Source: ECMA-376 (Office Open XML), part 1, 17 (WordprocessingML) and part 2 (packages).
"""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import TYPE_CHECKING, NamedTuple

from padanan.errors import DocumentError
from padanan.files import limits
from padanan.files.office import read_part

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"

TYPES = "[Content_Types].xml"
ROOT = "_rels/.rels"


_UNREADABLE = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,  # an unknown kind of compression
    RuntimeError,  # an encrypted part
    ValueError,
    OSError,
)
"""What zipfile raises for files that are damaged, or not what they say."""


class Package(NamedTuple):
    """The parts of a document by their names.

    Attributes:
        path: as the user named it, for messages.
        infos: of the parts, in the order of the file.
        parts: their bytes.
    """

    path: str
    infos: tuple[zipfile.ZipInfo, ...]
    parts: Mapping[str, bytes]


def opened(data: bytes, path: str) -> Package:
    """Return the package of a document.

    Raises:
        DocumentError: the bytes are no package, or a damaged or oversized one.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = tuple(archive.infolist())
            if sum(info.file_size for info in infos) > limits.WORD_PACKAGE:
                raise DocumentError("unpacks to over 256 MiB — split it", path=path)
            parts = {info.filename: read_part(archive, info) for info in infos}
    except _UNREADABLE as error:
        raise _damaged(path) from error
    if len(parts) != len(infos):
        raise _damaged(path)
    return Package(path, infos, parts)


def closed(package: Package, changed: Mapping[str, bytes]) -> bytes:
    """Return the bytes of a package with some parts changed or added.

    The parts keep their order, times and compression; new ones come last.
    """
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for info in package.infos:
            part = changed.get(info.filename, package.parts[info.filename])
            archive.writestr(info, part, compress_type=info.compress_type)
        for name in changed:
            if name in package.parts:
                continue
            # The time of the oldest file that the format knows: same input, same bytes.
            archive.writestr(zipfile.ZipInfo(name), changed[name], zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def parsed(package: Package, name: str) -> _Element:
    """Return the tree of a part.

    Raises:
        DocumentError: there is no such part, or it is not well-formed.
    """
    from lxml import etree

    part = package.parts.get(name)
    if part is None:
        raise _damaged(package.path)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        root = etree.fromstring(part, parser)
    except etree.XMLSyntaxError as error:
        raise _damaged(package.path) from error
    # ECMA-376 part 2, 8.1.4: parts have no document type declaration.
    if root.getroottree().docinfo.internalDTD is not None:
        raise _damaged(package.path)
    return root


def serialised(root: _Element) -> bytes:
    """Return the bytes of a part."""
    from lxml import etree

    return etree.tostring(
        root.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True
    )


def main_part(package: Package) -> str:
    """Return the name of the part with the document's text.

    Raises:
        DocumentError: the package is no Word document.
    """
    for relation in parsed(package, ROOT):
        if relation.get("Type", "").endswith("/relationships/officeDocument"):
            name = relation.get("Target", "").lstrip("/")
            root = parsed(package, name)
            if root.tag == f"{{{W}}}document":
                return name
    raise DocumentError(
        "no Word document in this file — save it as .docx", path=package.path
    )


def related(package: Package, source: str, kind: str) -> str | None:
    """Return the name of the part that another one relates to, if it does.

    Args:
        package: the document.
        source: name of the part that relates.
        kind: last word of the relation's type: ``footnotes``, ``comments`` …
    """
    name = relations_of(source)
    if name not in package.parts:
        return None
    folder = source.rpartition("/")[0]
    for relation in parsed(package, name):
        if relation.get("Type", "").endswith(f"/relationships/{kind}"):
            target = relation.get("Target", "")
            return target.lstrip("/") if target[:1] == "/" else f"{folder}/{target}"
    return None


def linked(package: Package, source: str) -> dict[str, str]:
    """Return the addresses of the links in a part, by the ids that it has for them.

    Raises:
        DocumentError: the relations of the part are damaged.
    """
    name = relations_of(source)
    if name not in package.parts:
        return {}
    return {
        relation.get("Id", ""): relation.get("Target", "")
        for relation in parsed(package, name)
        if relation.get("Type", "").endswith("/relationships/hyperlink")
    }


def relations_of(name: str) -> str:
    """Return the name of the part with the relations of a part.

    >>> relations_of("word/document.xml")
    'word/_rels/document.xml.rels'
    """
    folder, _, file = name.rpartition("/")
    return f"{folder}/_rels/{file}.rels".lstrip("/")


def _damaged(path: str) -> DocumentError:
    return DocumentError(
        "no Word document, or a damaged one — open it in Word and save it anew",
        path=path,
    )
