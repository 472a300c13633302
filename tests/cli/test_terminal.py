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
from hypothesis import given
from hypothesis import strategies as st

import padanan
from padanan.cli.messages import for_terminal

DRIVING = "\x1b]0;pwned\x07\x9b2J\u202e\u2066\x08"
COLOURS = re.compile(r"\x1b\[(?:[0-9;]*m|\?25[lh])")
"""Those of the terminal, and a progress bar that hides the cursor."""
CONTROLS = set("\x1b\x07\x9b\u202e\u2066\x08")
PRINTING = {
    "cli/__init__.py", "cli/messages.py", "cli/output.py", "files/writing.py",
}  # fmt: skip
"""The only modules that print; the first one nothing but our own help."""


@given(st.text(st.sampled_from("\x1b[0;31m]\x07\x9b\u202e\u2066\r\n\tab\u2028\x7f")))
def test_nothing_drives_a_terminal(text: str) -> None:
    """Only lines, tabs and colours are left of what is no character to be seen."""
    shown = for_terminal(text)
    left = shown.replace("\x1b[", "").replace("\n", "").replace("\t", "")
    assert left.isprintable()


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
