"""As HTML: one self-contained page that needs no network and no script."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from padanan.render.page import Page


def render(page: Page) -> str:
    """Return an annotated article as one HTML page."""
    raise NotImplementedError
