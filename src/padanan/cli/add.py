"""``padanan add``: a term into a list of the user's own."""

from __future__ import annotations

import click

from padanan.cli.command import command
from padanan.cli.input import refuse_stdin
from padanan.cli.messages import say
from padanan.cli.options import option
from padanan.jobs.adding import Addition, own_list
from padanan.jobs.adding import add as add_to


@command(
    'add "gencatan senjata" truce',
    'add Menlu "external minister" --glossary istilah.po',
)
@click.argument("term", metavar="TERM")
@click.argument("english", metavar="ENGLISH")
@option("glossary")
@click.option(
    "--definition",
    default="",
    metavar="TEXT",
    help="Definition in one English sentence.",
)
@click.option(
    "--note",
    "notes",
    multiple=True,
    metavar="TEXT",
    help="Usage note; may be repeated.",
)
@click.option("--fuzzy", is_flag=True, help="Mark the entry as not yet reviewed.")
def add(
    term: str,
    english: str,
    *,
    glossary: tuple[str, ...],
    definition: str,
    notes: tuple[str, ...],
    fuzzy: bool,
) -> None:
    """Add a term to your own list.

    The list is the first one named by --glossary or in padanan.toml, otherwise own.po
    in the folder padanan of your user data. Other commands use it only if --glossary
    or padanan.toml names it.
    """
    for name in glossary[:1]:
        refuse_stdin(name, "--glossary", "is added to")
    new = Addition(term, english, definition, notes, fuzzy)
    say(*add_to(own_list(glossary), new).notices)
