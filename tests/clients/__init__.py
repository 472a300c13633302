"""Other programs that read what Padanan writes."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

NODE_MODULES = Path(__file__).parent / "node_modules"
"""Where ``make clients`` installs the programs that come from npm."""


def run(program: str, *arguments: str | Path) -> str:
    """Run a program and return its output; skip the test where it is missing."""
    if shutil.which(program) is None:
        pytest.skip(f"{program} is not installed; make clients installs it")
    result = subprocess.run(
        (program, *map(str, arguments)),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert result.returncode == 0, result.stderr
    return result.stdout


def npm(package: str) -> Path:
    """Return the folder of a package from npm; skip the test where it is missing."""
    folder = NODE_MODULES / package
    if not folder.is_dir():
        pytest.skip(f"{package} is not installed; make clients installs it")
    return folder
