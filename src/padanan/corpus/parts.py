"""Results that are kept beside the output until it is complete.

``out.jsonl.parts/`` holds a file for each finished chunk. Its name is a digest of all
that the result depends on: the glossary, the options and the documents. After an
interruption the next run finds these files; where anything has changed, the digest is
another one. A file says how long its lines are, with a digest of them: what is damaged
is done again.
"""

from __future__ import annotations

import hashlib
import json
import re
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from padanan.corpus.work import Result
from padanan.errors import DocumentError
from padanan.files import limits
from padanan.files.writing import write_file
from padanan.render.json import VERSION

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path
    from typing import BinaryIO

    from padanan.corpus.work import Chunk, Task
    from padanan.corpus.workers import Workers

ENDING = ".parts"
_PART = re.compile(r"\d{7,}-[0-9a-f]{32}|\.[0-9a-f]{16}\.tmp")
"""A part, or the temporary file of one that was not finished."""


class Placed(NamedTuple):
    """A chunk, and the file for its result, whether that is there or not."""

    chunk: Chunk
    path: Path


@dataclass(frozen=True)
class Parts:
    """The folder of finished chunks for one output.

    Attributes:
        folder: where it is, or will be.
        task: what is done; a part of another task is never taken for one of this.
    """

    folder: Path
    task: Task

    @cached_property
    def _key(self) -> bytes:
        engine, options, *rest = self.task
        plain = options._replace(domains=frozenset())
        wanted = (VERSION, plain, sorted(options.domains), *rest)
        digest = hashlib.blake2b(engine.digest())
        digest.update(repr(wanted).encode())
        return digest.digest()

    def path(self, chunk: Chunk) -> Path:
        """Return the file for a chunk, whether it is there or not."""
        digest = hashlib.blake2b(self._key, digest_size=16)
        for item in chunk.items:
            digest.update(repr(item._replace(data=None)).encode())
            digest.update(item.data or b"")
        return self.folder / f"{chunk.number:07}-{digest.hexdigest()}"

    def placed(self, chunks: Iterable[Chunk]) -> Iterator[Placed]:
        """Yield each chunk with the file for it."""
        for chunk in chunks:
            yield Placed(chunk, self.path(chunk))


def resumed(workers: Workers) -> Callable[[Placed], Callable[[], Result]]:
    """Return what begins with a chunk, unless it is finished."""

    def begin(placed: Placed) -> Callable[[], Result]:
        with suppress(OSError):
            if (kept := _load(placed.path)) is not None:
                return lambda: kept
            placed.path.unlink(missing_ok=True)
        return workers.start(placed.chunk)

    return begin


def keep(path: Path, result: Result) -> None:
    """Store a result, unless it is there.

    Raises:
        OSError: it cannot be written; there is then no such file.
    """
    if not path.exists():
        # What a power cut leaves of it shows by its digest: no part waits for the disk.
        write_file(path, _dumps(result), lasting=False)


def lines_of(paths: list[Path]) -> Iterator[bytes]:
    """Yield the JSON lines of parts, piece by piece.

    Raises:
        DocumentError: a part is gone.
    """
    for path in paths:
        try:
            with path.open("rb") as stream:
                stream.readline()
                while piece := stream.read(limits.PIECE):
                    yield piece
        except FileNotFoundError:
            message = "removed by another run — run this one again"
            raise DocumentError(message, path=str(path)) from None


def remove(folder: Path) -> None:
    """Delete all parts, old ones too, and their folder if nothing else is in it."""
    with suppress(OSError):
        for path in folder.iterdir():
            if _PART.fullmatch(path.name):
                path.unlink(missing_ok=True)
        folder.rmdir()


def _dumps(result: Result) -> bytes:
    head = {
        "documents": result.documents,
        "problems": result.problems,
        "unread": result.unread,
        "size": len(result.lines),
        "digest": hashlib.blake2b(result.lines).hexdigest(),
    }
    return json.dumps(head).encode() + b"\n" + result.lines


def _load(path: Path) -> Result | None:
    """Return what was kept; its lines stay on disk, where they are copied from.

    Returns:
        ``None`` if there is no such file, or it is damaged.

    Raises:
        OSError: it cannot be read.
    """
    if not path.is_file():
        return None
    with path.open("rb") as stream:
        try:
            head = json.loads(stream.readline(limits.CORPUS_DOCUMENT))
            unread = tuple(_pair(each) for each in head["unread"])
            problems = tuple(map(_text, head["problems"]))
            result = Result(b"", int(head["documents"]), problems, unread)
            whole = _found(stream) == (head["size"], head["digest"])
        except (ArithmeticError, KeyError, RecursionError, TypeError, ValueError):
            return None
    return result if whole else None


def _pair(value: Any) -> tuple[str, str]:
    name, sentence = value
    return _text(name), _text(sentence)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _found(stream: BinaryIO) -> tuple[int, str]:
    """Return the length and the digest of the lines of a part."""
    size, digest = 0, hashlib.blake2b()
    while piece := stream.read(limits.PIECE):
        size += len(piece)
        digest.update(piece)
    return size, digest.hexdigest()
