"""Runs the fuzzer; see ``--help``."""

# ruff: noqa: T201 -- what it has to say it prints

from __future__ import annotations

import argparse
import io
import os
import resource
import signal
import sys
import time
import traceback
import warnings
from contextlib import redirect_stderr, redirect_stdout
from random import Random
from typing import TYPE_CHECKING, NamedTuple

from tests.fuzz import readers
from tests.fuzz.texts import ENGINES, LAWS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType

    from tests.fuzz.readers import Target

SECONDS = 3.0
"""Maximum of processor time for one input; mutations keep inputs below 200 KB."""

MEMORY = 256 * 1024
"""Maximum number of KiB by which one input may raise the memory of the process."""

ADDRESSES = 4 * 1024**3
"""Maximum number of bytes of address space of a process."""

SHOWN = 10
"""Maximum number of kinds of faults that are shown of a target."""


class TooSlow(BaseException):
    """An input took more processor time than it may; no reader may catch this."""


class Fault(NamedTuple):
    """An input that broke a promise.

    Attributes:
        kind: what tells it from faults of other kinds: the error and where it was.
        number: of the input.
        error: its last line.
    """

    kind: str
    number: int
    error: str


class Outcome(NamedTuple):
    """What became of the inputs of a target.

    Attributes:
        target: its name.
        tried: the number of inputs.
        read: how many of them were read; the others were refused.
        faults: those that broke a promise.
        slowest: the most processor time that one took, in seconds.
        seconds: of processor time for all.
    """

    target: str
    tried: int
    read: int
    faults: tuple[Fault, ...]
    slowest: float
    seconds: float


def chance_of(seed: int, target: Target, number: int) -> Random:
    """Return the source of chance for an input: it depends on nothing else."""
    return Random(f"{seed} {target.name} {number}")  # noqa: S311 - no secret


def all_targets() -> dict[str, Target]:
    """Return every target by its name, those of annotation last."""
    return {**readers.targets(), LAWS.name: LAWS, ENGINES.name: ENGINES}


def run(target: Target, seed: int, numbers: range) -> Outcome:
    """Give a target its inputs."""
    begun = time.process_time()
    faults: list[Fault] = []
    read, slowest = 0, 0.0
    for number in numbers:
        before = time.process_time()
        data = target.input(chance_of(seed, target, number))
        fault, message = attempt(target, number, data)
        slowest = max(slowest, time.process_time() - before)
        read += not message
        faults += [fault] if fault else []
    seconds = time.process_time() - begun
    return Outcome(target.name, len(numbers), read, tuple(faults), slowest, seconds)


def attempt(target: Target, number: int, data: bytes) -> tuple[Fault | None, str]:
    """Give a target one input; return its fault, and the message of a refusal."""
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS)
    printed = io.StringIO()
    try:
        with redirect_stdout(printed), redirect_stderr(printed):
            message = target.survives(data)
        assert not printed.getvalue(), f"printed: {printed.getvalue()}"
    except (Exception, TooSlow) as error:  # noqa: BLE001 - whatever there is
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        return Fault(_kind(error), number, _last_line(error)), "fault"
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - memory
    if grown > MEMORY:
        return Fault("memory", number, f"{grown // 1024} MiB more"), message
    return None, message


def _kind(error: BaseException) -> str:
    """Return the error and the innermost place of ours; where a check failed, what."""
    name = type(error).__name__
    frames = traceback.extract_tb(error.__traceback__)
    ours = [f for f in frames if "padanan" in f.filename or "tests/fuzz" in f.filename]
    last = (ours or frames)[-1]
    place = f"{os.path.basename(last.filename)}:{last.lineno}"  # noqa: PTH119 - a name
    return f"{name} {place}"


def _last_line(error: BaseException) -> str:
    lines = traceback.format_exception_only(error)[-1].split("\n")
    return lines[0].strip()[:200]


def too_slow(_signal: int, _frame: FrameType | None) -> None:
    """Stop an input that takes too much time."""
    raise TooSlow(f"more than {SECONDS} s")


def _prepare() -> None:
    # Each time, not once for each place: what one input prints another one may too.
    for category in (UserWarning, RuntimeWarning, FutureWarning, SyntaxWarning):
        warnings.simplefilter("always", category)
    signal.signal(signal.SIGVTALRM, too_slow)
    resource.setrlimit(resource.RLIMIT_AS, (ADDRESSES, ADDRESSES))


