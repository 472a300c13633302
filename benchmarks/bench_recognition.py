"""Recognition: how fast, against the bare scan and against what else there is.

All ratios are of processor times in one run, in turn, on the same articles; median and
spread (lowest to highest) of the rounds. Slow rivals get less text. ``--huge``
reads 400 MB instead of 44 in the end.
"""

from __future__ import annotations

import statistics
import sys
import time
from typing import TYPE_CHECKING, NamedTuple

import rivals
from material import articles, listed, longer, terms
from small import sized, status

from padanan.matching.engine import Options

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from material import Terms

ROUNDS = sized(5, 1)
LEAST = {"OmegaT": 120}
"""Times as fast as a rival that recognition must be, on the terms alone."""
GROWTH = 1.5
LINEAR = 0.10
SIZES = (1, 10, 44, 100, 200, 400)
"""Megabytes read, at which the cost is told."""
MEGABYTE = sized(1.0, 0.02)
"""Of text in what is measured; a quick run makes do with less."""


class Ratio(NamedTuple):
    """Times of one thing divided by those of another, in the same rounds."""

    rounds: tuple[float, ...]

    @property
    def median(self) -> float:
        """The ratio that counts."""
        return statistics.median(self.rounds)

    def __str__(self) -> str:
        """Return the median and the spread."""
        low, high = min(self.rounds), max(self.rounds)
        return f"{self.median:.2f} ({low:.2f}–{high:.2f})"


def main() -> int:
    """Print everything; return 1 where a target is missed."""
    against_the_scan()
    missed = [*against_rivals(), *with_more_forms()]
    missed += with_more_text(400 if "--huge" in sys.argv else sized(44, 1))
    say(f"missed: {', '.join(missed) or 'nothing'}")
    return status(missed)


def say(line: str) -> None:
    """Print a line at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def seconds(search: Callable[[str], object], texts: Iterable[str]) -> float:
    """Return the processor time of one pass."""
    begin = time.process_time()
    for text in texts:
        search(text)
    return time.process_time() - begin


def whole(found: Terms, *, context: bool) -> Callable[[str], object]:
    """Return the whole of recognition."""
    options = Options(context=context)
    return lambda text: found.engine.annotate(text, options)


def ratios(
    one: Callable[[str], object],
    other: Callable[[str], object],
    texts: Sequence[str],
    fewer: Sequence[str] | None = None,
) -> Ratio:
    """Return how much longer one thing takes than another, on text of one length.

    Args:
        one: the first, on ``texts``.
        other: the second, on ``fewer`` texts where it is slow.
        texts: articles.
        fewer: the beginning of them.
    """
    less = texts if fewer is None else fewer
    share = sum(map(len, texts)) / sum(map(len, less))
    # What is met for the first time is learnt, and the core made, before it counts.
    for _ in range(sized(3, 1)):
        seconds(one, texts), seconds(other, less)
    return Ratio(
        tuple(
            seconds(one, texts) / (seconds(other, less) * share) for _ in range(ROUNDS)
        )
    )


def against_the_scan() -> None:
    """Print what recognition costs beside the bare scan."""
    found, texts = terms(), tuple(articles(MEGABYTE))
    scan = rivals.raw_scan(found.forms)
    size = sum(map(len, texts)) / 1_000_000
    rate = size / seconds(scan, texts)
    say(f"shipped list: {len(found.glossary)} concepts, {len(found.forms)} forms")
    say(f"raw ahocorasick_rs scan: {rate:.0f} MB/s")
    for name, context in (("plain", False), ("context", True)):
        ratio = ratios(whole(found, context=context), scan, texts)
        say(f"whole, {name}: {ratio} × the scan")


def against_rivals() -> list[str]:
    """Print how much faster recognition is than what else there is.

    The rivals know neither inflection nor conditions nor countries: they are compared
    with recognition of the same bare list, and for Weblate's with all of it as well.
    """
    found, texts = terms(), tuple(articles(MEGABYTE / 2))
    ours = whole(listed(found), context=False)
    every = ratios(rivals.weblate(found.terms), whole(found, context=True), texts)
    say(f"Weblate's loop: ours with all conditions is {every} × as fast")
    missed = []
    for name, make, share in (
        ("Weblate's loop", rivals.weblate, 1.0),
        ("flashtext", rivals.flashtext, 1.0),
        ("spaCy PhraseMatcher", rivals.spacy, 0.3),
        ("one re alternation", rivals.alternation, 0.02),
        ("a re pattern a term", rivals.pattern_a_term, 0.01),
        ("translate-toolkit", rivals.translate_toolkit, 0.005),
    ):
        search = make(found.terms)
        if search is None:
            say(f"{name}: not installed")
            continue
        fewer = texts[: max(int(len(texts) * share), 2)]
        missed += told(name, Ratio(
            tuple(1 / each for each in ratios(ours, search, texts, fewer).rounds)
        ))  # fmt: skip
    return missed + against_omegat(ours, found, texts[:10])


def against_omegat(
    ours: Callable[[str], object], found: Terms, texts: Sequence[str]
) -> list[str]:
    """Print how much faster recognition is than OmegaT's search."""
    took = rivals.omegat(found.terms, "\n".join(texts))
    if took is None:
        say("OmegaT: not there")
        return []
    return told("OmegaT", Ratio(tuple(
        took / seconds(ours, texts) for _ in range(ROUNDS)
    )))  # fmt: skip


