"""User-facing errors: one clear line each, with the place where it is known.

PadananError
├── GlossaryError    a glossary file, entry or condition is wrong
├── DocumentError    an article cannot be read
├── ExchangeError    a file in an exchange format cannot be read or written
│   └── MistakesError  several things are wrong with it, each on its line
└── MissingExtraError  an optional dependency is not installed
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable


class PadananError(Exception):
    """Something the user can mend, said in one line.

    Args:
        problem: what is wrong and, after a dash, what to do.
        path: the file concerned, as the user named it.
        line: its line, counted from 1.

    >>> str(PadananError("unknown key “foo” — remove it", path="a.po", line=3))
    'a.po:3: unknown key “foo” — remove it'
    """

    def __init__(
        self, problem: str, *, path: str | None = None, line: int | None = None
    ) -> None:
        super().__init__(problem)
        self.problem = problem
        self.path = path
        self.line = line

    def __str__(self) -> str:
        """Return ``path:line: problem``, without the parts that are not known."""
        place = ":".join(str(part) for part in (self.path, self.line) if part)
        return f"{place}: {self.problem}" if place else self.problem


class GlossaryError(PadananError):
    """A glossary file, entry or condition is wrong."""


class DocumentError(PadananError):
    """An article cannot be read."""


class ExchangeError(PadananError):
    """A file in an exchange format cannot be read or written."""


class Mistake(NamedTuple):
    """One of several things that are wrong with a file.

    Attributes:
        line: where it is, counted from 1.
        problem: what is wrong and, after a dash, what to do.
    """

    line: int
    problem: str


class MistakesError(ExchangeError):
    """Several things are wrong with a file, told all at once.

    Args:
        mistakes: at least one.
        path: the file, as the user named it.

    >>> mistakes = MistakesError([Mistake(9, "x"), Mistake(2, "y")], path="a.csv")
    >>> mistakes.lines
    ('a.csv:2: y', 'a.csv:9: x')
    """

    def __init__(self, mistakes: Iterable[Mistake], *, path: str) -> None:
        self.mistakes = tuple(sorted(mistakes, key=lambda one: one.line))
        first = self.mistakes[0]
        super().__init__(first.problem, path=path, line=first.line)

    @property
    def lines(self) -> tuple[str, ...]:
        """One line for each, ``path:line: problem``."""
        return tuple(f"{self.path}:{line}: {what}" for line, what in self.mistakes)

    def __str__(self) -> str:
        """Return the first one, and how many more there are."""
        more = len(self.mistakes) - 1
        return f"{self.lines[0]} (and {more} more)" if more else self.lines[0]


class MissingExtraError(PadananError):
    """An optional dependency is not installed."""
