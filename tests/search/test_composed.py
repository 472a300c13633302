"""Look-up knows composed terms, in both directions."""

from __future__ import annotations

import pytest

from padanan.matching.cached import compile_files
from padanan.render.lookup import as_data, as_text
from padanan.search.hits import How
from padanan.search.index import index_of
from padanan.search.search import search

SHIPPED = index_of(compile_files())


@pytest.mark.parametrize(
    ("query", "term", "english"),
    [
        ("pengadilan imigrasi", "pengadilan imigrasi", "immigration court"),
        ("immigration court", "pengadilan imigrasi", "immigration court"),
        ("Ancaman-ancaman rudal", "ancaman rudal", "missile threats"),
        ("border crisis", "krisis perbatasan", "border crisis"),
        # Of several words, by the rules of its first: no heads of its own.
        (
            "maritime border violation",
            "pelanggaran batas maritim",
            "maritime border violation",
        ),
    ],
)
def test_a_composed_term_is_found_with_its_parts(
    query: str, term: str, english: str
) -> None:
    """The whole comes first, with its English; then the concepts it is made of."""
    whole, *parts = search(SHIPPED, query)
    assert whole.how is How.COMPOSED
    assert (whole.concept.term, whole.concept.equivalent) == (term, english)
    assert [hit.concept.id for hit in parts] == list(whole.parts)
    assert {hit.how for hit in parts} == {How.PART}


def test_the_answer_says_of_what_it_is_composed() -> None:
    """On the terminal and in JSON the parts are named."""
    hits = search(SHIPPED, "pengadilan imigrasi")
    assert "= pengadilan + imigrasi" in as_text(hits)
    [first, *_] = as_data("pengadilan imigrasi", hits)["hits"]
    assert first["parts"] == ["pengadilan", "imigrasi"]
    assert first["match"] == "composed"


def test_a_listed_term_is_not_taken_apart() -> None:
    """What an entry has is that entry."""
    [hit, *_] = search(SHIPPED, "gencatan senjata")
    assert hit.how is How.EXACT
