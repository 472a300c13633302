"""Checks of the conditions of a glossary by what they do in a corpus."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from padanan.checks.findings import Fault
    from padanan.checks.glossary.files import GlossaryFiles
    from padanan.matching.measure import Measured

LEAST = 20
"""Minimum number of occurrences by which a condition can be judged."""

ALWAYS = 0.98
"""Share of the occurrences from which on a condition decides nothing."""


def always(glossary: GlossaryFiles) -> Iterator[Fault]:
    """Yield conditions that hold nearly wherever they are asked."""
    found = (one for one in glossary.measured if one.asked >= LEAST)
    return _faults(glossary, [m for m in found if m.held >= ALWAYS * m.asked])


def never(glossary: GlossaryFiles) -> Iterator[Fault]:
    """Yield conditions that hold nowhere."""
    found = (one for one in glossary.measured if one.asked >= LEAST)
    return _faults(glossary, [m for m in found if not m.held])


def _faults(glossary: GlossaryFiles, found: list[Measured]) -> Iterator[Fault]:
    entries = {entry.concept.id: entry for entry in glossary.entries}
    for (concept, key, condition), asked, held in found:
        if entry := entries.get(concept):
            yield entry.fault(
                condition,
                key=key,
                condition=condition,
                term=entry.concept.term,
                held=str(held),
                asked=str(asked),
            )
