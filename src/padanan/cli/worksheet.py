"""``padanan worksheet``: an article split into sentences for translation."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from padanan.articles.readers import READERS
from padanan.cli.command import command
from padanan.cli.input import source, sources
from padanan.cli.messages import say
from padanan.cli.options import (
    choice,
    glossary_options,
    only_for,
    reading_options,
    table_options,
)
from padanan.cli.output import (
    deliver,
    deliver_all,
    file_format_of,
    output_options,
    refuse_terminal,
)
from padanan.errors import PadananError
from padanan.jobs.glossary import annotator
from padanan.jobs.worksheets import BESIDE, WorksheetOptions
from padanan.jobs.worksheets import worksheet as make
from padanan.translation.file_kinds import WORKSHEET_KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from padanan.cli.output import Output
    from padanan.files.headings import TableOptions
    from padanan.jobs.articles import ReadingOptions
    from padanan.jobs.glossary import GlossaryOptions
    from padanan.jobs.worksheets import WorksheetResult


@command(
    "worksheet artikel.txt --output artikel.po",
    "worksheet artikel.docx --output artikel.xlsx --memory rumah.sqlite",
)
@click.argument("article", metavar="ARTICLE|-")
@choice("to", [form.name for form in WORKSHEET_KINDS])
@output_options
@click.option(
    "--memory",
    multiple=True,
    metavar="FILE",
    help="Memory, earlier worksheet or TMX file to take translations from; may be "
    "repeated.",
)
@table_options
@choice("kind", [reader.name for reader in READERS])
@glossary_options
@reading_options
def worksheet(
    article: str,
    *,
    to: str | None,
    output: Output,
    memory: tuple[str, ...],
    table: TableOptions,
    kind: str | None,
    known: GlossaryOptions,
    reading: ReadingOptions,
) -> None:
    """Split an article into sentences for translation in another program.

    Each sentence appears once, with hints on its terms and tags for its formats.
    padanan assemble then writes the translated article in the format of the original.
    The formats are po (for Poedit), xliff (XLIFF 1.2, for OmegaT), xliff2 (XLIFF 2.1),
    docx and xlsx.
    """
    endings = {each.name: (each.ending,) for each in WORKSHEET_KINDS}
    form = file_format_of(to, output, endings)
    refuse_terminal(form, output)
    output = _kept(output, memory)
    earlier = sources(memory) if memory else None
    only_for("--memory", "sheet", "map_", fits=bool(memory))
    options = WorksheetOptions(form, reading, earlier, table)
    made = make(source(article, kind), annotator(known), options)
    if made.travels or output.is_stdout:
        deliver(output, made.data)
    else:
        beside = str(Path(output.path).with_suffix(BESIDE))
        files = ((output.path, made.data), (beside, made.article.data))
        deliver_all(output, files)
    say(*made.notices, *_apart(output, made))


def _apart(output: Output, made: WorksheetResult) -> Iterator[str]:
    """Yield what to say of an article that does not travel in its worksheet."""
    if made.travels:
        return
    if output.is_stdout:
        yield "the article is too large for the worksheet: name it to padanan assemble"
    else:
        name = Path(output.path).with_suffix(BESIDE)
        yield f"{name}: the article, which padanan assemble needs beside the worksheet"


def _kept(output: Output, memory: tuple[str, ...]) -> Output:
    """Refuse to overwrite a worksheet whose translations would be lost.

    Returns:
        The output; what is a memory of this worksheet may be written over.

    Raises:
        PadananError: the output is there, and is not a memory of this worksheet.
    """
    path = Path(output.path)
    if output.is_stdout or output.force or not path.exists():
        return output
    if any(Path(one).exists() and path.samefile(one) for one in memory):
        return output._replace(force=True)
    message = "already there — name another file, or add its translations"
    raise PadananError(f"{message} by --memory {output.path}", path=output.path)
