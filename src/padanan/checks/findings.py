"""Findings: what a check says, in a form that people and programs can use."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from padanan.checks.wording import Words


class Severity(StrEnum):
    """How much a finding matters."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Span(NamedTuple):
    """A part of a text: half-open offsets in code points, and what stands there."""

    start: int
    end: int
    text: str


class Where(NamedTuple):
    """The part of a file that a finding is about.

    Attributes:
        path: the file, as the user named it; empty for texts from no file.
        place: as one would say it: ``12`` for a line, ``row 12``, ``unit u7``.
        line: of a glossary file, counted from 1; ``None`` in a translation.
        unit: id of the translation unit; ``None`` in a glossary.
    """

    path: str
    place: str
    line: int | None = None
    unit: str | None = None


class Fault(NamedTuple):
    """What a check yields; the table of checks gives it a code and a message.

    Attributes:
        where: the part of the file.
        words: fill the blanks of the message.
        concept: id of the concept concerned, ``None`` where it is no single one.
        source: what the fault is about in the Indonesian, ``None`` for all of it.
        target: what it is about in the English, ``None`` where nothing is there.
        expected: what might have stood there, best first.
        noted: it is worth a look and no more, whatever the check is.
        confidence: how sure it is, from 0 to 1; ``None``: as sure as its check.
    """

    where: Where
    words: Words
    concept: str | None = None
    source: Span | None = None
    target: Span | None = None
    expected: tuple[str, ...] = ()
    noted: bool = False
    confidence: float | None = None


Key = tuple["str | None", ...]
"""Code, context, concept and the words in both texts: see ``Finding.key``."""


class Finding(NamedTuple):
    """One thing that is wrong with a glossary or a translation.

    Attributes:
        code: of the check, never used for another one.
        severity: how much it matters.
        message: what is wrong and, after a dash, what to do.
        path: the file, as the user named it; empty for texts from no file.
        place: where in the file: ``12`` for a line, ``row 12``, ``unit u7``.
        line: of a glossary file, counted from 1; ``None`` in a translation.
        unit: id of the translation unit; ``None`` in a glossary.
        concept: id of the concept concerned, ``None`` where it is no single one.
        source: what it is about in the Indonesian of a translation unit.
        target: what it is about in the English, ``None`` where nothing is there.
        expected: what might have stood there, best first.
        confidence: how likely it is to be a fault, from 0 to 1; see ``docs/checks.md``.
    """

    code: str
    severity: Severity
    message: str
    path: str
    place: str
    line: int | None = None
    unit: str | None = None
    concept: str | None = None
    source: Span | None = None
    target: Span | None = None
    expected: tuple[str, ...] = ()
    confidence: float = 1.0

    def __str__(self) -> str:
        """Return one line: file, place, code and message.

        >>> str(Finding("G202", Severity.ERROR, "no full stop", "law.po", "7", 7))
        'law.po:7: G202 no full stop'
        """
        return f"{self.path}:{self.place}: {self.code} {self.message}"

    def key(self, context: str) -> Key:
        """Return what makes it the same finding in another report.

        That is not where it stands: a unit may have moved, and the translation around
        the words may have changed.

        Args:
            context: of the source of its unit, see ``runner.contexts``.

        >>> Finding("T303", Severity.NOTE, "x", "a.po", "12", unit="7").key("5f3a")
        ('T303', '5f3a', None, None, None)
        """
        texts = (span.text if span else None for span in (self.source, self.target))
        return (self.code, context, self.concept, *texts)

    def as_dict(self) -> dict[str, Any]:
        """Return the finding as plain values, the form of ``--format json``.

        >>> Finding("T303", Severity.NOTE, "x", "a.po", "12").as_dict()["severity"]
        'note'
        """
        return {
            **self._asdict(),
            "severity": self.severity.value,
            "source": self.source._asdict() if self.source else None,
            "target": self.target._asdict() if self.target else None,
            "expected": list(self.expected),
        }
