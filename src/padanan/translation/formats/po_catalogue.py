"""PO files (gettext): ``msgid`` is Indonesian, ``msgstr`` English.

In worksheets for Poedit and similar programs, hints are extracted comments.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from padanan.files.counts import counted
from padanan.files.messages import catalogue
from padanan.files.text import printable
from padanan.glossary.reader import decode
from padanan.translation import direction, hints, skeleton
from padanan.translation.units import Unit, UnitsRead, read_waiver

if TYPE_CHECKING:
    from collections.abc import Iterator

    from padanan.files.messages import Message
    from padanan.translation.hints import HintedUnit
    from padanan.translation.worksheet import Worksheet

# The fields that msgfmt -c requires. There is no date, so that all runs are alike.
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
_LANGUAGES = ("x-source-language", "language")
"""The header fields for the source and the target language, in lower case."""

_JOINT = re.compile(r'"[^\S\n]*+\n\s*+"')


def read(data: bytes, path: str) -> tuple[Unit, ...]:
    r"""Return the units of a PO file without its header; see ``read_all``.

    A translator's comment ``# padanan: ignore T101 …`` waives a finding.

    >>> unit, = read(b'# padanan: ignore T1 quoted\nmsgid "a"\nmsgstr "b"\n', "a.po")
    >>> unit.target, unit.waivers[0].reason
    ('b', 'quoted')
    """
    return read_all(data, path).units


def read_all(data: bytes, path: str) -> UnitsRead:
    r"""Return the units of a PO file and what was passed over.

    Each plural form is a unit. In a file whose language is Indonesian, source and
    target are exchanged.

    Raises:
        DocumentError: it is not a PO file (with the line), or has other languages.
        GlossaryError: it is not UTF-8 (with the line).

    >>> read_all(b'msgid ""\nmsgstr "Language: id\\n"\n\nmsgid "note"\n'
    ...     b'msgstr "nota"\n', "id.po").units[0].source
    'nota'
    """
    found = catalogue(decode(data, path=path), path)
    source, target = (found.header.get(name) for name in _LANGUAGES)
    is_reversed = direction.is_reversed(source, target, path)
    units = tuple(
        direction.turned(unit) if is_reversed else unit
        for message in found.messages
        if message.source
        for unit in _units(message, is_reversed=is_reversed)
    )
    kept = tuple(unit for unit in units if unit.source)
    lost = direction.without_indonesian(len(units) - len(kept))
    return UnitsRead(kept, (*lost, *_obsolete(found.obsolete)))


def _obsolete(count: int) -> tuple[str, ...]:
    """Return a message about obsolete entries.

    >>> _obsolete(1)
    ('1 obsolete entry (#~) not read',)
    """
    entries = counted(count, "obsolete entry", "obsolete entries")
    return (f"{entries} (#~) not read",) if count else ()


def _units(message: Message, *, is_reversed: bool) -> Iterator[Unit]:
    """Yield the unit of a message, or one for each of its plural forms.

    Indonesian has one form for singular and plural, which translates both.
    """
    first = _unit(message)
    yield first
    if message.plural:
        forms = message.forms
        single = is_reversed and len(forms) == 1
        for number, form in enumerate(forms if single else forms[1:], 1):
            name = "msgid_plural" if single else f"msgstr[{number}]"
            yield replace(
                first,
                id=f"{first.id}[{number}]",
                source=message.plural,
                target=form,
                place=f"{first.place}, {name}",
            )


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
    """Return the packed skeleton of a worksheet; empty if there is none.

    Args:
        data: the file; editors may have wrapped its header.
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
        # It is on one line, because each line of the header is a field.
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
    yield f"msgid {_quoted(unit.tagged.marked)}"
    yield f"msgstr {_quoted(unit.filled)}"


def _quoted(text: str) -> str:
    r"""Return a text as a PO string.

    >>> _quoted('Ia berkata: "Damai\\"')
    '"Ia berkata: \\"Damai\\\\\\""'
    """
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + escaped.replace("\n", "\\n").replace("\t", "\\t") + '"'
