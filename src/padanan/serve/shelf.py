"""Texts that pages are of, kept in memory only, the oldest given up first."""

from __future__ import annotations

import secrets
from collections import OrderedDict
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from padanan.serve.problems import UNKNOWN, Problem, ProblemError

if TYPE_CHECKING:
    from padanan.jobs.articles import Source
    from padanan.serve.limits import Limits


class ShelvedText(NamedTuple):
    """A text that somebody reads, and how.

    Attributes:
        source: the text.
        level: ``all`` to mark words of everyday news too.
    """

    source: Source
    level: str = "term"

    @property
    def sources(self) -> tuple[Source, ...]:
        """What it keeps in memory."""
        return (self.source,)


class Comparison(NamedTuple):
    """A translation that somebody compares with its source.

    Attributes:
        source: the Indonesian text, or a file with both languages.
        target: the English text; ``None`` where the file has both.
        aligned: line against line.
    """

    source: Source
    target: Source | None
    aligned: bool = False

    @property
    def sources(self) -> tuple[Source, ...]:
        """What it keeps in memory."""
        return (self.source,) if self.target is None else (self.source, self.target)


Kept = TypeVar("Kept", ShelvedText, Comparison)


class Shelf:
    """What was pasted or dropped, by random names; safe to share between threads."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._lock = Lock()
        self._kept: OrderedDict[str, ShelvedText | Comparison] = OrderedDict()

    def put(self, document: ShelvedText | Comparison) -> str:
        """Keep a document; return the name under which it is found again."""
        name = secrets.token_urlsafe(9)
        with self._lock:
            self._kept[name] = document
            while self._is_full():
                self._kept.popitem(last=False)
        return name

    def reading(self, name: str) -> ShelvedText:
        """Return a text that somebody reads.

        Raises:
            ProblemError: it is no longer there.
        """
        return self._found(name, ShelvedText)

    def comparison(self, name: str) -> Comparison:
        """Return a translation that somebody compares.

        Raises:
            ProblemError: it is no longer there.
        """
        return self._found(name, Comparison)

    def _found(self, name: str, kind: type[Kept]) -> Kept:
        found = self._get(name)
        if not isinstance(found, kind):
            raise ProblemError(GONE)
        return found

    def _get(self, name: str) -> ShelvedText | Comparison | None:
        with self._lock:
            if name in self._kept:
                self._kept.move_to_end(name)
            return self._kept.get(name)

    def _is_full(self) -> bool:
        size = sum(map(_size, self._kept.values()))
        full = len(self._kept) > self._limits.documents or size > self._limits.kept
        return full and len(self._kept) > 1


GONE = Problem(UNKNOWN, "the text is not here any more — paste it again")


def _size(document: ShelvedText | Comparison) -> int:
    return sum(len(source.data or b"") for source in document.sources)
