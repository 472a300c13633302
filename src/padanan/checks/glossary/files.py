"""What the checks of a glossary look at: its files, and what they stand among."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from padanan.checks.findings import Fault, Where
from padanan.errors import GlossaryError
from padanan.files.po_problems import PoProblem, PoProblemKind
from padanan.translation.units import read_waiver

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from padanan.checks.findings import Finding
    from padanan.glossary import po
    from padanan.matching.measure import Measured
    from padanan.model import Concept
    from padanan.translation.units import Waiver


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
    reading: po.PoContents

    def fault(self, line: int, **words: str) -> Fault:
        """Return a fault in a line of the file.

        Args:
            line: counted from 1.
            words: fill the blanks of the check's message.
        """
        return Fault(Where(self.path, str(line), line), words)


class FileEntry(NamedTuple):
    """An entry and its file."""

    file: File
    entry: po.Entry

    @property
    def concept(self) -> Concept:
        """The concept of the entry."""
        return self.entry.concept

    def fault(self, at: str = "", /, **words: str) -> Fault:
        """Return a fault of this entry.

        Args:
            at: the value or condition of a field, or a part of it: the fault is said
                to be in that line; else in that of the ``msgid``.
            words: fill the blanks of the check's message.
        """
        fault = self.file.fault(self._line(at), **words)
        return fault._replace(concept=self.concept.id)

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
        house: paths of the files that are lists of one's own, which need no more than
            a term and its English.
        measured: how often conditions hold in a corpus, where there is one.
    """

    files: tuple[File, ...]
    siblings: tuple[File, ...] = ()
    base: tuple[Concept, ...] = ()
    sources: frozenset[str] = frozenset()
    house: frozenset[str] = frozenset()
    measured: tuple[Measured, ...] = ()

    @property
    def entries(self) -> Iterator[FileEntry]:
        """The entries whose faults are reported."""
        for file in self.files:
            yield from (FileEntry(file, entry) for entry in file.reading.entries)

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

    @property
    def waivers(self) -> Iterator[Waiver]:
        """The decisions in translator comments, each about its own entry."""
        for entry in self.entries:
            for line in entry.concept.comment.splitlines():
                if waiver := read_waiver(line, "G"):
                    yield waiver._replace(concept=entry.concept.id)

    def ranking(self) -> Callable[[Finding], tuple[int, int]]:
        """Return a key that sorts findings by file, as they were named, and line."""
        ranks = {file.path: number for number, file in enumerate(self.files)}
        return lambda finding: (ranks[finding.path], finding.line or 0)


def read_file(path: str, domain: str, data: bytes) -> File:
    r"""Read a glossary file; what is wrong with it is in ``reading.problems``.

    >>> read_file("law.po", "law", b"\xff").reading.problems[0].message
    'not UTF-8 — save the file in that encoding'
    """
    # polib is slow to import.
    from padanan.glossary import po

    try:
        text = po.decode(data, path=path)
    except GlossaryError as error:
        problem = PoProblem(PoProblemKind.SYNTAX, error.line or 1, error.problem)
        return File(path, domain, data, po.PoContents((), (problem,)))
    return File(path, domain, data, po.read(text, domain=domain))
