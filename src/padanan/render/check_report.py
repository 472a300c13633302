"""What a check has found, for the terminal and as JSON."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Any

from padanan.checks.findings import Severity
from padanan.render.counts import counted
from padanan.render.json import VERSION

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from padanan.checks.findings import Finding
    from padanan.checks.runner import CheckedTranslation
    from padanan.checks.waivers import Sifted
    from padanan.translation.units import Waiver

# A translation must not control the terminal that shows it.
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def as_data(checked: CheckedTranslation, path: str) -> dict[str, Any]:
    """Return the findings as plain values: the form of ``--format json``."""
    return {
        "version": VERSION,
        "path": path,
        "units": len(checked.units),
        "terms": checked.terms,
        "findings": [finding.as_dict() for finding in checked.findings],
        "waived": [
            {**waived.finding.as_dict(), "reason": waived.waiver.reason}
            for waived in checked.sifted.waived
        ],
        "unused": [waiver._asdict() for waiver in checked.sifted.unused],
    }


def as_text(checked: CheckedTranslation) -> str:
    """Return the findings one per line, then those that were waived."""
    return as_lines(checked.sifted, in_unit)


def as_lines(sifted: Sifted, line: Callable[[Finding], str] = str) -> str:
    """Return findings one per line, then those that were waived, then unused waivers.

    Args:
        sifted: the findings of a glossary or a translation.
        line: writes one of them.
    """
    return "".join(f"{_safe(text)}\n" for text in _lines(sifted, line))


def _lines(sifted: Sifted, line: Callable[[Finding], str]) -> Iterator[str]:
    yield from map(line, sifted.findings)
    for finding, waiver in sifted.waived:
        yield f"waived: {line(finding)} [{waiver.reason}]"
    for waiver in sifted.unused:
        yield f"unused: {_unused(waiver)}"


def in_unit(finding: Finding) -> str:
    """Return a finding of a translation as a line, with its offsets in both texts."""
    at = f"{finding.source.start}" if finding.source else "-"
    to = f"{finding.target.start}" if finding.target else "-"
    return (
        f"{finding.path}:{finding.place}: {finding.code} {finding.severity.value}"
        f" ({at}→{to}): {finding.message}"
    )


def _unused(waiver: Waiver) -> str:
    concept = f" [{waiver.concept}]" if waiver.concept else ""
    return f"{waiver.unit or '*'} ignore {waiver.code}{concept} {waiver.reason}"


def _safe(line: str) -> str:
    return _CONTROL.sub(" ", line)


def summary(checked: CheckedTranslation) -> str:
    """Return what was checked and how much was found, in one line."""
    counts = Counter(finding.severity for finding in checked.findings)
    found = ", ".join(
        counted(counts[severity], severity.value) for severity in Severity
    )
    stretches = sum(not unit.aligned for unit in checked.units)
    unaligned = f", {stretches} not aligned" * bool(stretches)
    waived = f", {len(checked.sifted.waived)} waived" * bool(checked.sifted.waived)
    units, terms = counted(len(checked.units), "unit"), counted(checked.terms, "term")
    return f"{units}{unaligned}, {terms}: {found}{waived}"
