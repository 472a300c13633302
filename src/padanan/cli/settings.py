"""``padanan.toml``: the options of a working folder.

A table is named as a command and holds its options by their long names; ``[common]``
holds those that mean the same everywhere. What the command line says comes first, then
the table of the command, then ``[common]``, then the default::

    [common]
    glossary = ["istilah.po"]

    [annotate]
    format = "html"

Paths are those of the folder in which the file lies.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from padanan.cli.options import OPTIONS
from padanan.cli.output import PATHS
from padanan.errors import PadananError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

COMMON = "common"
ONLY_SAID = frozenset({"config", "fix", "force", "help", "output", "write"})
"""Parameters that a file cannot have: they write, and are to be said each time."""

_HEADER = re.compile(r"\s*\[\s*([\w-]+)\s*\]")
_KEY = re.compile(r"""\s*["']?([\w-]+)["']?\s*[=.]""")
_LINE = re.compile(r"line (\d+)")


class SettingsFile(NamedTuple):
    """A file of settings.

    Attributes:
        path: as messages call it.
        folder: where its paths begin.
        text: what it says.
        tables: the same as values, by the names of the tables.
    """

    path: str
    folder: Path
    text: str
    tables: Mapping[str, Any]

    def error(self, problem: str, table: str, key: str = "") -> PadananError:
        """Return an error about a table or a key in it, with its line."""
        return PadananError(
            problem, path=self.path, line=_line_of(self.text, table, key)
        )


def load(path: Path) -> SettingsFile:
    """Read a file of settings.

    Raises:
        PadananError: it is not TOML, with its line, or has a table of no command.
        OSError: it cannot be read.
    """
    import tomllib

    from padanan.files.local import read_input

    here = path.parent.resolve() == Path.cwd()
    shown = path.name if here else str(path)
    try:
        text = read_input(str(path)).decode()
        tables = tomllib.loads(text)
    except UnicodeDecodeError:
        raise PadananError("not UTF-8 — save it in that encoding", path=shown) from None
    except RecursionError:
        raise PadananError("nested too deeply — simplify it", path=shown) from None
    except tomllib.TOMLDecodeError as error:
        line = _LINE.search(str(error))
        problem = f"not TOML ({str(error).partition(' (at ')[0]}) — correct it"
        raise PadananError(
            problem, path=shown, line=int(line[1]) if line else None
        ) from None
    except ValueError:
        message = "has a number with too many digits — write it anew"
        raise PadananError(message, path=shown) from None
    found = SettingsFile(shown, path.parent, text, tables)
    _check_tables(found)
    return found


def _check_tables(found: SettingsFile) -> None:
    from padanan.cli import COMMANDS

    for name, table in found.tables.items():
        if not isinstance(table, dict):
            problem = f"“{name}” is not in a table — put it below [{COMMON}]"
            raise found.error(problem, "", name)
        if name != COMMON and name not in COMMANDS:
            known = ", ".join((COMMON, *COMMANDS))
            problem = f"there is no command “{name}” — name one of {known}"
            raise found.error(problem, name)


def defaults(found: SettingsFile, command: click.Command) -> Iterator[tuple[str, Any]]:
    """Yield the parameters of a command for which a file has a value.

    Raises:
        PadananError: a key is not an option, or its value none that the option can
            have.
    """
    own, common = _options(command), _common()
    section = command.name or ""
    for key, value in found.tables.get(COMMON, {}).items():
        if key not in common:
            problem = f"“{key}” is not common — known are {', '.join(common)}"
            raise found.error(problem, COMMON, key)
        if key in own:
            yield own[key].name or "", _value(found, COMMON, own[key], key, value)
    for key, value in found.tables.get(section, {}).items():
        if key not in own:
            known = ", ".join(sorted(own))
            problem = f"“{key}” is not a setting of {section} — known are {known}"
            raise found.error(problem, section, key)
        yield own[key].name or "", _value(found, section, own[key], key, value)


def _options(command: click.Command) -> dict[str, click.Option]:
    """Return the options of a command that a file can have, by their long names."""
    return {
        flag.removeprefix("--"): each
        for each in command.params
        if isinstance(each, click.Option) and each.name not in ONLY_SAID
        for flag in each.opts
        if flag.startswith("--")
    }


def _common() -> tuple[str, ...]:
    """Return the long names of the options that all commands can share."""
    shared = (each for each in OPTIONS.values() if each.everywhere)
    return tuple(flag.removeprefix("--") for each in shared for flag in each.flags)


def _value(
    found: SettingsFile, table: str, option: click.Option, key: str, value: Any
) -> Any:
    """Return a value as its option takes it.

    Raises:
        PadananError: the option cannot have it.
    """
    many = option.multiple or option.nargs != 1
    if many and not isinstance(value, list):
        raise found.error(f"“{key}” is not a list — write [ … ]", table, key)
    values = value if many else [value]
    for one in values:
        if problem := _problem(option, one):
            raise found.error(f"“{key}” {problem}", table, key)
    if option.metavar in PATHS:
        values = [_path(found.folder, one) for one in values]
    return values if many else values[0]


def _problem(option: click.Option, value: Any) -> str:
    """Return why an option cannot have a value; empty if it can."""
    if option.is_flag:
        return "" if isinstance(value, bool) else "is neither true nor false"
    is_number = isinstance(option.type, click.IntRange)
    if isinstance(value, bool) or not isinstance(value, int if is_number else str):
        return "is not a number" if is_number else "is not a string"
    try:
        option.type.convert(value, option, None)
    except click.BadParameter as error:
        return f"is invalid: {error.message}"
    return ""


def _path(folder: Path, name: str) -> str:
    # Where one works, names stay as they are written.
    if folder.resolve() == Path.cwd():
        return name
    return os.path.normpath(folder / name)


def _line_of(text: str, table: str, key: str) -> int | None:
    """Return the line of a table or of a key in it, counted from 1."""
    inside = ""
    for number, line in enumerate(text.splitlines(), 1):
        header = _HEADER.match(line)
        if header:
            inside = header[1]
        named = _KEY.match(line)
        is_key = inside == table and named is not None and named[1] == key
        if (header and inside == table and not key) or (key and is_key):
            return number
    return None
