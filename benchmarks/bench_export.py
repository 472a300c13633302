"""Exporting 10,000 concepts, against polib writing them, format by format.

Each format runs in a process of its own, which times both: the ratio is of one run.
Peak memory is that of the process after the export, interpreter, glossary and all,
before polib has its turn. A format without loss is read back before it is written,
and that counts.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import time
from itertools import count, islice
from typing import TYPE_CHECKING, NamedTuple

from small import QUICK, sized, status

import padanan
from padanan.exchange import formats
from padanan.exchange.formats import FORMATS, FormatOptions
from padanan.glossary import po
from padanan.model import Concept, Glossary, Term, concept_id

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

CONCEPTS = sized(10_000, 300)
ROUNDS = sized(3, 1)
MEGABYTES = 300
MARKUP = frozenset({"tbx-2008", "tbx-2019-dca", "tbx-2019-dct", "tmx", "html", "skos"})


class Measurement(NamedTuple):
    """What was measured of a format: seconds, and megabytes at the peak."""

    name: str
    ours: float
    polib: float
    memory: float

    @property
    def ratio(self) -> float:
        """How many times as long as polib we take."""
        return self.ours / self.polib

    @property
    def target(self) -> int:
        """How many times as long we may take."""
        if self.name == "xlsx":
            return 60
        return 20 if self.name in MARKUP else 10

    @property
    def passes(self) -> bool:
        """Whether time and memory are within their targets."""
        return self.ratio <= self.target and self.memory < MEGABYTES


def main() -> int:
    """Print a line for each format; 1 where a target is missed, 0 otherwise."""
    missed = False
    for form in FORMATS:
        found = in_own_process(form.name)
        missed |= not found.passes
        sys.stdout.write(
            f"{found.name:<13} {found.ours:6.2f} s, polib {found.polib:.2f} s:"
            f" {found.ratio:5.1f} × (≤ {found.target}),"
            f" {found.memory:4.0f} MB (< {MEGABYTES})"
            f"{'' if found.passes else '  MISSED'}\n"
        )
        sys.stdout.flush()
    return status(missed)


def in_own_process(name: str) -> Measurement:
    """Measure a format in a process of its own; a quick run needs none."""
    printed = (
        measure(name)
        if QUICK
        else subprocess.run(  # noqa: S603 -- this file itself
            (sys.executable, __file__, name),
            capture_output=True,
            text=True,
            check=True,
        ).stdout
    )
    ours, polib, memory = map(float, printed.split())
    return Measurement(name, ours, polib, memory)


def measure(name: str) -> str:
    """Return seconds of ours and of polib and megabytes at the peak."""
    glossary = Glossary(tuple(islice(concepts(), CONCEPTS)))
    form = formats.named(name)
    ours = fastest(lambda: formats.dumps(form, glossary, FormatOptions()))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return f"{ours} {fastest(polib_writer(glossary))} {memory}"


def concepts() -> Iterator[Concept]:
    """Yield the shipped concepts again and again, each time under other names."""
    shipped = padanan.load().concepts
    yield from shipped
    for number in count(2):
        for concept in shipped:
            term = f"{concept.term} {number}"
            yield concept._replace(
                id=concept_id(term, concept.sense),
                terms=(Term(term), *concept.terms[1:]),
            )


def fastest(work: Callable[[], object]) -> float:
    """Return the seconds of the fastest of a few rounds."""
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def polib_writer(glossary: Glossary) -> Callable[[], object]:
    """Return what makes polib write the glossary, whose entries it has already."""
    import polib

    catalogue = polib.pofile(po.dumps(glossary.concepts, domain=""))
    return lambda: str(catalogue).encode()


if __name__ == "__main__":
    names = [word for word in sys.argv[1:] if not word.startswith("-")]
    if names:
        sys.stdout.write(measure(names[0]))
    else:
        raise SystemExit(main())
