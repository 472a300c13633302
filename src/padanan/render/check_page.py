"""What a check has found, as one HTML page with both texts side by side."""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from padanan.checks.findings import Severity
from padanan.checks.wording import Both
from padanan.files.templates import environment
from padanan.language import ENGLISH
from padanan.render.check_report import summary
from padanan.render.html import writable
from padanan.render.sentences import place

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from padanan.checks.findings import Finding, Span
    from padanan.checks.runner import CheckedTranslation
    from padanan.checks.waivers import Waived
    from padanan.translation.units import Unit

TEXTS: Mapping[str, Both] = MappingProxyType(
    {
        "check": Both("check", "pemeriksaan"),
        "place": Both("Place", "Tempat"),
        "source": Both("Indonesian", "Indonesia"),
        "target": Both("English", "Inggris"),
        "not-aligned": Both("not aligned", "tidak sejajar"),
        "waived": Both("waived", "diabaikan"),
        "confidence": Both("confidence", "keyakinan"),
        "findings": Both("Findings", "Temuan"),
        "clean": Both("Units without findings", "Satuan tanpa temuan"),
        "error": Both("error", "kesalahan"),
        "warning": Both("warning", "peringatan"),
        "note": Both("note", "catatan"),
    }
)
"""The words of the page."""

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


def render(checked: CheckedTranslation, title: str, language: str = ENGLISH) -> str:
    """Return a page that needs no network and no script.

    Args:
        checked: the translation; what its findings say is in a language already.
        title: its name.
        language: of the rest of the page.
    """
    template = environment("padanan.render").get_template("check.html")
    return template.render(
        ui=language,
        t={name: both.in_language(language) for name, both in TEXTS.items()},
        place=partial(place, language=language),
        confidence=partial(_decimal, language=language),
        title=writable(title),
        summary=summary(checked, language),
        rows=tuple(rows(checked)),
    )


def _decimal(number: float, language: str) -> str:
    """Return a number with two decimals, as a language writes it.

    >>> _decimal(0.75, "en"), _decimal(0.75, "id")
    ('0.75', '0,75')
    """
    text = f"{number:.2f}"
    return text if language == ENGLISH else text.replace(".", ",")


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
