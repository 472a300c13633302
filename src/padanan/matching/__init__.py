"""Recognition: forms → automaton → candidates → annotations, chosen by context."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from padanan.matching.compiled import Compiled
    from padanan.matching.engine import Engine


def make_engine(compiled: Compiled) -> Engine:
    """Return the engine that reads texts with a glossary: the one place that picks it.

    It is the one with the compiled core where that is there, unless the environment
    has ``PADANAN_PLAIN``; both find the same.

    >>> from padanan.matching.compiling import compile_glossary
    >>> from padanan.model import Concept, Glossary, Term
    >>> visa = Concept("visa", "consular", (Term("visa"),), (Term("visa"),))
    >>> engine = make_engine(compile_glossary(Glossary((visa,))))
    >>> [found.text for found in engine.annotate("Dua visa dicabut.")]
    ['visa']
    """
    import os

    if not os.environ.get("PADANAN_PLAIN"):
        from padanan.matching import native

        if native.COMPILED:
            from padanan.matching.native.engine import NativeRecogniser

            return NativeRecogniser(compiled)
    from padanan.matching.recogniser import Recogniser

    return Recogniser(compiled)
