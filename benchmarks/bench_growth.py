"""Growth: whether twice the text takes twice the time, for every command and reader.

Each command runs in a new process on files of doubled sizes; its processor time on one
word is subtracted, so that what is left is the work on the text. The exponent is fitted
to the logarithms of size and time: 1 is linear, 2 quadratic. ``--only WORD`` runs the
cases whose names have that word. Sizes are in characters of the text; those of the
glossaries are in characters of the file.
"""

from __future__ import annotations

import math
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple

from growing import KINDS, MEGA, TEXTS, concepts, news, units
from material import articles
from small import QUICK, sized, status

import padanan
from padanan.articles.readers import read

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

LARGEST = 1.1
"""Exponent that may not be exceeded."""

DOUBLINGS = sized(4, 1)
ROUNDS = sized(2, 1)
SHRUNK = 1 / 400
"""Of the usual size, in a quick run."""

FILE = "{}"
"""Stands for the file in the words of a command."""


class Case(NamedTuple):
    """A command on files that grow.

    Attributes:
        name: what is printed.
        words: of the command; ``FILE`` stands for the file.
        ending: of the file.
        made: the file of so many characters.
        largest: number of characters of the largest file, in millions.
    """

    name: str
    words: tuple[str, ...]
    ending: str
    made: Callable[[int], bytes]
    largest: float


READER_SIZES = {"docx": 8, "odt": 8, "epub": 8, "pdf": 2.8}
"""Millions of characters where a limit of the reader, or its memory, is reached."""


def cases() -> Iterator[Case]:
    """Yield every case; in a quick run the first of each command."""
    seen = set[str]()
    for case in (*reading(), *commands(), *on_glossaries()):
        if not QUICK or case.words[0] not in seen:
            yield case
        seen.add(case.words[0])


def reading() -> Iterator[Case]:
    """Yield texts and kinds of articles."""
    for name, made in TEXTS.items():
        yield _on_text(f"annotate, {name}", ("annotate", FILE), made, 20)
    for ending in KINDS:
        largest = READER_SIZES.get(ending, 20)
        yield _on_text(f"read {ending}", ("annotate", FILE), news, largest, ending)
    for form in ("json", "html", "markdown"):
        words = ("annotate", FILE, "--format", form)
        yield _on_text(f"annotate --format {form}", words, news, 8)


def commands() -> Iterator[Case]:
    """Yield the other commands that read articles."""
    for ending in ("txt", "md", "html", "docx", "odt"):
        words = ("worksheet", FILE, "--to", "xliff")
        yield _on_text(f"worksheet, {ending}", words, news, 4, ending)
    for command in ("terms", "extract", "coverage"):
        for name in ("articles", "no full stop", "one word", "brackets"):
            yield _on_text(f"{command}, {name}", (command, FILE), TEXTS[name], 4)
    for name in ("articles", "no full stop", "one term"):
        made = TEXTS[name]
        yield _on_text(f"check two texts, {name}", ("check", FILE, FILE), made, 2)
        words = ("lookup", "truce", "--in", FILE)
        yield _on_text(f"lookup --in, {name}", words, made, 4)
    yield Case("check units", ("check", FILE), "tmx", units, 4)


def on_glossaries() -> Iterator[Case]:
    """Yield the commands that read a glossary."""
    glossary = ("--no-shipped", "--no-cache", "--glossary", FILE)
    yield Case("lint", ("lint", FILE), "po", concepts, 4)
    yield Case("stats", ("stats", FILE), "po", concepts, 4)
    yield Case("import", ("import", FILE, "--into", "consular.po"), "po", concepts, 2)
    for form in ("tbx-2008", "csv", "tmx", "skos", "html", "json", "xlsx", "po"):
        words = ("export", *glossary, "--to", form, "--force", "-o", "out")
        yield Case(f"export {form}", words, "po", concepts, 2)


def _on_text(
    name: str,
    words: tuple[str, ...],
    made: Callable[[int], str],
    largest: float,
    ending: str = "txt",
) -> Case:
    return Case(name, words, ending, lambda size: KINDS[ending](made(size)), largest)


def main() -> int:
    """Print the growth of every case; return 1 where one misses the target."""
    only = sys.argv[sys.argv.index("--only") + 1] if "--only" in sys.argv else ""
    missed = []
    with TemporaryDirectory() as folder:
        os.chdir(folder)
        for case in cases():
            if only in case.name:
                missed += [] if measured(case) else [case.name]
    for name, made in LOOKED_UP.items():
        if only in name:
            missed += [] if looked_up(name, made) else [name]
    missed += readers()
    if only in "one document":
        one_document()
    say(f"load {os.getloadavg()[0]:.1f}; missed: {', '.join(missed) or 'nothing'}")
    return status(missed)


