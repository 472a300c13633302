"""Jinja templates: one environment, which escapes and refuses unknown names."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from jinja2 import Environment


def environment(folder: Path) -> Environment:
    """Return what renders the templates of a folder as HTML.

    Everything that is put into a template is escaped; a name that is not given to it
    raises an error.

    Args:
        folder: where the templates are.
    """
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    return Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
