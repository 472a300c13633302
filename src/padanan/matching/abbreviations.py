"""Short forms that the article itself introduces: ``Pajak Bumi dan Bangunan (PBB)``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from padanan.model import TermType

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from padanan.matching.candidates import Candidate
    from padanan.matching.senses import Sense

_BRACKETED = re.compile(r"\(([A-Z][\w-]{0,15}[A-Z])\)")
_REACH = 120
"""Maximum number of characters before the bracket that the full form takes."""
_FUNCTION_WORDS = frozenset({
    "atas", "bagi", "dalam", "dan", "dari", "di", "for", "in", "ke", "of", "on",
    "pada", "serta", "tentang", "terhadap", "the", "to", "untuk", "yang",
})  # fmt: skip


class Foreign(NamedTuple):
    """A short form that the text itself introduces for something else than our term.

    Attributes:
        start: offset in the text.
        end: offset behind it.
        sense: what it would otherwise be.
        full_form: what the text uses it for.
    """

    start: int
    end: int
    sense: Sense
    full_form: str


def without_foreign(
    text: str, candidates: list[Candidate]
) -> tuple[list[Candidate], tuple[Foreign, ...]]:
    """Separate the candidates from short forms that the text uses for something else.

    Args:
        text: the document.
        candidates: every span that may be a term.
    """
    full_forms = introduced(text)
    banned = foreign(candidates, full_forms) if full_forms else None
    if not banned:
        return candidates, ()
    kept, dropped = [], []
    for start, minus_end, number, senses in candidates:
        ours = tuple(one for one in senses if (one.text, one.number) not in banned)
        if ours:
            kept.append((start, minus_end, number, ours))
        for sense in senses:
            if sense not in ours:
                full = text[slice(*full_forms[sense.text])]
                dropped.append(Foreign(start, -minus_end, sense, full))
    return kept, tuple(dropped)


def introduced(text: str) -> Mapping[str, tuple[int, int]]:
    """Return for each short form in brackets the span of the words it stands for.

    Only words whose initials spell the short form count; the first place wins.

    >>> text = "Warga membayar Pajak Bumi dan Bangunan (PBB) di bank."
    >>> {k: text[slice(*v)] for k, v in introduced(text).items()}
    {'PBB': 'Pajak Bumi dan Bangunan'}
    >>> introduced("kata Menteri Luar Negeri (AS)")
    {}
    """
    found: dict[str, tuple[int, int]] = {}
    for match in _BRACKETED.finditer(text):
        begin = max(0, match.start() - _REACH)
        words = text[begin : match.start()].rstrip()
        start = _start_of_full_form(words, match[1])
        if start is not None:
            found.setdefault(match[1], (begin + start, begin + len(words)))
    return found


def _start_of_full_form(words: str, short: str) -> int | None:
    """Return where the words begin whose initials spell a short form."""
    letters = [letter for letter in reversed(short.lower()) if letter.isalnum()]
    for match in reversed(list(re.finditer(r"[^\W_]+", words))):
        word = match[0].lower()
        if not letters:
            return None
        if word in _FUNCTION_WORDS and word[0] != letters[0]:
            continue
        if word[0] != letters.pop(0):
            return None
        if not letters:
            return match.start()
    return None


def foreign(
    candidates: Iterable[Candidate], full_forms: Mapping[str, tuple[int, int]]
) -> frozenset[tuple[str, int]]:
    """Return the short forms that this document uses for something else.

    Args:
        candidates: everything that may be a term.
        full_forms: what ``introduced`` found.

    Returns:
        Pairs of a short form and the number of a concept that it does not mean
        here, since its full form is no term of that concept.
    """
    spans: dict[tuple[int, int], set[int]] = {}
    short: dict[str, set[int]] = {}
    for start, minus_end, _, senses in candidates:
        for sense in senses:
            spans.setdefault((start, -minus_end), set()).add(sense.number)
            if sense.type is TermType.ABBREVIATION and sense.text in full_forms:
                short.setdefault(sense.text, set()).add(sense.number)
    return frozenset(
        (text, number)
        for text, numbers in short.items()
        for number in numbers
        if number not in spans.get(full_forms[text], ())
    )
