"""Options that commands have in common: each is defined once and means one thing.

A command takes them by their names; what differs between commands is the choices and
the default, never the meaning. ``tests/cli/test_options.py`` reads this table.
"""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import click
from click.core import ParameterSource

from padanan.errors import PadananError
from padanan.files.local import STDIN
from padanan.jobs.glossary import GlossaryOptions

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from padanan.glossary.library import GlossaryFile
    from padanan.jobs.articles import ReadingOptions

Function = TypeVar("Function", bound="Callable[..., Any]")


CONFIG = "padanan.config"
"""Where the context of a command has the file that ``--config`` names."""


class Shared(NamedTuple):
    """An option of several commands.

    Attributes:
        flags: as one writes it.
        help: what it means, in every command.
        settings: of ``click.option``, in every command.
        everywhere: whether ``[common]`` of ``padanan.toml`` may have it.
    """

    flags: tuple[str, ...]
    help: str
    settings: Mapping[str, Any]
    everywhere: bool = False


_FLAG = {"is_flag": True}

OPTIONS: Mapping[str, Shared] = {
    "kind": Shared(
        ("--from",), "Format of the input file.  [default: by its ending]", {}
    ),
    "to": Shared(
        ("--to",), "Format to write.  [default: by the ending of --output]", {}
    ),
    "form": Shared(("--format",), "How to show the result.", {}),
    "output": Shared(
        ("--output", "-o"),
        "File to write, or folder for several files.  [default: standard output]",
        {"default": STDIN, "metavar": "PATH"},
    ),
    "force": Shared(
        ("--force",),
        "Overwrite the output file even if its content would be lost.",
        _FLAG,
    ),
    "glossary": Shared(
        ("--glossary",),
        "Own PO file or folder, used before the shipped glossary; may be repeated.",
        {"multiple": True, "metavar": "PATH"},
        everywhere=True,
    ),
    "no_shipped": Shared(
        ("--no-shipped",), "Do not use the shipped glossary.", _FLAG, everywhere=True
    ),
    "no_cache": Shared(
        ("--no-cache",),
        "Compile the glossary anew instead of using the cache.",
        _FLAG,
        everywhere=True,
    ),
    "domain": Shared(
        ("--domain",),
        "Only terms of this domain; may be repeated.",
        {"multiple": True, "metavar": "NAME"},
        everywhere=True,
    ),
    "fields": Shared(
        ("--fields",),
        "Extra fields of each annotation in JSON, such as definition,note.",
        {"default": "", "metavar": "NAMES"},
    ),
    "level": Shared(
        ("--level",),
        "With all, also mark words of everyday news.",
        {
            "type": click.Choice(["term", "all"]),
            "default": "term",
            "show_default": True,
        },
        everywhere=True,
    ),
    "encoding": Shared(
        ("--encoding",),
        "Encoding of the articles.  [default: as declared in the file, else UTF-8]",
        {"metavar": "NAME"},
        everywhere=True,
    ),
    "main": Shared(
        ("--main",),
        "Read only the article of a web page, not what surrounds it.",
        _FLAG,
        everywhere=True,
    ),
    "select": Shared(
        ("--select",),
        "Only checks with these codes or beginnings of codes, such as G102,G2.",
        {"default": "", "metavar": "CODES"},
    ),
    "sheet": Shared(
        ("--sheet",),
        "Name or number of the sheet of a workbook.  [default: the first one]",
        {"default": "", "metavar": "SHEET"},
    ),
    "map_": Shared(
        ("--map",),
        "Meaning of a column by its heading, such as Istilah=term; "
        "- leaves the column out; may be repeated.",
        {"multiple": True, "metavar": "HEADING=COLUMN"},
    ),
    "bom": Shared(
        ("--bom",),
        "Begin csv and tsv with a byte order mark, by which Excel knows UTF-8.",
        _FLAG,
    ),
    "limit": Shared(
        ("--limit",),
        "Maximum number of results.",
        {"type": click.IntRange(min=1), "show_default": True, "metavar": "N"},
    ),
    "config": Shared(
        ("--config",),
        "Settings file.  [default: padanan.toml in this folder or a folder above]",
        {"metavar": "FILE", "is_eager": True, "expose_value": False},
    ),
}
"""THE table: parameters by the names that commands have for them."""


