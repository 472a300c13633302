"""Outputs that replace files: only what Padanan wrote, and as it left it.

Plain text, Word documents or tables carry no sure sign of who wrote them, and one who
has worked on a table of ours since does not want to lose that. So each output leaves
a record in a folder of its own: a small file, named after the path, with the digest of
the bytes. A file with another digest, or without a record, is not written over. A
record that is lost costs no more than a word: the user is asked to say ``--force``.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from padanan.errors import PadananError
from padanan.files.writing import STDOUT, write_all, write_file

if TYPE_CHECKING:
    from collections.abc import Iterable

FOREIGN = (
    "already there, and not as Padanan wrote it — name another file, or say --force"
)


class Records(NamedTuple):
    """What was written where.

    Attributes:
        folder: of the records; ``None`` if there is no place for them.
        force: whether anything may be written over.
    """

    folder: Path | None
    force: bool = False

    def guard(self, path: Path, data: bytes | None = None) -> bool:
        """Refuse to write over what would be lost.

        Nothing is lost of an empty file, of one with the very bytes that are to be
        written, and of one that is as Padanan wrote it.

        Args:
            path: that is to be written.
            data: the bytes, where they are known.

        Returns:
            Whether the file becomes one of Padanan: somebody else's, which has the
            same bytes by chance, stays theirs.

        Raises:
            PadananError: the file is another one.
            OSError: it cannot be read.
        """
        if self.force or not path.is_file() or not path.stat().st_size:
            return True
        known = self.knows(path)
        if not known and (data is None or _digest(path) != _digest_of(data)):
            raise PadananError(FOREIGN, path=str(path))
        return known

    def knows(self, path: Path) -> bool:
        """Whether a file is there as Padanan wrote it."""
        return path.is_file() and self._recorded(path) == _digest(path)

    def write(self, files: Iterable[tuple[str | Path, bytes]]) -> None:
        """Write files: all of them or none, and record them.

        Args:
            files: paths with their bytes. The first one is put in its place last: it
                is the one by which programs open the others. ``-`` is stdout.

        Raises:
            PadananError: a file would be lost.
            OSError: a file cannot be written; all are then what they were before.
        """
        every = tuple(files)
        named = [(Path(name), data) for name, data in every if str(name) != STDOUT]
        ours = [path for path, data in named if self.guard(path, data)]
        write_all(every)
        for path in ours:
            self.record(path)

    def record(self, path: Path) -> None:
        """Remember that a file is as Padanan wrote it."""
        place = self._place(path)
        if place is None or not path.is_file():
            return
        # A folder that cannot be written to is no error: see above.
        with suppress(OSError):
            place.parent.mkdir(parents=True, exist_ok=True)
            write_file(place, _digest(path).encode())

    def _recorded(self, path: Path) -> str | None:
        place = self._place(path)
        try:
            found = place.is_file() if place else False
            return place.read_text("ascii") if place and found else None
        except (OSError, UnicodeDecodeError):
            return None

    def _place(self, path: Path) -> Path | None:
        if self.folder is None:
            return None
        name = str(path.resolve()).encode("utf-8", "surrogateescape")
        return self.folder / _digest_of(name)[:40]


def _digest(path: Path) -> str:
    # Slow to import, and needed only where something is written.
    import hashlib

    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _digest_of(data: bytes) -> str:
    import hashlib

    return hashlib.sha256(data).hexdigest()
