"""Raised numbers and signs of notes, which are no part of the word before them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from padanan.articles.article import Block, Run

_NOTE = re.compile(
    r"[\[(]?(?:\d{1,3}|[*†‡§¶]{1,3}|[a-z])"
    r"(?:[,–-] ?(?:\d{1,3}|[*†‡§¶]{1,3}|[a-z])){0,9}[\])]?"
)
_NUMBER = re.compile(r"[\[(]?\d{1,3}[\])]?")
_SIGNS = str.maketrans(
    "0123456789()abcdefghijklmnoprstuvwxyz", "⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ"
)


def raised_notes(text: str, blocks: Iterable[Block]) -> Iterator[tuple[int, int]]:
    """Yield the spans of notes' numbers that stand directly behind a word.

    A number is one that is raised, or that is a link within the document; one that is
    lowered where it stands behind small letters, since CO₂ is a name.

    >>> from padanan.articles.article import Block, Run
    >>> runs = (Run(4, 5, "superscript"), Run(12, 13, "superscript"))
    >>> list(raised_notes("nota1 dan x 2", [Block(0, 13, "paragraph", runs=runs)]))
    [(4, 5)]
    """
    for block in blocks:
        for run in block.runs:
            before = text[max(block.start, run.start - 3) : run.start]
            if before and not before[-1].isspace() and _is_note(text, run, before):
                yield run.start, run.end


def _is_note(text: str, run: Run, before: str) -> bool:
    if run.kind == "superscript":
        return bool(_NOTE.fullmatch(text, run.start, run.end))
    if run.kind == "subscript":
        is_word = len(before) == 3 and before.isalpha() and before.islower()
        return is_word and bool(_NOTE.fullmatch(text, run.start, run.end))
    inside = run.kind == "link" and run.target.startswith("#")
    return inside and bool(_NUMBER.fullmatch(text, run.start, run.end))


def is_note(text: str) -> bool:
    """Tell whether a raised text is the number or the sign of a note.

    >>> is_note("12"), is_note("th")
    (True, False)
    """
    return bool(_NOTE.fullmatch(text))


def as_signs(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """Return a text of the same length with raised numbers in characters of their own.

    A text that has no formats says so that they are raised.

    >>> as_signs("nota12", ((4, 6),))
    'nota¹²'
    """
    parts: list[str] = []
    last = 0
    for start, end in spans:
        parts += text[last:start], text[start:end].translate(_SIGNS)
        last = end
    return "".join((*parts, text[last:]))
