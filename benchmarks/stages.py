"""How long each stage of the compiled core takes."""

from __future__ import annotations

import time
from functools import wraps
from typing import TYPE_CHECKING, Any
from unittest import mock

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

STAGES = (
    ("plain copy", "plain_copy", ""),
    ("words and sentences", "Page", "read"),
    ("candidates", "Spotter", "scanned"),
    ("countries, abbreviations", "PageDocument", "__init__"),
    ("conditions, composing", "resolve", ""),
    ("whose offices", "Placing", "regions"),
    ("English", "Wording", "annotations"),
)
"""What a stage is called, and the function of ``native.core``, or class and method."""


def stages(search: Callable[[str], object], texts: Sequence[str]) -> dict[str, float]:
    """Return the processor seconds of each stage of the quickest of nine passes.

    Args:
        search: reads a text with the core, which is made already.
        texts: what is read.
    """
    from padanan.matching.native import core

    taken: dict[str, float] = {}

    def timed(function: Callable[..., Any], label: str) -> Callable[..., Any]:
        @wraps(function)
        def call(*rest: Any, **named: Any) -> Any:
            begin = time.thread_time()
            found = function(*rest, **named)
            taken[label] = taken.get(label, 0) + time.thread_time() - begin
            return found

        return call

    replaced: dict[str, Any] = {}
    for label, name, method in STAGES:
        usual = getattr(core, name)
        if method:
            own = {method: timed(getattr(usual, method), label)}
            replaced[name] = type(name, (usual,), own)
        else:
            replaced[name] = timed(usual, label)
    passes = []
    with mock.patch.multiple(core, **replaced):
        for _ in range(9):
            taken.clear()
            for text in texts:
                search(text)
            passes.append(dict(taken))
    return min(passes, key=lambda one: sum(one.values()))
