"""Office files are checked before they are read, and written without a date."""

from __future__ import annotations

import io
import tracemalloc
import zipfile

import pytest

from padanan.errors import ExchangeError
from padanan.files.office import undated, unpack

CORE = (
    "<x><dcterms:created xsi:type='a'>2025-05-17T10:30:00Z</dcterms:created>"
    "<dcterms:modified>2025-05-17T10:30:00Z</dcterms:modified></x>"
)


def archive(
    parts: dict[str, str | bytes],
    date: int = 2025,
    method: int = zipfile.ZIP_DEFLATED,
) -> io.BytesIO:
    """Return an archive with those parts."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as made:
        for name, part in parts.items():
            info = zipfile.ZipInfo(name, (date, 1, 1, 0, 0, 0))
            made.writestr(info, part, method)
    return stream


def test_parts_come_back() -> None:
    """What is in an archive is given by its name."""
    parts: dict[str, str | bytes] = {"a.xml": b"<a/>", "b/c.png": b"<!DOCTYPE"}
    assert unpack(archive(parts).getvalue(), "a.docx") == parts


def test_no_date_is_left() -> None:
    """Archives made at different times are the same, the list of types first."""
    parts: dict[str, str | bytes] = {"docProps/core.xml": CORE, "a.xml": "<a/>"}
    last: dict[str, str | bytes] = {**parts, "[Content_Types].xml": "<t/>"}
    made = undated(archive(last, 2020))
    assert undated(archive(dict(reversed(last.items())), 2026)) == made
    assert b"2025" not in b"".join(unpack(made, "a.docx").values())
    assert next(iter(unpack(made, "a.docx"))) == "[Content_Types].xml"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le"])
def test_declarations_are_refused(encoding: str) -> None:
    """XML that declares entities, in whatever encoding, is named and refused."""
    bomb = "<!DOCTYPE x [<!ENTITY a 'haha'>]><x>&a;</x>".encode(encoding)
    with pytest.raises(ExchangeError, match=r"^a\.xlsx: x/y\.xml has a DOCTYPE"):
        unpack(archive({"x/y.xml": bomb}).getvalue(), "a.xlsx")


@pytest.mark.parametrize("keep", [0, 3, 40, 90])
def test_broken_archives_are_refused(keep: int) -> None:
    """A file that is no archive, or lacks its end, is refused by its name."""
    data = archive({"a.xml": "<a/>" * 99}).getvalue()[:keep]
    with pytest.raises(ExchangeError, match=r"^a\.docx: no office file, or a damaged"):
        unpack(data, "a.docx")


def test_locked_archives_are_refused() -> None:
    """A file that needs a password is none that can be read."""
    data = bytearray(archive({"a.xml": "<a/>"}).getvalue())
    data[6] |= 1  # the flag of encryption, in the file's header …
    data[data.rindex(b"PK\x01\x02") + 8] |= 1  # … and in the directory
    with pytest.raises(ExchangeError, match="no office file"):
        unpack(bytes(data), "a.docx")


def test_packages_over_the_limit_are_refused() -> None:
    """The limit is for what comes out; a package at the limit is read."""
    data = archive({"a.xml": "x" * 600, "b.xml": "x" * 400}).getvalue()
    assert len(unpack(data, "a.docx", 1000)) == 2
    with pytest.raises(ExchangeError, match="unpacks to more than 999 bytes"):
        unpack(data, "a.docx", 999)


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_other_compression_is_refused_unread(method: int) -> None:
    """A part that is small when compressed by bzip2 or LZMA takes no memory.

    Of those, Python unpacks all there is, however little it is asked for.
    """
    bomb = archive({"a.xml": b"\0" * 30_000_000}, method=method).getvalue()
    tracemalloc.start()
    try:
        with pytest.raises(ExchangeError, match=r"^a\.xlsx: no office file"):
            unpack(bomb, "a.xlsx")
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 5_000_000


def test_a_part_that_is_larger_than_it_says_is_refused() -> None:
    """The size in the directory is checked by the reader, not believed."""
    data = bytearray(archive({"a.xml": "x" * 5000}).getvalue())
    directory = data.rindex(b"PK\x01\x02")
    data[directory + 24 : directory + 28] = (10).to_bytes(4, "little")
    with pytest.raises(ExchangeError, match="no office file, or a damaged"):
        unpack(bytes(data), "a.docx")