def told(name: str, ratio: Ratio) -> list[str]:
    """Print a ratio to a rival; return its name where it misses the target."""
    least = LEAST.get(name)
    say(f"{name}: ours is {ratio} × as fast" + (f" (≥ {least})" if least else ""))
    return [name] if least and ratio.median < least else []


def with_more_forms() -> list[str]:
    """Print how the time grows with the list, and with what it finds."""
    texts = tuple(articles(MEGABYTE / 2))
    few = terms(500)
    first = whole(few, context=False)
    missed = []
    for number, limit in (
        (sized(10_000, 2_000), GROWTH),
        (sized(100_000, 4_000), None),
    ):
        found = longer(few, number)
        ratio = ratios(whole(found, context=False), first, texts)
        text = f"{len(found.forms)} forms: {ratio} × {len(few.forms)} forms"
        say(f"{text}, the same terms found" + (f" (< {limit})" if limit else ""))
        if limit and ratio.median >= limit:
            missed.append("growth with forms")
    every = terms()
    ratio = ratios(whole(every, context=False), first, texts)
    # A small input may have none of the few terms.
    times = terms_in(every, texts) / max(terms_in(few, texts), 1)
    say(f"{len(every.forms)} forms: {ratio} ×, {times:.1f} × as many terms found")
    return missed


def terms_in(found: Terms, texts: Iterable[str]) -> int:
    """Return how many terms some texts have."""
    return sum(len(found.engine.annotate(text)) for text in texts)


def with_more_text(most: int) -> list[str]:
    """Print what each size of text costs beside the bare scan, in one pass over it all.

    A machine is now faster and now slower: the scan of the same megabyte tells how fast
    it is just then, and what counts is the middle one of the megabytes read so far.
    """
    found = terms()
    ours, scan = whole(found, context=True), rivals.raw_scan(found.forms)
    # What a term means is worked out when it is first met.
    seconds(ours, articles(MEGABYTE))
    taken: list[float] = []
    told: list[float] = []
    for number in range(most):
        texts = tuple(articles(MEGABYTE, seed=number))
        # One megabyte alone says little: the first is read again and again.
        taken += ratios(ours, scan, texts).rounds if not number else ()
        taken.append(seconds(ours, texts) / seconds(scan, texts))
        if number + 1 in SIZES:
            told.append(statistics.median(taken))
            say(f"{number + 1} MB with context: {told[-1]:.1f} × the scan")
    apart = max(told) / min(told) - 1
    say(f"apart: {apart:.0%} (≤ {LINEAR:.0%})")
    return ["linear in the text"] if apart > LINEAR else []


if __name__ == "__main__":
    sys.exit(main())
