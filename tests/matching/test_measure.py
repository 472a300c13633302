"""How often conditions hold is counted where they are asked."""

from __future__ import annotations

from padanan.matching.compiling import compile_glossary
from padanan.matching.measure import GivenCondition, measure
from padanan.matching.recogniser import Recogniser
from padanan.model import Concept, Glossary, Status, Term


def concept(term: str, english: str = "x", **more: object) -> Concept:
    """Return a concept of one term."""
    name = str(more.pop("id", term)).replace(" ", "-")
    return Concept(name, "law", (Term(term),), (Term(english),), **more)  # type: ignore[arg-type]


def counted(
    texts: list[str], *concepts: Concept
) -> dict[GivenCondition, tuple[int, int]]:
    """Return how often each condition was asked and held."""
    recogniser = Recogniser(compile_glossary(Glossary(concepts)))
    return {m.place: (m.asked, m.held) for m in measure(recogniser, texts)}


def test_each_when_is_tried_by_itself() -> None:
    """One that holds does not hide the next one."""
    duta = concept("duta", when=("near besar", "near baca"))
    found = counted(["Duta besar.", "Duta baca besar.", "Duta."], duta)
    assert found == {
        GivenCondition("duta", "when", "near besar"): (3, 2),
        GivenCondition("duta", "when", "near baca"): (3, 1),
    }


def test_unless() -> None:
    """An unless is asked wherever the term stands."""
    nota = concept("nota", unless=("near belanja",))
    found = counted(["Nota belanja.", "Nota resmi."], nota)
    assert found == {GivenCondition("nota", "unless", "near belanja"): (2, 1)}


def test_a_part_of_a_longer_term_is_not_asked() -> None:
    """*duta* in *duta besar* is no place where the condition of *duta* is asked."""
    found = counted(
        ["Duta besar tiba.", "Duta tiba."],
        concept("duta", when=("near tiba",)),
        concept("duta besar"),
    )
    assert found == {GivenCondition("duta", "when", "near tiba"): (1, 1)}


def test_a_sense_behind_one_that_holds_is_not_asked() -> None:
    """Of two senses the second is asked only where the first does not hold."""
    found = counted(
        ["Misi dagang.", "Misi perang."],
        concept("misi", id="a", when=("near dagang",)),
        concept("misi", id="b", when=("near perang",)),
    )
    assert found[GivenCondition("a", "when", "near dagang")] == (2, 1)
    assert found[GivenCondition("b", "when", "near perang")] == (1, 1)


def test_equivalents_are_asked_where_the_concept_is_meant() -> None:
    """The condition of an equivalent does not count where the term is not marked."""
    bound = Term("lull", Status.ADMITTED, condition="near masa")
    jeda = concept("jeda", unless=("near iklan",))
    jeda = Concept(
        jeda.id, "law", jeda.terms, (*jeda.equivalents, bound), unless=jeda.unless
    )
    found = counted(["Masa jeda.", "Jeda.", "Masa jeda iklan."], jeda)
    assert found[GivenCondition("jeda", "equivalent if", "near masa")] == (2, 1)
    assert found[GivenCondition("jeda", "unless", "near iklan")] == (3, 1)
