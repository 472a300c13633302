"""Cold starts: processor time of each command against ``python -c pass``, and memory.

Each command runs in a new process with a warm cache of the compiled glossary, in turn
with the empty program; median and spread of the ratios of the rounds, and how busy the
machine was: a busy one shows larger ratios.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from small import sized, status

ROUNDS = sized(15, 1)
WARM_UPS = sized(2, 1)
"""Runs of each command that are not counted: they fill the cache and Python's own."""
ROOT = Path(__file__).parents[1]
EMPTY = (sys.executable, "-c", "pass")
ARTICLE = str(ROOT / "seeds" / "01-rubio-lavrov-mei.txt")
MEGABYTES = 40
COMMANDS: dict[str, tuple[tuple[str, ...], float | None]] = {
    "--help": (("--help",), 6),
    "annotate, one article": (("annotate", ARTICLE), 8.5),
    "annotate --format html": (("annotate", ARTICLE, "--format", "html"), None),
    "annotate --jobs 1": (("annotate", ARTICLE, "--jobs", "1"), None),
    "lookup, found exactly": (("lookup", "gencatan", "senjata"), 8.5),
    "lookup, found inflected": (("lookup", "gencatan", "senjatanya"), 8.5),
    "lookup, similar ones": (("lookup", "genjatan", "senjat"), None),
    "stats": (("stats",), None),
    "lint": (("lint", str(ROOT / "glossary")), None),
    "formats": (("formats",), None),
    "terms": (("terms", ARTICLE), None),
    "worksheet --to po": (("worksheet", ARTICLE, "--to", "po"), None),
    "check": (("check", ARTICLE, ARTICLE), None),
    "extract": (("extract", str(ROOT / "seeds")), None),
    "coverage": (("coverage", str(ROOT / "seeds")), None),
    "export --to tbx-2008": (("export", "--to", "tbx-2008"), None),
}
"""Each command, and how many times as long as the empty program it may take."""


def main() -> int:
    """Print each command's ratio and memory; return 1 where a target is missed."""
    missed = []
    with TemporaryDirectory() as cache:
        os.environ["PADANAN_CACHE"] = cache
        # An installed package is compiled; so is this one, by its first run.
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        for name, (words, limit) in COMMANDS.items():
            program = (sys.executable, "-m", "padanan", *words)
            for _ in range(WARM_UPS):
                taken(program)
            ratios, memory = [], 0
            for _ in range(ROUNDS):
                seconds, memory = taken(program)
                ratios.append(seconds / taken(EMPTY)[0])
            ratio, spread = statistics.median(ratios), (min(ratios), max(ratios))
            aim = f" (≤ {limit})" if limit else ""
            sys.stdout.write(
                f"{name:26} {ratio:5.1f} × python -c pass{aim},"
                f" {spread[0]:.1f}–{spread[1]:.1f}, {memory} MB\n"
            )
            if limit and ratio > limit:
                missed.append(name)
            if name.startswith("annotate, one") and memory > MEGABYTES:
                missed.append(f"{name}: memory")
    busy = f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors"
    sys.stdout.write(f"{busy}; missed: {', '.join(missed) or 'nothing'}\n")
    return status(missed)


def taken(program: tuple[str, ...]) -> tuple[float, int]:
    """Return the processor seconds of a program, and its memory in megabytes."""
    process = subprocess.Popen(  # noqa: S603 - our own command
        program, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, _, used = os.wait4(process.pid, 0)
    process.returncode = 0
    return used.ru_utime + used.ru_stime, used.ru_maxrss // 1024


if __name__ == "__main__":
    sys.exit(main())
