"""``padanan check``: whether a translation uses the terms of the glossary."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from padanan.cli.command import command
from padanan.cli.input import source, sources
from padanan.cli.messages import say
from padanan.cli.options import (
    choice,
    glossary_options,
    names_in,
    only_for,
    option,
    reading_options,
    table_options,
)
from padanan.cli.output import as_json, deliver, format_of, has_colours, output_options
from padanan.errors import PadananError
from padanan.jobs.checks import check as check_units
from padanan.jobs.checks import open_report, open_waivers, waivers_beside
from padanan.jobs.glossary import annotator
from padanan.jobs.units import PairOptions, read_pair, read_units
from padanan.translation.file_kinds import FILE_KINDS

if TYPE_CHECKING:
    from padanan.cli.output import Output
    from padanan.files.headings import TableOptions
    from padanan.jobs.articles import ReadingOptions
    from padanan.jobs.checks import CheckResult
    from padanan.jobs.glossary import GlossaryOptions
    from padanan.translation.units import UnitsRead

FINDINGS = 1
FORMATS = ("text", "json", "html")


@command(
    "check job.xlf",
    "check artikel.txt article.txt --output report.html",
    "check artikel.txt article.txt --aligned --select T1",
    "check job.xlf --changed report.json --min-confidence 0.1",
)
@click.argument("paths", nargs=-1, required=True, metavar="FILE|- | SOURCE TRANSLATION")
@click.option("--aligned", is_flag=True, help="Compare the two texts line by line.")
@choice("form", FORMATS, "text")
@output_options
@option("select")
@click.option(
    "--waivers",
    metavar="FILE",
    help="File of findings to ignore.  [default: TRANSLATION.waivers]",
)
@click.option(
    "--min-confidence",
    "least",
    type=click.FloatRange(0, 1),
    default=0.0,
    metavar="SHARE",
    help="Leave out findings that are less sure, from 0 to 1.  [default: 0]",
)
@click.option(
    "--changed",
    metavar="REPORT",
    help="Show only what is not in this earlier report (--format json).",
)
@choice("kind", [reader.name for reader in FILE_KINDS])
@table_options
@glossary_options
@reading_options
def check(
    paths: tuple[str, ...],
    *,
    aligned: bool,
    form: str | None,
    output: Output,
    select: str,
    waivers: str | None,
    least: float,
    changed: str | None,
    kind: str | None,
    table: TableOptions,
    known: GlossaryOptions,
    reading: ReadingOptions,
) -> None:
    """Check whether a translation uses the terms of the glossary.

    FILE is a PO, XLIFF, TMX, CSV, TSV, XLSX or DOCX file with both languages; SOURCE
    and TRANSLATION are two separate texts. Exit status 1 means that there are errors
    or warnings.
    """
    form = format_of(form, output, FORMATS, "text")
    two = len(paths) > 1
    only_for("one file with both languages", "kind", "sheet", "map_", fits=not two)
    only_for("two texts", "aligned", "encoding", "main", fits=two)
    units, unread = _units(paths, kind, table, PairOptions(reading, aligned))
    path = paths[-1]
    decided = open_waivers(source(waivers)) if waivers else waivers_beside(path)
    known_ones = open_report(source(changed)) if changed else ()
    found = check_units(
        units,
        annotator(known),
        path=path,
        waivers=decided,
        select=names_in(select),
        unread=unread,
        least=least,
        known=known_ones,
    )
    if form == "text":
        from padanan.render.check_report import as_text

        colour = has_colours(output)
        deliver(output, as_text(found.checked, colour=colour), colour=colour)
    else:
        deliver(output, _rendered(found, form))
    say(*found.notices)
    if not found.is_clean:
        click.get_current_context().exit(FINDINGS)


def _units(
    paths: tuple[str, ...],
    kind: str | None,
    table: TableOptions,
    options: PairOptions,
) -> UnitsRead:
    if len(paths) == 1:
        return read_units(source(paths[0], kind), table)
    if len(paths) > 2:
        problem = f"{len(paths)} files — name one bilingual file, or two texts"
        raise PadananError(problem)
    ours, theirs = sources(paths)
    return read_pair(ours, theirs, options)


def _rendered(found: CheckResult, form: str) -> str:
    if form == "json":
        return as_json(found)
    from padanan.render import check_page

    return check_page.render(found.checked, Path(found.path).name)
