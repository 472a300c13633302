"""Both engines for one glossary, and where the compiled modules must be."""

from __future__ import annotations

import os
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import pytest

from padanan.files.writing import encoded
from padanan.matching import native
from padanan.matching.cached import compile_files
from padanan.matching.compiling import compile_glossary
from padanan.matching.native.engine import NativeRecogniser
from padanan.matching.notation import Notation, written
from padanan.matching.recogniser import Recogniser
from padanan.model import Glossary
from tests.matching.small import TERMS

if TYPE_CHECKING:
    from padanan.matching.annotation import Annotation
    from padanan.matching.compiled import Compiled
    from padanan.matching.engine import Options

STRICT = os.environ.get("PADANAN_CI") == "1" and not os.environ.get("PADANAN_PLAIN")


def _rest(one: Annotation) -> bytes:
    """Return all that an annotation has behind its text."""
    english = "|".join(one.equivalents)
    inside = " ".join(f"{each.start}:{_rest(each)!r}" for each in one.nested)
    told = f"{one.concept.id} {one.term.text} {english} {one.parts} [{inside}]"
    return encoded(f"{told} {one.region} {one.because} {one.phrase}")


IN_FULL = Notation(b"<", b"-", b" ", b"; ", encoded, _rest)
"""Annotations with all that they have."""


class Both(NamedTuple):
    """The readable engine, and the one with the core from the first character on."""

    readable: Recogniser
    core: NativeRecogniser

    def check(self, text: str, *several: Options) -> None:
        """Fail where the two do not find, or do not write, the same."""
        for options in several:
            found = self.readable.annotate(text, options)
            assert self.core.annotate(text, options) == found
            told = written(found, IN_FULL)
            assert self.core.written(text, options, IN_FULL) == told


def both(compiled: Compiled) -> Both:
    """Return both engines, new."""
    return Both(Recogniser(compiled), NativeRecogniser(compiled, few=0))


@cache
def small() -> Both:
    """Return both engines for the small glossary."""
    return both(compile_glossary(Glossary(TERMS)))


@cache
def shipped() -> Both:
    """Return both engines for the shipped glossary."""
    return both(compile_files())


def need_compiled() -> None:
    """Skip a test where no module is compiled; fail where they must be."""
    if not native.COMPILED:
        reason = "no compiled modules — install the package where a C compiler is"
        if STRICT:
            pytest.fail(reason)
        pytest.skip(reason)
