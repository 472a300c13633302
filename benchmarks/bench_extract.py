"""Candidates for terms: how many hidden terms a corpus gives back.

Reads ``corpus/news-dev.id`` of the folder that PADANAN_SHARED names. Half of the
glossary is hidden, drawn with a fixed seed; what is wanted are the hidden terms of
several words that recognition with the whole glossary finds at least three times
there. A term is found where a candidate has the same words, inflection aside. The
mean over more seeds stands beside it, since half of a glossary is a small sample.
"""

from __future__ import annotations

import os
import random
import statistics
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from small import sized, status

import padanan
from padanan.corpus.candidates import candidates
from padanan.corpus.words import lemmas, vocabulary
from padanan.model import Glossary

if TYPE_CHECKING:
    from collections.abc import Sequence

    from padanan.corpus.words import CorpusWords

SEED = 2007
MORE_SEEDS = range(1, sized(6, 2))
OFTEN = 3
TARGETS = {500: 0.60, 1000: 0.72}

Gram = tuple[str, ...]


def main() -> int:
    """Print the figures; 1 where a target is missed, 0 otherwise."""
    shared = os.environ.get("PADANAN_SHARED")
    if not shared:
        sys.stdout.write("extract: skipped, PADANAN_SHARED names no folder\n")
        return 0
    text = (Path(shared) / "corpus" / "news-dev.id").read_text("utf-8")
    lines = text.splitlines()[: sized(None, 1_000)]
    known = vocabulary(lines)
    occurring = count_terms(lines, known)
    found = recalls(lines, known, occurring, SEED)
    others = [recalls(lines, known, occurring, seed) for seed in MORE_SEEDS]
    for number, target in TARGETS.items():
        mean = statistics.mean(other[number] for other in others)
        sys.stdout.write(
            f"recall among {number:>4} candidates {found[number]:.3f} (≥ {target:.2f}),"
            f" mean of {len(others)} other halves {mean:.3f}\n"
        )
    return status(any(found[number] < target for number, target in TARGETS.items()))


def count_terms(lines: Sequence[str], known: CorpusWords) -> Counter[tuple[str, Gram]]:
    """Return how often each term of each concept is recognised."""
    annotator = padanan.Annotator()
    return Counter(
        (found.concept.id, lemmas(found.term.text, known))
        for line in lines
        for found in annotator.annotate(line)
    )


def recalls(
    lines: Sequence[str],
    known: CorpusWords,
    occurring: Counter[tuple[str, Gram]],
    seed: int,
) -> dict[int, float]:
    """Hide half of the glossary; return the recall by number of candidates."""
    concepts = list(padanan.load().concepts)
    random.Random(seed).shuffle(concepts)  # noqa: S311 -- repeatable, nothing secret
    hidden = {concept.id for concept in concepts[: len(concepts) // 2]}
    rest = Glossary(tuple(concepts[len(concepts) // 2 :]))
    left = {lemmas(t.text, known) for c in rest.concepts for t in c.terms}
    counts = Counter[Gram]()
    for (concept, gram), number in occurring.items():
        if concept in hidden and len(gram) > 1 and gram not in left:
            counts[gram] += number
    wanted = {gram for gram, number in counts.items() if number >= OFTEN}
    ranked = [candidate.lemmas for candidate in candidates(lines, rest)]
    return {
        number: len(wanted.intersection(ranked[:number])) / len(wanted)
        for number in TARGETS
    }


if __name__ == "__main__":
    sys.exit(main())
