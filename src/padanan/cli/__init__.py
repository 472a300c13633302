"""The command line: ``padanan COMMAND …``.

Commands are imported when they are called, so that ``padanan --help`` needs nothing
but click. Errors are reported to the user here and nowhere else.

Exit status: 0 clean, 1 findings, 2 cannot run, 130 interrupted, 141 reader gone.
"""

from __future__ import annotations

import io
import os
import sys
from functools import cached_property
from importlib import import_module
from keyword import iskeyword
from typing import TYPE_CHECKING, Any, cast

import click

from padanan import __version__
from padanan.errors import PadananError

if TYPE_CHECKING:
    from collections.abc import Mapping

CANNOT_RUN = 2
INTERRUPTED = 130
READER_GONE = 141
"""As a shell reports a program that the signal SIGPIPE ended."""


COMMANDS: Mapping[str, str] = {
    "annotate": "Mark diplomatic terms in Indonesian articles and give their English.",
    "lookup": "Look up an Indonesian or English term in any of its forms.",
    "terms": "List the terms of articles as a term sheet.",
    "worksheet": (
        "Split an article into sentences for translation in another program."
    ),
    "assemble": "Put the translated article together from its worksheet.",
    "memory": "Keep translations in one file, and find them again.",
    "check": "Check whether a translation uses the terms of the glossary.",
    "extract": "Propose new terms for the glossary from a corpus.",
    "coverage": (
        "Measure how much of a corpus the glossary covers and what it misses most."
    ),
    "add": "Add a term to your own list.",
    "lint": "Report problems in a glossary, or rewrite it in canonical form.",
    "stats": "Count the contents of a glossary.",
    "export": "Write the glossary in the format of another program.",
    "import": (
        "Show what a file would add to or change in a PO file; --write applies it."
    ),
    "serve": "Serve pages to read, look up and compare, and an API.",
    "formats": "List the formats, their directions and what each of them cannot hold.",
}
"""THE table of commands, in the order of the list: the name of each, and what it does.

``padanan NAME`` is the function NAME of the module ``padanan.cli.NAME``, with ``_``
behind a name that is a word of Python. What it does begins its own help.
"""


HELP_FLAGS = ("-h", "--help")
"""Both show the help of a command."""

HELP = "help"
"""The command that is not in the table: it has no options and no settings."""


class Helpful(click.Command):
    """A command with its own option for the help.

    Click's looks for a translation of its one sentence, for which the languages of the
    system are imported.
    """

    @cached_property
    def _shows_help(self) -> click.Option:
        return click.Option(
            [*HELP_FLAGS, "shows_help"],
            is_flag=True,
            expose_value=False,
            is_eager=True,
            help="Show this message and exit.",
            callback=_show_help,
        )

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return the option, always the same one."""
        return self._shows_help


def _show_help(
    context: click.Context,
    _parameter: click.Parameter,
    wanted: bool,  # noqa: FBT001 - click calls it
) -> None:
    if wanted and not context.resilient_parsing:
        click.echo(context.get_help(), color=context.color)
        context.exit()


class Commands(Helpful, click.Group):
    """The group of all commands, each imported when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command; ``None`` if there is none of that name."""
        if cmd_name == HELP:
            return helping
        if cmd_name not in COMMANDS:
            return None
        name = f"{cmd_name}_" if iskeyword(cmd_name) else cmd_name
        module = import_module(f"padanan.cli.{name}")
        return cast("click.Command", getattr(module, name))

    def format_commands(
        self, ctx: click.Context, formatter: click.HelpFormatter
    ) -> None:
        """Write the list of commands without importing them."""
        with formatter.section("Commands"):
            rows = [*COMMANDS.items(), (HELP, "Show the help of a command.")]
            formatter.write_dl(rows)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command; the message about an unknown one suggests the closest name.

        Raises:
            PadananError: there is no such command.
        """
        name = args[0]
        if self.get_command(ctx, name) is None and not name.startswith("-"):
            raise PadananError(unknown(name))
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; an error that the user can correct is one line and exit 2."""
        _accept_all_characters()
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()  # here a closed pipe can still be answered
        except KeyboardInterrupt:
            ctx.exit(INTERRUPTED)
        except BrokenPipeError:
            _discard_output()
            ctx.exit(READER_GONE)
        except (PadananError, OSError) as error:
            from padanan.cli.messages import say_error

            _drop_what_is_unwritten()
            say_error(error)
            ctx.exit(CANNOT_RUN)
        except MemoryError:
            from padanan.cli.messages import say

            say("padanan: not enough memory — split the input, or allow more")
            ctx.exit(CANNOT_RUN)
        return result

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Run the command line; see ``click.Command.main``."""
        if sys.stdout is None or sys.stderr is None:
            from padanan.cli.streams import open_closed_streams

            open_closed_streams()
        try:
            return super().main(*args, **kwargs)
        except OSError as error:  # the help itself cannot be written
            from padanan.cli.messages import say_error

            _drop_what_is_unwritten()
            say_error(error)
            sys.exit(CANNOT_RUN)


def _accept_all_characters() -> None:
    # Names of files may hold half characters, and a terminal may not know ours (“→” in
    # cp1252): both are shown escaped.
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _drop_what_is_unwritten() -> None:
    # Python would try once more at its end, and complain in lines of its own.
    try:
        sys.stdout.flush()
    except OSError:
        _discard_output()


def _discard_output() -> None:
    # Python flushes stdout once more at its end, and would complain; see the note on
    # SIGPIPE in the documentation of the module signal.
    try:
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, sys.stdout.fileno())
        os.close(nothing)
    except OSError:  # no real file, as in tests
        return


def unknown(name: str) -> str:
    """Return the message about an unknown command.

    >>> unknown("anotate")
    'there is no command “anotate” — did you mean “annotate”?'
    """
    from difflib import get_close_matches

    close = get_close_matches(name.lower(), COMMANDS, 1)
    known = ", ".join(COMMANDS)
    advice = f"did you mean “{close[0]}”?" if close else f"name one of {known}"
    return f"there is no command “{name}” — {advice}"


@click.command(HELP, add_help_option=False)
@click.argument("name", metavar="[COMMAND]", required=False)
@click.pass_context
def helping(context: click.Context, name: str | None) -> None:
    """Show the help of a command."""
    group = context.find_root()
    if name is None or name == HELP:
        click.echo(group.get_help())
        return
    found = main.get_command(group, name)
    if found is None:
        raise PadananError(unknown(name))
    with click.Context(found, info_name=name, parent=group) as inner:
        click.echo(found.get_help(inner))


def _say_version(
    context: click.Context,
    _parameter: click.Parameter,
    wanted: bool,  # noqa: FBT001 - click calls it
) -> None:
    """Say the version, and whether recognition is compiled."""
    if not wanted or context.resilient_parsing:
        return
    from padanan.matching.native import COMPILED

    core = "native" if COMPILED and not os.environ.get("PADANAN_PLAIN") else "plain"
    click.echo(f"padanan, version {__version__} ({core})")
    context.exit()


@click.group(cls=Commands, context_settings={"help_option_names": HELP_FLAGS})
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_say_version,
    help="Show the version and exit.",
)
def main() -> None:
    """Find Indonesian diplomatic terms and their English equivalents."""
