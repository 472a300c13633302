"""What the compiled core learns is kept, and the garbage collector lets it be."""

from __future__ import annotations

import gc

import pytest

from padanan.matching.compiling import compile_glossary
from padanan.model import Glossary
from tests.matching.native.compiled import both, need_compiled
from tests.matching.small import TERMS


@pytest.mark.parametrize(("words", "old"), [(100, True), (10, False)])
def test_what_many_words_teach_is_old_at_once(*, words: int, old: bool) -> None:
    """The collector need not look through what was learnt from many new words."""
    need_compiled()
    engine = both(compile_glossary(Glossary(TERMS))).core
    gc.disable()
    try:
        engine.annotate(" ".join(f"kata{number}" for number in range(words)))
        kept = engine._core.memory  # type: ignore[union-attr]  # noqa: SLF001
        found = gc.get_objects(generation=2)
    finally:
        gc.enable()
    assert any(one is kept for one in found) is old
