"""``padanan stats``: counts of what a glossary holds, and how translators agree."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING

import click

from padanan.errors import DocumentError
from padanan.files.local import read_file
from padanan.glossary import library
from padanan.model import domain_rank

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from padanan.corpus.against import Agreement
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
@click.option(
    "--against",
    "corpus",
    nargs=2,
    metavar="ID EN",
    help="Compare with translations: two files, line against line.",
)
def stats(paths: tuple[str, ...], *, form: str, corpus: tuple[str, str] | None) -> None:
    """Count what a glossary holds.

    PATH is a PO file or a folder of PO files; without one the shipped glossary is
    counted. With --against it is counted how often the English lines have an
    equivalent of a term in the Indonesian ones, and which terms fall shortest.
    """
    if corpus:
        click.echo(_compared(paths, form, corpus))
        return
    glossary = library.load(*paths, shipped=not paths)
    found = counts(glossary)
    click.echo(
        json.dumps(found, ensure_ascii=False, indent=1)
        if form == "json"
        else as_text(found)
    )


def _compared(paths: tuple[str, ...], form: str, corpus: tuple[str, str]) -> str:
    from padanan import Annotator
    from padanan.corpus.against import against

    annotator = Annotator.from_files(*paths, shipped=not paths)
    agreement = against(annotator.engine, _line_pairs(*corpus))
    if form == "json":
        return json.dumps(as_data(agreement), ensure_ascii=False, indent=1)
    return agreement_as_text(agreement)


def _line_pairs(source: str, target: str) -> Iterator[tuple[str, str]]:
    from padanan.articles.plain import decode

    lines = [
        # Only line feeds: other separators occur inside sentences.
        decode(read_file(name), name).removesuffix("\n").split("\n")
        for name in (source, target)
    ]
    if len(lines[0]) != len(lines[1]):
        raise DocumentError(
            f"{len(lines[1])} lines, but {source} has {len(lines[0])} — line against"
            " line both must have as many",
            path=target,
        )
    return zip(*lines, strict=True)


def as_data(agreement: Agreement) -> dict[str, object]:
    """Return the comparison as plain values, the terms that fall shortest first."""
    return {
        "occurrences": agreement.occurrences,
        "found": agreement.found,
        "share": round(agreement.share, 4),
        "terms": [tally._asdict() for tally in agreement.tallies],
    }


def agreement_as_text(agreement: Agreement) -> str:
    """Return the share of occurrences with an equivalent, and the worst terms.

    >>> from padanan.corpus.against import Agreement, Tally
    >>> print(agreement_as_text(Agreement((Tally("nota", "nota", 4, 3),))))
    3 of 4 recognised terms have an equivalent in the English: 75.0 %
    <BLANKLINE>
    missed  of  term
         1   4  nota
    """
    from padanan.corpus.against import WORST

    lines = [
        f"{agreement.found} of {agreement.occurrences} recognised terms have an"
        f" equivalent in the English: {100 * agreement.share:.1f} %",
        "",
        "missed  of  term",
    ]
    lines += [
        f"{tally.missed:>6}{tally.occurrences:>4}  {tally.term}"
        for tally in agreement.tallies[:WORST]
        if tally.missed
    ]
    return "\n".join(lines)


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
    return {name: found[name] for name in sorted(found, key=domain_rank)}
