"""The content model: ids, merging, what every user of it relies on."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from padanan.model import Concept, Glossary, Term, concept_id, merge

NC_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9._-]*")


def concept(term: str, equivalent: str = "x") -> Concept:
    """Return a concept of one term."""
    return Concept(concept_id(term), "law", (Term(term),), (Term(equivalent),))


@given(st.text(), st.none() | st.text())
def test_ids_are_valid_in_xml(term: str, sense: str | None) -> None:
    """Whatever a term is, its id can stand in a TBX file (an xs:ID)."""
    assert NC_NAME.fullmatch(concept_id(term, sense))


@given(st.text())
def test_ids_do_not_depend_on_composition(term: str) -> None:
    """Composed and decomposed accents, capitals or not, make the same id."""
    decomposed = unicodedata.normalize("NFD", term)
    assert concept_id(term) == concept_id(decomposed)


@pytest.mark.parametrize(
    ("term", "sense", "expected"),
    [
        ("chargé d'affaires", None, "charge-d-affaires"),
        ("Undang-Undang", None, "undang-undang"),
        ("6+2", None, "_6-2"),
        ("…", None, "_"),
        ("misi", "", "misi"),
        ("misi", "perwakilan", "misi.perwakilan"),
    ],
)
def test_ids_are_readable(term: str, sense: str | None, expected: str) -> None:
    """An id is the term in plain letters, with its sense after a full stop."""
    assert concept_id(term, sense) == expected


def test_merging_keeps_places_and_takes_the_latest() -> None:
    """Where two glossaries have an id, the later entry stands in the earlier place."""
    merged = merge(
        (
            Glossary((concept("a", "old"), concept("b"))),
            Glossary((concept("c"), concept("a", "new"))),
        )
    )
    assert [one.id for one in merged.concepts] == ["a", "b", "c"]
    assert merged["a"].equivalent == "new"
    assert len(merged) == 3
    assert len(merge(())) == 0


def test_an_unknown_id() -> None:
    """A glossary is a mapping: what it lacks raises `KeyError`."""
    with pytest.raises(KeyError):
        Glossary()["visa"]


def test_values_are_frozen() -> None:
    """No concept can be changed by one of its users."""
    with pytest.raises(AttributeError):
        concept("a").definition = "Another."  # type: ignore[misc]
