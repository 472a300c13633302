"""Padanan: an Indonesian–English diplomatic glossary that reads the context.

>>> import padanan
>>> annotator = padanan.Annotator()
>>> for found in annotator.annotate("Menlu AS menyambut baik kesepakatan itu."):
...     print(found.text, "→", found.equivalents[0])
Menlu → Secretary of State
menyambut baik → welcome
kesepakatan → agreement

``docs/api.md`` shows every public name. Each is imported when it is first used, so that
``import padanan`` costs next to nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from padanan.api import check, export, lookup
    from padanan.checks.findings import Finding, Severity, Span
    from padanan.errors import (
        DocumentError,
        ExchangeError,
        GlossaryError,
        PadananError,
    )
    from padanan.glossary.library import load
    from padanan.matching.annotation import Annotation, Explanation
    from padanan.matching.annotator import Annotator
    from padanan.model import (
        Concept,
        Example,
        Glossary,
        Joining,
        Level,
        Match,
        PartOfSpeech,
        Status,
        Term,
        TermType,
    )
    from padanan.search.hits import Hit
    from padanan.translation.units import Unit

__all__ = [
    "Annotation",
    "Annotator",
    "Concept",
    "DocumentError",
    "Example",
    "ExchangeError",
    "Explanation",
    "Finding",
    "Glossary",
    "GlossaryError",
    "Hit",
    "Joining",
    "Level",
    "Match",
    "PadananError",
    "PartOfSpeech",
    "Severity",
    "Span",
    "Status",
    "Term",
    "TermType",
    "Unit",
    "__version__",
    "check",
    "export",
    "load",
    "lookup",
]
__version__ = "0.1.0"

_NAMES = {
    "padanan.api": ("check", "export", "lookup"),
    "padanan.checks.findings": ("Finding", "Severity", "Span"),
    "padanan.errors": (
        "DocumentError", "ExchangeError", "GlossaryError", "PadananError",
    ),
    "padanan.glossary.library": ("load",),
    "padanan.matching.annotation": ("Annotation", "Explanation"),
    "padanan.matching.annotator": ("Annotator",),
    "padanan.model": (
        "Concept", "Example", "Glossary", "Joining", "Level", "Match", "PartOfSpeech",
        "Status", "Term",
        "TermType",
    ),
    "padanan.search.hits": ("Hit",),
    "padanan.translation.units": ("Unit",),
}  # fmt: skip
"""The public names by the modules that define them."""

_HOMES = {name: module for module, names in _NAMES.items() for name in names}

if not TYPE_CHECKING:  # else every misspelt name would have a type

    def __getattr__(name: str) -> object:
        """Return a public name, importing the module that defines it (PEP 562)."""
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib import import_module

        return getattr(import_module(_HOMES[name]), name)

    def __dir__() -> list[str]:
        return sorted({*globals(), *__all__})
