"""Documents of a corpus, one after another: files, folders, JSON lines, archives.

Nothing is unpacked to disk: a name inside an archive is only a label, wherever it
points to. At any time one document is in memory. A document that cannot be read
becomes an item with the problem, and the next one follows.
"""

from __future__ import annotations

import lzma
import os
import stat
import tarfile
import zipfile
import zlib
from importlib import import_module
from io import BufferedReader
from pathlib import Path
from typing import IO, TYPE_CHECKING, NamedTuple, Protocol, cast

from padanan.articles.readers import SAVED, is_document, linked, nothing_in, told
from padanan.corpus.names import (
    COMPRESSED,
    LINES,
    ending,
    is_corpus,
    is_known,
    is_member,
    is_missed,
    plain_name,
)
from padanan.errors import DocumentError, PadananError
from padanan.files import limits
from padanan.files.local import STDIN, read_stream, standard_input
from padanan.files.office import open_part

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_DAMAGED = (
    EOFError,
    OSError,
    RuntimeError,  # an encrypted member; NotImplementedError: an unusual compression
    ValueError,
    lzma.LZMAError,
    tarfile.TarError,
    zipfile.BadZipFile,
    zlib.error,
)
"""What Python's modules raise where a compressed file is damaged."""


_AHEAD = 1 << 16
"""Number of bytes that are read at a time: a line takes fewer calls of the system."""


class Item(NamedTuple):
    """A document that is yet to be read.

    Attributes:
        name: what output and messages call it.
        inner: its name without the ending of a compression, which tells its reader.
        data: its bytes, or a line of JSON; ``None`` if the file is read later.
        line: whether it is a line of JSON.
        problem: why it cannot be read; empty where it can.
        passed: what a folder or archive has that is not read, to be told; such an item
            is no document.
        size: its size in bytes, as far as it is known.
        taken: the number of bytes of the named file that were read for it, and not
            yet for the one before it.
        stamp: when the file was changed, in nanoseconds; 0 for a line or a member.
    """

    name: str
    inner: str
    data: bytes | None = None
    line: bool = False
    problem: str = ""
    passed: str = ""
    size: int = 0
    taken: int = 0
    stamp: int = 0


class _Opener(Protocol):
    def open(self, filename: IO[bytes], mode: str) -> IO[bytes]: ...


def items(paths: Iterable[str], *, stdin_lines: bool = False) -> Iterator[Item]:
    """Yield the documents that names stand for, in the order of the names.

    Those of a folder come in the order of their full names.

    Args:
        paths: files, folders, or ``-`` for standard input.
        stdin_lines: standard input holds JSON lines, not one article.

    Raises:
        DocumentError: there is nothing readable in a folder.
    """
    for path in paths:
        if path == STDIN:
            kind = "stdin.jsonl" if stdin_lines else "stdin.txt"
            yield from _stream(standard_input(), STDIN, kind)
        elif Path(path).is_dir():
            yield from _folder(path)
        else:
            yield from _file(path)


def total(paths: Iterable[str]) -> int:
    """Return the bytes of all the named files, as they lie on disk."""
    return sum(
        _size(name)
        for path in paths
        for name in (_walk(path, _Passed([], [])) if Path(path).is_dir() else (path,))
    )


def _size(path: str) -> int:
    try:
        return Path(path).stat().st_size
    except OSError:
        return 0


def _folder(path: str) -> Iterator[Item]:
    empty = True
    passed = _Passed([], [])
    for name in _walk(path, passed):
        empty = False
        yield from _file(name)
    if empty:
        raise DocumentError(nothing_in(path), path=path)
    yield from passed.items(path)


class _Passed(NamedTuple):
    """What a folder or an archive has that is not read.

    Attributes:
        files: their names.
        links: of the folder, the links to folders.
    """

    files: list[str]
    links: list[str]

    def items(self, place: str) -> Iterator[Item]:
        """Yield what is to be told of it."""
        lines = (*told(place, self.files, SAVED), *linked(place, self.links))
        start = len(place) + len(": ")
        yield from (Item(place, place, passed=line[start:]) for line in lines)


def _walk(folder: str, passed: _Passed, above: str = "") -> Iterator[str]:
    """Yield the readable files below a folder; a link to a folder is not followed.

    Only the names in the folders on the way down are in memory.

    Args:
        folder: its path.
        passed: is given the names of what is not read.
        above: the folder as those names have it.
    """
    with os.scandir(folder) as found:
        entries = sorted(
            (entry.name + "/" if entry.is_dir(follow_symlinks=False) else entry.name)
            for entry in found
        )
    for name in entries:
        # As `pathlib` writes it: without a leading "./".
        path = str(Path(folder) / name)
        if name.endswith("/"):
            yield from _walk(path, passed, above + name)
        elif Path(path).is_dir():
            passed.links.append(above + name)
        elif is_known(name) and Path(path).is_file():
            yield path
        elif is_document(name):
            passed.files.append(above + name)


def _file(path: str) -> Iterator[Item]:
    if not is_corpus(path):
        yield _article(path)
        return
    try:
        if stat.S_ISCHR(Path(path).stat().st_mode):
            yield Item(path, path, problem="a device without end — name a file")
            return
        with (
            Path(path).open("rb", buffering=0) as raw,
            BufferedReader(raw, _AHEAD) as ahead,
        ):
            last = 0
            for item in _opened(ahead, path):
                place = raw.tell()
                # A ZIP archive is not read from its beginning to its end.
                if place > last:
                    yield item._replace(taken=place - last)
                    last = place
                else:
                    yield item
    except _DAMAGED as error:
        yield Item(path, path, problem=_reason(error))


