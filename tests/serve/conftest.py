"""A server without workers: this process answers, with a small glossary."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from starlette.testclient import TestClient

from padanan.jobs.glossary import GlossaryOptions
from padanan.serve.app import create_app
from padanan.serve.settings import Settings
from tests.glossaries import DATA

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TOKEN = "token-of-the-tests"  # noqa: S105 - of no server that is reachable
HOME = "http://127.0.0.1"
MINI = GlossaryOptions((str(DATA / "mini.po"),), shipped=False)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """What the server is told."""
    return Settings(TOKEN, tmp_path / "own.po", tmp_path, MINI, processes=0)


@pytest.fixture
def stranger(settings: Settings) -> Iterator[TestClient]:
    """A client that does not know the token."""
    app = create_app(settings)
    with TestClient(app, HOME, follow_redirects=False) as found:
        yield found


@pytest.fixture
def client(stranger: TestClient) -> TestClient:
    """A client that sends the token."""
    stranger.headers["Authorization"] = f"Bearer {TOKEN}"
    return stranger
