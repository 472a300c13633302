"""A reading page of 100,000 words in Chromium: first paint and steps from term to term.

The articles of ``seeds/`` are repeated until there are so many words, annotated with
the shipped glossary and rendered; Debian's Chromium opens the file in a window of a
desk.

A step is a press of n or p until the frame after it has been drawn. Steps are taken
from the top, after English was switched on between all lines, and backwards; the
slowest of all counts, the first one too, for which the browser lays out the page. The
best of three visits is told, as other programs on the machine only ever make it slower.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from small import sized, status

import padanan
from padanan.articles.annotated import AnnotatedArticle
from padanan.articles.readers import read
from padanan.render.html import render

if TYPE_CHECKING:
    from playwright.sync_api import Browser
    from playwright.sync_api import Page as Window

SEEDS = Path(__file__).parents[1] / "seeds"
WORDS = sized(100_000, 5_000)
PAINT = 3_000
"""Milliseconds until something is painted, at most."""

STEP = 100
"""Milliseconds for a step, at most."""

STEPS = sized(60, 3)
VISITS = sized(3, 1)

WALK = """async ([key, times]) => {
  const taken = [];
  for (let i = 0; i < times; i++) {
    const start = performance.now();
    document.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    taken.push(performance.now() - start);
  }
  return taken;
}"""


class Times(NamedTuple):
    """What a visit took, in milliseconds."""

    slowest: float
    usual: float
    paint: float


def main() -> int:
    """Print the measurements; return 1 where one misses its target."""
    program = shutil.which("chromium")
    if program is None:
        sys.stdout.write("skipped: chromium is not installed; make clients does that\n")
        return 0
    text = long_text()
    article = read(text.encode(), "besar.txt")
    found = padanan.Annotator().annotate(article.readable)
    start = time.process_time()
    page = render(AnnotatedArticle(article, found))
    rendered = time.process_time() - start
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "besar.html"
        file.write_text(page, encoding="utf-8")
        times = visited(program, file)
    lines = (
        f"words           {len(text.split()):>9,}",
        f"terms           {len(found):>9,}",
        f"page            {len(page.encode()) / 1e6:>9.1f} MB",
        f"rendering       {rendered:>9.2f} s of CPU",
        f"first paint     {times.paint:>9.0f} ms (target {PAINT})",
        f"a step, usually {times.usual:>9.0f} ms",
        f"a step, slowest {times.slowest:>9.0f} ms (target {STEP})",
    )
    sys.stdout.write("\n".join(lines) + "\n")
    return status(times.paint > PAINT or times.slowest > STEP)


def long_text() -> str:
    """Return the articles, one after the other, until there are enough words."""
    articles = [p.read_text(encoding="utf-8") for p in sorted(SEEDS.glob("*.txt"))]
    once = "\n\n".join(articles)
    return "\n\n".join([once] * (WORDS // len(once.split()) + 1))


def visited(program: str, file: Path) -> Times:
    """Return the times of the best of some visits."""
    from playwright.sync_api import sync_playwright

    # Chromium refuses its sandbox to root, as whom containers run.
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=arguments)
        return min(measured(browser, file) for _ in range(VISITS))


def measured(browser: Browser, file: Path) -> Times:
    """Visit the page and take steps."""
    window = browser.new_page(viewport={"width": 1280, "height": 800})
    window.goto(file.as_uri())
    steps = walk(window, "n")
    window.keyboard.press("i")
    steps += walk(window, "n") + walk(window, "p")
    times = Times(max(steps), sorted(steps)[len(steps) // 2], paint(window))
    window.close()
    return times


def walk(window: Window, key: str) -> list[float]:
    """Return how long each of some steps took."""
    taken: list[float] = window.evaluate(WALK, [key, STEPS])
    return taken


def paint(window: Window) -> float:
    """Return when something was painted first."""
    script = "performance.getEntriesByName('first-contentful-paint')[0].startTime"
    found: float = window.evaluate(script)
    return found


if __name__ == "__main__":
    sys.exit(main())
