"""``padanan memory``: the translation memory of the house."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from padanan.cli.command import command
from padanan.cli.input import refuse_stdin, source
from padanan.cli.messages import say
from padanan.cli.options import (
    choice,
    glossary_options,
    only_for,
    option,
    table_options,
)
from padanan.cli.output import (
    as_json,
    format_of,
    has_colours,
    output_options,
    records_of,
    show,
)
from padanan.errors import PadananError
from padanan.jobs.memories import MATCHES

if TYPE_CHECKING:
    from padanan.cli.output import Output
    from padanan.files.headings import TableOptions
    from padanan.jobs.glossary import GlossaryOptions

NOTHING_FOUND = 1
FORMATS = ("text", "json", "tmx")
LIMIT_OF_WORDS = 20


@command(
    "memory rumah.sqlite --add earlier.tmx --add laporan.xlf",
    'memory rumah.sqlite "Menlu tiba di Jakarta."',
    "memory rumah.sqlite --words kuasa usaha",
    "memory rumah.sqlite --output rumah.tmx",
)
@click.argument("store", metavar="MEMORY")
@click.argument("sentence", nargs=-1, metavar="[SENTENCE…]")
@click.option(
    "--add",
    "additions",
    multiple=True,
    metavar="FILE",
    help="File with both languages (TMX, XLIFF, PO, table) to add; may be repeated.",
)
@click.option(
    "--texts",
    type=(str, str),
    metavar="ID EN",
    help="Indonesian text and its English translation to add.",
)
@click.option(
    "--words",
    is_flag=True,
    help="Show the translations that have these words, in either language.",
)
@option("limit", default=MATCHES)
@choice("form", FORMATS, "text")
@output_options
@table_options
@glossary_options
def memory(
    store: str,
    sentence: tuple[str, ...],
    *,
    additions: tuple[str, ...],
    texts: tuple[str, str] | None,
    words: bool,
    limit: int,
    form: str | None,
    output: Output,
    table: TableOptions,
    known: GlossaryOptions,
) -> None:
    """Keep translations in one file, and find them again.

    With a sentence: what the memory knows of it, the same first, then similar ones,
    with the numbers and terms that differ. Without: how much it knows. The file
    MEMORY is made by --add; worksheet --memory offers what is in it, and
    assemble --remember adds to it. Exit status 1 means that nothing was found.
    """
    refuse_stdin(store, "MEMORY", "is kept in a file")
    asked = " ".join(sentence)
    if additions or texts:
        only_for("a memory that is asked", "words", "form", "output", fits=False)
        if asked:
            raise PadananError("a sentence and --add — do one after the other")
        _add(store, additions, texts, table)
        return
    only_for("--add", "sheet", "map_", fits=False)
    form = format_of(form, output, FORMATS, "text")
    if form == "tmx":
        _export(store, asked, output)
    elif not asked:
        _contents(store, form, output)
    elif words:
        _words(store, asked, limit, form, output)
    else:
        _sentence(store, asked, limit, form, output, known)


def _add(
    store: str,
    additions: tuple[str, ...],
    texts: tuple[str, str] | None,
    table: TableOptions,
) -> None:
    from padanan.jobs.memories import remember, remember_texts

    for name in additions:
        say(*remember(store, source(name), table).notices)
    if texts:
        ours, theirs = texts
        say(*remember_texts(store, source(ours), source(theirs)).notices)


def _export(store: str, asked: str, output: Output) -> None:
    from pathlib import Path

    from padanan.files.writing import write_chunks
    from padanan.jobs.memories import as_tmx, contents

    if asked:
        raise PadananError("tmx has the whole memory — leave the sentence out")
    contents(store)  # refuses what is no memory before anything is written
    if not output.is_stdout:
        records_of(output).guard(Path(output.path))
    write_chunks(output.path, as_tmx(store))
    if not output.is_stdout:
        records_of(output).record(Path(output.path))


def _contents(store: str, form: str, output: Output) -> None:
    from padanan.jobs.memories import contents
    from padanan.render.memory import counts_as_text

    found = contents(store)
    show(output, as_json(found) if form == "json" else counts_as_text(found.counts))


def _words(store: str, asked: str, limit: int, form: str, output: Output) -> None:
    from padanan.jobs.memories import concordance
    from padanan.render.memory import occurrences_as_text

    found = concordance(store, asked, limit)
    colour = form != "json" and has_colours(output)
    text = (
        as_json(found)
        if form == "json"
        else occurrences_as_text(found.units, asked, colour=colour)
    )
    show(output, text, colour=colour)
    say(*found.notices)
    if not found.units:
        click.get_current_context().exit(NOTHING_FOUND)


def _sentence(
    store: str,
    asked: str,
    limit: int,
    form: str,
    output: Output,
    known: GlossaryOptions,
) -> None:
    from padanan.jobs.glossary import annotator
    from padanan.jobs.memories import recall
    from padanan.render.memory import matches_as_text

    found = recall(store, asked, annotator(known), limit)
    colour = form != "json" and has_colours(output)
    pairs = ((each.match, each.differs) for each in found.known)
    text = as_json(found) if form == "json" else matches_as_text(pairs, colour=colour)
    show(output, text, colour=colour)
    say(*found.notices)
    if not found.known:
        click.get_current_context().exit(NOTHING_FOUND)
