"""Debian's Chromium, driven by Playwright: pages from disk, without a network."""

from __future__ import annotations

import asyncio
import os
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, NamedTuple

from tests.clients import place

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page


PATIENCE = 30_000
"""How long `expect` waits, in milliseconds, as every other step of Playwright does: a
machine may have much else to do."""


class Visit(NamedTuple):
    """A page that is open, and what it has asked for and complained of.

    Attributes:
        page: the page.
        requests: the addresses of all requests.
        complaints: messages on its console, and errors of its scripts.
    """

    page: Page
    requests: list[str]
    complaints: list[str]


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start the browser."""
    from playwright.sync_api import expect, sync_playwright

    # Playwright runs its loop in a greenlet of this thread, and refuses to start where
    # one has been left behind as if it still ran. No test here is a coroutine.
    asyncio._set_running_loop(None)  # noqa: SLF001 -- there is no public way
    expect.set_options(timeout=PATIENCE)
    # Chromium refuses its sandbox to root, as whom containers run.
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=place("chromium"), args=arguments
        )
        yield browser
        browser.close()


@contextmanager
def visit(browser: Browser, path: Path, **settings: Any) -> Iterator[Visit]:
    """Open a file in a window of its own.

    Args:
        browser: which browser.
        path: the file.
        settings: of the window, as Playwright names them.
    """
    context = browser.new_context(
        permissions=["clipboard-read", "clipboard-write"], **settings
    )
    page = context.new_page()
    opened = Visit(page, [], [])
    page.on("request", lambda request: opened.requests.append(request.url))
    page.on("console", lambda message: opened.complaints.append(message.text))
    page.on("pageerror", lambda error: opened.complaints.append(str(error)))
    page.goto(path.as_uri())
    yield opened
    context.close()
