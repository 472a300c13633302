"""``padanan worksheet`` and ``padanan assemble``: an article out and in again."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from padanan.cli.options import glossary_options
from padanan.errors import DocumentError, ExchangeError
from padanan.files.local import read_file, read_input
from padanan.files.writing import STDOUT, encoded, write
from padanan.translation import file_kinds

if TYPE_CHECKING:
    from collections.abc import Iterator

    from padanan import Annotator
    from padanan.articles.article import Article
    from padanan.translation.units import Unit
    from padanan.translation.worksheet import Assembled, Missing
    from padanan.translation.worksheet import Worksheet as Sheet

STDIN = "-"
INCOMPLETE = 1
AS_THEY_ARE = ("text", "markdown")
"""Articles that are nothing but their text, so that they can be written again."""
BINARY = ("docx", "xlsx")
SHOWN = 60


@click.command()
@click.argument("article", metavar="ARTICLE|-")
@click.option(
    "--to",
    "name",
    required=True,
    type=click.Choice([kind.name for kind in file_kinds.WORKSHEET_KINDS]),
    help="po for Poedit, xliff (1.2) for OmegaT, xliff2 (2.1), docx, xlsx.",
)
@click.option(
    "--output",
    "-o",
    default=STDOUT,
    metavar="FILE",
    help="File to write.  [default: standard output]",
)
@click.option(
    "--memory",
    multiple=True,
    metavar="FILE",
    help="Earlier worksheet or TMX to fill in from; may be repeated.",
)
@glossary_options
@click.option("--encoding", metavar="NAME", help="Encoding of the article.")
@click.option("--no-cache", is_flag=True, help="Compile the glossary afresh.")
def worksheet(
    article: str,
    *,
    name: str,
    output: str,
    memory: tuple[str, ...],
    glossary: tuple[str, ...],
    no_shipped: bool,
    encoding: str | None,
    no_cache: bool,
) -> None:
    """Cut an article into sentences to be translated in a program of one's choice.

    Each sentence is there once, with hints on its terms. padanan assemble writes
    the translated article.
    """
    from padanan import Annotator
    from padanan.articles.readers import read
    from padanan.translation.memory import prefill

    _spare(output, name, memory)
    data = read_input(article)
    earlier = tuple(_units(memory))
    annotator = Annotator.from_files(
        *glossary, shipped=not no_shipped, cache=not no_cache
    )
    read_article = read(data, article, encoding)
    sheet = prefill(_sheet(read_article, annotator), earlier)
    write(output, file_kinds.write_worksheet(sheet, name))
    if read_article.kind not in AS_THEY_ARE:
        click.echo("The translated article will be plain text.", err=True)
    click.echo(_told(sheet, memory), err=True)


def _spare(output: str, name: str, memory: tuple[str, ...]) -> None:
    """Refuse to write over somebody's work, or to fill the screen with bytes."""
    if output == STDOUT:
        if name in BINARY and _on_terminal():
            message = f"{name} cannot be shown here — name a file with --output"
            raise ExchangeError(message)
        return
    path = Path(output)
    if path.exists() and not any(_same(path, Path(other)) for other in memory):
        message = "already there — name another file, or add its translations"
        raise ExchangeError(f"{message} by --memory {output}", path=output)


def _on_terminal() -> bool:
    return sys.stdout.isatty()


def _same(one: Path, other: Path) -> bool:
    return one.exists() and other.exists() and one.samefile(other)


def _units(paths: tuple[str, ...]) -> Iterator[Unit]:
    for path in paths:
        yield from file_kinds.read(read_file(path), path)


def _sheet(article: Article, annotator: Annotator) -> Sheet:
    from padanan.language.segment import segment
    from padanan.translation.worksheet import make

    segments = segment(article.readable)
    if not segments:
        problem = "no sentence to translate — is it an article?"
        raise DocumentError(problem, path=article.path)
    name = "" if article.path == STDIN else Path(article.path).name
    name = encoded(name).decode()
    found = annotator.annotate(article.readable)
    return make(article.text, segments, found, name)


def _told(sheet: Sheet, memory: tuple[str, ...]) -> str:
    entries = sheet.units
    counted = f"{len(sheet.skeleton.order)} sentences, {len(entries)} different"
    if not memory:
        return counted
    exact = sum(bool(entry.target) for entry in entries)
    fuzzy = sum(entry.fuzzy for entry in entries)
    return f"{counted}; from memory {exact} exactly, {fuzzy} fuzzy"


@click.command()
@click.argument("worksheet", metavar="WORKSHEET")
@click.option(
    "--output",
    "-o",
    default=STDOUT,
    metavar="FILE",
    help="File to write.  [default: standard output]",
)
def assemble(worksheet: str, *, output: str) -> None:
    """Put the translated article together out of its worksheet.

    It has the paragraphs of the original. What is not translated stays Indonesian
    and is listed; exit status 1 means that there is some.
    """
    done = file_kinds.read_worksheet(read_file(worksheet), worksheet)
    if output != STDOUT:
        _refuse(Path(output), worksheet, done)
    write(output, done.text.encode())
    for missing in done.missing:
        click.echo(_missing(missing, worksheet), err=True)
    if done.missing:
        open_ones = f"{len(done.missing)} of {done.units} sentences"
        click.echo(f"{open_ones} are not translated", err=True)
        click.get_current_context().exit(INCOMPLETE)


def _refuse(output: Path, worksheet: str, done: Assembled) -> None:
    """Refuse to write over the worksheet or the article that it was made of."""
    from padanan.translation.skeleton import fingerprint

    message = ""
    if _same(output, Path(worksheet)):
        message = "this is the worksheet itself"
    elif output.is_file():
        there = output.read_bytes().decode("utf-8", "replace")
        message = (
            "this is the original article"
            if fingerprint(there) == fingerprint(done.original)
            else ""
        )
    if message:
        raise ExchangeError(f"{message} — name another file", path=str(output))


def _missing(missing: Missing, worksheet: str) -> str:
    unit = missing.unit
    shown = unit.source if len(unit.source) <= SHOWN else f"{unit.source[:SHOWN]}…"
    what = "not confirmed (fuzzy)" if missing.fuzzy else "not translated"
    return f"{worksheet}:{unit.place}: {what}: “{shown}”"
