"""The kinds of articles: which module reads a file, and which files a name means."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol, cast

from padanan.errors import DocumentError
from padanan.files import limits
from padanan.files.counts import counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from padanan.articles.article import Article
    from padanan.articles.leaves import Leaf, Translatable
    from padanan.articles.marks import Mark

STDIN = "-"

TEXT_ONLY = "padanan.articles.text_only"
"""Writes the translation of an article as plain text."""


class Reader(NamedTuple):
    """A kind of article.

    Attributes:
        name: of the kind.
        endings: of the files that it reads, in lower case.
        module: has ``read(data, path, encoding)`` and, unless ``text_only``,
            ``write(article, marks)``; imported when needed.
        translated: the module with ``translatable(article)`` and ``rewritten(article,
            leaves)``; a translation of an article without one is plain text.
        text_only: whether nothing but the text is read: annotated it is plain text too.
    """

    name: str
    endings: tuple[str, ...]
    module: str
    translated: str = TEXT_ONLY
    text_only: bool = False

    @property
    def writer(self) -> str:
        """The module that writes an annotated article."""
        return TEXT_ONLY if self.text_only else self.module


class _Module(Protocol):
    def read(self, data: bytes, path: str, encoding: str | None) -> Article: ...


class _Writer(Protocol):
    def write(self, article: Article, marks: Sequence[Mark]) -> bytes: ...


class _Translated(Protocol):
    def translatable(self, article: Article) -> Translatable: ...
    def rewritten(self, article: Article, leaves: Sequence[Leaf]) -> bytes: ...


READERS = (
    Reader("text", (".txt", ".text"), "padanan.articles.plain"),
    Reader(
        "markdown",
        (".md", ".markdown"),
        "padanan.articles.markdown.document",
        "padanan.articles.markdown.translated",
    ),
    Reader(
        "html",
        (".html", ".htm", ".xhtml"),
        "padanan.articles.html.document",
        "padanan.articles.html.translated",
    ),
    Reader(
        "docx",
        (".docx",),
        "padanan.articles.docx.document",
        "padanan.articles.docx.translated",
    ),
    Reader(
        "odt",
        (".odt",),
        "padanan.articles.odt.document",
        "padanan.articles.odt.translated",
    ),
    Reader("subtitles", (".srt", ".vtt"), "padanan.articles.subtitles", text_only=True),
    Reader("pdf", (".pdf",), "padanan.articles.pdf.document", text_only=True),
    Reader("epub", (".epub",), "padanan.articles.epub", text_only=True),
    Reader("rtf", (".rtf",), "padanan.articles.rtf.document", text_only=True),
)
"""Every reader. To add one, write a module and add a line here."""


def reader_for(path: str) -> Reader:
    """Return the reader of a file by its ending; standard input is plain text.

    Raises:
        DocumentError: no reader knows the ending.

    >>> reader_for("seeds/01.txt").name
    'text'
    """
    if path == STDIN:
        return READERS[0]
    ending = Path(path).suffix.lower()
    for reader in READERS:
        if ending in reader.endings:
            return reader
    raise DocumentError(_refusal(ending), path=path)


def _refusal(ending: str) -> str:
    if ending in _TABLES:
        return f"“{ending}” is a table, not an article — save it as .csv to check it"
    if ending in _DOCUMENTS:
        program, other = _SAVED_IN.get(ending, ("its own program", ".pdf or .txt"))
        return f"“{ending}” is not read — open it in {program} and save it as {other}"
    known = ", ".join(ending for reader in READERS for ending in reader.endings)
    unknown = ending or "files without an ending"
    return f"no reader for “{unknown}” — save it as one of {known}"


def read(
    data: bytes, path: str, encoding: str | None = None, *, main: bool = False
) -> Article:
    """Return the article of these bytes, read by the ending of its name.

    Args:
        data: of the file.
        path: as the user named it.
        encoding: of the file; ``None`` for what the file itself says.
        main: of a web page take only the article.

    Raises:
        DocumentError: the file cannot be read as what its name says.
        MissingExtraError: what finds the article in a page is not installed.
    """
    if len(data) > limits.ARTICLE:
        raise DocumentError(limits.too_large(limits.ARTICLE), path=path)
    reader = reader_for(path)
    if main and reader.name == "html":
        from padanan.articles.html.main_text import main_page

        data, encoding = main_page(data, path, encoding), "utf-8"
    module = cast("_Module", import_module(reader.module))
    return module.read(data, path, encoding)


def write(article: Article, marks: Sequence[Mark], *, brackets: bool = False) -> bytes:
    """Return an article as it came, with its terms marked.

    Text out equals text in once the marks are removed.

    Args:
        article: as its reader returned it.
        marks: ordered and disjoint, at offsets of its text.
        brackets: of a Word document: put the English in brackets, not in comments.

    Raises:
        DocumentError: the file cannot be read any more.
    """
    if brackets and article.kind == "docx":
        from padanan.articles.docx import document

        return document.write(article, marks, brackets=True)
    writer = import_module(_reader(article.kind, article.path).writer)
    return cast("_Writer", writer).write(article, marks)


def read_kind(data: bytes, path: str, kind: str, encoding: str | None) -> Article:
    """Return the article of these bytes, read by a reader of this name.

    Raises:
        DocumentError: there is no such reader, or the file cannot be read by it.

    >>> read_kind(b"Damai.", "-", "text", None).text
    'Damai.'
    """
    if len(data) > limits.ARTICLE:
        raise DocumentError(limits.too_large(limits.ARTICLE), path=path)
    module = cast("_Module", import_module(_reader(kind, path).module))
    return module.read(data, path, encoding)


def translatable(article: Article) -> Translatable:
    """Return an article cut into the leaves that can have other words.

    Raises:
        DocumentError: the file cannot be read any more.

    >>> len(translatable(read(b"Damai.", "a.txt")).leaves)
    1
    """
    return _translated(article).translatable(article)


def rewritten(article: Article, leaves: Sequence[Leaf]) -> bytes:
    """Return an article with other words, in the format that it came in.

    Args:
        article: as ``translatable`` returned it.
        leaves: its leaves, some with other words.

    Raises:
        DocumentError: the file cannot be read any more.
    """
    return _translated(article).rewritten(article, leaves)


def keeps_format(kind: str) -> bool:
    """Tell whether a translation of such an article has its format.

    >>> keeps_format("docx")
    True
    """
    return _reader(kind, "").translated != TEXT_ONLY


def is_text_only(kind: str) -> bool:
    """Tell whether an annotated article of this kind is plain text.

    >>> is_text_only("subtitles"), is_text_only("text")
    (True, False)
    """
    return _reader(kind, "").text_only


def _translated(article: Article) -> _Translated:
    name = _reader(article.kind, article.path).translated
    return cast("_Translated", import_module(name))


def _reader(kind: str, path: str) -> Reader:
    for reader in READERS:
        if reader.name == kind:
            return reader
    raise DocumentError(f"no reader is called “{kind}”", path=path)


def articles_in(paths: Iterable[str]) -> tuple[str, ...]:
    """Return the files that names mean: for a folder those that a reader can read.

    Raises:
        DocumentError: there is no such file, or nothing readable in a folder.
    """
    found: list[str] = []
    for path in paths:
        if path == STDIN or not Path(path).is_dir():
            found.append(path)
        else:
            inside = sorted(_readable(Path(path)))
            if not inside:
                raise DocumentError(nothing_in(path), path=path)
            found += inside
    return tuple(found)


# Files that somebody may take for articles; pictures and the like are not named.
_DOCUMENTS = frozenset({
    ".azw3", ".doc", ".docm", ".dotm", ".dotx", ".eml", ".fodt", ".key",
    ".mht", ".mhtml", ".mobi", ".msg", ".odp", ".ott", ".pages", ".ppt", ".pptx",
    ".sxw", ".tex", ".wpd", ".wps", ".xps",
})  # fmt: skip
_WRITER = ("Word or LibreOffice", ".docx")
_SAVED_IN = {
    **dict.fromkeys((".doc", ".docm", ".dotm", ".dotx", ".wpd", ".wps"), _WRITER),
    **dict.fromkeys((".fodt", ".ott", ".sxw"), ("LibreOffice", ".odt")),
    **dict.fromkeys((".key", ".odp", ".ppt", ".pptx"), ("its own program", ".pdf")),
    **dict.fromkeys((".azw3", ".mobi"), ("Calibre", ".epub")),
    ".pages": ("Pages", ".docx"),
}
"""Programs that open documents which are not read, and what they save them as."""
_TABLES = frozenset({".numbers", ".ods", ".xls", ".xlsm", ".xlsx"})
_NAMED = 3
"""Maximum number of files that a notice names."""

SAVED = ("save it as .docx or .txt", "save them as .docx or .txt")
"""What to do with a document that no reader can read, or with several."""

_ALONE = ("name the file itself", "name the files themselves")


def is_article(name: str) -> bool:
    """Tell whether the ending of a name is that of an article.

    >>> is_article("berita.TXT"), is_article("news.id")
    (True, False)
    """
    return Path(name).suffix.lower() in {e for each in READERS for e in each.endings}


def is_document(name: str) -> bool:
    """Tell whether a file may be taken for an article that no reader can read.

    >>> is_document("arsip/NOTA.DOC"), is_document("a.docx"), is_document("a.jpg")
    (True, False, False)
    """
    return Path(name).suffix.lower() in _DOCUMENTS


def passed_over(paths: Iterable[str], alone: Sequence[str] = ()) -> tuple[str, ...]:
    """Return a line for what folders have that is not read, and for each reason.

    Args:
        paths: files, folders and ``-``.
        alone: endings of files that are read where they are named themselves, but not
            in a folder; in lower case.
    """
    folders = (Path(path) for path in paths if path != STDIN)
    return tuple(
        line
        for folder in folders
        if folder.is_dir()
        for line in _not_read(folder, tuple(alone))
    )


def nothing_in(folder: str) -> str:
    """Return the problem of a folder that has no article."""
    documents = [name for name in _names_in(Path(folder)) if is_document(name)]
    problem = "no article in this folder"
    return next(told(problem, documents, SAVED), f"{problem} — name a file")


def _names_in(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*"))


def _not_read(folder: Path, alone: tuple[str, ...]) -> Iterator[str]:
    documents, others, links = [], [], []
    for path in sorted(folder.rglob("*")):
        name = str(path.relative_to(folder))
        if path.is_dir():
            links += [name] if path.is_symlink() else []
        elif is_document(name):
            documents.append(name)
        elif is_article(name) or path.name.startswith("."):
            continue
        elif alone and name.lower().endswith(alone):
            others.append(name)
    yield from told(str(folder), documents, SAVED)
    yield from told(str(folder), others, _ALONE)
    yield from linked(str(folder), links)


def linked(folder: str, names: Sequence[str]) -> Iterator[str]:
    """Yield what to say of links to folders, nothing where there are none.

    >>> list(linked("arsip", ["lama"]))
    ['arsip: 1 link to a folder not followed (lama) — name the folder itself']
    """
    if names:
        many = len(names) > 1
        links = counted(len(names), "link to a folder", "links to folders")
        it = "the folders themselves" if many else "the folder itself"
        yield f"{folder}: {links} not followed ({_listed(names)}) — name {it}"


def told(place: str, names: Sequence[str], advice: tuple[str, str]) -> Iterator[str]:
    """Yield what to say of files that are not read, nothing where there are none.

    Args:
        place: the folder or archive that has them.
        names: of the files in it.
        advice: what to do with one file, and with several.

    >>> list(told("arsip", ["a.doc"], SAVED))
    ['arsip: 1 file not read (a.doc) — save it as .docx or .txt']
    """
    if names:
        files, what = counted(len(names), "file"), advice[len(names) > 1]
        yield f"{place}: {files} not read ({_listed(names)}) — {what}"


def _listed(names: Sequence[str]) -> str:
    more = ", …" if len(names) > _NAMED else ""
    return f"{', '.join(names[:_NAMED])}{more}"


def _readable(folder: Path) -> Iterator[str]:
    for path in folder.rglob("*"):
        if is_article(path.name) and path.is_file():
            yield str(path)
