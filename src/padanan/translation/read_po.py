"""Translation units of a PO file: ``msgid`` is Indonesian, ``msgstr`` English."""

from __future__ import annotations

from typing import TYPE_CHECKING

from padanan.files.messages import messages
from padanan.glossary.reader import decode
from padanan.translation.units import Unit, read_waiver

if TYPE_CHECKING:
    from padanan.files.messages import Message


def read(data: bytes, path: str) -> tuple[Unit, ...]:
    r"""Return the units of a PO file; its header is none of them.

    A translator's comment ``# padanan: ignore T101 …`` waives a finding.

    Raises:
        DocumentError: it is no PO file, with the line.
        GlossaryError: it is not UTF-8, with the line.

    >>> unit, = read(b'# padanan: ignore T1 quoted\nmsgid "a"\nmsgstr "b"\n', "a.po")
    >>> unit.target, unit.waivers[0].reason
    ('b', 'quoted')
    """
    found = messages(decode(data, path=path), path)
    return tuple(_unit(message) for message in found if message.source)


def _unit(message: Message) -> Unit:
    waivers = map(read_waiver, message.comments)
    return Unit(
        f"{message.context}|{message.source}" if message.context else message.source,
        message.source,
        message.target,
        str(message.line),
        "\n".join(message.comments),
        message.fuzzy,
        waivers=tuple(filter(None, waivers)),
    )
