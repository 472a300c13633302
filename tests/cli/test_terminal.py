"""What is printed for people goes through one place, and drives no terminal."""

from __future__ import annotations

import ast
import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

import padanan
from padanan.cli import main
from padanan.cli.messages import for_terminal

DRIVING = "\x1b]0;pwned\x07\x9b2J\u202e\u2066\x08"
COLOURS = re.compile(r"\x1b\[(?:[0-9;]*m|\?25[lh])")
"""Those of the terminal, and a progress bar that hides the cursor."""
CONTROLS = set("\x1b\x07\x9b\u202e\u2066\x08")
PRINTING = {
    "articles/pdf/child.py", "cli/__init__.py", "cli/messages.py", "cli/output.py",
    "files/writing.py",
}  # fmt: skip
"""The only modules that print: the first for the process that started it, the second
nothing but our own help."""


@given(st.text(st.sampled_from("\x1b[0;31m]\x07\x9b\u202e\u2066\r\n\tab\u2028\x7f")))
def test_nothing_drives_a_terminal(text: str) -> None:
    """Only lines and tabs are left of what is no character to be seen, or colours."""
    left = for_terminal(text).replace("\n", "").replace("\t", "")
    assert left.isprintable()
    coloured = COLOURS.sub("", for_terminal(text, colour=True))
    assert coloured.replace("\n", "").replace("\t", "").isprintable()


def test_only_one_place_prints() -> None:
    """No other module calls what prints, or writes to a standard stream."""
    found = set()
    source = Path(padanan.__file__).parent
    for path in source.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            name = ast.unparse(node.func) if isinstance(node, ast.Call) else ""
            if name == "print" or name.startswith(
                ("click.echo", "click.secho", "sys.stdout.write", "sys.stderr.write",
                 "sys.stdout.buffer")
            ):  # fmt: skip
                found.add(path.relative_to(source).as_posix())
    assert found == PRINTING


PEOPLE = (
    "annotate F", "annotate F --explain", "terms F", "check F F", "lint G",
    "lookup nota --glossary G", "lookup nota --in F", "import T --into H", "coverage F",
    "stats G",
)  # fmt: skip


@pytest.mark.parametrize("command", PEOPLE)
@pytest.mark.parametrize("colour", ["", "1"])
def test_in_a_pipe(
    command: str, colour: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is written for people drives no terminal behind a pipe, either."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("FORCE_COLOR", colour)
    Path("a.txt").write_text(f"Nota {DRIVING} diplomatik.\ufeff Gencatan senjata.")
    Path("a.po").write_text(
        f'#. definition: A {DRIVING} text.\nmsgid "nota"\nmsgstr "note{DRIVING}"\n'
    )
    Path("b.po").write_text('msgid "nota"\nmsgstr "x"\n')
    Path("a.csv").write_text(f"term,English,definition\nnota,note,a {DRIVING} text\n")
    names = {"F": "a.txt", "G": "a.po", "H": "b.po", "T": "a.csv"}
    words = [names.get(word, word) for word in command.split()]
    shown = CliRunner().invoke(main, words, color=True).output
    assert shown
    assert not set(COLOURS.sub("", shown)) & {*CONTROLS, "\ufeff"}


@pytest.mark.parametrize(
    ("command", "coloured"),
    [
        ("annotate a.txt", "\x1b[4;31mGencatan senjata\x1b[0m"),
        ("lookup truce", "\x1b[1mgencatan senjata  (noun, conflict)"),
        ("lookup truce", "\x1b[32m  → ceasefire\x1b[0m"),
        ("lookup truce --in a.txt", "\x1b[1;36mGencatan senjata\x1b[0m berlaku"),
        ("check a.txt b.txt", "b.txt:line 1: \x1b[1;33mT201 warning\x1b[0m (0→-)"),
        ("lint a.po", "\x1b[1;31mG"),
    ],
)
def test_colours(
    command: str, coloured: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """FORCE_COLOR colours what is piped, NO_COLOR nothing, and a file has none."""
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text("Gencatan senjata berlaku.")
    Path("b.txt").write_text("A pause holds.")
    Path("a.po").write_text('msgid "nota"\n')
    runner, words = CliRunner(), command.split()
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert coloured in runner.invoke(main, words, color=True).stdout
    runner.invoke(main, [*words, "-o", "o.txt"], color=True)
    assert "\x1b" not in Path("o.txt").read_text("utf-8")
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in runner.invoke(main, words, color=True).stdout


COMMANDS = (
    "annotate F", "annotate F --explain", "annotate F --format json",
    "annotate F --format jsonl", "annotate F --format markdown", "annotate F --jobs 1",
    "terms F", "terms F --format csv", "extract F --at-least 1", "coverage F",
    "worksheet F --to po", "worksheet F --to xliff", "check F F", "lint G",
    "export --to csv --glossary G --no-shipped", "lookup nota --glossary G",
    "export --to json --glossary G --no-shipped", "lookup nota --in F",
)  # fmt: skip


@pytest.mark.skipif(sys.platform != "linux", reason="needs a pseudo-terminal")
@pytest.mark.parametrize("command", COMMANDS)
def test_on_a_terminal(command: str, tmp_path: Path) -> None:
    """Names, articles and glossaries are shown escaped, in every format."""
    article = tmp_path / f"a{DRIVING}.txt"
    article.write_text(f"Nota {DRIVING} diplomatik. Gencatan{DRIVING} senjata.")
    glossary = tmp_path / "law.po"
    glossary.write_text(
        f'#. definition: A {DRIVING} text.\nmsgid "nota"\nmsgstr "note{DRIVING}"\n'
    )
    names = {"F": article.name, "G": glossary.name}
    arguments = [names.get(word, word) for word in command.split()]
    shown = on_a_terminal(arguments, tmp_path)
    assert shown
    assert not set(COLOURS.sub("", shown)) & CONTROLS


def on_a_terminal(arguments: list[str], folder: Path) -> str:
    """Return what a command prints on a terminal."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        (sys.executable, "-m", "padanan", *arguments),
        stdin=subprocess.DEVNULL,
        stdout=theirs,
        stderr=theirs,
        cwd=folder,
    ):
        os.close(theirs)
        pieces = []
        try:
            while piece := os.read(ours, 65536):
                pieces.append(piece)
        except OSError:  # the other side is closed
            pass
    os.close(ours)
    return b"".join(pieces).decode("utf-8")
