"""The check that recognises the examples of a glossary with the glossary itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from padanan.checks.glossary.relations import conditions
from padanan.errors import GlossaryError
from padanan.matching import make_engine
from padanan.matching.compiling import compile_glossary
from padanan.matching.conditions import parse
from padanan.model import Glossary, Match

if TYPE_CHECKING:
    from collections.abc import Iterator

    from padanan.checks.glossary.files import Fault, GlossaryFiles
    from padanan.model import Concept


def not_recognised(checked: GlossaryFiles) -> Iterator[Fault]:
    """Yield examples in which recognition does not find the very concept.

    It may find it inside a longer term only where the concept is found nowhere else.
    """
    if not any(place.concept.examples for place in checked.places):
        return
    glossary = Glossary(tuple(filter(_is_usable, checked.concepts)))
    recogniser = make_engine(compile_glossary(glossary))
    for place in checked.places:
        if place.concept.id not in glossary.by_id or _is_off(place.concept):
            continue
        for example in place.concept.examples:
            found = recogniser.annotate(example.source)
            if place.concept.id not in {one.concept.id for one in found}:
                seen = ", ".join(f"“{one.text}”" for one in found) or "nothing"
                message = (
                    f"the example does not show “{place.concept.term}” (found: "
                    f"{seen}) — write another, or mend the conditions"
                )
                yield place.fault(message, at=example.source)


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
