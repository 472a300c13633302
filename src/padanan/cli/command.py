"""What every command is: a function with settings in a file, and examples."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from padanan.cli import Helpful
from padanan.cli.options import CONFIG, OPTIONS

if TYPE_CHECKING:
    from collections.abc import Callable

Function = TypeVar("Function", bound="Callable[..., Any]")


SETTINGS = "padanan.toml"


class Command(Helpful):
    """A command that has settings in ``padanan.toml``."""

    def __init__(self, *arguments: Any, **settings: Any) -> None:
        """Add ``--config`` to the options, as the last one."""
        super().__init__(*arguments, **settings)
        shared = OPTIONS["config"]
        self.params.append(
            click.Option(
                [*shared.flags, "config"],
                help=shared.help,
                callback=configure,
                **shared.settings,
            )
        )


def command(*examples: str, name: str | None = None) -> Callable[[Function], Command]:
    """Return a decorator that turns a function into a command.

    Args:
        examples: command lines that its help shows.
        name: of the command, where the function is called otherwise.
    """
    shown = "".join(f"  padanan {example}\n" for example in examples)
    return click.command(name, cls=Command, epilog=f"\b\nExamples:\n{shown}")


def configure(
    context: click.Context, _parameter: click.Parameter, named: str | None
) -> None:
    """Take the defaults of a command from the settings file that is named or applies.

    Raises:
        PadananError: the file has an invalid setting, with path and line.
        OSError: the named file cannot be read.
    """
    path = find(Path.cwd()) if named is None else Path(named)
    context.meta[CONFIG] = named
    if path is not None:
        from padanan.cli.settings import defaults, load

        found = load(path)
        context.default_map = dict(defaults(found, context.command))


def find(folder: Path) -> Path | None:
    """Return the settings file of a folder or of the nearest folder above that has one.

    >>> find(Path("/dev")) is None
    True
    """
    for place in (folder, *folder.parents):
        path = place / SETTINGS
        if path.is_file():
            return path
    return None
