"""On a machine without the clients their tests are skipped, none of them fails."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.clients import client

ROOT = Path(__file__).parents[2]
OURS = ("PYTEST_", "PADANAN_CI", "PADANAN_CACHE")
"""Beginnings of the variables that a run inside this one does not get."""


def files() -> list[str]:
    """Return the files with tests of clients; collecting all others takes seconds."""
    found = sorted((ROOT / "tests").rglob("test_*.py"))
    texts = ((path, path.read_text("utf-8")) for path in found)
    return [
        str(path.relative_to(ROOT))
        for path, text in texts
        if ("client" in text or "browser" in text) and str(path) != __file__
    ]


def outcomes(folder: Path, *programs: str) -> dict[str, int]:
    """Run all tests of clients where only these programs are; count what they do.

    Args:
        folder: an empty folder that is all of the PATH.
        programs: what it gets links to.
    """
    for program in programs:
        (folder / program).symlink_to(shutil.which(program) or "")
    kept = {k: v for k, v in os.environ.items() if not k.startswith(OURS)}
    hidden = {
        "PATH": str(folder),
        "PADANAN_OMEGAT": str(folder / "omegat"),
        "PADANAN_NODE_MODULES": str(folder / "node_modules"),
    }
    result = subprocess.run(
        (sys.executable, "-m", "pytest", "-m", "client", "-q", "-p", "no:cacheprovider",
         "-p", "no:xdist", "-p", "no:randomly", *files()),
        cwd=ROOT, env=kept | hidden, stdin=subprocess.DEVNULL, capture_output=True,
        text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert result.returncode == 0, result.stdout
    last = result.stdout.splitlines()[-1]
    return {kind: int(number) for number, kind in re.findall(r"(\d+) (\w+)", last)}


@pytest.mark.slow
def test_without_any_client(tmp_path: Path) -> None:
    """With all clients hidden the tests of clients are skipped, every one."""
    found = outcomes(tmp_path)
    assert found["skipped"] > 50
    assert not {"passed", "failed", "error", "errors"} & found.keys()


@client("java", "javac")
def test_with_java_alone(tmp_path: Path) -> None:
    """So they are where Java is there, but no program that it runs."""
    found = outcomes(tmp_path, "java", "javac")
    assert found["skipped"] > 50
    assert not {"passed", "failed", "error", "errors"} & found.keys()
