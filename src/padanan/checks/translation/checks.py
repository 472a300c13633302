"""Does a translation use the terms? The codes, and the check as a whole.

======  ========  ==========================================================
code    severity  says
======  ========  ==========================================================
T101    error     a deprecated equivalent is used
T102    error     an office or body is called as that of another country is
T103    error     a false friend is used
T104    error     a term is left in Indonesian
T201    warning   none of the concept's equivalents is there
T202    warning   a number of the source is not in the target
T203    warning   source and target name different months or days
T301    note      two admitted equivalents for one term in a document
T302    note      the equivalent stands far away
T303    note      the unit is not translated
======  ========  ==========================================================

A code is an interface: it is never used for another check.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from padanan.checks.findings import Severity
from padanan.checks.translation import figures as unit_figures
from padanan.checks.translation import notes as unit_notes
from padanan.checks.translation import terms as unit_terms
from padanan.checks.translation.findings import sift
from padanan.checks.translation.occurrences import read

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from padanan.checks.translation.findings import Sifted, UnitFinding
    from padanan.checks.translation.occurrences import Reading
    from padanan.matching.engine import Engine
    from padanan.translation.units import Unit, Waiver


class Check(NamedTuple):
    """A check: its code, how much it matters, and the function that makes it."""

    code: str
    severity: Severity
    find: Callable[[Sequence[Reading]], Iterator[UnitFinding]]


CHECKS = (
    Check("T101", Severity.ERROR, unit_terms.deprecated_used),
    Check("T102", Severity.ERROR, unit_terms.wrong_region),
    Check("T103", Severity.ERROR, unit_terms.false_friend),
    Check("T104", Severity.ERROR, unit_terms.left_in_indonesian),
    Check("T201", Severity.WARNING, unit_terms.no_equivalent),
    Check("T202", Severity.WARNING, unit_figures.numbers_differ),
    Check("T203", Severity.WARNING, unit_figures.dates_differ),
    Check("T301", Severity.NOTE, unit_notes.two_equivalents),
    Check("T302", Severity.NOTE, unit_notes.far_away),
    Check("T303", Severity.NOTE, unit_notes.not_translated),
)
"""Every check; a new one is a generator function and a line here."""


class Checked(NamedTuple):
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
    def findings(self) -> tuple[UnitFinding, ...]:
        """The findings that count."""
        return self.sifted.findings


def check(
    recogniser: Engine,
    units: Sequence[Unit],
    *,
    waivers: Iterable[Waiver] = (),
    select: Sequence[str] = (),
) -> Checked:
    """Check the units of one document.

    Args:
        recogniser: the glossary.
        units: in the order of the document.
        waivers: decisions about findings, beside those of the units.
        select: codes or their beginnings; all checks where empty.

    >>> from padanan.translation.units import Unit
    >>> from padanan.matching.compiling import compile_glossary
    >>> from padanan.matching import make_engine
    >>> from padanan.model import Concept, Glossary, Term
    >>> nota = Concept("nota", "law", (Term("nota"),), (Term("note"),))
    >>> recogniser = make_engine(compile_glossary(Glossary((nota,))))
    >>> unit = Unit("1", "Dua nota dikirim.", "Two letters were sent.")
    >>> [finding.code for finding in check(recogniser, [unit]).findings]
    ['T201']
    """
    document = read(recogniser, units)
    found = [
        finding
        for one in CHECKS
        if not select or one.code.startswith(tuple(select))
        for finding in one.find(document)
    ]
    order = {unit.id: number for number, unit in reversed([*enumerate(units)])}
    found.sort(key=lambda finding: _place(finding, order))
    terms = sum(len(reading.occurrences) for reading in document)
    return Checked(tuple(units), terms, sift(found, units, waivers))


def _place(finding: UnitFinding, order: dict[str, int]) -> tuple[int, int, str]:
    start = finding.source.start if finding.source else -1
    return order[finding.unit], start, finding.code
