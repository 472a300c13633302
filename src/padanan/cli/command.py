"""What every command is: a function with settings in a file, and examples."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

import click

from padanan.cli.options import OPTIONS
from padanan.cli.settings import configure

if TYPE_CHECKING:
    from collections.abc import Callable

Function = TypeVar("Function", bound="Callable[..., Any]")


class Command(click.Command):
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
    """Return what makes a command out of a function.

    Args:
        examples: command lines that its help shows.
        name: of the command, where the function is called otherwise.
    """
    shown = "".join(f"  padanan {example}\n" for example in examples)
    return click.command(name, cls=Command, epilog=f"\b\nExamples:\n{shown}")
