"""The terms around a term, for conditions that ask for them."""

from __future__ import annotations

from padanan.matching.compiling import compile_glossary
from padanan.matching.recogniser import Recogniser
from padanan.model import Concept, Glossary, Term


def test_a_second_sense_that_asks_for_neighbours() -> None:
    """The first sense, which does not hold, is asked alone: no endless recursion."""
    first = Concept(
        "a", "law", (Term("misi"),), (Term("quest"),), when=("near unesco",)
    )
    second = Concept(
        "b", "law", (Term("misi"),), (Term("mission"),), when=("with domain trade",)
    )
    trade = Concept("c", "trade", (Term("dagang"),), (Term("trade"),))
    reader = Recogniser(compile_glossary(Glossary((first, second, trade))))
    found = [one.concept.id for one in reader.annotate("Misi dagang itu misi.")]
    assert found == ["b", "c", "b"]
