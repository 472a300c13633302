"""The package of a Word document: some parts are read, the others are kept.

Source: ECMA-376 (Office Open XML), part 1, 17 (WordprocessingML) and part 2 (packages).
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote

from padanan.errors import DocumentError
from padanan.files import limits
from padanan.files.office import read_part
from padanan.files.text import marked_encoding

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.etree import _Element

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"

TYPES = "[Content_Types].xml"
_RELATION = "{*}Relationship"

# ECMA-376 part 1, annex A: names of the strict variant. They are replaced by those of
# the transitional variant for reading only.
_STRICT = (
    ("http://purl.oclc.org/ooxml/wordprocessingml/main", W),
    ("http://purl.oclc.org/ooxml/officeDocument/relationships", R),
)


_UNREADABLE = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,  # an unknown kind of compression
    RuntimeError,  # an encrypted part
    ValueError,
    OSError,
)
"""What zipfile raises for damaged or unusual files."""


class Package(NamedTuple):
    """A document as a ZIP archive of parts.

    Attributes:
        path: as the user named it, for messages.
        infos: entries of the archive, in order.
        parts: the bytes of the parts, by name.
        names: the names of the parts, by their folded forms; see ``find``.
    """

    path: str
    infos: tuple[zipfile.ZipInfo, ...]
    parts: Mapping[str, bytes]
    names: Mapping[str, str]

    def find(self, name: str) -> str | None:
        """Return the name of a part as it is in the archive, ``None`` if it is missing.

        Upper and lower case are the same (ECMA-376 part 2, 6.2.2.3).
        """
        return self.names.get(_folded(name))


def package_of(
    path: str, parts: Mapping[str, bytes], infos: tuple[zipfile.ZipInfo, ...] = ()
) -> Package:
    """Return the package of some parts.

    >>> package_of("a.docx", {"word/Document.xml": b""}).find("/word/document.xml")
    'word/Document.xml'
    """
    return Package(path, infos, parts, {_folded(name): name for name in parts})


def _folded(name: str) -> str:
    r"""Return the name of a part in lower case, relative to the root.

    >>> _folded("/word/./a%20b/../Document.xml"), _folded("word\\x.xml")
    ('word/document.xml', 'word/x.xml')
    """
    path = posixpath.normpath(unquote(name).replace("\\", "/").lstrip("/"))
    return path.casefold()


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
    return package_of(path, parts, infos)


def closed(package: Package, changed: Mapping[str, bytes]) -> bytes:
    """Return the bytes of a package with some parts changed or added.

    Parts keep their order, times and compression; new ones are added at the end.
    """
    if any(_is_strict(package.parts.get(name, b"")) for name in changed):
        changed = {name: _strict(part) for name, part in changed.items()}
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for info in package.infos:
            part = changed.get(info.filename, package.parts[info.filename])
            archive.writestr(info, part, compress_type=info.compress_type)
        for name in changed:
            if name in package.parts:
                continue
            # The earliest possible time: the same input gives the same bytes.
            archive.writestr(zipfile.ZipInfo(name), changed[name], zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def parsed(package: Package, name: str) -> _Element:
    """Return the tree of a part.

    Raises:
        DocumentError: there is no such part, or it is not well-formed.
    """
    from lxml import etree

    found = package.find(name)
    if found is None:
        raise _damaged(package.path)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        root = etree.fromstring(transitional(package.parts[found]), parser)
    except etree.XMLSyntaxError as error:
        raise _damaged(package.path) from error
    # ECMA-376 part 2, 8.1.4: a part must not have a document type declaration.
    if root.getroottree().docinfo.internalDTD is not None:
        raise _damaged(package.path)
    return root


def serialised(root: _Element) -> bytes:
    """Return the bytes of a part."""
    from lxml import etree

    return etree.tostring(
        root.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True
    )


def transitional(part: bytes) -> bytes:
    """Return a part with the names of the transitional variant.

    >>> transitional(b'<w:t xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"/>')
    b'<w:t xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>'
    """
    codec = marked_encoding(part) or "utf-8"
    for strict, name in _STRICT:
        part = part.replace(strict.encode(codec), name.encode(codec))
    return part


def _is_strict(part: bytes) -> bool:
    return transitional(part) != part


def _strict(part: bytes) -> bytes:
    for strict, name in _STRICT:
        part = part.replace(name.encode(), strict.encode())
    return part


def main_part(package: Package) -> str:
    """Return the name of the part with the document's text.

    Raises:
        DocumentError: the package is no Word document.
    """
    for name in _targets(package, "", "officeDocument"):
        if parsed(package, name).tag == f"{{{W}}}document":
            return name
    raise DocumentError(
        "no Word document in this file — save it as .docx", path=package.path
    )


def related(package: Package, source: str, kind: str) -> str | None:
    """Return the name of the part to which another part has a relation, if any.

    Args:
        package: the document.
        source: name of the part that has the relation.
        kind: last word of the relation's type, such as ``footnotes``.
    """
    return next(iter(all_related(package, source, kind)), None)


def all_related(package: Package, source: str, kind: str) -> tuple[str, ...]:
    """Return the names of all parts to which another part has a relation."""
    if package.find(relations_of(source)) is None:
        return ()
    return tuple(_targets(package, source, kind))


def _targets(package: Package, source: str, kind: str) -> Iterator[str]:
    """Yield the targets of the relations of a part; they are absolute or relative."""
    folder = source.replace("\\", "/").rpartition("/")[0]
    for relation in parsed(package, relations_of(source)).iter(_RELATION):
        if relation.get("Type", "").endswith(f"/relationships/{kind}"):
            target = relation.get("Target", "").replace("\\", "/")
            name = target if target[:1] == "/" else f"{folder}/{target}"
            yield package.find(name) or name.lstrip("/")


def linked(package: Package, source: str) -> dict[str, str]:
    """Return the addresses of the links in a part, by their ids.

    Raises:
        DocumentError: the relations of the part are damaged.
    """
    name = relations_of(source)
    if package.find(name) is None:
        return {}
    return {
        relation.get("Id", ""): relation.get("Target", "")
        for relation in parsed(package, name).iter(_RELATION)
        if relation.get("Type", "").endswith("/relationships/hyperlink")
    }


def relations_of(name: str) -> str:
    """Return the name of the part that lists the relations of a part.

    >>> relations_of("word/document.xml")
    'word/_rels/document.xml.rels'
    >>> relations_of("")
    '_rels/.rels'
    """
    folder, _, file = name.replace("\\", "/").rpartition("/")
    return f"{folder}/_rels/{file}.rels".lstrip("/")


def _damaged(path: str) -> DocumentError:
    return DocumentError(
        "no Word document, or a damaged one — open it in Word and save it anew",
        path=path,
    )
