"""The tests themselves: what every run of them keeps to."""

from __future__ import annotations

from pathlib import Path

from hypothesis import settings

from tests.laws import LEAST, examples

HERE = Path(__file__).parent


def test_every_law_has_enough_examples() -> None:
    """No law asks hypothesis for fewer examples than the quickest run is to have."""
    assert settings().max_examples >= LEAST
    assert examples(1).max_examples >= LEAST
    assert not [
        path.relative_to(HERE).as_posix()
        for path in HERE.rglob("test_*.py")
        if "max_examples=" in path.read_text("utf-8") and path != Path(__file__)
    ]
