"""Results kept beside the output until it is whole, so that no work is done twice.

``out.jsonl.parts/`` holds a file for each finished chunk, named by a digest of what
went into it: the glossary, the options and the documents. A run that was broken off
finds them again; where anything changed, the digest is another one.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from padanan.corpus.work import Result
from padanan.errors import DocumentError
from padanan.matching.compiled import dumps
from padanan.render.json import VERSION

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from padanan.corpus.work import Chunk, Job
    from padanan.corpus.workers import Workers

ENDING = ".parts"
_PART = re.compile(r"\d{7,}-[0-9a-f]{32}|\.[0-9a-f]{16}\.new")
"""A part, or one that was broken off in the writing."""
_COPIED_AT_ONCE = 1024 * 1024


@dataclass(frozen=True)
class Parts:
    """The folder of finished chunks for one output.

    Attributes:
        folder: where it is, or will be.
        job: what is done; a part of another job is never taken for one of this.
    """

    folder: Path
    job: Job

    @cached_property
    def _key(self) -> bytes:
        recogniser, options, *rest = self.job
        wanted = (VERSION, options[:-1], sorted(options.domains), *rest)
        digest = hashlib.blake2b(dumps(recogniser.compiled))
        digest.update(repr(wanted).encode())
        return digest.digest()

    def path(self, chunk: Chunk) -> Path:
        """Return the file for a chunk, whether it is there or not."""
        digest = hashlib.blake2b(self._key, digest_size=16)
        for item in chunk.items:
            digest.update(repr(item._replace(data=None)).encode())
            digest.update(item.data or b"")
        return self.folder / f"{chunk.number:07}-{digest.hexdigest()}"

    def resumed(self, workers: Workers) -> Workers:
        """Return a workers that begins only with chunks that are not finished."""

        def begin(chunk: Chunk) -> Callable[[], Result]:
            path = self.path(chunk)
            if path.exists():
                return lambda: _load(path)
            return workers.start(chunk)

        return workers._replace(start=begin)

    def keep(self, chunk: Chunk, result: Result) -> Path:
        """Store a result, unless it is there; return its file.

        Raises:
            OSError: it cannot be written; there is then no such file.
        """
        path = self.path(chunk)
        if not path.exists():
            _write(path, _dumps(result))
        return path


def lines_of(paths: list[Path]) -> Iterator[bytes]:
    """Yield the JSON lines of parts, piece by piece.

    Raises:
        DocumentError: a part is gone.
    """
    for path in paths:
        try:
            with path.open("rb") as stream:
                stream.readline()
                while piece := stream.read(_COPIED_AT_ONCE):
                    yield piece
        except FileNotFoundError:
            message = "removed while it was needed, by another run — run this one again"
            raise DocumentError(message, path=str(path)) from None


def remove(folder: Path) -> None:
    """Delete all parts, old ones too, and their folder where nothing else is in it."""
    with suppress(OSError):
        for path in folder.iterdir():
            if _PART.fullmatch(path.name):
                path.unlink(missing_ok=True)
        folder.rmdir()


def _dumps(result: Result) -> bytes:
    head = {"documents": result.documents, "problems": result.problems}
    return json.dumps(head).encode() + b"\n" + result.lines


def _load(path: Path) -> Result:
    """Return what was kept; its lines stay on disk, where they are copied from."""
    with path.open("rb") as stream:
        head = json.loads(stream.readline())
    return Result(b"", head["documents"], tuple(head["problems"]))


def _write(path: Path, data: bytes) -> None:
    new = path.with_name(f".{os.urandom(8).hex()}.new")
    try:
        with new.open("xb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        new.replace(path)
    finally:
        new.unlink(missing_ok=True)
