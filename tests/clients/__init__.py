"""Other programs that read what Padanan writes."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path


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
