"""PO files (gettext): ``msgid`` is Indonesian, ``msgstr`` English.

In worksheets for Poedit and its kin hints are extracted comments.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from padanan.files.messages import messages
from padanan.files.text import printable
from padanan.glossary.reader import decode
from padanan.translation import hints, skeleton
from padanan.translation.units import Unit, read_waiver

if TYPE_CHECKING:
    from collections.abc import Iterator

    from padanan.files.messages import Message
    from padanan.translation.hints import HintedUnit
    from padanan.translation.worksheet import Worksheet

# The fields that msgfmt -c asks for. There is no date: it would make each run differ.
_HEADER = (
    ("Project-Id-Version", "{name}"),
    ("PO-Revision-Date", ""),
    ("Last-Translator", ""),
    ("Language-Team", ""),
    ("Language", "en"),
    ("MIME-Version", "1.0"),
    ("Content-Type", "text/plain; charset=UTF-8"),
    ("Content-Transfer-Encoding", "8bit"),
    ("X-Source-Language", "id"),
    ("X-Padanan-Skeleton", "{skeleton}"),
)
_JOINT = re.compile(r'"\s*\n\s*"')


def read(data: bytes, path: str) -> tuple[Unit, ...]:
    r"""Return the units of a PO file without its header.

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


def packed_skeleton(data: bytes, path: str) -> str:
    """Return the packed skeleton of a worksheet, empty where there is none.

    Args:
        data: the file; editors wrap its header as they like.
        path: unused, the same for all kinds.
    """
    del path
    return skeleton.find_packed(_JOINT.sub("", data.decode("utf-8", "replace")))


def write(worksheet: Worksheet) -> bytes:
    """Return a PO file with a message for each sentence."""
    found = "".join(map(_message, hints.hinted(worksheet)))
    return (_header(worksheet) + found).encode()


def _header(worksheet: Worksheet) -> str:
    values = {
        # On one line: each line of the header is a field.
        "name": printable(" ".join(worksheet.skeleton.name.split())) or "padanan",
        "skeleton": skeleton.pack(worksheet.skeleton),
    }
    fields = (f"{name}: {value.format(**values)}\n" for name, value in _HEADER)
    lines = "\n".join(map(_quoted, fields))
    return f'msgid ""\nmsgstr ""\n{lines}\n'


def _message(hinted: HintedUnit) -> str:
    return "\n".join(("", *_lines(hinted), ""))


def _lines(hinted: HintedUnit) -> Iterator[str]:
    unit = hinted.unit
    offer = unit.suggestion if unit.fuzzy else None
    if offer:
        yield f"#. {hints.fuzzy_line(offer)}"
    for line in hinted.lines:
        yield f"#. {line}"
    if offer:
        yield "#, fuzzy"
        yield f"#| msgid {_quoted(offer.source)}"
    yield f"msgid {_quoted(unit.source)}"
    yield f"msgstr {_quoted(unit.filled)}"


def _quoted(text: str) -> str:
    r"""Return a PO string.

    >>> _quoted('Ia berkata: "Damai\\"')
    '"Ia berkata: \\"Damai\\\\\\""'
    """
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + escaped.replace("\n", "\\n").replace("\t", "\\t") + '"'
