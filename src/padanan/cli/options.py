"""Options that several commands have in common, said once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from collections.abc import Callable

Command = TypeVar("Command", bound="Callable[..., Any]")


def glossary_options(command: Command) -> Command:
    """Add ``--glossary`` and ``--no-shipped``: what a command works with."""
    shipped = click.option(
        "--no-shipped", is_flag=True, help="Leave the shipped glossary out."
    )
    own = click.option(
        "--glossary",
        multiple=True,
        metavar="PATH",
        help="PO file or folder to add to the shipped glossary; may be repeated.",
    )
    # click lists options in the order of the decorators, the last applied first.
    return own(shipped(command))
