"""Which packages Padanan runs with, and which its tests do."""

from __future__ import annotations

import sys
import tomllib
from importlib.metadata import distribution
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


def constraints() -> str:
    """Return the file of constraints, with the versions that are installed."""
    lines = (f"{name}=={version(name)}\n" for name in sorted(development()))
    head = "# The versions that the tests have passed with: python -m tests.supply\n"
    return "".join((head, *lines))


if __name__ == "__main__":
    sys.stdout.write(constraints())
