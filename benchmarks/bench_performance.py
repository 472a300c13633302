"""The figures of ``docs/performance.md``, and its charts.

All are ratios of processor times in one run, in turn; medians. ``--charts FOLDER``
writes the charts there. The growth with cores is measured by the clock.
"""

from __future__ import annotations

import os
import statistics
import sys
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory

import bench_corpus
import rivals
from bench_recognition import Ratio, ratios, say, seconds, whole
from charts import Bar, Line, bars, lines
from material import articles, listed, longer, terms
from small import sized
from stages import stages

from padanan.matching import make_engine
from padanan.matching.collecting import paused
from padanan.matching.recogniser import Recogniser

MEGABYTE = sized(1.0, 0.02)
FORMS = sized((1_000, 3_000, 10_000, 30_000, 100_000), (1_000, 2_000))
SIZES = sized((0.5, 1.0, 2.0, 5.0, 10.0, 20.0), (0.02, 0.04))
"""Megabytes of one document."""
JOBS = (1, 2, 4)
USUAL = frozenset("“”‘’–—…éèüöäçâ")
"""Characters outside ASCII of which the long document is made."""


def main() -> int:
    """Print every figure; write the charts where they are asked for."""
    charts = {
        "engines": engines(),
        "stages": by_stage(),
        "peers": peers(),
        "text": with_longer_text(),
        "forms": with_more_forms(),
        "cores": with_more_cores(),
    }
    say(f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")
    if "--charts" in sys.argv:
        folder = Path(sys.argv[sys.argv.index("--charts") + 1])
        folder.mkdir(parents=True, exist_ok=True)
        for name, chart in charts.items():
            (folder / f"performance-{name}.svg").write_text(chart, "utf-8")
    return 0


def engines() -> str:
    """Compare both engines and the bare scan on the same megabyte."""
    found, texts = terms(), tuple(articles(MEGABYTE))
    scan = rivals.raw_scan(found.forms)
    readable = Recogniser(found.compiled)
    rows = [Bar("the bare scan", 1.0, "1.0")]
    named = (("compiled core", found.engine), ("readable engine", readable))
    for (name, engine), context in product(named, (True, False)):
        label = f"{name}, {'with' if context else 'without'} context"
        ratio = ratios(
            whole(found._replace(engine=engine), context=context), scan, texts
        )
        say(f"{label}: {ratio} × the scan")
        rows.append(Bar(label, ratio.median, f"{ratio.median:.1f}", ours=True))
    return bars(
        "Recognition beside the bare scan",
        "Processor time; the scan of ahocorasick_rs for the same forms is 1",
        rows,
    )


def by_stage() -> str:
    """Tell how long each stage of the compiled core takes, beside the bare scan."""
    found, texts = terms(), tuple(articles(MEGABYTE))
    scan = rivals.raw_scan(found.forms)
    usual = min(seconds(scan, texts) for _ in range(3))
    rows = [Bar("the bare scan", 1.0, "1.0")]
    for name, taken in stages(found.compiled, texts).items():
        say(f"{name}: {taken / usual:.2f} × the scan")
        rows.append(Bar(name, taken / usual, f"{taken / usual:.2f}", ours=True))
    return bars(
        "The stages of the compiled core",
        "Processor time; the scan of ahocorasick_rs for the same forms is 1",
        rows,
    )


def peers() -> str:
    """Compare recognition of the bare list with other programs."""
    found, texts = terms(), tuple(articles(MEGABYTE / 2))
    ours = whole(listed(found), context=False)
    rows = [Bar("Padanan", 1.0, "1.0", ours=True)]
    for name, make, share in (
        ("Weblate's loop", rivals.weblate, 1.0),
        ("flashtext", rivals.flashtext, 1.0),
        ("spaCy PhraseMatcher", rivals.spacy, 0.3),
    ):
        search = make(found.terms)
        if search is None:
            say(f"{name}: not installed")
            continue
        fewer = texts[: max(int(len(texts) * share), 2)]
        ratio = Ratio(
            tuple(1 / one for one in ratios(ours, search, texts, fewer).rounds)
        )
        say(f"{name}: {ratio} × the time of ours")
        rows.append(Bar(name, ratio.median, f"{ratio.median:.1f}"))
    return bars(
        "The bare list of terms, without inflection or conditions",
        "Processor time for the same text; Padanan is 1",
        rows,
    )


def with_longer_text() -> str:
    """Compare one long document with the same text as articles.

    Also with one sign of another script at its end, for which it is cut into words
    twice.
    """
    engine = make_engine(terms().compiled)

    def read(text: str) -> object:
        with paused(len(text)):  # as ``Annotator`` does
            return engine.annotate(text)

    for _ in range(3):
        seconds(read, articles(MEGABYTE))
    usual: list[tuple[float, float]] = []
    odd: list[tuple[float, float]] = []
    for size in SIZES:
        texts = tuple(text for text in articles(size) if is_usual(text))
        one = "".join(texts)
        for points, text in ((usual, one), (odd, f"{one}\u4e2d")):
            taken = [
                seconds(read, [text]) / seconds(read, texts) for _ in range(sized(3, 1))
            ]
            points.append((size, statistics.median(taken)))
        told = (
            f"{usual[-1][1]:.2f} × its articles; with another script {odd[-1][1]:.2f}"
        )
        say(f"one document of {size:g} MB: {told}")
    return lines(
        "One document beside the same text as articles",
        "Processor time; 1 is the time for the articles one by one",
        "MB",
        [Line("one document", tuple(usual)), Line("with another script", tuple(odd))],
    )


def is_usual(text: str) -> bool:
    """Whether a text has no letter of another script."""
    return all(char in USUAL for char in text if not char.isascii())


def with_more_forms() -> str:
    """Compare lists that find the same terms and have more and more forms."""
    texts = tuple(articles(MEGABYTE / 2))
    few = terms(500)
    first = whole(few, context=False)
    points = []
    for number in FORMS:
        found = longer(few, number)
        ratio = ratios(whole(found, context=False), first, texts)
        points.append((float(number), ratio.median))
        say(f"{len(found.forms)} forms: {ratio} × {len(few.forms)} forms")
    return lines(
        "A longer list that finds the same terms",
        f"Processor time; the list of {len(few.forms):,} forms is 1",
        "forms",
        [Line("time", tuple(points))],
    )


def with_more_cores() -> str:
    """Compare the numbers of worker processes, by the clock."""
    size = sized(40.0, 0.4)
    with TemporaryDirectory() as folder:
        path = bench_corpus.written(Path(folder) / "all.jsonl", size, seed=1)
        taken = {
            jobs: bench_corpus.taken([path], "--jobs", str(jobs))[0]
            for jobs in JOBS
            if jobs <= (os.cpu_count() or 1)
        }
    for jobs, time in taken.items():
        say(f"--jobs {jobs}: {size / time:.1f} MB/s by the clock")
    return bars(
        "Corpora: worker processes",
        f"JSON lines in and out, megabytes a second by the clock; {size:g} MB of text",
        [
            Bar(f"--jobs {jobs}", size / time, f"{size / time:.1f} MB/s", ours=True)
            for jobs, time in taken.items()
        ],
    )


if __name__ == "__main__":
    sys.exit(main())