def measured(case: Case) -> bool:
    """Print the growth of a case; return whether it meets the target."""
    path = Path(f"law.{case.ending}")
    path.write_bytes(case.made(20 if case.ending != "po" else 1_000))
    words = tuple(str(path) if word == FILE else word for word in case.words)
    start = 0.0 if QUICK else min(taken(words) for _ in range(ROUNDS + 1))
    found = []
    for size in sizes(case.largest):
        path.write_bytes(case.made(size))
        seconds = min(taken(words) for _ in range(ROUNDS))
        found.append((size, max(seconds - start, 1e-3)))
    return told(case.name, found)


def sizes(largest: float) -> list[int]:
    """Return doubled sizes, in characters, up to so many millions."""
    most = largest * MEGA * (SHRUNK if QUICK else 1)
    return [round(most / 2**number) for number in range(DOUBLINGS, -1, -1)]


def told(name: str, found: Sequence[tuple[int, float]]) -> bool:
    """Print what each size cost and the exponent; return whether it is small enough."""
    costs = " ".join(f"{seconds / size * MEGA:.2f}" for size, seconds in found)
    power = exponent(found)
    largest = found[-1][0] / MEGA
    say(f"{name:40} {power:5.2f} (≤ {LARGEST}); s/MB up to {largest:g} MB: {costs}")
    return power <= LARGEST


def exponent(found: Sequence[tuple[int, float]]) -> float:
    """Return the power of the size with which the time grows.

    >>> exponent([(1, 2.0), (2, 8.0), (4, 32.0)])
    2.0
    """
    sizes_, seconds = zip(*found, strict=True)
    slope, _ = statistics.linear_regression(
        list(map(math.log, sizes_)), list(map(math.log, seconds))
    )
    return slope


def taken(words: tuple[str, ...]) -> float:
    """Return the processor seconds of a command; leave where it fails."""
    process = subprocess.Popen(  # noqa: S603 - our own command
        (sys.executable, "-m", "padanan", *words),
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
    )  # fmt: skip
    assert process.stderr  # noqa: S101 - a pipe
    said = process.stderr.read()
    _, ended, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(ended)
    if process.returncode not in {0, 1}:
        raise SystemExit(f"{' '.join(words)}: {said.decode()}")
    return used.ru_utime + used.ru_stime


LOOKED_UP = {
    "lookup, a phrase over and over": TEXTS["one term"],
    "lookup, misspelt": lambda size: ("genjatan senjat " * size)[:size],
    "lookup, composed": TEXTS["heads and modifiers"],
    "lookup, no spaces": TEXTS["one word without spaces"],
    "lookup, news": news,
}
"""Long queries: they are looked up in this process."""


def readers() -> Iterator[str]:
    """Read a short text in every kind, and yield the kinds that lose words of it."""
    text = news(2_000)
    for ending, made in KINDS.items():
        found = read(made(text), f"a.{ending}").readable
        if len(found.split()) < len(text.split()):
            yield ending


def looked_up(name: str, made: Callable[[int], str]) -> bool:
    """Print the growth of lookups; return whether it meets the target."""
    search = searcher()
    search("gencatan senjata")
    found = []
    for size in sizes(0.064):
        query = made(size)
        found.append((size, max(min(timed(search, query) for _ in range(3)), 1e-6)))
    return told(name, found)


def searcher() -> Callable[[str], object]:
    """Return what looks a query up as ``lookup`` does."""
    from padanan.jobs.glossary import compiled
    from padanan.jobs.lookups import lookup

    glossary = compiled()
    return lambda query: lookup(query, glossary)


def timed(work: Callable[[str], object], text: str) -> float:
    """Return the processor seconds of a call."""
    begin = time.process_time()
    work(text)
    return time.process_time() - begin


def one_document() -> None:
    """Print what a text costs as one document, relative to its articles.

    No target: what is known of a document no longer fits into the processor's caches.
    """
    annotator = padanan.Annotator()
    parts = list(articles(sized(10.0, 0.02)))
    whole = "".join(parts)
    for part in parts[:300]:
        annotator.annotate(part)
    ratios = []
    for _ in range(sized(3, 1)):
        alone = sum(timed(annotator.annotate, part) for part in parts)
        ratios.append(timed(annotator.annotate, whole) / alone)
    ratio = statistics.median(ratios)
    say(
        f"one document of {len(whole) / MEGA:.0f} MB relative to its articles: "
        f"{ratio:.2f} × ({min(ratios):.2f}–{max(ratios):.2f})"
    )


def say(line: str) -> None:
    """Print a line at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
