"""What a server is told when it starts."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from padanan.glossary.library import GlossaryFile
from padanan.jobs.adding import own_list
from padanan.jobs.glossary import SHIPPED, GlossaryOptions
from padanan.serve.limits import USUAL, Limits

LOOPBACK = "127.0.0.1"
PORT = 7717


class Settings(NamedTuple):
    """What a server is told.

    Attributes:
        token: whoever has it may do everything.
        own: the list that the pages write to; it need not be there yet.
        known: the glossary besides.
        data: folder of what else is kept: decisions about findings.
        host: address that it listens on.
        port: number of the port.
        names: host names under which a proxy serves it.
        processes: number of workers; 0 for none, so that this process does the work.
        limits: what it takes in and how long it works.
    """

    token: str
    own: Path
    data: Path
    known: GlossaryOptions = SHIPPED
    host: str = LOOPBACK
    port: int = PORT
    names: tuple[str, ...] = ()
    processes: int = 2
    limits: Limits = USUAL

    @property
    def glossary(self) -> GlossaryOptions:
        """The glossary with one's own list before all, once there is one."""
        paths = self.known.paths
        if str(self.own) in paths or not self.own.exists():
            return self.known
        return self.known._replace(paths=(str(self.own), *paths))

    def with_list(self, data: bytes) -> GlossaryOptions:
        """Return the glossary as it would be if one's own list were these bytes."""
        own = GlossaryFile(str(self.own), data)
        paths = self.known.paths
        others = (own if path == own.path else path for path in paths)
        listed = tuple(others) if own.path in paths else (own, *paths)
        return self.known._replace(paths=listed)


def list_of(data: Path, known: GlossaryOptions) -> Path:
    """Return the list that the pages write to.

    It is the one that ``padanan add`` takes: the first of ``--glossary``, else the one
    of the data folder.

    >>> str(list_of(Path("data"), SHIPPED))
    'data/own.po'
    """
    named = (path for path in known.paths if isinstance(path, str))
    return own_list((*named, str(data / "own.po")))
