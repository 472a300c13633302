"""Corpora: one process, two, and two Dask workers on this machine, on the same text.

Times are those of the clock, since more cores are the point. ``--large`` takes 44 MB,
``--huge`` 400 MB instead of 4. Peak memory is that of the largest process, for a fourth
of the text and for all of it. Dask's time has the start of its client in it.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from material import articles

if TYPE_CHECKING:
    from collections.abc import Iterator

LEAST = {"--jobs 2": 1.5, "--dask": 1.4}
MEMORY = 1.2
"""All of the text may take so many times the memory of a fourth of it."""


def main() -> int:
    """Print each way's time and memory; return 1 where a target is missed."""
    size = 400.0 if "--huge" in sys.argv else 44.0 if "--large" in sys.argv else 4.0
    missed = []
    with TemporaryDirectory() as folder, workers(folder) as address:
        whole, part = (
            written(Path(folder) / name, megabytes)
            for name, megabytes in (("all.jsonl", size), ("part.jsonl", size / 4))
        )
        one, memory = taken(whole, "--jobs", "1")
        _, less = taken(part, "--jobs", "1")
        say(f"{size:.0f} MB, --jobs 1: {one:.1f} s, {size / one:.2f} MB/s, {memory} MB")
        say(f"a fourth of it: {less} MB; all: {memory / less:.2f} × (≤ {MEMORY})")
        if memory / less > MEMORY:
            missed.append("memory")
        for words in (("--jobs", "2"), ("--dask", address)):
            seconds, memory = taken(whole, *words)
            name = "--jobs 2" if words[0] == "--jobs" else "--dask"
            say(f"{name}: {one / seconds:.2f} × as fast (≥ {LEAST[name]}), {memory} MB")
            if one / seconds < LEAST[name]:
                missed.append(name)
    say(f"{os.cpu_count()} cores; missed: {', '.join(missed) or 'nothing'}")
    return int(bool(missed))


def say(line: str) -> None:
    """Print a line at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def written(path: Path, megabytes: float) -> Path:
    """Write articles as JSON lines."""
    with path.open("w", encoding="utf-8") as stream:
        for text in articles(megabytes):
            stream.write(json.dumps({"text": text}) + "\n")
    return path


def taken(path: Path, *words: str) -> tuple[float, int]:
    """Return the seconds of a run, and megabytes of its largest process."""
    command = (sys.executable, "-m", "padanan", "annotate", str(path), *words)
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
