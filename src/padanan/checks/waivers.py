"""Waivers: decisions that a finding is not to count, and why.

The entry of a glossary states a waiver in a translator comment, which concerns that
entry alone; a unit of a PO, XLIFF or TMX file states it in a note of its own::

    # padanan: ignore G205 the ministry writes it so
    # padanan: ignore T101 [gencatan-senjata] house style

For other translations a file beside it has lines ``UNIT ignore CODE reason``, with
the id of a unit or ``*`` for all, and optionally in square brackets the id of the
only concept concerned::

    # agreed with the desk, 12 March
    12 ignore T201 the paragraph was cut
    * ignore T101 [gencatan-senjata] house style
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from padanan.errors import DocumentError
from padanan.translation.units import read_waiver

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from padanan.checks.findings import Finding
    from padanan.translation.units import Waiver

_About: TypeAlias = "tuple[str, str | None, str | None]"
"""A code or its beginning, a concept and a unit; empty for all of them."""

ENDING = ".waivers"
"""Added to the name of a translation, it names the file beside it."""

EVERY = "*"
"""Stands for every unit."""


class Waived(NamedTuple):
    """A finding that does not count, and the decision that says so."""

    finding: Finding
    waiver: Waiver


class Sifted(NamedTuple):
    """Findings by whether they count.

    Attributes:
        findings: those that count.
        waived: those that somebody decided about.
        unused: decisions about nothing that was found.
    """

    findings: tuple[Finding, ...]
    waived: tuple[Waived, ...] = ()
    unused: tuple[Waiver, ...] = ()


def sift(findings: Iterable[Finding], waivers: Iterable[Waiver]) -> Sifted:
    """Set the findings apart that are waived.

    Args:
        findings: all of them.
        waivers: all decisions; of several about one finding the first is given.
    """
    listed = tuple(waivers)
    first: dict[_About, tuple[int, Waiver]] = {}
    for number, each in enumerate(listed):
        first.setdefault((each.code, each.concept, each.unit), (number, each))
    kept, waived, used = [], [], set()
    for finding in findings:
        numbered = (first.get(about) for about in _abouts(finding))
        _, waiver = min(filter(None, numbered), default=(0, None))
        if waiver is None:
            kept.append(finding)
        else:
            used.add(waiver)
            waived.append(Waived(finding, waiver))
    unused = tuple(waiver for waiver in listed if waiver not in used)
    return Sifted(tuple(kept), tuple(waived), unused)


def _abouts(finding: Finding) -> Iterator[_About]:
    """Yield what waivers of a finding may be about: its code, concept and unit."""
    codes = (finding.code[:length] for length in range(1, len(finding.code) + 1))
    return product(codes, {"", finding.concept}, {"", finding.unit})


def loads(text: str, path: str) -> tuple[Waiver, ...]:
    """Return the decisions that a file beside a translation states.

    Raises:
        DocumentError: a line states none, with its number.

    >>> loads("12 ignore T201 was cut", "a.waivers")
    (Waiver(code='T201', concept='', reason='was cut', unit='12'),)
    """
    return tuple(_waivers(text, path))


def dumps(waivers: Iterable[Waiver]) -> str:
    r"""Return decisions as the file beside a translation, a line each.

    What the file cannot say, such as an id of several lines, is a comment in it.

    >>> from padanan.translation.units import Waiver
    >>> dumps([Waiver("T201", "", "was cut", "12"), Waiver("T1", "visa", "so here")])
    '12 ignore T201 was cut\n* ignore T1 [visa] so here\n'
    >>> dumps([Waiver("T201", "", "was cut", "#12")])
    '# #12 ignore T201 was cut\n'
    """
    return "".join(f"{_line(waiver)}\n" for waiver in waivers)


def _line(waiver: Waiver) -> str:
    concept = f" [{waiver.concept}]" if waiver.concept else ""
    line = f"{waiver.unit or EVERY} ignore {waiver.code}{concept} {waiver.reason}"
    try:
        same = loads(line, "") == (waiver,)
    except DocumentError:
        same = False
    return line if same else f"# {' '.join(line.split())}"


def _waivers(text: str, path: str) -> Iterator[Waiver]:
    for number, line in enumerate(text.removeprefix("\ufeff").split("\n"), 1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        # An id may have spaces in it: that of a PO file is its source text.
        unit, _, rest = line.strip().partition(" ignore ")
        waiver = read_waiver(f"padanan: ignore {rest}")
        if waiver is None:
            problem = (
                f"“{line.strip()}” is not a waiver — write “12 ignore T201 reason”"
            )
            raise DocumentError(problem, path=path, line=number)
        yield waiver._replace(unit="" if unit == EVERY else unit)
