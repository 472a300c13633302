"""How long each stage of the compiled core takes."""

from __future__ import annotations

import time
from functools import wraps
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unittest import mock

from padanan.matching.pairs import Pairs
from padanan.matching.senses import Senses, Spellings

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from types import ModuleType

    from padanan.matching.compiled import Compiled

STAGES = (
    ("plain copy", "plain_copy", ""),
    ("words and sentences", "Core", "_page_of"),
    ("candidates", "Core", "_scan"),
    ("countries, abbreviations", "PageDocument", "__init__"),
    ("conditions, composing", "resolve", ""),
    ("whose offices", "Core", "_regions"),
    ("English", "Wording", "annotations"),
)
"""What a stage is called, and the function of ``native.core``, or class and method."""


def stages(compiled: Compiled, texts: Sequence[str]) -> dict[str, float]:
    """Return the processor seconds of each stage of the quickest of nine passes.

    Args:
        compiled: a glossary made ready.
        texts: what is read.
    """
    core = _source()
    spellings = Spellings(Senses(compiled), compiled.places)
    taken: dict[str, float] = {}
    replaced = _replaced(core, taken)
    search = replaced.pop("Core")(compiled, spellings, Pairs()).annotate
    passes = []
    for text in texts:
        search(text)
    with mock.patch.multiple(core, **replaced):
        for _ in range(9):
            taken.clear()
            for text in texts:
                search(text)
            passes.append(dict(taken))
    return min(passes, key=lambda one: sum(one.values()))


def _replaced(core: ModuleType, taken: dict[str, float]) -> dict[str, Any]:
    """Return functions and classes of a module that add the time they take."""

    def timed(function: Callable[..., Any], label: str) -> Callable[..., Any]:
        @wraps(function)
        def call(*rest: Any, **named: Any) -> Any:
            begin = time.thread_time()
            found = function(*rest, **named)
            taken[label] = taken.get(label, 0) + time.thread_time() - begin
            return found

        return call

    own: dict[str, dict[str, Any]] = {}
    replaced: dict[str, Any] = {}
    for label, name, method in STAGES:
        usual = getattr(core, name)
        if method:
            own.setdefault(name, {})[method] = timed(getattr(usual, method), label)
        else:
            replaced[name] = timed(usual, label)
    for name, methods in own.items():
        replaced[name] = type(name, (getattr(core, name),), methods)
    return replaced


def _source() -> ModuleType:
    """Return the module ``native.core`` uncompiled: only so can a stage be replaced.

    What it calls is compiled; it only calls each stage once a text.
    """
    from padanan.matching import native

    path = Path(native.__path__[0], "core.py")
    found = spec_from_file_location("padanan_core_source", path)
    if found is None or found.loader is None:
        raise FileNotFoundError(path)
    module = module_from_spec(found)
    found.loader.exec_module(module)
    return module
