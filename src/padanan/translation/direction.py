"""Which side of a bilingual file is Indonesian, according to its declarations."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from padanan.errors import DocumentError
from padanan.files.counts import counted
from padanan.files.xml import language
from padanan.model import SOURCE_LANGUAGE, TARGET_LANGUAGE

if TYPE_CHECKING:
    from padanan.translation.units import Unit

# ISO 639-2: undetermined, multiple, no linguistic content.
_UNKNOWN = frozenset({"und", "mul", "mis", "zxx"})


def is_reversed(source: str | None, target: str | None, path: str) -> bool:
    """Whether a file is translated from English into Indonesian.

    Args:
        source: the tag of its source language, as declared.
        target: the tag of its target language.
        path: its name, for messages.

    Raises:
        DocumentError: it has another language.

    >>> is_reversed("en-US", "id", "a.xlf"), is_reversed("id_ID", None, "a.xlf")
    (True, False)
    """
    ours, theirs = _known(source), _known(target)
    for pair, is_other_way in (
        ((SOURCE_LANGUAGE, TARGET_LANGUAGE), False),
        ((TARGET_LANGUAGE, SOURCE_LANGUAGE), True),
    ):
        if ours in (pair[0], "") and theirs in (pair[1], ""):
            return is_other_way
    languages = f"from “{source or '?'}” into “{target or '?'}”"
    problem = f"{languages}, not Indonesian and English — name another file"
    raise DocumentError(problem, path=path)


def turned(unit: Unit) -> Unit:
    """Return a unit with source and target exchanged.

    >>> from padanan.translation.units import Unit
    >>> turned(Unit("1", "note", "nota")).source
    'nota'
    """
    return replace(
        unit,
        source=unit.target,
        target=unit.source,
        quoted=(),
        tagged_source=unit.tagged_target,
        tagged_target=unit.tagged_source,
    )


def without_indonesian(count: int) -> tuple[str, ...]:
    """Return a message about entries without Indonesian text.

    >>> without_indonesian(2)
    ('2 entries have no Indonesian text: passed over',)
    """
    entries = counted(count, "entry has", "entries have")
    return (f"{entries} no Indonesian text: passed over",) if count else ()


def _known(tag: str | None) -> str:
    code = language(tag)
    return "" if code in _UNKNOWN else code
