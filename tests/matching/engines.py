"""The engines that there are: each must pass the contract."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, TypeAlias

from padanan.matching import native
from padanan.matching.cached import compile_files
from padanan.matching.compiling import compile_glossary
from padanan.matching.native.engine import NativeRecogniser
from padanan.matching.recogniser import Recogniser
from padanan.model import Glossary
from tests.matching.small import TERMS

if TYPE_CHECKING:
    from collections.abc import Callable

    from padanan.matching.compiled import Compiled
    from padanan.matching.engine import Engine

    Maker: TypeAlias = Callable[[Compiled], Engine]


def with_core(compiled: Compiled) -> Engine:
    """Return an engine that reads with the compiled core from the first text on."""
    return NativeRecogniser(compiled, few=0)


MAKERS: tuple[Maker, ...] = (Recogniser, *([with_core] if native.COMPILED else []))
"""What makes an engine of a compiled glossary; a new engine is a line here."""


@cache
def small(make: Maker) -> Engine:
    """Return an engine for the small glossary."""
    return make(compile_glossary(Glossary(TERMS)))


@cache
def shipped(make: Maker) -> Engine:
    """Return an engine for the shipped glossary."""
    return make(compile_files())
