"""A translation checked: whether it uses the terms."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from padanan.jobs.articles import Source, bytes_of
from padanan.jobs.codes import check_codes
from padanan.language import ENGLISH

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from padanan import Annotator
    from padanan.checks.findings import Key
    from padanan.checks.runner import CheckedTranslation
    from padanan.translation.units import Unit, Waiver


class CheckResult(NamedTuple):
    """What was found in a translation.

    Attributes:
        path: the translation, as the user named it.
        checked: its units and the findings.
        unread: what its reader passed over, one per line.
    """

    path: str
    checked: CheckedTranslation
    unread: tuple[str, ...] = ()

    @property
    def is_clean(self) -> bool:
        """Whether there is no error and no warning."""
        from padanan.checks.runner import is_clean

        return is_clean(self.checked.findings)

    @property
    def notices(self) -> tuple[str, ...]:
        """What was passed over, what was checked and how much was found."""
        from padanan.render.check_report import summary

        return (*self.unread, summary(self.checked))

    def as_dict(self) -> dict[str, Any]:
        """Return the checked translation of ``docs/json.md``."""
        from padanan.render.check_report import as_data

        return as_data(self.checked, self.path)


def check(
    units: Sequence[Unit],
    annotator: Annotator,
    *,
    path: str,
    waivers: Iterable[Waiver] = (),
    select: Sequence[str] = (),
    unread: tuple[str, ...] = (),
    least: float = 0.0,
    known: Iterable[Key] = (),
    language: str = ENGLISH,
) -> CheckResult:
    """Check the units of one document.

    Args:
        units: in the order of the document (``open_units``, ``open_pair``).
        annotator: what finds the terms.
        path: of the translation, for the findings.
        waivers: decisions about findings, beside those of the units.
        select: codes or their beginnings; all checks where empty.
        unread: what the reader of the units passed over (``read_units``).
        least: findings that are less sure are left out (0 to 1).
        known: findings of an earlier report (``open_report``), which are left out.
        language: of the messages, ``en`` or ``id``.

    Raises:
        DocumentError: there is no such code.

    >>> from padanan import Annotator
    >>> from padanan.translation.units import Unit
    >>> unit = Unit("1", "Gencatan senjata.", "A weapons truce.", "line 1")
    >>> [found] = check([unit], Annotator(), path="a.en").as_dict()["findings"]
    >>> found["code"], found["path"], found["place"]
    ('T101', 'a.en', 'line 1')
    """
    from padanan.checks.runner import check_translation
    from padanan.checks.table import TRANSLATION

    codes = check_codes(select, [one.code for one in TRANSLATION])
    found = check_translation(
        annotator.engine,
        units,
        path=path,
        waivers=waivers,
        select=codes,
        least=least,
        known=known,
        language=language,
    )
    return CheckResult(path, found, unread)


def open_waivers(source: Source) -> tuple[Waiver, ...]:
    """Return the decisions about findings that a file states.

    Raises:
        DocumentError: a line is none, with its number.
        OSError: the file cannot be read.

    >>> open_waivers(Source("a.waivers", b"12 ignore T201 was cut"))[0].unit
    '12'
    """
    from padanan.articles.plain import decode
    from padanan.checks.waivers import loads

    return loads(decode(bytes_of(source), source.name), source.name)


def open_report(source: Source) -> tuple[Key, ...]:
    """Return the findings of a report that ``check --format json`` has written.

    Raises:
        DocumentError: it is none.
        OSError: the file cannot be read.

    >>> finding = b'{"code": "T303", "context": "5f3a", "concept": null}'
    >>> open_report(Source("a.json", b'{"findings": [' + finding + b"]}"))
    (('T303', '5f3a', None, None, None),)
    """
    import json

    from padanan.articles.plain import decode
    from padanan.errors import DocumentError

    try:
        report = json.loads(decode(bytes_of(source), source.name))
        return tuple(_key(finding) for finding in report["findings"])
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        problem = "no report of a check — write one with padanan check --format json"
        raise DocumentError(problem, path=source.name) from error


def _key(finding: Mapping[str, Any]) -> Key:
    spans = (finding.get(name) for name in ("source", "target"))
    texts = (span["text"] if span else None for span in spans)
    key = (finding["code"], finding["context"], finding.get("concept"), *texts)
    if not all(part is None or isinstance(part, str) for part in key):
        raise TypeError(key)
    return key


def waivers_beside(translation: str) -> tuple[Waiver, ...]:
    """Return the decisions in the file beside a translation; none if there is none.

    Raises:
        DocumentError: a line is none, with its number.
        OSError: the file cannot be read.
    """
    from padanan.checks.waivers import ENDING

    path = f"{translation}{ENDING}"
    return open_waivers(Source(path)) if Path(path).is_file() else ()
