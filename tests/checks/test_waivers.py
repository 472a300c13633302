"""Decisions about findings in a file beside a translation."""

from __future__ import annotations

import pytest

from padanan.checks.waivers import loads
from padanan.errors import DocumentError
from padanan.translation.units import Waiver


def test_lines() -> None:
    """Comments and empty lines are none; a unit's id may have spaces in it."""
    text = "\ufeff# May\n\n* ignore T101 [nota] house style\nnota lisan ignore T2 cut\n"
    assert loads(text, "a.waivers") == (
        Waiver("T101", "nota", "house style"),
        Waiver("T2", "", "cut", "nota lisan"),
    )


@pytest.mark.parametrize(
    "line", ["12 ignore T201", "T201 cut", "12 ignore G101 x", "x"]
)
def test_refused(line: str) -> None:
    """What is no waiver is named with its line: nothing is waived by mistake."""
    with pytest.raises(DocumentError, match=r"a.waivers:2: .*is not a waiver"):
        loads(f"# x\n{line}\n", "a.waivers")
