"""User-facing errors: one clear line each, with the place where it is known.

PadananError
├── GlossaryError    a glossary file, entry or condition is wrong
├── DocumentError    an article cannot be read
├── ExchangeError    a file in an exchange format cannot be read or written
└── MissingExtraError  an optional dependency is not installed
"""

from __future__ import annotations


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


class MissingExtraError(PadananError):
    """An optional dependency is not installed."""
