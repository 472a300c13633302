"""``padanan stats``: counts of what a glossary holds."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING

import click

from padanan import library
from padanan.model import DOMAINS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from padanan.model import Concept, Glossary

Counts = dict[str, dict[str, int]]


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATH]…")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How to print the counts.",
)
def stats(paths: tuple[str, ...], *, form: str) -> None:
    """Count what a glossary holds.

    PATH is a PO file or a folder of PO files; without one the shipped glossary is
    counted.
    """
    glossary = library.load(*paths, shipped=not paths)
    found = counts(glossary)
    click.echo(
        json.dumps(found, ensure_ascii=False, indent=1)
        if form == "json"
        else as_text(found)
    )


def counts(glossary: Glossary) -> Counts:
    """Return the counts of a glossary, by what is counted.

    ``review`` is about concepts; ``status`` and ``type`` are about the terms of both
    languages, ``with`` counts concepts that have such a field.
    """
    concepts = glossary.concepts
    terms = [term for c in concepts for term in (*c.terms, *c.equivalents)]
    return {
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


def as_text(found: Counts) -> str:
    """Return the counts as tables, with shares of the concepts.

    >>> print(as_text({"total": {"concepts": 2}, "with": {"source": 1}}))
    total
      concepts      2
    <BLANKLINE>
    with
      source        1   50 %
    """
    width = max(len(name) for table in found.values() for name in table) + 2
    total = found["total"]["concepts"] or 1
    tables = []
    for title, table in found.items():
        lines = [title]
        for name, number in table.items():
            share = f"{100 * number / total:5.0f} %" if title == "with" else ""
            lines.append(f"  {name:<{width}}{number:>5}{share}")
        tables.append("\n".join(lines))
    return "\n\n".join(tables)


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
