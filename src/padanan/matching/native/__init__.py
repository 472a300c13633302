"""The compiled core of recognition, a package of modules with types beside them.

Each ``NAME.py`` with a ``NAME.pxd`` is plain Python; the latter says for Cython which
of its values are numbers of the machine. Uncompiled they do the same, several times
as slowly as the readable engine, which is then what runs. That engine stays the truth:
the core must find the same in all fields, and asks it for whatever is rare.
"""

from __future__ import annotations

from importlib.machinery import EXTENSION_SUFFIXES
from pathlib import Path

_FOLDER = Path(__file__).parent

# Looked for, not imported: many commands read less than the core is worth.
COMPILED: bool = any((_FOLDER / f"reading{end}").exists() for end in EXTENSION_SUFFIXES)
"""Whether the compiled modules are in use."""
