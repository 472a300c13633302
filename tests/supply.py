"""Which packages Padanan runs with, and which its tests do."""

from __future__ import annotations

import sys
import tomllib
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import TYPE_CHECKING, Any

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

ROOT = Path(__file__).parents[1]


def _project() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def runtime() -> frozenset[str]:
    """Return the names of all packages that Padanan with its extras needs, however far.

    They are those of this system and this version of Python.
    """
    project = _project()["project"]
    extras = project["optional-dependencies"].values()
    lines = [*project["dependencies"], *(line for extra in extras for line in extra)]
    return frozenset(_closed(lines))


def development() -> frozenset[str]:
    """Return the names of all packages that ``make test`` and ``make lint`` need."""
    named = [
        line
        for group in _project()["dependency-groups"].values()
        for line in group
        if isinstance(line, str)
    ]
    return frozenset(_closed(named)) | runtime()


def version(name: str) -> str:
    """Return the version of a package that is installed."""
    return distribution(name).version


def licence(name: str) -> str:
    """Return what a package says of its licence: an SPDX expression, or older forms."""
    metadata = distribution(name).metadata
    fields = ("License-Expression", "License")
    told = next((metadata[field] for field in fields if field in metadata), "")
    classified = (
        line.rpartition(" :: ")[2]
        for line in metadata.get_all("Classifier") or ()
        if line.startswith("License :: ")
    )
    # Some packages have put the whole text of the licence there.
    return told if told and len(told) < 80 else ", ".join(classified)


def _closed(lines: Iterable[str]) -> Iterator[str]:
    """Yield the names of what is required, and of what that requires."""
    waiting = [Requirement(line) for line in lines]
    seen: set[tuple[str, frozenset[str]]] = set()
    while waiting:
        requirement = waiting.pop()
        name = canonicalize_name(requirement.name)
        key = (name, frozenset(requirement.extras))
        if key not in seen:
            seen.add(key)
            yield name
            waiting += _needs(name, requirement.extras)


def _needs(name: str, extras: Iterable[str]) -> Iterator[Requirement]:
    for line in distribution(name).requires or ():
        found = Requirement(line)
        if found.marker is None or any(
            found.marker.evaluate({"extra": extra}) for extra in ("", *extras)
        ):
            yield found


CONSTRAINTS = ROOT / ".ci" / "constraints.txt"
BUILD = ("hatchling", "editables", "cython", "setuptools")
"""What puts the checkout itself into an environment."""
_ELSEWHERE: tuple[dict[str, str], ...] = (
    {},
    {"sys_platform": "win32", "platform_system": "Windows"},
    {"python_version": "3.11", "python_full_version": "3.11.0"},
)


def pinned() -> dict[str, str]:
    """Return what the constraints say of each package: a version and its files."""
    blocks: dict[str, str] = {}
    name = ""
    for line in CONSTRAINTS.read_text("utf-8").splitlines(keepends=True):
        if line[0].isalpha():
            name = line.partition("==")[0]
        if name:
            blocks[name] = blocks.get(name, "") + line
    return blocks


def least() -> str:
    """Return the part of the constraints that ``make demo`` installs anywhere."""
    blocks = pinned()
    waiting = [
        *(Requirement(line).name for line in _project()["project"]["dependencies"])
    ]
    waiting += BUILD
    found: set[str] = set()
    while waiting:
        name = canonicalize_name(waiting.pop())
        if name in blocks and name not in found:
            found.add(name)
            waiting += _needed_anywhere(name)
    head = "# A part of constraints.txt: python -m tests.supply\n"
    return head + "".join(blocks[name] for name in sorted(found))


def _needed_anywhere(name: str) -> Iterator[str]:
    try:
        lines = distribution(name).requires or ()
    except PackageNotFoundError:  # it is for another system
        return
    for requirement in map(Requirement, lines):
        marker = requirement.marker
        if marker is None or any(marker.evaluate(each) for each in _ELSEWHERE):
            yield requirement.name


if __name__ == "__main__":
    sys.stdout.write(least())
