"""The checks of a glossary, by code.

====  ========  ==============================================================
G001  error     not a PO file: a line, the encoding or a control character
G002  error     unknown key
G003  error     a value that its key cannot have
G004  error     a field or an entry that stands twice
G005  error     no term, or no equivalent
G006  error     something that would be lost when the file is written
G007  warning   not in canonical form (``padanan lint --fix`` writes it)
G101  error     a concept that stands in two files
G102  error     one Indonesian form that reaches two concepts
G103  error     a source that is not in ``SOURCES.md``
G104  error     unknown region
G105  error     a condition that is not understood
G106  error     an equivalent that is also to be avoided
G107  warning   a term that stands twice in its concept
G108  error     an example in which recognition does not find the concept
G201  error     no definition, or no part of speech
G202  warning   a definition that contains the equivalent it explains
G203  warning   a definition or an example that is not a full sentence
G204  warning   stray spaces and invisible characters
G205  warning   capitals in a common noun
G206  warning   a proper name without capitals
G207  warning   a clitic or a reduplication in a preferred term
G208  warning   an abbreviation without its full form
====  ========  ==============================================================

The editorial rules behind G1 and G2 are those of ``glossary/README.md``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from padanan.checks.findings import Finding, Severity
from padanan.checks.glossary import form, relations, terms
from padanan.checks.glossary.examples import not_recognised
from padanan.checks.glossary.files import Fault
from padanan.errors import GlossaryError
from padanan.glossary import po

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from padanan.checks.glossary.files import File, GlossaryFiles


class Check(NamedTuple):
    """A check.

    Attributes:
        code: by which people cite and select it.
        severity: of its findings.
        find: yields the faults of a checked.
    """

    code: str
    severity: Severity
    find: Callable[[GlossaryFiles], Iterator[Fault]]


def syntax(checked: GlossaryFiles) -> Iterator[Fault]:
    """Yield what keeps a file from being read at all."""
    return _problems(checked, po.Kind.SYNTAX)


def unknown_key(checked: GlossaryFiles) -> Iterator[Fault]:
    """Yield fields whose key is unknown."""
    return _problems(checked, po.Kind.KEY)


def wrong_value(checked: GlossaryFiles) -> Iterator[Fault]:
    """Yield fields whose value is none that the key can have."""
    return _problems(checked, po.Kind.VALUE)


def duplicate(checked: GlossaryFiles) -> Iterator[Fault]:
    """Yield fields and entries that stand twice in a file."""
    return _problems(checked, po.Kind.DUPLICATE)


def missing_text(checked: GlossaryFiles) -> Iterator[Fault]:
    """Yield entries without a term or an equivalent."""
    return _problems(checked, po.Kind.MISSING)


def lost(checked: GlossaryFiles) -> Iterator[Fault]:
    """Yield what the canonical form has no place for."""
    return _problems(checked, po.Kind.LOST)


def not_canonical(checked: GlossaryFiles) -> Iterator[Fault]:
    """Yield the first line of each file that is not as it would be written."""
    for file in checked.files:
        canonical = canonical_form(file)
        if canonical not in (None, file.data):
            line = _first_difference(file.data, canonical or b"")
            message = "not in canonical form from here — run padanan lint --fix"
            yield Fault(file.path, line, message)


CHECKS = (
    Check("G001", Severity.ERROR, syntax),
    Check("G002", Severity.ERROR, unknown_key),
    Check("G003", Severity.ERROR, wrong_value),
    Check("G004", Severity.ERROR, duplicate),
    Check("G005", Severity.ERROR, missing_text),
    Check("G006", Severity.ERROR, lost),
    Check("G007", Severity.WARNING, not_canonical),
    Check("G101", Severity.ERROR, relations.two_files),
    Check("G102", Severity.ERROR, relations.shared_form),
    Check("G103", Severity.ERROR, relations.unknown_source),
    Check("G104", Severity.ERROR, relations.unknown_region),
    Check("G105", Severity.ERROR, relations.bad_condition),
    Check("G106", Severity.ERROR, relations.avoided_equivalent),
    Check("G107", Severity.WARNING, relations.repeated_term),
    Check("G108", Severity.ERROR, not_recognised),
    Check("G201", Severity.ERROR, form.missing_field),
    Check("G202", Severity.WARNING, form.circular_definition),
    Check("G203", Severity.WARNING, form.no_sentence),
    Check("G204", Severity.WARNING, form.stray_space),
    Check("G205", Severity.WARNING, terms.needless_capital),
    Check("G206", Severity.WARNING, terms.missing_capital),
    Check("G207", Severity.WARNING, terms.inflected_term),
    Check("G208", Severity.WARNING, terms.no_full_form),
)
"""All checks, in the order of their codes."""


def findings(
    checked: GlossaryFiles, select: tuple[str, ...] = ()
) -> tuple[Finding, ...]:
    """Return what is wrong with a glossary, in the order of files and lines.

    Args:
        checked: the glossary.
        select: codes or beginnings of codes (``G2``); none for all.
    """
    paths = {file.path: number for number, file in enumerate(checked.files)}
    found = [
        Finding(check.code, check.severity, fault.message, *fault[:2], fault.concept)
        for check in CHECKS
        if not select or check.code.startswith(select)
        for fault in check.find(checked)
    ]
    return tuple(
        sorted(found, key=lambda item: (paths[item.path], item.line, item.code))
    )


def canonical_form(file: File) -> bytes | None:
    """Return a file as it should be, ``None`` where writing it would lose something."""
    if file.reading.problems:
        return None
    try:
        return po.dumps(file.reading.concepts, domain=file.domain).encode()
    except GlossaryError:
        return None


def _problems(checked: GlossaryFiles, kind: po.Kind) -> Iterator[Fault]:
    for file in checked.files:
        for problem in file.reading.problems:
            if problem.kind is kind:
                yield Fault(file.path, problem.line, problem.message)


def _first_difference(data: bytes, canonical: bytes) -> int:
    lines = data.split(b"\n")
    pairs = zip(lines, canonical.split(b"\n"), strict=False)
    for number, (line, expected) in enumerate(pairs, start=1):
        if line != expected:
            return number
    return len(lines)
