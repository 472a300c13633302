"""``padanan assemble``: the translated article from its worksheet."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from padanan.articles.readers import READERS, keeps_format
from padanan.cli.command import command
from padanan.cli.input import source
from padanan.cli.messages import say
from padanan.cli.options import choice, table_options
from padanan.cli.output import (
    chosen,
    deliver,
    format_of,
    output_options,
    records_of,
    refuse_terminal,
)
from padanan.errors import PadananError
from padanan.files.local import read_file
from padanan.jobs.worksheets import assemble as put_together
from padanan.translation.file_kinds import WORKSHEET_KINDS

if TYPE_CHECKING:
    from padanan.cli.output import Output
    from padanan.files.headings import TableOptions
    from padanan.jobs.worksheets import AssembleResult

INCOMPLETE = 1


@command(
    "assemble artikel.po --output article.txt",
    "assemble laporan.xlf --output report.docx",
    "assemble artikel.po --output article.txt --remember rumah.sqlite",
    "assemble - --from po --article artikel.txt",
)
@click.argument("worksheet", metavar="WORKSHEET|-")
@choice("kind", [form.name for form in WORKSHEET_KINDS])
@click.option(
    "--article",
    metavar="FILE",
    help="What the worksheet was made of, where it is too large to travel in it.",
)
@click.option(
    "--remember",
    metavar="MEMORY",
    help="Translation memory to which the confirmed translations are added.",
)
@table_options
@output_options
def assemble(
    worksheet: str,
    *,
    kind: str | None,
    article: str | None,
    remember: str | None,
    table: TableOptions,
    output: Output,
) -> None:
    """Put the translated article together from its worksheet.

    The article has the format of the original; a file .txt gets its words alone.
    Sentences that are not translated stay in Indonesian, and sentences with wrong
    tags lose their formats. Both are listed, and then the exit status is 1.
    """
    original = source(article, None) if article else None
    given = source(worksheet, kind)
    done = put_together(given, table, original)
    data = _data(output, done)
    _keep_original(output, done)
    deliver(output, data)
    say(*done.notices)
    if remember:
        from padanan.jobs.memories import remember as add_to

        say(*add_to(remember, given, table).notices)
    if done.assembled.missing or done.assembled.unformatted:
        click.get_current_context().exit(INCOMPLETE)


def _data(output: Output, done: AssembleResult) -> bytes:
    """Return what is written: the article, or only its words.

    Raises:
        PadananError: the output would have an ending of another format, or be shown on
            a terminal.
    """
    if not keeps_format(done.kind):
        format_of(None, output, ("plain",), "plain")
        return done.data
    kinds = {reader.name: reader.endings for reader in READERS}
    if output.ending in kinds["text"]:
        return done.text.encode()
    known = {ending for endings in kinds.values() for ending in endings}
    chosen(done.kind, output, kinds, known)
    refuse_terminal(done.kind, output)
    return done.data


def _keep_original(output: Output, done: AssembleResult) -> None:
    """Refuse to overwrite the article from which the worksheet was made.

    Raises:
        PadananError: the output is that article, even if nothing is translated yet.
    """
    path = Path(output.path)
    if output.is_stdout or output.force or not path.is_file():
        return
    if not records_of(output).knows(path) and done.is_of(read_file(path)):
        problem = "this is the original article — name another file, or say --force"
        raise PadananError(problem, path=output.path)
