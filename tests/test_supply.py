"""What we depend on is known: its licences, and the versions that are tested."""

from __future__ import annotations

import re

import pytest
from packaging.requirements import Requirement

from tests.supply import (
    ROOT,
    development,
    least,
    licence,
    pinned,
    runtime,
    version,
)

COMPATIBLE = frozenset({
    "0BSD", "Apache 2.0", "Apache License 2.0", "Apache Software License", "Apache-2.0",
    "BSD", "BSD License", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "CNRI-Python",
    "The BSD 2-Clause License", "MIT", "MIT License", "PSF-2.0",
    "Python Software Foundation License", "Zlib",
    # Files under it stay under it; a package that only imports them does not change.
    "MPL-1.1", "MPL-2.0",
    # So pypdfium2 calls those of what PDFium bundles; each is in its wheel.
    "dependency licenses",
})  # fmt: skip
"""Licences that let a package be used by one under MIT, and given on with it."""


def is_compatible(told: str) -> bool:
    """Whether one of the licences to choose from, with all its parts, is compatible.

    >>> is_compatible("GPL-2.0-only OR MIT"), is_compatible("GPL-2.0-only AND MIT")
    (True, False)
    """
    return any(
        all(part.strip() in COMPATIBLE for part in re.split(" AND |, ", choice))
        for choice in told.split(" OR ")
    )


PAGE = ROOT / "docs" / "dependencies.md"


def listed() -> dict[str, str]:
    """Return the packages of the page with their licences."""
    rows = re.findall(r"^\| `([^`]+)` \| ([^|]+) \|", PAGE.read_text("utf-8"), re.M)
    return {name: found.strip() for name, found in rows}


def constrained() -> dict[str, str]:
    """Return the packages of the constraints with their versions."""
    lines = (block.partition("\\")[0] for block in pinned().values())
    found = [Requirement(line) for line in lines]
    return {each.name: str(each.specifier).removeprefix("==") for each in found}


@pytest.mark.parametrize("name", sorted(runtime()))
def test_licences_are_compatible(name: str) -> None:
    """Each package that Padanan runs with may be used and given on under MIT."""
    assert is_compatible(licence(name)), licence(name)


def test_the_page_lists_every_package() -> None:
    """The page has the packages that Padanan runs with, with what they say."""
    shown = listed()
    assert runtime() <= shown.keys()
    assert {name: shown[name] for name in runtime()} == {
        name: licence(name) for name in runtime()
    }


def test_every_tested_package_has_its_version() -> None:
    """The constraints name each package of the tests, in order, one version each."""
    found = constrained()
    assert list(found) == sorted(found)
    assert development() <= found.keys()
    assert all(re.fullmatch(r"[\d.]+\w*", number) for number in found.values())
    assert set(map(version, development()))  # all are installed


@pytest.mark.parametrize(("name", "block"), pinned().items())
def test_every_version_has_its_files(name: str, block: str) -> None:
    """Each version has digests of its files, and nothing else is named."""
    first, *hashes = block.rstrip("\n").split(" \\\n")
    assert first.startswith(f"{name}==")
    assert hashes
    assert all(re.fullmatch(r" +--hash=sha256:[0-9a-f]{64}", each) for each in hashes)


def test_demo_installs_versions_that_are_tested() -> None:
    """What `make demo` installs is a part of the constraints, and enough."""
    assert (ROOT / ".ci" / "runtime.txt").read_text("utf-8") == least()


def test_make_installs_nothing_without_digests() -> None:
    """Every command that installs demands digests, or takes no other package."""
    text = (ROOT / "Makefile").read_text("utf-8")
    for line in re.findall(r"pip install .*", text.partition("# With digests.")[2]):
        assert "--require-hashes" in line or "--no-build-isolation" in line