def _job(job: tuple[str, int, int, int]) -> Outcome:
    name, seed, first, last = job
    try:
        return run(all_targets()[name], seed, range(first, last))
    finally:
        readers.clean_up()


def _jobs(
    names: list[str], seed: int, count: int, piece: int
) -> Iterator[tuple[str, int, int, int]]:
    for name in names:
        for first in range(0, count, piece):
            yield name, seed, first, min(first + piece, count)


def merged(outcomes: list[Outcome]) -> Outcome:
    """Return what became of all inputs of a target."""
    return Outcome(
        outcomes[0].target,
        sum(one.tried for one in outcomes),
        sum(one.read for one in outcomes),
        tuple(fault for one in outcomes for fault in one.faults),
        max(one.slowest for one in outcomes),
        sum(one.seconds for one in outcomes),
    )


def _told(outcome: Outcome, seed: int) -> None:
    print(
        f"{outcome.target:22} {outcome.tried:9,} {outcome.read:9,}"
        f" {len(outcome.faults):7,} {outcome.slowest:8.2f} {outcome.seconds:8.0f}",
        flush=True,
    )
    kinds: dict[str, list[Fault]] = {}
    for fault in outcome.faults:
        kinds.setdefault(fault.kind, []).append(fault)
    for kind, found in sorted(kinds.items(), key=lambda item: -len(item[1]))[:SHOWN]:
        print(f"    {len(found):5} × {kind}: {found[0].error}")
        print(
            f"          python -m tests.fuzz --only {outcome.target} --seed {seed}"
            f" --at {found[0].number}",
            flush=True,
        )


def _again(target: Target, seed: int, number: int, keep: str) -> int:
    """Give a target one input again, with its traceback."""
    data = target.input(chance_of(seed, target, number))
    if keep:
        with open(keep, "wb") as stream:  # noqa: PTH123 - as named
            stream.write(data)
    print(f"{len(data):,} bytes: {data[:2_000]!r}")
    try:
        print(target.survives(data) or "read")
    finally:
        readers.clean_up()
    return 0


def _arguments(words: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument(
        "--count", type=int, default=100_000, help="inputs for each target"
    )
    parser.add_argument("--seed", type=int, default=int(time.time()))
    parser.add_argument(
        "--only", default="", help="names or beginnings of names, with commas"
    )
    parser.add_argument("--at", type=int, help="the number of one input: try it again")
    parser.add_argument(
        "--keep", default="", help="with --at: write the input to this file"
    )
    parser.add_argument("--processes", type=int, default=os.cpu_count())
    return parser.parse_args(words)


def main(words: list[str] | None = None) -> int:
    """Run the fuzzer; return 1 where a promise was broken."""
    wanted = _arguments(words)
    names = [
        name for name in all_targets() if name.startswith(tuple(wanted.only.split(",")))
    ]
    if wanted.at is not None:
        return _again(all_targets()[names[0]], wanted.seed, wanted.at, wanted.keep)
    print(f"seed {wanted.seed}, {wanted.count:,} inputs each")
    head = f"{'target':22} {'inputs':>9} {'read':>9} {'faults':>7}"
    print(f"{head} {'slowest':>8} {'CPU s':>8}")
    outcomes = list(_outcomes(names, wanted))
    return int(any(one.faults for one in outcomes))


def _outcomes(names: list[str], wanted: argparse.Namespace) -> Iterator[Outcome]:
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    piece = max(1, min(2_000, wanted.count // wanted.processes))
    jobs = list(_jobs(names, wanted.seed, wanted.count, piece))
    waiting: dict[str, list[Outcome]] = {}
    context = get_context("fork")
    # Unlike a pool of `multiprocessing` this one ends where a process dies.
    with ProcessPoolExecutor(wanted.processes, context, _prepare) as pool:
        for outcome in pool.map(_job, jobs):
            waiting.setdefault(outcome.target, []).append(outcome)
            done = waiting[outcome.target]
            if sum(one.tried for one in done) == wanted.count:
                made = merged(done)
                _told(made, wanted.seed)
                yield made


if __name__ == "__main__":
    sys.exit(main())
