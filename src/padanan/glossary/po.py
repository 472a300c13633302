"""PO files in and out: one entry per concept, its fields as extracted comments.

The format is described in ``glossary/README.md`` (fields, conditions).
"""

from __future__ import annotations

from padanan.files.po_problems import PoProblem, PoProblemKind
from padanan.glossary.fields import Field
from padanan.glossary.reader import Entry, PoContents, decode, load, loads, read
from padanan.glossary.writer import dumps

__all__ = [
    "Entry",
    "Field",
    "PoContents",
    "PoProblem",
    "PoProblemKind",
    "decode",
    "dumps",
    "load",
    "loads",
    "read",
]
