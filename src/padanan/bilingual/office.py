"""Office files: archives that are checked before they are read, and undated."""

from __future__ import annotations

import io
import re
import zipfile
import zlib

from padanan.errors import ExchangeError

MAX_UNPACKED = 512 * 1024 * 1024
"""More is a decompression bomb."""

# A file of 1980 has the first date that a ZIP archive can say.
_DATE = (1980, 1, 1, 0, 0, 0)
_MODIFIED = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*")


def unpack(data: bytes, path: str) -> dict[str, bytes]:
    """Return the parts of an office file by their names.

    Raises:
        ExchangeError: it is no archive, is damaged, or unpacks without end.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(info.file_size for info in archive.infolist()) > MAX_UNPACKED:
                message = "unpacks to more than 512 MiB — split it"
                raise ExchangeError(message, path=path)
            return {name: archive.read(name) for name in archive.namelist()}
    except (
        zipfile.BadZipFile,
        zlib.error,
        OSError,
        ValueError,
        EOFError,
        RuntimeError,  # it is encrypted; NotImplementedError: packed unusually
    ):
        message = "no office file, or a damaged one — save it again"
        raise ExchangeError(message, path=path) from None


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
