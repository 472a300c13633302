"""What one process does for a corpus: a chunk of documents to JSON lines."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from padanan.articles.annotated import AnnotatedArticle, first_only
from padanan.articles.article import Article
from padanan.articles.plain import KIND, addresses, decode
from padanan.articles.readers import read
from padanan.corpus.sources import MAX_BYTES, TOO_LARGE
from padanan.errors import DocumentError, PadananError
from padanan.matching.recogniser import DEFAULT, Options
from padanan.render.json import render_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from padanan.corpus.sources import Item
    from padanan.matching.recogniser import Recogniser

CHUNK_BYTES = 1024 * 1024
CHUNK_ITEMS = 1_000


class Job(NamedTuple):
    """What is to be done with every document.

    Attributes:
        recogniser: the glossary.
        options: what is wanted of the annotations.
        first_only: only the first annotation of each concept in a document.
        encoding: of the documents; ``None`` for UTF-8 or what a mark says.
        text_field: the field of a JSON line that holds the text.
        fields: of ``render.json.FIELDS``, what each annotation has even if empty.
    """

    recogniser: Recogniser
    options: Options = DEFAULT
    first_only: bool = False
    encoding: str | None = None
    text_field: str = "text"
    fields: tuple[str, ...] = ()


class Chunk(NamedTuple):
    """Documents that are worked off together.

    Attributes:
        number: counted from 0, in the order of the corpus.
        items: the documents; at least one.
    """

    number: int
    items: tuple[Item, ...]

    @property
    def taken(self) -> int:
        """How many bytes of the named files were used up."""
        return sum(item.taken for item in self.items)


class Result(NamedTuple):
    """What became of a chunk.

    Attributes:
        lines: a line of JSON for each document that could be read, in order.
        documents: how many those are.
        problems: a line for each that could not.
    """

    lines: bytes
    documents: int
    problems: tuple[str, ...]


def chunks(
    items: Iterable[Item], *, size: int = CHUNK_BYTES, most: int = CHUNK_ITEMS
) -> Iterator[Chunk]:
    """Cut a corpus into chunks: the same corpus is always cut at the same places.

    Args:
        items: the documents.
        size: bytes from which on a chunk is full.
        most: so many documents at most are in a chunk.

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


def work(job: Job, chunk: Chunk) -> Result:
    """Annotate a chunk; a document that cannot be read is told and left out."""
    lines: list[bytes] = []
    problems: list[str] = []
    for item in chunk.items:
        try:
            lines.append(_line(job, item))
        except PadananError as error:
            problems.append(str(type(error)(error.problem, path=item.name)))
        except OSError as error:
            problems.append(f"{item.name}: {error.strerror or error}")
    return Result(b"".join(lines), len(lines), tuple(problems))


def loaded(chunk: Chunk) -> Chunk:
    """Return a chunk with its files read: for workers that cannot see them."""
    return chunk._replace(items=tuple(map(_loaded, chunk.items)))


def _loaded(item: Item) -> Item:
    if item.problem or item.data is not None:
        return item
    try:
        return item._replace(data=_read(item))
    except DocumentError as error:
        return item._replace(problem=error.problem)
    except OSError as error:
        return item._replace(problem=error.strerror or str(error))


def _line(job: Job, item: Item) -> bytes:
    article = _article(job, item)
    found = job.recogniser.annotate(article.readable, job.options)
    page = AnnotatedArticle(article, first_only(found) if job.first_only else found)
    # A name that is no UTF-8 has lone surrogates, which JSON writes as \udc80.
    line = render_line(page, job.fields, item.inner if item.line else None)
    return line.encode("utf-8", "backslashreplace")


def _article(job: Job, item: Item) -> Article:
    if item.problem:
        raise DocumentError(item.problem, path=item.name)
    data = _read(item) if item.data is None else item.data
    if item.line:
        text = _text(data, item.name, job)
        return Article(item.name, text, KIND, addresses(text))
    return replace(read(data, item.inner, job.encoding), path=item.name)


def _read(item: Item) -> bytes:
    with Path(item.name).open("rb") as stream:
        data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:  # it has grown, or is no ordinary file
        raise DocumentError(TOO_LARGE, path=item.name)
    return data


def _text(line: bytes, name: str, job: Job) -> str:
    """Return the text of a JSON line."""
    written = decode(line, name, job.encoding).removeprefix("\ufeff")
    try:
        record = json.loads(written)
    except (ValueError, RecursionError):
        message = "no JSON — each line must be one object"
        raise DocumentError(message, path=name) from None
    text = record.get(job.text_field) if isinstance(record, dict) else None
    if not isinstance(text, str):
        message = (
            f"has no text in a field “{job.text_field}” — name it with --text-field"
        )
        raise DocumentError(message, path=name)
    return text
