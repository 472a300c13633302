"""What workers do for a translation: its page, its report, decisions about findings.

Decisions are kept in the data folder, in a file that is named by the texts: who
compares the same texts again finds them again.
"""

from __future__ import annotations

import json
from collections import Counter
from hashlib import sha256
from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple

from padanan.checks import waivers as format_of_waivers
from padanan.checks.findings import Severity
from padanan.errors import DocumentError
from padanan.files.local import read_file
from padanan.files.locking import locked
from padanan.files.writing import write_file
from padanan.language import ENGLISH
from padanan.render import check_page
from padanan.serve import tasks, views
from padanan.serve.problems import UNKNOWN, Problem, ProblemError
from padanan.serve.reading import file_name
from padanan.serve.tasks import TYPES, Made, TranslationInput, as_json
from padanan.translation.units import Waiver

if TYPE_CHECKING:
    from pathlib import Path

    from padanan.jobs import CheckResult, Source
    from padanan.serve.loaded import Loaded
    from padanan.serve.settings import Settings
    from padanan.serve.shelf import Comparison
    from padanan.serve.views import Frame

FOLDER = "decisions"


class WaiverRequest(NamedTuple):
    """A decision that a finding is not to count.

    Attributes:
        code: of the finding.
        concept: id of the only concept concerned; empty for every concept.
        reason: why.
        number: of the only unit concerned, from 1; ``None`` for every unit.
    """

    code: str
    concept: str
    reason: str
    number: int | None


def readable(loaded: Loaded, comparison: Comparison) -> None:
    """Raise where a translation cannot be read, or decisions about it cannot."""
    compared(loaded, comparison)


def compared(
    loaded: Loaded, comparison: Comparison, language: str = ENGLISH
) -> CheckResult:
    """Return what was found in a translation, and what does not count.

    Args:
        loaded: the glossary.
        comparison: the translation.
        language: of what the findings say.
    """
    return tasks.checked(
        loaded,
        TranslationInput(
            source=comparison.source,
            target=comparison.target,
            aligned=comparison.aligned,
            waivers=decisions(loaded.settings, comparison),
        ),
        language,
    )


def has_both(source: Source, *, alone: bool) -> bool:
    """Tell whether a source is a file with both languages.

    Args:
        source: what was chosen first.
        alone: nothing was chosen besides, so that a Word document is a table.

    >>> from padanan.jobs import Source
    >>> has_both(Source("a.po"), alone=False), has_both(Source("a.docx"), alone=False)
    (True, False)
    """
    from padanan.jobs.units import is_bilingual, is_only_bilingual

    if source.kind is not None:
        return False
    return is_only_bilingual(source) or (alone and is_bilingual(source))


def page(loaded: Loaded, frame: Frame, comparison: Comparison, name: str) -> bytes:
    """Return the page of a translation."""
    result = compared(loaded, comparison, frame.ui)
    checked = result.checked
    counts = Counter(finding.severity for finding in checked.findings)
    return views.page(
        "compared.html",
        frame,
        name=name,
        title=title_of(comparison),
        rows=tuple(check_page.rows(checked)),
        terms=checked.terms,
        errors=counts[Severity.ERROR],
        warnings=counts[Severity.WARNING],
        notes=counts[Severity.NOTE],
        waived=len(checked.sifted.waived),
        notices=result.unread,
        ours=frozenset(decisions(loaded.settings, comparison)),
    )


def report(loaded: Loaded, comparison: Comparison, language: str) -> Made:
    """Return the report of the command line, in a language of the interface."""
    result = compared(loaded, comparison, language)
    title = title_of(comparison)
    page = check_page.render(result.checked, title, language)
    data = page.encode("utf-8", "replace")
    return Made(data, TYPES["html"], f"{file_name(title)}-report.html")


def title_of(comparison: Comparison) -> str:
    """Return what a translation is called: as its file, or as its source begins."""
    named = comparison.target or comparison.source
    if named.name != "-":
        return PurePath(named.name).name
    from padanan.serve import reading
    from padanan.serve.shelf import ShelvedText

    return reading.title_of(ShelvedText(comparison.source))


def decide(loaded: Loaded, comparison: Comparison, decision: WaiverRequest) -> None:
    """Keep the decision that a finding does not count."""
    waiver = _waiver(loaded, comparison, decision)
    _change(loaded.settings, comparison, add=waiver)


def take_back(loaded: Loaded, comparison: Comparison, decision: WaiverRequest) -> None:
    """Give a decision up."""
    waiver = _waiver(loaded, comparison, decision)
    _change(loaded.settings, comparison, remove=waiver)


def _waiver(loaded: Loaded, comparison: Comparison, decision: WaiverRequest) -> Waiver:
    """Return a decision with the id of its unit, which no form could carry.

    Raises:
        ProblemError: there is no such unit.
    """
    code, concept, reason, number = decision
    if number is None:
        return Waiver(code, concept, reason)
    units = compared(loaded, comparison).checked.units
    if not 1 <= number <= len(units):
        raise ProblemError(Problem(UNKNOWN, "there is no such unit — reload the page"))
    return Waiver(code, concept, reason, units[number - 1].id)


def _change(
    settings: Settings,
    comparison: Comparison,
    *,
    add: Waiver | None = None,
    remove: Waiver | None = None,
) -> None:
    path = path_of(settings, comparison)
    path.parent.mkdir(parents=True, exist_ok=True)
    with locked(path):
        known = decisions(settings, comparison)
        kept = [one for one in known if one not in (add, remove)]
        after = [*kept, add] if add else kept
        write_file(path, as_json([one._asdict() for one in after]))


def decisions(settings: Settings, comparison: Comparison) -> tuple[Waiver, ...]:
    """Return the decisions that are kept about a translation.

    Raises:
        DocumentError: the file is not what was written.
    """
    path = path_of(settings, comparison)
    if not path.is_file():
        return ()
    try:
        return tuple(Waiver(**one) for one in json.loads(read_file(path)))
    except (ValueError, TypeError, RecursionError):
        message = "no decisions — move the file away"
        raise DocumentError(message, path=str(path)) from None


def written(loaded: Loaded, comparison: Comparison) -> Made:
    """Return the decisions as the file that lies beside a translation."""
    data = format_of_waivers.dumps(decisions(loaded.settings, comparison)).encode()
    named = comparison.target or comparison.source
    name = f"{file_name(PurePath(named.name).stem)}{format_of_waivers.ENDING}"
    return Made(data, "text/plain; charset=utf-8", name)


def path_of(settings: Settings, comparison: Comparison) -> Path:
    """Return the file of the decisions about a translation."""
    digest = sha256()
    for source in comparison.sources:
        digest.update(_sized(source))
    return settings.data / FOLDER / f"{digest.hexdigest()[:24]}.json"


def _sized(source: Source) -> bytes:
    data = source.data or b""
    return len(data).to_bytes(8, "big") + data
