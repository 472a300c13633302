"""Where the words of a test stand in a sentence or a document."""

from __future__ import annotations

import pytest
from hypothesis import given

from padanan.matching.conditions.gates import search_text
from padanan.matching.conditions.occurrences import occurrences
from padanan.matching.conditions.words import WORD, ending_at, sort_words
from tests.matching.conditions.test_gates import Case, cases


@given(cases())
def test_all_are_found(case: Case) -> None:
    """Those that are compared word for word are found, and no others."""
    text = f"{case.before} {case.after}"
    wanted = sort_words(tuple(case.listed))
    words = [*WORD.finditer(text)]
    slowly = {
        (words[at - count + 1].start(), words[at].end())
        for at in range(len(words))
        for count in [ending_at([w.group() for w in words], at, wanted)]
        if count
    }
    found = occurrences(text, search_text(text), wanted, (0, len(text)))
    assert slowly <= set(found)
    assert {end for _, end in found} == {end for _, end in slowly}


@pytest.mark.parametrize(
    ("listed", "found"),
    [
        (("DPR",), ["DPR"]),
        (("hak asasi", "hak"), ["Hak", "Hak asasi", "haknya"]),
        (("ratif*",), ["ratifikasi"]),
        (("sidang",), []),
    ],
)
def test_what_is_found(listed: tuple[str, ...], found: list[str]) -> None:
    """Words, several words and beginnings, up to the last word of the text."""
    text = "Hak asasi, haknya; persidangan: ratifikasi DPR"
    spans = occurrences(text, search_text(text), sort_words(listed), (0, len(text)))
    assert [text[start:end] for start, end in spans] == found
