"""What a check has found, as one HTML page with both texts side by side."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from padanan.checks.findings import Severity
from padanan.files.templates import environment
from padanan.render.check_report import summary
from padanan.render.html import writable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from padanan.checks.findings import Finding, Span
    from padanan.checks.runner import CheckedTranslation
    from padanan.checks.waivers import Waived
    from padanan.translation.units import Unit

_RANKS = {severity: rank for rank, severity in enumerate(Severity)}


class MarkedPiece(NamedTuple):
    """A part of a text, with the severity of what was found there, if anything was."""

    text: str
    severity: str


class UnitRow(NamedTuple):
    """A unit as the page shows it."""

    unit: Unit
    source: tuple[MarkedPiece, ...]
    target: tuple[MarkedPiece, ...]
    findings: tuple[Finding, ...]
    waived: tuple[Waived, ...]


def render(checked: CheckedTranslation, title: str) -> str:
    """Return a page that needs no network and no script.

    Args:
        checked: the translation.
        title: its name.
    """
    template = environment("padanan.render").get_template("check.html")
    return template.render(
        title=writable(title), summary=summary(checked), rows=tuple(rows(checked))
    )


def rows(checked: CheckedTranslation) -> Iterator[UnitRow]:
    """Yield the units with their findings, in the order of the document."""
    findings: dict[str | None, list[Finding]] = {}
    waived: dict[str | None, list[Waived]] = {}
    for finding in checked.findings:
        findings.setdefault(finding.unit, []).append(finding)
    for each in checked.sifted.waived:
        waived.setdefault(each.finding.unit, []).append(each)
    for unit in checked.units:
        found = tuple(findings.pop(unit.id, ()))
        yield UnitRow(
            unit,
            tuple(pieces(unit.source, ((f.source, f.severity) for f in found))),
            tuple(pieces(unit.target, ((f.target, f.severity) for f in found))),
            found,
            tuple(waived.pop(unit.id, ())),
        )


def pieces(
    text: str, marks: Iterable[tuple[Span | None, Severity]]
) -> Iterator[MarkedPiece]:
    """Cut a text where marks begin and end; overlapping marks show the most severe one.

    >>> from padanan.checks.findings import Span
    >>> list(pieces("a truce", [(Span(2, 7, "truce"), Severity.ERROR)]))
    [MarkedPiece(text='a ', severity=''), MarkedPiece(text='truce', severity='error')]
    """
    placed = [(span.start, span.end, severity) for span, severity in marks if span]
    edges = {0, len(text), *(s for s, _, _ in placed), *(e for _, e, _ in placed)}
    cuts = sorted(edges)
    for start, end in pairwise(cuts):
        here = [mark[2] for mark in placed if mark[0] <= start and end <= mark[1]]
        gravest = min(here, key=_RANKS.__getitem__, default=None)
        yield MarkedPiece(writable(text[start:end]), gravest.value if gravest else "")