def option(name: str, **special: Any) -> Callable[[Function], Function]:
    """Return a decorator that adds an option of the table to a command.

    Args:
        name: of the parameter.
        special: settings of ``click.option`` in this command: choices, a default.
    """
    shared = OPTIONS[name]
    return click.option(
        *shared.flags, name, help=shared.help, **{**shared.settings, **special}
    )


def choice(
    name: str, choices: Sequence[str], default: str | None = None
) -> Callable[[Function], Function]:
    """Return a decorator that adds ``--format``, ``--from`` or ``--to`` to a command.

    The parameter is ``None`` if nobody chose: the ending of a file may decide.

    Args:
        name: of the parameter.
        choices: the names of the formats.
        default: the format where no ending decides, as the help shows it.
    """
    shown = f"ending of --output, else {default}" if default else False
    return option(name, type=click.Choice(choices), show_default=shown)


def glossary_options(command: Function) -> Callable[..., Any]:
    """Add the options on which glossary to use; the command gets ``known``."""

    @wraps(command)
    def called(
        *, glossary: tuple[str, ...], no_shipped: bool, no_cache: bool, **rest: Any
    ) -> Any:
        paths: tuple[str | GlossaryFile, ...] = glossary
        if STDIN in glossary:
            from padanan.cli.input import glossary_of

            paths = tuple(map(glossary_of, glossary))
        known = GlossaryOptions(paths, shipped=not no_shipped, cache=not no_cache)
        return command(known=known, **rest)

    return _added(called, "glossary", "no_shipped", "no_cache")


def reading_options(command: Function) -> Callable[..., Any]:
    """Add the options on how articles are read; the command gets ``reading``."""

    @wraps(command)
    def called(*, encoding: str | None, main: bool, **rest: Any) -> Any:
        return command(reading=reading_of(encoding, main=main), **rest)

    return _added(called, "encoding", "main")


def reading_of(encoding: str | None, *, main: bool) -> ReadingOptions:
    """Return how articles are read; the hint at --main is given only once."""
    from padanan.cli.messages import say
    from padanan.jobs.articles import ReadingOptions

    told = iter((say,))

    def tell(line: str) -> None:
        for once in told:
            once(line)

    return ReadingOptions(encoding, main, tell)


def table_options(command: Function) -> Callable[..., Any]:
    """Add the options on how tables are read; the command gets ``table``."""

    @wraps(command)
    def called(*, sheet: str, map_: tuple[str, ...], **rest: Any) -> Any:
        from padanan.files.headings import TableOptions, mapping

        return command(table=TableOptions(sheet, mapping(map_)), **rest)

    return _added(called, "sheet", "map_")


def _added(command: Callable[..., Any], *names: str) -> Callable[..., Any]:
    # click lists options in the order of the decorators, the last applied first.
    for name in reversed(names):
        command = option(name)(command)
    return command


def names_in(text: str) -> tuple[str, ...]:
    """Return the names in a comma-separated list.

    >>> names_in("definition, note")
    ('definition', 'note')
    """
    return tuple(name.strip() for name in text.split(",") if name.strip())


def only_for(what: str, *names: str, fits: bool) -> None:
    """Refuse options that have no meaning here.

    What ``padanan.toml`` says is passed over where it does not fit.

    Args:
        what: what they are for, such as ``--format html``.
        names: of parameters of this command.
        fits: whether that is asked for.

    Raises:
        PadananError: one of them was said on the command line.
    """
    for parameter in click.get_current_context().command.params:
        if parameter.name in names and said(parameter.name) and not fits:
            raise PadananError(f"{parameter.opts[0]} is for {what} — leave it out")


def said(name: str) -> bool:
    """Tell whether a parameter is on the command line, not only in a settings file."""
    source = click.get_current_context().get_parameter_source(name)
    return source is ParameterSource.COMMANDLINE
