"""How much of a corpus a glossary covers, and what it misses most."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from padanan.corpus.candidates import candidates
from padanan.language.sentences import sentence_ends
from padanan.model import domain_rank

if TYPE_CHECKING:
    from collections.abc import Sequence

    from padanan.corpus.candidates import Candidate
    from padanan.matching.engine import Engine
    from padanan.model import Glossary

MISSES = 30
"""Maximum number of misses that are named, the most frequent first."""

_WORD = re.compile(r"\w+")


class DomainCoverage(NamedTuple):
    """How much of a domain occurs.

    Attributes:
        name: of the domain.
        occurrences: the number of its terms that were recognised.
        concepts: the number of its concepts that occur.
        of: the number of its concepts.
    """

    name: str
    occurrences: int
    concepts: int
    of: int


class Coverage(NamedTuple):
    """How much of a corpus is terms of the glossary.

    Attributes:
        words: of the corpus.
        covered: words inside recognised terms.
        sentences: of the corpus, roughly.
        with_terms: sentences with a recognised term.
        domains: in the order of the glossary, those without an occurrence too.
        misses: likely terms that the glossary lacks, the most frequent first.
    """

    words: int
    covered: int
    sentences: int
    with_terms: int
    domains: tuple[DomainCoverage, ...]
    misses: tuple[Candidate, ...]

    @property
    def occurrences(self) -> int:
        """The number of terms that were recognised."""
        return sum(domain.occurrences for domain in self.domains)


def coverage(engine: Engine, glossary: Glossary, texts: Sequence[str]) -> Coverage:
    """Return how much of a corpus a glossary covers.

    Args:
        engine: of that glossary.
        glossary: whose coverage is counted.
        texts: the corpus, in Indonesian.
    """
    words = covered = sentences = with_terms = 0
    occurrences, used = Counter[str](), set[tuple[str, str]]()
    for text in texts:
        found = engine.annotate(text)
        breaks = sentence_ends(text)
        words += len(_WORD.findall(text))
        covered += sum(len(_WORD.findall(one.text)) for one in found)
        sentences += len(breaks) + bool(text.strip())
        with_terms += len({_sentence(breaks, one.start) for one in found})
        occurrences.update(one.concept.domain for one in found)
        used |= {(one.concept.domain, one.concept.id) for one in found}
    misses = sorted(
        candidates(texts, glossary, at_least=3)[: 10 * MISSES],
        key=lambda candidate: (-candidate.frequency, candidate.lemmas),
    )
    sizes = Counter(concept.domain for concept in glossary.concepts)
    concepts = Counter(domain for domain, _ in used)
    return Coverage(
        words,
        covered,
        sentences,
        with_terms,
        tuple(
            DomainCoverage(name, occurrences[name], concepts[name], sizes[name])
            for name in sorted(sizes, key=domain_rank)
        ),
        tuple(misses[:MISSES]),
    )


def _sentence(breaks: tuple[int, ...], offset: int) -> int:
    return bisect_right(breaks, offset)
