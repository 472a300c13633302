"""What the checks of a glossary look at: its files, and what they stand among."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from padanan.errors import GlossaryError
from padanan.glossary import po

if TYPE_CHECKING:
    from collections.abc import Iterator

    from padanan.model import Concept


class Fault(NamedTuple):
    """What a check yields: the place and what is wrong there.

    Attributes:
        path: the file.
        line: counted from 1.
        message: what is wrong and, after a dash, what to do.
        concept: id of the concept concerned.
    """

    path: str
    line: int
    message: str
    concept: str | None = None


class File(NamedTuple):
    """A glossary file that was read as far as that goes.

    Attributes:
        path: as the user named it.
        domain: of the entries that do not say theirs.
        data: its bytes.
        reading: its entries and what is wrong with it.
    """

    path: str
    domain: str
    data: bytes
    reading: po.Reading


class Place(NamedTuple):
    """An entry and its file."""

    path: str
    entry: po.Entry

    @property
    def concept(self) -> Concept:
        """The concept of the entry."""
        return self.entry.concept

    def fault(self, message: str, *, at: str = "") -> Fault:
        """Return a fault of this entry.

        Args:
            message: what is wrong.
            at: the value or condition of a field, or a part of it: the fault is said
                to be in that line; else in that of the ``msgid``.
        """
        return Fault(self.path, self._line(at), message, self.concept.id)

    def _line(self, at: str) -> int:
        """Return the line of the last field that says this, the nearest in wording."""
        line = self.entry.line
        if at:
            for field in self.entry.fields:
                line = field.line if at in field.value else line
            for field in self.entry.fields:
                line = field.line if at in (field.value, field.condition) else line
        return line


class GlossaryFiles(NamedTuple):
    """What is checked together.

    Attributes:
        files: those whose faults are reported.
        siblings: other files of the same glossary, where no id may stand twice.
        base: concepts that this glossary adds to, or replaces by their ids.
        sources: known keys of sources.
    """

    files: tuple[File, ...]
    siblings: tuple[File, ...] = ()
    base: tuple[Concept, ...] = ()
    sources: frozenset[str] = frozenset()

    @property
    def places(self) -> Iterator[Place]:
        """The entries whose faults are reported."""
        for file in self.files:
            yield from (Place(file.path, entry) for entry in file.reading.entries)

    @property
    def concepts(self) -> tuple[Concept, ...]:
        """All concepts, each id once: those of the files before the others."""
        found: dict[str, Concept] = {}
        for file in (*self.files, *self.siblings):
            for concept in file.reading.concepts:
                found.setdefault(concept.id, concept)
        for concept in self.base:
            found.setdefault(concept.id, concept)
        return tuple(found.values())


def read_file(path: str, domain: str, data: bytes) -> File:
    r"""Read a glossary file; what is wrong with it is in ``reading.problems``.

    >>> read_file("law.po", "law", b"\xff").reading.problems[0].message
    'not UTF-8 — save the file in that encoding'
    """
    try:
        text = po.decode(data, path=path)
    except GlossaryError as error:
        problem = po.Problem(po.Kind.SYNTAX, error.line or 1, error.problem)
        return File(path, domain, data, po.Reading((), (problem,)))
    return File(path, domain, data, po.read(text, domain=domain))
