"""Which reader reads which bilingual file."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol, cast

from padanan.errors import DocumentError

if TYPE_CHECKING:
    from padanan.translation.units import Unit


class Reader(NamedTuple):
    """A bilingual format.

    Attributes:
        kind: its name.
        endings: of the files that it reads, in lower case.
        module: has ``read(data, path)``, imported when needed.
    """

    kind: str
    endings: tuple[str, ...]
    module: str


class _Module(Protocol):
    def read(self, data: bytes, path: str) -> tuple[Unit, ...]: ...


READERS = (
    Reader("po", (".po", ".pot"), "padanan.translation.read_po"),
    Reader("xliff", (".xlf", ".xliff"), "padanan.translation.read_xliff"),
    Reader("tmx", (".tmx",), "padanan.translation.read_tmx"),
    Reader("table", (".csv", ".tsv", ".tab"), "padanan.translation.read_table"),
    Reader("xlsx", (".xlsx",), "padanan.translation.read_xlsx"),
    Reader("docx", (".docx",), "padanan.translation.read_docx"),
)
"""Every reader; a new one is a module and a line here."""

MAX_BYTES = 256 * 1024 * 1024
"""Larger files are refused: a translation is checked as a whole."""


def is_bilingual(path: str) -> bool:
    """Whether a file is read as translation units, by its ending.

    >>> is_bilingual("job.XLF"), is_bilingual("article.txt")
    (True, False)
    """
    return _reader(path) is not None


def read(data: bytes, path: str) -> tuple[Unit, ...]:
    """Return the translation units of a file, in its order.

    Args:
        data: its bytes.
        path: as the user named it; its ending tells the format.

    Raises:
        DocumentError: no reader knows the ending, or it is no such file.
        ExchangeError: it is broken, with the line where that is known.
        MissingExtraError: a package for this format is not installed.
    """
    reader = _reader(path)
    if reader is None:
        known = ", ".join(ending for reader in READERS for ending in reader.endings)
        ending = Path(path).suffix.lower() or "files without an ending"
        problem = f"“{ending}” holds no translation units — name one of {known}"
        raise DocumentError(problem, path=path)
    if len(data) > MAX_BYTES:
        raise DocumentError("larger than 256 MiB — split it", path=path)
    return cast("_Module", import_module(reader.module)).read(data, path)


def _reader(path: str) -> Reader | None:
    ending = Path(path).suffix.lower()
    return next((reader for reader in READERS if ending in reader.endings), None)
