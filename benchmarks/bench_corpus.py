"""Corpora: one process, two, and two Dask workers on this machine, on the same text.

Times are those of the clock, since more cores are the point. The text comes in four
files; on each the three ways are tried in turn, so that a machine that is slower for a
while is slower for all. ``--huge`` takes 400 MB instead of 44. Peak
memory is that of the largest process, for one file and for all of them. Dask's time has
the start of its client in it.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from material import articles
from small import sized, status

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LEAST = {"--jobs 2": 1.5, "--dask": 1.4}
MEMORY = 1.2
"""Times the memory of a fourth of the text that all of it may take."""
PARTS = sized(4, 1)


def main() -> int:
    """Print each way's time and memory; return 1 where a target is missed."""
    size = 400.0 if "--huge" in sys.argv else sized(44.0, 0.4)
    with TemporaryDirectory() as folder, workers(folder) as address:
        parts = [
            written(Path(folder) / f"{number}.jsonl", size / PARTS, seed=number)
            for number in range(PARTS)
        ]
        seconds, memory = taken(parts, "--jobs", "1")
        say(f"{size:.0f} MB, --jobs 1: {seconds:.1f} s, {size / seconds:.2f} MB/s")
        missed = in_turn(parts, address, memory)
    say(f"{os.cpu_count()} cores; missed: {', '.join(missed) or 'nothing'}")
    return status(missed)


def in_turn(parts: Sequence[Path], address: str, whole: int) -> list[str]:
    """Print how much faster two workers are; return the targets that are missed.

    Args:
        parts: the files.
        address: of the Dask scheduler.
        whole: megabytes that all files took in one process.
    """
    ways = {"--jobs 2": ("--jobs", "2"), "--dask": ("--dask", address)}
    ratios: dict[str, list[float]] = {name: [] for name in ways}
    peaks = dict.fromkeys(ways, 0)
    least = whole
    for part in parts:
        one, memory = taken([part], "--jobs", "1")
        least = min(least, memory)
        for name, words in ways.items():
            seconds, memory = taken([part], *words)
            ratios[name].append(one / seconds)
            peaks[name] = max(peaks[name], memory)
    say(f"memory: {whole} MB, {whole / least:.2f} × that of a fourth (≤ {MEMORY})")
    for name, found in ratios.items():
        spread = f"{min(found):.2f}–{max(found):.2f}"
        middle = statistics.median(found)
        aim = f"(≥ {LEAST[name]})"
        say(f"{name}: {middle:.2f} ({spread}) × as fast {aim}, {peaks[name]} MB")
    slow = [name for name in ways if statistics.median(ratios[name]) < LEAST[name]]
    return slow + ["memory"] * (whole / least > MEMORY)


def say(line: str) -> None:
    """Print a line at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def written(path: Path, megabytes: float, seed: int) -> Path:
    """Write articles as JSON lines."""
    with path.open("w", encoding="utf-8") as stream:
        for text in articles(megabytes, seed):
            stream.write(json.dumps({"text": text}) + "\n")
    return path


def taken(paths: Sequence[Path], *words: str) -> tuple[float, int]:
    """Return the seconds of a run, and megabytes of its largest process."""
    command = (sys.executable, "-m", "padanan", "annotate", *map(str, paths), *words)
    begin = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)  # noqa: S603 - ours
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(process.returncode)
    return time.monotonic() - begin, used.ru_maxrss // 1024


@contextmanager
def workers(folder: str) -> Iterator[str]:
    """Start a scheduler with two worker processes; give its address."""
    from distributed import LocalCluster

    with LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address=None,
        local_directory=folder,
    ) as cluster:  # fmt: skip
        yield cluster.scheduler_address


if __name__ == "__main__":
    sys.exit(main())
