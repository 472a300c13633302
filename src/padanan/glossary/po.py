"""PO files in and out: one entry a concept, its fields as extracted comments.

The format is described in ``glossary/README.md`` (fields, conditions). polib is
imported here alone, by ``reader``.
"""

from __future__ import annotations

from padanan.files.po_problems import Kind, Problem
from padanan.glossary.fields import Field
from padanan.glossary.reader import Entry, Reading, decode, load, loads, read
from padanan.glossary.writer import dumps

__all__ = [
    "Entry",
    "Field",
    "Kind",
    "Problem",
    "Reading",
    "decode",
    "dumps",
    "load",
    "loads",
    "read",
]
