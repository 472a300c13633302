"""The sessions of the README and of docs/ print what those pages say they print.

A fence marked ``console`` holds commands (``$ padanan …``) with their output, one
marked ``pycon`` a Python session. The sign ``…`` stands for any text, over several
lines even.
"""

from __future__ import annotations

import doctest
import re
import shlex
import shutil
from pathlib import Path
from typing import NamedTuple

import pytest
from click.testing import CliRunner

from padanan.cli import main

ROOT = Path(__file__).parents[1]
PAGES = ("README.md", "docs/conditions.md", "docs/json.md", "docs/settings.md")
README, *OTHERS = ((ROOT / page).read_text(encoding="utf-8") for page in PAGES)

FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"^\$ (.+)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)


class Command(NamedTuple):
    """A command line of the README with the output it is said to have."""

    line: str
    output: str


def fences(text: str, language: str) -> tuple[str, ...]:
    r"""Return the contents of the fences marked with that language.

    >>> fences("```console\n$ padanan --version\n```\n", "console")
    ('$ padanan --version\n',)
    """
    return tuple(body for mark, body in FENCE.findall(text) if mark == language)


def commands(session: str) -> tuple[Command, ...]:
    r"""Split a session into its commands.

    >>> commands("$ padanan lint\n$ padanan stats\nconcepts 2\n")[1]
    Command(line='padanan stats', output='concepts 2\n')
    """
    return tuple(Command(*found) for found in COMMAND.findall(session))


def agree(expected: str, printed: str) -> bool:
    r"""Tell whether the output is the expected one.

    >>> agree("one\n…\nfour\n", "one\ntwo\nthree\nfour\n")
    True
    """
    return doctest.OutputChecker().check_output(
        expected.replace("…", "..."), printed, doctest.ELLIPSIS
    )


def first_line(session: str) -> str:
    """Return what a session is called in a report."""
    return session.partition("\n")[0]


@pytest.fixture
def copy(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Path:
    """A copy of what the sessions read, as the working directory."""
    for folder in ("seeds", "glossary", "docs"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("NO_COLOR", "1")
    return tmp_path


def is_slow(session: str) -> bool:
    """Tell whether a session checks the whole glossary."""
    return "$ padanan lint glossary\n" in session


@pytest.mark.usefixtures("copy")
@pytest.mark.parametrize(
    "session",
    [
        pytest.param(
            session,
            marks=[pytest.mark.slow] if is_slow(session) else [],
            id=first_line(session),
        )
        for session in fences("\n".join((README, *OTHERS)), "console")
    ],
)
def test_console_session(session: str) -> None:
    """Each command of a session is Padanan's own and prints what is shown."""
    steps = commands(session)
    assert steps
    for line, expected in steps:
        program, *arguments = shlex.split(line)
        assert program == "padanan"
        result = CliRunner().invoke(main, arguments, prog_name=program)
        assert agree(expected, result.output), f"$ {line}\n{result.output}"


@pytest.mark.usefixtures("copy")
@pytest.mark.parametrize("session", fences(README, "pycon"), ids=first_line)
def test_python_session(session: str) -> None:
    """Each expression of a session has the value that is shown."""
    test = doctest.DocTestParser().get_doctest(session, {}, "README.md", None, 0)
    assert test.examples
    results = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(test)
    assert results.failed == 0


def test_every_fence_is_run() -> None:
    """A fence is a session that runs, or says that it is for another shell."""
    marks = {mark for mark, _ in FENCE.findall(README)}
    assert marks <= {"console", "pycon", "sh", "text"}
