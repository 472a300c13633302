"""The check that recognises the examples of a glossary with the glossary itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from padanan.checks.glossary.relations import conditions
from padanan.errors import GlossaryError
from padanan.glossary.overlay import lay_over
from padanan.matching.conditions import parse
from padanan.matching.engine import Options
from padanan.model import Glossary, Match

if TYPE_CHECKING:
    from collections.abc import Iterator

    from padanan.checks.findings import Fault
    from padanan.checks.glossary.files import GlossaryFiles
    from padanan.matching.annotation import Annotation
    from padanan.matching.engine import Engine
    from padanan.model import Concept


def not_recognised(glossary: GlossaryFiles) -> Iterator[Fault]:
    """Yield examples in which recognition does not find the very concept.

    It may find it inside a longer term only where the concept is found nowhere else.
    """
    if not any(entry.concept.examples for entry in glossary.entries):
        return
    known = usable(glossary)
    engine, options = _engine(known), Options(basic=True)
    for entry in glossary.entries:
        if not _is_usable(entry.concept) or _is_off(entry.concept):
            continue
        for example in entry.concept.examples:
            found = engine.annotate(example.source, options)
            if not any(_is_found(entry.concept, one) for one in found):
                seen = ", ".join(f"“{one.text}”" for one in found) or "nothing"
                yield entry.fault(example.source, term=entry.concept.term, found=seen)


def usable(glossary: GlossaryFiles) -> Glossary:
    """Return the glossary that recognition would use."""
    base = tuple(filter(_is_usable, glossary.base))
    known = frozenset(base)
    own = (one for one in glossary.concepts if one not in known and _is_usable(one))
    if not base:
        return Glossary(tuple(own))
    return lay_over(Glossary(base), [Glossary(tuple(own))], include_fuzzy=True)


def _is_found(concept: Concept, annotation: Annotation) -> bool:
    """Whether it is that concept, a part of it, or one over which it is laid."""
    found = annotation.concept
    if concept.id in (found.id, *annotation.parts):
        return True
    return bool(found.own) and concept.term in {term.text for term in found.terms}


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
