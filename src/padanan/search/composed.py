"""Composed terms that a query is, in either language: no entry lists them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from padanan.matching.engine import Options
from padanan.model import Status, Term
from padanan.search.exact import english, with_words
from padanan.search.hits import Hit, How

if TYPE_CHECKING:
    from collections.abc import Iterator

    from padanan.matching.annotation import Annotation
    from padanan.matching.engine import Engine
    from padanan.model import Concept
    from padanan.search.index import Index

MOST_WORDS = 8
"""Maximum number of words of an English query that is taken apart."""


def search(index: Index, query: str) -> tuple[Hit, ...]:
    """Return a composed term that the query is, and then its parts; nothing if none is.

    Args:
        index: the glossary.
        query: in either language.
    """
    if index.engine is None:
        return ()
    engine = index.engine()
    found = _whole(engine, query)
    if found is None:
        found = next(_from_english(engine, index, query), None)
        language = index.target_language
    else:
        language = index.source_language
    return tuple(_hits(engine, index, found, language)) if found else ()


def _whole(engine: Engine, text: str) -> Annotation | None:
    """Return the composed term that a text is."""
    found = engine.annotate(text.strip(), Options(basic=True))
    if len(found) == 1 and found[0].parts and found[0].text == text.strip():
        return found[0]
    return None


def _hits(
    engine: Engine, index: Index, found: Annotation, language: str
) -> Iterator[Hit]:
    offered = [Term(text, Status.ADMITTED) for text in found.equivalents]
    offered[:1] = [Term(text) for text in found.equivalents[:1]]
    head = engine.concept(found.concept.id)
    whole = head._replace(
        terms=(found.term,),
        equivalents=tuple(offered),
        definition="",
        notes=(),
        examples=(),
        sources=(),
    )
    term = found.term if language == index.source_language else offered[0]
    yield Hit(whole, term, language, How.COMPOSED, parts=found.parts)
    for part in dict.fromkeys(found.parts):
        concept = engine.concept(part)
        yield Hit(concept, concept.terms[0], index.source_language, How.PART)


def _from_english(engine: Engine, index: Index, query: str) -> Iterator[Annotation]:
    """Yield composed terms of which the query is the English.

    What is before a head is tried as its modifier.
    """
    words = query.split()
    if len(words) > MOST_WORDS:
        return
    for cut in range(1, len(words)):
        modifier, head = " ".join(words[:cut]), " ".join(words[cut:])
        found = (hit.concept for hit in english(index, head))
        heads = [concept for concept in found if _may_head(concept)]
        for number in with_words(index, modifier) if heads else ():
            behind = index.concepts[number]
            if not any(
                t.text.casefold() == modifier.casefold() for t in behind.modifiers
            ):
                continue
            for one in heads:
                whole = _whole(engine, f"{one.term} {behind.term}")
                if whole is not None:
                    yield whole


def _may_head(concept: Concept) -> bool:
    """Whether a concept may take modifiers: by its own heads, or by its first words."""
    return bool(concept.heads) or " " in concept.term
