"""Look-up while somebody types: terms that the query begins."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from padanan import jobs
from padanan.jobs import GlossaryOptions
from padanan.search.begun import begun
from padanan.search.index import index_of
from tests.glossaries import DATA

if TYPE_CHECKING:
    from padanan.matching.compiled import Compiled


@cache
def compiled() -> Compiled:
    """Return a small glossary."""
    return jobs.compiled(GlossaryOptions((str(DATA / "mini.po"),), shipped=False))


@given(st.text(max_size=12), st.integers(0, 9))
def test_any_query(query: str, limit: int) -> None:
    """Whatever is typed, each concept comes once, no more than asked for."""
    hits = begun(index_of(compiled()), query, limit)
    ids = [hit.concept.id for hit in hits]
    assert len(ids) == len(set(ids)) <= limit


@pytest.mark.parametrize(
    ("typed", "term"),
    [
        ("genc", "gencatan senjata"),
        ("GENCATAN S", "gencatan senjata"),
        ("gencatan-s", "gencatan senjata"),
        ("ceasef", "ceasefire"),
        ("Cease", "ceasefire"),
    ],
)
def test_a_term_is_found_by_its_beginning(typed: str, term: str) -> None:
    """The term comes first that lacks least, of either language, in any capitals."""
    assert begun(index_of(compiled()), typed, 5)[0].term.text == term


@pytest.mark.parametrize("typed", ["", "g", " ", "senjata", "genjatan", "arms st"])
def test_what_begins_no_term(typed: str) -> None:
    """One letter, the middle of a term, what is misspelt or deprecated begins none."""
    assert begun(index_of(compiled()), typed, 5) == ()


def test_whole_terms_come_first() -> None:
    """A term that is there as a whole comes before longer ones that begin so."""
    hits = jobs.lookup_begun("gencatan senjatanya", compiled(), 5).hits
    assert hits[0].concept.id == "gencatan-senjata"
    assert jobs.lookup_begun("xyzzy", compiled(), 5).hits == ()
