"""``padanan export``: the glossary in the formats of other programs."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import click

from padanan.cli.command import command
from padanan.cli.input import sources
from padanan.cli.messages import say
from padanan.cli.options import (
    choice,
    glossary_options,
    only_for,
    option,
    reading_options,
)
from padanan.cli.output import (
    deliver,
    deliver_all,
    file_format_of,
    output_options,
    refuse_terminal,
)
from padanan.errors import PadananError
from padanan.exchange.formats import BASE_URI, FORMATS, FormatOptions
from padanan.jobs.exchange import ExportOptions
from padanan.jobs.exchange import export as exported

if TYPE_CHECKING:
    from collections.abc import Iterator

    from padanan.cli.output import Output
    from padanan.jobs.articles import ReadingOptions
    from padanan.jobs.exchange import ExportResult
    from padanan.jobs.glossary import GlossaryOptions

ENDINGS = {form.name: form.endings for form in FORMATS if form.writes}
LISTED = 20
"""Maximum number of omissions that are listed one by one."""


@command(
    "export --output istilah.xlsx",
    "export --to tbx-2008 --domain treaties --output treaties.tbx",
    "export --to omegat --only-in artikel.txt --output glossary.txt",
)
@click.argument("articles", nargs=-1, metavar="[ARTICLE|-]…")
@choice("to", tuple(ENDINGS))
@output_options
@option("domain")
@click.option(
    "--only-in",
    multiple=True,
    metavar="ARTICLE…",
    help="Only terms that occur in these articles or folders of them, with the"
    " equivalent that the context chose.",
)
@click.option("--reverse", is_flag=True, help="Write English to Indonesian.")
@click.option(
    "--include-fuzzy",
    is_flag=True,
    help="Also export entries that are not yet reviewed.",
)
@glossary_options
@reading_options
@option("bom")
@click.option(
    "--base-uri",
    default=BASE_URI,
    show_default=True,
    metavar="URI",
    help="Beginning of all ids in skos.",
)
@click.option("--verbose", "-v", is_flag=True, help="List everything that is left out.")
def export(
    articles: tuple[str, ...],
    *,
    to: str | None,
    output: Output,
    domain: tuple[str, ...],
    only_in: tuple[str, ...],
    reverse: bool,
    include_fuzzy: bool,
    known: GlossaryOptions,
    reading: ReadingOptions,
    bom: bool,
    base_uri: str,
    verbose: bool,
) -> None:
    """Write the glossary in the format of another program.

    --only-in takes one or more articles and limits the export to their terms. padanan
    formats describes the formats.
    """
    if articles and not only_in:
        raise PadananError("articles need --only-in — put it before them")
    form = file_format_of(to, output, ENDINGS)
    refuse_terminal(form, output)
    only_for("--only-in", "encoding", "main", fits=bool(only_in))
    only_for("--to csv or tsv", "bom", fits=form in {"csv", "tsv"})
    only_for("--to skos", "base_uri", fits=form == "skos")
    options = FormatOptions(reverse, include_fuzzy, base_uri, bom)
    wanted = ExportOptions(
        form, domain, sources((*only_in, *articles)), reading, options
    )
    found = exported(known, wanted)
    _write(found, output)
    say(*left_out(found.dump.dropped, verbose=verbose), *found.notices)


def _write(found: ExportResult, output: Output) -> None:
    """Write the files of an export; several files differ only in their endings.

    Raises:
        PadananError: there is no place for them.
        OSError: a file cannot be written.
    """
    files = found.dump.files
    if len(files) == 1:
        deliver(output, files[0][1])
        return
    if output.is_stdout:
        raise PadananError(
            f"{found.form.name} is several files — name them with --output"
        )
    stem = output.path
    for ending, _ in files:
        stem = stem.removesuffix(ending) if output.path.endswith(ending) else stem
    deliver_all(output, ((f"{stem}{ending}", data) for ending, data in files))


def left_out(dropped: tuple[str, ...], *, verbose: bool = False) -> Iterator[str]:
    """Yield lines on what was left out: each item, or the number for each reason.

    >>> list(left_out(("“a” = “b” — too long",)))
    ['left out: “a” = “b” — too long']
    >>> many = tuple(f"{number} — too long" for number in range(30))
    >>> list(left_out(many))
    ['left out: 30, among them 0; 1; 2 — too long (--verbose names all)']
    """
    if verbose or len(dropped) <= LISTED:
        yield from (f"left out: {line}" for line in dropped)
        return
    reasons = Counter(line.rpartition(" — ")[2] for line in dropped)
    for reason, count in reasons.most_common():
        ending = f" — {reason}"
        found = (line for line in dropped if line.endswith(ending))
        some = "; ".join(
            line.removesuffix(ending) for line, _ in zip(found, range(3), strict=False)
        )
        what = f"{count}, among them {some}" if count > 1 else some
        yield f"left out: {what}{ending} (--verbose names all)"
