"""The translation memory at a million units: import from TMX, and look-up.

Sentences are made of words with the frequencies of a language (Zipf's law), so that
there are common and rare ones. The look-up is asked for sentences of the memory with
15 % of their words changed: how often the right one comes first, and how long that
takes at the 95th percentile, warm.
"""

from __future__ import annotations

import random
import resource
import statistics
import subprocess
import sys
import time
from itertools import accumulate
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from small import sized, status

from padanan.translation.formats.tmx_memory import write
from padanan.translation.memory.database import opened
from padanan.translation.memory.matches import matches

if TYPE_CHECKING:
    from collections.abc import Iterator

UNITS = sized(1_000_000, 5_000)
ASKED = 300
WORDS = 60_000
CHANGED = 0.15
SECONDS, MEGABYTES, MILLISECONDS, FOUND = 100, 300, 30, 0.95

_LETTERS = "aiueonrtskldmgpbhyjcw"


def main() -> int:
    """Print the figures; return 1 where a target is missed."""
    numbers = random.Random(2026)  # noqa: S311 - no secret
    language = tuple(_word(numbers) for _ in range(WORDS))
    weights = list(accumulate(1 / (rank + 3) for rank in range(WORDS)))
    kept: list[str] = []

    def pairs() -> Iterator[tuple[str, str]]:
        for number in range(UNITS):
            length = numbers.randint(6, 30)
            words = numbers.choices(language, cum_weights=weights, k=length)
            sentence = f"{' '.join(words).capitalize()} {number % 97}."
            if number % (UNITS // ASKED) == 0 and len(kept) < ASKED:
                kept.append(sentence)
            yield sentence, sentence[::-1]

    with TemporaryDirectory() as folder:
        source, store = Path(folder) / "a.tmx", Path(folder) / "a.sqlite"
        with source.open("wb") as file:
            file.writelines(write(pairs()))
        seconds, megabytes = _import(source, store)
        size = store.stat().st_size / 2**20
        times, right = _ask(str(store), kept, language, numbers)
    tenths = statistics.quantiles(times, n=20)[-1] * 1_000
    share = right / len(kept)
    sys.stdout.write(
        f"{UNITS:,} units from TMX: {seconds:.0f} s (≤ {SECONDS}),"
        f" {megabytes:.0f} MB (≤ {MEGABYTES}), {size:.0f} MB on disk\n"
        f"look-up: {statistics.median(times) * 1_000:.1f} ms in the median,"
        f" {tenths:.1f} ms at the 95th percentile (≤ {MILLISECONDS})\n"
        f"{CHANGED:.0%} of the words changed: {right} of {len(kept)} first"
        f" (≥ {FOUND:.0%})\n"
    )
    missed = [
        name
        for name, fits in (
            ("seconds", seconds <= SECONDS),
            ("memory", megabytes <= MEGABYTES),
            ("look-up", tenths <= MILLISECONDS),
            ("found", share >= FOUND),
        )
        if not fits
    ]
    sys.stdout.write(f"missed: {', '.join(missed) or 'nothing'}\n")
    return status(missed)


def _word(numbers: random.Random) -> str:
    return "".join(numbers.choices(_LETTERS, k=numbers.randint(3, 11)))


def _import(source: Path, store: Path) -> tuple[float, float]:
    """Return the seconds and the megabytes that a process takes to import a file."""
    command = (sys.executable, "-m", "padanan", "memory", str(store), "--add")
    begun = time.perf_counter()
    subprocess.run((*command, str(source)), check=True)  # noqa: S603 - our own
    used = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    return time.perf_counter() - begun, used


def _ask(
    store: str, kept: list[str], language: tuple[str, ...], numbers: random.Random
) -> tuple[list[float], int]:
    """Return how long each look-up took, and how many found their sentence first."""
    asked = [_changed(sentence, language, numbers) for sentence in kept]
    times, right = [], 0
    with opened(store) as memory:
        for sentence in asked:  # warm
            matches(memory, sentence)
        for sentence, meant in zip(asked, kept, strict=True):
            begun = time.perf_counter()
            found = matches(memory, sentence)
            times.append(time.perf_counter() - begun)
            right += bool(found) and found[0].unit.source == meant
    return times, right


def _changed(sentence: str, language: tuple[str, ...], numbers: random.Random) -> str:
    words = sentence.split()
    for at in numbers.sample(range(len(words)), round(len(words) * CHANGED)):
        words[at] = numbers.choice(language)
    return " ".join(words)


if __name__ == "__main__":
    sys.exit(main())
