"""Reads ``tests/data/context.md`` and compares it with what recognition says."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from padanan.matching.annotation import Annotation

DATA = Path(__file__).parents[1] / "data" / "context.md"

_EXPECTED = re.compile(
    r"(?P<term>.+?)(?: \((?P<number>\d)\))?(?: \[(?P<region>[A-Z]{2})\])?"
    r": (?P<english>.+?)(?: → (?P<phrase>.+))?"
)


@dataclass(frozen=True, slots=True)
class Expected:
    """What is expected of one term.

    Attributes:
        term: the words of the text that are the span.
        number: which of several such spans, from 1.
        region: whose office it is, ``None`` for nobody's.
        english: the equivalent offered first; ``None``: it is no term here.
        phrase: the English of the whole name, ``None`` where that does not matter.
        basic: it is no term by default, whatever ``level="all"`` says.
    """

    term: str
    number: int
    region: str | None
    english: str | None
    phrase: str | None
    basic: bool = False


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage with what is expected of it.

    Attributes:
        kind: the heading under which it stands.
        title: what it shows.
        line: of the title in the file, from 1.
        text: one paragraph or several.
        expected: of its terms, at least one.
    """

    kind: str
    title: str
    line: int
    text: str
    expected: tuple[Expected, ...]


def read_passages() -> tuple[Passage, ...]:
    """Return the passages of the file in order."""
    return tuple(parse_passages(DATA.read_text(encoding="utf-8")))


def parse_passages(document: str) -> Iterator[Passage]:
    r"""Yield the passages of a document.

    >>> passage, = parse_passages("## US\n### Before\n> Menlu AS\n- no: AS\n")
    >>> passage.kind, passage.title, passage.text, passage.line
    ('US', 'Before', 'Menlu AS', 2)
    """
    kind, start = "", 0
    lines = document.splitlines()
    for number, line in enumerate((*lines, "## end")):
        if start and line.startswith("#"):
            yield _passage(kind, start, lines[start - 1 : number])
            start = 0
        if line.startswith("## "):
            kind = line[3:]
        elif line.startswith("### "):
            start = number + 1


def _passage(kind: str, start: int, lines: Sequence[str]) -> Passage:
    quoted = [line[1:].removeprefix(" ") for line in lines if line.startswith(">")]
    expected = tuple(_expected(line[2:]) for line in lines if line.startswith("- "))
    return Passage(kind, lines[0][4:], start, "\n".join(quoted), expected)


def _expected(line: str) -> Expected:
    if line.startswith("no: "):
        return Expected(line[4:], 1, None, None, None)
    if line.startswith("basic: "):
        return Expected(line[7:], 1, None, None, None, basic=True)
    match = _EXPECTED.fullmatch(line)
    if match is None:
        message = f"not understood: {line}"
        raise ValueError(message)
    term, number, region, english, phrase = match.groups()
    return Expected(term, int(number or 1), region, english, phrase)


def faults(
    passage: Passage, found: Iterable[Annotation], shown: Iterable[Annotation] = ()
) -> Iterator[str]:
    """Yield where annotations are not what is expected of a passage.

    Args:
        passage: the text and what is expected of it.
        found: its annotations with ``level="all"``, so that conditions of words that
            are not marked by default are tried too.
        shown: its annotations by default.
    """
    found, shown = tuple(found), tuple(shown)
    for one in passage.expected:
        marked = shown if one.basic else found
        spans = [annotation for annotation in marked if annotation.text == one.term]
        if one.english is None:
            if spans:
                yield f"“{one.term}” is marked: {spans[0].equivalents[0]}"
        elif len(spans) < one.number:
            others = ", ".join(f"“{annotation.text}”" for annotation in found)
            yield f"“{one.term}” ({one.number}) is not marked; marked: {others}"
        else:
            yield from _differences(one, spans[one.number - 1])


def _differences(one: Expected, found: Annotation) -> Iterator[str]:
    pairs = [("region", one.region, found.region),
             ("English", one.english, found.equivalents[0])]  # fmt: skip
    if one.phrase:
        pairs.append(("phrase", one.phrase, found.phrase))
    for name, wanted, got in pairs:
        if wanted != got:
            yield f"{name} of “{one.term}” ({one.number}): {got}, expected {wanted}"
