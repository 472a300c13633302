"""``padanan assemble``: the translated article from its worksheet."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from padanan.cli.command import command
from padanan.cli.input import source
from padanan.cli.messages import say
from padanan.cli.options import choice, table_options
from padanan.cli.output import deliver, format_of, output_options, records_of
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
    "assemble - --from po",
)
@click.argument("worksheet", metavar="WORKSHEET|-")
@choice("kind", [form.name for form in WORKSHEET_KINDS])
@table_options
@output_options
def assemble(
    worksheet: str, *, kind: str | None, table: TableOptions, output: Output
) -> None:
    """Put the translated article together from its worksheet.

    It has the same paragraphs as the original. Sentences that are not translated stay
    in Indonesian and are listed; exit status 1 means that there are some.
    """
    format_of(None, output, ("plain",), "plain")
    done = put_together(source(worksheet, kind), table)
    _keep_original(output, done)
    deliver(output, done.data)
    say(*done.notices)
    if done.assembled.missing:
        click.get_current_context().exit(INCOMPLETE)


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
