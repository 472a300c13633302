"""Runs the checks of the table over a glossary or a translation."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from padanan.checks.findings import Severity
from padanan.checks.table import GLOSSARY, TRANSLATION, selected
from padanan.checks.waivers import sift

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from padanan.checks.findings import Finding
    from padanan.checks.glossary.files import GlossaryFiles
    from padanan.checks.table import Check
    from padanan.checks.translation.occurrences import Translation
    from padanan.checks.waivers import Sifted
    from padanan.matching.engine import Engine
    from padanan.translation.units import Unit, Waiver


class CheckedTranslation(NamedTuple):
    """A translation that was checked.

    Attributes:
        units: as they were given, in order.
        terms: how many recognised occurrences were checked.
        sifted: what was found, by unit and then by place in the source.
    """

    units: tuple[Unit, ...]
    terms: int
    sifted: Sifted

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The findings that count."""
        return self.sifted.findings


def run(
    checks: Iterable[Check],
    checked: GlossaryFiles | Translation,
    select: Sequence[str] = (),
    waivers: Iterable[Waiver] = (),
) -> Sifted:
    """Return what some checks find.

    Args:
        checks: rows of the table.
        checked: a glossary or a translation.
        select: codes or their beginnings; all checks where empty.
        waivers: decisions about findings, beside those in the files themselves.

    Returns:
        The findings as they stand in the files, and by code where several concern
        one place.
    """
    found = [
        finding
        for check in selected(checks, select)
        for finding in check.findings(checked)
    ]
    rank = checked.ranking()
    found.sort(key=lambda finding: (*rank(finding), finding.code))
    return sift(found, (*checked.waivers, *waivers))


def check_glossary(glossary: GlossaryFiles, select: Sequence[str] = ()) -> Sifted:
    r"""Return what is wrong with a glossary, in the order of files and lines.

    Args:
        glossary: the files.
        select: codes or beginnings of codes (``G2``); all checks where empty.

    >>> from padanan.checks.glossary.files import GlossaryFiles, read_file
    >>> data = b'msgid "nota"\nmsgstr "note"\n'
    >>> files = GlossaryFiles((read_file("own.po", "own", data),))
    >>> [finding.code for finding in check_glossary(files, ("G20",)).findings]
    ['G201', 'G201']
    """
    return run(GLOSSARY, glossary, select)


def check_translation(
    engine: Engine,
    units: Sequence[Unit],
    *,
    path: str = "",
    waivers: Iterable[Waiver] = (),
    select: Sequence[str] = (),
) -> CheckedTranslation:
    """Check the units of one document.

    Args:
        engine: reads texts with the glossary.
        units: in the order of the document.
        path: of the document, for findings.
        waivers: decisions about findings, beside those of the units.
        select: codes or their beginnings; all checks where empty.

    >>> from padanan.translation.units import Unit
    >>> from padanan.matching.compiling import compile_glossary
    >>> from padanan.matching import make_engine
    >>> from padanan.model import Concept, Glossary, Term
    >>> nota = Concept("nota", "law", (Term("nota"),), (Term("note"),))
    >>> engine = make_engine(compile_glossary(Glossary((nota,))))
    >>> unit = Unit("1", "Dua nota dikirim.", "Two letters were sent.")
    >>> [finding.code for finding in check_translation(engine, [unit]).findings]
    ['T201']
    """
    from padanan.checks.translation.occurrences import find_terms

    translation = find_terms(engine, units, path)
    sifted = run(TRANSLATION, translation, select, waivers)
    return CheckedTranslation(tuple(units), translation.terms, sifted)


def is_clean(findings: Iterable[Finding]) -> bool:
    """Whether there is no error and no warning; notes ask for a look, no more."""
    return all(finding.severity is Severity.NOTE for finding in findings)
