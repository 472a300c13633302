"""Articles opened: files, folders of them, or bytes that somebody gives."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from padanan.errors import DocumentError, PadananError
from padanan.files.local import read_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from typing import Protocol

    from padanan.articles.article import Article

    class Reader(Protocol):
        """A row of a table of readers."""

        @property
        def name(self) -> str:
            """Its name."""

        @property
        def endings(self) -> tuple[str, ...]:
            """The endings of its files, in lower case."""


class Source(NamedTuple):
    """What is to be read: a file, or bytes that came another way.

    Attributes:
        name: the path as the user named it; of bytes, what messages call them, such
            as ``-`` for standard input.
        data: the bytes; ``None`` for a file, which is read when it is needed.
        kind: the name of its format; ``None`` for what the ending of the name says.
    """

    name: str
    data: bytes | None = None
    kind: str | None = None


class ReadingOptions(NamedTuple):
    """How articles are read.

    Attributes:
        encoding: of their bytes; ``None`` for UTF-8 or what the file itself says.
        main: of a web page take only the article.
        tell: is given a line on what of a file may not be meant; ``None`` for nobody.
    """

    encoding: str | None = None
    main: bool = False
    tell: Callable[[str], None] | None = None


USUAL = ReadingOptions()
"""An article as its file says."""


def find_articles(sources: Iterable[Source]) -> tuple[Source, ...]:
    """Return the articles that sources stand for: of a folder, all that it has.

    Raises:
        DocumentError: there is no article in a folder.

    >>> [source.name for source in find_articles([Source("a.txt"), Source("-", b"")])]
    ['a.txt', '-']
    """
    from padanan.articles.readers import articles_in

    found: list[Source] = []
    for source in sources:
        if source.data is not None:
            found.append(source)
        else:
            names = articles_in((source.name,))
            found += (source._replace(name=name) for name in names)
    return tuple(found)


def passed_over(
    sources: Iterable[Source], alone: Sequence[str] = ()
) -> tuple[str, ...]:
    """Return a line for what folders have that is not read, and for each reason.

    Args:
        sources: files, folders and others.
        alone: endings of files that are read where they are named themselves.

    >>> passed_over([Source("-", b"")])
    ()
    """
    from padanan.articles.readers import passed_over as found

    return found((one.name for one in sources if one.data is None), alone)


def open_articles(
    sources: Iterable[Source], options: ReadingOptions = USUAL
) -> Iterator[Article]:
    """Yield the articles that sources stand for, each read when it is its turn.

    Raises:
        DocumentError: an article cannot be read as what it is, or a folder has none.
        PadananError: a file is too large.
        MissingExtraError: a package for this kind of article is not installed.
        OSError: a file cannot be read.
    """
    return (open_article(source, options) for source in find_articles(sources))


def open_article(source: Source, options: ReadingOptions = USUAL) -> Article:
    """Return the article of one source, which is not a folder.

    Raises:
        DocumentError: it cannot be read as what it is.
        PadananError: it is too large.
        MissingExtraError: a package for this kind of article is not installed.
        OSError: it cannot be read.

    >>> open_article(Source("-", b"<p>Kata PBB", "html")).text
    'Kata PBB'
    """
    from padanan.articles.readers import READERS, read

    data = bytes_of(source)
    with read_as(source, READERS) as name:
        article = read(data, name, options.encoding, main=options.main)
    if options.tell and not options.main and article.kind == "html":
        _tell_of_more(article, source.name, options.tell)
    if name == source.name:
        return article
    # The module is slow to import, and seldom needed.
    return article._replace(path=source.name)


def _tell_of_more(article: Article, name: str, tell: Callable[[str], None]) -> None:
    from padanan.articles.html.around import is_more

    if is_more(article):
        tell(f"{name}: the page has more than its article — add --main to leave it out")


def open_text(source: Source, options: ReadingOptions = USUAL) -> str:
    """Return the text of a source, with what is not prose blotted out.

    A file of an unknown ending is plain text: corpora are called ``news.id`` and
    ``news.en``.

    Raises:
        DocumentError: it cannot be read as what it is.
        OSError: it cannot be read at all.

    >>> open_text(Source("news.id", b"Kata PBB"))
    'Kata PBB'
    """
    return open_plain(source, options).readable


def open_plain(source: Source, options: ReadingOptions = USUAL) -> Article:
    """Return the article of a source, plain text where its ending says nothing.

    Raises:
        DocumentError: it cannot be read as what it is.
        OSError: it cannot be read at all.

    >>> open_plain(Source("news.id", b"Kata PBB")).kind
    'text'
    """
    if source.kind is None and not is_article(source.name):
        source = source._replace(kind="text")
    return open_article(source, options)


def is_article(name: str) -> bool:
    """Tell whether the ending of a name is that of an article.

    >>> is_article("berita.TXT"), is_article("news.id")
    (True, False)
    """
    from padanan.articles.readers import is_article as is_named_so

    return is_named_so(name)


def bytes_of(source: Source) -> bytes:
    """Return the bytes of a source.

    Raises:
        PadananError: a file is too large.
        OSError: a file cannot be read.

    >>> bytes_of(Source("-", b"nota"))
    b'nota'
    """
    return read_file(source.name) if source.data is None else source.data


def _refusal(kind: str, known: Iterable[str]) -> str:
    """Return what is said of a kind that is not read.

    >>> _refusal("doc", ["docx"])
    'an old Word document — open it in Word or LibreOffice and save it as .docx'
    >>> _refusal("x", ["docx", "html"])
    '“x” is not read — choose one of docx, html'
    """
    if kind == "doc":
        program = "Word or LibreOffice"
        return f"an old Word document — open it in {program} and save it as .docx"
    return f"“{kind}” is not read — choose one of {', '.join(known)}"


@contextmanager
def read_as(source: Source, readers: Sequence[Reader]) -> Iterator[str]:
    """Give the name under which a reader takes a source for what it is.

    Readers know a format by the ending of a name. If the source says its kind, the name
    gets the ending of that; errors tell the name that the user knows.

    Raises:
        DocumentError: there is no such kind.
    """
    name = source.name
    if source.kind is not None:
        known = {each.name: each.endings[0] for each in readers}
        if source.kind not in known:
            raise DocumentError(_refusal(source.kind, known), path=name)
        name = f"{name}{known[source.kind]}"
    try:
        yield name
    except PadananError as error:
        if error.path != name:
            raise
        raise type(error)(error.problem, path=source.name, line=error.line) from None
