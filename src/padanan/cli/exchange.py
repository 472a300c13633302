"""``padanan export`` and ``padanan formats``: the glossary for other programs."""

from __future__ import annotations

import sys
from collections import Counter
from typing import TYPE_CHECKING

import click

from padanan.cli.options import glossary_options
from padanan.errors import ExchangeError
from padanan.exchange.formats import BASE_URI, FORMATS, Options, dumps, module, named
from padanan.files.local import read_input
from padanan.files.writing import STDOUT, write

if TYPE_CHECKING:
    from collections.abc import Iterator

    from padanan.exchange.formats import Dump, Format
    from padanan.matching.annotation import Annotation
    from padanan.model import Glossary

SHOWN = 20
"""So many things that were left out are named one by one."""


@click.command()
@click.argument("articles", nargs=-1, metavar="[ARTICLE]…")
@click.option(
    "--to",
    "name",
    required=True,
    type=click.Choice([form.name for form in FORMATS if form.writes]),
    help="Format to write; see padanan formats.",
)
@click.option(
    "--output",
    "-o",
    default=STDOUT,
    metavar="FILE",
    help="File to write.  [default: standard output]",
)
@click.option("--domain", multiple=True, metavar="NAME", help="Only this domain.")
@click.option(
    "--only-in",
    multiple=True,
    metavar="ARTICLE…",
    help="Only terms that occur in these articles or folders of them, with the"
    " equivalent that the context chose.",
)
@click.option("--reverse", is_flag=True, help="English to Indonesian.")
@click.option("--include-fuzzy", is_flag=True, help="Also what is not yet reviewed.")
@glossary_options
@click.option(
    "--bom", is_flag=True, help="Mark csv and tsv as UTF-8, which Excel needs."
)
@click.option(
    "--base-uri",
    default=BASE_URI,
    show_default=True,
    metavar="URI",
    help="What ids are appended to in skos.",
)
@click.option("--verbose", "-v", is_flag=True, help="Name all that is left out.")
def export(
    articles: tuple[str, ...],
    *,
    name: str,
    output: str,
    domain: tuple[str, ...],
    only_in: tuple[str, ...],
    reverse: bool,
    include_fuzzy: bool,
    glossary: tuple[str, ...],
    no_shipped: bool,
    bom: bool,
    base_uri: str,
    verbose: bool,
) -> None:
    """Write the glossary in a format of another program.

    With --only-in the glossary is the term sheet of a job: several ARTICLES may
    follow it.
    """
    if articles and not only_in:
        raise click.UsageError("articles are for --only-in: name it before them")
    form = named(name)
    options = Options(reverse, include_fuzzy, base_uri, bom)
    chosen = _chosen(
        glossary, options, domain, (*only_in, *articles), shipped=not no_shipped
    )
    dump = dumps(form, chosen, options)
    _write(form, dump, output)
    _tell(form, dump, len(chosen), options, verbose=verbose)


def _chosen(
    paths: tuple[str, ...],
    options: Options,
    domains: tuple[str, ...],
    articles: tuple[str, ...],
    *,
    shipped: bool,
) -> Glossary:
    from padanan.exchange import selection
    from padanan.glossary import library

    whole = library.load(*paths, shipped=shipped)
    chosen = selection.select(
        whole, domains=domains, include_fuzzy=options.include_fuzzy
    )
    if articles:
        found = _annotations(paths, articles, shipped=shipped)
        chosen = selection.only_in(chosen, found)
    if not chosen.concepts:
        raise ExchangeError("there is no such term — choose other articles or domains")
    return chosen


def _annotations(
    paths: tuple[str, ...], articles: tuple[str, ...], *, shipped: bool
) -> Iterator[Annotation]:
    from padanan import Annotator
    from padanan.articles.readers import articles_in, read

    annotator = Annotator.from_files(*paths, shipped=shipped)
    for name in articles_in(articles):
        yield from annotator.annotate(read(read_input(name), name).readable)


def _write(form: Format, dump: Dump, output: str) -> None:
    """Write the files of a dump; those of several share a name but for the ending."""
    if len(dump.files) == 1:
        data = dump.files[0][1]
        if output == STDOUT and b"\0" in data and _is_terminal():
            raise ExchangeError(f"{form.name} is no text — name a file with --output")
        write(output, data)
        return
    if output == STDOUT:
        raise ExchangeError(f"{form.name} is several files — name them with --output")
    stem = output
    for ending, _ in dump.files:
        stem = stem.removesuffix(ending) if output.endswith(ending) else stem
    for ending, data in dump.files:
        write(f"{stem}{ending}", data)


def _is_terminal() -> bool:
    return sys.stdout.isatty()


def _tell(
    form: Format, dump: Dump, concepts: int, options: Options, *, verbose: bool
) -> None:
    if options.reverse and not form.reverses:
        message = f"{form.name} serves both directions: --reverse changes nothing"
        click.echo(message, err=True)
    for line in left_out(dump.dropped, verbose=verbose):
        click.echo(line, err=True)
    what = "1 concept" if concepts == 1 else f"{concepts} concepts"
    click.echo(f"{what} as {form.name}", err=True)


def left_out(dropped: tuple[str, ...], *, verbose: bool = False) -> Iterator[str]:
    """Yield what to say of what was left out: all of it, or how much for each reason.

    >>> list(left_out(("“a” = “b” — too long",)))
    ['left out: “a” = “b” — too long']
    >>> many = tuple(f"{number} — too long" for number in range(30))
    >>> list(left_out(many))
    ['left out: 30, among them 0; 1; 2 — too long (--verbose names all)']
    """
    if verbose or len(dropped) <= SHOWN:
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


@click.command()
@click.argument("name", required=False)
def formats(name: str | None) -> None:
    """List the formats, their directions and what each cannot carry.

    NAME tells more of one of them.
    """
    for form in (named(name),) if name else FORMATS:
        click.echo("\n".join(_about(form)))


def _about(form: Format) -> Iterator[str]:
    endings = " ".join(form.endings)
    directions = "out, in" if form.reads else "out"
    loss = "" if not form.lossless else ", without loss"
    yield f"{form.name:<13} {endings:<18} {directions}{loss}: {form.title}"
    for line in module(form).LOSES:
        yield f"{'':<13} not: {line}"
