"""``padanan formats``: the formats in which the glossary can be written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from padanan.cli.command import command
from padanan.cli.options import choice
from padanan.cli.output import as_json, format_of, output_options, show
from padanan.jobs.exchange import formats as known

if TYPE_CHECKING:
    from collections.abc import Iterator

    from padanan.cli.output import Output
    from padanan.exchange.formats import Format

FORMATS = ("text", "json")


@command("formats", "formats deepl")
@click.argument("name", required=False)
@choice("form", FORMATS, "text")
@output_options
def formats(name: str | None, *, form: str | None, output: Output) -> None:
    """List the formats, their directions and what each of them cannot hold.

    NAME shows only that format.
    """
    form = format_of(form, output, FORMATS, "text")
    found = known(name)
    text = "".join(f"{line}\n" for one in found.formats for line in _about(one))
    show(output, as_json(found) if form == "json" else text)


def _about(form: Format) -> Iterator[str]:
    endings = " ".join(form.endings)
    directions = "out, in" if form.reads else "out"
    loss = "" if not form.lossless else ", without loss"
    yield f"{form.name:<13} {endings:<18} {directions}{loss}: {form.title}"
    for line in form.loses:
        yield f"{'':<13} not: {line}"
