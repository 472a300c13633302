"""What we depend on is known: its licences, and the versions that are tested."""

from __future__ import annotations

import re

import pytest
from packaging.requirements import Requirement

from tests.supply import ROOT, development, licence, runtime, version

COMPATIBLE = re.compile(
    r"(?:(?:MIT|0BSD|BSD|BSD-[23]-Clause|Apache[- ]2\.0|PSF-2\.0|Zlib|CC0-1\.0"
    r"|ISC|MIT License|BSD License|Apache Software License)"
    r"(?: AND | OR |, |$))+"
)
"""Licences that let a package be used by one under MIT, and given on with it."""

PAGE = ROOT / "docs" / "dependencies.md"
CONSTRAINTS = ROOT / ".ci" / "constraints.txt"


def listed() -> dict[str, str]:
    """Return the packages of the page with their licences."""
    rows = re.findall(r"^\| `([^`]+)` \| ([^|]+) \|", PAGE.read_text("utf-8"), re.M)
    return {name: found.strip() for name, found in rows}


def constrained() -> dict[str, str]:
    """Return the packages of the constraints with their versions."""
    lines = CONSTRAINTS.read_text("utf-8").splitlines()
    found = [Requirement(line) for line in lines if line and line[0] != "#"]
    return {each.name: str(each.specifier).removeprefix("==") for each in found}


@pytest.mark.parametrize("name", sorted(runtime()))
def test_licences_are_compatible(name: str) -> None:
    """Each package that Padanan runs with may be used and given on under MIT."""
    assert COMPATIBLE.fullmatch(licence(name)), licence(name)


def test_the_page_lists_every_package() -> None:
    """The page has the packages that Padanan runs with, with what they say."""
    shown = listed()
    assert runtime() <= shown.keys()
    assert {name: shown[name] for name in runtime()} == {
        name: licence(name) for name in runtime()
    }


def test_gpl_is_for_tests_alone() -> None:
    """No package under the GPL is needed to run Padanan."""
    assert not [name for name in runtime() if "GPL" in licence(name)]


def test_every_tested_package_has_its_version() -> None:
    """The constraints name each package of the tests, in order, one version each."""
    found = constrained()
    assert list(found) == sorted(found)
    assert development() <= found.keys()
    assert all(re.fullmatch(r"[\d.]+\w*", number) for number in found.values())
    assert set(map(version, development()))  # all are installed
