"""Offices in aligned news: how often the English offered first is the one printed.

Reads ``corpus/news-dev.id`` and ``.en`` of the folder that PADANAN_SHARED names.
Sentences are read one by one, since the corpus does not say where articles end. An
occurrence counts where the English sentence names the office: as many occurrences of
a concept as the English has places with any of its equivalents that is not
deprecated. A place answers for one occurrence alone. Then the time of a pass with
context and without is compared, in one run.
"""

from __future__ import annotations

import os
import statistics
import sys
import time
from collections import Counter
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from small import sized, status

import padanan
from padanan.language.english import find, read_sentence
from padanan.model import Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from padanan.matching.annotation import Annotation
    from padanan.model import Concept

OFFICES = frozenset({
    "menteri luar negeri", "kementerian luar negeri", "menteri pertahanan",
    "menteri keuangan", "menteri dalam negeri", "perdana menteri",
})  # fmt: skip
DEPUTIES = ("wakil menteri", "wakil asisten menteri", "asisten menteri")
"""Beginnings of the terms for deputies and assistants."""

TARGET = 0.93
COST = 1.5
"""Times the pass without context that a pass with context may take."""
ROUNDS = sized(7, 1)


class Use(NamedTuple):
    """An occurrence of an office that the English names.

    Attributes:
        concept: the office.
        offered: the equivalent that is offered first.
        right: whether the English has it.
        source: the Indonesian sentence.
        target: the English sentence.
    """

    concept: str
    offered: str
    right: bool
    source: str
    target: str


def main() -> int:
    """Print the figures; 1 where a target is missed, 0 otherwise."""
    shared = os.environ.get("PADANAN_SHARED")
    if not shared:
        sys.stdout.write("context: skipped, PADANAN_SHARED names no folder\n")
        return 0
    pairs = read_pairs(Path(shared) / "corpus")
    annotator = padanan.Annotator()
    uses = list(find_uses(annotator, pairs, context=True))
    plain = list(find_uses(annotator, pairs, context=False))
    ratio = cost(annotator, [source for source, _ in pairs])
    times = f"time with context / without: {ratio:.2f} (≤ {COST})"
    sys.stdout.write("\n".join((*report(uses, plain), times)) + "\n")
    return status(share(uses) < TARGET or ratio > COST)


def read_pairs(folder: Path) -> list[tuple[str, str]]:
    """Return the aligned sentences of a folder."""
    source, target = (
        (folder / f"news-dev.{language}").read_text("utf-8").splitlines()
        for language in ("id", "en")
    )
    return list(zip(source, target, strict=True))[: sized(None, 200)]


def find_uses(
    annotator: padanan.Annotator, pairs: Iterable[tuple[str, str]], *, context: bool
) -> Iterator[Use]:
    """Yield the occurrences of offices that the aligned sentences name."""
    for source, target in pairs:
        offices = [
            found
            for found in annotator.annotate(source, context=context)
            if is_measured(found.concept)
        ]
        offices.sort(key=lambda found: found.concept.id)
        for _, alike in groupby(offices, key=lambda found: found.concept.id):
            yield from uses_of(tuple(alike), source, target)


def is_measured(concept: Concept) -> bool:
    """Tell whether a concept is one of the offices."""
    return concept.term in OFFICES or concept.term.startswith(DEPUTIES)


def uses_of(alike: Sequence[Annotation], source: str, target: str) -> Iterator[Use]:
    """Yield the occurrences of one concept, as many as the English has places."""
    term, left, silent = alike[0].concept.term, target, []
    for found in alike:
        rest = without(left, (found.equivalents[0],))
        if rest is None:
            silent.append(found)
            continue
        left = rest
        yield Use(term, found.equivalents[0], right=True, source=source, target=target)
    for found in silent:
        rest = without(left, equivalents(found.concept))
        if rest is None:
            return
        left = rest
        yield Use(term, found.equivalents[0], right=False, source=source, target=target)


def equivalents(concept: Concept) -> tuple[str, ...]:
    """Return all the English of a concept that may be written, the longest first."""
    found = (
        term.text
        for term in concept.equivalents
        if term.status is not Status.DEPRECATED
    )
    return tuple(sorted(found, key=len, reverse=True))


def without(text: str, terms: Iterable[str]) -> str | None:
    """Return an English text less the first place of a term, None where it has none.

    >>> without("Foreign Minister Lavrov", ["foreign minister"])
    '- Lavrov'
    """
    for term in terms:
        place = find(read_sentence(text), term)
        if place:
            return f"{text[: place[0]]}-{text[place[1] :]}"
    return None


def share(uses: Sequence[Use]) -> float:
    """Return how much of the occurrences get the English that was printed."""
    return sum(one.right for one in uses) / len(uses) if uses else 0.0


def report(uses: Sequence[Use], plain: Sequence[Use]) -> Iterator[str]:
    """Yield the lines for people: each office, the whole, and every miss."""
    yield f"{'':36} {'n':>4} {'right':>5} {'context':>8} {'without':>8}"
    for concept, _ in Counter(one.concept for one in uses).most_common():
        yield row(
            concept,
            [one for one in uses if one.concept == concept],
            [one for one in plain if one.concept == concept],
        )
    yield row(f"together (≥ {TARGET:.0%})", uses, plain)
    yield ""
    for one in uses:
        if not one.right:
            yield f"{one.concept} → {one.offered}\n  {one.source}\n  {one.target}"


def row(name: str, uses: Sequence[Use], plain: Sequence[Use]) -> str:
    """Return one line of the table."""
    right = sum(one.right for one in uses)
    return f"{name:36} {len(uses):4} {right:5} {share(uses):8.1%} {share(plain):8.1%}"


def cost(annotator: padanan.Annotator, texts: Sequence[str]) -> float:
    """Return the median ratio of a pass with context to one without.

    Sentences are joined by the hundred, to the size of long articles.
    """
    articles = ["\n".join(texts[at : at + 100]) for at in range(0, len(texts), 100)]
    ratios = []
    for _ in range(ROUNDS + 1):
        plain = seconds(annotator, articles, context=False)
        ratios.append(seconds(annotator, articles, context=True) / plain)
    # The first round fills what is worked out once.
    return statistics.median(ratios[1:])


def seconds(
    annotator: padanan.Annotator, articles: Iterable[str], *, context: bool
) -> float:
    """Return the processor time of one pass."""
    begin = time.process_time()
    for article in articles:
        annotator.annotate(article, context=context)
    return time.process_time() - begin


if __name__ == "__main__":
    sys.exit(main())
