"""The group of commands: lazy, documented, and the only place that tells of errors."""

from __future__ import annotations

import gc
import logging
import runpy
import subprocess
import sys
import warnings
from pathlib import Path
from typing import TYPE_CHECKING

import click
import pytest
from click.testing import CliRunner

from padanan import __version__, cli
from padanan.errors import GlossaryError
from padanan.matching import native

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

RUNNER = CliRunner()

ALLOWED = {
    "click", "padanan", "padanan.cli", "padanan.errors",
}  # fmt: skip
"""What `padanan --help` may import, apart from the standard library."""


@pytest.fixture
def failing(monkeypatch: pytest.MonkeyPatch) -> Callable[[BaseException], list[str]]:
    """Replace all commands by one that fails with an error, named in its arguments."""

    def fail_with(error: BaseException) -> list[str]:
        @click.command()
        def fail() -> None:
            raise error

        monkeypatch.setattr(cli, "COMMANDS", {"fail": "Fail."})
        monkeypatch.setattr(cli.Commands, "get_command", lambda *_: fail)
        return ["fail"]

    return fail_with


def test_help_lists_every_command() -> None:
    """The list shows each command with its one line."""
    result = RUNNER.invoke(cli.main, ["--help"])
    assert result.exit_code == 0
    for name, line in cli.COMMANDS.items():
        assert f"  {name}" in result.output
        assert line.split()[0] in result.output


@pytest.mark.parametrize("name", cli.COMMANDS)
def test_each_command_is_as_listed(name: str) -> None:
    """The line in the list is the first one of the command's own help."""
    command = cli.main.get_command(click.Context(cli.main), name)
    assert command is not None
    assert (command.help or "").split("\n")[0] == cli.COMMANDS[name]
    assert RUNNER.invoke(cli.main, [name, "--help"]).exit_code == 0


@pytest.mark.parametrize("line", ["formats", "formats --no-such"])
def test_a_command_leaves_the_process_as_it_was(line: str) -> None:
    """Who runs a command from a program keeps warnings and garbage as they were."""
    before = list(warnings.filters), gc.get_threshold(), logging.root.manager.disable
    RUNNER.invoke(cli.main, line.split())
    after = list(warnings.filters), gc.get_threshold(), logging.root.manager.disable
    assert after == before


def imported(*arguments: str) -> set[str]:
    """Return the packages and modules of Padanan that a command imports."""
    code = (
        "import sys\nfrom padanan.cli import main\n"
        f"try:\n    main({list(arguments)!r})\nexcept SystemExit:\n    pass\n"
        "print('\\n'.join(sys.modules), file=sys.stderr)"
    )
    result = subprocess.run(
        (sys.executable, "-c", code), capture_output=True, text=True, check=True
    )
    return set(result.stderr.split())


def test_help_imports_only_click() -> None:
    """`padanan --help` is instant: no command, no model, no other package."""
    found = imported("--help")
    ours = {name for name in found if name.partition(".")[0] == "padanan"}
    assert ours == ALLOWED - {"click"}
    packages = {name.partition(".")[0] for name in found}
    known = sys.stdlib_module_names | {"click", "padanan", "__main__", "colorama"}
    assert {name for name in packages - known if not name.startswith("_")} <= {
        "sitecustomize",
        "usercustomize",
    }


def test_lint_imports_no_renderer() -> None:
    """A command imports what it needs, not what others need."""
    found = imported("lint", "--help")
    assert not {"lxml", "jinja2", "babel", "padanan.render", "openpyxl"} & found


ARTICLE = str(Path(__file__).parents[2] / "seeds" / "01-rubio-lavrov-mei.txt")
HEAVY = frozenset({
    "babel", "distributed", "docx", "jinja2", "lxml", "openpyxl", "polib", "rapidfuzz",
    "sentencex", "snowballstemmer",
})  # fmt: skip


@pytest.mark.parametrize(
    ("arguments", "unused"),
    [
        (
            ("annotate", ARTICLE),
            {
                "ahocorasick_rs",
                "padanan.language.stems",
                "padanan.search",
                "padanan.exchange",
                "padanan.glossary.reader",
            },
        ),
        (("annotate", ARTICLE, "--format", "json"), {"padanan.render.html"}),
        (
            ("lookup", "gencatan", "senjata"),
            {"ahocorasick_rs", "padanan.matching.recogniser", "padanan.articles"},
        ),
        (("lookup", "gencatan", "senjatanya"), {"ahocorasick_rs", "padanan.articles"}),
        (("terms", ARTICLE), {"ahocorasick_rs", "padanan.glossary.reader"}),
    ],
)
def test_a_command_imports_what_it_uses(
    arguments: tuple[str, ...], unused: set[str]
) -> None:
    """With the glossary in the cache a short command loads nothing that is slow."""
    imported(*arguments)
    found = imported(*arguments)
    assert not (HEAVY | unused) & found


