"""The kinds of bilingual files, and the modules that read and write them."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol, cast

from padanan.errors import DocumentError, ExchangeError
from padanan.files import limits
from padanan.files.headings import USUAL, refuse_options
from padanan.translation import earlier, skeleton
from padanan.translation.tagged import Tagged, read_marks, tidy
from padanan.translation.units import UnitsRead
from padanan.translation.worksheet import Assembled, Worksheet, assemble, in_order

if TYPE_CHECKING:
    from padanan.files.headings import TableOptions
    from padanan.translation.units import Unit

_FORMATS = "padanan.translation.formats"


class FileKind(NamedTuple):
    """A kind of bilingual file.

    Attributes:
        name: the value of ``--to``.
        endings: of its files, in lower case; worksheets get the first one.
        reader: module in ``formats`` with ``read_all(data, path)``, imported when
            needed.
        writer: module with ``write(worksheet)``; empty if there are no worksheets of
            this kind. If there are, the reader also has
            ``packed_skeleton(data, path)``.
        is_table: whether ``read_all`` also takes ``TableOptions``.
        has_tags: whether it has elements for tags; other worksheets have marks.
    """

    name: str
    endings: tuple[str, ...]
    reader: str
    writer: str = ""
    is_table: bool = False
    has_tags: bool = False

    @property
    def ending(self) -> str:
        """The file name ending of its worksheets."""
        return self.endings[0]


class _Reader(Protocol):
    def read_all(self, data: bytes, path: str) -> UnitsRead: ...

    def packed_skeleton(self, data: bytes, path: str) -> str: ...


class _TableReader(Protocol):
    def read_all(self, data: bytes, path: str, options: TableOptions) -> UnitsRead: ...


class _Writer(Protocol):
    def write(self, worksheet: Worksheet) -> bytes: ...


FILE_KINDS = (
    FileKind("po", (".po", ".pot"), "po_catalogue", "po_catalogue"),
    FileKind("xliff", (".xlf", ".xliff"), "xliff", "xliff_1", has_tags=True),
    FileKind("xliff2", (".xlf", ".xliff"), "xliff", "xliff_2", has_tags=True),
    FileKind("tmx", (".tmx",), "tmx_memory"),
    FileKind("table", (".csv", ".tsv", ".tab"), "text_table", is_table=True),
    FileKind("docx", (".docx",), "word_table", "word_table"),
    FileKind("xlsx", (".xlsx",), "workbook", "workbook", is_table=True),
)
"""All kinds. To add one, write a module and add a line here.

