"""An option means one thing in all commands: the table, the help and the page agree."""

from __future__ import annotations

import re
import shlex
from collections import defaultdict
from pathlib import Path

import click
import pytest

from padanan.cli import COMMANDS, main
from padanan.cli.options import OPTIONS

PAGE = Path(__file__).parents[2] / "docs" / "settings.md"


def command(name: str) -> click.Command:
    """Return a command."""
    found = main.get_command(click.Context(main), name)
    assert found is not None
    return found


def options(name: str) -> list[click.Option]:
    """Return the options of a command."""
    return [each for each in command(name).params if isinstance(each, click.Option)]


@pytest.mark.parametrize("name", COMMANDS)
def test_shared_options_are_those_of_the_table(name: str) -> None:
    """Flags, help and kind of an option are the same wherever it is."""
    flags = {flag: shared for shared in OPTIONS.values() for flag in shared.flags}
    for each in options(name):
        shared = flags.get(each.opts[0])
        if shared is None:
            continue
        assert OPTIONS[each.name or ""] is shared
        assert tuple(each.opts) == shared.flags
        assert each.help == shared.help
        assert each.is_flag is bool(shared.settings.get("is_flag"))
        assert each.multiple is bool(shared.settings.get("multiple"))


def test_what_several_commands_have_is_in_the_table() -> None:
    """No option of two commands is said in two places."""
    users = defaultdict(set)
    for name in COMMANDS:
        for each in options(name):
            users[each.opts[0]].add(name)
    shared = {flag for flag, names in users.items() if len(names) > 1}
    known = {each.flags[0] for each in OPTIONS.values()}
    assert shared <= known
    # `--fields` and others of one command are in the table for what is to come.
    assert known <= users.keys()


def test_the_page_is_the_table() -> None:
    """The page lists the options of the table, with their words."""
    rows = re.findall(r"^\| `(--\S+)` \| (.+) \|$", PAGE.read_text("utf-8"), re.M)
    assert rows == [(each.flags[0], each.help) for each in OPTIONS.values()]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_has_help(name: str) -> None:
    """Each option says what it is for, as a sentence."""
    for each in options(name):
        assert re.match(r"[A-Z].*[.\]]$", each.help or ""), each.opts


@pytest.mark.parametrize("name", COMMANDS)
def test_examples_are_command_lines(name: str) -> None:
    """The help shows examples of that command, which it would take."""
    epilog = command(name).epilog or ""
    lines = re.findall(r"^  padanan (.+)$", epilog, re.MULTILINE)
    assert lines
    for line in lines:
        called, *arguments = shlex.split(line)
        assert called == name
        command(name).make_context(name, arguments)