@pytest.mark.parametrize(
    ("compiled", "plain", "core"),
    [(True, "", "native"), (True, "1", "plain"), (False, "", "plain")],
)
def test_version(
    monkeypatch: pytest.MonkeyPatch, *, compiled: bool, plain: str, core: str
) -> None:
    """The version is that of the package; it says whether recognition is compiled."""
    monkeypatch.setattr(native, "COMPILED", compiled)
    monkeypatch.setenv("PADANAN_PLAIN", plain)
    result = RUNNER.invoke(cli.main, ["--version"], prog_name="padanan")
    assert result.output == f"padanan, version {__version__} ({core})\n"


@pytest.fixture
def _own_garbage() -> Iterator[None]:
    """Collect garbage afterwards as before."""
    before = gc.get_threshold()
    yield
    gc.set_threshold(*before)
    gc.unfreeze()


@pytest.mark.usefixtures("_own_garbage")
def test_python_m_padanan(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The package runs as the command does, under its name."""
    monkeypatch.setattr(sys, "argv", ["__main__.py", "--version"])
    with pytest.raises(SystemExit) as caught:
        runpy.run_module("padanan", run_name="__main__")
    assert caught.value.code == 0
    assert capsys.readouterr().out.startswith("padanan, version ")
    # What is left is not searched for garbage when the process ends.
    assert gc.get_freeze_count() > 0


def test_unknown_command() -> None:
    """A command that does not exist is a usage error."""
    result = RUNNER.invoke(cli.main, ["anotate"])
    assert result.exit_code == 2
    assert "anotate" in result.stderr


@pytest.mark.parametrize(
    ("error", "message"),
    [
        (GlossaryError("bad — mend", path="a.po", line=3), "a.po:3: bad — mend"),
        (GlossaryError("two\nlines"), "two lines"),
        (FileNotFoundError(2, "No such file", "a.txt"), "a.txt: No such file"),
        (OSError(28, "No space left on device"), "No space left on device"),
        (OSError("strange"), "strange"),
        (OSError(2, "none", b"\xff\x1b[2J"), "\\udcff\\x1b[2J: none"),
    ],
)
def test_errors_are_one_line(
    failing: Callable[[BaseException], list[str]], error: Exception, message: str
) -> None:
    """What the user can mend is one line on stderr, exit status 2, no traceback."""
    result = RUNNER.invoke(cli.main, failing(error))
    assert result.exit_code == 2
    assert result.stderr == f"padanan: {message}\n"
    assert result.stdout == ""


def test_interrupt(failing: Callable[[BaseException], list[str]]) -> None:
    """Ctrl-C ends a command quietly with the shell's status for it."""
    result = RUNNER.invoke(cli.main, failing(KeyboardInterrupt()))
    assert result.exit_code == 130
    assert result.output == ""


def test_broken_pipe_in_a_command(
    failing: Callable[[BaseException], list[str]],
) -> None:
    """A reader that goes away is no error of ours."""
    result = RUNNER.invoke(cli.main, failing(BrokenPipeError()))
    assert result.exit_code == 141
    assert result.output == ""


def test_broken_pipe_of_a_process() -> None:
    """`padanan lint | head` says nothing on stderr, whenever the pipe breaks."""
    code = (
        "import os, sys\nfrom padanan.cli import main\n"
        "r, w = os.pipe()\nos.close(r)\nos.dup2(w, 1)\nmain(['--help'])"
    )
    code = code.replace("'--help'", "'stats'")
    result = subprocess.run(
        (sys.executable, "-c", code), capture_output=True, text=True, check=False
    )
    assert (result.returncode, result.stderr) == (141, "")


def test_bugs_are_not_hidden(failing: Callable[[BaseException], list[str]]) -> None:
    """An error of the program itself keeps its traceback."""
    result = RUNNER.invoke(cli.main, failing(ZeroDivisionError()))
    assert isinstance(result.exception, ZeroDivisionError)


@pytest.mark.parametrize(
    ("name", "advice"),
    [
        ("anotate", "did you mean “annotate”?"),
        ("look-up", "did you mean “lookup”?"),
        ("Term", "did you mean “terms”?"),
        ("xyz", "name one of annotate, lookup, terms"),
    ],
)
@pytest.mark.parametrize("before", [(), ("help",)])
def test_unknown_commands(name: str, advice: str, before: tuple[str, ...]) -> None:
    """A name that no command has is one line with the closest one."""
    result = RUNNER.invoke(cli.main, [*before, name])
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"padanan: there is no command “{name}” — {advice}")
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize("name", cli.COMMANDS)
def test_help_of_a_command(name: str) -> None:
    """`padanan help COMMAND` is `padanan COMMAND --help`."""
    shown = RUNNER.invoke(cli.main, ["help", name], prog_name="padanan")
    usual = RUNNER.invoke(cli.main, [name, "--help"], prog_name="padanan")
    assert shown.exit_code == 0
    assert shown.stdout == usual.stdout


def test_help_alone() -> None:
    """Without a command the list of commands is shown."""
    shown = RUNNER.invoke(cli.main, ["help"], prog_name="padanan")
    assert "Show the help of a command." in shown.stdout
    assert "annotate" in shown.stdout
