"""Any engine agrees with a matcher that tries every form at every place.

The naive matcher writes out the surface forms of each term (spelling, clitics,
reduplication, one separator between words) and compares them with the text letter by
letter. It knows no automaton, no folded copy and no map of offsets.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import product
from typing import TYPE_CHECKING, NamedTuple

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from padanan.language.indonesian import forms
from padanan.language.plain_text import as_plain
from padanan.matching.engine import Options
from tests.laws import examples
from tests.matching.engines import MAKERS, small
from tests.matching.small import NAME, TERMS

if TYPE_CHECKING:
    from tests.matching.engines import Maker

SEPARATORS = (" ", "-", "\n")
CLITICS = tuple(
    first + second
    for first, second in product(("", "nya", "ku", "mu"), ("", "lah", "kah", "pun"))
)
BEFORE = ' \n-()"'
"""What may stand before a term, beside the beginning of the text."""


class Surface(NamedTuple):
    """A way in which a term may stand in a text, in lower case.

    Attributes:
        text: all of it.
        core: half-open offsets in it of the form, whose capitals count.
        term: the term.
        is_name: its capitals must be there.
    """

    text: str
    core: tuple[int, int]
    term: str
    is_name: bool


@cache
def surfaces() -> tuple[Surface, ...]:
    """Return every surface form of every term."""
    return tuple(
        surface
        for one in TERMS
        for form in forms(one.term, one.pos, one.terms[0].type)
        for surface in _of_form(form.text, one.term, is_name=one.pos is NAME)
    )


def _of_form(form: str, term: str, *, is_name: bool) -> list[Surface]:
    words = form.split(" ")
    found = []
    for between in product(SEPARATORS, repeat=len(words) - 1):
        parts = [*zip(words, between, strict=False)]
        core = "".join(word + mark for word, mark in parts) + words[-1]
        for lead, end in product(("", f"{words[0]}-"), (*CLITICS, "-nya")):
            place = len(lead), len(lead) + len(core)
            found.append(Surface(lead + core + end, place, term, is_name))
    return found


def naive(text: str) -> list[tuple[int, int]]:
    """Return the half-open spans of all terms, the longest from the left."""
    lower = text.lower()
    found = [
        (start, start + len(surface.text))
        for surface in surfaces()
        for start in range(len(text))
        if lower.startswith(surface.text, start) and _holds(text, surface, start)
    ]
    chosen: list[tuple[int, int]] = []
    for start, end in sorted(found, key=lambda span: (span[0], -span[1])):
        if not chosen or start >= chosen[-1][1]:
            chosen.append((start, end))
    return chosen


def _holds(text: str, surface: Surface, start: int) -> bool:
    end = start + len(surface.text)
    if start and text[start - 1] not in BEFORE:
        return False
    if text[end : end + 1].isalnum():
        return False
    core = text[start + surface.core[0] : start + surface.core[1]]
    if surface.is_name and not _has_capitals(core, surface.term):
        return False
    if not surface.core[0] and _is_doubled(text, core, start):
        return False
    return not _is_half(text, core, end, surface)


def _has_capitals(core: str, term: str) -> bool:
    """Whether a name has its capitals; behind a hyphen none is asked for."""
    if term.isupper():
        return core == term or (len(term) > 3 and core == term.capitalize())
    return all(
        letter.isupper()
        for before, letter, model in zip(f" {core}", core, term, strict=False)
        if model.isupper() and before != "-"
    )


def _is_doubled(text: str, core: str, start: int) -> bool:
    """Whether the form's first word stands before it too, which then belongs to it."""
    first = re.split(r"[ \n-]", core)[0]
    lead = f"{first}-".lower()
    at = start - len(lead)
    return text[max(at, 0) : start].lower() == lead and (
        not at or text[at - 1] in BEFORE
    )


def _is_half(text: str, core: str, end: int, surface: Surface) -> bool:
    """Whether the form is the first half of a reduplication: *duta-duta*."""
    rest = text[end:].lower()
    has_clitic = surface.core[1] < len(surface.text)
    if has_clitic or any(mark in core for mark in SEPARATORS):
        return False
    return any(
        rest.startswith(f"-{core.lower()}{clitic}")
        and not rest[1 + len(core) + len(clitic) :][:1].isalnum()
        for clitic in CLITICS
    )


WORDS = sorted({word for one in TERMS for word in (one.term, *one.term.split(" "))})
NOISE = (
    "as",
    "assad",
    "per",
    "di",
    "tah",
    "kerjasama",
    "antar pemerintah",
    "jurubicara",
)
SEPARATING = (
    " ",
    " ",
    " ",
    "-",
    "\n",
    ", ",
    ". ",
    " (",
    ") ",
    "",
    "nya ",
    "lah ",
    "-nya ",
)


def texts() -> st.SearchStrategy[str]:
    """Texts of terms and noise, with single spaces only."""
    word = st.sampled_from((*WORDS, *NOISE))
    cased = st.builds(
        lambda text, change: change(text),
        word,
        st.sampled_from((str, str, str.lower, str.upper, str.title)),
    )
    piece = st.tuples(cased, st.sampled_from(SEPARATING))
    return st.lists(piece, max_size=9).map(
        lambda pieces: "".join(part for pair in pieces for part in pair)
    )


@pytest.mark.parametrize("make", MAKERS)
@examples(300)
@given(texts())
@example("presiden assad dan presiden as")
@example("undang-undang, duta-duta besarnya, DUTA BESAR-duta besar")
@example("duta-duta, duta-dutanya")
@example("undang-undang undang-undang undang-undang")
@example("PBB-nya Asean-nya asean pbb")
@example("gedung putih Gedung putih Gedung\nPutih Gedung-putih gedung-Putih")
def test_agrees_with_the_naive_matcher(make: Maker, text: str) -> None:
    """Any engine and the naive matcher find the same spans in plain text."""
    text = as_plain(text)
    found = small(make).annotate(text, Options(context=False))
    assert [(one.start, one.end) for one in found] == naive(text)
