"""Findings: what a check says, in a form that people and programs can use."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Severity(StrEnum):
    """How much a finding matters."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Finding(NamedTuple):
    """One thing that is wrong.

    Attributes:
        code: of the check, never used for another one.
        severity: how much it matters.
        message: what is wrong and, after a dash, what to do.
        path: the file, as the user named it.
        line: where in the file, counted from 1.
        concept: id of the concept concerned, ``None`` where it is no single one.
    """

    code: str
    severity: Severity
    message: str
    path: str
    line: int
    concept: str | None = None

    def __str__(self) -> str:
        """Return one line: place, code and message.

        >>> str(Finding("G202", Severity.ERROR, "no full stop", "law.po", 7))
        'law.po:7: G202 no full stop'
        """
        return f"{self.path}:{self.line}: {self.code} {self.message}"
