"""Everyday words that are often not the term: how often an annotation of one is right.

Reads the annotated texts and their gold in the folder that PADANAN_SHARED names. An
annotation whose term is one of the words below is right where it overlaps an occurrence
of a surface that a gold has for that text.
"""

from __future__ import annotations

import json
import os
import re
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, NotRequired, TypedDict

from small import sized, status

import padanan

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

WORDS = frozenset({
    "blok", "catatan", "duta", "hubungan", "konvensi", "kontak", "misi", "mitra",
    "nota", "persetujuan", "perwakilan", "pos", "protes", "sekutu", "sidang", "surat",
    "tahanan", "wakil",
})  # fmt: skip
TARGET = 0.95

Span = tuple[int, int]


SETS = (
    ("eval/texts/news-dev", ("news-dev",)),
    ("articles", ("articles.A", "articles.B")),
)
"""Folders of texts, and the golds of each."""


class Entry(TypedDict):
    """A surface of the gold, and the occurrences that it leaves out."""

    surface: str
    not_at: NotRequired[list[int]]


def gold_spans(text: str, entries: Iterable[Entry]) -> Iterator[Span]:
    """Yield where the gold's surfaces stand, but for the places that it leaves out."""
    for entry in entries:
        pattern = re.compile(rf"(?<!\w){re.escape(entry['surface'])}(?!\w)")
        for number, match in enumerate(pattern.finditer(text), 1):
            if number not in entry.get("not_at", ()):
                yield match.span()


def main(shared: Path) -> int:
    """Print the figures; return 1 where they miss the target."""
    annotator = padanan.Annotator()
    found: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for folder, names in SETS:
        golds = [
            json.loads((shared / f"eval/gold/{name}.json").read_text("utf-8"))
            for name in names
        ]
        for path in sorted((shared / folder).glob("*.txt"))[: sized(None, 10)]:
            text = path.read_bytes().decode()
            spans = [
                span for gold in golds for span in gold_spans(text, gold[path.name])
            ]
            for one in annotator.annotate(text):
                if one.term.text in WORDS:
                    found[one.term.text] += 1
                    right[one.term.text] += any(
                        one.start < end and start < one.end for start, end in spans
                    )
    for word, count in sorted(found.items()):
        sys.stdout.write(f"  {word:<14}{right[word]:>4} of {count}\n")
    share = right.total() / found.total() if found else 0.0
    sys.stdout.write(
        f"bound everyday words in the gold: {share:.1%} (at least {TARGET:.0%})\n"
    )
    return status(share < TARGET)


if __name__ == "__main__":
    named = os.environ.get("PADANAN_SHARED")
    if not named:
        sys.stdout.write("skipped: PADANAN_SHARED names no reference texts\n")
        sys.exit(0)
    sys.exit(main(Path(named)))
