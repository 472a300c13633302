"""The glossary as a worker has it: compiled, and loaded anew once a file changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path

    from padanan import Annotator
    from padanan.glossary.library import GlossaryFile
    from padanan.jobs.glossary import GlossaryOptions
    from padanan.matching.compiled import Compiled
    from padanan.serve.settings import Settings


class Loaded(NamedTuple):
    """A glossary that is ready; it never changes.

    Attributes:
        settings: of the server.
        known: which files it is of.
        compiled: for look-up.
        annotator: finds its terms.
        stamp: differs where a file differs.
    """

    settings: Settings
    known: GlossaryOptions
    compiled: Compiled
    annotator: Annotator
    stamp: str


class Loader:
    """Loads the glossary, and keeps it until a file changes."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._loaded: Loaded | None = None

    def loaded(self) -> Loaded:
        """Return the glossary as its files are now.

        Raises:
            GlossaryError: a file is no glossary.
            OSError: a file cannot be read.
        """
        known = self._settings.glossary
        now = stamp(known)
        kept = self._loaded
        if kept is None or kept.stamp != now:
            kept = _load(self._settings, known, now)
            self._loaded = kept
        return kept


def stamp(known: GlossaryOptions) -> str:
    """Return what differs where the files of a glossary differ.

    Raises:
        GlossaryError: there is no such file.
        OSError: there is no such file any more.
    """
    from padanan.glossary import library

    lists = library.find_lists(known.paths, shipped=known.shipped)
    return "|".join(_stamp(path) for files in lists for path in files)


def _stamp(path: Path | GlossaryFile) -> str:
    if isinstance(path, tuple):  # it was read before, and never changes
        return path.path
    found = path.stat()
    # A file that is replaced is another one, even within the same tick of the clock.
    return f"{path}:{found.st_mtime_ns}:{found.st_size}:{found.st_ino}"


def _load(settings: Settings, known: GlossaryOptions, now: str) -> Loaded:
    from padanan import Annotator
    from padanan.files.locking import locked
    from padanan.glossary import cache
    from padanan.jobs.glossary import compiled
    from padanan.matching import make_engine

    # Two workers would compile the same at once: the second one finds it done.
    with locked(cache.folder() / "compiling"):
        found = compiled(known)
    annotator = Annotator.with_engine(make_engine(found))
    return Loaded(settings, known, found, annotator, now)
