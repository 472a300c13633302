"""``padanan lint``: problems in a glossary."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from padanan.cli.command import command
from padanan.cli.input import sources
from padanan.cli.messages import say
from padanan.cli.options import choice, names_in, only_for, option, reading_options
from padanan.cli.output import as_json, format_of, has_colours, output_options, show
from padanan.jobs.corpora import read_whole
from padanan.jobs.linting import PROFILES
from padanan.jobs.linting import fix as mend
from padanan.jobs.linting import lint as check

if TYPE_CHECKING:
    from padanan.cli.output import Output
    from padanan.jobs.articles import ReadingOptions

FINDINGS = 1
FORMATS = ("text", "json")


@command("lint", "lint istilah.po --fix", "lint glossary --select G1,G202")
@click.argument("paths", nargs=-1, metavar="[PATH|-]…")
@click.option("--fix", is_flag=True, help="Rewrite the files in canonical form.")
@click.option(
    "--profile",
    type=click.Choice(PROFILES),
    help="What entries must have: house does not require definition and pos."
    "  [default: house for lists without SOURCES.md, else full]",
)
@click.option(
    "--on",
    "corpus",
    multiple=True,
    metavar="PATH",
    help="Corpus on which to measure conditions; may be repeated.",
)
@reading_options
@option("select")
@choice("form", FORMATS, "text")
@output_options
def lint(
    paths: tuple[str, ...],
    *,
    fix: bool,
    select: str,
    profile: str | None,
    corpus: tuple[str, ...],
    reading: ReadingOptions,
    form: str | None,
    output: Output,
) -> None:
    """Report problems in a glossary, or rewrite it in canonical form.

    PATH is a PO file or a folder of PO files; by default the shipped glossary is
    checked. Exit status 1 means that there are findings.
    """
    form = format_of(form, output, FORMATS, "text")
    only_for("--on", "encoding", "main", fits=bool(corpus))
    read, codes = sources(paths), names_in(select)
    if fix and (mended := mend(read)):
        say(f"written: {', '.join(mended)}")
    texts = read_whole(sources(corpus), reading)
    say(*texts.unread)
    found = check(read, codes, profile, texts.source)
    if form == "json":
        show(output, as_json(found))
    else:
        from padanan.render.check_report import as_lines

        colour = has_colours(output)
        show(output, as_lines(found.sifted, colour=colour), colour=colour)
    say(*found.notices)
    if found.findings:
        click.get_current_context().exit(FINDINGS)
