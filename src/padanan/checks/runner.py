"""Runs the checks of the table over a glossary or a translation."""

from __future__ import annotations

from collections import Counter
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from padanan.checks.findings import Severity
from padanan.checks.table import GLOSSARY, TRANSLATION, selected
from padanan.checks.waivers import sift
from padanan.language import ENGLISH

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from padanan.checks.findings import Finding, Key
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
        unsure: how many findings were left out, since they are not sure enough.
        known: how many were left out, since an earlier report has them.
    """

    units: tuple[Unit, ...]
    terms: int
    sifted: Sifted
    unsure: int = 0
    known: int = 0

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The findings that count."""
        return self.sifted.findings


def run(
    checks: Iterable[Check],
    checked: GlossaryFiles | Translation,
    select: Sequence[str] = (),
    waivers: Iterable[Waiver] = (),
    language: str = ENGLISH,
) -> Sifted:
    """Return what some checks find.

    Args:
        checks: rows of the table.
        checked: a glossary or a translation.
        select: codes or their beginnings; all checks where empty.
        waivers: decisions about findings, beside those in the files themselves.
        language: of the messages.

    Returns:
        The findings as they stand in the files, and by code where several concern
        one place.
    """
    found = [
        finding
        for check in selected(checks, select)
        for finding in check.findings(checked, language)
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
    least: float = 0.0,
    known: Iterable[Key] = (),
    language: str = ENGLISH,
) -> CheckedTranslation:
    """Check the units of one document.

    Args:
        engine: reads texts with the glossary.
        units: in the order of the document.
        path: of the document, for findings.
        waivers: decisions about findings, beside those of the units.
        select: codes or their beginnings; all checks where empty.
        least: findings that are less sure are left out (``Finding.confidence``).
        known: keys of findings that an earlier report has; they are left out.
        language: of the messages.

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
    sifted = run(TRANSLATION, translation, select, waivers, language)
    sure = [one for one in sifted.findings if one.confidence >= least]
    new = [*new_ones(sure, known, contexts(units))]
    return CheckedTranslation(
        tuple(units),
        translation.terms,
        sifted._replace(findings=tuple(new)),
        unsure=len(sifted.findings) - len(sure),
        known=len(sure) - len(new),
    )


def contexts(units: Iterable[Unit]) -> dict[str | None, str]:
    """Return a short digest of the source of each unit, by the unit's id.

    >>> from padanan.translation.units import Unit
    >>> contexts([Unit("1", "Ia tiba.", "He came.")])
    {'1': '59647a549194'}
    """
    return {
        unit.id: sha256(" ".join(unit.source.split()).encode()).hexdigest()[:12]
        for unit in units
    }


def new_ones(
    findings: Iterable[Finding],
    known: Iterable[Key],
    contexts: Mapping[str | None, str],
) -> Iterator[Finding]:
    """Yield the findings that an earlier report does not have.

    Of several that are alike, as many are known as the report has.

    Args:
        findings: of a translation.
        known: keys of the findings of the report.
        contexts: of the units of the translation.

    >>> from padanan.checks.findings import Finding
    >>> one = Finding("T303", Severity.NOTE, "x", "a.po", "12", unit="7")
    >>> [*new_ones([one, one], [one.key("5f3a")], {"7": "5f3a"})] == [one]
    True
    """
    left = Counter(known)
    for finding in findings:
        key = finding.key(contexts.get(finding.unit, ""))
        if left[key]:
            left[key] -= 1
        else:
            yield finding


def is_clean(findings: Iterable[Finding]) -> bool:
    """Whether there is no error and no warning; notes ask for a look, no more."""
    return all(finding.severity is Severity.NOTE for finding in findings)
