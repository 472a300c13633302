"""``padanan import``: a file of another program into a PO file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from padanan.cli.command import command
from padanan.cli.input import refuse_stdin, source
from padanan.cli.messages import clean, say
from padanan.cli.options import choice, table_options
from padanan.cli.output import as_json, format_of, output_options, show
from padanan.exchange.formats import FORMATS as EXCHANGED
from padanan.jobs.exchange import TALKED_ABOUT, import_file, write_import

if TYPE_CHECKING:
    from collections.abc import Iterator

    from padanan.cli.output import Output
    from padanan.exchange.importing import Change
    from padanan.files.headings import TableOptions

FINDINGS = 1
FORMATS = ("text", "json")


@command(
    "import istilah.xlsx --into glossary/en/law.po",
    "import istilah.xlsx --into glossary/en/law.po --write",
    "import daftar.xlsx --into glossary/en/law.po --sheet 2 --map Lema=term",
    name="import",
)
@click.argument("file", metavar="FILE|-")
@click.option(
    "--into",
    required=True,
    metavar="PO",
    help="PO file that receives the concepts; its name is their domain.",
)
@choice("kind", [form.name for form in EXCHANGED if form.reads])
@table_options
@click.option(
    "--write", is_flag=True, help="Write the changes instead of only showing them."
)
@choice("form", FORMATS, "text")
@output_options
def import_(
    file: str,
    *,
    into: str,
    kind: str | None,
    table: TableOptions,
    write: bool,
    form: str | None,
    output: Output,
) -> None:
    """Show what a file would add to or change in a PO file; --write applies it.

    Conflicts are never written. Exit status 1 means that there are conflicts.
    """
    form = format_of(form, output, FORMATS, "text")
    refuse_stdin(into, "--into", "is written to")
    found = import_file(source(file, kind), into, table)
    text = "".join(f"{line}\n" for line in shown(found.changes))
    show(output, as_json(found) if form == "json" else text)
    if write:
        write_import(found)
    say(*found.notices(written=write))
    if found.counts["conflict"]:
        click.get_current_context().exit(FINDINGS)


def shown(changes: tuple[Change, ...]) -> Iterator[str]:
    """Yield lines on what changes; concepts that stay the same are left out."""
    for change in changes:
        if change.kind not in TALKED_ABOUT:
            continue
        first, *others = change.details or ("",)
        # A change has several lines; anything else has one.
        if change.kind == "changed":
            first, others = "", [first, *others]
        yield clean(f"{change.kind.value:<9} {change.concept.id}  {first}".rstrip())
        yield from (clean(f"{'':<9}   {line}") for line in others)
