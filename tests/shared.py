"""Reference texts that are measured against but not part of the project."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

VARIABLE = "PADANAN_SHARED"
NO_SHARED = f"{VARIABLE} does not name a folder of reference texts"


def shared_path() -> Path:
    """Return the folder of reference texts, or skip the test that asks for it."""
    folder = os.environ.get(VARIABLE)
    if not folder:
        pytest.skip(NO_SHARED)
    return Path(folder)
