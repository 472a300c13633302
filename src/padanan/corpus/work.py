"""What one process does for a corpus: it turns a chunk of documents into JSON lines."""

from __future__ import annotations

import json
from math import isfinite
from typing import TYPE_CHECKING, Any, NamedTuple

from padanan.articles.annotated import faithful, first_only
from padanan.articles.article import Article
from padanan.articles.plain import KIND, addresses, decode
from padanan.articles.readers import read
from padanan.errors import DocumentError, PadananError
from padanan.files import limits
from padanan.files.local import read_file
from padanan.matching.collecting import paused
from padanan.matching.engine import DEFAULT, Options
from padanan.matching.notation import written
from padanan.render.json import Record, line, notation

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from padanan.corpus.sources import Item
    from padanan.matching.engine import Engine


class Task(NamedTuple):
    """What is done with every document.

    Attributes:
        engine: the glossary.
        options: of the engine.
        first_only: keep only the first annotation of each concept in a document.
        encoding: of the documents; ``None`` for UTF-8 or what a byte order mark says.
        text_field: the field of a JSON line that holds the text.
        fields: of ``matching.annotation.FIELDS``, what each annotation has
            even if it is empty.
        main: of web pages take only the article.
    """

    engine: Engine
    options: Options = DEFAULT
    first_only: bool = False
    encoding: str | None = None
    text_field: str = "text"
    fields: tuple[str, ...] = ()
    main: bool = False


class Chunk(NamedTuple):
    """Documents that one process annotates together.

    Attributes:
        number: counted from 0, in the order of the corpus.
        items: the documents; at least one.
    """

    number: int
    items: tuple[Item, ...]

    @property
    def taken(self) -> int:
        """The number of bytes of the named files that the documents took."""
        return sum(item.taken for item in self.items)


class Result(NamedTuple):
    """What became of a chunk.

    Attributes:
        lines: a line of JSON for each document that could be read, in order.
        documents: the number of those documents.
        problems: a line for each document that could not be read.
        unread: what was passed over: the name of a document, folder or archive, with a
            sentence.
    """

    lines: bytes
    documents: int
    problems: tuple[str, ...]
    unread: tuple[tuple[str, str], ...] = ()


def chunks(
    items: Iterable[Item],
    *,
    size: int = limits.CORPUS_CHUNK,
    most: int = limits.CORPUS_CHUNK_DOCUMENTS,
) -> Iterator[Chunk]:
    """Split a corpus into chunks; the same corpus is always split in the same way.

    Args:
        items: the documents.
        size: number of bytes from which a chunk is full.
        most: maximum number of documents in a chunk.

    >>> from padanan.corpus.sources import Item
    >>> [len(c.items) for c in chunks([Item("a", "a")] * 5, most=2)]
    [2, 2, 1]
    """
    number, waiting, filled = 0, [], 0
    for item in items:
        waiting.append(item)
        filled += item.size
        if filled >= size or len(waiting) >= most:
            yield Chunk(number, tuple(waiting))
            number, waiting, filled = number + 1, [], 0
    if waiting:
        yield Chunk(number, tuple(waiting))


def work(task: Task, chunk: Chunk) -> Result:
    """Annotate a chunk; a document that cannot be read is reported and left out."""
    # What reads other documents than lines may make cycles.
    with paused(sum(len(item.data or b"") for item in chunk.items if item.line)):
        return _work(task, chunk)


def _work(task: Task, chunk: Chunk) -> Result:
    lines: list[bytes] = []
    problems: list[str] = []
    unread: list[tuple[str, str]] = []
    for item in chunk.items:
        if item.passed:
            unread.append((item.name, item.passed))
            continue
        try:
            article, record = _article(task, item)
            lines.append(_line(task, article, record))
            unread += ((item.name, sentence) for sentence in article.unread)
        except PadananError as error:
            problems.append(str(type(error)(error.problem, path=item.name)))
        except OSError as error:
            problems.append(f"{item.name}: {error.strerror or error}")
    return Result(b"".join(lines), len(lines), tuple(problems), tuple(unread))


def loaded(chunk: Chunk) -> Chunk:
    """Return a chunk with the content of its files, for workers without them."""
    return chunk._replace(items=tuple(map(_loaded, chunk.items)))


def _loaded(item: Item) -> Item:
    if item.problem or item.passed or item.data is not None:
        return item
    try:
        return item._replace(data=_read(item))
    except PadananError as error:
        return item._replace(problem=error.problem)
    except OSError as error:
        return item._replace(problem=error.strerror or str(error))


def _line(task: Task, article: Article, record: Record | None) -> bytes:
    form = notation(task.fields)
    if task.first_only or article.spaces:
        found = faithful(article, task.engine.annotate(article.readable, task.options))
        kept = first_only(found) if task.first_only else found
        return line(article, written(kept, form), record)
    rows = task.engine.written(article.readable, task.options, form)
    return line(article, rows, record)


def _article(task: Task, item: Item) -> tuple[Article, Record | None]:
    """Return a document, and the record that it is a field of."""
    if item.problem:
        raise DocumentError(item.problem, path=item.name)
    data = _read(item) if item.data is None else item.data
    if item.line:
        record = _record(data, item.name, task.encoding)
        text = _text(record, item.name, task.text_field)
        article = Article(item.name, text, KIND, addresses(text))
        return article, Record(item.inner, _id(record))
    found = read(data, item.inner, task.encoding, main=task.main)
    return found._replace(path=item.name), None


def _read(item: Item) -> bytes:
    # The limit counts again: the file may have grown, or be no ordinary one.
    return read_file(item.name, limits.CORPUS_DOCUMENT)


def _record(line: bytes, name: str, encoding: str | None) -> dict[str, Any]:
    """Return what a JSON line holds; nothing where it is another value."""
    written = decode(line, name, encoding).removeprefix("\ufeff")
    try:
        record = json.loads(written)
    except (ValueError, RecursionError):
        message = "not JSON — each line must be one object"
        raise DocumentError(message, path=name) from None
    return record if isinstance(record, dict) else {}


def _text(record: dict[str, Any], name: str, field: str) -> str:
    text = record.get(field)
    if not isinstance(text, str):
        message = f"has no text in the field “{field}” — name it with --text-field"
        raise DocumentError(message, path=name)
    return text


def _id(record: dict[str, Any]) -> str | int | float | None:
    """Return what a record is called; ``None`` where that is no name and no number."""
    found = record.get("id")
    if isinstance(found, str):
        return found
    if isinstance(found, bool) or not isinstance(found, (int, float)):
        return None
    return found if isfinite(found) else None
