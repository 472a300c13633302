"""What a missing extra is called, and how it is installed."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from padanan.errors import MissingExtraError
from padanan.files.extras import EXTRAS, missing, optional

PROJECT = tomllib.loads(
    (Path(__file__).parents[2] / "pyproject.toml").read_text(encoding="utf-8")
)["project"]


@pytest.mark.parametrize("module", EXTRAS)
def test_extras_are_those_of_the_project(module: str) -> None:
    """Each package is installed by the extra that the message names."""
    extra = EXTRAS[module]
    packages = PROJECT["optional-dependencies"][extra.name]
    assert extra.distribution in {re.split(r"\W*[\[>]", one)[0] for one in packages}


@pytest.mark.parametrize("module", EXTRAS)
def test_missing_packages_are_named(
    module: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The command is that of the Python that is running."""
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(MissingExtraError) as caught:
        optional(module)
    command = shlex.split(caught.value.problem.partition(" — ")[2])
    assert command[:4] == [sys.executable, "-m", "pip", "install"]
    assert command[4:] == [f"padanan[{EXTRAS[module].name}]"]


def test_what_is_installed_is_returned() -> None:
    """An optional package that is there is imported."""
    assert optional("openpyxl").__name__ == "openpyxl"


def test_windows_has_other_quotes(monkeypatch: pytest.MonkeyPatch) -> None:
    """A path with spaces is quoted as the shell of Windows needs it."""
    python = r"C:\Program Files\Python\python.exe"
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(sys, "executable", python)
    words = (python, "-m", "pip", "install", "padanan[web]")
    assert missing("trafilatura").endswith(subprocess.list2cmdline(words))
    assert f'"{python}"' in missing("trafilatura")


def test_a_python_without_a_name(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where Python does not know its own file, it is called python."""
    monkeypatch.setattr(sys, "executable", "")
    assert " — python -m pip install " in missing("openpyxl")
