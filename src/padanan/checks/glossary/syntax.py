"""Checks of a glossary file as such: whether it can be read, and its canonical form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from padanan.errors import GlossaryError
from padanan.files.po_problems import PoProblemKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from padanan.checks.findings import Fault
    from padanan.checks.glossary.files import File, GlossaryFiles


def unreadable(glossary: GlossaryFiles) -> Iterator[Fault]:
    """Yield what keeps a file from being read at all."""
    return _problems(glossary, PoProblemKind.SYNTAX)


def unknown_key(glossary: GlossaryFiles) -> Iterator[Fault]:
    """Yield fields whose key is unknown."""
    return _problems(glossary, PoProblemKind.KEY)


def wrong_value(glossary: GlossaryFiles) -> Iterator[Fault]:
    """Yield fields whose value is none that the key can have."""
    return _problems(glossary, PoProblemKind.VALUE)


def duplicate(glossary: GlossaryFiles) -> Iterator[Fault]:
    """Yield fields and entries that stand twice in a file."""
    return _problems(glossary, PoProblemKind.DUPLICATE)


def missing_text(glossary: GlossaryFiles) -> Iterator[Fault]:
    """Yield entries without a term or an equivalent."""
    return _problems(glossary, PoProblemKind.MISSING)


def lost(glossary: GlossaryFiles) -> Iterator[Fault]:
    """Yield what the canonical form has no place for."""
    return _problems(glossary, PoProblemKind.LOST)


def not_canonical(glossary: GlossaryFiles) -> Iterator[Fault]:
    """Yield the first line of each file that is not as it would be written."""
    for file in glossary.files:
        canonical = canonical_form(file)
        if canonical not in (None, file.data):
            yield file.fault(_first_difference(file.data, canonical or b""))


def canonical_form(file: File) -> bytes | None:
    """Return a file as it should be, ``None`` where writing it would lose something."""
    if file.reading.problems:
        return None
    from padanan.glossary import po

    try:
        return po.dumps(file.reading.concepts, domain=file.domain).encode()
    except GlossaryError:
        return None


def _problems(glossary: GlossaryFiles, kind: PoProblemKind) -> Iterator[Fault]:
    for file in glossary.files:
        for problem in file.reading.problems:
            if problem.kind is kind:
                yield file.fault(problem.line, problem=problem.message)


def _first_difference(data: bytes, canonical: bytes) -> int:
    lines = data.split(b"\n")
    pairs = zip(lines, canonical.split(b"\n"), strict=False)
    for number, (line, expected) in enumerate(pairs, start=1):
        if line != expected:
            return number
    return len(lines)
