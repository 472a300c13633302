"""Options of ``padanan annotate`` for corpora; what they do is ``corpus_run``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import click
from click.core import ParameterSource

from padanan.corpus.names import is_corpus
from padanan.files.writing import STDOUT

if TYPE_CHECKING:
    from collections.abc import Callable

TEXT_FIELD = "text"


def corpus_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options of corpora to a command."""
    options = (
        click.option(
            "--jobs",
            type=click.IntRange(min=1),
            metavar="N",
            help="Annotate a corpus with so many processes, as JSON lines.",
        ),
        click.option(
            "--text-field",
            metavar="NAME",
            help=f"Field of JSON lines that holds the text.  [default: {TEXT_FIELD}]",
        ),
        click.option(
            "--dask",
            metavar="ADDRESS",
            help="Annotate a corpus on the workers of this Dask scheduler.",
        ),
    )
    for option in reversed(options):
        command = option(command)
    return command


class Corpus(NamedTuple):
    """What the command line asks for.

    Attributes:
        paths: files, folders, archives or ``-``.
        output: a file, or ``-``.
        jobs: how many processes; ``None`` where nobody said.
        dask: address of a Dask scheduler that takes their place; ``None`` for none.
        text_field: the field of JSON lines; ``None`` where nobody said.
    """

    paths: tuple[str, ...]
    output: str = STDOUT
    jobs: int | None = None
    dask: str | None = None
    text_field: str | None = None

    @property
    def field(self) -> str:
        """The field of JSON lines that holds the text."""
        return self.text_field or TEXT_FIELD

    @property
    def asked_for(self) -> bool:
        """Whether the documents are many, or an option says so."""
        chosen = (self.jobs, self.dask, self.text_field)
        return chosen != (None, None, None) or any(map(is_corpus, self.paths))


def check_corpus(form: str, *, explain: bool) -> None:
    """Refuse what cannot be written line by line.

    Raises:
        UsageError: somebody named another format than JSON lines.
    """
    context = click.get_current_context()
    by_default = context.get_parameter_source("form") is ParameterSource.DEFAULT
    if explain or (form != "jsonl" and not by_default):
        message = "a corpus is written as JSON lines — say --format jsonl"
        raise click.UsageError(message)
