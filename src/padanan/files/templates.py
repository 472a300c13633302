"""The templates of HTML pages: one way to read and fill them for the whole package."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinja2 import Environment


def environment(
    package: str,
    finalize: Callable[[Any], Any] | None = None,
    *,
    keep_trailing_newline: bool = False,
) -> Environment:
    """Return what fills the templates of a package.

    All text is escaped, a name that is not given is an error, and the lines of
    statements leave nothing in the output.

    Args:
        package: dotted name of the package whose folder ``templates`` has them.
        finalize: changes each value before it is escaped and written.
        keep_trailing_newline: keep a line break at the end of a template.
    """
    from jinja2 import Environment, PackageLoader, StrictUndefined

    return Environment(
        loader=PackageLoader(package),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=finalize,
        keep_trailing_newline=keep_trailing_newline,
    )
