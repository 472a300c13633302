"""What a translation memory knows, for the terminal."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from padanan.files.counts import counted
from padanan.files.text import printable
from padanan.render.colours import BOLD, CYAN, GREEN, painted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from padanan.translation.memory.database import Counts, Remembered
    from padanan.translation.memory.differences import Differences
    from padanan.translation.memory.matches import MemoryMatch


def counts_as_text(counts: Counts) -> str:
    """Return how much a memory knows, with the files that it came from.

    >>> from padanan.translation.memory.database import Counts
    >>> print(counts_as_text(Counts(3, 2, (("a.tmx", 3),))), end="")
    3 translations of 2 sentences
         3  a.tmx
    """
    head = f"{counted(counts.units, 'translation')} of " + counted(
        counts.sentences, "sentence"
    )
    lines = (f"{count:6,}  {printable(name)}" for name, count in counts.origins)
    return "".join(f"{line}\n" for line in (head, *lines))


def matches_as_text(
    found: Iterable[tuple[MemoryMatch, Differences]], *, colour: bool = False
) -> str:
    """Return matches, the best first, each with what differs in it."""
    return "\n".join(
        "".join(f"{line}\n" for line in _match(match, differs, colour=colour))
        for match, differs in found
    )


def _match(match: MemoryMatch, differs: Differences, *, colour: bool) -> Iterator[str]:
    source, target, origin = (printable(one) for one in match.unit[:3])
    head = f"{match.score} %  {match.how.value}  {origin}".rstrip()
    yield painted(head, BOLD) if colour else head
    yield f"  {source}"
    yield f"  → {painted(target, GREEN) if colour else target}"
    yield from (f"  {printable(line)}" for line in _told(differs))


def _told(differs: Differences) -> Iterator[str]:
    """Yield in what the sentence that was asked for differs."""
    for name, here, there in (
        ("number", differs.numbers, differs.needless_numbers),
        ("term", _named(differs.terms), _named(differs.needless_terms)),
    ):
        if here:
            yield f"+ {name} {', '.join(here)}"
        if there:
            yield f"- {name} {', '.join(there)}"


def _named(terms: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    return tuple(f"{text} ⟨{english}⟩" if english else text for text, english in terms)


def occurrences_as_text(
    units: Iterable[Remembered], words: str, *, colour: bool = False
) -> str:
    """Return the translations that have some words, both sides below each other."""
    pattern = re.compile(r"\W+".join(map(re.escape, words.split())), re.IGNORECASE)
    return "\n".join(
        "".join(
            f"{line}\n"
            for line in (
                _marked(printable(one.source), pattern, colour=colour),
                f"  → {_marked(printable(one.target), pattern, colour=colour)}",
            )
        )
        for one in units
    )


def _marked(text: str, pattern: re.Pattern[str], *, colour: bool) -> str:
    if not colour:
        return text
    return pattern.sub(lambda found: painted(found[0], BOLD, CYAN), text)
