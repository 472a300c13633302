"""A glossary counted, and compared with what translators wrote."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

from padanan.model import DOMAINS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from padanan import Annotator
    from padanan.corpus.against import Agreement
    from padanan.jobs.articles import Source
    from padanan.model import Concept, Glossary
    from padanan.translation.units import Unit

Counts = dict[str, dict[str, int]]


class StatsResult(NamedTuple):
    """The counts of a glossary, by what is counted."""

    counts: Counts

    def as_dict(self) -> dict[str, Any]:
        """Return the counts of ``docs/json.md``."""
        from padanan.render.json import VERSION

        return {"version": VERSION, **self.counts}


class CompareResult(NamedTuple):
    """How often translations have an equivalent of the terms."""

    agreement: Agreement

    def as_dict(self) -> dict[str, Any]:
        """Return the comparison of ``docs/json.md``, the worst terms first."""
        from padanan.render.json import VERSION

        found = self.agreement
        return {
            "version": VERSION,
            "occurrences": found.occurrences,
            "found": found.found,
            "accepted": found.accepted,
            "share": round(found.share, 4),
            "terms": [tally._asdict() for tally in found.tallies],
        }


def stats(glossary: Glossary) -> StatsResult:
    """Count what a glossary holds.

    ``review`` is about concepts; ``status`` and ``type`` are about the terms of both
    languages, ``with`` counts concepts that have such a field.

    >>> from padanan.model import Glossary
    >>> stats(Glossary()).counts["total"]["concepts"]
    0
    """
    concepts = glossary.concepts
    terms = [term for c in concepts for term in (*c.terms, *c.equivalents)]
    counts = {
        "total": {
            "concepts": len(concepts),
            "Indonesian terms": sum(len(concept.terms) for concept in concepts),
            "English equivalents": sum(len(c.equivalents) for c in concepts),
        },
        "with": dict(_with(concepts)),
        "review": _count("fuzzy" if c.fuzzy else "reviewed" for c in concepts),
        "status": _count(term.status.value for term in terms),
        "type": _count(term.type.value for term in terms),
        "part of speech": _count(c.pos.value if c.pos else "none" for c in concepts),
        "domain": _by_domain(_count(concept.domain for concept in concepts)),
    }
    return StatsResult(counts)


def compare(units: Iterable[Unit], annotator: Annotator) -> CompareResult:
    """Count how often the English of units has an equivalent of a recognised term.

    >>> from padanan import Annotator
    >>> from padanan.translation.units import Unit
    >>> compare([Unit("1", "Nota diplomatik.", "Silence.")], Annotator()).as_dict()[
    ...     "found"]
    0
    """
    from padanan.corpus.against import against

    pairs = ((unit.source, unit.target) for unit in units)
    return CompareResult(against(annotator.engine, pairs))


def open_counted(sources: Sequence[Source] = ()) -> Glossary:
    """Return the glossary of some files; the shipped one if none is named.

    Raises:
        GlossaryError: a file is not a glossary.
        OSError: a file cannot be read.
    """
    from padanan.glossary import library
    from padanan.model import merge

    if not sources:
        return library.load()
    return merge(
        library.load(source.name, shipped=False)
        if source.data is None
        else library.parse(library.GlossaryFile(source.name, source.data))
        for source in sources
    )


def _with(concepts: Iterable[Concept]) -> Mapping[str, int]:
    found: Counter[str] = Counter(
        dict.fromkeys(("definition", "source", "example", "note", "condition"), 0)
    )
    for concept in concepts:
        found["definition"] += bool(concept.definition)
        found["source"] += bool(concept.sources)
        found["example"] += bool(concept.examples)
        found["note"] += bool(concept.notes)
        found["condition"] += bool(concept.when or concept.unless)
    return found


def _count(names: Iterable[str]) -> dict[str, int]:
    """Count names, the most frequent first."""
    found = Counter(names)
    return dict(sorted(found.items(), key=lambda item: (-item[1], item[0])))


def _by_domain(found: dict[str, int]) -> dict[str, int]:
    own = sorted(found.keys() - set(DOMAINS))
    return {name: found[name] for name in (*DOMAINS, *own) if name in found}