Kinds that share an ending share their reader.
"""

WORKSHEET_KINDS = tuple(kind for kind in FILE_KINDS if kind.writer)
"""The kinds that worksheets can have."""


def is_bilingual(path: str) -> bool:
    """Whether a file of that name is read as translation units.

    >>> is_bilingual("job.XLF"), is_bilingual("article.txt")
    (True, False)
    """
    return _kind(path) is not None


class SkeletonRead(NamedTuple):
    """A worksheet that was read: its units, and what joins them."""

    units: tuple[Unit, ...]
    skeleton: skeleton.Skeleton


def read(data: bytes, path: str, table: TableOptions = USUAL) -> tuple[Unit, ...]:
    """Return the translation units of a file, in order; see ``read_all``."""
    return read_all(data, path, table).units


def read_all(data: bytes, path: str, table: TableOptions = USUAL) -> UnitsRead:
    """Return the translation units of a file and what was passed over.

    Args:
        data: its bytes.
        path: as the user named it; its ending tells the kind.
        table: how it is read, if it is a table.

    Raises:
        DocumentError: no kind has that ending, or the file is of another kind.
        ExchangeError: the file is damaged (with the line, if known), or there are
            options for tables and it is not one.
        MissingExtraError: a package for this kind is not installed.
    """
    kind = _kind(path)
    if kind is None:
        endings = (ending for kind in FILE_KINDS for ending in kind.endings)
        known = ", ".join(dict.fromkeys(endings))
        ending = Path(path).suffix.lower() or "files without an ending"
        problem = f"“{ending}” holds no translation units — name one of {known}"
        raise DocumentError(problem, path=path)
    if len(data) > limits.TRANSLATION:
        raise DocumentError(limits.too_large(limits.TRANSLATION), path=path)
    found = _read(kind, data, path, table)
    packed = _packed(kind, data, path)
    if not packed or (kind.has_tags and not earlier.is_earlier(packed)):
        return found
    tagged = earlier.without_tags if earlier.is_earlier(packed) else _with_tags
    return UnitsRead(tuple(map(tagged, found.units)), found.unread)


def _read(kind: FileKind, data: bytes, path: str, table: TableOptions) -> UnitsRead:
    if kind.is_table:
        return _table_reader(kind).read_all(data, path, table)
    refuse_options(table, path)
    return _reader(kind).read_all(data, path)


def _with_tags(unit: Unit) -> Unit:
    """Return a unit with the marks in its texts read as tags."""
    # Slow to import, and not needed for files from other programs.
    from dataclasses import replace

    source, target = read_marks(unit.source), read_marks(unit.target)
    return replace(
        unit,
        source=source.plain,
        target=target.plain,
        tagged_source=source,
        tagged_target=target,
    )


def write_worksheet(worksheet: Worksheet, name: str) -> bytes:
    """Return the file of a worksheet, after reading it back to check it.

    Args:
        worksheet: what to write.
        name: of a kind in ``WORKSHEET_KINDS``.

    Raises:
        ExchangeError: a file of that kind cannot hold it.
        MissingExtraError: a package for this kind is not installed.
    """
    kind = next(kind for kind in WORKSHEET_KINDS if kind.name == name)
    bones = skeleton.travelling(worksheet.skeleton)
    worksheet = Worksheet(worksheet.units, bones)
    data = cast("_Writer", import_module(f"{_FORMATS}.{kind.writer}")).write(worksheet)
    _check(data, f"worksheet{kind.ending}", worksheet)
    return data


def open_worksheet(data: bytes, path: str, table: TableOptions = USUAL) -> SkeletonRead:
    """Return the units of a worksheet, and what joins them.

    Args:
        data: the file.
        path: as the user named it; its ending tells the kind.
        table: how it is read, if it is a table.

    Raises:
        DocumentError: the file is of another kind, or has no units.
        ExchangeError: it is not a worksheet, or is damaged.
        MissingExtraError: a package for this kind is not installed.
    """
    units = read(data, path, table)
    kind = _kind(path)
    packed = _packed(kind, data, path) if kind else ""
    if earlier.is_earlier(packed):
        return SkeletonRead(units, earlier.upgraded(packed, units, path))
    return SkeletonRead(units, skeleton.unpack(packed, path))


def read_worksheet(
    data: bytes,
    path: str,
    table: TableOptions = USUAL,
    article: bytes | None = None,
) -> Assembled:
    """Return the article of a worksheet, with the translations that it has.

    Args:
        data: the file.
        path: as the user named it; its ending tells the kind.
        table: how it is read, if it is a table.
        article: the bytes of the article; ``None`` if they are in the worksheet.

    Raises:
        DocumentError: the file is of another kind, or has no units.
        ExchangeError: it is not a worksheet, is damaged, or is of another article.
        MissingExtraError: a package for this kind is not installed.
    """
    found = open_worksheet(data, path, table)
    return assemble(found.skeleton, found.units, path, article)


def _kind(path: str) -> FileKind | None:
    ending = Path(path).suffix.lower()
    return next((kind for kind in FILE_KINDS if ending in kind.endings), None)


def _reader(kind: FileKind) -> _Reader:
    return cast("_Reader", import_module(f"{_FORMATS}.{kind.reader}"))


def _table_reader(kind: FileKind) -> _TableReader:
    return cast("_TableReader", import_module(f"{_FORMATS}.{kind.reader}"))


def _packed(kind: FileKind, data: bytes, path: str) -> str:
    return _reader(kind).packed_skeleton(data, path) if kind.writer else ""


def _check(data: bytes, path: str, worksheet: Worksheet) -> None:
    """Raise an error if the file does not have the texts of the worksheet."""
    found = open_worksheet(data, path)
    whole = in_order(found.skeleton, found.units, path)
    same = worksheet.skeleton == found.skeleton
    if not same or list(map(_texts, whole)) != [
        _texts(u.unit) for u in worksheet.units
    ]:
        message = "the file would not come back whole — choose another format"
        raise ExchangeError(message)


def _texts(unit: Unit) -> tuple[str, str]:
    """Return fingerprints of both texts; unconfirmed ones count as missing."""
    source = unit.tagged_source or Tagged(unit.source)
    target = (
        Tagged("") if unit.fuzzy else tidy(unit.tagged_target or Tagged(unit.target))
    )
    return skeleton.fingerprint(source.marked), skeleton.fingerprint(target.marked)
