"""The translation unit, as every bilingual reader gives it and every check takes it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from padanan.translation.tagged import Tagged


class Waiver(NamedTuple):
    """A decision that a finding is not to count, and why.

    Attributes:
        code: of the check (``T101``), or its beginning (``T1``).
        concept: id of the only concept concerned; empty for every concept.
        reason: why, in the words of who decided; never empty.
        unit: id of the only unit concerned; empty for every unit.
    """

    code: str
    concept: str
    reason: str
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Unit:
    """A piece of text with its translation: the *translation unit* of TMX and XLIFF.

    Attributes:
        id: names the unit in its file: its own id there, otherwise its number.
        source: the Indonesian text, without mark-up.
        target: the English text without mark-up; empty where nothing is translated.
        place: where it is in the file, as one would say it: ``12`` for a line,
            ``row 12``, ``unit u7``.
        note: what translators wrote to each other about it.
        fuzzy: the translation is not yet confirmed.
        quoted: half-open offsets in ``source`` of what is to stay in the original.
        aligned: the two texts are known to say the same; otherwise they are
            stretches that nobody could align.
        waivers: findings that are not to count here.
        locked: the file says that the unit is not to be translated.
        tagged_source: the Indonesian text with its tags; ``None`` where the file can
            have none.
        tagged_target: the English text with its tags.
    """

    id: str
    source: str
    target: str
    place: str = ""
    note: str = ""
    fuzzy: bool = False
    quoted: tuple[tuple[int, int], ...] = ()
    aligned: bool = True
    waivers: tuple[Waiver, ...] = ()
    locked: bool = False
    tagged_source: Tagged | None = None
    tagged_target: Tagged | None = None


class UnitsRead(NamedTuple):
    """What a reader found in a file.

    Attributes:
        units: in the order of the file.
        unread: what it passed over, a sentence each, to be told to the user.
    """

    units: tuple[Unit, ...]
    unread: tuple[str, ...] = ()


_WAIVER = re.compile(
    r"\s*padanan:\s*ignore\s+(?P<code>[A-Z][0-9]{1,3})"
    r"(?:\s+\[(?P<concept>[^\]\s]+)\])?[\s:—–-]+(?P<reason>\S.*)"
)


def read_waiver(comment: str, kind: str = "T") -> Waiver | None:
    """Return the waiver that a line of a comment states, ``None`` if it states none.

    A waiver must have a reason. The id of the only concept concerned may stand in
    square brackets.

    Args:
        comment: one line of a comment or note.
        kind: letter of the codes: ``T`` in a translation, ``G`` in a glossary.

    >>> read_waiver("padanan: ignore T201 cut by the editor")
    Waiver(code='T201', concept='', reason='cut by the editor', unit='')
    >>> read_waiver("padanan: ignore T101 [gencatan-senjata] house style").concept
    'gencatan-senjata'
    >>> read_waiver("padanan: ignore T101")
    """
    match = _WAIVER.fullmatch(comment)
    if match is None or not match["code"].startswith(kind):
        return None
    return Waiver(match["code"], match["concept"] or "", match["reason"].strip())
