"""What a check says about a translation unit, and how findings are waived."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from padanan.checks.findings import Severity
    from padanan.translation.units import Unit, Waiver


class Span(NamedTuple):
    """A part of a text: half-open offsets in code points, and what stands there."""

    start: int
    end: int
    text: str


class UnitFinding(NamedTuple):
    """One thing that is wrong with a translation.

    Attributes:
        code: of the check.
        severity: how much it matters.
        unit: id of the unit.
        place: where the unit is in its file.
        source: what it is about in the Indonesian, ``None`` for all of it.
        target: what it is about in the English, ``None`` where nothing is there.
        concept: id of the concept, ``None`` where it is about none.
        expected: what might have stood there, best first.
        message: what is wrong and, after a dash, what to do.
    """

    code: str
    severity: Severity
    unit: str
    place: str
    source: Span | None
    target: Span | None
    concept: str | None
    expected: tuple[str, ...]
    message: str


class Waived(NamedTuple):
    """A finding that does not count, and the decision that says so."""

    finding: UnitFinding
    waiver: Waiver


class Sifted(NamedTuple):
    """Findings by whether they count.

    Attributes:
        findings: those that count.
        waived: those that somebody decided about.
        unused: decisions about nothing that was found.
    """

    findings: tuple[UnitFinding, ...]
    waived: tuple[Waived, ...]
    unused: tuple[Waiver, ...]


def sift(
    findings: Iterable[UnitFinding], units: Iterable[Unit], waivers: Iterable[Waiver]
) -> Sifted:
    """Set the findings apart that are waived.

    Args:
        findings: all of them.
        units: of the document; their own waivers concern them alone.
        waivers: those that stand beside the document.
    """
    own = [w._replace(unit=unit.id) for unit in units for w in unit.waivers]
    listed = (*own, *waivers)
    kept, waived, used = [], [], set()
    for finding in findings:
        waiver = next((w for w in listed if concerns(w, finding)), None)
        if waiver is None:
            kept.append(finding)
        else:
            used.add(waiver)
            waived.append(Waived(finding, waiver))
    unused = tuple(waiver for waiver in listed if waiver not in used)
    return Sifted(tuple(kept), tuple(waived), unused)


def concerns(waiver: Waiver, finding: UnitFinding) -> bool:
    """Whether a waiver is about a finding: its code, its concept, its unit."""
    return (
        finding.code.startswith(waiver.code)
        and waiver.concept in {"", finding.concept}
        and waiver.unit in {"", finding.unit}
    )
