"""EPUB: the chapters of a book in the order of its spine, each read as a page.

Source: EPUB 3.3 (W3C), 4.2 (container), 5.7 (manifest and spine).
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote, urlsplit

from padanan.articles.article import Article
from padanan.articles.html import document as html
from padanan.articles.paragraphs import BETWEEN
from padanan.errors import DocumentError, ExchangeError
from padanan.files import limits
from padanan.files.counts import counted
from padanan.files.office import read_part
from padanan.files.xml import local, parse

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lxml.etree import _Element

    from padanan.articles.article import Block

KIND = "epub"

CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"
_PAGES = frozenset({"application/xhtml+xml", "text/html", "text/x-oeb1-document"})
_DOCTYPE = re.compile(rb"<!DOCTYPE[^>\[]*>", re.IGNORECASE)
_EMPTY = re.compile(rb"<(title|script|style|iframe|textarea|xmp|noscript)\b([^<>]*)/>")
"""In XHTML an element may be closed in its tag; in HTML its text would begin there."""

_DAMAGED = "no EPUB, or a damaged one — save it anew, e.g. in Calibre"
_LOCKED = "protected by its seller — ask for an EPUB without protection"
_UNREADABLE = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    KeyError,
    OSError,
    RuntimeError,  # an encrypted part; NotImplementedError: compressed otherwise
    ValueError,
)


class _Book:
    """The parts of a book, unpacked as they are needed and no further than a limit."""

    def __init__(self, archive: zipfile.ZipFile, path: str) -> None:
        self.path = path
        self._archive = archive
        # Names that differ in nothing but case are those of one part (4.2.3).
        self._infos = {
            _name(info.filename).casefold(): info for info in archive.infolist()
        }
        self._left = limits.BOOK

    def has(self, name: str) -> bool:
        """Tell whether there is such a part."""
        return name.casefold() in self._infos

    def part(self, name: str) -> bytes:
        """Return a part.

        Raises:
            KeyError: there is none.
            DocumentError: the book unpacks to more than the limit.
        """
        info = self._infos[name.casefold()]
        self._left -= info.file_size
        if self._left < 0:
            problem = limits.unpacks_to_more(limits.BOOK)
            raise DocumentError(problem, path=self.path)
        return read_part(self._archive, info)

    def tree(self, name: str) -> _Element:
        """Return the root of a part that is XML; a plain DOCTYPE is passed over."""
        return parse(_DOCTYPE.sub(b"", self.part(name), count=1), self.path)


class _Found(NamedTuple):
    """Chapters, and what of the book is none.

    Attributes:
        names: of their parts, in the order in which they are read.
        missing: how many the spine has that are no pages, or are not there.
    """

    names: tuple[str, ...]
    missing: int


def read(data: bytes, path: str, encoding: str | None = None) -> Article:
    """Return the text of a book.

    Raises:
        DocumentError: it is no EPUB, damaged, protected, or unpacks to too much.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            book = _Book(archive, path)
            found = _chapters(book)
            articles = [_chapter(book, name, encoding) for name in found.names]
    except _UNREADABLE as error:
        raise DocumentError(_DAMAGED, path=path) from error
    except ExchangeError as error:
        raise DocumentError(_DAMAGED, path=path) from error
    return joined(articles, Article(path, "", KIND, (), data, encoding), found.missing)


def _chapters(book: _Book) -> _Found:
    """Return the chapters of the spine; the table of contents is none of them."""
    package = _package(book)
    root = book.tree(package)
    items = {item.get("id", ""): item for item in root.iter() if local(item) == "item"}
    locked = _locked(book)
    names: dict[str, None] = {}
    missing = 0
    for reference in (one for one in root.iter() if local(one) == "itemref"):
        item = items.get(reference.get("idref", ""))
        if item is None or "nav" in item.get("properties", "").split():
            missing += item is None
            continue
        name = _target(package, item.get("href", ""))
        if name.casefold() in locked:
            raise DocumentError(_LOCKED, path=book.path)
        is_page = item.get("media-type", "").lower() in _PAGES and book.has(name)
        names |= {name: None} if is_page else {}
        missing += not is_page
    return _Found(tuple(names), missing)


def _package(book: _Book) -> str:
    for each in book.tree(CONTAINER).iter():
        if local(each) == "rootfile" and each.get("full-path"):
            return _name(each.get("full-path", ""))
    raise KeyError(CONTAINER)


def _locked(book: _Book) -> frozenset[str]:
    """Return the parts that are encrypted: of most books only fonts are."""
    if not book.has(_ENCRYPTION):
        return frozenset()
    found = book.tree(_ENCRYPTION).iter()
    named = (each for each in found if local(each) == "CipherReference")
    names = (_name(unquote(each.get("URI", ""))) for each in named)
    return frozenset(map(str.casefold, names))


def _name(name: str) -> str:
    return posixpath.normpath(name.replace("\\", "/")).lstrip("/")


def _target(package: str, address: str) -> str:
    """Return the name of the part that an address in the package document means.

    >>> _target("OEBPS/content.opf", "text/bab%201.xhtml#x")
    'OEBPS/text/bab 1.xhtml'
    """
    place = unquote(urlsplit(address).path)
    return _name(posixpath.join(posixpath.dirname(package), place))


def _chapter(book: _Book, name: str, encoding: str | None) -> Article:
    data = _EMPTY.sub(rb"<\1\2></\1>", book.part(name))
    return html.read(data, book.path, encoding)


def joined(chapters: Iterable[Article], book: Article, missing: int = 0) -> Article:
    """Return chapters as one article.

    Args:
        chapters: in the order in which they are read.
        book: what the article is to have besides them.
        missing: how many chapters could not be read.
    """
    some = [chapter for chapter in chapters if chapter.text]
    starts = [0]
    for chapter in some:
        starts.append(starts[-1] + len(chapter.text) + len(BETWEEN))
    placed = list(zip(starts, some, strict=False))
    what = counted(missing, "chapter")
    return book._replace(
        text=BETWEEN.join(chapter.text for chapter in some),
        masked=tuple(span for at, one in placed for span in _moved(one.masked, at)),
        foreign=tuple(span for at, one in placed for span in _moved(one.foreign, at)),
        spaces=tuple(span for at, one in placed for span in _moved(one.spaces, at)),
        blocks=tuple(_blocks(placed)),
        languages=tuple(dict.fromkeys(said for one in some for said in one.languages)),
        unread=(f"{what} not read: no page, or not in the file",) if missing else (),
    )


def _moved(spans: Iterable[tuple[int, int]], at: int) -> Iterator[tuple[int, int]]:
    return ((start + at, end + at) for start, end in spans)


def _blocks(placed: Sequence[tuple[int, Article]]) -> Iterator[Block]:
    tables = 0
    for at, chapter in placed:
        last = tables
        for block in chapter.blocks:
            runs = tuple(
                run._replace(start=run.start + at, end=run.end + at)
                for run in block.runs
            )
            cell = block.cell and block.cell._replace(table=block.cell.table + last)
            tables = max(tables, cell.table + 1 if cell else 0)
            yield block._replace(
                start=block.start + at, end=block.end + at, runs=runs, cell=cell
            )
