"""``padanan stats``: the size of a glossary, and how far translators agree with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from padanan.cli.command import command
from padanan.cli.input import glossary_of, source, sources
from padanan.cli.messages import say
from padanan.cli.options import choice, only_for, reading_options
from padanan.cli.output import as_json, format_of, output_options, show
from padanan.jobs.counts import compare, open_counted
from padanan.jobs.counts import stats as count
from padanan.jobs.glossary import GlossaryOptions, annotator
from padanan.jobs.units import PairOptions, read_pair

if TYPE_CHECKING:
    from padanan.cli.output import Output
    from padanan.corpus.against import Agreement
    from padanan.jobs.articles import ReadingOptions
    from padanan.jobs.counts import CompareResult, Counts

FORMATS = ("text", "json")


@command("stats", "stats istilah.po --format json", "stats --against news.id news.en")
@click.argument("paths", nargs=-1, metavar="[PATH|-]…")
@choice("form", FORMATS, "text")
@output_options
@click.option(
    "--against",
    "corpus",
    nargs=2,
    metavar="ID EN",
    help="Compare with a translation: two files, line by line.",
)
@reading_options
def stats(
    paths: tuple[str, ...],
    *,
    form: str | None,
    output: Output,
    corpus: tuple[str, str] | None,
    reading: ReadingOptions,
) -> None:
    """Count the contents of a glossary.

    PATH is a PO file or a folder of PO files; by default the shipped glossary is
    counted. --against counts how often the English lines contain an equivalent of a
    term in the Indonesian lines, and lists the terms that reach it least often.
    """
    form = format_of(form, output, FORMATS, "text")
    only_for("--against", "encoding", "main", fits=bool(corpus))
    if corpus:
        compared = _compared(paths, corpus, reading)
        text = agreement_as_text(compared.agreement)
        show(output, as_json(compared) if form == "json" else f"{text}\n")
        return
    found = count(open_counted(sources(paths)))
    text = as_text(found.counts)
    show(output, as_json(found) if form == "json" else f"{text}\n")


def _compared(
    paths: tuple[str, ...], corpus: tuple[str, str], reading: ReadingOptions
) -> CompareResult:
    options = PairOptions(reading, aligned=True)
    found = read_pair(source(corpus[0]), source(corpus[1]), options)
    say(*found.unread)
    known = GlossaryOptions(tuple(map(glossary_of, paths)), shipped=not paths)
    return compare(found.units, annotator(known))


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
        *_accepted(agreement),
        "",
        "missed  of  term",
    ]
    lines += [
        f"{tally.missed:>6}{tally.occurrences:>4}  {tally.term}"
        for tally in agreement.tallies[:WORST]
        if tally.missed
    ]
    return "\n".join(lines)


def _accepted(agreement: Agreement) -> tuple[str, ...]:
    number = agreement.accepted
    said = f"{number} of the others have what a check accepts; they count as missed"
    return (said,) if number else ()


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
