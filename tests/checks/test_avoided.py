"""Deprecated English in a text without its source."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from padanan.checks.avoided import avoided_terms
from padanan.model import Concept, Status, Term


def concept(name: str, *english: str, avoid: str = "", fuzzy: bool = False) -> Concept:
    """Return a concept with its equivalents and one to avoid."""
    wrong = (Term(avoid, Status.DEPRECATED),) if avoid else ()
    right = tuple(map(Term, english))
    return Concept(name, "law", (Term(name),), (*right, *wrong), fuzzy=fuzzy)


def found(text: str, *concepts: Concept) -> list[tuple[str, tuple[str, ...]]]:
    """Return what is found, with what is right."""
    terms = avoided_terms(concepts)
    return [(text[a:b], said[0].expected) for a, b, said in terms.find(text)]


NOTE = concept("nota verbal", "note verbale", avoid="verbal note")


@given(st.text())
def test_spans_are_whole_words(text: str) -> None:
    """What is found is one of the terms, as whole words, whatever stands around."""
    text = f"{text} verbal note {text}"
    assert ("verbal note", ("note verbale",)) in found(text, NOTE)


def test_numbers() -> None:
    """The plural gets the plural."""
    assert found("Verbal notes", NOTE) == [("Verbal notes", ("notes verbales",))]


def test_inside_what_is_right() -> None:
    """Words that are part of an equivalent are not wrong there."""
    other = concept("misi", "limit test")
    wrong = concept("perbatasan", "border", avoid="limit")
    assert found("A limit test has a limit", wrong, other) == [("limit", ("border",))]


def test_right_for_another_concept() -> None:
    """What is an equivalent of another concept is not deprecated by itself."""
    other = concept("batas", "limit")
    assert found("a limit", concept("perbatasan", "border", avoid="limit"), other) == []


def test_not_reviewed() -> None:
    """What nobody has reviewed forbids nothing; without terms nothing is found."""
    draft = concept("nota verbal", "note verbale", avoid="verbal note", fuzzy=True)
    assert found("a verbal note", draft) == []
    assert found("a verbal note") == []


def test_one_ordinary_word_is_not_sure() -> None:
    """“Access” is wrong for one term only; “attache” is a misspelling anywhere."""
    terms = avoided_terms((
        concept("aksesi", "accession", avoid="access"),
        concept("atase", "attaché", avoid="attache"),
        NOTE,
    ))  # fmt: skip
    text = "access, attache, verbal note"
    sure = [said[0].sure for _, _, said in terms.find(text)]
    assert sure == [False, True, True]
