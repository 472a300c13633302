"""What a check has found, for the terminal and as JSON."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Any

from padanan.checks.findings import Severity
from padanan.render.json import VERSION

if TYPE_CHECKING:
    from collections.abc import Iterator

    from padanan.checks.translation.checks import Checked
    from padanan.checks.translation.findings import Span, UnitFinding
    from padanan.translation.units import Waiver

# A translation must not drive the terminal it is shown on.
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def as_data(checked: Checked, path: str) -> dict[str, Any]:
    """Return the findings as plain values: the form of ``--format json``."""
    return {
        "version": VERSION,
        "path": path,
        "units": len(checked.units),
        "terms": checked.terms,
        "findings": [_finding(finding, path) for finding in checked.findings],
        "waived": [
            {**_finding(waived.finding, path), "reason": waived.waiver.reason}
            for waived in checked.sifted.waived
        ],
        "unused": [waiver._asdict() for waiver in checked.sifted.unused],
    }


def _finding(finding: UnitFinding, path: str) -> dict[str, Any]:
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "path": path,
        "place": finding.place,
        "unit": finding.unit,
        "source": _span(finding.source),
        "target": _span(finding.target),
        "concept": finding.concept,
        "expected": list(finding.expected),
        "message": finding.message,
    }


def _span(span: Span | None) -> dict[str, Any] | None:
    return span._asdict() if span else None


def as_text(checked: Checked, path: str) -> str:
    """Return the findings a line each, then those that were waived."""
    return "".join(f"{_safe(line)}\n" for line in _lines(checked, path))


def _lines(checked: Checked, path: str) -> Iterator[str]:
    for finding in checked.findings:
        yield _line(finding, path)
    for finding, waiver in checked.sifted.waived:
        yield f"waived: {_line(finding, path)} [{waiver.reason}]"
    for waiver in checked.sifted.unused:
        yield f"unused: {_unused(waiver)}"


def _line(finding: UnitFinding, path: str) -> str:
    at = f"{finding.source.start}" if finding.source else "-"
    to = f"{finding.target.start}" if finding.target else "-"
    return (
        f"{path}:{finding.place}: {finding.code} {finding.severity.value}"
        f" ({at}→{to}): {finding.message}"
    )


def _unused(waiver: Waiver) -> str:
    concept = f" [{waiver.concept}]" if waiver.concept else ""
    return f"{waiver.unit or '*'} ignore {waiver.code}{concept} {waiver.reason}"


def _safe(line: str) -> str:
    return _CONTROL.sub(" ", line)


def summary(checked: Checked) -> str:
    """Return what was checked and how much was found, in one line."""
    counts = Counter(finding.severity for finding in checked.findings)
    found = ", ".join(
        f"{counts[severity]} {severity.value}{'s' * (counts[severity] != 1)}"
        for severity in Severity
    )
    stretches = sum(not unit.aligned for unit in checked.units)
    unaligned = f", {stretches} not aligned" * bool(stretches)
    waived = f", {len(checked.sifted.waived)} waived" * bool(checked.sifted.waived)
    return (
        f"{len(checked.units)} units{unaligned}, {checked.terms} terms: {found}{waived}"
    )


def is_clean(checked: Checked) -> bool:
    """Whether there is no error and no warning; notes ask for a look, no more."""
    return all(finding.severity is Severity.NOTE for finding in checked.findings)
