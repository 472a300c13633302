"""Worksheets as gettext PO, for Poedit and its kin: hints are extracted comments."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from padanan.translation.worksheets import hints, skeleton

if TYPE_CHECKING:
    from collections.abc import Iterator

    from padanan.translation.worksheets.hints import Hinted
    from padanan.translation.worksheets.worksheet import Worksheet

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


def dumps(worksheet: Worksheet) -> bytes:
    """Return a PO file with an entry for each sentence."""
    entries = "".join(map(_entry, hints.hinted(worksheet)))
    return (_header(worksheet) + entries).encode()


def word(data: bytes, path: str) -> str:
    """Return the word that stands for the skeleton, empty where there is none.

    Args:
        data: the file; editors wrap its header as they like.
        path: unused, the same for all formats.
    """
    del path
    return skeleton.find(_JOINT.sub("", data.decode("utf-8", "replace")))


def _header(worksheet: Worksheet) -> str:
    values = {
        "name": worksheet.skeleton.name or "padanan",
        "skeleton": skeleton.dumps(worksheet.skeleton),
    }
    fields = (f"{key}: {value.format(**values)}\n" for key, value in _HEADER)
    lines = "\n".join(map(_quoted, fields))
    return f'msgid ""\nmsgstr ""\n{lines}\n'


def _entry(hinted: Hinted) -> str:
    return "\n".join(("", *_lines(hinted), ""))


def _lines(hinted: Hinted) -> Iterator[str]:
    entry = hinted.entry
    offer = entry.suggestion if entry.fuzzy else None
    if offer:
        yield f"#. {hints.fuzzy_line(offer)}"
    for line in hinted.lines:
        yield f"#. {line}"
    if offer:
        yield "#, fuzzy"
        yield f"#| msgid {_quoted(offer.source)}"
    yield f"msgid {_quoted(entry.unit.source)}"
    yield f"msgstr {_quoted(entry.filled)}"


def _quoted(text: str) -> str:
    r"""Return a PO string.

    >>> _quoted('Ia berkata: "Damai\\"')
    '"Ia berkata: \\"Damai\\\\\\""'
    """
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + escaped.replace("\n", "\\n").replace("\t", "\\t") + '"'
