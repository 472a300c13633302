"""The translation unit, which bilingual readers return and checks read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from padanan.translation.tagged import Tagged


class Waiver(NamedTuple):
    """A decision to ignore a finding, with its reason.

    Attributes:
        code: of the check (``T101``), or its beginning (``T1``).
        concept: id of the only concept concerned; empty for every concept.
        reason: as given by the person who decided; never empty.
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
        id: the id of the unit in its file, or its number if it has none.
        source: the Indonesian text, without markup.
        target: the English text, without markup; empty if it is not translated.
        place: where it is in the file, for messages: ``12`` for a line, ``row 12``,
            ``unit u7``.
        note: notes of translators.
        fuzzy: whether the translation is not yet confirmed.
        quoted: half-open offsets in ``source`` of text that stays in the original.
        aligned: whether the texts are translations of each other; otherwise they could
            not be aligned.
        waivers: findings to be ignored here.
        locked: whether the file says that the unit is not to be translated.
        tagged_source: the Indonesian text with its tags; ``None`` if the file cannot
            have tags.
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
        unread: what was not read, as sentences for the user.
    """

    units: tuple[Unit, ...]
    unread: tuple[str, ...] = ()


_WAIVER = re.compile(
    r"\s*padanan:\s*ignore\s+(?P<code>[A-Z][0-9]{1,3})"
    r"(?:\s+\[(?P<concept>[^\]\s]+)\])?[\s:—–-]+(?P<reason>\S.*)"
)


def read_waiver(comment: str, kind: str = "T") -> Waiver | None:
    """Return the waiver in a line of a comment, ``None`` if there is none.

    A waiver must have a reason. The id of the only concept concerned may be given in
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
