"""Recognition: forms → automaton → candidates → annotations, chosen by context."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from padanan.matching.compiled import Compiled
    from padanan.matching.engine import Engine


def make_engine(compiled: Compiled) -> Engine:
    """Return the engine that reads texts with a glossary: the one place that picks it.

    >>> from padanan.matching.compiling import compile_glossary
    >>> from padanan.model import Concept, Glossary, Term
    >>> visa = Concept("visa", "consular", (Term("visa"),), (Term("visa"),))
    >>> engine = make_engine(compile_glossary(Glossary((visa,))))
    >>> [found.text for found in engine.annotate("Dua visa dicabut.")]
    ['visa']
    """
    from padanan.matching.recogniser import Recogniser

    return Recogniser(compiled)
