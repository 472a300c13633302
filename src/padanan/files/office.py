"""Office files: ZIP archives that are checked before they are read, without dates.

Their parts are stored or deflated (ECMA-376, part 2, annex B); what is compressed by
another method is refused. Python's readers of those unpack as much as there is in
one go, whatever number of bytes they are asked for.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from contextlib import contextmanager
from typing import TYPE_CHECKING

from padanan.errors import ExchangeError
from padanan.files import limits

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import IO

_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_OTHER_METHODS = {zipfile.ZIP_BZIP2: "bzip2", zipfile.ZIP_LZMA: "LZMA"}
_BEGINNING = 65_536
# The first date that a ZIP archive can have.
_DATE = (1980, 1, 1, 0, 0, 0)
_MODIFIED = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*")


def unpack(data: bytes, path: str, limit: int | None = None) -> dict[str, bytes]:
    """Return the parts of an office file by their names.

    Args:
        data: the file.
        path: its name, for messages.
        limit: maximum number of bytes of all parts; ``limits.PACKAGE`` where it is
            ``None``.

    Raises:
        ExchangeError: it is not an archive, is damaged, unpacks to more than the limit,
            or has XML in it that declares entities.
    """
    most = limits.PACKAGE if limit is None else limit
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = archive.infolist()
            if sum(info.file_size for info in infos) > most:
                raise ExchangeError(limits.unpacks_to_more(most), path=path)
            parts = {info.filename: read_part(archive, info) for info in infos}
    except (
        zipfile.BadZipFile,
        zlib.error,
        OSError,
        ValueError,
        EOFError,
        RuntimeError,  # it is encrypted; NotImplementedError: compressed otherwise
    ):
        message = "no office file, or a damaged one — save it again"
        raise ExchangeError(message, path=path) from None
    for name, part in parts.items():
        _check_part(name, part, path)
    return parts


def read_part(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    """Return a part of a package, read up to the size that it says it has.

    ``ZipFile.read`` would unpack everything before it compares the size.

    Raises:
        zipfile.BadZipFile: the part is damaged.
        NotImplementedError: it is neither stored nor deflated.
    """
    with open_part(archive, info) as stream:
        return stream.read(info.file_size + 1)


def open_part(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> IO[bytes]:
    """Open a part of a ZIP archive of which a bounded number of bytes can be read.

    Raises:
        zipfile.BadZipFile: the archive is damaged.
        NotImplementedError: the part is neither stored nor deflated.
        RuntimeError: it is encrypted.
    """
    if info.compress_type not in _METHODS:
        name = _OTHER_METHODS.get(info.compress_type, "an unknown method")
        raise NotImplementedError(f"compressed by {name}")
    return archive.open(info)


def _check_part(name: str, part: bytes, path: str) -> None:
    # ECMA-376 part 2, 8.1.4: parts have no document type declaration. It would be
    # before the first element; in UTF-16 there are zeros between its letters.
    beginning = part[:_BEGINNING].replace(b"\0", b"")
    if name.endswith((".xml", ".rels")) and b"<!DOCTYPE" in beginning:
        raise ExchangeError(f"{name} has a DOCTYPE — save the file again", path=path)


@contextmanager
def room_for_temporary_files() -> Iterator[None]:
    """Say in one line that openpyxl has no room for its temporary files.

    Raises:
        ExchangeError: a temporary file could not be written.
    """
    from lxml.etree import SerialisationError

    try:
        yield
    except SerialisationError as error:
        message = "no room for temporary files — make some, or name a folder in TMPDIR"
        raise ExchangeError(f"{message} ({error})") from None


def undated(stream: io.BytesIO) -> bytes:
    """Return the same archive without the time at which it was made."""
    out = io.BytesIO()
    with zipfile.ZipFile(stream) as old, zipfile.ZipFile(out, "w") as new:
        for name in sorted(old.namelist(), key=_order):
            data = old.read(name)
            if name == "docProps/core.xml":
                data = _MODIFIED.sub(rb"\g<1>1980-01-01T00:00:00Z", data)
            new.writestr(zipfile.ZipInfo(name, _DATE), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _order(name: str) -> tuple[bool, str]:
    # Programs that guess the kind of an archive look at its first file.
    return name != "[Content_Types].xml", name
