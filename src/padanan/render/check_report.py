"""What a check has found, for the terminal and as JSON."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from padanan.checks.findings import Severity
from padanan.checks.runner import contexts
from padanan.files.counts import counted
from padanan.files.text import printable
from padanan.language import ENGLISH, INDONESIAN
from padanan.render.colours import BOLD, CYAN, RED, YELLOW, painted
from padanan.render.json import VERSION

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from padanan.checks.findings import Finding
    from padanan.checks.runner import CheckedTranslation
    from padanan.checks.waivers import Sifted
    from padanan.translation.units import Waiver


_COLOURS = {Severity.ERROR: RED, Severity.WARNING: YELLOW, Severity.NOTE: CYAN}


def as_data(checked: CheckedTranslation, path: str) -> dict[str, Any]:
    """Return the findings as plain values: the form of ``--format json``."""
    units = contexts(checked.units)
    return {
        "version": VERSION,
        "path": path,
        "units": len(checked.units),
        "terms": checked.terms,
        "findings": [
            {**finding.as_dict(), "context": units[finding.unit]}
            for finding in checked.findings
        ],
        "waived": [
            {
                **waived.finding.as_dict(),
                "context": units[waived.finding.unit],
                "reason": waived.waiver.reason,
            }
            for waived in checked.sifted.waived
        ],
        "unused": [waiver._asdict() for waiver in checked.sifted.unused],
    }


def as_text(checked: CheckedTranslation, *, colour: bool = False) -> str:
    """Return the findings a line each, then those that were waived."""
    return as_lines(checked.sifted, in_unit, colour=colour)


def as_lines(
    sifted: Sifted, line: Callable[[Finding], str] = str, *, colour: bool = False
) -> str:
    """Return findings a line each, then those that were waived, then unused waivers.

    Args:
        sifted: the findings of a glossary or a translation.
        line: writes one of them.
        colour: mark the codes by how much the findings matter.
    """
    found = ((_safe(line(each)), each) for each in sifted.findings)
    shown = [_painted(text, each) if colour else text for text, each in found]
    shown += map(_safe, _others(sifted, line))
    return "".join(f"{text}\n" for text in shown)


def _painted(line: str, finding: Finding) -> str:
    r"""Return the line of a finding with its code, and how much it matters, in colour.

    >>> from padanan.checks.findings import Finding, Severity
    >>> _painted("a.po:7: G202 x", Finding("G202", Severity.ERROR, "x", "a.po", "7"))
    'a.po:7: \x1b[1;31mG202\x1b[0m x'
    """
    words = (f"{finding.code} {finding.severity.value}", finding.code)
    word = next((word for word in words if f": {word} " in line), None)
    if word is None:
        return line
    before, _, after = line.partition(f": {word} ")
    return f"{before}: {painted(word, BOLD, _COLOURS[finding.severity])} {after}"


def _others(sifted: Sifted, line: Callable[[Finding], str]) -> Iterator[str]:
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
    return " ".join(printable(line).split("\n")).replace("\t", " ")


def summary(checked: CheckedTranslation, language: str = ENGLISH) -> str:
    """Return what was checked and how much was found, in one line."""
    return _indonesian(checked) if language == INDONESIAN else _english(checked)


def _indonesian(checked: CheckedTranslation) -> str:
    counts = Counter(finding.severity for finding in checked.findings)
    stretches = sum(not unit.aligned for unit in checked.units)
    aside = (
        (len(checked.sifted.waived), "diabaikan"),
        (checked.unsure, "kurang pasti"),
        (checked.known, "sudah diketahui"),
    )
    found = (
        (counts[Severity.ERROR], "kesalahan"),
        (counts[Severity.WARNING], "peringatan"),
        (counts[Severity.NOTE], "catatan"),
        *(pair for pair in aside if pair[0]),
    )
    read = (
        (len(checked.units), "satuan"),
        *([(stretches, "tidak sejajar")] if stretches else []),
        (checked.terms, "istilah"),
    )
    return ": ".join(map(_listed, (read, found)))


def _listed(pairs: Iterable[tuple[int, str]]) -> str:
    """Return numbers of things, as Indonesian writes them.

    >>> _listed([(1998, "satuan"), (0, "istilah")])
    '1.998 satuan, 0 istilah'
    """
    return ", ".join(f"{n:,} {what}".replace(",", ".") for n, what in pairs)


def _english(checked: CheckedTranslation) -> str:
    counts = Counter(finding.severity for finding in checked.findings)
    found = ", ".join(
        counted(counts[severity], severity.value) for severity in Severity
    )
    stretches = sum(not unit.aligned for unit in checked.units)
    unaligned = f", {stretches} not aligned" * bool(stretches)
    waived = f", {len(checked.sifted.waived)} waived" * bool(checked.sifted.waived)
    waived += f", {checked.unsure} less sure" * bool(checked.unsure)
    waived += f", {checked.known} known" * bool(checked.known)
    units, terms = counted(len(checked.units), "unit"), counted(checked.terms, "term")
    return f"{units}{unaligned}, {terms}: {found}{waived}"