def _article(path: str) -> Item:
    try:
        found = Path(path).stat()
    except OSError as error:
        return Item(path, path, problem=_reason(error))
    if found.st_size > limits.CORPUS_DOCUMENT:
        return Item(path, path, problem=_too_large(), taken=found.st_size)
    size = found.st_size
    return Item(path, path, size=size, taken=size, stamp=found.st_mtime_ns)


def _opened(raw: IO[bytes], path: str) -> Iterator[Item]:
    if ending(path) == ".zip":
        yield from _zip(raw, path)
        return
    last = ending(path)
    if last not in COMPRESSED:
        yield from _stream(raw, path, path)
        return
    with _opener(last).open(raw, "rb") as stream:
        yield from _stream(stream, path, plain_name(path))


def _opener(last: str) -> _Opener:
    return cast("_Opener", import_module(COMPRESSED[last]))


def _stream(stream: IO[bytes], name: str, inner: str) -> Iterator[Item]:
    """Yield what a stream holds: JSON lines, an archive, or one article."""
    last = Path(inner).suffix.lower()
    if last in LINES:
        yield from _lines(stream, name)
    elif last == ".tar":
        yield from _tar(stream, name)
    else:
        yield _whole(stream, name, inner)


def _whole(stream: IO[bytes], name: str, inner: str) -> Item:
    try:
        data = read_stream(stream, name, limits.CORPUS_DOCUMENT)
    except PadananError as error:
        return Item(name, inner, problem=error.problem)
    return Item(name, inner, data, size=len(data))


def _lines(stream: IO[bytes], name: str) -> Iterator[Item]:
    number, most = 0, limits.CORPUS_DOCUMENT
    while line := stream.readline(most + 1):
        number += 1
        label = f"{name}:{number}"
        if len(line) > most:
            _skip_line(stream, line)
            yield Item(label, name, line=True, problem=_too_large())
        elif not line.isspace():
            yield Item(label, name, line, line=True, size=len(line))


def _skip_line(stream: IO[bytes], line: bytes) -> None:
    while line and not line.endswith(b"\n"):
        line = stream.readline(limits.PIECE)


def _zip(raw: IO[bytes], path: str) -> Iterator[Item]:
    passed = _Passed([], [])
    with zipfile.ZipFile(raw) as archive:
        for member in archive.infolist():
            name = member.filename
            if is_member(name) and not member.is_dir():
                yield from _zip_member(archive, member, path)
            elif is_missed(name):
                passed.files.append(name)
    yield from passed.items(path)


def _zip_member(
    archive: zipfile.ZipFile, member: zipfile.ZipInfo, path: str
) -> Iterator[Item]:
    name = member.filename
    try:
        with open_part(archive, member) as stream:
            yield from _member(stream, path, name)
    except _DAMAGED as error:
        yield Item(f"{path}:{name}", name, problem=_reason(error))


class _TarHeader(tarfile.TarInfo):
    """A header of a tar archive that takes no more memory than headers need.

    Python reads long names, PAX records and the maps of sparse files whole, however
    long they say they are.
    """

    def _proc_member(self, archive: tarfile.TarFile) -> tarfile.TarInfo:
        if self.type in _LONG_HEADERS and not 0 <= self.size <= limits.PIECE:
            raise tarfile.ReadError(f"a header of {self.size:,} bytes")
        if self.type == tarfile.GNUTYPE_SPARSE:
            raise tarfile.ReadError("a sparse file")
        found: tarfile.TarInfo = super()._proc_member(archive)  # type: ignore[misc]
        return found

    def _proc_gnusparse_10(self, *_: object) -> None:
        raise tarfile.ReadError("a sparse file")


_LONG_HEADERS = frozenset({
    tarfile.GNUTYPE_LONGNAME, tarfile.GNUTYPE_LONGLINK, tarfile.XHDTYPE,
    tarfile.XGLTYPE, tarfile.SOLARIS_XHDTYPE,
})  # fmt: skip


class _Ending:
    """A stream that says when it has ended.

    A header may say that its member has any number of bytes. Python reads all of them
    piece by piece, even where there is nothing more to read.
    """

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._ended = False

    def read(self, size: int) -> bytes:
        data = self._stream.read(size)
        if self._ended:
            raise EOFError
        self._ended = not data
        return data


def _tar(stream: IO[bytes], path: str) -> Iterator[Item]:
    passed = _Passed([], [])
    bounded = cast("IO[bytes]", _Ending(stream))
    with tarfile.open(fileobj=bounded, mode="r|", tarinfo=_TarHeader) as archive:
        for member in archive:
            name = member.name
            # A link may point anywhere, even out of the archive.
            if is_member(name) and member.isreg():
                found = archive.extractfile(member)
                if found is not None:
                    yield from _member(found, path, name)
            elif is_missed(name) or (is_member(name) and not member.isdir()):
                passed.files.append(name)
    yield from passed.items(path)


def _member(stream: IO[bytes], path: str, name: str) -> Iterator[Item]:
    label, last = f"{path}:{name}", ending(name)
    try:
        if last in COMPRESSED:
            with _opener(last).open(stream, "rb") as plain:
                yield from _stream(plain, label, plain_name(name))
        else:
            yield from _stream(stream, label, name)
    except _DAMAGED as error:
        yield Item(label, name, problem=_reason(error))


def _reason(error: Exception) -> str:
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    if isinstance(error, NotImplementedError):
        return f"{error}, which is not read — pack it as an ordinary ZIP file"
    detail = " ".join(str(error).split()) or "broken off"
    return f"damaged ({detail}) — fetch it again"


def _too_large() -> str:
    return limits.too_large(limits.CORPUS_DOCUMENT)
