"""What one process does for a corpus: it turns a chunk of documents into JSON lines."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from padanan.articles.annotated import AnnotatedArticle, first_only
from padanan.articles.article import Article
from padanan.articles.plain import KIND, addresses, decode
from padanan.articles.readers import read
from padanan.errors import DocumentError, PadananError
from padanan.files import limits
from padanan.files.local import read_file
from padanan.matching.engine import DEFAULT, Options
from padanan.render.json import render_line

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
    """

    engine: Engine
    options: Options = DEFAULT
    first_only: bool = False
    encoding: str | None = None
    text_field: str = "text"
    fields: tuple[str, ...] = ()


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
    """

    lines: bytes
    documents: int
    problems: tuple[str, ...]


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
    lines: list[bytes] = []
    problems: list[str] = []
    for item in chunk.items:
        try:
            lines.append(_line(task, item))
        except PadananError as error:
            problems.append(str(type(error)(error.problem, path=item.name)))
        except OSError as error:
            problems.append(f"{item.name}: {error.strerror or error}")
    return Result(b"".join(lines), len(lines), tuple(problems))


def loaded(chunk: Chunk) -> Chunk:
    """Return a chunk with the content of its files, for workers without them."""
    return chunk._replace(items=tuple(map(_loaded, chunk.items)))


def _loaded(item: Item) -> Item:
    if item.problem or item.data is not None:
        return item
    try:
        return item._replace(data=_read(item))
    except PadananError as error:
        return item._replace(problem=error.problem)
    except OSError as error:
        return item._replace(problem=error.strerror or str(error))


def _line(task: Task, item: Item) -> bytes:
    article = _article(task, item)
    found = task.engine.annotate(article.readable, task.options)
    page = AnnotatedArticle(article, first_only(found) if task.first_only else found)
    # A name that is not UTF-8 has lone surrogates, which JSON writes as \udc80.
    line = render_line(page, task.fields, item.inner if item.line else None)
    return line.encode("utf-8", "backslashreplace")


def _article(task: Task, item: Item) -> Article:
    if item.problem:
        raise DocumentError(item.problem, path=item.name)
    data = _read(item) if item.data is None else item.data
    if item.line:
        text = _text(data, item.name, task)
        return Article(item.name, text, KIND, addresses(text))
    return replace(read(data, item.inner, task.encoding), path=item.name)


def _read(item: Item) -> bytes:
    # The limit counts again: the file may have grown, or be no ordinary one.
    return read_file(item.name, limits.CORPUS_DOCUMENT)


def _text(line: bytes, name: str, task: Task) -> str:
    """Return the text of a JSON line."""
    written = decode(line, name, task.encoding).removeprefix("\ufeff")
    try:
        record = json.loads(written)
    except (ValueError, RecursionError):
        message = "not JSON — each line must be one object"
        raise DocumentError(message, path=name) from None
    text = record.get(task.text_field) if isinstance(record, dict) else None
    if not isinstance(text, str):
        message = (
            f"has no text in the field “{task.text_field}” — name it with --text-field"
        )
        raise DocumentError(message, path=name)
    return text
