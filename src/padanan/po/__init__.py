"""PO files in and out: one entry a concept, its fields as extracted comments.

The format is described in ``glossary/README.md`` (fields, conditions). polib is
imported here alone, by ``reader``.
"""

from __future__ import annotations

from padanan.po.fields import Field
from padanan.po.problems import Kind, Problem
from padanan.po.reader import Entry, Reading, decode, load, loads, read
from padanan.po.writer import dumps

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
