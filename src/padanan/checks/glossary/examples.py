"""The check that recognises the examples of a glossary with the glossary itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from padanan.checks.glossary.relations import conditions
from padanan.errors import GlossaryError
from padanan.matching.conditions import parse
from padanan.matching.engine import Options
from padanan.model import Glossary, Match

if TYPE_CHECKING:
    from collections.abc import Iterator

    from padanan.checks.findings import Fault
    from padanan.checks.glossary.files import GlossaryFiles
    from padanan.matching.engine import Engine
    from padanan.model import Concept


def not_recognised(glossary: GlossaryFiles) -> Iterator[Fault]:
    """Yield examples in which recognition does not find the very concept.

    It may find it inside a longer term only where the concept is found nowhere else.
    """
    if not any(entry.concept.examples for entry in glossary.entries):
        return
    usable = Glossary(tuple(filter(_is_usable, glossary.concepts)))
    engine, options = _engine(usable), Options(basic=True)
    for entry in glossary.entries:
        if entry.concept.id not in usable.by_id or _is_off(entry.concept):
            continue
        for example in entry.concept.examples:
            found = engine.annotate(example.source, options)
            ids = {name for one in found for name in (one.concept.id, *one.parts)}
            if entry.concept.id not in ids:
                seen = ", ".join(f"“{one.text}”" for one in found) or "nothing"
                yield entry.fault(example.source, term=entry.concept.term, found=seen)


def _engine(glossary: Glossary) -> Engine:
    # Slow to import, and not needed where there are no examples.
    from padanan.matching import make_engine
    from padanan.matching.compiling import compile_glossary

    return make_engine(compile_glossary(glossary))


def _is_off(concept: Concept) -> bool:
    return concept.match is Match.OFF and not concept.when


def _is_usable(concept: Concept) -> bool:
    """Whether the conditions are understood; those that are not are reported so."""
    try:
        for text in conditions(concept):
            parse(text)
    except GlossaryError:
        return False
    return True
